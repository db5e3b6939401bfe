import { useQuery } from "@tanstack/react-query";
import { Refused, type TypedDocument } from "../../../client/index.js";
import { isStale } from "../link/link-state.js";
import { useSession } from "../session/SessionContext.js";
import { useStore } from "../store.js";
import type { Meta } from "./readings.js";

/** What is known of a question's answer. */
export type Reading<Data> =
  | { readonly state: "LOADING" }
  /** `isStale`: the link is lost, or the last attempt to read it again failed. `at`: when it was read, ms of this computer. */
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
  { about = [], isAboutAll = false, isWanted = true }: ReadingOptions = {},
): Reading<Data> {
  const session = useSession();
  const isBehind = useStore(session.link.state, isStale);
  const meta: Meta = { about: about.map((number) => number.toUpperCase()), isAboutAll };
  const { data, error, dataUpdatedAt, refetch } = useQuery(
    {
      queryKey: [document.toString(), variables],
      queryFn: async ({ signal }) => {
        try {
          return await session.link.client.ask<Data, Variables>(document, variables, { signal });
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
  if (data !== undefined) return { state: "READY", data, isStale: isBehind || error !== null, at: dataUpdatedAt };
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
