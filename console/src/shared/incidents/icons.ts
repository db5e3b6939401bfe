import type { FactTone } from "../../parts/FactRow.js";
import type { IconName } from "../../parts/icons.js";
import type { IncidentFactKind } from "../../operations/generated.js";

/** The sign of each fact of an incident. */
export const INCIDENT_ICONS: Readonly<Record<IncidentFactKind, readonly [IconName, FactTone]>> = {
  REPORTED: ["message", "plain"],
  CARD_SUBMITTED: ["card", "plain"],
  CARD_AMENDED: ["edit", "plain"],
  SEVERITY_REVIEWED: ["level", "plain"],
  OWNER_NOTIFIED: ["met", "met"],
  OWNER_ACKNOWLEDGED: ["met", "met"],
  OWNER_NOT_REACHED: ["owner", "late"],
  OBLIGATION_WAIVED: ["waived", "plain"],
  CORRECTION_REQUESTED: ["edit", "plain"],
  CORRECTION_WITHDRAWN: ["withdrawn", "plain"],
  CORRECTION_REFUSED: ["close", "plain"],
  CONFIRMATION_CORRECTED: ["edit", "plain"],
  RETRACTION_REQUESTED: ["withdrawn", "plain"],
  RETRACTED: ["withdrawn", "plain"],
  RETRACTION_REFUSED: ["close", "plain"],
  RECEIVED_OTHERWISE: ["phone", "plain"],
  RECEIPT_WITHDRAWN: ["withdrawn", "plain"],
  OBJECT_LINKED: ["object", "plain"],
  OBJECT_UNLINKED: ["object", "plain"],
  OBJECT_CHANGED: ["object", "plain"],
  LINKED_AS_SAME: ["link", "plain"],
  UNLINKED_AS_SAME: ["link", "plain"],
  TAKEN: ["person", "plain"],
  RELEASED: ["person", "plain"],
};
