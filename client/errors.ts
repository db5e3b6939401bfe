import type { RejectionFragment } from "../schema/operations.generated.js";

/** One of the `errors` in an answer (docs/errors.md). */
export interface Fault {
  readonly message: string;
  /** Of the answer's field that failed. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    /** Of the argument or variable that is at fault. */
    readonly path?: readonly string[];
    /** What the gateway's log calls the request. */
    readonly requestId?: string;
    readonly retryAfterSeconds?: number;
    /** Of a frame that could not be sent. */
    readonly cursor?: string;
    /** Where a feed ends (CURSOR_AHEAD), and the first cursor that it serves (CURSOR_EXPIRED). */
    readonly head?: string;
    readonly oldest?: string;
  };
}

/** Whatever kept an operation from being carried out, or its answer from arriving. */
export class GatewayError extends Error {
  constructor(
    message: string,
    /** The same may succeed later, sent unchanged; a submission with the same key. */
    readonly isTemporary: boolean,
    /** A submission may have been recorded nevertheless: sending it again with the same key tells. */
    readonly mayBeRecorded: boolean,
    /** Milliseconds to wait first, if the gateway says so. */
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** No answer, or one that does not come from the gateway: the network failed, time ran out, or a proxy answered. */
export class Unreachable extends GatewayError {
  constructor(message: string, retryAfter: number | null = null, options?: ErrorOptions) {
    super(message, true, true, retryAfter, options);
  }
}

/** The gateway closed the socket for good: its code (docs/feed.md, "Close codes") and its reason. */
export class SocketClosed extends GatewayError {
  constructor(
    readonly code: number,
    /** A sentence for people; empty where a proxy closed it. */
    readonly reason: string,
  ) {
    super(reason || `The gateway closed the socket with ${code}.`, false, false);
  }
}

/** Codes of docs/errors.md after which the same is worth sending again, and whether it may have been recorded. */
const TEMPORARY: Readonly<Record<string, { readonly mayBeRecorded: boolean }>> = {
  UNAVAILABLE: { mayBeRecorded: true },
  INTERNAL_SERVER_ERROR: { mayBeRecorded: true },
  // Its answer may be what could not be read.
  BUSY: { mayBeRecorded: true },
  RATE_LIMITED: { mayBeRecorded: false },
};

/** The gateway answered with errors. */
export class Refused extends GatewayError {
  /** `extensions.code` of the first error. */
  readonly code: string;
  /** Name it when you ask the operator. */
  readonly requestId: string | null;

  constructor(readonly faults: readonly Fault[]) {
    const [first] = faults;
    const code = first?.extensions?.code ?? "INTERNAL_SERVER_ERROR";
    const seconds = first?.extensions?.retryAfterSeconds;
    super(
      first?.message ?? "The gateway answered without data.",
      code in TEMPORARY,
      // What was too large is the answer.
      TEMPORARY[code]?.mayBeRecorded ?? code === "QUERY_TOO_COSTLY",
      seconds === undefined ? null : seconds * 1_000,
    );
    this.code = code;
    this.requestId = first?.extensions?.requestId ?? null;
  }
}

/** A submission was judged and breaks rules. Nothing was recorded but the attempt, and its key may be used again. */
export class Rejected extends GatewayError {
  constructor(readonly rejection: RejectionFragment) {
    super(
      rejection.violations.map(({ rule, path, message }) => `${rule} ${path.join(".")}: ${message}`).join("\n"),
      false,
      false,
    );
  }
}
