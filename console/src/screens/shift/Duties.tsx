import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import type { Obligation } from "../../live/state.js";
import { Clock } from "../../parts/Clock.js";
import { DataTable } from "../../parts/DataTable.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Severity } from "../../parts/Severity.js";
import { Empty } from "../../parts/States.js";
import type { RowProps } from "../../parts/useRows.js";
import { asksForCard } from "../../shared/duties/terms.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Shift.module.css";

/** Where a duty is done: its card, or the incident whose level is to be reviewed. */
function placeOf(duty: Obligation): string {
  const path = `/incidents/${duty.incident?.number ?? ""}`;
  return asksForCard(duty) ? `${path}/card` : path;
}

/** Cards and levels that the SOC owes. */
export function Duties({
  duties,
  walk,
}: {
  readonly duties: readonly Obligation[];
  readonly walk: (id: string) => RowProps;
}) {
  const { form, report, words } = useTexts();
  const now = useNow();
  const dueSoon = useLive((state) => state.dueSoon);
  return (
    <Panel isFlush note={duties.length > 0 && duties.length} title={report.shift.duties}>
      {duties.length === 0 ? (
        <Empty title={report.shift.noDuties}>{report.shift.noDutiesWhy}</Empty>
      ) : (
        <DataTable
          columns={[
            {
              key: "incident",
              name: words.incident,
              cell: ({ incident }) => (
                <span className={styles.what}>
                  <Number number={incident?.number ?? ""} />
                  {incident && <span className={styles.second}>{form.choices.IncidentType[incident.type].label}</span>}
                </span>
              ),
            },
            {
              key: "duty",
              name: report.shift.duty,
              cell: ({ rule }) => (
                <span>
                  {words.duties[rule as keyof typeof words.duties].short} <span className={styles.second}>{rule}</span>
                </span>
              ),
            },
            {
              key: "level",
              name: report.shift.level,
              cell: ({ incident }) => <Severity compact level={incident?.severity ?? null} />,
            },
            {
              key: "left",
              name: report.shift.term,
              isNumber: true,
              cell: ({ dueAt, id }) => (
                <Clock dueAt={Date.parse(dueAt)} isDueSoon={dueSoon.has(id)} now={now} withWord />
              ),
            },
          ]}
          href={placeOf}
          label={report.shift.duties}
          rowKey={({ id }) => id}
          rows={duties}
          walk={walk}
        />
      )}
    </Panel>
  );
}
