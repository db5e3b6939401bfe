import { expect, test } from "vitest";
import { consoleGateway, look } from "../support/console.js";
import { accepted } from "../support/person.js";

// What one party writes must not hide from another what the page itself says.

const ENDLESS = "A".repeat(380);
/** Turns around whatever follows it in its line. */
const TURNED = "invoice \u202Efdp.exe";

test.each([1_440, 390])("a name without an end makes no page wider than the window of %i pixels", async (width) => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({
    summary: ENDLESS.repeat(5),
    affectedObjects: [{ description: ENDLESS, kinds: [] }],
  });
  await using window = await look(world.url, { person: await world.nationalCentre(), width });
  const { page } = window;
  for (const at of ["/incidents", `/incidents/${incident.number}`, "/terms"]) {
    await page.goto(new URL(at, world.url).href);
    await page.getByText(ENDLESS).first().waitFor();
    const scrollWidth = await page.evaluate("document.documentElement.scrollWidth");
    expect([at, scrollWidth]).toEqual([at, width]);
  }
});

test("an indicator without an end makes the page of a notification no wider than a telephone", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const indicators = [{ type: "OTHER" as const, value: ENDLESS }];
  await soc.sendsCard({ indicators });
  const centre = await world.nationalCentre();
  const { threat } = accepted(await centre.registersThreat({ indicators }));
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { sharingIndicators: true } });
  await using window = await look(world.url, { person: soc, at: "/notifications", width: 390 });
  const { page } = window;
  await page.goto(new URL(`/notifications/${notification.number}`, world.url).href);
  await page.getByText(ENDLESS).first().waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
});

test("what turns a name around turns none of the page's own words", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ affectedObjects: [{ description: TURNED }] });
  await using window = await look(world.url, {
    person: await world.nationalCentre(),
    at: `/incidents/${incident.number}`,
  });
  const { page } = window;
  const own = page.getByText("invoice fdp.exe (kind not known)");
  await own.waitFor();
  const beside = page.getByText("not registered · kind not known");
  const [name, words] = [
    await page.getByText(TURNED, { exact: true }).first().boundingBox(),
    await beside.boundingBox(),
  ];
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
});
