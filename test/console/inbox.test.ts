import { expect, test } from "vitest";
import { consoleGateway, look, losesAnswerTo, OUTAGE } from "../support/console.js";
import { codeOf } from "../support/inbox.js";
import { aNotifiedSoc, notified, numberOf, partOf } from "../support/notified-socs.js";
import { accepted } from "../support/person.js";
import { Keys } from "./keys.js";

test("R9.4, F10: a threat is answered by keyboard from the inbox, and an answer that is cut off leaves one receipt", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, { person: soc, expects: OUTAGE });
  const { page } = window;
  const keys = new Keys(page);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  await keys.press("g", "n");
  await page.getByRole("link", { name: number }).waitFor();
  await keys.press("j", "Enter");
  await page.getByRole("heading", { name: number }).last().waitFor();
  expect(await window.barriers()).toEqual([]);
  await keys.press("a");
  await page.getByText(/^acknowledged /).waitFor();

  await keys.press("r");
  await page.locator("#field-analysis-findings:focus").waitFor();
  await keys.press("Control+Enter");
  await page.getByText("Not sent yet: 3").waitFor();
  expect(await window.barriers()).toEqual([]);
  await keys.tabTo(/^What was found/);
  await keys.type("Two mailboxes have received it.");
  await keys.press("Tab");
  await keys.type("Nothing was opened.");
  await keys.press("Tab");
  await keys.type("The mail was deleted.");
  const isLost = await losesAnswerTo("submitThreatAnalysis", page);
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre has your answer" }).waitFor();
  expect(isLost()).toBe(true);
  await page.getByText("This had been accepted before: nothing was recorded again.").waitFor();
  process.stdout.write(`A threat acknowledged and answered from the shift, by keyboard alone: ${keys.count} keys.\n`);
  expect(await page.getByText("Receipt of the answer").count()).toBe(1);
  expect((await partOf(soc, notificationId)).analyses).toHaveLength(1);
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
  expect(await window.barriers()).toEqual([]);
});

test("R9.5: whoever uses the keyboard alone loses the focus neither to the receipts nor on the way back, and each thing is said once", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "EVENT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, { person: soc, at: `/notifications/${number}` });
  const { page } = window;
  const keys = new Keys(page);
  await page.getByText(/^sent \d/).waitFor();
  await keys.tabTo(/^Acknowledge receipt$/);
  await keys.press("Enter");
  await page.locator("summary:focus").waitFor();
  expect(await page.locator("summary:focus").textContent()).toBe("Receipt");
  await page.getByText(/^acknowledged /).waitFor();
  await keys.press("r");
  await keys.tabTo(/^What was found/);
  await keys.type("Fonts were updated.");
  await keys.press("Escape");
  await page.locator(`a[href="/notifications/${number}"]:focus`).waitFor();
  await keys.press("Enter");
  await page.getByRole("heading", { name: number }).last().waitFor();
  await keys.press("r");
  await keys.tabTo(/^Conclusions/);
  await keys.type("Nothing happened.");
  await keys.press("Tab");
  await keys.type("The address was closed.");
  await keys.press("Control+Enter");
  await page.locator(":focus").getByRole("heading", { name: "Receipt of the answer" }).waitFor();
});

test("R12.1: a notification of the centre reaches the SOC's inbox within a second, without a reload", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc({ covering: [await world.protectedObject()] });
  await using window = await look(world.url, { person: soc, at: "/notifications" });
  const { page } = window;
  await page.getByText("There are no notifications").waitFor();
  expect(await window.barriers()).toEqual([]);
  const id = await notified(world, "EVENT", soc);
  const sent = performance.now();
  await page.getByRole("link", { name: await numberOf(soc, id) }).waitFor({ timeout: 10_000 });
  process.stdout.write(
    `From the centre's receipt to the row in the SOC's inbox: ${Math.round(performance.now() - sent)} ms.\n`,
  );
});

test("R9.5: an event is answered by an analysis or by what was not confirmed, whose grounds must be there", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "EVENT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, {
    person: soc,
    at: `/notifications/${number}`,
    language: "ru",
    theme: "dark",
    width: 390,
    height: 844,
  });
  const { page } = window;
  await page.getByRole("radio", { name: "Не подтвердилось" }).check();
  await page.getByRole("button", { name: "Отправить: не подтвердилось" }).click();
  await page.getByText("Ещё не отправлено").waitFor();
  await page.locator("#field-grounds").fill("Журналы за десять дней просмотрены: входов не было.");
  await page.getByRole("button", { name: "Отправить: не подтвердилось" }).click();
  await page.getByRole("heading", { name: "НКЦИБ получил ваш ответ" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
});

