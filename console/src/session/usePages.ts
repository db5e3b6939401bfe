import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { GatewayClient } from "../../../client/index.js";
import { isStale } from "../link/link-state.js";
import { useSession } from "./SessionContext.js";
import { useStore } from "../store.js";
import type { Page } from "../live/pages.js";
import { asked, type Reading, readingOf, type ReadingOptions } from "./reading.js";

/** What was read of a list so far. */
export interface ReadSoFar<Row> {
  readonly rows: readonly Row[];
  /** Reads the next page; null at the end, and while it comes. */
  readonly more: (() => void) | null;
  readonly isMoreComing: boolean;
}

/** A list of which one page after the other is read as somebody asks for it. `question` tells it from others. */
export function usePages<Row>(
  question: readonly unknown[],
  read: (client: GatewayClient, after: string | null, signal: AbortSignal) => Promise<Page<Row>>,
  { holdsFor = 0 }: Pick<ReadingOptions, "holdsFor"> = {},
): Reading<ReadSoFar<Row>> {
  const session = useSession();
  const isBehind = useStore(session.link.state, isStale);
  const query = useInfiniteQuery(
    {
      queryKey: question,
      queryFn: ({ pageParam, signal }) => asked(session, read(session.link.client, pageParam, signal)),
      initialPageParam: null as string | null,
      getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
      select: allRows<Row>,
      staleTime: holdsFor,
    },
    session.readings.queries,
  );
  const { data: rows, isFetchingNextPage: isMoreComing } = query;
  const more = query.hasNextPage && !isMoreComing ? () => void query.fetchNextPage() : null;
  return readingOf(query, rows && { rows, more, isMoreComing }, {
    isBehind,
    ahead: session.link.clock.offset.get(),
  });
}

function allRows<Row>({ pages }: InfiniteData<Page<Row>>): readonly Row[] {
  return pages.flatMap(({ nodes }) => nodes);
}
