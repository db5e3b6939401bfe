import { type Column, DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeDuration } from "../../time/durations.js";
import type { Row } from "./shares.js";
import styles from "./Timeliness.module.css";

/** By how much duties were late, the longest on top. */
export function Lateness({ rows, isCentre }: { readonly rows: readonly Row[]; readonly isCentre: boolean }) {
  const { timeliness } = useTexts();
  const language = useLanguage();
  const late = rows
    .flatMap((row) => (row.lateness ? [{ ...row, ...row.lateness }] : []))
    .toSorted((one, other) => other.worstSeconds - one.worstSeconds);
  type Late = (typeof late)[number];
  const written = (seconds: number): string => writeDuration(seconds * 1_000, language);
  const columns: [Column<Late>, ...Column<Late>[]] = [
    {
      key: "whose",
      name: isCentre ? timeliness.soc : timeliness.rule,
      cell: ({ soc, rule }) => (isCentre ? <b className={styles.code}>{soc?.code}</b> : <b>{rule}</b>),
    },
    ...(isCentre ? [{ key: "rule", name: timeliness.rule, cell: ({ rule }: Late) => rule }] : []),
    { key: "median", name: timeliness.median, isNumber: true, cell: ({ medianSeconds }) => written(medianSeconds) },
    { key: "p95", name: timeliness.p95, isNumber: true, cell: ({ p95Seconds }) => written(p95Seconds) },
    { key: "worst", name: timeliness.worst, isNumber: true, cell: ({ worstSeconds }) => written(worstSeconds) },
  ];
  return (
    <Panel isFlush note={timeliness.latenessNote} title={timeliness.lateness}>
      {late.length === 0 ? (
        <Empty title={timeliness.nothingLate}>{timeliness.nothingLateWhy}</Empty>
      ) : (
        <DataTable
          columns={columns}
          label={timeliness.lateness}
          rowKey={({ soc, rule }) => `${soc?.id} ${rule}`}
          rows={late}
        />
      )}
    </Panel>
  );
}
