import { useMemo } from "react";
import { Link } from "wouter";
import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { useNowFor, useShownNow } from "../../session/now.js";
import type { LiveState, Obligation } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { Button } from "../../parts/Button.js";
import { KeyHints } from "../../parts/KeyHint.js";
import { Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import { useRows } from "../../parts/useRows.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { hrefOf } from "../../shared/addresses.js";
import { numberOf } from "../../shared/duties/words.js";
import { AttentionRow } from "./AttentionRow.js";
import { dutyOf } from "../../shared/duties/words.js";
import { dotted } from "../../texts/one-line.js";
import { useSteadyRows } from "../../shared/lists/steady-rows.js";
import { nameOf } from "./horizon-marks.js";
import { NewRows } from "../../shared/lists/NewRows.js";
import { SocStrip } from "./SocStrip.js";
import { attentionOf, countsAt, type Timeline } from "./timeline.js";
import { WallActs } from "./WallActs.js";
import { useTaking } from "../../shared/incidents/useTaking.js";
import { useDutyCommands } from "./useDutyCommands.js";
import { useNotReached } from "./useNotReached.js";
import type { WallView } from "./wall-view.js";
import styles from "./AttentionPanel.module.css";

/** Rows that are drawn: whoever has more open duties than that reads them in Terms. */
const SHOWN = 100;
const announcedIn = ({ dueSoon }: LiveState): LiveState["dueSoon"] => dueSoon;
const idOf = ({ id }: Obligation): string => id;

/** The open duties that somebody must look at, nearest to now on top, and the SOCs beneath. */
export function AttentionPanel({
  timeline,
  view,
  change,
  onWaive,
}: {
  readonly timeline: Timeline;
  readonly view: WallView;
  readonly change: (changes: Partial<WallView>) => void;
  readonly onWaive: (obligation: Obligation) => void;
}) {
  const texts = useTexts();
  const { wall, parts, shell } = texts;
  const { column, socs } = view;
  const announced = useLive(announcedIn);
  const duties = useAttention(timeline, announced, view);
  const list = useSteadyRows(
    useMemo(() => duties.slice(0, SHOWN), [duties]),
    idOf,
  );
  const reasons = useNotReached(timeline);
  const rows = useRows(list.rows.map(({ row }) => row.id));
  const mayTake = useMay("take");
  const mayWaive = useMay("waive");
  const taking = useTaking();
  useRowKeys(rows);
  useDutyCommands(
    list.rows.find(({ row }) => row.id === rows.current),
    { taking, showNew: list.show, onWaive },
  );
  const open = timeline.duties.length;
  const title = column ? wall.attention.ofColumn(nameOf(column, parts)) : wall.attention.title;
  return (
    <div className={styles.attention} data-part="list">
      <Panel
        acts={<Filter change={change} view={view} />}
        isFlush
        note={open > 0 && wall.attention.note(duties.length, open)}
        title={title}
      >
        <div className={styles.body}>
          <div className={styles.scrolled} {...list.handlers}>
            {taking.problem !== null && (
              <p className={styles.problem} role="alert">
                {taking.problem}
              </p>
            )}
            {list.waiting > 0 && <NewRows says={wall.attention.showNew(list.waiting)} show={list.show} />}
            {list.rows.length === 0 ? (
              <Nothing timeline={timeline} view={view} />
            ) : (
              <ol aria-label={title} className={styles.rows}>
                {list.rows.map(({ row, isGone, isNew }) => (
                  <AttentionRow
                    isAnnounced={announced.has(row.id)}
                    isGone={isGone}
                    isNew={isNew}
                    key={row.id}
                    obligation={row}
                    reason={reasons.get(row.id) ?? null}
                    row={rows.row(row.id)}
                  />
                ))}
              </ol>
            )}
            {duties.length > SHOWN && (
              <p className={styles.more}>
                <Link href={socs.length === 1 ? `/terms?soc=${socs[0]}` : "/terms"}>
                  {wall.attention.more(duties.length - SHOWN)}
                </Link>
              </p>
            )}
          </div>
          <SocStrip change={change} view={view} />
          {!view.isWall && (
            <div className={styles.foot}>
              <KeyHints
                hints={[
                  { keys: ["J", "K"], does: shell.keyboard.row },
                  { keys: ["Enter"], does: wall.acts.open },
                  ...(mayTake ? [{ keys: ["A"], does: wall.acts.take }] : []),
                  ...(mayWaive ? [{ keys: ["W"], does: wall.acts.waiveShort }] : []),
                  { keys: ["?"], does: shell.keyboard.help },
                ]}
              />
              <WallActs change={change} />
            </div>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** The list anew when a duty passes into another column, not each second. */
function useAttention(timeline: Timeline, announced: ReadonlySet<string>, { column }: WallView): readonly Obligation[] {
  const shownNow = useShownNow();
  const counts = useNowFor(useMemo(() => (now: number) => countsAt(timeline, now), [timeline]));
  return useMemo(
    () => attentionOf(timeline, { now: shownNow(), announced, column }),
    // oxlint-disable-next-line react/exhaustive-deps -- `counts` says when the time has moved on far enough
    [timeline, announced, column, shownNow, counts],
  );
}

function Filter({ view, change }: { readonly view: WallView; readonly change: (changes: Partial<WallView>) => void }) {
  const { wall } = useTexts();
  if (view.column === null && view.socs.length === 0) return <span className={styles.filter}>{wall.socs.all}</span>;
  return (
    <>
      {view.column !== null && (
        <Button isSmall kind="quiet" onPress={() => change({ column: null })}>
          {wall.attention.all}
        </Button>
      )}
      {view.socs.length > 0 && (
        <>
          <span className={styles.filter}>{wall.socs.only(view.socs.join(", "))}</span>
          <Button isSmall kind="quiet" onPress={() => change({ socs: [] })}>
            {wall.socs.showAll}
          </Button>
        </>
      )}
    </>
  );
}

function Nothing({ timeline, view }: { readonly timeline: Timeline; readonly view: WallView }) {
  const texts = useTexts();
  const { wall } = texts;
  const [next] = timeline.duties;
  if (!next) return <Empty title={wall.attention.noneOpen}>{wall.attention.noneOpenWhy}</Empty>;
  if (view.column !== null) return <Empty title={wall.attention.emptyColumn} />;
  return (
    <Empty title={wall.attention.emptyTitle}>
      <p>{wall.attention.empty}</p>
      <p>
        <Link href={hrefOf(next)}>{wall.attention.next(dotted(numberOf(next), dutyOf(next.rule, texts)))}</Link>
      </p>
    </Empty>
  );
}
