import { DataTable } from "../../parts/DataTable.js";
import { Icon } from "../../parts/Icon.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { ShareCell } from "./ShareCell.js";
import { bySoc, type Group, GROUPS, ofAll, type Row, type SocRow } from "./shares.js";
import styles from "./Timeliness.module.css";

/** Shares in time by SOC and duty, with what they are of. */
export function Shares({ rows, isCentre }: { readonly rows: readonly Row[]; readonly isCentre: boolean }) {
  const { timeliness } = useTexts();
  const socs = bySoc(rows);
  const shown: readonly SocRow[] = socs.length > 1 ? [...socs, ofAll(rows)] : socs;
  return (
    <Panel isFlush note={timeliness.sharesNote} title={timeliness.shares}>
      <DataTable
        columns={[
          {
            key: "soc",
            name: timeliness.soc,
            cell: ({ code, name }) =>
              code === "" ? (
                <b>{timeliness.all}</b>
              ) : (
                <span>
                  <b className={styles.unbroken}>{code}</b> <span className={styles.name}>{name}</span>
                </span>
              ),
          },
          ...GROUPS.map((group: Group) => ({
            key: group,
            name: (
              <span className={styles.head}>
                <span>{timeliness.duties[group]}</span> <span>{timeliness.rules[group]}</span>
              </span>
            ),
            cell: ({ groups }: SocRow) => <ShareCell counts={groups[group]} />,
          })),
          {
            key: "overdue",
            name: timeliness.overdueNow,
            isNumber: true,
            cell: ({ overdue }) =>
              overdue === 0 ? (
                <span className={styles.none}>0</span>
              ) : (
                <span className={styles.overdue}>
                  <Icon name="overdue" /> {overdue}
                </span>
              ),
          },
        ]}
        label={isCentre ? timeliness.shares : timeliness.title}
        rowKey={({ code }) => code}
        rows={shown}
      />
    </Panel>
  );
}
