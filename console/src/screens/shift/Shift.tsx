import { useMemo } from "react";
import { Page } from "../../page/Page.js";
import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { useLive, useLiveNotes, useObligations } from "../../session/useLive.js";
import { isOpen } from "../../live/standing.js";
import { KeyHints } from "../../parts/KeyHint.js";
import { Loading, Refused } from "../../parts/States.js";
import { useRows } from "../../parts/useRows.js";
import { useTexts } from "../../texts/TextsContext.js";
import { asksForCard, isAnswer } from "../../shared/duties/terms.js";
import { isUnsolicited } from "../../shared/incident-form/report-places.js";
import { Confirm } from "./Confirm.js";
import { DraftList } from "./DraftList.js";
import { Duties } from "./Duties.js";
import { Owners } from "./Owners.js";
import styles from "./Shift.module.css";
import { ToAnswer } from "./ToAnswer.js";
import { useDrafts } from "./useDrafts.js";

/** What a SOC's duty officer has before them: what is to be reported, who is to be told, what is owed, what was begun. */
export function Shift() {
  const { report, shell } = useTexts();
  const isReady = useLive((state) => state.isReady);
  const gone = useLiveNotes((notes) => notes.gone.obligations);
  const { kept, discard } = useDrafts();
  const { owners, duties, answers } = useOwed();
  const ids = useMemo(() => [...duties, ...answers].map(({ id }) => id), [duties, answers]);
  const rows = useRows(ids);
  useRowKeys(rows);
  return (
    <Page title={report.shift.title}>
      <div className={styles.shift}>
        <div className={styles.column}>
          <Confirm begun={kept?.filter(({ form, subject }) => form === "report" && isUnsolicited(subject)) ?? []} />
          {gone !== undefined ? (
            <Refused message={gone} />
          ) : isReady ? (
            <>
              <Owners owed={owners} />
              <Duties duties={duties} walk={rows.row} />
            </>
          ) : (
            <Loading />
          )}
        </div>
        <div className={styles.column}>
          {isReady && gone === undefined && <ToAnswer duties={answers} walk={rows.row} />}
          <DraftList kept={kept} onDiscard={discard} />
        </div>
      </div>
      {ids.length > 0 && (
        <KeyHints
          hints={[
            { keys: ["J", "K"], does: shell.keyboard.row },
            { keys: ["Enter"], does: shell.keyboard.openRow },
            { keys: ["N"], does: shell.sections.report },
          ]}
        />
      )}
    </Page>
  );
}

/** The open duties of the SOC by what they ask for, the next end first: what is overdue has ended first. */
function useOwed() {
  const obligations = useObligations();
  return useMemo(() => {
    const open = obligations.filter(isOpen).toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
    return {
      owners: open.filter(({ kind }) => kind === "NOTIFY_OWNER"),
      duties: open.filter((duty) => asksForCard(duty) || duty.kind === "REVIEW_SEVERITY"),
      answers: open.filter(isAnswer),
    };
  }, [obligations]);
}
