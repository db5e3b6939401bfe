import { expect, test, vi } from "vitest";
import { after, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { Snapshot } from "../../src/operation/snapshot.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { accepted } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

test("everybody with a token asks for the gateway's time, by which standings of the same answer are judged, without reading anything", async () => {
  const world = shared();
  const soc = await world.soc();
  const people = [soc, await world.owner(), await world.nationalCentre()];
  const opened = vi.spyOn(Snapshot.prototype as unknown as { open: () => unknown }, "open");
  for (const person of people) {
    world.clock.advance(MINUTE + 1);
    expect(await person.gets("{ serverTime }")).toEqual({ serverTime: toIso(world.clock.now()) });
  }
  expect(opened).not.toHaveBeenCalled();
  opened.mockRestore();
  expect((await soc.withToken("").asks("{ serverTime }")).errors).toMatchObject([
    { extensions: { code: "UNAUTHENTICATED" } },
  ]);
});

test("F2, F8, F9, F10, F11 what a submission may measure is told as the gateway is set, and one more is refused", async () => {
  const settings = {
    MAX_TEXT: "60",
    MAX_SUMMARY: "40",
    MAX_INDICATORS: "2",
    CLOCK_SKEW_SECONDS: "7",
    CONSOLE_DRAFTS: "no",
  };
  await using world = await startGateway({ settings });
  const soc = await world.soc();
  const { limits } = await soc.gets<{ limits: Record<string, number | boolean> }, object>(
    `{ limits { text shortText indicatorValue indicators affectedObjects notifications submissionKey clockAllowanceSeconds page allowsDrafts } }`,
  );
  expect(limits).toEqual({
    text: 60,
    shortText: 40,
    indicatorValue: 4_000,
    indicators: 2,
    affectedObjects: 100,
    notifications: 100,
    submissionKey: 200,
    clockAllowanceSeconds: 7,
    page: 100,
    allowsDrafts: false,
  });
  const value = (characters: number) => ({ type: "OTHER" as const, value: "x".repeat(characters) });
  const ahead = (milliseconds: number) => toIso(after(world.clock.now(), 7 * SECOND + milliseconds));
  const texts = (characters: number) => ({ nature: "Ұ".repeat(characters), measures: "x" });
  accepted(await soc.submitsCard({ ...texts(60), indicators: [value(4_000)] }));
  accepted(await soc.reports({ summary: "x".repeat(40), confirmedAt: ahead(0) }));
  const refusals = [
    await soc.submitsCard(texts(61)),
    await soc.submitsCard({ ...texts(1), indicators: [value(4_001)] }),
    await soc.submitsCard({ ...texts(1), indicators: [value(1), value(2), value(3)] }),
    await soc.reports({ summary: "x".repeat(41) }),
    await soc.reports({ confirmedAt: ahead(1) }),
  ];
  const rules = refusals.map((one) => ("violations" in one ? one.violations.map(({ rule }) => rule) : []));
  expect(rules).toEqual([["F2"], ["F8"], ["F9"], ["F2"], ["L3"]]);
  const page = (first: number) =>
    soc.asks("query ($first: Int!) { incidents(first: $first) { nodes { id } } }", { first });
  expect((await page(100)).errors).toBeUndefined();
  expect((await page(101)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});
