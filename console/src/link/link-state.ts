/** How the page hears from the gateway. Times are milliseconds by the gateway's clock. */
export type LinkState =
  | { readonly kind: "CONNECTING" }
  | { readonly kind: "LIVE" }
  /** Nothing is heard since then; the next attempt is made at `retryAt`, or is being made (null). */
  | { readonly kind: "LOST"; readonly since: number; readonly retryAt: number | null }
  /** There is a link again, and what happened meanwhile is coming: `count` facts so far. */
  | { readonly kind: "CATCHING_UP"; readonly since: number; readonly count: number }
  /** It does not come back by itself: a new token is needed. The gateway's own sentence. */
  | { readonly kind: "REFUSED"; readonly since: number; readonly says: string };

export type LinkEvent =
  | { readonly kind: "OPENED" }
  | { readonly kind: "CLOSED"; readonly at: number }
  | { readonly kind: "RETRYING"; readonly at: number; readonly wait: number }
  | { readonly kind: "HEARD" }
  | { readonly kind: "CAUGHT_UP" }
  | { readonly kind: "REFUSED"; readonly at: number; readonly says: string };

/** The state after an event. */
export function afterEvent(state: LinkState, event: LinkEvent): LinkState {
  switch (event.kind) {
    case "OPENED":
      return state.kind === "LOST" || state.kind === "REFUSED"
        ? { kind: "CATCHING_UP", since: state.since, count: 0 }
        : state;
    case "CLOSED":
      return state.kind === "LOST" || state.kind === "REFUSED" || state.kind === "CONNECTING"
        ? state
        : { kind: "LOST", since: state.kind === "CATCHING_UP" ? state.since : event.at, retryAt: null };
    case "RETRYING": {
      if (state.kind === "REFUSED") return state;
      const since = state.kind === "LOST" || state.kind === "CATCHING_UP" ? state.since : event.at;
      return { kind: "LOST", since, retryAt: event.at + event.wait };
    }
    case "HEARD":
      return state.kind === "CATCHING_UP" ? { ...state, count: state.count + 1 } : state;
    case "CAUGHT_UP":
      return state.kind === "CATCHING_UP" || state.kind === "CONNECTING" ? { kind: "LIVE" } : state;
    case "REFUSED":
      return { kind: "REFUSED", since: "since" in state ? state.since : event.at, says: event.says };
  }
}

/** Whether what is shown may be behind what happened. */
export function isStale(state: LinkState): boolean {
  return state.kind === "LOST" || state.kind === "CATCHING_UP" || state.kind === "REFUSED";
}
