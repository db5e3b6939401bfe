import { useLocation } from "wouter";
import type { KeptDraft } from "../../drafts/drafts.js";
import { Button, ButtonLink } from "../../parts/Button.js";
import { useMay, useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { writeDateTime } from "../../time/write.js";
import { ConfirmationClock } from "../../shared/incident-form/ConfirmationClock.js";
import { secondOf } from "../../shared/incident-form/moments.js";
import type { ReportDraft } from "../../shared/incident-form/report-form.js";
import { besidePath, reportPath } from "../../shared/incident-form/report-places.js";
import styles from "./Shift.module.css";

/** "I confirmed it now": takes the moment down and opens the report; the 15 minutes of each that is begun, and another beside them. */
export function Confirm({ begun }: { readonly begun: readonly KeptDraft[] }) {
  const { report } = useTexts();
  const { clock } = useSession().link;
  const isKnown = useStore(clock.isKnown, (all) => all);
  const mayReport = useMay("report");
  const [, go] = useLocation();
  if (!mayReport) return <p className={styles.confirm}>{report.shift.onlyReads}</p>;
  const isFirst = begun.length === 0;
  const confirm = (): void => {
    const now = clock.now();
    // What is confirmed while a report is begun must not be written into that one.
    go(isFirst ? "/report" : besidePath(now), { state: { confirmedAt: writeDateTime(secondOf(now)) } });
  };
  return (
    <>
      {begun.map(({ id, subject, value }) => (
        <div className={styles.begun} key={id}>
          <ConfirmationClock confirmedAt={(value as ReportDraft).confirmedAt} />
          <ButtonLink href={reportPath(subject)} icon="edit" kind="primary">
            {report.shift.goOn}
          </ButtonLink>
          {/* Of several, which one it is. */}
          {begun.length > 1 && <p className={styles.summary}>{(value as ReportDraft).summary}</p>}
        </div>
      ))}
      <section className={isFirst ? styles.confirm : styles.another}>
        <Button
          describedBy="confirm-help"
          icon="clock"
          isDisabled={!isKnown}
          kind={isFirst ? "primary" : "ordinary"}
          onPress={confirm}
        >
          {isFirst ? report.shift.confirm : report.shift.confirmAnother}
        </Button>
        <p id="confirm-help">
          {report.shift.confirmHelp} {isFirst && report.toCentre}
        </p>
      </section>
    </>
  );
}
