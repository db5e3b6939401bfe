import { Client } from "pg";
import { expect, test, vi } from "vitest";
import {
  AmendIncidentCardDocument,
  ReportIncidentDocument,
  WaiveObligationDocument,
} from "../../schema/operations.generated.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { lentGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { unique } from "../support/person.js";
import { HEAVY, HELD, heldAmendment, hold, holdIncident, isWaiting, waiting } from "../support/held.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { RawSocket } from "../support/raw-socket.js";

/** Milliseconds within which a caller that is not concerned is answered, on a busy machine. */
const AT_ONCE = 20_000;

/** What comes in time; without it a test that fails would hang. */
function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${what}: no answer in ${milliseconds} ms`)), milliseconds).unref();
  });
  return Promise.race([promise, late]);
}

async function ready(world: TestGateway): Promise<{ status: number; reason?: string }> {
  const response = await fetch(`${world.url}/health/ready`);
  return { ...((await response.json()) as { reason?: string }), status: response.status };
}

test.concurrent("an incident that somebody holds keeps those who act on it, and nobody else", async () => {
  // Far beyond `AT_ONCE`: a caller that waits for it is not answered by then.
  const settings = { MAX_PARTY_ACTS: "2", LOCK_TIMEOUT_SECONDS: "300", ACT_TIMEOUT_SECONDS: "300" };
  await using world = await startGateway({ settings });
  const [soc, other] = [await world.soc(), await world.soc()];
  const centre = await world.nationalCentre();
  const { incident } = await soc.sendsCard();
  await using held = await holdIncident(world.database, incident.number);
  const card = cardInput(world.clock.now(), { nature: "It was held." });
  const amendments = Array.from({ length: 20 }, () => {
    const input = { submissionKey: unique("key"), incidentId: incident.id, revision: 1, card };
    return soc.asks(AmendIncidentCardDocument, { input });
  });
  const waiver = centre.waives(incident.obligations[0]?.id ?? "");
  await isWaiting(world.database, 3);
  await within(AT_ONCE, "another SOC's card", other.sendsCard());
  await within(AT_ONCE, "a list", other.gets("{ incidents { nodes { number } } }"));
  expect(await within(AT_ONCE, "readiness", ready(world))).toMatchObject({ status: 200 });
  expect(await waiting(world.database)).toBe(3);

  await held.letGo();
  await waiver;
  const answers = await Promise.all(amendments);
  expect(answers.filter(({ data }) => data?.amendIncidentCard.__typename === "CardAccepted")).toHaveLength(1);
});

test.concurrent(
  "an act on an incident that somebody holds is refused as BUSY, and accepted when repeated",
  async () => {
    await using world = await startGateway({ settings: { LOCK_TIMEOUT_SECONDS: "1" } });
    const soc = await world.soc();
    const centre = await world.nationalCentre();
    const { incident } = await soc.sendsCard();
    const card = cardInput(world.clock.now(), { nature: "It was held." });
    const amendment = { submissionKey: unique("key"), incidentId: incident.id, revision: 1, card };
    const obligationId = incident.obligations[0]?.id ?? "";
    const waiver = { submissionKey: unique("key"), obligationId, reason: "It was held." };
    await using held = await holdIncident(world.database, incident.number);
    const acts: Promise<unknown>[] = [
      soc.asks(AmendIncidentCardDocument, { input: amendment }),
      centre.asks(WaiveObligationDocument, { input: waiver }),
    ];
    for (const answer of await within(60_000, "the acts", Promise.all(acts)))
      expect(answer).toMatchObject({ errors: [{ extensions: { code: "BUSY", retryAfterSeconds: 5 } }] });
    await held.letGo();
    expect(await soc.gets(AmendIncidentCardDocument, { input: amendment })).toMatchObject({
      amendIncidentCard: { __typename: "CardAccepted" },
    });
    const revisions = `query ($number: String!) { incident(number: $number) { cardRevisions { revision } } }`;
    expect(await centre.gets(revisions, { number: incident.number })).toEqual({
      incident: { cardRevisions: [{ revision: 1 }, { revision: 2 }] },
    });
  },
);

test.concurrent(
  "readings of one party, however many, delay nobody; a caller that leaves is not served, and its statement is cancelled",
  async () => {
    await using world = await startGateway({ settings: { MAX_PARTY_READINGS: "3" } });
    const [soc, other] = [await world.soc(), await world.soc()];
    await soc.sendsReport();
    await using held = await hold(world.database, HELD);
    const readings = Array.from({ length: 30 }, () => soc.begins(HEAVY));
    await isWaiting(world.database, 3);
    await within(AT_ONCE, "another SOC's card", other.sendsReport());
    await within(AT_ONCE, "its own card", soc.sendsReport());
    await within(AT_ONCE, "another SOC's reading", other.gets("{ incidents { nodes { number } } }"));
    expect(await within(AT_ONCE, "readiness", ready(world))).toMatchObject({ status: 200 });
    expect(await waiting(world.database)).toBe(3);

    for (const { leave } of readings) leave();
    await vi.waitUntil(async () => (await waiting(world.database)) === 0, { timeout: AT_ONCE, interval: 50 });
    await held.letGo();
    expect(await soc.gets(HEAVY)).toMatchObject({ incidents: { nodes: [{}, {}] } });
  },
);

test.concurrent("on one socket readings, however heavy and many, delay no report", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  using socket = await RawSocket.open(world.url, soc.token);
  const readings = ["1", "2", "3", "4", "5", "6"];
  for (const id of readings) socket.subscribe(id, HEAVY);
  await isWaiting(world.database, 2);
  const report = `mutation { reportIncident(input: { submissionKey: "report", type: RANSOMWARE,
    confirmedAt: "${toIso(world.clock.now())}", summary: "Files are being encrypted.",
    affectedObjects: [{ description: "An office network" }] }) { __typename } }`;
  expect(await within(AT_ONCE, "a report", socket.asks("report", report))).toMatchObject({
    data: { reportIncident: { __typename: "ReportAccepted" } },
  });
  expect(await waiting(world.database)).toBe(2);
  await held.letGo();
  const ends = await socket.take(({ type }) => type === "complete", readings.length);
  expect(new Set(ends.map(({ id }) => id))).toEqual(new Set(readings));
});

test.concurrent("a reading whose statement takes too long is too costly, and no error of ours", async () => {
  await using world = await startGateway({ settings: { READING_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  const { errors } = await within(60_000, "the reading", soc.speaking("ru").asks(HEAVY));
  expect(errors).toMatchObject([
    { extensions: { code: "QUERY_TOO_COSTLY" }, message: expect.stringContaining("слишком долго") },
  ]);
  await held.letGo();
});

test.concurrent("an act whose caller has gone is brought to its end all the same", async () => {
  await using world = await startGateway({ settings: { MAX_PARTY_ACTS: "1" } });
  const soc = await world.soc();
  await using held = await heldAmendment(soc);
  held.leave();
  expect(await held.answer).toBe("gone");
  await held.letGo();
  const kept = async () =>
    (await world.database.asOwner("select count(*)::int as count from submission"))[0]?.["count"];
  await vi.waitUntil(async () => Number(await kept()) >= 2, { timeout: 60_000, interval: 50 });
  expect(await soc.gets(AmendIncidentCardDocument, { input: held.input })).toMatchObject({
    amendIncidentCard: { __typename: "CardAccepted" },
  });
});

test.concurrent("R9.1 a report is received when it comes, however long it waits for its turn", async () => {
  await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "1", MAX_PARTY_WAITING: "1" } });
  const soc = await world.soc();
  await using held = await heldAmendment(soc);
  const receivedAt = world.clock.now();
  const input = { submissionKey: unique("key"), ...reportInput(receivedAt) };
  // Twice, with one key: once one of them is turned away, the other one is known to wait.
  const twice = [1, 2].map(() => soc.asks(ReportIncidentDocument, { input }));
  expect(await firsts(twice, 1)).toMatchObject([{ errors: [{ extensions: { code: "RATE_LIMITED" } }] }]);
  world.clock.advance(10 * MINUTE);
  await held.letGo();
  expect(await held.answer).toMatchObject({ data: { amendIncidentCard: { __typename: "CardAccepted" } } });
  const report = (await Promise.all(twice)).find(({ errors }) => !errors);
  expect(report).toMatchObject({ data: { reportIncident: { receipt: { receivedAt: toIso(receivedAt) } } } });
});

test.concurrent(
  "more of a party's operations than may wait are refused with the time to wait, and another's are not",
  async () => {
    await using world = await startGateway({ settings: { MAX_PARTY_READINGS: "1", MAX_PARTY_WAITING: "2" } });
    const [soc, other] = [await world.soc(), await world.soc()];
    await soc.sendsReport();
    await using held = await hold(world.database, HELD);
    const readings = Array.from({ length: 8 }, () => soc.speaking("kk").asks(HEAVY));
    for (const refused of await firsts(readings, 5))
      expect(refused).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: 5 } }] });
    await other.gets("{ incidents { nodes { number } } }");
    await held.letGo();
    expect((await Promise.all(readings)).filter(({ errors }) => !errors)).toHaveLength(3);
  },
);

/** The first so many that are answered. */
async function firsts<T>(promises: readonly Promise<T>[], count: number): Promise<T[]> {
  const answered: T[] = [];
  for (const promise of promises) void take(promise, answered);
  await vi.waitUntil(() => answered.length >= count, { timeout: AT_ONCE, interval: 20 });
  return answered.slice(0, count);
}

async function take<T>(promise: Promise<T>, into: T[]): Promise<void> {
  into.push(await promise);
}

test.concurrent(
  "while the journal cannot be sealed, an act is answered in time that it is recorded, and gets its receipt afterwards",
  async () => {
    await using world = await startGateway({ settings: { SEAL_TIMEOUT_SECONDS: "1", LOCK_TIMEOUT_SECONDS: "2" } });
    const soc = await world.soc();
    await using held = await hold(world.database, "select pg_advisory_xact_lock(hashtext('dabyl journal'))");
    const input = { submissionKey: unique("key"), ...reportInput(world.clock.now()) };
    const answer = await within(AT_ONCE, "the report", soc.asks(ReportIncidentDocument, { input }));
    expect(answer).toMatchObject({
      errors: [
        {
          message: expect.stringContaining("This was recorded"),
          extensions: { code: "UNAVAILABLE", retryAfterSeconds: 5 },
        },
      ],
    });
    await vi.waitUntil(async () => (await ready(world)).status === 503, { timeout: AT_ONCE });
    expect((await ready(world)).reason).toContain("journal");
    expect(await soc.gets("{ incidents { nodes { summary: report { summary } } } }")).toMatchObject({
      incidents: { nodes: [{}] },
    });
    await held.letGo();
    expect(await soc.gets(ReportIncidentDocument, { input })).toMatchObject({
      reportIncident: { __typename: "ReportAccepted", receipt: { position: expect.any(Number) } },
    });
    await vi.waitUntil(async () => (await ready(world)).status === 200, { timeout: AT_ONCE });
  },
);

test.concurrent(
  "where others have taken every session of PostgreSQL, acts wait for those that the gateway has",
  async () => {
    // As long as a busy machine may take for a dozen, one after the other.
    await using world = await startGateway({ settings: { CONNECT_TIMEOUT_SECONDS: "100" } });
    const socs = [await world.soc(), await world.soc(), await world.soc()];
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number; name: string }>(
        "select count(*)::int, current_database() as name from pg_stat_activity where datname = current_database()",
      );
      const [now] = rows;
      await client.query(`alter database ${now?.name ?? ""} connection limit ${now?.count ?? 0}`);
      const sent = [...socs, ...socs, ...socs, ...socs].map((soc) => soc.sendsReport());
      expect(await within(100_000, "reports", Promise.all(sent))).toHaveLength(12);
    } finally {
      await client.end();
    }
  },
);
