import type { Obligation } from "../../live/state.js";
import { COLUMNS, type Column } from "../../live/standing.js";
import type { HorizonBucket, HorizonMark, HorizonShape } from "../../parts/horizon-layout.js";
import type { Texts } from "../../texts/texts.js";
import { DAY, HOUR, MINUTE } from "../../time/almaty.js";
import type { Language } from "../../texts/languages.js";
import { writeDay, writeMinute } from "../../time/write.js";
import { boundsOf, columnsOf, type Timeline } from "./timeline.js";

/** Marks that are placed at most: of more than these a column shows how many there are beside. */
const PLACED = 120;

const SHAPES: Readonly<Record<Obligation["kind"], HorizonShape>> = {
  NOTIFY_CENTRE: "answer",
  NOTIFY_OWNER: "owner",
  SUBMIT_CARD: "card",
  REVIEW_SEVERITY: "level",
  ANSWER_NOTIFICATION: "answer",
};

const WITHIN: Readonly<Record<Exclude<Column, "OVERDUE">, keyof Texts["parts"]["horizon"]["within"]>> = {
  MINUTES_15: 15,
  HOUR_1: 60,
  HOURS_6: 360,
  HOURS_24: 1440,
  HOURS_72: 4320,
};

export function nameOf(column: Column, { horizon }: Texts["parts"]): string {
  return column === "OVERDUE" ? horizon.overdue : horizon.within[WITHIN[column]];
}

/** The columns of the horizon at `now`, with a mark for each duty. */
export function bucketsOf(
  timeline: Timeline,
  now: number,
  { parts, words }: Texts,
  language: Language,
): readonly HorizonBucket[] {
  const columns = columnsOf(timeline, now);
  return COLUMNS.map((column) => {
    const duties = timeline.duties.slice(...columns[column]);
    const nearest = column === "OVERDUE" ? duties.toReversed() : duties;
    const [from] = boundsOf(column);
    return {
      key: column,
      name: nameOf(column, parts),
      count: duties.length,
      from:
        column === "OVERDUE"
          ? ""
          : column === "MINUTES_15"
            ? parts.horizon.now(writeMinute(now))
            : writeEdge(now + from, now, language),
      isOverdue: column === "OVERDUE",
      isSoon: column === "MINUTES_15",
      marks: nearest.slice(0, PLACED).map((duty): HorizonMark => ({
        id: duty.id,
        place: placeIn(column, Date.parse(duty.dueAt) - now),
        shape: SHAPES[duty.kind],
        number: shortNumber(duty),
        word: duty.rule in words.duties ? words.duties[duty.rule as keyof typeof words.duties].mark : duty.rule,
      })),
    };
  });
}

/** Where a duty lies in its column, from 0 to 1. What has passed is drawn by orders of magnitude: minutes are seen beside days. */
export function placeIn(column: Column, left: number): number {
  const [from, to] = boundsOf(column);
  if (column !== "OVERDUE") return (left - from) / (to - from);
  return 1 - Math.log1p(-left / MINUTE) / Math.log1p(-from / MINUTE);
}

/** `DEMO-WATER-2026-0007` as `WATER-0007`: what tells it from its neighbours. */
export function shortNumber({ incident, notification }: Obligation): string {
  const number = incident?.number ?? notification?.number ?? "";
  const read = /([^-]+)-\d{4}-(\d+)$/.exec(number);
  if (!read) return number;
  return incident ? `${read[1]}-${read[2]}` : `№ ${read[2]}`;
}

/** The time at a column's edge, with its day where that is another. */
function writeEdge(at: number, now: number, language: Language): string {
  const isFar = at - now >= DAY - HOUR;
  return isFar ? `${writeDay(at, language)}, ${writeMinute(at)}` : writeMinute(at);
}
