import { Client } from "pg";
import { expect, test, vi } from "vitest";
import { ChangeContactDocument, IncidentDeliveriesDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, SECOND } from "../../src/domain/instant.js";
import { eventually } from "../support/eventually.js";
import { lentGateway, sharedGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, unique, type Person } from "../support/person.js";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { startMailbox, startReceiver, type Receiver } from "../support/receivers.js";

const QUICK = { WEBHOOK_ALLOWED_HOSTS: "127.0.0.1", DELIVERY_RETRY_SECONDS: "1", DELIVERY_TIMEOUT_SECONDS: "60" };

/** The owner of an incident's object is called at this receiver alone, unless it has an e-mail address as well. */
async function calls(world: TestGateway, receiver: Receiver, email: string | null = null) {
  const owner = await world.owner(email);
  const input = { partyId: owner.party("Owner"), webhookUrl: receiver.url };
  accepted((await world.administrator().gets(ChangeContactDocument, { input })).changeContact);
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const centre = await world.nationalCentre();
  const watch = await centre.watchIncidents({ filter: { socs: [soc.party("Soc")] } });
  const report = async () => (await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] })).incident.number;
  return { owner, object, soc, centre, watch, report };
}

/** Resolves once it is so: what takes seconds, and costs a question each time that it is looked at. */
function inTheEnd(isSo: () => Promise<boolean>): Promise<unknown> {
  return vi.waitUntil(isSo, { timeout: 60_000, interval: 200 });
}

/** For tests that have their own incidents, and leave the clock alone. */
const shared = sharedGateway({ settings: QUICK });

async function deliveryOf(person: Person, number: string) {
  const { incident } = await person.gets(IncidentDeliveriesDocument, { number });
  const [delivery] = incident?.deliveries ?? [];
  if (!delivery) throw new Error("nobody was notified of the incident");
  return delivery;
}

async function facts(world: TestGateway): Promise<unknown[]> {
  const rows = await world.database.asOwner("select body::jsonb ->> 'fact' as fact from journal order by position");
  return rows.flatMap(({ fact }) => (fact === null ? [] : [fact]));
}

test.concurrent.for([301, 400, 401, 404, 409, 413])(
  "R9.2 an owner's system that answers %i for a while is notified once it has recovered",
  async (status) => {
    await using receiver = await startReceiver();
    receiver.status = status;
    const { centre, watch, report } = await calls(shared(), receiver);
    const number = await report();
    await eventually(() => receiver.calls.length === 2);
    receiver.status = 204;
    await watch.take(2);
    const { state, attempts } = await deliveryOf(centre, number);
    expect(state).toBe("ACCEPTED");
    expect(attempts[0]?.proof).toBe(status === 301 ? "HTTP 301: a redirect, which is not followed" : `HTTP ${status}`);
  },
);

test.concurrent.for(["in seconds", "as a date"])("R9.2 Retry-After is honoured, %s", async (form) => {
  await using receiver = await startReceiver();
  receiver.status = 503;
  const now = Math.floor(Date.now() / SECOND) * SECOND;
  receiver.headers =
    form === "in seconds"
      ? { "retry-after": "3600" }
      : { date: new Date(now).toUTCString(), "retry-after": new Date(now + HOUR).toUTCString() };
  const world = shared();
  const { report } = await calls(world, receiver);
  const number = await report();
  const waits = async () => {
    const [job] = await world.database.asOwner(
      `select extract(epoch from start_after - now())::int as wait from queue.job j
         join delivery d on d.id = (j.data ->> 'id')::uuid join incident i on i.id = d.incident_id
       where j.state = 'retry' and i.number = $1`,
      [number],
    );
    return Number(job?.wait ?? -1);
  };
  await eventually(() => receiver.calls.length === 1);
  await inTheEnd(async () => (await waits()) > 0);
  expect(await waits()).toBeGreaterThan(3_500);
  expect(await waits()).toBeLessThanOrEqual(3_600);
});

test.concurrent("R9.2 what fails is tried for a day, then given up; retried, it is tried for another", async () => {
  await using receiver = await startReceiver();
  receiver.status = 500;
  await using world = await lentGateway({ settings: QUICK });
  const { centre, report } = await calls(world, receiver);
  const number = await report();
  await eventually(() => receiver.calls.length > 1);
  expect((await deliveryOf(centre, number)).state).toBe("QUEUED");
  world.clock.advance(24 * HOUR);
  await inTheEnd(async () => (await deliveryOf(centre, number)).state === "GIVEN_UP");
  const before = receiver.calls.length;
  const { id } = await deliveryOf(centre, number);
  const document = `mutation ($input: RetryDeliveryInput!) { retryDelivery(input: $input) { __typename } }`;
  await centre.asks(document, { input: { submissionKey: unique("key"), deliveryId: id } });
  await eventually(() => receiver.calls.length > before + 1);
  receiver.status = 204;
  await inTheEnd(async () => (await deliveryOf(centre, number)).state === "ACCEPTED");
});

