import type { Instant } from "../instant.js";
import type { Violation, Warning } from "../verdict.js";
import { say } from "../wording/wording.js";

/** Which officer of the national centre has an incident in hand. */
export interface InHand {
  readonly actorId: string;
  /** The officer's name. */
  readonly by: string;
  readonly at: Instant;
}

/** F17: what nobody has cannot be released; what another officer has may be taken or released, which is said. */
export function judgeTaking(
  isTaken: boolean,
  before: InHand | undefined,
  actorId: string,
): { readonly violations: readonly Violation[]; readonly warnings: readonly Warning[] } {
  const path = ["incidentId"];
  if (!before) return { violations: isTaken ? [] : [{ rule: "F17", path, says: say("notTaken", {}) }], warnings: [] };
  const says = say("takenByAnother", { by: before.by, at: before.at });
  return { violations: [], warnings: before.actorId === actorId ? [] : [{ rule: "F17", path, says }] };
}
