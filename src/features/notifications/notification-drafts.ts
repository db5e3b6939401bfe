import type { IndicatorDraft } from "../../domain/incident-card.js";
import { normalIndicator, type IndicatorType } from "../../domain/indicator.js";
import type { Addressing, DetectionDraft } from "../../domain/notification.js";
import { notFound } from "../../domain/refusal.js";
import { canonicalText } from "../../domain/text.js";
import { idAt, idOf, idsOf } from "../../platform/identity.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { indicatorDrafts } from "../incidents/drafts.js";
import type { RegisterDetectionInput } from "./detection.types.js";
import type { AboutWhat } from "./notification.service.js";
import type { NotificationPreviewInput, NotifySocsInput, RecipientsInput } from "./notification.types.js";

/** Inputs of the schema as drafts of the core. */

export function detectionDraft(input: RegisterDetectionInput): DetectionDraft {
  return {
    summary: canonicalText(input.summary),
    observedAt: input.observedAt,
    source: canonicalText(input.source),
    marking: input.marking,
    indicators: indicatorDrafts(input.indicators),
    types: [...new Set(input.types)],
    sectors: [...new Set(input.sectors)],
    objectIds: input.objects.map((id) => idOf("ProtectedObject", id)),
  };
}

export function addressingOf({ socs, objects, sectors, sharingIndicators }: RecipientsInput): Addressing {
  return {
    socIds: (socs ?? []).map((id) => idOf("Soc", id)),
    objectIds: (objects ?? []).map((id) => idOf("ProtectedObject", id)),
    sectors: sectors ?? [],
    isToSharers: sharingIndicators === true,
  };
}

/** Throws BAD_USER_INPUT where something that a preview names can be nothing: nobody would be found, as if nobody fitted. */
export function judgePreviewIds(input: NotificationPreviewInput): void {
  const { threatId, eventId, detectedIncidentId, incidentId, to } = input;
  const named = [
    ["Threat", "threatId", threatId],
    ["SecurityEvent", "eventId", eventId],
    ["DetectedIncident", "detectedIncidentId", detectedIncidentId],
    ["Incident", "incidentId", incidentId],
  ] as const;
  for (const [type, field, id] of named) if (typeof id === "string") idAt(type, id, ["input", field]);
  idsOf("Soc", to.socs ?? [], ["input", "to", "socs"]);
  idsOf("ProtectedObject", to.objects ?? [], ["input", "to", "objects"]);
}

/** The one thing that is named; null where it is none, or several (F22). */
export function aboutWhat(
  input: Partial<
    Pick<NotifySocsInput, "threatId" | "eventId" | "detectedIncidentId" | "incidentId" | "supplements" | "withdraws">
  >,
): AboutWhat | null {
  const named = (
    [
      ["THREAT", "Threat", input.threatId],
      ["EVENT", "SecurityEvent", input.eventId],
      ["DETECTED_INCIDENT", "DetectedIncident", input.detectedIncidentId],
      ["INCIDENT", "Incident", input.incidentId],
      ["SUPPLEMENT", "Notification", input.supplements],
      ["WITHDRAWAL", "Notification", input.withdraws],
    ] as const
  ).flatMap(([is, type, id]): AboutWhat[] => (typeof id === "string" ? [{ is, id: idOf(type, id) }] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The indicators that a notification would show, in normal form; invalid ones are refused when it is sent. */
export async function notifiedIndicators(
  reading: Reading,
  about: AboutWhat | null,
  drafts: readonly IndicatorDraft[],
): Promise<{ readonly type: IndicatorType; readonly value: string }[]> {
  const own = drafts.flatMap(({ type, value }) => {
    const normal = normalIndicator(type, value);
    return normal.ok ? [{ type, value: normal.value }] : [];
  });
  if (about === null || about.is === "SUPPLEMENT" || about.is === "WITHDRAWAL") return own;
  if (about.is !== "INCIDENT") return [...(await reading.indicatorsOfDetection.load(about.id)), ...own];
  const card = (await reading.cardsOfIncident.load(about.id)).at(-1);
  return [...(card ? await reading.indicatorsOfCard.load(card.id) : []), ...own];
}

/** The id of the incident of a number that somebody copied; throws NOT_FOUND where one may see none of it. */
export async function incidentNumbered(number: string, context: RequestContext): Promise<string> {
  const found = await context.readingFor("read").incidents.byNumber(number.trim());
  if (!found) throw notFound(["input", "incidentNumber"]);
  return found.id;
}
