import { useEffect, useMemo } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { Button } from "../../parts/Button.js";
import { KeyHints } from "../../parts/KeyHint.js";
import { Empty } from "../../parts/States.js";
import { Segmented } from "../../parts/Tabs.js";
import { useRows } from "../../parts/useRows.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useSteadyRows } from "../../shared/lists/steady-rows.js";
import { NewRows } from "../../shared/lists/NewRows.js";
import { type BoxRow, hrefOf } from "./box.js";
import { BoxEntry } from "./BoxEntry.js";
import styles from "./BoxList.module.css";

const keyOf = ({ notification }: BoxRow): string => notification.id;

/** The list: those that wait, or all of them. */
export function BoxList({
  all,
  waiting,
  isAll,
  isCentre,
  chosen,
  search,
  more,
  onShow,
}: {
  readonly all: readonly BoxRow[];
  readonly waiting: readonly BoxRow[];
  readonly isAll: boolean;
  readonly isCentre: boolean;
  /** The number of the one that is open. */
  readonly chosen: string | null;
  readonly search: string;
  readonly more: (() => void) | null;
  readonly onShow: (all: boolean) => void;
}) {
  const { inbox, shell } = useTexts();
  const current = isAll ? all : waiting;
  const list = useSteadyRows(current, keyOf);
  const rows = useRows(useMemo(() => list.rows.map(({ row }) => keyOf(row)), [list.rows]));
  useRowKeys(rows);
  useCommands([{ id: "show new", says: shell.keyboard.showNew, group: "lists", keys: "Period", run: list.show }]);
  useEffect(() => {
    if (chosen !== null)
      document.querySelector('[data-box] [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <section aria-label={inbox.title} data-box>
      <div className={styles.head}>
        <Segmented
          choices={[
            { key: "waiting", label: inbox.waiting, count: waiting.length },
            { key: "all", label: inbox.all, ...(more ? {} : { count: all.length }) },
          ]}
          chosen={isAll ? "all" : "waiting"}
          label={inbox.show}
          onChoose={(key) => onShow(key === "all")}
        />
        <span className={styles.order}>{inbox.order}</span>
      </div>
      <div {...list.handlers}>
        {list.waiting > 0 && <NewRows says={shell.states.showNew(list.waiting)} show={list.show} />}
        {list.rows.length === 0 ? (
          <Nothing isAll={isAll || all.length === 0} isCentre={isCentre} />
        ) : (
          <ol>
            {list.rows.map(({ row, isGone, isNew }) => (
              <BoxEntry
                href={hrefOf(row.notification.number, search)}
                isCentre={isCentre}
                isChosen={row.notification.number === chosen}
                isGone={isGone}
                isNew={isNew}
                key={keyOf(row)}
                row={row}
                walk={rows.row(keyOf(row))}
              />
            ))}
          </ol>
        )}
        {isAll && more && (
          <div className={styles.more}>
            <Button isSmall onPress={more}>
              {inbox.older}
            </Button>
          </div>
        )}
      </div>
      <KeyHints
        hints={[
          { keys: ["J", "K"], does: shell.keyboard.row },
          { keys: ["Enter"], does: shell.keyboard.openRow },
        ]}
      />
    </section>
  );
}

function Nothing({ isAll, isCentre }: { readonly isAll: boolean; readonly isCentre: boolean }) {
  const { inbox } = useTexts();
  if (isAll) return <Empty title={inbox.none}>{isCentre ? inbox.noneSentWhy : inbox.noneReceivedWhy}</Empty>;
  return isCentre ? (
    <Empty title={inbox.nobodyIsAwaited}>{inbox.nobodyIsAwaitedWhy}</Empty>
  ) : (
    <Empty title={inbox.nothingWaits}>{inbox.nothingWaitsWhy}</Empty>
  );
}
