/** Regular expressions of warning lists, as people write them: bare, or between slashes with flags. */

/** UTF-16 code units. */
const LONGEST_PATTERN = 1_000;

/** What `g`, `y` and `d` change is not asked here. */
const FLAGS = "imsuv";
const IGNORED = "gyd";

export type PatternRead =
  { readonly ok: true; readonly pattern: string } | { readonly ok: false; readonly why: string };

/** A regular expression in one spelling, `/…/flags`, or why JavaScript has none such. */
export function readPattern(text: string): PatternRead {
  if (text.length > LONGEST_PATTERN) return { ok: false, why: `it has more than ${LONGEST_PATTERN} characters` };
  const [, inner = text, given = ""] = /^\/(.*)\/([a-zA-Z]*)$/s.exec(text) ?? [];
  const unknown = [...given].find((flag) => !FLAGS.includes(flag) && !IGNORED.includes(flag));
  if (unknown !== undefined) return { ok: false, why: `JavaScript has no flag ${unknown}` };
  const flags = [...new Set(given)]
    .filter((flag) => FLAGS.includes(flag))
    .toSorted()
    .join("");
  try {
    const { source } = new RegExp(inner, flags);
    return { ok: true, pattern: `/${source}/${flags}` };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : "it is no regular expression" };
  }
}