test("L17, R9.6: the notification of an incident is answered by an event's analysis, where only an event was confirmed", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, { person: soc, at: `/notifications/${number}` });
  const { page } = window;
  await page.getByRole("radio", { name: "Send the analysis" }).check();
  await page.getByLabel(/^What was found/).fill("One account was tried, and refused.");
  await page.getByLabel(/^Conclusions/).fill("Nothing was opened.");
  await page.getByLabel(/^Measures/).fill("The address was blocked.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByRole("heading", { name: "The national centre has your answer" }).waitFor();
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
  // Its correction is of the analysis, not of a card.
  await page.getByRole("button", { name: "Correct the analysis" }).click();
  await page.locator("#field-analysis-findings").waitFor();
  expect(await page.getByRole("radio", { name: "Send the analysis" }).isChecked()).toBe(true);
});

test("L19: a supplement and a withdrawal stand in the thread, and say that they restart nothing", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, { person: soc, at: `/notifications/${number}` });
  const { page } = window;
  await page.getByRole("heading", { name: "Your answer" }).waitFor();
  const centre = await world.nationalCentre();
  await centre.sendsNotification({ supplements: notificationId });
  await page.getByText("It restarts nothing").waitFor();
  await centre.sendsNotification({ withdraws: notificationId });
  await page.getByText("The notification was withdrawn: no answer is owed.").waitFor();
  await page.getByRole("heading", { name: "Your answer" }).waitFor({ state: "detached" });
  expect(await window.barriers()).toEqual([]);
});

test("a notification of somebody else gives the same page as a number that nothing has", async () => {
  await using world = await consoleGateway();
  const { notificationId } = await aNotifiedSoc(world, "THREAT");
  const number = await numberOf(await world.nationalCentre(), notificationId);
  const stranger = await world.soc();
  for (const at of [number, "NOTIFICATION-2026-9999"]) {
    await using window = await look(world.url, { person: stranger, at: `/notifications/${at}`, language: "kk" });
    await window.page.getByText("Мұндай нөмірлі хабарлама жоқ").waitFor();
  }
});

test("R12.1: by keyboard the centre records a threat, sees whom it reaches and why, and notifies; it is told who acknowledged", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc({ covering: [await world.protectedObject()] });
  const code = await codeOf(soc);
  const centre = await world.nationalCentre();
  await using window = await look(world.url, { person: centre, at: "/notify?record" });
  const { page } = window;
  const keys = new Keys(page);
  await page.getByRole("heading", { name: "Record what was detected" }).first().waitFor();
  expect(await window.barriers()).toEqual([]);
  await keys.tabTo(/^What it is about/);
  await keys.type("Mail with an archive that encrypts files.");
  await keys.tabTo(/^Now/);
  await keys.press("Enter");
  await keys.tabTo(/^Source/);
  await keys.type("A partner abroad");
  await keys.press("Tab", "Space");
  await keys.press("ArrowDown", "ArrowDown");
  await keys.press("Control+Enter");
  await page.getByRole("link", { name: "Notify SOCs of it" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await keys.tabTo(/^Notify SOCs of it/);
  await keys.press("Enter");
  await page.getByRole("heading", { name: "Whom it would reach" }).waitFor();
  await keys.tabTo(/^SOCs by name/);
  await keys.type(code);
  await page.getByRole("option").filter({ hasText: code }).waitFor();
  await keys.press("Enter");
  await page.getByRole("row").filter({ hasText: code }).filter({ hasText: "named" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await keys.tabTo(/^Text/);
  await keys.type("Check your mail gateways.");
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The SOCs were notified" }).first().waitFor();
  process.stdout.write(`A threat recorded and a SOC notified of it, by keyboard alone: ${keys.count} keys.\n`);
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("link", { name: "Open the notification" }).click();
  await page.getByText("not acknowledged").waitFor();
  const { notifications } = await soc.gets<{ notifications: { nodes: readonly { id: string }[] } }, object>(
    "{ notifications(first: 1) { nodes { id } } }",
    {},
  );
  accepted(await soc.acknowledges({ notificationId: notifications.nodes[0]?.id ?? "" }));
  await page.getByText("not acknowledged").waitFor({ state: "detached" });
  expect(await window.barriers()).toEqual([]);
});

test("L19, F28: the centre withdraws a notification, after it was asked once more", async () => {
  await using world = await consoleGateway();
  const { notificationId } = await aNotifiedSoc(world, "EVENT");
  const centre = await world.nationalCentre();
  const number = await numberOf(centre, notificationId);
  await using window = await look(world.url, { person: centre, at: `/notifications/${number}`, theme: "dark" });
  const { page } = window;
  await page.getByRole("link", { name: "Withdraw it" }).click();
  await page.locator("#field-text").fill("A false alarm at the source.");
  await page.getByRole("button", { name: "Withdraw the notification" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw the notification" }).click();
  await page.getByRole("heading", { name: "The notification was withdrawn" }).first().waitFor();
});

test("timeliness says of how many duties which share was in time, as a table and without a target", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await soc.sendsReport();
  for (const [language, theme, width] of [
    ["kk", "light", 1_440],
    ["ru", "dark", 390],
    ["en", "light", 1_440],
  ] as const) {
    // prettier-ignore
    await using window = await look(world.url, { person: soc, at: "/timeliness", language, theme, width });
    await window.page.getByText("R9.1 · 15").first().waitFor();
    expect(await window.barriers()).toEqual([]);
  }
});