test.concurrent(
  "R9.2 that an owner is not reached is a fact while the gateway keeps trying, once, and not if the owner was notified otherwise",
  async () => {
    await using receiver = await startReceiver();
    receiver.status = 500;
    await using world = await startGateway({ settings: { ...QUICK, DELIVERY_TIMEOUT_SECONDS: "1" } });
    const { soc, object, centre, watch, report } = await calls(world, receiver);
    const number = await report();
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOT_REACHED"]);
    expect((await deliveryOf(centre, number)).state).toBe("QUEUED");
    // The SOC takes the telephone before the next one has failed often enough.
    receiver.status = null;
    const notified = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    accepted(await soc.recordsOwnerNotified(notified.incident.id, world.clock.now()));
    receiver.status = 500;
    world.clock.advance(24 * HOUR);
    for (const of of [number, notified.incident.number])
      await inTheEnd(async () => (await deliveryOf(centre, of)).state === "GIVEN_UP");
    expect((await facts(world)).filter((fact) => fact === "OWNER_NOT_REACHED")).toHaveLength(1);
  },
);

test.concurrent(
  "R9.2 an attempt that ends after another one was accepted changes nothing but its own row",
  async () => {
    await using receiver = await startReceiver();
    receiver.status = null;
    const world = shared();
    const { soc, centre, watch, report } = await calls(world, receiver);
    const number = await report();
    await eventually(() => receiver.calls.length === 1);
    // Its job is taken for lost, as of a gateway that hangs: another one makes the next attempt.
    await world.database.asOwner(
      `insert into queue.job (name, data, retry_limit, expire_seconds, policy)
       select j.name, j.data, j.retry_limit, j.expire_seconds, j.policy from queue.job j
         join delivery d on d.id = (j.data ->> 'id')::uuid join incident i on i.id = d.incident_id where i.number = $1`,
      [number],
    );
    await eventually(() => receiver.calls.length === 2);
    receiver.answers(1, 204);
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
    receiver.answers(0, 410);
    await inTheEnd(async () => (await deliveryOf(centre, number)).attempts[0]?.isAccepted === false);
    await watch.staysQuiet(() => soc.sendsReport());
    const { state, attempts } = await deliveryOf(centre, number);
    expect(state).toBe("ACCEPTED");
    expect(attempts.map(({ isAccepted }) => isAccepted)).toEqual([false, true]);
  },
);

test.concurrent(
  "R9.2 a webhook that says 410 is called no more, shown to the centre, in the journal, and can be set again",
  async () => {
    await using receiver = await startReceiver();
    receiver.status = 410;
    const world = shared();
    const { owner, object, centre, watch, report, soc } = await calls(world, receiver);
    const number = await report();
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOT_REACHED"]);
    expect((await deliveryOf(centre, number)).state).toBe("GIVEN_UP");
    const ends = "select 1 from journal where act = 'webhook.end' and body::jsonb ->> 'subject' = $1";
    expect(await world.database.asOwner(ends, [owner.partyId])).toHaveLength(1);
    receiver.status = 204;
    await report();
    await watch.take(1);
    await watch.staysQuiet(() => soc.sendsReport());
    expect(receiver.calls).toHaveLength(1);
    const asked = `{ protectedObjects { nodes { code owner { webhookUrl webhookGoneAt } } } }`;
    const seenBy = async (person: Person) => {
      const { protectedObjects } = await person.gets<Seen, object>(asked);
      return protectedObjects.nodes.find(({ code }) => code === object.code)?.owner;
    };
    expect(await seenBy(centre)).toEqual({
      webhookUrl: receiver.url,
      webhookGoneAt: expect.stringMatching(/^2026-03-01T/),
    });
    expect(await seenBy(soc)).toEqual({
      webhookUrl: null,
      webhookGoneAt: null,
    });
    const input = { partyId: owner.party("Owner"), webhookUrl: receiver.url };
    accepted((await world.administrator().gets(ChangeContactDocument, { input })).changeContact);
    const after = await report();
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
    expect((await deliveryOf(centre, after)).state).toBe("ACCEPTED");
  },
);

interface Seen {
  readonly protectedObjects: {
    readonly nodes: readonly {
      readonly code: string;
      readonly owner: { webhookUrl: string | null; webhookGoneAt: string | null };
    }[];
  };
}

test.concurrent(
  "R9.2 a webhook is removed by null, stays where it is not named, and neither undoes the other",
  async () => {
    await using receiver = await startReceiver();
    await using mailbox = await startMailbox();
    await using world = await startGateway({ settings: { ...QUICK, SMTP_URL: mailbox.url } });
    const { owner, soc, centre, watch, report } = await calls(world, receiver, "duty@owner.example");
    const administrator = world.administrator();
    const partyId = owner.party("Owner");
    const change = async (changes: object) =>
      accepted((await administrator.gets(ChangeContactDocument, { input: { partyId, ...changes } })).changeContact);
    await change({ language: "RU" });
    expect((await change({ webhookUrl: null })).webhookSecret).toBeNull();
    const number = await report();
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
    await watch.staysQuiet(() => soc.sendsReport());
    expect(receiver.calls).toHaveLength(0);
    const { incident } = await centre.gets(IncidentDeliveriesDocument, { number });
    expect(incident?.deliveries.map(({ channel }) => channel)).toEqual(["EMAIL"]);
    expect((await change({ language: null })).party).toMatchObject({ language: null, email: "duty@owner.example" });
    const changes = await world.database.asOwner("select 1 from journal where act = 'contact.change'");
    expect(changes).toHaveLength(4);
    // Two administrators at once: neither takes back what the other one changed.
    await Promise.all([change({ email: "new@owner.example" }), change({ language: "EN" })]);
    const rows = await world.database.asOwner("select email, language from party where id = $1", [owner.partyId]);
    expect(rows).toEqual([{ email: "new@owner.example", language: "en" }]);
  },
);

