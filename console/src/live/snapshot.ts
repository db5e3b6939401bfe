import type { GatewayClient } from "../../../client/index.js";
import {
  NewestIncidentsDocument,
  NewestNotificationsDocument,
  OpenObligationsDocument,
} from "../operations/generated.js";
import type { FeedName, Obligation, Snapshot } from "./state.js";

const PAGE = 100;
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
  const obligations: Obligation[] = [];
  for (let after: string | null = null; feeds.includes("obligations");) {
    const page = await openObligations(client, after, signal);
    obligations.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || obligations.length >= MOST_OBLIGATIONS) break;
    after = page.pageInfo.endCursor;
  }
  return { snapshot: { incidents: incidents.nodes, notifications, obligations }, cursor };
}

async function openObligations(client: GatewayClient, after: string | null, signal: AbortSignal) {
  return (await client.ask(OpenObligationsDocument, { first: PAGE, after }, { signal })).obligations;
}
