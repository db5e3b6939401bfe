import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { consoleGateway, look, losesAnswerTo, OUTAGE, type Window } from "../support/console.js";
import { accepted, type Person } from "../support/person.js";

async function revisionsOf(soc: Person, number: string) {
  const { incident } = await soc.gets(IncidentDocument, { number });
  return incident?.cardRevisions ?? [];
}

/** What has the focus is the field of this name. */
async function hasFocus(page: Page, field: string): Promise<void> {
  expect(await page.evaluate("document.activeElement.id")).toBe(`field-${field}`);
}

/** What axe finds on the whole form: a field half under the header or the form's bar would have half its size. */
async function barriersOf(window: Window): Promise<string[]> {
  await window.page.setViewportSize({ width: 1_440, height: 6_000 });
  return window.barriers();
}

/** Fills in what a report leaves open, so that nothing is missing. */
async function completes(page: Page): Promise<void> {
  await page.locator("label").filter({ hasText: "4 High" }).click();
  await page.getByRole("radio", { name: "Individual" }).check();
  await page.getByLabel("Date and time of occurrence").fill("01.03.2026 14:30");
  await page.getByRole("radio", { name: "New" }).check();
  await page.getByRole("radio", { name: "Actual" }).check();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("checkbox", { name: "operab", exact: false }).check();
  await page.getByLabel("Actions taken").fill("The servers were taken off the network.");
}

test("L3, F5, F8: a card with three faults shows each at its field, F8 walks them, and an answer that is cut off leaves one revision", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ summary: "Files are being encrypted.", severity: "HIGH" });
  const at = `/incidents/${incident.number}/card`;
  await using window = await look(world.url, { person: soc, at, expects: OUTAGE });
  const { page } = window;
  // What was reported is taken over.
  await page.getByLabel("Nature of the incident").waitFor();
  expect(await page.getByLabel("Nature of the incident").inputValue()).toBe("Files are being encrypted.");
  await completes(page);
  await page.getByLabel("Date and time of occurrence").fill("01.03.2026 14:59:30");
  await page.getByLabel("Value of indicator 1", { exact: true }).fill("198[.]51.100.24");
  await page.getByLabel("Value of indicator 2", { exact: true }).fill("192.0.2.300");
  await page.getByLabel("Type of indicator 2", { exact: true }).selectOption("IPV4");
  await page.getByRole("checkbox", { name: "No consequences" }).check();
  await page.keyboard.press("Control+Enter");

  const summary = page.getByRole("region", { name: "The gateway found 3 faults" });
  await summary.waitFor();
  expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^The gateway found 3\sfaults/);
  expect(await summary.getByRole("link").count()).toBe(3);
  for (const [field, rule] of [
    ["confirmedAt", "L3"],
    ["indicators-1-value", "F8"],
    ["consequences", "F5"],
  ] as const) {
    await page.keyboard.press("F8");
    await hasFocus(page, field);
    // What is wrong with it is read with the field.
    const says = await page.evaluate(
      `document.activeElement.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" ")`,
    );
    expect(says).toMatch(new RegExp(`\\S\\s*${rule}\\b`));
  }
  await page.keyboard.press("F8");
  await hasFocus(page, "confirmedAt");
  await page.keyboard.press("Shift+F8");
  await hasFocus(page, "consequences");
  expect(await barriersOf(window)).toEqual([]);

  await page.getByLabel("Date and time of occurrence").fill("01.03.2026 14:30");
  await page.getByLabel("Date and time of confirmation").fill("01.03.2026 14:59");
  await page.getByLabel("Value of indicator 2", { exact: true }).fill("192.0.2.30");
  await page.getByRole("checkbox", { name: "No consequences" }).uncheck();
  // The gateway takes it, and its answer is lost on the way.
  const isLost = await losesAnswerTo("submitIncidentCard", page);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Card accepted, revision 1" }).waitFor();
  expect(isLost()).toBe(true);
  await page.getByText("This had been accepted before: nothing was recorded again.").waitFor();
  const revisions = await revisionsOf(soc, incident.number);
  expect(revisions.map(({ revision }) => revision)).toEqual([1]);
  expect(revisions[0]?.indicators.map(({ value }) => value)).toEqual(["198.51.100.24", "192.0.2.30"]);
  expect(await barriersOf(window)).toEqual([]);
});

