import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest files, slowest first: started last, one of them would still run when all others have ended. */
const LONGEST = [
  // First of all: they have processes of their own, and those of all others would have to end for them and begin again.
  "walks/second-fence-over-time",
  "walks/second-fence",
  "process/demonstration",
  "console/everyday/sign-in",
  "limits/delivery-attempts",
  "process/faults",
  "intake/reserve-batches",
  "limits/batch-connections",
  "process/feed-faults",
  "walks/walk",
  "process/outage",
  "process/reserve-folder",
  "limits/socket-limits",
  "limits/register-plans",
  "process/deliveries",
  "process/embedded-postgres",
  "process/press",
  "limits/http-connections",
  "limits/rooms",
  "generated/rooms",
  "walks/over-time",
  "intake/import",
  "walks/look-ahead",
  "process/import",
  "process/gateway",
  "process/embedded-root",
  "gateway/repeat-incidents",
  "limits/exchange-floods",
  "limits/cost",
  "walks/roles",
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
