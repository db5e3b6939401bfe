import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest files, slowest first: started last, one of them would still run when all others have ended. */
const LONGEST = [
  "process/faults",
  "process/demonstration",
  "gateway/walk",
  "process/feed-faults",
  "gateway/delivery-attempts",
  "process/deliveries",
  "gateway/second-fence",
  "gateway/second-fence-over-time",
  "stores/embedded-postgres",
  "stores/embedded-root",
  "gateway/socket-limits",
  "process/gateway",
  "process/production",
  "process/outage",
  "gateway/over-time",
  "process/draining",
  "generated/played-histories",
  "process/embedded-outage",
  "generated/documents",
  "generated/raw-requests",
  "process/recovery",
  "gateway/http-connections",
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
