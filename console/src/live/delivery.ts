import type { DeliveryState } from "../operations/generated.js";

/** How a delivery stands as people ask it: one that a server did not take is not just being sent, whatever is tried next. */
export type ShownDeliveryState = DeliveryState | "NOT_YET";

export function shownStateOf({
  state,
  attempts,
}: {
  readonly state: DeliveryState;
  readonly attempts: readonly { readonly isAccepted?: boolean | null }[];
}): ShownDeliveryState {
  return state === "QUEUED" && attempts.some(({ isAccepted }) => isAccepted === false) ? "NOT_YET" : state;
}
