import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest files, slowest first: started last, one of them would still run when all others have ended. */
const LONGEST = [
  // First of all: they have processes of their own, and those of all others would have to end for them and begin again.
  "gateway/second-fence-over-time",
  "gateway/second-fence",
  "process/demonstration",
  "gateway/delivery-attempts",
  "process/faults",
  "gateway/reserve-batches",
  "gateway/batch-connections",
  "process/feed-faults",
  "gateway/walk",
  "process/outage",
  "process/reserve-folder",
  "gateway/socket-limits",
  "stores/register-plans",
  "process/deliveries",
  "process/embedded-postgres",
  "process/press",
  "gateway/http-connections",
  "gateway/rooms",
  "generated/rooms",
  "gateway/over-time",
  "gateway/import",
  "gateway/look-ahead",
  "process/import",
  "process/gateway",
  "process/embedded-root",
  "gateway/repeat-incidents",
  "gateway/exchange-floods",
  "gateway/cost",
  "stores/roles",
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
