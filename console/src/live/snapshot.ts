import type { GatewayClient } from "../../../client/index.js";
import {
  NewestIncidentsDocument,
  NewestNotificationsDocument,
  OpenObligationsDocument,
} from "../operations/generated.js";
import { OF_PAGE, readPages } from "./pages.js";
import type { FeedName, Snapshot } from "./state.js";

const MOST_OBLIGATIONS = 5_000;
const NEWEST = 50;

/** Reads the lists of the feeds that the person follows, and from where these are to be followed: the first page decides. */
export async function readSnapshot(
  client: GatewayClient,
  feeds: readonly FeedName[],
  signal: AbortSignal,
): Promise<{ readonly snapshot: Snapshot; readonly cursor: string }> {
  const { incidents } = await client.ask(NewestIncidentsDocument, { first: NEWEST }, { signal });
  const cursor = incidents.feedCursor;
  const notifications = feeds.includes("notifications")
    ? (await client.ask(NewestNotificationsDocument, { first: NEWEST }, { signal })).notifications.nodes
    : [];
  const { rows: obligations } = feeds.includes("obligations")
    ? await readPages(
        async (after) => (await client.ask(OpenObligationsDocument, { first: OF_PAGE, after }, { signal })).obligations,
        MOST_OBLIGATIONS,
      )
    : { rows: [] };
  return { snapshot: { incidents: incidents.nodes, notifications, obligations }, cursor };
}
