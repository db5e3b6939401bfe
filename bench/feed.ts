import { withClient, type BenchCluster } from "./cluster.ts";
import { SENDING_SOCS, type SendingSoc } from "./cards.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import { startHelper } from "./processes.ts";
import { startOn } from "./servers.ts";
import { CONNECTIONS, FIRST_PORT, type Settings } from "./settings.ts";
import { percentile } from "./statistics.ts";
import type { Received, SubscriberJob } from "./subscribers.ts";

/** From the commit of a card to the frames of all subscribers. */

const SUBSCRIBERS = 100;
/** Cards per second. */
const RATE = 50;

export interface FeedFigures {
  readonly frames: number;
  readonly expected: number;
  /** Milliseconds from PostgreSQL's commit until the subscriber has the frame. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Milliseconds from `at`, the time at which the gateway received the card. */
  readonly fromReceipt: { readonly p50: number; readonly p99: number };
  readonly submissions: { readonly p50: number; readonly p99: number };
  /** MiB with every subscriber connected, after the load. */
  readonly memory: number;
}

export async function measureFeed(cluster: BenchCluster, database: string, settings: Settings): Promise<FeedFigures> {
  const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
  const load = startHelper<LoadJob, LoadResult>("load.ts");
  const subscribers = startHelper<SubscriberJob, Received[]>("subscribers.ts");
  try {
    const url = cluster.url(database, "superuser");
    const socs = await withClient(url, async (client) => (await client.query<SendingSoc>(SENDING_SOCS)).rows);
    const job = { url: gateway.url, connections: CONNECTIONS, requests: null, socs, rate: RATE };
    await subscribers.run({ open: { url: gateway.url, count: SUBSCRIBERS } });
    await load.run({ ...job, seconds: settings.warmUp });
    await subscribers.run({ collect: true });
    const sent = await load.run({ ...job, seconds: settings.seconds * 3 });
    const received = await subscribers.run({ collect: true, expected: sent.count * SUBSCRIBERS });
    const commits = await withClient(url, async (client) => {
      // The transaction that first wrote an incident is the one that committed its first card.
      const { rows } = await client.query<{ number: string; at: number }>(
        `select number, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from incident
         where received_at > now() - interval '1 hour' and pg_xact_commit_timestamp(xmin) is not null`,
      );
      return new Map(rows.map(({ number, at }) => [number, at]));
    });
    const sinceCommit: number[] = [];
    const sinceReceipt: number[] = [];
    for (const { number, at, arrived } of received) {
      const committed = commits.get(number);
      if (committed === undefined) throw new Error(`no commit is known of ${number}`);
      sinceCommit.push(arrived - committed);
      sinceReceipt.push(arrived - at);
    }
    const sorted = Float64Array.from(sinceCommit).toSorted();
    const since = Float64Array.from(sinceReceipt).toSorted();
    return {
      frames: received.length,
      expected: sent.count * SUBSCRIBERS,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      worst: sorted.at(-1) ?? Number.NaN,
      fromReceipt: { p50: percentile(since, 0.5), p99: percentile(since, 0.99) },
      submissions: { p50: sent.p50, p99: sent.p99 },
      memory: await gateway.memory(),
    };
  } finally {
    await load.stop();
    await subscribers.stop();
    await gateway.stop();
  }
}
