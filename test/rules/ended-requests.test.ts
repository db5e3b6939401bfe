import { describe, expect, test } from "vitest";
import { endOfCorrection, endOfRetraction, isPending, type CorrectionRequest } from "../../src/domain/decisions.js";
import { instant } from "../../src/domain/instant.js";

const at = instant(1);
const asked: CorrectionRequest = {
  decidedAt: null,
  refusalReason: null,
  replacedAt: null,
  settledAt: null,
  withdrawnAt: null,
};

describe("L4: a request to correct a confirmation", () => {
  test.for([
    ["is open until something becomes of it", asked, null, { outcome: "OPEN", at: null }],
    ["is granted by a correction", { ...asked, decidedAt: at }, at, { outcome: "GRANTED", at }],
    ["is refused with a reason", { ...asked, decidedAt: at, refusalReason: "no" }, null, { outcome: "REFUSED", at }],
    ["is replaced by a later one", { ...asked, replacedAt: at }, null, { outcome: "REPLACED", at }],
    ["is settled by what its SOC declares", { ...asked, settledAt: at }, null, { outcome: "SETTLED", at }],
    ["is taken back by its SOC", { ...asked, withdrawnAt: at }, null, { outcome: "WITHDRAWN", at }],
    ["need not be there: the centre corrects of itself", null, at, { outcome: "GRANTED", at }],
  ] as const)("%s", ([, request, correctedAt, end]) => {
    expect(endOfCorrection(request, correctedAt)).toEqual(end);
    if (request) expect(isPending(request)).toBe(end.outcome === "OPEN");
  });
});

test("L18: a request to retract an incident is open until the centre decides", () => {
  expect([null, true, false].map(endOfRetraction)).toEqual(["OPEN", "GRANTED", "REFUSED"]);
});
