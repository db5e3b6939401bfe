import { expect, test } from "vitest";
import { Chain, flood } from "../support/chains.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { expectedFrames } from "../support/followers.js";
import { peakMemory } from "../support/process-state.js";
import { SubscriberProcess } from "../support/subscriber-process.js";
import { GatewayProcess } from "../support/process.js";
import { Watch } from "../support/watch.js";
import { one } from "../support/place.js";

const isLinux = process.platform === "linux";

/** How many frames a stopped subscriber misses: more of them in the long run. */
const UNREAD = Number(process.env["DABYL_UNREAD"] ?? 80);

/** Milliseconds for hundreds of submissions beside whatever else a machine does. */
const MANY = 60_000 + 1_200 * UNREAD;

/** Sessions that listen for the journal's bell, in the database of this URL. */
const DOORBELLS = `from pg_stat_activity
  where application_name = 'dabyl doorbell' and datname = current_database() and query = 'listen dabyl_journal'`;

/** Milliseconds between looks at the journal when nothing rings, as docs/feed.md has it. */
const BACKSTOP = 1_000;

/** Cards sent one after another, each after the one before it has been reported. */
const SINGLE = 9;

test("a LISTEN session that is cut off loses nothing, and its gateway is notified again afterwards", async () => {
  await using database = await createDemoDatabase();
  const { socs, centre } = database.credentials;
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
    const chains = Array.from({ length: 12 }, (_, index) => card(`cut ${round} ${index}`));
    const sent = flood(sending, chains);
    await cutOff();
    expect(await sent).toEqual({ faults: {} });
    expect(await watch.take(chains.length)).toMatchObject(expectedFrames(chains));
    await listening();
  }
  await using own = await Watch.open(sending.url, centre, "en", {});
  let rung = 0;
  for (let index = 0; index < SINGLE; index += 1) {
    const single = card(`single ${index}`);
    await flood(sending, [single]);
    // From when the gateway that sealed it delivers it: by then the other one has been rung for, however slow the machine is.
    await own.next();
    const since = performance.now();
    expect([await watch.next()]).toMatchObject(expectedFrames([single]));
    if (performance.now() - since < BACKSTOP / 2) rung += 1;
  }
  console.log(
    `${rung} of ${SINGLE} cards were reported within half the backstop after their own gateway reported them`,
  );
  // Without the bell each would have waited for the next look.
  expect(rung).toBeGreaterThan(SINGLE / 2);
});

test.skipIf(!isLinux)(
  "a subscriber that is stopped costs bounded memory, delays nobody, and misses nothing when it goes on",
  { timeout: MANY },
  async () => {
    await using database = await createDemoDatabase();
    const { socs, centre } = database.credentials;
    await using gateway = await GatewayProcess.start({
      DATABASE_URL: database.gatewayUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      // What it reads costs nothing here: its budget would be the only thing that it waits for.
      COST_AT_ONCE: "100000000",
      // Little room for garbage, so that the process grows by what it holds.
      NODE_OPTIONS: "--max-old-space-size=160 --max-semi-space-size=8",
    });
    await using quick = await Watch.open(gateway.url, centre, "en", {});
    // Frames of 1.5 MB from cards of 20 kB: the same text of 10,000 characters, two bytes each, under many names.
    const texts = Array.from({ length: 75 }, (_, index) => `text${index}: nature`);
    const query = `subscription ($after: FeedCursor) { incidentFeed(after: $after) { cursor incident { card { ${texts.join(" ")} } } } }`;
    await using slow = new SubscriberProcess(gateway, centre, query);
    const nature = "ж".repeat(10_000);
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
    const warm = await sends(20);
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

test("SIGTERM does not wait for a subscriber that answers nothing", async () => {
  await using database = await createDemoDatabase();
  const { socs, centre } = database.credentials;
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  await using gateway = await GatewayProcess.start(environment);
  await using slow = new SubscriberProcess(gateway, centre, "subscription { incidentFeed { cursor } }");
  let sent = 0;
  await slow.follows(() => new Chain(`last ${(sent += 1)}`, socs[0]?.token ?? "", ["CARD_SUBMITTED"]).send(gateway, 0));
  await slow.stop();
  expect(await gateway.end("SIGTERM")).toMatchObject({ code: 0 });
});
