import type { IndicatorDraft } from "../../domain/incident-card.js";
import { normalIndicator, type IndicatorType } from "../../domain/indicator.js";
import { TOPIC_FIELDS, type AddressingDraft, type DetectionDraft, type Topic } from "../../domain/notification.js";
import type { Meant } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { canonicalText } from "../../domain/text.js";
import { referenceTo } from "../../platform/identity.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { indicatorDrafts } from "../incidents/drafts.js";
import type { RegisterDetectionInput } from "./detection.types.js";
import { expectNamed } from "../submissions/references.js";
import { ABOUT_TYPES, aboutMeant, addressingMeant, type AboutWhat } from "./addressing.js";
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
    objectIds: input.objects.map((text) => referenceTo("ProtectedObject", text)),
  };
}

export function addressingOf({ socs, objects, sectors, sharingIndicators }: RecipientsInput): AddressingDraft {
  return {
    socIds: (socs ?? []).map((text) => referenceTo("Soc", text)),
    objectIds: (objects ?? []).map((text) => referenceTo("ProtectedObject", text)),
    sectors: sectors ?? [],
    isToSharers: sharingIndicators === true,
  };
}

/**
 * What a preview is about (null where that is nothing, or several things: F22) and whom it names. Throws BAD_USER_INPUT, with its path,
 * where something that it names can be nothing: nobody would be found, as if nobody fitted.
 */
export async function previewMeant(reading: Reading, partyId: string, input: NotificationPreviewInput) {
  const named: { readonly is: Topic; readonly id: string }[] = [];
  for (const [is, field] of Object.entries(TOPIC_FIELDS) as [Topic, keyof typeof input & `${string}Id`][]) {
    const text = input[field];
    if (typeof text !== "string") continue;
    const type = ABOUT_TYPES[is];
    const id = await aboutMeant(reading, partyId, { is, reference: referenceTo(type, text) });
    expectNamed(type, text, { id, near: null }, ["input", field]);
    named.push({ is, id });
  }
  const { socs, objects } = input.to;
  const addressing = await addressingMeant(reading, addressingOf(input.to));
  const expect = (type: "Soc" | "ProtectedObject", found: readonly Meant[], texts: readonly string[], field: string) =>
    found.forEach((one, index) => expectNamed(type, texts[index] ?? "", one, ["input", "to", field, String(index)]));
  expect("Soc", addressing.socIds, socs ?? [], "socs");
  expect("ProtectedObject", addressing.objectIds, objects ?? [], "objects");
  const [about = null, ...others] = named;
  return { about: others.length === 0 ? about : null, addressing };
}

/** The one thing that is named; null where it is none, or several (F22). */
export function aboutWhat(
  input: Partial<
    Pick<NotifySocsInput, "threatId" | "eventId" | "detectedIncidentId" | "incidentId" | "supplements" | "withdraws">
  >,
): AboutWhat | null {
  const named = (
    [
      ["THREAT", input.threatId],
      ["EVENT", input.eventId],
      ["DETECTED_INCIDENT", input.detectedIncidentId],
      ["INCIDENT", input.incidentId],
      ["SUPPLEMENT", input.supplements],
      ["WITHDRAWAL", input.withdraws],
    ] as const
  ).flatMap(([is, text]): AboutWhat[] =>
    typeof text === "string" ? [{ is, reference: referenceTo(ABOUT_TYPES[is], text) }] : [],
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The indicators that a notification would show, in normal form; invalid ones are refused when it is sent. */
export async function notifiedIndicators(
  reading: Reading,
  about: { readonly is: AboutWhat["is"]; readonly id: string } | null,
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
