import type { Colour } from "./screen.js";

/** A cell of a table in the terminal. */
export interface Cell {
  readonly text: string;
  readonly colour?: Colour;
}

/** The lines of a table whose columns are as wide as their widest cell. */
export function table(
  rows: readonly (readonly Cell[])[],
  paint: (colour: Colour, text: string) => string,
): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.text.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map(({ text, colour }, column) => {
        const padded = text.padEnd(widths[column] ?? 0);
        return colour ? paint(colour, padded) : padded;
      })
      .join("  ")
      .trimEnd(),
  );
}
