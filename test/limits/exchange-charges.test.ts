import { expect, test } from "vitest";
import { SECOND } from "../../src/domain/instant.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { PRINT_PRICE } from "../../src/server/exchange/print-handlers.js";
import { sendsBatch } from "../support/batches.js";
import { eventually } from "../support/eventually.js";
import { exchange, sends } from "../support/exchange.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { unique, type Person } from "../support/person.js";
import { MARCH, takesRegister } from "../support/registers.js";
import { reserveScene } from "../support/reserve-scene.js";

/** R13.2: what documents cost their party, whatever way they come. Hardly anything comes back while this runs. */

const SETTINGS = { COST_AT_ONCE: "131072", COST_PER_MINUTE: "1", PUBLIC_URL: "https://gateway.example" };
const narrow = sharedGateway({ settings: SETTINGS });

/** What is left to a person for readings, in values. */
async function left(person: Person): Promise<number> {
  const answer = (await person.asks("{ __typename }")) as {
    readonly extensions?: { readonly cost: { readonly remaining: number } };
  };
  return answer.extensions?.cost.remaining ?? Number.NaN;
}

test("a print costs what laying it out does, of a card and of a register; a register as CSV does not", async () => {
  const soc = await narrow().soc();
  const card = { ...cardInput(narrow().clock.now()) };
  const number = (await sends(soc, "incidentCard", { submissionKey: unique("k"), card })).json["number"] as string;
  const costOf = async (asked: () => Promise<{ readonly status: number }>): Promise<number> => {
    const before = await left(soc);
    expect((await asked()).status).toBe(200);
    return before - (await left(soc));
  };
  const document = await costOf(() => exchange(soc, `incident-cards/${number}`));
  expect(document).toBeLessThan(PRINT_PRICE);
  expect(await costOf(() => exchange(soc, `incident-cards/${number}.html`))).toBeGreaterThan(PRINT_PRICE);
  expect(await costOf(() => takesRegister(soc, "incidents.html", MARCH))).toBeGreaterThan(PRINT_PRICE);
  expect(await costOf(() => takesRegister(soc, "incidents.csv", MARCH))).toBeLessThan(PRINT_PRICE);
});

test("a card on paper leads to its dossier, where the gateway knows its own address", async () => {
  const soc = await narrow().soc();
  const { incident } = await soc.sendsCard();
  const { text } = await exchange(soc, `incident-cards/${incident.number}.html`);
  expect(text).toContain(`https://gateway.example/incidents/${incident.number}`);
});

/** A report with so much white space behind it that its bytes take up more than half of what there is. */
function large(person: Person): string {
  const report = { ...reportInput(person.world.clock.now()) };
  return writeDocument("incidentReport", { submissionKey: unique("k"), report }, "json") + " ".repeat(2_200_000);
}

/** The status of a document as large as that, which is one too many once another has been sent. */
async function another(soc: Person): Promise<number> {
  return (await exchange(soc, "incident-reports", { body: large(soc), type: "application/json" })).status;
}

test("what is large in a batch costs what it costs by itself", async () => {
  const [soc, colleague] = [await narrow().soc(), await narrow().soc()];
  const { summary } = await sendsBatch(soc, large(soc), "json", {}, "incident-reports");
  expect(summary).toMatchObject({ accepted: 1 });
  expect(await another(soc)).toBe(429);
  expect(await another(colleague)).toBe(200);
});

test("so does a file in the reserve folder", async () => {
  await using here = await reserveScene(SETTINGS);
  const { world, soc, party } = here;
  await party.puts("large.json", `{"incidentReport": ${large(soc)}}`);
  await party.answered(1, world.clock);
  expect(await party.names("out")).toEqual(["large.receipt.json"]);
  expect(await another(soc)).toBe(429);
  // What was asked too much is no fault of a file: it waits for its turn.
  await party.puts("larger.json", `{"incidentReport": ${large(soc)}}`);
  const waits = expect.stringMatching(/~larger\.json$/) as string;
  await eventually(async () => {
    world.clock.advance(SECOND);
    return (await party.names("work")).length > 0;
  });
  await party.puts("NOT ITS NAME.json", "");
  // The look that names it has asked again for the other.
  await eventually(async () => {
    world.clock.advance(SECOND);
    return (await party.names("out")).includes("UNREADABLE.txt");
  });
  expect([await party.names("work"), await party.kept()]).toEqual([[waits], ["large.json"]]);
});

test("what is broken is not free: a document, one in a batch, a line that is too long", async () => {
  // Four faults are all that one may have.
  await using world = await lentGateway({
    settings: { COST_AT_ONCE: "4000", COST_PER_MINUTE: "1", MAX_BODY_BYTES: "4096" },
  });
  const broken = async (soc: Person) =>
    (await exchange(soc, "incident-reports", { body: "{", type: "application/json" })).status;
  const single = await world.soc();
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push(await broken(single));
  expect(statuses).toEqual([400, 400, 400, 400, 429]);
  for (const [line, status] of [
    ["{\n", 400],
    [`${" ".repeat(5_000)}{}\n`, 413],
  ] as const) {
    const soc = await world.soc();
    const { results } = await sendsBatch(soc, line.repeat(4));
    expect(results.map((one) => one.status)).toEqual([status, status, status, status]);
    expect([status, await broken(soc)]).toEqual([status, 429]);
  }
});
