import { useEffect, useRef } from "react";
import { Page } from "../../page/Page.js";
import { useReading } from "../../session/reading.js";
import { IncidentOwnersDocument, type SendCardMutation } from "../../operations/generated.js";
import { ButtonLink } from "../../parts/Button.js";
import { Copyable } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import { TellOwner } from "../../shared/incident-form/TellOwner.js";
import tell from "../../shared/incident-form/TellOwner.module.css";
import styles from "./Card.module.css";

/** The gateway's acceptance of a card. */
export type AcceptedCard = Extract<SendCardMutation["submitIncidentCard"], { __typename: "CardAccepted" }>;

/** After a card: its receipt, what is doubtful, how its indicators were understood, and whom the SOC still has to tell. */
export function CardAccepted({ answer }: { readonly answer: AcceptedCard }) {
  const { card: texts, report } = useTexts();
  const { card, receipt, warnings, isRepeated } = answer;
  const { number } = answer.incident;
  const reading = useReading(IncidentOwnersDocument, { number }, { about: [number] });
  const incident = (reading.state === "READY" && reading.data.incident) || answer.incident;
  const owed = incident.obligations.filter(
    ({ rule, dischargedAt, waivedAt }) => rule === "R9.2" && !dischargedAt && !waivedAt,
  );
  const next = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    next.current?.focus();
  }, []);
  return (
    <Page title={texts.accepted.title(card.revision)}>
      <div className={styles.accepted}>
        <div className={styles.main}>
          <Panel title={<Copyable text={number} />}>
            <div className={styles.fields}>
              <div className={styles.acts}>
                <ButtonLink href={`/incidents/${number}`} kind="primary" ref={next}>
                  {texts.accepted.toIncident}
                </ButtonLink>
                <ButtonLink href="/">{texts.accepted.toShift}</ButtonLink>
              </div>
              <Sent
                isRepeated={isRepeated}
                receipt={receipt}
                title={report.form.receiptOf(texts.title)}
                warnings={warnings}
              />
            </div>
          </Panel>
          {owed.length > 0 && (
            <Panel isFlush note={report.shift.ownersNote} title={report.owner.title}>
              <ul className={tell.duties}>
                {owed.map((duty) => (
                  <TellOwner deliveries={incident.deliveries} duty={duty} incident={incident} key={duty.id} />
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}
