import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/supervisor.js";
import { migrate } from "../../src/platform/database.js";
import { createDatabase } from "../support/database.js";
import {
  Chain,
  demoWorldOn,
  eventually,
  expectedFrames,
  flood,
  Follower,
  Hold,
  isDeserted,
  peakMemory,
  readiness,
  repeat,
  seeded,
  storyOfEach,
  SubscriberProcess,
  type Flood,
  type Kind,
} from "../support/faults.js";
import { createDataDir, credentialsOf, GatewayProcess, runTool, type Ended } from "../support/process.js";
import { Watch } from "../support/watch.js";

const isLinux = process.platform === "linux";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** How often the gateway is killed, and how many frames a stopped subscriber misses: more of both in the long run. */
const KILLS = Number(process.env["DABYL_KILLS"] ?? 2);
const UNREAD = Number(process.env["DABYL_UNREAD"] ?? 1_000);

/** Milliseconds for hundreds of submissions beside whatever else a machine does: twenty seconds of its two cores each. */
const MANY = 100_000 * (1 + KILLS);

/** Chains that are at work at once, and how many of them are held in the middle of a transaction. */
const CHAINS = 200;
const HELD = 3;
/** The held ones wait for as long as a busy machine takes for the others. */
const PATIENT = { LOCK_TIMEOUT_SECONDS: "90", ACT_TIMEOUT_SECONDS: "90" };

const STORIES: readonly (readonly Kind[])[] = [
  ["REPORTED"],
  ["CARD_SUBMITTED"],
  ["REPORTED", "CARD_SUBMITTED"],
  ["CARD_SUBMITTED", "CARD_AMENDED"],
  ["REPORTED", "CARD_SUBMITTED", "CARD_AMENDED"],
];

type Soc = { readonly token: string };

/** Reports, first cards and amendments of all SOCs; the first chains open with a card and go on with an amendment. */
function makeChains(name: string, socs: readonly Soc[]): Chain[] {
  return Array.from({ length: CHAINS }, (_, index) => {
    const kinds = index < HELD ? STORIES[3] : STORIES[index % STORIES.length];
    return new Chain(`${name} ${index}`, socs[index % socs.length]?.token ?? "", kinds ?? []);
  });
}

interface Figures {
  /** Receipts in the hands of the senders. */
  readonly acknowledged: number;
  /** Submissions without an answer when it broke. */
  readonly inFlight: number;
  readonly faults: Readonly<Record<string, number>>;
}

/**
 * Sends all chains at once and calls `breaks` on the receipt with the number `breakAt`, while the amendments of the held
 * ones wait in the middle of their transactions. So, whatever the timing, something is acknowledged then and something is
 * not. They are let go once `breaks` has settled.
 */
async function underLoad(
  gateway: GatewayProcess,
  ownerUrl: string,
  chains: readonly Chain[],
  breakAt: number,
  breaks: () => Promise<unknown>,
): Promise<Figures> {
  const held = chains.slice(0, HELD);
  for (const chain of held) await chain.send(gateway, 0);
  const broken = Promise.withResolvers<unknown>();
  let inFlight = 0;
  let count = 0;
  const floods: Promise<Flood>[] = [];
  {
    await using hold = await Hold.on(ownerUrl, held);
    floods.push(flood(gateway, held));
    await hold.isAwaitedBy(HELD);
    const onReceipt = (): void => {
      count += 1;
      if (count !== breakAt) return;
      inFlight = chains.filter(({ acknowledged, kinds }) => acknowledged < kinds.length).length;
      broken.resolve(breaks());
    };
    floods.push(flood(gateway, chains.slice(HELD), { isOver: () => count >= breakAt, onReceipt }));
    await broken.promise;
  }
  const faults: Record<string, number> = {};
  for (const flooded of await Promise.all(floods))
    for (const [fault, times] of Object.entries(flooded.faults)) faults[fault] = (faults[fault] ?? 0) + times;
  return { acknowledged: chains.reduce((sum, { acknowledged }) => sum + acknowledged, 0), inFlight, faults };
}

/** Whether something else than these was met; gives what. */
function otherThan(faults: Readonly<Record<string, number>>, ...expected: readonly string[]): string[] {
  return Object.keys(faults).filter((fault) => !expected.includes(fault));
}

