import type { GatewayClient } from "../../../client/index.js";
import {
  NewestIncidentsDocument,
  NewestNotificationsDocument,
  OpenObligationsDocument,
} from "../operations/generated.js";
import { HOUR } from "../time/almaty.js";
import type { Cursors } from "./kept-cursors.js";
import { OF_PAGE, readPages } from "./pages.js";
import type { FeedName, Snapshot } from "./state.js";

const MOST_OBLIGATIONS = 5_000;
const NEWEST = 50;
/** How far back the line of facts goes that a window begins with: milliseconds, and facts of each feed at most. */
const RECENT = HOUR;
const MOST_RECENT = 100;

/** Lists as they were read, and from where the feeds are to be followed. */
export interface Read {
  readonly snapshot: Snapshot;
  /** Of each feed, before what has just happened: what it brings again, the lists have already. */
  readonly cursors: Cursors;
}

/**
 * Reads the lists of the feeds that the person follows. `now` is by the gateway's clock, milliseconds; where that is not known, the
 * feeds begin with what was read.
 */
export async function readSnapshot(
  client: GatewayClient,
  feeds: readonly FeedName[],
  now: number | null,
  signal: AbortSignal,
): Promise<Read> {
  const recent = now === null ? {} : { since: new Date(now - RECENT).toISOString(), last: MOST_RECENT };
  const { incidents } = await client.ask(NewestIncidentsDocument, { first: NEWEST, ...recent }, { signal });
  const notifications = feeds.includes("notifications")
    ? (await client.ask(NewestNotificationsDocument, { first: NEWEST, ...recent }, { signal })).notifications
    : null;
  let beginning: string | null = null;
  const { rows: obligations } = feeds.includes("obligations")
    ? await readPages(async (after) => {
        // The first page decides: what changes while the others are read comes by the feed.
        const bounds = after === null ? recent : {};
        const page = await client.ask(OpenObligationsDocument, { first: OF_PAGE, after, ...bounds }, { signal });
        beginning ??= page.obligations.feedCursor;
        return page.obligations;
      }, MOST_OBLIGATIONS)
    : { rows: [] };
  return {
    snapshot: { incidents: incidents.nodes, notifications: notifications?.nodes ?? [], obligations },
    cursors: {
      incidents: incidents.feedCursor,
      ...(notifications ? { notifications: notifications.feedCursor } : {}),
      ...(beginning === null ? {} : { obligations: beginning }),
    },
  };
}
