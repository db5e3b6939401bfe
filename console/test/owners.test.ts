import { describe, expect, it } from "vitest";
import type { OwnerDutyFragment } from "../src/operations/generated.js";
import { howTold, type OwnerDelivery } from "../src/shared/incident-form/owners.js";

const duty = { objectCode: "GRID", object: { id: "grid" } } as OwnerDutyFragment;
const delivery = (state: OwnerDelivery["state"], ...attempts: (boolean | null)[]): OwnerDelivery => ({
  state,
  attempts: attempts.map((isAccepted) => ({ isAccepted })),
  object: { id: "grid" },
});

describe("R9.2: whether the SOC may leave it to the gateway to tell an owner", () => {
  it("while the first attempt is on its way", () => {
    expect(howTold(duty, [delivery("QUEUED")])).toEqual({ by: "GATEWAY" });
    expect(howTold(duty, [delivery("QUEUED", null)])).toEqual({ by: "GATEWAY" });
  });

  it("but not once an attempt has failed: the 15 minutes may be over before the next one", () => {
    expect(howTold(duty, [delivery("QUEUED", false)])).toEqual({ by: "SOC", why: "NOT_REACHED" });
    expect(howTold(duty, [delivery("QUEUED", false, null)])).toEqual({ by: "SOC", why: "NOT_REACHED" });
  });

  it("where another of its addresses may still be reached", () => {
    expect(howTold(duty, [delivery("QUEUED", false), delivery("QUEUED")])).toEqual({ by: "GATEWAY" });
  });
});
