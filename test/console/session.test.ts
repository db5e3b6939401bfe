import { expect, test } from "vitest";
import { IncidentsDocument, MeDocument } from "../../schema/operations.generated.js";
import { consoleGateway, look, type Window } from "../support/console.js";
import { aNotifiedSoc, numberOf } from "../support/notified-socs.js";

const REVOKED = /401 \(Unauthorized\)|4403/;

test("signing out may end the token too, which is said before: nobody can use it again", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, expects: REVOKED });
  const { page } = window;
  await page.getByText("Live", { exact: true }).first().waitFor();
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out and end the token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("not accepted any more").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect((await soc.gets(MeDocument, {})).me.roles).toEqual(["SOC_OPERATOR"]);

  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out and end the token" }).click();
  await dialog.getByRole("button", { name: "Sign out and end the token" }).click();
  await page.locator("form input").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("You have signed out.");
  expect((await soc.asks(MeDocument, {})).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("another tab asks for no token while somebody is signed in, and has none once they have signed out", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  await using window = await look(world.url, { at: "/incidents", person: soc });
  const { page } = window;
  const link = page.getByRole("link", { name: incident.number }).first();
  const opening = page.context().waitForEvent("page");
  await link.click({ modifiers: ["Control"] });
  const second = await opening;
  await second.getByRole("heading", { level: 1 }).filter({ hasText: incident.number }).waitFor();

  const anotherTab = async () => {
    const opened = await page.context().newPage();
    await opened.goto(`${world.url}/settings`);
    return opened;
  };
  const third = await anotherTab();
  await third.getByRole("heading", { name: "Settings" }).waitFor();
  await third.locator("button[title*='sign out']").click();
  await third.getByRole("button", { name: "Sign out", exact: true }).click();
  for (const tab of [page, second, third]) await tab.locator("form input").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("You signed out in another window.");
  await (await anotherTab()).locator("form input").waitFor();
});

test("a locked page gives its token to no other tab, and a tab that was signed out takes none at its next reload", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const [soc, other] = [await world.soc(), await world.soc()];
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  const second = await page.context().newPage();
  await second.goto(world.url);
  await second.locator("form input").fill(other.token);
  await second.keyboard.press("Enter");
  await second.locator("form input").waitFor({ state: "detached" });

  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.locator("form input").waitFor();
  await page.reload();
  await page.locator("form input").waitFor();
  await second.reload();
  await second.locator("button[title*='sign out']").waitFor();
});

test("what became of a submission is found by its key, from the palette: one's own party's alone", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const [soc, other] = [await world.soc(), await world.soc()];
  const { incident, receipt } = await soc.sendsReport();
  const stranger = await other.sendsReport();
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  await page.locator("button[title*='sign out']").waitFor();
  await page.keyboard.press("Control+KeyK");
  await page.getByRole("dialog").getByRole("searchbox").fill("receipt");
  await page.keyboard.press("Enter");
  const field = page.getByLabel("Submission key");
  await field.fill(stranger.receipt.submissionKey);
  await page.keyboard.press("Enter");
  await page.getByText("Nothing of your organisation was accepted under this key").waitFor();
  await field.fill(` ${receipt.submissionKey} `);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("link", { name: incident.number }).waitFor();
  expect(await window.barriers()).toEqual([]);
});

test("where the gateway's operator lets no draft be kept, Settings says so, a form too, and nothing lies in the browser", async () => {
  await using world = await consoleGateway({ settings: { CONSOLE_DRAFTS: "no" } });
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/settings" });
  const { page } = window;
  await page.getByText("lets no draft be kept in a browser").waitFor();
  await page.goto(`${world.url}/report`);
  await page.getByLabel("Summary").fill("Files are encrypted.");
  await page.getByText("Not saved").first().waitFor();
  await page.goto(world.url);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  expect(await page.getByRole("link", { name: "Go on with the report" }).count()).toBe(0);
});

test("a reload does not unlock a page that was locked, and a form that was open in it sends nothing", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await page.getByLabel("Summary").waitFor();
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Unlock" }).click();

  await page.getByRole("dialog").locator("form input").fill(soc.token);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Unlock" }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByLabel("Summary").waitFor();
  expect(await page.getByRole("button", { name: "Unlock" }).count()).toBe(0);
});

/** What a report of the tests below needs, and its text. */
async function writesReport({ page }: Window): Promise<void> {
  await page.getByRole("button", { name: "Now" }).click();
  await page.getByRole("combobox", { name: "Type of the incident" }).fill("phish");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Affected object" }).fill("a mail server");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Summary").fill("Written before the lock.");
}

test("a form that was open when the page was locked sends nothing, keeps what was typed, and sends it once it is unlocked", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await writesReport(window);
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await page.getByLabel("Summary").inputValue()).toBe("Written before the lock.");
  expect((await soc.gets(IncidentsDocument, {})).incidents.nodes).toEqual([]);

  await dialog.locator("form input").fill(soc.token);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel("Summary").inputValue()).toBe("Written before the lock.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  expect((await soc.gets(IncidentsDocument, {})).incidents.nodes).toHaveLength(1);
});

test("what was being written when another tab signed out is there once the person signs in again", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await writesReport(window);
  const second = await page.context().newPage();
  await second.goto(`${world.url}/settings`);
  await second.locator("button[title*='sign out']").click();
  await second.getByRole("button", { name: "Sign out", exact: true }).click();
  await second.getByRole("dialog").getByRole("button", { name: /keep/i }).click();
  await page.getByText("You signed out in another window.").waitFor();
  expect((await soc.gets(IncidentsDocument, {})).incidents.nodes).toEqual([]);
  await window.signIn(soc.token);
  await page.getByLabel("Summary").waitFor();
  expect(await page.getByLabel("Summary").inputValue()).toBe("Written before the lock.");
});

const WITHHELD = {
  "no storage of the window":
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
  "storage that is full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
  "no channel among tabs": "delete window.BroadcastChannel",
  "no database": "Object.defineProperty(window, 'indexedDB', { get: () => undefined })",
  "a database that is denied": "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }",
  "no locks": "Object.defineProperty(navigator, 'locks', { get: () => undefined })",
};

test.each(Object.entries(WITHHELD))("a browser that has %s lets its person sign in and report", async (_, script) => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  await using window = await look(world.url, { at: "/report" });
  const { page } = window;
  await page.addInitScript(script);
  await page.reload();
  await window.signIn(soc.token);
  await page.getByLabel("Summary").fill("Written all the same");
  expect(await page.getByLabel("Summary").inputValue()).toBe("Written all the same");
});

test("whoever signs out while something is sent again and again sends it no more", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, {
    at: `/notifications/${number}`,
    person: soc,
    expects: /ERR_|Failed to load resource/,
  });
  const { page } = window;
  let sent = 0;
  const lost = Promise.withResolvers<void>();
  await page.route("**/graphql", (route) => {
    if (!route.request().postData()?.includes("acknowledgeNotification(")) return route.continue();
    sent += 1;
    lost.resolve();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Acknowledge receipt" }).click();
  await lost.promise;
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByText("You have signed out.").waitFor();
  const before = sent;
  // Longer than the first of its waits: what does not happen cannot be waited for.
  await page.waitForTimeout(6_000);
  expect(sent).toBe(before);
});
