import { isTooFine } from "../../src/server/graphql-request.js";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { ReportIncidentDocument } from "../../schema/operations.generated.js";
import { normalIndicator } from "../../src/domain/indicator.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { unique } from "../support/person.js";
import { HEAVY, HELD, heldAmendment, hold, isWaiting, shows } from "../support/held.js";
import { reportInput } from "../support/inputs.js";
import { head, RawConnection } from "../support/raw.js";
import { RawSocket } from "../support/raw-socket.js";

/** Each test has parties of its own. */
const shared = sharedGateway({ at: "MOVING" });

const SUBMIT = `mutation ($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) { __typename } }`;

test("a list of more entries than any rule lets through is refused before it is walked", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators = Array.from({ length: 200_000 }, () => ({}));
  const { errors } = await soc.asks(SUBMIT, { input: { submissionKey: "many", card: { indicators } } });
  expect(errors?.map(({ extensions }) => extensions.path?.join("."))).toContain("input.card.indicators");
  expect(errors?.length).toBeLessThan(100);
  const kinds = Array.from({ length: 1_001 }, () => "REPORTED");
  const feed = `subscription ($kinds: [IncidentFactKind!]) { incidentFeed(filter: { kinds: $kinds }) { cursor } }`;
  expect((await soc.asks(feed, { kinds })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("of a list in which everything is wrong a hundred faults are reported", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators = Array.from({ length: 50_000 }, () => ({}));
  const { errors } = await soc.asks(SUBMIT, { input: { submissionKey: "wrong", card: { indicators } } });
  expect(errors).toHaveLength(100);
});

/** White space that makes a small request a large one. */
const PADDING = " ".repeat(270_000);

test("R9.1 a large report is received when it has come in, however long it waits for its turn", async () => {
  await using world = await lentGateway();
  const [soc, other] = [await world.soc(), await world.soc()];
  const centre = await world.nationalCentre();
  // It has the turn of its SOC's large requests.
  await using held = await heldAmendment(soc, PADDING);
  const receivedAt = world.clock.now();
  const input = { submissionKey: unique("key"), ...reportInput(receivedAt) };
  const report = soc.begins(ReportIncidentDocument, { input }, PADDING);
  await shows(centre, 'dabyl_waiting{purpose="large"} 1');
  // Neither what is small waits for it, nor another party.
  await soc.sendsReport();
  expect(await other.begins("{ me { name } }", {}, PADDING).answer).toMatchObject({ data: { me: {} } });
  world.clock.advance(20 * MINUTE);
  await held.letGo();
  expect(await held.answer).toMatchObject({ data: { amendIncidentCard: { __typename: "CardAccepted" } } });
  const accepted = { receipt: { receivedAt: toIso(receivedAt) }, warnings: [] };
  expect(await report.answer).toMatchObject({ data: { reportIncident: accepted } });
});

test("a large request whose caller leaves while it waits gives its place back, and is no error of ours", async () => {
  await using world = await startGateway({ settings: { MAX_PARTY_WAITING: "1" } });
  const soc = await world.soc();
  const centre = await world.nationalCentre();
  // It has the turn of its SOC's large requests.
  await using held = await heldAmendment(soc, PADDING);
  const left = soc.begins("{ me { name } }", {}, PADDING);
  await shows(centre, 'dabyl_waiting{purpose="large"} 1');
  left.leave();
  expect(await left.answer).toBe("gone");
  await shows(centre, 'dabyl_waiting{purpose="large"} 0');
  const next = soc.begins("{ me { name } }", {}, PADDING);
  await shows(centre, 'dabyl_waiting{purpose="large"} 1');
  await held.letGo();
  expect(await next.answer).toMatchObject({ data: { me: {} } });
  // Every error that is logged as ours is counted.
  expect((await centre.readsMetrics()).text).not.toContain('dabyl_errors_total{code="INTERNAL_SERVER_ERROR"}');
});

test("a large request has its turn until its answer is made, not until somebody has read it", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  const centre = await world.nationalCentre();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  using connection = await RawConnection.to(world.url);
  const request = (query: string, padding: string) => {
    const body = JSON.stringify({ query }) + padding;
    const fields = ["content-type: application/json", `authorization: Bearer ${soc.token}`];
    connection.send(head("POST /graphql", ...fields, `content-length: ${body.length}`) + body);
  };
  // The answer to the second one cannot leave before that to the first one.
  request(HEAVY, "");
  await isWaiting(world.database, 1);
  request("{ me { name } }", PADDING);
  await shows(centre, 'dabyl_operations_total{field="me",outcome="OK"} 1');
  expect(await soc.begins("{ me { name } }", {}, PADDING).answer).toMatchObject({ data: { me: {} } });
  expect(connection.answer).toBe("");
  await held.letGo();
  expect(await connection.answers(2)).toContain('"me"');
});

test("names are told apart as a parser does, however they are written", () => {
  const json = (names: readonly string[], colon: string) =>
    Buffer.from(`{${names.map((name) => `${JSON.stringify(name)}${colon}"x"`).join(",")}}`);
  const names = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => of(index));
  for (const write of [
    (n: number) => `a name of some length ${n}`,
    (n: number) => `${n} ends in the same`,
    (n: number) => `${n}" is quoted, and "ends so"`,
    (n: number) => `"\\${n}\\`,
    (n: number) => `\u0001${n}:`,
  ])
    for (const colon of [":", " \t\r\n : "]) {
      expect(isTooFine(json(names(6_000, write), colon))).toBe(true);
      expect(
        isTooFine(
          json(
            names(60_000, (n) => write(n % 4_000)),
            colon,
          ),
        ),
      ).toBe(false);
    }
});

