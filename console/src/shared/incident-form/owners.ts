import type { DeliveryState, OwnerContactFragment, OwnerDutyFragment } from "../../operations/generated.js";

/** A delivery to an owner, as far as it says whether the gateway reaches them. */
export interface OwnerDelivery {
  readonly state: DeliveryState;
  readonly attempts: readonly { readonly isAccepted: boolean | null }[];
  readonly object: { readonly id: string } | null;
}

/** Why the SOC has to tell an owner itself. */
export type WhyYourself = "NO_ADDRESS" | "NO_MAIL_SERVER" | "GIVEN_UP" | "NOT_REACHED" | "NOT_REGISTERED" | "NOT_KNOWN";

/** How the owner of a duty's object comes to know: by the gateway's mail, or why not. */
export type HowTold = { readonly by: "GATEWAY" } | { readonly by: "SOC"; readonly why: WhyYourself };

/** R9.2: whoever is not reached by the gateway has to be told by the SOC. */
export function howTold(duty: OwnerDutyFragment, deliveries: readonly OwnerDelivery[]): HowTold {
  if (!duty.objectCode) return { by: "SOC", why: "NOT_REGISTERED" };
  const toOwners = deliveries.filter(({ object }) => object?.id === duty.object?.id);
  const queued = toOwners.filter(({ state }) => state === "QUEUED");
  // Trying again may take longer than the 15 minutes.
  const isFailing = queued.every(({ attempts }) => attempts.some(({ isAccepted }) => isAccepted === false));
  if (queued.length > 0) return isFailing ? { by: "SOC", why: "NOT_REACHED" } : { by: "GATEWAY" };
  const states = toOwners.map(({ state }) => state);
  const why = (["GIVEN_UP", "NO_MAIL_SERVER", "NO_ADDRESS"] as const).find((state) => states.includes(state));
  return { by: "SOC", why: why ?? "NOT_KNOWN" };
}

/** Whom the duty is toward: the object's owner, then its holder. */
export function ownersOf({ object }: OwnerDutyFragment): readonly OwnerContactFragment[] {
  return [object?.owner, object?.holder].filter((owner) => owner != null);
}
