import { useMemo } from "react";
import type { Page } from "../../live/pages.js";
import { useRegistered } from "../../session/reading.js";
import type { LiveState, Notification } from "../../live/state.js";
import { useLive, useLiveNotes } from "../../session/useLive.js";
import { usePages } from "../../session/usePages.js";
import {
  InboxPageDocument,
  type InboxPageQuery,
  InboxUnansweredDocument,
  OutboxUnansweredDocument,
} from "../../operations/generated.js";
import { usePerson } from "../../session/SessionContext.js";
import { type BoxRow, inOrder, rowOf } from "./box.js";

const PAGE = 50;
/** Notifications without an answer that are read: whoever has more answers the nearest first. */
const MOST = 1_000;

const pageIn = ({ notifications }: Pick<InboxPageQuery, "notifications">): Page<Notification> => notifications;
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
  const isCentre = usePerson().party.__typename === "NationalCentre";
  const live = useLive(notificationsOf);
  const obligations = useLive(obligationsOf);
  const isReady = useLive(({ isReady: is }) => is);
  const gone = useLiveNotes(({ gone: feeds }) => feeds.notifications);
  // What happens to them comes by the feed.
  const unanswered = useRegistered(isCentre ? OutboxUnansweredDocument : InboxUnansweredDocument, pageIn, {
    most: MOST,
    holdsFor: Infinity,
  });
  const older = usePages(
    ["older notifications"],
    async (client, after, signal) => pageIn(await client.ask(InboxPageDocument, { first: PAGE, after }, { signal })),
    { holdsFor: Infinity },
  );
  const unansweredRows = unanswered.state === "READY" ? unanswered.data.rows : null;
  const olderRows = older.state === "READY" ? older.data.rows : null;
  const rows = useMemo(() => {
    const all = new Map([...(unansweredRows ?? []), ...(olderRows ?? [])].map((node) => [node.id, node]));
    for (const [id, node] of live) all.set(id, node);
    return inOrder([...all.values()].map((node) => rowOf(node, obligations)));
  }, [unansweredRows, olderRows, live, obligations]);

  if (gone !== undefined) return { state: "REFUSED", says: gone, requestId: null, tryAgain: undefined };
  const refused = [unanswered, older].find((reading) => reading.state === "REFUSED");
  if (refused) return refused;
  if (!isReady || unanswered.state !== "READY" || older.state !== "READY") return { state: "LOADING" };
  return { state: "READY", rows, more: older.data.more };
}