/** That nothing acknowledged is lost, nothing is doubled, and the follower received all of it, each once and in order. */
async function expectNothingLost(
  gateway: GatewayProcess,
  ownerUrl: string,
  follower: Follower,
  chains: readonly Chain[],
): Promise<void> {
  // What was acknowledged before is answered with the same receipt, all else with its first one.
  expect(await repeat(gateway, chains)).toEqual([]);
  const submissions = chains.reduce((sum, { kinds }) => sum + kinds.length, 0);
  expect(await one(ownerUrl, "select count(*)::int as count from submission")).toEqual({ count: submissions });
  expect(await one(ownerUrl, "select count(*)::int as count from incident")).toEqual({ count: chains.length });

  const expected = expectedFrames(chains);
  expect(expected).toHaveLength(submissions);
  await follower.reaches(
    Math.max(...chains.flatMap(({ receipts }) => receipts.map((receipt) => receipt?.position ?? 0))),
  );
  expect(follower.frames).toMatchObject(expected);
  expect(storyOfEach(follower.frames)).toEqual(
    Object.fromEntries(chains.map(({ incident, kinds }) => [incident?.number, kinds])),
  );
}

async function one(connectionString: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test(
  "a gateway killed at random points under load loses nothing acknowledged, doubles nothing, and its feed has no hole",
  { timeout: MANY },
  async () => {
    console.log(`FAULTS_SEED=${SEED}`);
    const random = seeded(SEED);
    await using data = await createDataDir();
    const environment = { DATA_DIR: data.path, ...PATIENT };
    let running = GatewayProcess.start(environment);
    await using stack = new AsyncDisposableStack();
    stack.defer(async () => (await running)[Symbol.asyncDispose]());
    await running;
    // Takes over the PostgreSQL that the gateway has started.
    const cluster = await startEmbeddedPostgres({ dataDir: data.path });
    stack.defer(() => cluster.stop());
    const { socs, centre } = await credentialsOf(data.path);
    await using follower = await Follower.watch(() => running, centre);
    const all: Chain[] = [];
    for (let round = 1; round <= KILLS; round += 1) {
      const chains = makeChains(`round ${round}`, socs);
      const breakAt = 1 + Math.floor(random() * (CHAINS - HELD - 1));
      const gateway = await running;
      const figures = await underLoad(gateway, cluster.ownerUrl, chains, breakAt, async () => {
        const ended = gateway.end("SIGKILL");
        running = ended.then(() => GatewayProcess.start(environment));
        await ended;
      });
      console.log(`killed on receipt ${breakAt}: ${JSON.stringify(figures)}`);
      expect(figures.acknowledged).toBeGreaterThan(0);
      expect(figures.faults).toEqual({ "no answer": expect.any(Number) });
      all.push(...chains);
    }
    await expectNothingLost(await running, cluster.ownerUrl, follower, all);
    console.log(
      `frames ${follower.frames.length}, repeats dropped ${follower.repeats}, ends ${JSON.stringify(follower.ends)}`,
    );
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);

test.skipIf(!isLinux)(
  "PostgreSQL killed under load and started again: the gateway comes back by itself, and nothing is lost or doubled",
  { timeout: MANY },
  async () => {
    await using data = await createDataDir();
    await using stack = new AsyncDisposableStack();
    let cluster = await startEmbeddedPostgres({ dataDir: data.path });
    stack.defer(() => cluster.stop());
    const { ownerUrl, gatewayUrl } = cluster;
    await migrate(ownerUrl);
    const { socs, centre } = await demoWorldOn(gatewayUrl);
    const environment = { DATABASE_URL: gatewayUrl, DATABASE_OWNER_URL: ownerUrl, ...PATIENT };
    const gateway = stack.use(await GatewayProcess.start({ ...environment, LOG_LEVEL: "silent" }));
    await using follower = await Follower.watch(() => Promise.resolve(gateway), centre);

    const chains = makeChains("outage", socs);
    const breakAt = 1 + Math.floor(seeded(SEED)() * (CHAINS - HELD - 1));
    const folder = join(data.path, "postgres");
    const postmaster = await readPostmasterRecord(folder);
    if (!postmaster) throw new Error("PostgreSQL does not run");
    let recovery = 0;
    const figures = await underLoad(gateway, ownerUrl, chains, breakAt, async () => {
      process.kill(postmaster.pid, "SIGKILL");
      await isDeserted(folder);
      await eventually(async () => (await readiness(gateway)) === 503);
      cluster = await startEmbeddedPostgres({ dataDir: data.path });
      const since = performance.now();
      expect(cluster.gatewayUrl).toBe(gatewayUrl);
      await eventually(async () => (await readiness(gateway)) === 200);
      recovery = performance.now() - since;
    });
    console.log(
      `killed on receipt ${breakAt}: ${JSON.stringify(figures)}; ready ${recovery.toFixed(0)} ms after PostgreSQL`,
    );
    expect(otherThan(figures.faults, "UNAVAILABLE")).toEqual([]);
    expect(gateway.isRunning).toBe(true);
    await expectNothingLost(gateway, ownerUrl, follower, chains);
    console.log(
      `frames ${follower.frames.length}, repeats dropped ${follower.repeats}, ends ${JSON.stringify(follower.ends)}`,
    );
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);

/** Sessions that listen for the journal's bell, in the database of this URL. */
const DOORBELLS = `from pg_stat_activity
  where application_name = 'dabyl doorbell' and datname = current_database() and query = 'listen dabyl_journal'`;

/** Milliseconds between looks at the journal when nothing rings, as docs/feed.md has it. */
const BACKSTOP = 1_000;

test("a LISTEN session that is cut off loses nothing, and its gateway is notified again afterwards", async () => {
  await using database = await createDatabase();
  const { socs, centre } = await demoWorldOn(database.gatewayUrl);
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl, LOG_LEVEL: "silent" };
  // Two gateways: one knows of what it seals itself without any notification.
  const starts = [GatewayProcess.start(environment), GatewayProcess.start(environment)] as const;
  await using sending = await starts[0];
  await using second = await starts[1];
  await using watch = await Watch.open(second.url, centre, "en", {});
  const cutOff = (): Promise<unknown> =>
    one(database.superuserUrl, `select count(pg_terminate_backend(pid)) ${DOORBELLS}`);
  const listening = (): Promise<unknown> =>
    eventually(
      async () => (await one(database.superuserUrl, `select count(*)::int as count ${DOORBELLS}`))?.["count"] === 2,
    );
  const card = (name: string): Chain => new Chain(name, socs[0]?.token ?? "", ["CARD_SUBMITTED"]);

  await listening();
  for (const round of [1, 2, 3]) {
    const chains = Array.from({ length: 30 }, (_, index) => card(`cut ${round} ${index}`));
    const sent = flood(sending, chains);
    await cutOff();
    expect(await sent).toEqual({ faults: {} });
    expect(await watch.take(chains.length)).toMatchObject(expectedFrames(chains));
    await listening();
  }
  await using own = await Watch.open(sending.url, centre, "en", {});
  let rung = 0;
  for (let index = 0; index < 15; index += 1) {
    const single = card(`single ${index}`);
    await flood(sending, [single]);
    // From when the gateway that sealed it delivers it: by then the other one has been rung for, however slow the machine is.
    await own.next();
    const since = performance.now();
    expect([await watch.next()]).toMatchObject(expectedFrames([single]));
    if (performance.now() - since < BACKSTOP / 2) rung += 1;
  }
  console.log(`${rung} of 15 cards were reported within half the backstop after their own gateway reported them`);
  // Without the bell each would have waited for the next look.
  expect(rung).toBeGreaterThan(7);
});

test.skipIf(!isLinux)(
  "a subscriber that is stopped costs bounded memory, delays nobody, and misses nothing when it goes on",
  { timeout: MANY },
  async () => {
    await using database = await createDatabase();
    const { socs, centre } = await demoWorldOn(database.gatewayUrl);
    await using gateway = await GatewayProcess.start({
      DATABASE_URL: database.gatewayUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      // Little room for garbage, so that the process grows by what it holds.
      NODE_OPTIONS: "--max-old-space-size=160 --max-semi-space-size=8",
    });
    await using quick = await Watch.open(gateway.url, centre, "en", {});
    // Frames of 120 kB: three times the same text of 20,000 characters, two bytes each.
    const texts = [1, 2, 3].map((index) => `text${index}: card { nature }`);
    const query = `subscription ($after: FeedCursor) { incidentFeed(after: $after) { cursor incident { ${texts.join(" ")} } } }`;
    await using slow = new SubscriberProcess(gateway, centre, query);
    const nature = "ж".repeat(20_000);
    let sent = 0;
    const sends = async (count: number): Promise<string[]> => {
      const until = sent + count;
      const lane = async (): Promise<void> => {
        while (sent < until) {
          sent += 1;
          const chain = new Chain(`large ${sent}`, socs[sent % socs.length]?.token ?? "", ["CARD_SUBMITTED"], {
            nature,
          });
          expect(await chain.send(gateway, 0)).toHaveProperty("receipt");
        }
      };
      const frames = quick.take(count);
      await Promise.all(Array.from({ length: 16 }, lane));
      return (await frames).map(({ cursor }) => cursor);
    };

    await slow.follows(() => sends(1));
    const warm = await sends(200);
    await slow.receives(warm.at(-1) ?? "");
    const before = await peakMemory(gateway.pid);
    await slow.stop();
    const missed = await sends(UNREAD);
    const during = await peakMemory(gateway.pid);
    slow.continue();
    await slow.receives(missed.at(-1) ?? "");
    const after = await peakMemory(gateway.pid);
    console.log(
      `peak memory: ${before.toFixed(0)} MiB before, ${during.toFixed(0)} MiB with ${UNREAD} frames unread, ${after.toFixed(0)} MiB after; closed with ${JSON.stringify(slow.closed)}`,
    );
    const received = [...new Set(slow.cursors)];
    expect(received.slice(received.indexOf(missed[0] ?? ""))).toEqual(missed);
    // Measured: 40 to 51. A queue of what it has not read would hold 120 MB, and 240 in the long run.
    expect(after - before).toBeLessThan(100);
  },
);

test("SIGTERM under load: what is in flight is answered, sockets are closed with 1001, the end is an orderly one", async () => {
  await using database = await createDatabase();
  const { socs, centre } = await demoWorldOn(database.gatewayUrl);
  const environment = {
    DATABASE_URL: database.gatewayUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...PATIENT,
  };
  await using gateway = await GatewayProcess.start(environment);
  await using watch = await Watch.open(gateway.url, centre, "en", {});
  const chains = makeChains("last orders", socs);
  const ended = Promise.withResolvers<Ended>();
  const figures = await underLoad(gateway, database.ownerUrl, chains, CHAINS / 4, async () => {
    ended.resolve(gateway.end("SIGTERM"));
    // Closed while the held ones are still in the middle of their transactions.
    expect(await watch.closed()).toEqual({ code: 1001, reason: "Going away" });
  });
  expect(await ended.promise).toMatchObject({ code: 0 });
  console.log(`ended on receipt ${CHAINS / 4}: ${JSON.stringify(figures)}`);
  expect(figures.faults).not.toHaveProperty("INTERNAL_SERVER_ERROR");
  for (const chain of chains.slice(0, HELD)) expect(chain.acknowledged).toBe(chain.kinds.length);
  await using next = await GatewayProcess.start(environment);
  expect(await repeat(next, chains)).toEqual([]);
  expect(await one(database.ownerUrl, "select count(*)::int as count from incident")).toEqual({ count: chains.length });
});

test("SIGTERM does not wait for a subscriber that answers nothing", async () => {
  await using database = await createDatabase();
  const { socs, centre } = await demoWorldOn(database.gatewayUrl);
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  await using gateway = await GatewayProcess.start(environment);
  await using slow = new SubscriberProcess(gateway, centre, "subscription { incidentFeed { cursor } }");
  let sent = 0;
  await slow.follows(() => new Chain(`last ${(sent += 1)}`, socs[0]?.token ?? "", ["CARD_SUBMITTED"]).send(gateway, 0));
  await slow.stop();
  expect(await gateway.end("SIGTERM")).toMatchObject({ code: 0 });
});
