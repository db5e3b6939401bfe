import { expect, test } from "vitest";
import { HOUR, instant, MINUTE } from "../../src/domain/instant.js";
import { REGISTER_NAMES } from "../../src/domain/registers.js";
import { walkChain } from "../../src/journal/chain.js";
import { scopedConnection } from "../../src/platform/database.js";
import { lentGateway, startGateway } from "../support/gateway.js";
import { anIncident } from "../support/mended-incidents.js";
import { accepted, LANGUAGES, type Person } from "../support/person.js";
import { MARCH, rowsOf, takesRegister } from "../support/registers.js";

/** The entries of a register by the names of its columns. */
async function entriesOf(
  person: Person,
  name: (typeof REGISTER_NAMES)[number],
  query?: Readonly<Record<string, string>>,
) {
  const [head = [], ...rows] = await rowsOf(person, name, query);
  return rows.map((row) => Object.fromEntries(row.map((cell, place) => [head[place] ?? "", cell])));
}

test("R13.2 each register lists what happened, for the country and for its SOC; another SOC has none of it", async () => {
  await using world = await startGateway();
  const { centre, soc, owner, object, incident, confirmedAt } = await anIncident(world);
  const other = await world.soc();
  const { code } = await codeOf(soc);
  const now = "2026-03-01T15:00:00+05:00";
  accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectId: object.id }));
  accepted(await owner.acknowledges({ incidentId: incident.id }));
  const duty = incident.obligations.find(({ rule }) => rule === "R9.3");
  accepted(await centre.waives(duty?.id ?? "", "=cmd|' /C calc'!A0"));
  accepted(await soc.asksForCorrection(incident.id, instant(confirmedAt - HOUR), "=1+1"));
  accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - HOUR), "The logs say so."));
  world.clock.advance(MINUTE);
  accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - 2 * HOUR), "Of itself."));
  accepted(await soc.asksForRetraction(incident.id, "An exercise."));
  accepted(await centre.decidesRetraction(incident.id, false, "It was none."));
  const threat = accepted(await centre.registersThreat()).threat.id;
  const told = await centre.sendsNotification({ threatId: threat, to: { socs: [soc.party("Soc")] } });
  await soc.acknowledges({ notificationId: told.notification.id });

  for (const person of [centre, soc]) {
    expect(await entriesOf(person, "incidents")).toEqual([
      {
        "Incident number": incident.number,
        SOC: code,
        Type: expect.any(String) as string,
        "Severity level": "Undetermined (1)",
        Confirmed: "2026-03-01T12:59:00+05:00",
        "National centre notified": now,
        "Card received": "",
        "Affected object": object.code,
        Retracted: "",
      },
    ]);
    expect(await entriesOf(person, "notifications")).toMatchObject([
      { About: "Threat", Follows: "", Recipient: code, Available: "2026-03-01T15:01:00+05:00", Answered: "" },
    ]);
    const ways = (await entriesOf(person, "owners-notified")).map(
      (entry) => `${entry["Protected object"]} ${entry["How"]}`,
    );
    expect(new Set(ways)).toEqual(new Set([`${object.code} by telephone`, `${object.code} its own acknowledgement`]));
    // OWASP, "CSV injection".
    expect(await entriesOf(person, "waivers")).toMatchObject([
      {
        "Incident or notification": incident.number,
        SOC: code,
        "Waived by": "national centre",
        Reason: "'=cmd|' /C calc'!A0",
      },
    ]);
    expect(await entriesOf(person, "corrections")).toMatchObject([
      {
        "Incident number": incident.number,
        Requested: now,
        "Grounds of the request": "'=1+1",
        Outcome: "granted",
        "Confirmation since": "2026-03-01T13:59:00+05:00",
        Reason: "The logs say so.",
      },
      { Requested: "", "Grounds of the request": "", Outcome: "granted", Reason: "Of itself." },
    ]);
    expect(await entriesOf(person, "retractions")).toMatchObject([
      { "Grounds of the request": "An exercise.", Outcome: "refused", Reason: "It was none." },
    ]);
  }
  for (const name of REGISTER_NAMES) {
    expect(await entriesOf(other, name)).toEqual([]);
    expect(await entriesOf(centre, name, { ...MARCH, soc: (await codeOf(other)).code })).toEqual([]);
    const ofOne = await entriesOf(centre, name, { ...MARCH, soc: code.toLowerCase() });
    expect(ofOne).toEqual(await entriesOf(soc, name, { ...MARCH, soc: code }));
    expect(ofOne.length).toBeGreaterThan(0);
  }
});

