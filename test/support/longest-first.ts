import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest files, slowest first: started last, one of them would still run when all others have ended. */
const LONGEST = [
  "process/faults",
  "generated/documents",
  "process/demonstration",
  "process/gateway",
  "process/feed-faults",
  "gateway/socket-limits",
  "process/outage",
  "process/deliveries",
  "process/embedded-outage",
  "generated/cards",
  "gateway/second-fence",
  "process/production",
  "stores/embedded-postgres",
  "stores/embedded-root",
  "gateway/delivery-attempts",
  "gateway/http-connections",
  "gateway/walk",
];

/** Starts the slowest files first, and those of the rules, which take almost no time, last. */
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