test("JSON of any bytes is looked through in a step for each of them", () => {
  const took = (json: string): number => {
    const begun = process.cpuUsage();
    isTooFine(Buffer.from(json));
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
  const least = (json: string): number => Math.min(...Array.from({ length: 5 }, () => took(json)));
  const usual = least(`{"a":"${"x".repeat(4_000_000)}"}`);
  for (const piece of ['\\":', "\\\\", '"', '":', ":", "\\", " ", '"":', '{"'])
    expect(least(`{"a":"${piece.repeat(4_000_000 / piece.length)}`)).toBeLessThan(20 * usual + 200);
});

test("a body of more names than any submission has is refused before it is parsed, by either door", async () => {
  const soc = await shared().soc();
  const named = (count: number) => ({
    query: "{ me { name } }",
    variables: Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, 1])),
  });
  const asks = (body: object) =>
    fetch(`${soc.world.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${soc.token}`, "accept-language": "ru" },
      body: JSON.stringify(body),
    });
  const refused = await asks(named(9_000));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    errors: [{ message: expect.stringContaining("имён полей (предел: 5000)") }],
  });
  // A text is no name, whatever it looks like, and neither are names that come again.
  const texts = {
    ...named(1_000),
    extensions: { said: "a:".repeat(200_000), same: Array.from({ length: 50_000 }, () => ({ type: 1, value: 2 })) },
  };
  expect(await (await asks(texts)).json()).toMatchObject({ data: { me: {} } });
  using socket = await RawSocket.open(soc.world.url, soc.token);
  socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: named(9_000) }));
  expect(await socket.closed).toMatchObject({ code: 1009 });
});

test("a card of few indicators that take long to be judged is judged piece by piece", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators = Array.from({ length: 900 }, () => ({
    type: "URL" as const,
    value: `http://a/${"<".repeat(3_900)}`,
  }));
  const begun = performance.now();
  for (const { type, value } of indicators) normalIndicator(type, value);
  const inOne = performance.now() - begun;
  let longest = 0;
  const answered = new AbortController();
  const answer = soc.submitsCard({ indicators }).finally(() => answered.abort());
  while (!answered.signal.aborted) {
    const before = performance.now();
    await turn();
    longest = Math.max(longest, performance.now() - before);
  }
  expect((await answer).__typename).toBe("SubmissionRejected");
  expect(longest).toBeLessThan(inOne / 2);
});
