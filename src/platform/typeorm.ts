/**
 * TypeORM, where more of it is used than it documents (decision 7):
 *
 * - the pool that its driver keeps for itself (`master`): sessions for acts are taken from there, since its query runners can neither
 *   send statements behind each other nor cancel one
 * - its metadata of a row class, for an insert of one statement: its own way of saving asks and writes more
 *
 * Both are shown by every test that records something.
 */
import type pg from "pg";
import type { DataSource, ObjectLiteral } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";

export function poolOf({ driver }: DataSource): pg.Pool {
  return (driver as PostgresDriver).master as pg.Pool;
}

/** The statement that inserts one row of a row class, and its parameters. */
export function insertOf<Row extends ObjectLiteral>(
  dataSource: DataSource,
  table: new () => Row,
  row: Row,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const { tablePath, columns } = dataSource.getMetadata(table);
  const names = columns.map((column) => `"${column.databaseName}"`).join(", ");
  const places = columns.map((_, index) => `$${index + 1}`).join(", ");
  const parameters = columns.map((column): unknown =>
    dataSource.driver.preparePersistentValue(column.getEntityValue(row), column),
  );
  return { sql: `insert into "${tablePath}" (${names}) values (${places})`, parameters };
}
