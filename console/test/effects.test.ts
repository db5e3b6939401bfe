import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** An effect that gives back what it called; `void` and a function of its own are said by hand. */
const GIVES_BACK = /use(?:Layout)?Effect\(\s*\(\) =>\s*(?!\{|void |\()\S/;

it("no effect gives back what it called: newer browsers answer scrolling with a promise, which is no way to clean up", () => {
  expect("useEffect(() => list.current?.scrollIntoView(), [])").toMatch(GIVES_BACK);
  const source = new URL("../src", import.meta.url).pathname;
  const found = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && GIVES_BACK.test(readFileSync(join(source, file), "utf8")),
  );
  expect(found).toEqual([]);
});
