import { useQuery } from "@tanstack/react-query";
import { type GatewayClient, Refused, type TypedDocument } from "../../../client/index.js";
import { isStale } from "../link/link-state.js";
import { useSession } from "../session/SessionContext.js";
import { useStore } from "../store.js";
import type { Meta } from "./readings.js";

/** What is known of a question's answer. */
export type Reading<Data> =
  | { readonly state: "LOADING" }
  /** `isStale`: the link is lost, or the last attempt to read it again failed. `at`: when it was read, ms by the gateway's clock. */
  | { readonly state: "READY"; readonly data: Data; readonly isStale: boolean; readonly at: number }
  | {
      readonly state: "REFUSED";
      /** The gateway's own sentence. */
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

/** One page of a list, as the gateway answers it. */
export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Rows of one page of the gateway, and the most that are held of a register. */
const OF_PAGE = 100;
export const MOST_ROWS = 5_000;

/** A whole register, page by page, so that it can be searched as people type; `isWhole` is false where it has more than MOST_ROWS. */
export function useRegistered<Data, Row>(
  document: TypedDocument<Data, { first: number; after?: string | null | undefined }>,
  pick: (data: Data) => Page<Row>,
  options: ReadingOptions = {},
): Reading<{ readonly rows: readonly Row[]; readonly isWhole: boolean }> {
  return useAnswer(
    [document.toString(), "whole"],
    async (client, signal) => {
      const rows: Row[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = pick(await client.ask(document, { first: OF_PAGE, after }, { signal }));
        rows.push(...nodes);
        if (!pageInfo.hasNextPage || rows.length >= MOST_ROWS) return { rows, isWhole: !pageInfo.hasNextPage };
        after = pageInfo.endCursor;
      }
    },
    options,
  );
}

function useAnswer<Data>(
  question: readonly unknown[],
  ask: (client: GatewayClient, signal: AbortSignal) => Promise<Data>,
  { about = [], isAboutAll = false, isWanted = true }: ReadingOptions,
): Reading<Data> {
  const session = useSession();
  const isBehind = useStore(session.link.state, isStale);
  const meta: Meta = { about: about.map((number) => number.toUpperCase()), isAboutAll };
  const { data, error, dataUpdatedAt, refetch } = useQuery(
    {
      queryKey: question,
      queryFn: async ({ signal }) => {
        try {
          return await ask(session.link.client, signal);
        } catch (failure) {
          session.refused(failure);
          throw failure;
        }
      },
      enabled: isWanted,
      meta,
    },
    session.readings.queries,
  );
  if (data !== undefined) {
    const at = dataUpdatedAt + session.link.clock.offset.get();
    return { state: "READY", data, isStale: isBehind || error !== null, at };
  }
  if (!error) return { state: "LOADING" };
  const refusal = error instanceof Refused ? error : null;
  return {
    state: "REFUSED",
    says: error.message,
    code: refusal?.code ?? null,
    requestId: refusal?.requestId ?? null,
    tryAgain: () => void refetch(),
  };
}
