import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Refused } from "../../../../client/index.js";
import type { LiveState, Notification } from "../../live/state.js";
import { useLive, useLiveNotes } from "../../live/useLive.js";
import {
  InboxPageDocument,
  type InboxPageQuery,
  InboxUnansweredDocument,
  OutboxUnansweredDocument,
} from "../../operations/generated.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { type BoxRow, inOrder, rowOf } from "./box.js";

type Page = InboxPageQuery["notifications"];

const PAGE = 100;
/** Notifications without an answer that are read: whoever has more answers the nearest first. */
const MOST = 1_000;

const notificationsOf = ({ notifications }: LiveState): LiveState["notifications"] => notifications;
const obligationsOf = ({ obligations }: LiveState): LiveState["obligations"] => obligations;

export type Box =
  | { readonly state: "LOADING" }
  | {
      readonly state: "REFUSED";
      readonly says: string;
      readonly requestId: string | null;
      readonly tryAgain: (() => void) | undefined;
    }
  | {
      readonly state: "READY";
      readonly rows: readonly BoxRow[];
      /** Reads older ones; null where there are none, or while they come. */
      readonly more: (() => void) | null;
    };

/** The person's notifications: those without an answer and the newest are read once, and live from then on; older ones as asked for. */
export function useBox(): Box {
  const session = useSession();
  const isCentre = usePerson().party.__typename === "NationalCentre";
  const live = useLive(notificationsOf);
  const obligations = useLive(obligationsOf);
  const isReady = useLive(({ isReady: is }) => is);
  const gone = useLiveNotes(({ gone: feeds }) => feeds.notifications);
  const unanswered = useQuery(
    {
      queryKey: ["unanswered notifications"],
      // What happens to them comes by the feed.
      staleTime: Infinity,
      queryFn: async ({ signal }) => {
        const document = isCentre ? OutboxUnansweredDocument : InboxUnansweredDocument;
        const nodes: Notification[] = [];
        for (let after: string | null = null; nodes.length < MOST;) {
          const page: Page = (await session.link.client.ask(document, { first: PAGE, after }, { signal }))
            .notifications;
          nodes.push(...page.nodes);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        return nodes;
      },
    },
    session.readings.queries,
  );
  const older = useInfiniteQuery(
    {
      queryKey: ["older notifications"],
      staleTime: Infinity,
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }) =>
        (await session.link.client.ask(InboxPageDocument, { first: 50, after: pageParam }, { signal })).notifications,
      getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    },
    session.readings.queries,
  );
  const rows = useMemo(() => {
    const read = [...(unanswered.data ?? []), ...(older.data?.pages.flatMap(({ nodes }) => nodes) ?? [])];
    const all = new Map(read.map((node) => [node.id, node]));
    for (const [id, node] of live) all.set(id, node);
    return inOrder([...all.values()].map((node) => rowOf(node, obligations)));
  }, [unanswered.data, older.data, live, obligations]);

  const error = unanswered.error ?? older.error;
  if (gone !== undefined) return { state: "REFUSED", says: gone, requestId: null, tryAgain: undefined };
  if (isReady && unanswered.data && older.data) {
    const hasMore = older.hasNextPage && !older.isFetchingNextPage;
    return { state: "READY", rows, more: hasMore ? () => void older.fetchNextPage() : null };
  }
  if (!error) return { state: "LOADING" };
  return {
    state: "REFUSED",
    says: error.message,
    requestId: error instanceof Refused ? error.requestId : null,
    tryAgain: () => {
      void unanswered.refetch();
      void older.refetch();
    },
  };
}
