import { DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeNumber } from "../../time/numbers.js";
import { COUNTED, type Row } from "./shares.js";
import styles from "./Timeliness.module.css";

/** All that was counted, by SOC and rule. */
export function Counts({ rows, isCentre }: { readonly rows: readonly Row[]; readonly isCentre: boolean }) {
  const { timeliness } = useTexts();
  const language = useLanguage();
  return (
    <details className={styles.counts}>
      <summary>{timeliness.counts}</summary>
      <Panel isFlush note={timeliness.countsNote} title={timeliness.counts}>
        <DataTable
          columns={[
            {
              key: "whose",
              name: timeliness.rule,
              cell: ({ soc, rule }) => (
                <span className={styles.code}>
                  {isCentre && <b>{soc?.code}</b>} {rule}
                </span>
              ),
            },
            ...COUNTED.map((count) => ({
              key: count,
              name: timeliness.count[count],
              isNumber: true,
              cell: (row: Row) => writeNumber(row[count], language),
            })),
          ]}
          label={timeliness.counts}
          rowKey={({ soc, rule }) => `${soc?.id} ${rule}`}
          rows={rows}
        />
      </Panel>
    </details>
  );
}
