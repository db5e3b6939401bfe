import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestModule } from "vitest/node";

/** Characters of a line about a failure. */
const LONGEST = 300;

/** Ends a run with plain lines that any tool can parse: `failed: …` for each failure, then `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    const failures = errors.map((error) => lineOf("outside of tests", [error]));
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors: ofTest } = test.result();
        count[state] += 1;
        if (state === "failed") failures.push(lineOf(`${module.relativeModuleId} > ${test.fullName}`, ofTest));
      }
      if (module.errors().length > 0) {
        count.failed += 1;
        failures.push(lineOf(module.relativeModuleId, module.errors()));
      }
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    process.on("exit", () => {
      console.log([...failures, `${count.passed} passed, ${count.failed} failed${skipped}`].join("\n"));
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