async function codeOf(soc: Person): Promise<{ readonly code: string }> {
  const { me } = await soc.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }");
  return me.party;
}

test("R13.2 a period is days of Almaty, both counted", async () => {
  await using world = await startGateway({ at: "2026-03-31T18:59:59.999Z" });
  const soc = await world.soc();
  const { incident: last } = await soc.sendsReport();
  world.clock.advance(1);
  const { incident: first } = await soc.sendsReport();
  const numbers = async (from: string, until: string) =>
    (await rowsOf(soc, "incidents", { from, until })).slice(1).map(([number]) => number);
  expect(await numbers("2026-03-31", "2026-03-31")).toEqual([last.number]);
  expect(await numbers("2026-04-01", "2026-04-01")).toEqual([first.number]);
  expect(await numbers("2026-03-31", "2026-04-01")).toEqual([last.number, first.number]);
  expect(await numbers("2026-03-01", "2026-03-30")).toEqual([]);
});

test("R13.2 in three languages, as HTML too; an empty period says so", async () => {
  await using world = await lentGateway();
  const { soc, incident } = await anIncident(world);
  const heads = new Set<string>();
  for (const language of LANGUAGES) {
    const [head = []] = await rowsOf(soc, "incidents", MARCH, language);
    heads.add(head.join());
    const html = await takesRegister(soc, "incidents.html", MARCH, language);
    expect(html.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html.text).toContain(`<html lang="${language}">`);
    expect(html.text).toContain(incident.number);
  }
  expect(heads.size).toBe(3);
  const empty = { from: "2026-01-01", until: "2026-01-31" };
  expect((await takesRegister(soc, "waivers.html", empty, "ru")).text).toContain("За этот период записей нет.");
  expect(await rowsOf(soc, "waivers", empty)).toHaveLength(1);
});

test("R13.2 what is asked wrongly is a problem with the parameter that is wrong, in the caller's language", async () => {
  await using world = await lentGateway();
  const [soc, other] = [await world.soc(), await world.soc()];
  const theirs = (await codeOf(other)).code;
  const cases: readonly (readonly [query: string, parameter: string])[] = [
    ["until=2026-03-31", "from"],
    ["from=2026-03-01", "until"],
    ["from=2026-02-30&until=2026-03-31", "from"],
    ["from=2026-03-01&until=yesterday", "until"],
    ["from=2026-03-02&until=2026-03-01", "until"],
    ["from=2026-01-01&until=2027-01-02", "until"],
    ["from=2026-03-01&from=2026-03-02&until=2026-03-31", "from"],
    ["from=2026-03-01&until=2026-03-31&to=2026-03-31", "to"],
    ["from=2026-03-01&until=2026-03-31&soc=NONE", "soc"],
    // A SOC does not learn that there is another one.
    [`from=2026-03-01&until=2026-03-31&soc=${theirs}`, "soc"],
  ];
  for (const [query, parameter] of cases) {
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { status, problem, headers } = await takesRegister(soc, "incidents.csv", query, language);
      expect({ query, status, code: problem.code }).toEqual({ query, status: 400, code: "BAD_USER_INPUT" });
      expect(headers.get("content-disposition")).toBeNull();
      expect(problem.violations).toMatchObject([{ parameter, message: problem.title }]);
      messages.add(problem.title ?? "");
    }
    expect(messages.size).toBe(3);
  }
  const year = { from: "2026-01-01", until: "2027-01-01" };
  expect((await takesRegister(soc, "incidents.csv", year)).status).toBe(200);
  for (const file of ["incidents.xlsx", "owners.csv", "incidents", "__proto__.csv"])
    expect((await takesRegister(soc, file as "incidents.csv")).status).toBe(404);
});

test("R13.2 an owner takes no register out, nor does whoever has no role; nothing is recorded", async () => {
  await using world = await lentGateway();
  const owner = await world.owner();
  const roleless = await world.soc();
  await world.giveRoles(roleless, []);
  for (const person of [owner, roleless])
    for (const name of REGISTER_NAMES) {
      const { status, problem } = await takesRegister(person, `${name}.csv`);
      expect({ status, code: problem.code }).toEqual({ status: 403, code: "FORBIDDEN" });
    }
  expect((await takesRegister(owner.withToken("nobody's"), "incidents.csv")).status).toBe(401);
  const actors = [owner.actorId, roleless.actorId];
  expect((await recorded(owner)).filter(({ actor }) => actors.includes(actor))).toEqual([]);
});

