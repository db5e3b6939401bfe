/** What a spreadsheet may take for the beginning of a formula (OWASP, "CSV injection"), in full width too. */
const SIGNS = new Set("=+-@\uFF1D\uFF0B\uFF0D\uFF20");
const LINE_ENDS = new Set("\n\r\v\f\u0085\u2028\u2029");
/** What a spreadsheet passes over before it: white space, controls, and characters that nobody sees. */
const PASSED_OVER = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Whether a spreadsheet might take a cell, or a line in it, for a formula: it begins with one of the signs, behind nothing but white
 * space; or with a tab or the end of a line, which some drop, and then look again.
 */
export function looksLikeFormula(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  // In one pass: a text may consist of ends of lines.
  let isAtBeginning = true;
  for (const character of text) {
    if (LINE_ENDS.has(character)) isAtBeginning = true;
    else if (isAtBeginning && !PASSED_OVER.test(character)) {
      if (SIGNS.has(character)) return true;
      isAtBeginning = false;
    }
  }
  return false;
}

/** A text as it is put into a cell of CSV: with an apostrophe before it where it might be taken for a formula. */
export function cellText(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
