import type { Announcement } from "./facts.js";
import type { IncidentType, Severity } from "./incident-card.js";
import type { Instant } from "./instant.js";
import type { Obligation } from "./obligations.js";

/** What the owner or holder of a protected object is notified of: an incident on it (R9.2). */
export interface OwnerMessage {
  readonly incidentNumber: string;
  readonly type: IncidentType;
  /** Null where the report left the level out. */
  readonly severity: Severity | null;
  readonly confirmedAt: Instant;
  /** What is known, in the SOC's words; may have several lines. */
  readonly summary: string;
  readonly objectCode: string;
  readonly objectName: string;
  readonly ownerName: string;
  readonly socName: string;
  readonly socPhone: string | null;
  readonly socEmail: string | null;
}

/** What a SOC or the national centre is notified of about a duty. */
export interface DutyMessage {
  readonly announcement: Announcement;
  readonly rule: Obligation["rule"];
  readonly kind: Obligation["kind"];
  /** The end for which it was announced. */
  readonly dueAt: Instant;
  /** What the duty is about: an incident, or else a notification. */
  readonly incidentNumber: string | null;
  readonly notificationNumber: string | null;
  /** The registered object that it is about; null: none. */
  readonly objectCode: string | null;
  readonly objectName: string | null;
  readonly socCode: string;
  readonly socName: string;
  /** Whom to call about it, and how, as far as that is known. */
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
}