test("R13.2 taking a register out is sealed in the journal: who, which, of which days and whose, how much; and is no fact", async () => {
  await using world = await startGateway();
  const { centre, soc } = await anIncident(world);
  const { code } = await codeOf(soc);
  await using watch = await soc.watchIncidents();
  await takesRegister(centre, "incidents.csv");
  await takesRegister(centre, "owners-notified.html", { ...MARCH, soc: code });
  await takesRegister(await world.person(soc.partyId, "SOC_READER"), "incidents.html");
  await takesRegister(soc, "incidents.csv", "from=yesterday");
  const { from, until } = MARCH;
  expect(await recorded(centre)).toMatchObject([
    {
      actor: centre.actorId,
      party: centre.partyId,
      content: { register: "incidents", format: "csv", from, until, rows: 1 },
    },
    {
      actor: centre.actorId,
      content: { register: "owners-notified", format: "html", from, until, soc: code, rows: 0 },
    },
    {
      party: soc.partyId,
      soc: soc.partyId,
      content: { register: "incidents", format: "html", from, until, soc: code, rows: 1 },
    },
  ]);
  const walk = await walkChain(scopedConnection(world.gateway.pools.vital, { sees: "EVERYTHING" }));
  expect(walk.isWhole).toBe(true);
  // What the feed brings next is the next fact.
  const { incident } = await soc.sendsReport();
  expect(await watch.next()).toMatchObject({ kind: "REPORTED", incident: { id: incident.id } });
});

async function recorded({ world }: Person): Promise<{ readonly actor: string }[]> {
  const rows = await world.database.asOwner(`select body from journal where act = 'register.take' order by position`);
  return rows.map(({ body }) => JSON.parse(String(body)) as { actor: string });
}

test("R13.2 a register of many pages has every entry once, in the order in which it was recorded; it is too long for print", async () => {
  await using world = await startGateway();
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  await makeIncidents(world.database, soc.partyId, 4_100);
  const [, ...rows] = await rowsOf(centre, "incidents");
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 4_100 }, (_, n) => `MANY-${n + 1}`));
  for (const file of ["incidents.html", "incidents.pdf"] as const)
    expect((await takesRegister(centre, file)).problem).toMatchObject({
      code: "QUERY_TOO_COSTLY",
      title:
        "The register is too long to be laid out (the limit for entries is 4000, less with long texts): take it as CSV, or of fewer days.",
    });
});

/** Incidents that were recorded a second after each other, ten of them at once. */
async function makeIncidents(
  database: { asOwner(sql: string, parameters?: unknown[]): Promise<unknown> },
  socId: string,
  count: number,
): Promise<void> {
  await database.asOwner(
    `insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'MANY-' || n, $1, '[{"description": "An office network"}]',
       'OTHER', '2026-03-01T08:00:00Z', timestamptz '2026-03-01T09:00:00Z' + (n / 10) * interval '1 second' / 10, 0
     from generate_series(1, $2::int) n`,
    [socId, count],
  );
}

test("R13.2 a client that goes away in the middle frees its party's place; what was let go stays on the record", async () => {
  await using world = await startGateway();
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  await makeIncidents(world.database, soc.partyId, 20_000);
  const leaving = new AbortController();
  const address = `${world.url}/exchange/registers/incidents.csv?from=2026-03-01&until=2026-03-31`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${centre.token}` }, signal: leaving.signal });
  await answer.body?.getReader().read();
  leaving.abort();
  expect(await rowsOf(centre, "incidents")).toHaveLength(20_001);
  expect(await recorded(centre)).toMatchObject([{ content: { rows: 20_000 } }, { content: { rows: 20_000 } }]);
});

test("R13.2 whoever has used up the budget of readings waits for it", async () => {
  await using world = await startGateway({ settings: { COST_AT_ONCE: "100", COST_PER_MINUTE: "1" } });
  const soc = await world.soc();
  expect((await takesRegister(soc, "incidents.csv")).status).toBe(200);
  const { status, headers } = await takesRegister(soc, "incidents.csv");
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});
