/** What a mark of the horizon is: square owner, circle card, triangle level, ring answer. */
export const SHAPES = ["owner", "card", "level", "answer"] as const;
export type HorizonShape = (typeof SHAPES)[number];

/** One open duty within its column. */
export interface HorizonMark {
  readonly id: string;
  /** Where it is in the column, from 0 (its beginning) to 1 (its end). */
  readonly place: number;
  readonly shape: HorizonShape;
  /** The short number of what it is about, `WATER-0007`; it is written where there is room. */
  readonly number: string;
  /** What is owed, in a word: `owner`. */
  readonly word: string;
}

/** One column of the horizon. */
export interface HorizonBucket {
  readonly key: string;
  /** `overdue`, `within 15 minutes`: what its duties are. */
  readonly name: string;
  readonly count: number;
  /** At its beginning: `now 03:14`, `03:29`; empty where it has none. */
  readonly from: string;
  readonly isOverdue: boolean;
  readonly isSoon: boolean;
  /** Nearest to now first: they are labelled while there is room. */
  readonly marks: readonly HorizonMark[];
}

/** A mark in its place; coordinates are those of the column's drawing, 100 high. */
export interface PlacedMark {
  readonly id: string;
  readonly shape: HorizonShape;
  readonly x: number;
  readonly y: number;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: "start" | "middle" | "end";
    readonly number: string;
    readonly word: string;
  } | null;
}

const EDGE = 12;
/** The least distance of two marks of one row. */
const APART = 13;
const ROWS = [56, 71, 86];
const LABEL_ROWS = [14, 32];
/** Labels of a column with more marks than this say nothing any more. */
const LABELLED = 4;
const LABELS = 2;
/** Width of a letter, about. */
const LETTER = 7;

/** Places marks so that none covers another: in the next row where the place is taken, and counted as `rest` where all are. */
export function horizonLayout(
  marks: readonly HorizonMark[],
  width: number,
): { readonly marks: readonly PlacedMark[]; readonly rest: number } {
  const taken: number[][] = ROWS.map(() => []);
  const labelled: { readonly x: number; readonly from: number; readonly to: number; readonly row: number }[] = [];
  const placed: PlacedMark[] = [];
  for (const { id, place, shape, number, word } of marks) {
    const x = EDGE + Math.max(0, Math.min(1, place)) * (width - 2 * EDGE);
    const row = taken.findIndex((others) => others.every((other) => Math.abs(other - x) >= APART));
    if (row < 0) continue;
    taken[row]?.push(x);
    placed.push({ id, shape, x, y: ROWS[row] ?? 0, label: null });
    if (row > 0 || marks.length > LABELLED || labelled.length >= LABELS) continue;
    const length = (number.length + 1 + word.length) * LETTER;
    const start = Math.max(2, Math.min(x - 4, width - length - 2));
    const end = start + length;
    // Neither may two labels meet, nor the stem of an upper one go through a lower one.
    const labelRow = LABEL_ROWS.findIndex((_, of) =>
      labelled.every((other) => {
        if (other.row === of) return start > other.to + 8 || end < other.from - 8;
        return other.row < of ? other.x < start - 3 || other.x > end + 3 : x < other.from - 3 || x > other.to + 3;
      }),
    );
    if (labelRow < 0) continue;
    labelled.push({ x, from: start, to: end, row: labelRow });
    placed[placed.length - 1] = {
      id,
      shape,
      x,
      y: ROWS[row] ?? 0,
      label: { x: start, y: LABEL_ROWS[labelRow] ?? 0, anchor: "start", number, word },
    };
  }
  return { marks: placed, rest: marks.length - placed.length };
}
