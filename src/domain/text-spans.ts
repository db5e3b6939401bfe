/** What became of a piece of a text. */
export type SpanKind = "KEPT" | "REMOVED" | "ADDED";

export interface Span {
  readonly kind: SpanKind;
  readonly text: string;
}

/**
 * A word with the white space before it. A number, an address or a name with dots, hyphens and the like inside is one word; any
 * other character is a word of its own.
 */
const WORDS = /\s*(?:[\p{L}\p{M}\p{N}_]+(?:[.:@'’-][\p{L}\p{M}\p{N}_]+)*|\S)|\s+/gu;

/**
 * Places that are looked at until two texts count as different ones: about 10 ms. It is enough for a thousand words that went or
 * came, and for any two texts of less than five hundred words each.
 */
const EFFORT = 500_000;

/**
 * A text as spans of words that stayed, went and came: what is not ADDED is `before`, what is not REMOVED is `after`. No span is
 * empty, no two neighbours are of one kind, and what went stands before what came. Where the texts differ too much to be compared
 * (EFFORT), everything between their common beginning and end went and came.
 */
export function spansBetween(before: string, after: string): Span[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  const [went, came] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return merged([
    ...kept(old.slice(0, start)),
    ...(compared(went, came) ?? replaced(went, came)),
    ...kept(old.slice(old.length - end)),
  ]);
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

function commonStart(old: readonly string[], now: readonly string[]): number {
  const most = Math.min(old.length, now.length);
  let length = 0;
  while (length < most && old[length] === now[length]) length += 1;
  return length;
}

function commonEnd(old: readonly string[], now: readonly string[], start: number): number {
  const most = Math.min(old.length, now.length) - start;
  let length = 0;
  while (length < most && old.at(-1 - length) === now.at(-1 - length)) length += 1;
  return length;
}

function kept(words: readonly string[]): Span[] {
  return [{ kind: "KEPT", text: words.join("") }];
}

function replaced(went: readonly string[], came: readonly string[]): Span[] {
  return [
    { kind: "REMOVED", text: went.join("") },
    { kind: "ADDED", text: came.join("") },
  ];
}

/**
 * The shortest way from one list of words to the other, word by word (Myers, "An O(ND) difference algorithm", 1986); null where
 * finding it would take more than EFFORT. Row `d` holds, for each diagonal that `d` changes reach, how far into `old` they lead.
 */
function compared(old: readonly string[], now: readonly string[]): Span[] | null {
  const rows: Int32Array[] = [];
  let left = EFFORT;
  for (let d = 0; left > 0; d += 1) {
    const [row, last] = [new Int32Array(d + 1), rows.at(-1)];
    rows.push(row);
    for (let i = 0; i <= d && left > 0; i += 1) {
      const begun = last ? stepped(last, i, d) : 0;
      let x = begun;
      let y = x - (2 * i - d);
      while (x < old.length && y < now.length && old[x] === now[y]) {
        x += 1;
        y += 1;
      }
      row[i] = x;
      left -= 1 + x - begun;
      if (x === old.length && y === now.length) return wayBack(rows, i, old, now);
    }
  }
  return null;
}

/** Whether diagonal `i` of row `d` is reached by a word that came; else by one that went. */
function isByAdding(last: Int32Array, i: number, d: number): boolean {
  return i === 0 || (i < d && (last[i - 1] ?? 0) < (last[i] ?? 0));
}

function stepped(last: Int32Array, i: number, d: number): number {
  return isByAdding(last, i, d) ? (last[i] ?? 0) : (last[i - 1] ?? 0) + 1;
}

function wayBack(rows: readonly Int32Array[], end: number, old: readonly string[], now: readonly string[]): Span[] {
  const spans: Span[] = [];
  let i = end;
  let x = old.length;
  for (let d = rows.length - 1; d >= 0; d -= 1) {
    const last = d > 0 ? rows[d - 1] : undefined;
    const begun = last ? stepped(last, i, d) : 0;
    spans.push(...kept(old.slice(begun, x)));
    if (!last) break;
    if (isByAdding(last, i, d)) {
      spans.push({ kind: "ADDED", text: now[begun - (2 * i - d) - 1] ?? "" });
      x = begun;
    } else {
      spans.push({ kind: "REMOVED", text: old[begun - 1] ?? "" });
      x = begun - 1;
      i -= 1;
    }
  }
  return spans.reverse();
}

/** The same as few spans: punctuation that stayed between two changes belongs to them. */
function merged(spans: readonly Span[]): Span[] {
  const said = spans.filter(({ text }) => text !== "");
  const few: Span[] = [];
  let [went, came] = ["", ""];
  const change = (): void => {
    few.push(...replaced([went], [came]).filter(({ text }) => text !== ""));
    [went, came] = ["", ""];
  };
  for (const [place, { kind, text }] of said.entries()) {
    const isBetween = (went !== "" || came !== "") && place < said.length - 1;
    if (kind === "REMOVED") went += text;
    else if (kind === "ADDED") came += text;
    else if (isBetween && !/[\p{L}\p{N}]/u.test(text)) [went, came] = [went + text, came + text];
    else {
      change();
      few.push({ kind, text });
    }
  }
  change();
  return few;
}
