const COLOURS = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };

/** A colour or weight of text in the terminal. */
export type Colour = keyof typeof COLOURS;

/** Gives a text its colour. */
export type Paint = (colour: Colour, text: string) => string;

/** A cell of a table in the terminal. */
export interface Cell {
  readonly text: string;
  readonly colour?: Colour;
}

/** Paints where colours are wanted, else leaves texts as they are. */
export function painter(isColoured: boolean): Paint {
  return (colour, text) => (isColoured ? `\u001B[${COLOURS[colour]}m${text}\u001B[0m` : text);
}

/** The lines of a table whose columns are as wide as their widest cell. */
export function table(rows: readonly (readonly Cell[])[], paint: Paint): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.text.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map(({ text, colour }, column) => {
        const padded = column === columns - 1 ? text : text.padEnd(widths[column] ?? 0);
        return colour ? paint(colour, padded) : padded;
      })
      .join("  "),
  );
}
