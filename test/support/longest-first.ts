import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest files, slowest first: started last, one of them would still run when all others have ended. */
const LONGEST = [
  // First of all: they have processes of their own, and those of all others would have to end for them and begin again.
  "gateway/second-fence-over-time",
  "gateway/second-fence",
  "process/demonstration",
  "gateway/delivery-attempts",
  "process/faults",
  "gateway/walk",
  "process/gateway",
  "process/feed-faults",
  "gateway/socket-limits",
  "process/embedded-root",
  "generated/rooms",
  "process/deliveries",
  "process/embedded-postgres",
  "gateway/over-time",
  "process/outage",
  "generated/played-histories",
  "process/production",
  "process/embedded-outage",
  "gateway/http-connections",
  "process/draining",
  "generated/operations",
  "process/recovery",
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
