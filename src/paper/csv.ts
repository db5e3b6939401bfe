import { cellText } from "../domain/formula.js";
import { clockInAlmaty } from "../domain/instant.js";
import type { Held, Register } from "./register.js";

/** By this a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The beginning of a register as CSV (RFC 4180) in UTF-8: a byte-order mark and its columns' names. Its rows follow, in as many parts
 * as one likes. Instants are RFC 3339 by the clocks of Almaty, so that they sort; what is not there is empty.
 */
export function csvHead({ columns }: Register): string {
  return BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => label)]);
}

export function csvRows(rows: Register["rows"]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(held: Held): string {
  if (held === null) return "";
  if (typeof held === "number") {
    const { date, time, hours } = clockInAlmaty(held);
    return `${date}T${time}+0${hours}:00`;
  }
  const text = cellText(held);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
