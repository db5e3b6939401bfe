import type { Timeliness } from "../../texts/en/timeliness.js";
import { COUNTED, moved, type Period, type Row } from "./shares.js";

/** By this a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would take for a formula (OWASP, "CSV injection"): an apostrophe makes text of it, as `src/paper/csv.ts` does. */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * What the table counts, by SOC and rule, as CSV (RFC 4180) with the columns' names in the language of the page. Shares are parts of
 * 1, lateness is in seconds; days are those of the period, the last included.
 */
export function timelinessAsCsv(rows: readonly Row[], period: Period, timeliness: Timeliness): string {
  const { csv } = timeliness;
  const head = [
    timeliness.from,
    timeliness.to,
    timeliness.soc,
    csv.name,
    timeliness.rule,
    ...COUNTED.map((count) => timeliness.count[count]),
    csv.share,
    csv.seconds(timeliness.median),
    csv.seconds(timeliness.p95),
    csv.seconds(timeliness.worst),
  ];
  const lines = rows.map(({ soc, lateness, ...row }) => [
    period.from,
    moved(period.before, -1),
    soc?.code ?? "",
    soc?.name ?? "",
    row.rule,
    ...COUNTED.map((count) => row[count]),
    row.shareInTime,
    lateness?.medianSeconds ?? null,
    lateness?.p95Seconds ?? null,
    lateness?.worstSeconds ?? null,
  ]);
  return BYTE_ORDER_MARK + [head, ...lines].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
