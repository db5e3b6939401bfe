import { expect, test } from "vitest";
import { nearestCode } from "../../src/domain/nearest.js";

test("F17 a code with a slip in its letters means the one that has them right", () => {
  expect(nearestCode("DEMO-GRID-SKADA", ["DEMO-GRID-SCADA", "DEMO-GRID-OFFICE"])).toBe("DEMO-GRID-SCADA");
  expect(nearestCode("SOC-ENREGY-3", ["SOC-ENERGY-2", "SOC-ENERGY-3"])).toBe("SOC-ENERGY-3");
});

test("F17 other digits are other things, and where several are as near none is meant", () => {
  expect(nearestCode("SOC-14", ["SOC-11", "SOC-12"])).toBeNull();
  expect(nearestCode("SOC-X", ["SOC-A", "SOC-B"])).toBeNull();
  expect(nearestCode("PIPELINE", ["DEMO-GRID-SCADA"])).toBeNull();
});