/** A session of somebody who may end everybody's. */
async function connected(connectionString: string) {
  const client = new Client({ connectionString });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

test.concurrent("R9.2 a delivery whose incident is held by somebody is made once, and not lost", async () => {
  await using mailbox = await startMailbox();
  mailbox.reply = "HOLD";
  await using world = await startGateway({
    settings: { SMTP_URL: mailbox.url, DELIVERY_RETRY_SECONDS: "1", DELIVERY_TIMEOUT_SECONDS: "60" },
  });
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  await eventually(() => mailbox.mails.length === 1);
  const holder = await world.database.session();
  await holder.query("begin");
  await holder.query("select from incident where number = $1 for update", [incident.number]);
  const acceptedAt = world.clock.now();
  mailbox.releases();
  await inTheEnd(async () => (await deliveryOf(soc, incident.number)).attempts[0]?.isAccepted === true);
  world.clock.advance(HOUR);
  // The attempt times out: its session ends, as at a lock that is not given.
  await using superuser = await connected(world.database.superuserUrl);
  const waits = async () => {
    const { rowCount } = await superuser.client.query(
      `select pg_terminate_backend(w.pid) from pg_locks w join pg_locks h on h.pid = w.pid
         join pg_database d on d.oid = h.database and d.datname = current_database() where not w.granted`,
    );
    return rowCount !== 0;
  };
  await eventually(waits);
  await holder.end();
  await inTheEnd(async () => (await deliveryOf(soc, incident.number)).state === "ACCEPTED");
  const delivery = await deliveryOf(soc, incident.number);
  expect(delivery.attempts).toHaveLength(1);
  expect(mailbox.mails).toHaveLength(1);
  expect(instant(Date.parse(delivery.acceptedAt ?? ""))).toBe(acceptedAt);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
});

test.concurrent(
  "R9.2 an owner whose system holds its calls keeps one worker, and others are notified meanwhile",
  async () => {
    await using slow = await startReceiver();
    slow.status = null;
    await using other = await startReceiver();
    const world = shared();
    const held = await calls(world, slow);
    for (let count = 0; count < 12; count += 1) await held.report();
    await eventually(() => slow.calls.length === 1);
    const { watch, report } = await calls(world, other);
    await report();
    expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["REPORTED", "OWNER_NOTIFIED"]);
    expect(slow.calls).toHaveLength(1);
    // Its next one comes when this one is over.
    slow.status = 204;
    slow.answers(0, 204);
    await eventually(() => slow.calls.length > 1);
  },
);

test("R9.2 a mail server that says nothing keeps nobody from being called by webhook, however many mails wait for it", async () => {
  const silent = createServer();
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const { port } = silent.address() as AddressInfo;
  await using receiver = await startReceiver();
  await using world = await startGateway({
    // Longer than this test may take.
    settings: { ...QUICK, SMTP_URL: `smtp://127.0.0.1:${port}`, DELIVERY_TIMEOUT_SECONDS: "300" },
  });
  const owners = await Promise.all(Array.from({ length: 12 }, (_, n) => world.owner(`duty@owner-${n}.example`)));
  const objects = await Promise.all(owners.map((owner) => world.protectedObject({ owner })));
  const soc = await world.soc({ covering: objects });
  for (const { id } of objects) await soc.sendsReport({ affectedObjects: [{ objectId: id }] });
  const { report } = await calls(world, receiver);
  await report();
  await eventually(() => receiver.calls.length === 1);
  silent.close();
});

test("R9.2 receivers that say nothing, as many as there are workers, keep nobody else waiting for longer than one call", async () => {
  await using silent = await startReceiver();
  silent.status = null;
  await using receiver = await startReceiver();
  await using world = await startGateway({ settings: { ...QUICK, DELIVERY_TIMEOUT_SECONDS: "4" } });
  const owners = await Promise.all(Array.from({ length: 8 }, () => calls(world, silent)));
  for (let round = 0; round < 5; round += 1) await Promise.all(owners.map(({ report }) => report()));
  const { report } = await calls(world, receiver);
  // Each has had its first call, and now they are known.
  await eventually(() => silent.calls.length > 8);
  await report();
  await eventually(() => receiver.calls.length === 1);
  expect(silent.calls.length).toBeLessThan(20);
});
