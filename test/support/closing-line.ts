import { stripVTControlCharacters } from "node:util";
import { BROWSER } from "./browser.js";
import type { Reporter, TestModule } from "vitest/node";

/** Characters of a line about a failure. */
const LONGEST = 300;

/** Ends a run with plain lines that any tool can parse: `failed: …` for each failure, then `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    const lines = errors.map((error) => lineOf("outside of tests", [error]));
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors: ofTest } = test.result();
        count[state] += 1;
        if (state === "failed") lines.push(lineOf(`${module.relativeModuleId} > ${test.fullName}`, ofTest));
      }
      if (module.errors().length > 0) {
        count.failed += 1;
        lines.push(lineOf(module.relativeModuleId, module.errors()));
      }
    }
    const unseen = modules.filter(({ relativeModuleId }) => relativeModuleId.startsWith("test/console/")).length;
    if (BROWSER === null && unseen > 0)
      lines.push(`*** NOBODY LOOKED AT THE CONSOLE: there is no browser, so ${unseen} files of tests were left out. Install chromium, or name one in CHROMIUM. ***`); // prettier-ignore
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    process.on("exit", () => {
      console.log([...lines, `${count.passed} passed, ${count.failed} failed${skipped}`].join("\n"));
    });
  }
}

/** What failed and the first line of why. */
function lineOf(what: string, errors: readonly unknown[]): string {
  const [error] = errors;
  const why = error !== null && typeof error === "object" && "message" in error ? String(error.message) : String(error);
  const line = stripVTControlCharacters(`failed: ${what}: ${why.split("\n")[0]}`);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
