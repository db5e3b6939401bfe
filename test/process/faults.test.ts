import { join } from "node:path";
import { expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { startEmbeddedDatabase } from "../../src/platform/embedded-database.js";
import { migrate } from "../../src/platform/database.js";
import { Chain, flood, Hold, repeat, type Flood, type Kind } from "../support/chains.js";
import { seeded } from "../support/chance.js";
import { createDemoDatabase, demoWorldOn } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { expectedFrames, Follower, storyOfEach } from "../support/followers.js";
import { readiness, createDataDir, credentialsOf, GatewayProcess, runTool, type Ended } from "../support/process.js";
import { isDeserted } from "../support/process-state.js";
import { Watch } from "../support/watch.js";
import { one } from "../support/place.js";

const isLinux = process.platform === "linux";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** How often the gateway is killed: more often in the long run. */
const KILLS = Number(process.env["DABYL_KILLS"] ?? 1);

/** Milliseconds for hundreds of submissions beside whatever else a machine does: twenty seconds of its two cores each. */
const MANY = 100_000 * (1 + KILLS);

/** Chains that are at work at once, more in the long run, and how many of them are held in the middle of a transaction. */
const CHAINS = Number(process.env["DABYL_CHAINS"] ?? 32);
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
    const cluster = await startEmbeddedDatabase({ dataDir: data.path });
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
    let cluster = await startEmbeddedDatabase({ dataDir: data.path });
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
      cluster = await startEmbeddedDatabase({ dataDir: data.path });
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

test("SIGTERM under load: what is in flight is answered, sockets are closed with 1001, the end is an orderly one", async () => {
  await using database = await createDemoDatabase();
  const { socs, centre } = database.credentials;
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
    expect(await watch.closed()).toEqual({ code: 1001, reason: "The gateway is shutting down: connect again." });
  });
  expect(await ended.promise).toMatchObject({ code: 0 });
  console.log(`ended on receipt ${CHAINS / 4}: ${JSON.stringify(figures)}`);
  expect(figures.faults).not.toHaveProperty("INTERNAL_SERVER_ERROR");
  for (const chain of chains.slice(0, HELD)) expect(chain.acknowledged).toBe(chain.kinds.length);
  await using next = await GatewayProcess.start(environment);
  expect(await repeat(next, chains)).toEqual([]);
  expect(await one(database.ownerUrl, "select count(*)::int as count from incident")).toEqual({ count: chains.length });
});
