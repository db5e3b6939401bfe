import { useLocation } from "wouter";
import type { KeptDraft } from "../../drafts/drafts.js";
import { Button } from "../../parts/Button.js";
import { useMay, useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { writeDateTime } from "../../time/write.js";
import { ConfirmationClock } from "../../shared/incident-form/ConfirmationClock.js";
import { secondOf } from "../../shared/incident-form/moments.js";
import type { ReportDraft } from "../../shared/incident-form/report-form.js";
import styles from "./Shift.module.css";

/** "I confirmed it now": takes the moment down and opens the report; where one is begun, its 15 minutes. */
export function Confirm({ begun }: { readonly begun: KeptDraft | undefined }) {
  const { report } = useTexts();
  const { clock } = useSession().link;
  const isHeard = useStore(clock.isHeard, (all) => all);
  const mayReport = useMay("report");
  const [, go] = useLocation();
  if (!mayReport) return <p className={styles.confirm}>{report.shift.onlyReads}</p>;
  if (begun) {
    const { confirmedAt } = begun.value as ReportDraft;
    return (
      <div className={styles.begun}>
        <ConfirmationClock confirmedAt={confirmedAt} />
        <Button icon="edit" kind="primary" onPress={() => go("/report")}>
          {report.shift.goOn}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.confirm}>
      <Button
        describedBy="confirm-help"
        icon="clock"
        isDisabled={!isHeard}
        kind="primary"
        onPress={() => go("/report", { state: { confirmedAt: writeDateTime(secondOf(clock.now())) } })}
      >
        {report.shift.confirm}
      </Button>
      <p id="confirm-help">
        {report.shift.confirmHelp} {report.toCentre}
      </p>
    </section>
  );
}