test("F12, L6: a revision that came meanwhile is shown beside the form, and building on it loses nothing", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  await soc.sendsCard({ nature: "As it was first." }, { incidentId: incident.id });
  await using window = await look(world.url, { person: soc, at: `/incidents/${incident.number}/card` });
  const { page } = window;
  await page.getByRole("heading", { name: "Incident card: correct revision 1" }).waitFor();
  await page.getByLabel("Nature of the incident").fill("Mine, about its nature.");

  const theirs = { nature: "Theirs, about its nature.", measures: "Theirs, about measures.", note: "Theirs." };
  accepted(await soc.amends(incident.id, 1, theirs));
  const meanwhile = page.getByRole("alert").filter({ hasText: "Revision 2 came meanwhile" });
  await meanwhile.waitFor();
  expect(await page.getByLabel("Nature of the incident").inputValue()).toBe("Mine, about its nature.");
  for (const says of ["As it was first.", ...Object.values(theirs), "changed by both", "Mine, about its nature."])
    expect(await meanwhile.textContent()).toContain(says);
  expect(await barriersOf(window)).toEqual([]);

  await page.getByRole("button", { name: "Build on revision 2" }).click();
  await page.getByRole("heading", { name: "Incident card: correct revision 2" }).waitFor();
  expect(await page.getByLabel("Nature of the incident").inputValue()).toBe("Mine, about its nature.");
  expect(await page.getByLabel("Actions taken").inputValue()).toBe(theirs.measures);
  await page.getByRole("button", { name: "Take it from revision 2" }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Card accepted, revision 3" }).waitFor();
  const last = (await revisionsOf(soc, incident.number)).at(-1);
  expect(last).toMatchObject({ ...theirs, nature: "Mine, about its nature.", revision: 3 });
});

test("a check says what the gateway would say, amber beside its field, and keeps nothing", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  await using window = await look(world.url, { person: soc, at: `/incidents/${incident.number}/card` });
  const { page } = window;
  await page.getByLabel("Nature of the incident").waitFor();
  await completes(page);
  for (const line of [1, 2]) await page.getByLabel(`Value of indicator ${line}`, { exact: true }).fill("198.51.100.24");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("The gateway would accept it, but look at this.").waitFor();
  expect(await barriersOf(window)).toEqual([]);
  expect(await revisionsOf(soc, incident.number)).toEqual([]);
});

test("F9: four thousand indicators are pasted as lines, and only those in sight are drawn", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  await using window = await look(world.url, { person: soc, at: `/incidents/${incident.number}/card` });
  const { page } = window;
  const lines = Array.from({ length: 4_000 }, (_, place) => `10.${place >> 8}.${place & 255}.1`);
  const first = page.getByLabel("Value of indicator 1", { exact: true });
  await first.waitFor();
  await first.focus();
  await page.evaluate(
    `(() => {
      const data = new DataTransfer();
      data.setData("text", ${JSON.stringify(lines.join("\r\n"))});
      const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    })()`,
  );
  await page.getByText("4,000 indicators").waitFor();
  expect(await page.getByLabel(/^Value of indicator/).count()).toBeLessThan(80);
  expect(await barriersOf(window)).toEqual([]);
});

test("a card of an incident that is another SOC's, or of none, is the same page", async () => {
  await using world = await consoleGateway();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { incident } = await other.sendsReport();
  for (const number of [incident.number, "NOBODY-2026-0001"]) {
    await using window = await look(world.url, { person: soc, at: `/incidents/${number}/card` });
    await window.page.getByText("Nothing was found at this address").waitFor();
  }
});
