import { expect, test } from "vitest";
import {
  ChangeContactDocument,
  IncidentDocument,
  IncidentsDocument,
  IssueTokenDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { consoleGateway, look, OUTAGE } from "../support/console.js";
import type { TestGateway } from "../support/gateway.js";
import { Line } from "../support/line.js";
import { accepted, type Person } from "../support/person.js";
import { Keys } from "./keys.js";

/** A SOC that covers a critical object of an owner without an address. */
async function socToTell(world: TestGateway) {
  const owner = await world.owner(null);
  const object = await world.protectedObject({ owner });
  return { soc: await world.soc({ covering: [object] }), object };
}

async function incidentsOf(soc: Person) {
  return (await soc.gets(IncidentsDocument, { first: 10 })).incidents.nodes;
}

async function onlyIncident(soc: Person) {
  const [incident, ...others] = await incidentsOf(soc);
  expect(others).toEqual([]);
  return incident;
}

test("R9.1, R9.2: by keyboard alone a SOC reports, and records that it told an owner without an address", async () => {
  await using world = await consoleGateway();
  const { soc, object } = await socToTell(world);
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  const keys = new Keys(page);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  await page.getByText("Nobody waits to be told").waitFor();

  await keys.tabTo(/^I confirmed it now/);
  await keys.press("Enter");
  await page.getByRole("combobox", { name: "Type of the incident" }).waitFor();
  await keys.tabTo(/^Type of the incident/);
  await keys.type("ransom");
  await keys.press("Enter", "Tab");
  await keys.type(object.code.slice(-6));
  await page.getByRole("option").filter({ hasText: object.code }).waitFor();
  await keys.press("Enter");
  await keys.tabTo(/^Summary/);
  await keys.type("Files on two servers are being encrypted.");
  await keys.press("Control+Enter");

  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  process.stdout.write(`A report from the shift, by keyboard alone: ${keys.count} keys.\n`);
  const incident = await onlyIncident(soc);
  await page
    .getByText(incident?.number ?? "none")
    .first()
    .waitFor();
  await page.getByText("The gateway has no address of the owner: tell it yourself.").waitFor();
  expect(await page.getByText("submission key").count()).toBe(1);
  expect(await window.barriers()).toEqual([]);

  const before = keys.count;
  await keys.tabTo(/^Now/);
  await keys.press("Enter");
  await keys.tabTo(/^Who was told/);
  await keys.type("A. Serik, duty engineer");
  await keys.tabTo(/^Record$/);
  await keys.press("Enter");
  await page.getByText("Recorded: R9.2 is met").waitFor();
  process.stdout.write(`That an owner was told, by keyboard alone: ${keys.count - before} keys.\n`);
  const duty = incident && (await onlyIncident(soc))?.obligations.find(({ rule }) => rule === "R9.2");
  expect(duty?.metBy).toBe("SOC_STATEMENT");
  expect(await window.barriers()).toEqual([]);
});

test("F1, F4: what is missing is said at its field and in a summary that takes the focus, and F8 walks it", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await page.getByLabel("Date and time of confirmation").fill("09:58");
  await page.keyboard.press("Control+Enter");
  const summary = page.getByRole("region", { name: "Not sent yet" });
  await summary.waitFor();
  expect(await page.evaluate("document.activeElement.textContent")).toContain("Not sent yet");
  expect(await summary.getByRole("link").count()).toBe(3);
  for (const field of ["type", "affectedObjects", "summary", "type"]) {
    await page.keyboard.press("F8");
    expect(await page.evaluate("document.activeElement.id")).toBe(`field-${field}`);
  }
  expect(await window.barriers()).toEqual([]);
  expect(await incidentsOf(soc)).toEqual([]);
});

test("R9.1: with the link gone, the centre's telephone is shown, and a form loses no letter", async () => {
  await using world = await consoleGateway();
  const partyId = (await world.nationalCentre()).party("NationalCentre");
  accepted(
    (await world.administrator().gets(ChangeContactDocument, { input: { partyId, phone: "+7 000 000 00 09" } }))
      .changeContact,
  );
  const soc = await world.soc();
  await using line = await Line.to(world.url);
  await using window = await look(line.address, { person: soc, at: "/report", expects: OUTAGE });
  const { page } = window;
  const text = page.getByLabel("Summary");
  await page.getByRole("button", { name: "Now" }).click();
  await page.getByRole("combobox", { name: "Type of the incident" }).fill("ransom");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Affected object" }).fill("the guest network");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await text.fill("Written before. ");
  await page.getByText("Live", { exact: true }).first().waitFor();

  await world.stops();
  line.cut();
  await page.getByRole("link", { name: "+7 000 000 00 09" }).waitFor();
  await text.press("End");
  await page.keyboard.type("Written while it was down. ");
  line.leadsTo(await world.another());
  await page.getByRole("link", { name: "+7 000 000 00 09" }).waitFor({ state: "detached" });
  await page.keyboard.type("Written after.");
  const whole = "Written before. Written while it was down. Written after.";
  expect(await text.inputValue()).toBe(whole);

  await page.keyboard.press("Control+KeyS");
  await page.getByText("saved", { exact: true }).waitFor();
  await page.reload();
  await text.waitFor();
  expect(await text.inputValue()).toBe(whole);
  await page.getByRole("button", { name: "Send to the centre" }).click();
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  const number = (await onlyIncident(soc.through(line.address)))?.number ?? "";
  const { incident } = await soc.through(line.address).gets(IncidentDocument, { number });
  expect(incident?.report?.summary).toBe(whole);
});

