import { expect, test } from "vitest";
import { vectorOf, type SearchedText } from "../../src/domain/search/parts.js";
import { createDatabase } from "../support/database.js";

/** Texts that no word of everyday life is in; each as large as settings may allow. */
const TEXTS: Readonly<Record<string, string>> = {
  "very many words": Array.from({ length: 200_000 }, (_, place) => `слово${place.toString(36)}`).join(" "),
  "one word without an end": "ң".repeat(2_000_000),
  "one word again and again": "вирус ".repeat(300_000),
  "addresses without an end": `${"a.".repeat(50_000)}example `.repeat(3),
  "letters of four bytes": Array.from({ length: 60_000 }, (_, place) => `${"𝒜".repeat(9)}${place}`).join(" "),
  "no word": "'\\\u0000 \u2028 — …".repeat(1_000),
  "letters cut in two": `${"x".repeat(119)}𝒜𝒜 \uD835 \uDC9C`,
};

test.each(Object.keys(TEXTS))("whatever is written, PostgreSQL takes its terms: %s", async (name) => {
  await using database = await createDatabase();
  const texts: readonly SearchedText[] = [{ part: "NATURE", text: TEXTS[name] ?? "" }];
  const [row] = await database.asOwner("select length($1::tsvector) as terms", [vectorOf("CARD", texts, ["§sone"])]);
  expect(Number(row?.["terms"])).toBeGreaterThanOrEqual(2);
});
