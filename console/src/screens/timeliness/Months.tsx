import { DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeShare } from "../../time/numbers.js";
import { writeMonth } from "../../time/write.js";
import { byMonth, GROUPS, type Month, type Row } from "./shares.js";
import { MonthsPicture } from "./MonthsPicture.js";

/** Shares in time by month: a picture, and the same as a table. */
export function Months({ rows, isCentre }: { readonly rows: readonly Row[]; readonly isCentre: boolean }) {
  const { timeliness } = useTexts();
  const language = useLanguage();
  const months = byMonth(rows);
  const written = (share: number | null): string => (share === null ? "–" : writeShare(share, language));
  return (
    <Panel isFlush note={isCentre ? timeliness.monthsNote : timeliness.ownMonths} title={timeliness.months}>
      {months.length > 1 && <MonthsPicture months={months} />}
      <DataTable
        columns={[
          {
            key: "month",
            name: timeliness.monthName,
            cell: ({ month }) => writeMonth(Date.parse(`${month}T12:00:00Z`), language),
          },
          ...GROUPS.map((group) => ({
            key: group,
            name: timeliness.duties[group],
            isNumber: true,
            cell: ({ shares }: Month) => written(shares[group]),
          })),
        ]}
        label={timeliness.months}
        rowKey={({ month }) => month}
        rows={months.toReversed()}
      />
    </Panel>
  );
}
