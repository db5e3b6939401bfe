import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { accepted } from "../support/person.js";

const shared = sharedGateway();

test("M6 L13 RA.1 a review is judged by the table's criteria, with the consequences and the type of the last card", async () => {
  const soc = await shared().soc();
  const reviewed = async (card: Parameters<typeof soc.sendsCard>[0], severity: "LOW" | "HIGH") => {
    const { incident } = await soc.sendsCard({ severity: "UNDETERMINED", ...card });
    const { warnings } = accepted(await soc.reviews(incident.id, severity));
    return warnings.map(({ rule, path }) => `${rule} ${path.join(".")}`);
  };
  const warned = "L13 input.severity";
  const harmed = { type: "DENIAL_OF_SERVICE", consequences: ["INTEGRITY", "CONFIDENTIALITY"] } as const;
  expect(await reviewed({ ...harmed, consequences: [...harmed.consequences] }, "LOW")).toEqual([warned]);
  expect(await reviewed({ ...harmed, consequences: [...harmed.consequences] }, "HIGH")).toEqual([]);
  expect(await reviewed({ type: "SPAM", consequences: ["NONE"] }, "HIGH")).toEqual([warned, warned]);
  expect(await reviewed({ type: "SPAM", consequences: ["NONE"] }, "LOW")).toEqual([]);
});

test("L13 of an incident that has no card yet, a review is judged by the type that was reported", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsReport({ type: "SPAM", severity: "UNDETERMINED" });
  const { warnings } = accepted(await soc.reviews(incident.id, "HIGH"));
  expect(warnings).toMatchObject([{ rule: "L13", path: ["input", "severity"] }]);
});
