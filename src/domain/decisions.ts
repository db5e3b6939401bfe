import type { Instant } from "./instant.js";

/** How a request of a SOC ended, or a decision of the national centre; SETTLED: nothing was left to decide. */
export type RequestOutcome = "GRANTED" | "REFUSED" | "OPEN" | "REPLACED" | "SETTLED" | "WITHDRAWN";

/** What was recorded of a request to correct a confirmation (L4). At most one of the instants is there. */
export interface CorrectionRequest {
  /** When the national centre corrected the confirmation, or refused to; null until then. */
  readonly decidedAt: Instant | null;
  /** Why it refused; null where it did not. */
  readonly refusalReason: string | null;
  /** When a later request took its place; null where none has. */
  readonly replacedAt: Instant | null;
  /** When a statement of the SOC made the time that it asks for count; null where none has. */
  readonly settledAt: Instant | null;
  /** When the SOC took it back; null where it has not. */
  readonly withdrawnAt: Instant | null;
}

/** Whether the national centre has still to decide a request. `PENDING_REQUEST` is the same in SQL. */
export function isPending({ decidedAt, replacedAt, settledAt, withdrawnAt }: CorrectionRequest): boolean {
  return decidedAt === null && replacedAt === null && settledAt === null && withdrawnAt === null;
}

/**
 * How a request to correct a confirmation ended, and when; `correctedAt` is when the national centre corrected it upon that request,
 * or (without a request) of itself.
 */
export function endOfCorrection(
  request: CorrectionRequest | null,
  correctedAt: Instant | null,
): { readonly outcome: RequestOutcome; readonly at: Instant | null } {
  if (correctedAt !== null) return { outcome: "GRANTED", at: correctedAt };
  const {
    decidedAt = null,
    refusalReason = null,
    replacedAt = null,
    settledAt = null,
    withdrawnAt = null,
  } = request ?? {};
  if (refusalReason !== null) return { outcome: "REFUSED", at: decidedAt };
  if (replacedAt !== null) return { outcome: "REPLACED", at: replacedAt };
  if (settledAt !== null) return { outcome: "SETTLED", at: settledAt };
  if (withdrawnAt !== null) return { outcome: "WITHDRAWN", at: withdrawnAt };
  return { outcome: "OPEN", at: decidedAt };
}

/** The same of a request to retract an incident (L18): null while the national centre has not decided it. */
export function endOfRetraction(isGranted: boolean | null): RequestOutcome {
  if (isGranted === null) return "OPEN";
  return isGranted ? "GRANTED" : "REFUSED";
}
