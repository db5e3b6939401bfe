import type { HorizonBucket, HorizonShape } from "../src/parts/horizon-layout.js";
import type { ShownTerm } from "../src/parts/TermBar.js";
import type { Texts } from "../src/texts/texts.js";
import { HOUR, MINUTE, SECOND } from "../src/time/almaty.js";
import { writeMinute } from "../src/time/write.js";

/** The fictional night of the drawings: 2 March 2026, 03:14:07 in Almaty. */
export const NOW = Date.parse("2026-03-01T22:14:07Z");

const term = (rule: ShownTerm["rule"], length: number, begun: number, rest: Partial<ShownTerm> = {}): ShownTerm => ({
  rule,
  standing: "RUNNING",
  startsAt: NOW - begun,
  dueAt: NOW - begun + length,
  metAt: null,
  ...rest,
});

export const TERMS: readonly ShownTerm[] = [
  term("R9.1", 15 * MINUTE, 25 * HOUR, { standing: "MET", metAt: NOW - 25 * HOUR + 492 * SECOND }),
  term("R9.2", 15 * MINUTE, 25 * HOUR, { standing: "MET_LATE", metAt: NOW - 25 * HOUR + 21 * MINUTE + 20 * SECOND }),
  term("R9.3", 72 * HOUR, 13 * MINUTE),
  term("RA.1", 48 * HOUR, 46 * HOUR, { standing: "DUE_SOON" }),
  term("R9.2", 15 * MINUTE, 21 * MINUTE + 18 * SECOND, { standing: "OVERDUE" }),
  term("R9.5", 72 * HOUR, 30 * HOUR, { standing: "WAIVED" }),
];

type Mark = readonly [place: number, shape: HorizonShape, number?: string];

export function bucketsOf({ parts, words }: Texts): readonly HorizonBucket[] {
  const word: Readonly<Record<HorizonShape, string>> = {
    owner: words.duties["R9.2"].mark,
    card: words.duties["R9.3"].mark,
    level: words.duties["RA.1"].mark,
    answer: words.duties["R9.4"].mark,
  };
  const bucket = (key: string, name: string, from: string, marks: readonly Mark[]): HorizonBucket => ({
    key,
    name,
    count: marks.length,
    from,
    isOverdue: key === "overdue",
    isSoon: key === "15",
    marks: marks.map(([place, shape, number = "GOV-0011"], at) => ({
      id: `${key}-${at}`,
      place,
      shape,
      number,
      word: word[shape],
    })),
  });
  const { within } = parts.horizon;
  const shapes: readonly HorizonShape[] = ["answer", "card", "answer", "level", "card", "owner", "card"];
  const many = (count: number): Mark[] =>
    Array.from({ length: count }, (_, at) => [((at * 37) % 100) / 100, shapes[at % shapes.length] ?? "card"]);
  return [
    bucket("overdue", parts.horizon.overdue, "", [
      [0.62, "owner", "WATER-0007"],
      [0.35, "card"],
      [0.1, "level"],
    ]),
    bucket("15", within[15], parts.horizon.now(writeMinute(NOW)), [
      [0.15, "owner", "ENERGY-0012"],
      [0.48, "card", "GOV-0014"],
      [0.78, "owner"],
      [0.9, "answer"],
    ]),
    bucket("60", within[60], writeMinute(NOW + 15 * MINUTE), [
      [0.35, "level", "ENERGY-0010"],
      [0.75, "card"],
    ]),
    bucket("360", within[360], writeMinute(NOW + HOUR), many(6)),
    bucket("1440", within[1440], writeMinute(NOW + 6 * HOUR), many(7)),
    bucket("4320", within[4320], writeMinute(NOW + 24 * HOUR), many(60)),
  ];
}
