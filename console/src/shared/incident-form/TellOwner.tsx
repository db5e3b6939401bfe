import { useState } from "react";
import type { OwnerDutyFragment } from "../../operations/generated.js";
import { useDraft } from "../../forms/useDraft.js";
import { Clock } from "../../parts/Clock.js";
import { Standing } from "../../parts/Standing.js";
import { Icon } from "../../parts/Icon.js";
import type { IconName } from "../../parts/icons.js";
import { Copyable } from "../../parts/Numbers.js";
import { Phone } from "../../parts/Phone.js";
import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import { useMay, usePerson, useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeDate, writeDay, writeMinute } from "../../time/write.js";
import { howTold, type OwnerDelivery, ownersOf } from "./owners.js";
import { NOT_TOLD, OwnerForm } from "./OwnerForm.js";
import styles from "./TellOwner.module.css";

/** What the SOC says about: the incident as far as its owner is told of it. */
export interface ToldIncident {
  readonly number: string;
  readonly type: keyof ReturnType<typeof useTexts>["form"]["choices"]["IncidentType"];
  readonly severity: "HIGH" | "MEDIUM" | "LOW" | "UNDETERMINED" | null;
  readonly confirmedAt: string;
}

/** R9.2 of one object: how much time is left, who tells the owner, what to say, and the record that it was said. */
export function TellOwner({
  incident,
  duty,
  deliveries,
}: {
  readonly incident: ToldIncident;
  readonly duty: OwnerDutyFragment;
  /** Null: not known yet. */
  readonly deliveries: readonly OwnerDelivery[] | null;
}) {
  const { form, report, words } = useTexts();
  const language = useLanguage();
  const { party } = usePerson();
  const isSoon = useLive(({ dueSoon }) => dueSoon.has(duty.id));
  const mayRecord = useMay("report");
  const { clock } = useSession().link;
  const now = useNow();
  const confirmedAt = Date.parse(incident.confirmedAt);
  const how = deliveries && howTold(duty, deliveries);
  const isOurs = how?.by === "SOC";
  const owners = ownersOf(duty);
  const object = duty.object?.name ?? duty.objectDescription ?? duty.objectCode ?? "";
  const [draft, state] = useDraft(
    "owner",
    `${incident.number}/${duty.objectCode ?? duty.objectDescription ?? ""}`,
    NOT_TOLD,
  );
  const names = owners.map(({ name }) => name).join(", ") || report.owner.unknownOwner;
  const isOpen = !duty.dischargedAt && !duty.waivedAt;
  const [wasOpen] = useState(isOpen);
  return (
    <li className={styles.duty}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <b>{names}</b>
          <span className={styles.second}>{object}</span>
        </div>
        {!isOpen ? (
          <Standing size="large" standing={duty.standing} />
        ) : (
          <Clock dueAt={Date.parse(duty.dueAt)} isDueSoon={isSoon} now={now} size="large" withWord />
        )}
      </div>
      {!isOpen ? (
        <How icon="met" by="DONE">
          {report.owner.done(duty.metBy && words.means[duty.metBy])}
        </How>
      ) : how?.by === "GATEWAY" ? (
        <How icon="mail" by="GATEWAY">{`${report.owner.byMail(names)} ${report.owner.byMailSlow}`}</How>
      ) : how ? (
        <How icon="phone" by="SOC">
          {report.owner.why[how.why]}
        </How>
      ) : null}
      <dl className={styles.contacts}>
        {owners.map(({ id, name, phone }) => (
          <div key={id}>
            <dt>
              {report.owner.phone}
              {owners.length > 1 && ` (${name})`}
            </dt>
            <dd>{phone ? <Phone number={phone} /> : report.owner.noPhone}</dd>
          </div>
        ))}
      </dl>
      <details className={styles.say} open={isOpen && isOurs}>
        <summary>{report.owner.text}</summary>
        <p>
          <Copyable
            text={report.owner.say({
              soc: party.name,
              object,
              type: form.choices.IncidentType[incident.type].label,
              level: incident.severity && words.levels[incident.severity],
              at: writeMinute(confirmedAt),
              day: writeDate(confirmedAt) === writeDate(now) ? null : writeDay(confirmedAt, language),
              number: incident.number,
            })}
          />
        </p>
      </details>
      {/* Its receipt stays in sight after it has met the duty. */}
      {mayRecord && state.isOpen && wasOpen && (
        <details open={isOurs || state.savedAt !== null}>
          <summary>{report.owner.record}</summary>
          <OwnerForm draft={draft} duty={duty} incident={incident.number} now={clock.now} state={state} />
        </details>
      )}
    </li>
  );
}

function How({ icon, by, children }: { readonly icon: IconName; readonly by: string; readonly children: string }) {
  return (
    <p className={styles.how} data-by={by}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
