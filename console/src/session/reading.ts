import { useQuery } from "@tanstack/react-query";
import { type GatewayClient, Refused, type TypedDocument } from "../../../client/index.js";
import { isStale } from "../link/link-state.js";
import type { Session } from "./session.js";
import { useSession } from "./SessionContext.js";
import { useStore } from "../store.js";
import { saysOf } from "../link/says.js";
import { OF_PAGE, type Page, readPages } from "../live/pages.js";
import type { Meta } from "../live/readings.js";

/** What is known of a question's answer. */
export type Reading<Data> =
  | { readonly state: "LOADING" }
  /** `isStale`: the link is lost, or the last attempt to read it again failed. `at`: when it was read, ms by the gateway's clock. */
  | { readonly state: "READY"; readonly data: Data; readonly isStale: boolean; readonly at: number }
  | {
      readonly state: "REFUSED";
      /** The gateway's own sentence. */
      /** Empty: the gateway does not answer. */
      readonly says: string;
      /** Of docs/errors.md; null where the gateway was not reached. */
      readonly code: string | null;
      readonly requestId: string | null;
      readonly tryAgain: () => void;
    };

export interface ReadingOptions {
  /** Numbers of incidents and notifications that the answer is about: what happens to them reads it again. */
  readonly about?: readonly string[];
  /** A list that anything may change: it is read again a few seconds after something has happened. */
  readonly isAboutAll?: boolean;
  /** False: nothing is asked yet. */
  readonly isWanted?: boolean;
  /** Milliseconds for which what was read serves every screen that wants it; else each one that opens reads it again. */
  readonly holdsFor?: number;
}

/** Reads what the live lists do not hold: a dossier, a register, a report of the month. */
export function useReading<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  options: ReadingOptions = {},
): Reading<Data> {
  return useAnswer(
    [document.toString(), variables],
    (client, signal) => client.ask<Data, Variables>(document, variables, { signal }),
    options,
  );
}

/** The most that is held of a register. */
export const MOST_ROWS = 5_000;

/** A whole list, page by page, so that it can be searched as people type; `isWhole` is false where it has more than `most`. */
export function useRegistered<Data, Row>(
  document: TypedDocument<Data, { first: number; after?: string | null | undefined }>,
  pick: (data: Data) => Page<Row>,
  { most = MOST_ROWS, ...options }: ReadingOptions & { readonly most?: number } = {},
): Reading<{ readonly rows: readonly Row[]; readonly isWhole: boolean }> {
  return useAnswer(
    [document.toString(), "whole"],
    (client, signal) =>
      readPages(async (after) => pick(await client.ask(document, { first: OF_PAGE, after }, { signal })), most),
    options,
  );
}

function useAnswer<Data>(
  question: readonly unknown[],
  ask: (client: GatewayClient, signal: AbortSignal) => Promise<Data>,
  { about = [], isAboutAll = false, isWanted = true, holdsFor = 0 }: ReadingOptions,
): Reading<Data> {
  const session = useSession();
  const isBehind = useStore(session.link.state, isStale);
  const meta: Meta = { about: about.map((number) => number.toUpperCase()), isAboutAll };
  const query = useQuery(
    {
      queryKey: question,
      queryFn: ({ signal }) => asked(session, ask(session.link.client, signal)),
      enabled: isWanted,
      staleTime: holdsFor,
      meta,
    },
    session.readings.queries,
  );
  return readingOf(query, query.data, { isBehind, ahead: session.link.clock.offset.get() });
}

/** An answer; what it fails with is told to the session, for the token may not be accepted any more. */
export async function asked<Data>(session: Session, answer: Promise<Data>): Promise<Data> {
  try {
    return await answer;
  } catch (failure) {
    session.refused(failure);
    throw failure;
  }
}

/** A query of TanStack as a reading of `data`; `isBehind`: the link is lost, `ahead`: milliseconds of the gateway's clock. */
export function readingOf<Data>(
  {
    error,
    dataUpdatedAt,
    refetch,
  }: {
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => Promise<unknown>;
  },
  data: Data | undefined,
  { isBehind, ahead }: { readonly isBehind: boolean; readonly ahead: number },
): Reading<Data> {
  if (data !== undefined)
    return { state: "READY", data, isStale: isBehind || error !== null, at: dataUpdatedAt + ahead };
  if (!error) return { state: "LOADING" };
  const refusal = error instanceof Refused ? error : null;
  return {
    state: "REFUSED",
    says: saysOf(error),
    code: refusal?.code ?? null,
    requestId: refusal?.requestId ?? null,
    tryAgain: () => void refetch(),
  };
}
