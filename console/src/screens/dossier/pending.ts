import { standingAt } from "../../live/standing.js";
import type { DossierStateFragment } from "../../operations/generated.js";
import { howTold } from "../../shared/incident-form/owners.js";

/** The SOC's request to correct the confirmation that nobody has settled yet. */
export function requestOf({ correctionRequests }: Pick<DossierStateFragment, "correctionRequests">) {
  return correctionRequests.findLast(
    ({ decidedAt, refusalReason, replacedAt, settledAt, withdrawnAt }) =>
      !decidedAt && !refusalReason && !replacedAt && !settledAt && !withdrawnAt,
  );
}

/** The request to retract the incident that is not decided yet. */
export function retractionOf({ retractions }: Pick<DossierStateFragment, "retractions">) {
  return retractions.findLast(({ decidedAt }) => !decidedAt);
}

/** The act that meets the SOC's open duty which ends next; an owner whom the gateway is telling is left to it. */
export function nextOf(
  { obligations, deliveries }: Pick<DossierStateFragment, "obligations" | "deliveries">,
  now: number,
): "CARD" | "OWNER_TOLD" | null {
  const [duty] = obligations
    .filter((one) => !one.isVoid && ["RUNNING", "OVERDUE"].includes(standingAt(one, now)))
    .filter((one) => one.rule === "R9.3" || (one.rule === "R9.2" && howTold(one, deliveries).by === "SOC"))
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  if (!duty) return null;
  return duty.rule === "R9.3" ? "CARD" : "OWNER_TOLD";
}
