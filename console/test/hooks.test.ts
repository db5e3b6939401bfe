import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** An effect that gives back what it called; `void` and a function of its own are said by hand. */
const GIVES_BACK = /use(?:Layout)?Effect\(\s*\(\) =>\s*(?!\{|void |\()\S/;

/** What is drawn by the clock itself: kept by a memo, handed to an element, or the cell of a table. */
const BY_THE_CLOCK =
  /useMemo\(\s*\(\) =>(?!\s\(\{)[^;]*?\bclock\.now\(\)|=\{(?![^}]*=>)[^}]*\bclock\.now\(\)|\bcell: .*=>\s.*\bclock\.now\(\)/;

function sourcesWith(fault: RegExp): readonly string[] {
  const source = new URL("../src", import.meta.url).pathname;
  return readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && fault.test(readFileSync(join(source, file), "utf8")),
  );
}

it("no effect gives back what it called: newer browsers answer scrolling with a promise, which is no way to clean up", () => {
  expect("useEffect(() => list.current?.scrollIntoView(), [])").toMatch(GIVES_BACK);
  expect(sourcesWith(GIVES_BACK)).toEqual([]);
});

it("what is drawn asks the second that the page shows, not the clock: ahead of the beat it would stay as it is", () => {
  expect("useMemo(\n  () => lapsedSince(timeline, clock.now()),\n  [timeline])").toMatch(BY_THE_CLOCK);
  expect("<Clock dueAt={dueAt} now={clock.now()} />").toMatch(BY_THE_CLOCK);
  expect("cell: ({ tokens }) =>\n  words(tokens.filter((token) => isInForce(token, clock.now())))").toMatch(
    BY_THE_CLOCK,
  );
  expect("<Field now={() => clock.now()} />").not.toMatch(BY_THE_CLOCK);
  expect(sourcesWith(BY_THE_CLOCK)).toEqual([]);
});
