import type { WrongTokens } from "../access/wrong-tokens.js";
import { SECOND } from "../domain/instant.js";
import { journalBounds } from "../journal/journal.store.js";
import type { Sequencer } from "../journal/sequencer.js";
import type { Tail } from "../journal/tail.js";
import { directConnection } from "../platform/database.js";
import type { Metrics, Reading } from "../platform/metrics.js";
import type { Pools } from "../platform/pools.js";
import type { Turnstile } from "../platform/turnstile.js";
import type { Bodies } from "./bodies.js";
import type { ReserveFolder } from "./folder/reserve-folder.js";
import type { Sockets } from "./websocket.js";

/** What the long-lived objects of a gateway show of themselves when somebody looks (docs/operations.md). */
export function showState(
  metrics: Metrics,
  parts: {
    readonly pools: Pools;
    readonly sequencer: Sequencer;
    readonly tail: Tail;
    readonly sockets: Sockets;
    readonly wrongTokens: WrongTokens;
    readonly waiting: Readonly<Record<"acts" | "readings" | "frames", Turnstile>>;
    readonly bodies: Bodies;
    readonly reserve: ReserveFolder | null;
  },
): void {
  const { pools, sequencer, tail, sockets, wrongTokens, waiting, bodies, reserve } = parts;
  const one = (value: number): readonly Reading[] => [{ labels: {}, value }];
  const each = (label: string, values: object): readonly Reading[] =>
    Object.entries(values as Record<string, number>).map(([name, value]) => ({ labels: { [label]: name }, value }));
  metrics.shows("dabyl_authentication_failures", "Tokens refused since the start", ["token"], () =>
    each("token", wrongTokens.totals),
  );
  metrics.shows("dabyl_pool_sessions", "Sessions with PostgreSQL, and who waits for one", ["pool", "state"], () =>
    Object.entries(pools).flatMap(([pool, { use }]) =>
      each("state", use).map(({ labels, value }) => ({ labels: { pool, ...labels }, value })),
    ),
  );
  metrics.shows("dabyl_waiting", "Operations that wait for their party's turn", ["purpose"], () =>
    each("purpose", {
      acts: waiting.acts.waiting,
      readings: waiting.readings.waiting,
      frames: waiting.frames.waiting,
      large: bodies.waiting,
    }),
  );
  metrics.shows("dabyl_bytes_under_way", "Bytes of requests, and of answers that are not fetched yet", [], () =>
    one(bodies.bytes),
  );
  metrics.shows("dabyl_unsealed", "Acts that are kept and wait for their place in the journal", [], () =>
    one(sequencer.unsealed),
  );
  metrics.shows("dabyl_seal_age_seconds", "Since the journal was last sealed; an idle one is, once a second", [], () =>
    one(sequencer.sealedAgo / SECOND),
  );
  metrics.shows("dabyl_feed_position", "The last position of the journal that this gateway has read", [], () =>
    one(tail.head),
  );
  metrics.shows("dabyl_feed_behind", "Positions that are sealed and not read yet", [], async () =>
    one((await journalBounds(directConnection(pools.vital))).head - tail.head),
  );
  metrics.shows("dabyl_sockets", "Sockets and subscriptions", ["kind"], () => each("kind", sockets.count));
  if (!reserve) return;
  metrics.shows("dabyl_reserve_waiting", "Files that wait in a reserve folder", ["party"], () =>
    reserve.waiting("COUNT"),
  );
  metrics.shows("dabyl_reserve_waiting_seconds", "For how long the oldest of them has waited", ["party"], () =>
    reserve.waiting("SECONDS"),
  );
}
