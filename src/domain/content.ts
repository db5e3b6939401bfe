import type { Json } from "./canonical.js";
import type { Severity } from "./incident-card.js";
import { toIso, type Instant } from "./instant.js";
import type { DetectionDraft } from "./notification.js";
import { referenceContent } from "./references.js";
import type { OwnerChannel } from "./parties.js";

/**
 * Canonical content, used by keys, receipts and comparisons. The draft as decoded from any format, before indicators
 * are brought to normal form; texts canonical, instants in UTC with milliseconds. The submission key is not part of it.
 */

export interface ReviewDraft {
  readonly severity: Severity;
  readonly reason: string | null;
}

export interface OwnerNotificationDraft {
  /** The object, registered or as the card describes it; both null: the only one that the incident names. */
  readonly objectId: string | null;
  readonly objectCode: string | null;
  readonly objectDescription: string | null;
  readonly channel: OwnerChannel;
  readonly recipient: string;
  readonly notifiedAt: Instant;
  readonly note: string | null;
}

export function ownerNotificationContent(draft: OwnerNotificationDraft): Json {
  const { objectCode, ...said } = draft;
  // What was sent before a code could be given is the same content still.
  return { ...said, ...(objectCode === null ? {} : { objectCode }), notifiedAt: toIso(draft.notifiedAt) };
}

export function detectionContent(draft: DetectionDraft): Json {
  return {
    ...draft,
    objectIds: draft.objectIds.map(referenceContent),
    indicators: draft.indicators.map(({ type, value }) => ({ type, value })),
    observedAt: toIso(draft.observedAt),
  };
}
