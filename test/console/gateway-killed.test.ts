import { resolve } from "node:path";
import { expect, test } from "vitest";
import { IncidentsDocument } from "../../schema/operations.generated.js";
import { instant, SECOND, toIso } from "../../src/domain/instant.js";
import { systemClock } from "../../src/platform/clock.js";
import { look, OUTAGE, type Window } from "../support/console.js";
import { createDemoDatabase } from "../support/demo-world.js";
import type { TestGateway } from "../support/gateway.js";
import { Person } from "../support/person.js";
import { freePort, GatewayProcess } from "../support/process.js";

const REPORTS = 20;
/** Milliseconds within which the wall says that its link is gone; printed, since a busy machine takes what it takes. */
const TARGET = 2_000;
/** What is written while all of it happens, a part at a time. */
const PARTS = ["Written before it was killed. ", "Written while there was none. ", "Written after all was there."];

const feedOf = ({ page }: Window) => page.getByRole("list", { name: "Feed" });

test("a gateway that is killed while a report is written, and started again: the wall says so and then has all twenty reports of elsewhere in their order, none twice, and the report has every letter", async () => {
  await using database = await createDemoDatabase();
  const { centre, socs } = database.credentials;
  const tokenOf = (wanted: string): string => socs.find(({ code }) => code === wanted)?.token ?? "";
  const settings = {
    DATABASE_URL: database.gatewayUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    CONSOLE_DIR: resolve("console/dist"),
    SMTP_URL: "none",
    LOG_LEVEL: "silent",
  };
  const atPort = { ...settings, PORT: String(await freePort()) };
  await using elsewhere = await GatewayProcess.start(settings);
  const killed = await GatewayProcess.start(atPort);
  await using wall = await look(killed.url, { person: { token: centre }, expects: OUTAGE });
  await using form = await look(killed.url, {
    at: "/report",
    person: { token: tokenOf("DEMO-WATER") },
    expects: OUTAGE,
  });
  for (const { page } of [wall, form]) await page.locator("[data-link=LIVE]").waitFor();
  const text = form.page.getByLabel("Summary");
  await form.page.getByRole("button", { name: "Now" }).click();
  await form.page.getByRole("combobox", { name: "Type of the incident" }).fill("ransom");
  await form.page.keyboard.press("Enter");
  await form.page.getByRole("combobox", { name: "Affected object" }).fill("the guest network");
  await form.page.getByRole("option").first().waitFor();
  await form.page.keyboard.press("Enter");
  await text.focus();

  // The letters go on while it dies.
  const now = (): number => performance.now();
  const banner = wall.page
    .getByText(/^No link to the gateway since/)
    .waitFor()
    .then(now);
  const [died, told] = await Promise.all([
    killed.end("SIGKILL").then(now),
    banner,
    form.page.keyboard.type(PARTS[0] ?? ""),
  ]);
  process.stdout.write(
    `From the gateway's death to the banner: ${Math.round(told - died)} ms (target ${TARGET} ms).\n`,
  );

  const reporter = new Person({ clock: systemClock, url: elsewhere.url } as TestGateway, tokenOf("DEMO-ENERGY"), "");
  const numbers: string[] = [];
  const typing = form.page.keyboard.type(PARTS[1] ?? "");
  for (let count = 0; count < REPORTS; count += 1) {
    const confirmedAt = toIso(instant(systemClock.now() - count * SECOND));
    numbers.push((await reporter.sendsReport({ confirmedAt, severity: "LOW" })).incident.number);
  }
  await typing;

  await using again = await GatewayProcess.start(atPort);
  expect(again.url).toBe(killed.url);
  await feedOf(wall)
    .getByText(numbers.at(-1) ?? "")
    .first()
    .waitFor();
  for (const { page } of [wall, form]) await page.locator("[data-link=LIVE]").waitFor();
  const reported = feedOf(wall).getByRole("listitem").filter({ hasText: "Incident reported" }).getByRole("link");
  expect(await reported.allInnerTexts()).toEqual(numbers.toReversed());

  await form.page.keyboard.type(PARTS[2] ?? "");
  expect(await text.inputValue()).toBe(PARTS.join(""));
  await form.page.keyboard.press("Control+Enter");
  await form.page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  const soc = new Person({ clock: systemClock, url: again.url } as TestGateway, tokenOf("DEMO-WATER"), "");
  expect((await soc.gets(IncidentsDocument, { first: 10 })).incidents.nodes).toHaveLength(1);
});