test("a token that is revoked over a form: a dialog asks for another, and what was written is sent once", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report", expects: OUTAGE });
  const { page } = window;
  await page.getByRole("button", { name: "Now" }).click();
  await page.getByRole("combobox", { name: "Type of the incident" }).fill("phish");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Affected object" }).fill("a mail server");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Summary").fill("Forty mailboxes have received it.");
  await page.getByText("Live", { exact: true }).first().waitFor();

  await world.revoke(soc);
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await page.getByLabel("Summary").inputValue()).toBe("Forty mailboxes have received it.");
  const { secret } = accepted(
    (
      await world.administrator().gets(IssueTokenDocument, {
        input: {
          actorId: toGlobalId("Actor", soc.actorId),
          expiresAt: toIso(instant(world.clock.now() + 100 * HOUR)),
        },
      })
    ).issueToken,
  );
  await dialog.locator("form input").fill(secret);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel("Summary").inputValue()).toBe("Forty mailboxes have received it.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  await onlyIncident(soc.withToken(secret));
});

test("L3: a report is checked before it is sent: what is wrong stands at its field, what is fine is said, nothing is kept", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  const typeMoment = (moment: string) => page.locator("#field-confirmedAt").fill(moment);
  await page.getByRole("combobox", { name: "Type of the incident" }).fill("phish");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Affected object" }).fill("a mail server");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Summary").fill("Forty mailboxes have received it.");
  await typeMoment("01.01.2027 00:00");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.locator("#field-confirmedAt-faults").filter({ hasText: "L3" }).waitFor();
  await page.getByRole("button", { name: "Now" }).click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  const answer = page.getByText("Nothing has been sent.");
  await answer.waitFor();
  expect((await answer.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  expect(await window.barriers()).toEqual([]);
  expect(await incidentsOf(soc)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
});

test("a report that is begun waits on the shift with its fifteen minutes, and can be thrown away", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  await page.getByRole("button", { name: "I confirmed it now" }).click();
  await page.getByLabel("Summary").fill("Something is wrong.");
  await page.getByRole("button", { name: "Save and close" }).click();
  await page.getByRole("link", { name: "Go on with the report" }).waitFor();
  await page.getByText("15 minutes from the confirmation").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("button", { name: "Remove Report" }).click();
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await page.getByRole("button", { name: "I confirmed it now" }).waitFor();
});

test("R9.1: what is confirmed while a report is written has a moment and a draft of its own, and both wait on the shift", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  await page.getByRole("button", { name: "I confirmed it now" }).click();
  await page.getByLabel("Summary").fill("The first one.");
  await page.getByRole("button", { name: "Save and close" }).click();
  await page.getByRole("button", { name: "I confirmed another one now" }).click();
  await page.getByLabel("Summary").filter({ hasText: /^$/ }).fill("The second one.");
  expect(await page.locator("#field-confirmedAt").inputValue()).not.toBe("");
  await page.getByRole("button", { name: "Save and close" }).click();
  await page.getByRole("button", { name: "I confirmed another one now" }).waitFor();
  const begun = page.getByRole("link", { name: "Go on with the report" });
  expect(await begun.count()).toBe(2);
  expect(await window.barriers()).toEqual([]);
  const said: string[] = [];
  for (const place of [0, 1]) {
    await begun.nth(place).click();
    said.push(await page.getByLabel("Summary").inputValue());
    await page.getByRole("button", { name: "Save and close" }).click();
    await begun.first().waitFor();
  }
  expect(said.toSorted()).toEqual(["The first one.", "The second one."]);
});

test("R9.2: where the kind of an object was not said, nobody is told that its owner need not be told", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await page.getByRole("button", { name: "Now", exact: true }).click();
  await page.getByRole("combobox", { name: "Type of the incident" }).fill("phish");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Affected object" }).fill("a mail server");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Summary").fill("Forty mailboxes have received it.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("It is not known whether an owner has to be told").waitFor();
  expect(await page.getByText("No owner has to be told").count()).toBe(0);
});

test("a reader of a SOC sees the shift and is told who reports", async () => {
  await using world = await consoleGateway();
  const reader = await world.soc({ role: "SOC_READER" });
  await using window = await look(world.url, { person: reader });
  await window.page.getByText("Your role reads.").waitFor();
  expect(await window.page.getByRole("button", { name: "I confirmed it now" }).count()).toBe(0);
});
