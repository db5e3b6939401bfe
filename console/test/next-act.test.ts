import { describe, expect, it } from "vitest";
import type { DossierStateFragment } from "../src/operations/generated.js";
import { nextOf } from "../src/screens/dossier/pending.js";

type Duty = DossierStateFragment["obligations"][number];

const NOW = Date.parse("2026-03-01T22:14:07Z");
const OBJECT = { id: "grid" };
const duty = (rule: string, minutesLeft: number, more: Partial<Duty> = {}): Duty =>
  ({
    rule,
    dueAt: new Date(NOW + minutesLeft * 60_000).toISOString(),
    dischargedAt: null,
    waivedAt: null,
    isVoid: false,
    objectCode: "GRID",
    object: OBJECT,
    ...more,
  }) as Duty;
const next = (obligations: readonly Duty[], states: readonly string[] = ["NO_ADDRESS"]): string | null => {
  const deliveries = states.map((state) => ({ state, attempts: [], object: OBJECT }));
  return nextOf({ obligations, deliveries } as unknown as DossierStateFragment, NOW);
};

describe("the button that a dossier puts forward", () => {
  it("R9.2, R9.3: meets the duty that ends next, overdue or not", () => {
    expect(next([duty("R9.3", 4_000), duty("R9.2", 5)])).toBe("OWNER_TOLD");
    expect(next([duty("R9.3", 4_000), duty("R9.2", -5)])).toBe("OWNER_TOLD");
    expect(next([duty("R9.3", 4), duty("R9.2", 5)])).toBe("CARD");
  });

  it("R9.2: is not that of telling an owner whom the gateway is telling", () => {
    expect(next([duty("R9.3", 4_000), duty("R9.2", 5)], ["QUEUED"])).toBe("CARD");
  });

  it("is none where nothing is open", () => {
    const dischargedAt = new Date(NOW - 60_000).toISOString();
    expect(next([duty("R9.2", 5, { dischargedAt }), duty("R9.3", 5, { isVoid: true }), duty("RA.1", 5)])).toBeNull();
  });
});
