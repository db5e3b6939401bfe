import type { Json } from "./canonical.js";
import { PLAIN_FIELDS } from "./card-form.js";
import type { CardDraft, ReportDraft, Severity } from "./incident-card.js";
import { toIso, type Instant } from "./instant.js";
import type { AnalysisDraft, DetectionDraft } from "./notification.js";
import type { OwnerChannel } from "./parties.js";

/**
 * Canonical content, used by keys, receipts and comparisons. The draft as decoded from any format, before indicators
 * are brought to normal form; texts canonical, instants in UTC with milliseconds. The submission key is not part of it.
 */

export function reportContent(draft: ReportDraft): Json {
  return { ...draft, affectedObject: { ...draft.affectedObject }, confirmedAt: toIso(draft.confirmedAt) };
}

export function cardContent(draft: CardDraft): Json {
  const plain = PLAIN_FIELDS.map(([name, { kind }]) => [
    name,
    kind === "instant" ? toIso(draft[name] as Instant) : draft[name],
  ]);
  return {
    ...(Object.fromEntries(plain) as Readonly<Record<string, Json>>),
    affectedObject: { ...draft.affectedObject },
    indicators: draft.indicators.map(({ type, value }) => ({ type, value })),
  };
}

export interface ReviewDraft {
  readonly severity: Severity;
  readonly reason: string | null;
}

export interface OwnerNotificationDraft {
  readonly channel: OwnerChannel;
  readonly recipient: string;
  readonly notifiedAt: Instant;
  readonly note: string | null;
}

export function ownerNotificationContent(draft: OwnerNotificationDraft): Json {
  return { ...draft, notifiedAt: toIso(draft.notifiedAt) };
}

export function detectionContent(draft: DetectionDraft): Json {
  return {
    ...draft,
    indicators: draft.indicators.map(({ type, value }) => ({ type, value })),
    observedAt: toIso(draft.observedAt),
  };
}

export function analysisContent(draft: AnalysisDraft): Json {
  return { ...draft, indicators: draft.indicators.map(({ type, value }) => ({ type, value })) };
}
