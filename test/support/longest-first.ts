import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, longest first: begun last, one of them would run on when all others have ended. */
const LONGEST = [
  "process/faults",
  "generated/documents",
  "process/demonstration",
  "process/gateway",
  "gateway/socket-limits",
  "process/outage",
  "process/deliveries",
  "process/embedded-outage",
  "generated/submissions",
  "gateway/second-fence",
  "process/production",
  "stores/embedded-postgres",
  "stores/embedded-root",
  "gateway/delivery-attempts",
  "gateway/second-fence-over-time",
  "gateway/bad-input",
  "gateway/walk",
];

/** Starts the longest files first, and those of the rules, which take next to nothing, last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  if (place >= 0) return place;
  return /\/test\/(?:rules|contract)\//.test(moduleId) ? LONGEST.length + 1 : LONGEST.length;
}
