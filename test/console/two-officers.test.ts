import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { consoleGateway, look } from "../support/console.js";
import { accepted, type Person } from "../support/person.js";

const FIRST = { nature: "As it was first.", measures: "Measures, as they were first." };
const MINE = "Mine, about its nature.";

async function revisionsOf(soc: Person, number: string) {
  const { incident } = await soc.gets(IncidentDocument, { number });
  return incident?.cardRevisions ?? [];
}

/** An incident whose card has two revisions, and the two officers of its SOC. */
async function twoRevisions() {
  const world = await consoleGateway();
  const soc = await world.soc();
  const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
  const { incident } = await soc.sendsReport();
  await soc.sendsCard(FIRST, { incidentId: incident.id });
  accepted(await soc.amends(incident.id, 1, FIRST));
  return { world, soc, colleague, incident, at: `/incidents/${incident.number}/card` };
}

const sends = (page: Page) => page.keyboard.press("Control+Enter");

test("F12, L6: two officers amend one card in two browsers; the second is told that revision 3 came meanwhile, sees what it changed, and loses nothing", async () => {
  const { world, soc, colleague, incident, at } = await twoRevisions();
  await using _ = world;
  await using mine = await look(world.url, { person: soc, at });
  await using theirs = await look(world.url, { person: colleague, at });
  for (const { page } of [mine, theirs]) await page.getByRole("heading", { name: /correct revision 2$/ }).waitFor();
  await mine.page.getByLabel("Nature of the incident").fill(MINE);
  await theirs.page.getByLabel("Actions taken").fill("Theirs, about measures.");
  await sends(theirs.page);
  await theirs.page.getByRole("heading", { name: "Card accepted, revision 3" }).waitFor();

  const { page } = mine;
  const meanwhile = page.getByRole("alert").filter({ hasText: "Revision 3 came meanwhile" });
  await meanwhile.waitFor();
  expect(await meanwhile.locator("del").allTextContents()).toEqual([`removed: ${FIRST.measures}`]);
  expect(await meanwhile.locator("ins").allTextContents()).toEqual(["added: Theirs, about measures."]);
  expect(await page.getByLabel("Nature of the incident").inputValue()).toBe(MINE);
  await page.getByRole("button", { name: "Build on revision 3" }).click();
  await sends(page);
  await page.getByRole("heading", { name: "Card accepted, revision 4" }).waitFor();
  const last = (await revisionsOf(soc, incident.number)).at(-1);
  expect(last).toMatchObject({ revision: 4, nature: MINE, measures: "Theirs, about measures." });
});

test("F12: an officer who sends before the news has reached the page is refused, is shown the revision then, and loses nothing", async () => {
  const { world, soc, incident, at } = await twoRevisions();
  await using _ = world;
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  // What the gateway says by the socket waits, from when the test says so.
  let isHeld = false;
  await page.routeWebSocket(/graphql/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!isHeld) socket.send(message);
    });
  });
  await page.goto(new URL(at, world.url).href);
  await page.getByRole("heading", { name: /correct revision 2$/ }).waitFor();
  await page.getByLabel("Nature of the incident").fill(MINE);
  isHeld = true;
  accepted(await soc.amends(incident.id, 2, { ...FIRST, measures: "Theirs, about measures." }));
  await sends(page);
  await page.getByRole("region", { name: /^The gateway found 1\sfault/ }).waitFor();
  await page.getByRole("alert").filter({ hasText: "Revision 3 came meanwhile" }).waitFor();
  expect(await page.getByLabel("Nature of the incident").inputValue()).toBe(MINE);
  expect((await revisionsOf(soc, incident.number)).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  await page.getByRole("button", { name: "Build on revision 3" }).click();
  await sends(page);
  await page.getByRole("heading", { name: "Card accepted, revision 4" }).waitFor();
  const last = (await revisionsOf(soc, incident.number)).at(-1);
  expect(last).toMatchObject({ revision: 4, nature: MINE, measures: "Theirs, about measures." });
});
