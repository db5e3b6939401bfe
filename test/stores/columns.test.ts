import { getMetadataArgsStorage } from "typeorm";
import { expect, test } from "vitest";
import "../../src/compose.js";
import { createDatabase } from "../support/database.js";

test("every column of every row class is in its table, of the same type, and null where the class says so", async () => {
  const { tables, columns } = getMetadataArgsStorage();
  await using database = await createDatabase();
  const rows = await database.asOwner(
    `select table_name as "table", column_name as "column", data_type as "type", udt_name as "inner", is_nullable = 'YES' as "isNullable"
       from information_schema.columns where table_schema = 'public'`,
    [],
  );
  const found = new Map(rows.map((row) => [`${String(row["table"])}.${String(row["column"])}`, row]));
  const expected = columns.flatMap(({ target, propertyName, options }) => {
    const table = tables.find((one) => one.target === target)?.name;
    return table === undefined ? [] : [{ name: `${table}.${options.name ?? propertyName}`, options }];
  });
  expect(expected.length).toBeGreaterThan(100);
  const wrong = expected.filter(({ name, options }) => {
    const row = found.get(name);
    const isOfType = options.array ? row?.["inner"] === `_${String(options.type)}` : typeOf(row) === options.type;
    return !isOfType || row?.["isNullable"] !== (options.nullable ?? false);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** PostgreSQL's name of a type as row classes write it. */
function typeOf(row: Record<string, unknown> | undefined): unknown {
  const names: Record<string, string> = { "timestamp with time zone": "timestamptz", integer: "int", bigint: "int8" };
  return names[String(row?.["type"])] ?? row?.["type"];
}
