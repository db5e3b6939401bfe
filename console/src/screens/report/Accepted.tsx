import { useEffect, useRef } from "react";
import { useReading } from "../../session/reading.js";
import { useNow } from "../../session/now.js";
import { IncidentOwnersDocument } from "../../operations/generated.js";
import { Button, ButtonLink } from "../../parts/Button.js";
import { Copyable } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import { TellOwner } from "../../shared/incident-form/TellOwner.js";
import tell from "../../shared/incident-form/TellOwner.module.css";
import type { AcceptedReport } from "./accepted.js";
import styles from "./Report.module.css";

/** After a report: its number and receipt, who tells the owner, and on to the card. */
export function Accepted({ answer, onAnother }: { readonly answer: AcceptedReport; readonly onAnother: () => void }) {
  const { report, words } = useTexts();
  const language = useLanguage();
  const now = useNow();
  const { receipt, warnings, isRepeated } = answer;
  const { number } = answer.incident;
  // What has happened since: an owner who was reached is not told again.
  const reading = useReading(IncidentOwnersDocument, { number }, { about: [number] });
  const incident = (reading.state === "READY" && reading.data.incident) || answer.incident;
  const duties = incident.obligations.filter(({ rule }) => rule === "R9.2");
  const isKindUnknown = incident.openQuestions.includes("OBJECT_OF_UNKNOWN_KIND");
  const card = incident.obligations.find(({ rule }) => rule === "R9.3");
  const next = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    next.current?.focus();
  }, []);
  return (
    <div className={styles.answer}>
      <Panel title={report.accepted.number}>
        <div className={styles.accepted}>
          <p className={styles.number} role="status">
            <Copyable text={incident.number} />
          </p>
          <div className={styles.next}>
            <ButtonLink href={`/incidents/${incident.number}/card`} kind="primary" ref={next}>
              {report.accepted.card}
            </ButtonLink>
            <Button onPress={onAnother}>{report.accepted.another}</Button>
          </div>
          {card && <p>{report.accepted.cardWhy(words.dueBy(writeMoment(Date.parse(card.dueAt), now, language)))}</p>}
          <Sent
            isRepeated={isRepeated}
            receipt={receipt}
            title={report.form.receiptOf(report.title)}
            warnings={warnings}
          />
        </div>
      </Panel>
      <Panel isFlush note={report.shift.ownersNote} title={report.owner.title}>
        {isKindUnknown && <p className={tell.duty}>{report.accepted.kindUnknown}</p>}
        {duties.length === 0 ? (
          !isKindUnknown && <p className={tell.duty}>{report.accepted.noOwner}</p>
        ) : (
          <ul className={tell.duties}>
            {duties.map((duty) => (
              <TellOwner deliveries={incident.deliveries} duty={duty} incident={incident} key={duty.id} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
