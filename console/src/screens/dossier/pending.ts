import type { DossierStateFragment } from "../../operations/generated.js";

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
