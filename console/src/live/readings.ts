import { QueryClient } from "@tanstack/react-query";
import { GatewayError, type TypedDocument } from "../../../client/index.js";

/** How often a question is asked again whose answer did not come. */
const ATTEMPTS = 5;

/** Milliseconds between two readings of a list that anything may change. */
const LISTS_EVERY = 3_000;

/** Whatever is read beside the live lists, by question; what happens meanwhile makes an answer old, and it is asked again. */
export class Readings {
  private pending: ReturnType<typeof setTimeout> | null = null;
  readonly queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The gateway may be on this very computer: whether the browser thinks itself online says nothing.
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof GatewayError && error.isTemporary && failures < ATTEMPTS,
        retryDelay: (failures, error) =>
          (error instanceof GatewayError ? error.retryAfter : null) ?? Math.min(15_000, 500 * 2 ** failures),
      },
    },
  });

  /** What an act of one's own was answered with: `change` makes the answer to a question anew, if it was asked. */
  update<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    change: (data: Data) => Data,
  ): void {
    this.queries.setQueryData<Data>([document.toString(), variables], (data) => data && change(data));
  }

  /** Something happened to the incidents and notifications of these numbers: what was read about them is old. */
  invalidate(numbers: readonly string[] | "EVERYTHING"): void {
    if (numbers !== "EVERYTHING") this.invalidateLists();
    void this.queries.invalidateQueries(
      numbers === "EVERYTHING"
        ? {}
        : {
            predicate: ({ meta }) =>
              (meta as Meta | undefined)?.about?.some((number) => numbers.includes(number)) ?? false,
          },
    );
  }

  /** However much happens, lists are read again once in a while. */
  private invalidateLists(): void {
    this.pending ??= setTimeout(() => {
      this.pending = null;
      void this.queries.invalidateQueries({ predicate: ({ meta }) => (meta as Meta | undefined)?.isAboutAll ?? false });
    }, LISTS_EVERY);
  }
}

/** What a reading carries along. */
export interface Meta extends Record<string, unknown> {
  /** The numbers that it is about, in upper case. */
  readonly about: readonly string[];
  readonly isAboutAll: boolean;
}
