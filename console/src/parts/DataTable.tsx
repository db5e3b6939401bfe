import type { ReactNode } from "react";
import { Link } from "wouter";
import { classes } from "./classes.js";
import styles from "./DataTable.module.css";
import type { RowProps } from "./useRows.js";

export interface Column<Row> {
  readonly key: string;
  readonly name: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, in digits of one width. */
  readonly isNumber?: boolean | undefined;
  /** Its name is left out where rows stand as cards, because the value speaks for itself. */
  readonly isPlain?: boolean | undefined;
}

/**
 * Rows of a list. The first column holds what the row is called; with `href` it is a link over the whole row, and `rows` of
 * `useRows` lets keys walk. Where there is little room each row is a card of its names and values.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  href,
  walk,
  isNew,
}: {
  /** What the table is of; for readers. */
  readonly label: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly href?: ((row: Row) => string) | undefined;
  readonly walk?: ((id: string) => RowProps) | undefined;
  readonly isNew?: ((row: Row) => boolean) | undefined;
}) {
  const [first, ...others] = columns;
  return (
    <div className={styles.room}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, name, isNumber }) => (
              <th className={classes(isNumber && styles.number)} key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = rowKey(row);
            return (
              <tr className={classes(isNew?.(row) && styles.new, href && styles.linked)} key={id}>
                <th className={classes(first.isNumber && styles.number)} scope="row">
                  {href ? (
                    <Link {...walk?.(id)} className={styles.link} href={href(row)}>
                      {first.cell(row)}
                    </Link>
                  ) : (
                    first.cell(row)
                  )}
                </th>
                {others.map(({ key, name, cell, isNumber, isPlain }) => (
                  <td className={classes(isNumber && classes("figures", styles.number))} key={key}>
                    {!isPlain && (
                      <span aria-hidden="true" className={styles.name}>
                        {name}
                      </span>
                    )}
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
