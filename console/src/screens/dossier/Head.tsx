import { useNow } from "../../session/now.js";
import { Banner } from "../../parts/Banner.js";
import { Instant } from "../../parts/Instant.js";
import { Icon } from "../../parts/Icon.js";
import { Phone } from "../../parts/Phone.js";
import { Severity } from "../../parts/Severity.js";
import { usePerson } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { typeOf } from "../../shared/incidents/words.js";
import { dotted } from "../../texts/one-line.js";
import { kindsOf } from "../../shared/incidents/object-kinds.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** What the incident is: level, type, objects, confirmation, and who has it in hand. */
export function Head({ incident }: { readonly incident: Incident }) {
  const texts = useTexts();
  const { dossier } = texts;
  const language = useLanguage();
  const { party } = usePerson();
  const now = useNow();
  const { confirmedAt, takenBy, retractedAt, soc } = incident;
  const at = (when: string): string => writeMoment(Date.parse(when), now, language);
  return (
    <div className={styles.head}>
      <p className={styles.line}>
        <Severity level={incident.severity ?? null} />
        <span>{typeOf(incident.type, texts)}</span>
        {party.__typename !== "Soc" && soc && (
          <>
            <span>{soc.name}</span>
            {soc.phone && <Phone number={soc.phone} />}
          </>
        )}
      </p>
      <ul className={styles.objects}>
        {incident.objects.map((one) => (
          <Affected key={`${one.code ?? ""} ${one.description ?? ""}`} object={one} />
        ))}
      </ul>
      <p className={styles.line}>
        <span>
          {dossier.confirmed}{" "}
          <b>
            <Instant at={Date.parse(confirmedAt)} now={now} />
          </b>
          {incident.confirmationCorrections.length > 0 && ` · ${dossier.corrected}`}
        </span>
        {party.__typename === "NationalCentre" && (
          <span className={styles.taken}>
            <Icon name="person" size={14} />
            {takenBy
              ? takenBy.isMine
                ? dossier.takenByYou(at(takenBy.at))
                : dossier.takenBy(takenBy.by, at(takenBy.at))
              : dossier.notTaken}
          </span>
        )}
      </p>
      {retractedAt && <Banner kind="note">{dossier.retracted(at(retractedAt))}</Banner>}
    </div>
  );
}

function Affected({ object: one }: { readonly object: Incident["objects"][number] }) {
  const { dossier, words } = useTexts();
  const { code, description, object, kinds, ownerName } = one;
  const owners = [object?.owner, object?.holder].flatMap((owner) => (owner ? [owner.name] : []));
  const who = owners.length > 0 ? owners.join(", ") : ownerName;
  return (
    <li>
      <span className={styles.object}>{object?.name ?? description ?? code}</span>{" "}
      <span className={styles.second}>
        {dotted(
          object && description ? dossier.chronicle.quoted(description) : "",
          object?.code ?? code ?? dossier.notRegistered,
          kindsOf(object ? object.kinds : code ? [] : kinds, words, dossier),
          who ? dossier.ownerIs(who) : "",
        )}
      </span>
    </li>
  );
}
