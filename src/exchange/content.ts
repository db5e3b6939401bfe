import type { Json } from "../domain/canonical.js";
import type { SubmissionAct } from "../domain/facts.js";
import { DOCUMENTS, membersOf, type DocumentKind } from "../domain/forms/documents.js";
import type { Shape } from "../domain/forms/form.js";
import type { JsonObject } from "../domain/forms/read-form.js";
import { parseInstant, toIso, type Instant } from "../domain/instant.js";
import { referenceContent } from "../domain/references.js";
import { canonicalText } from "../domain/text.js";
import { idOf, isInnerId, referenceTo, toGlobalId } from "../platform/identity.js";

/**
 * Documents and the canonical content that receipts are for (docs/receipts.md): each a function of the other, so that a receipt can be
 * verified against the sender's own file, and a file be made of what is kept. References stand as they were written.
 */

/** What the references of a document refer to, by the names of members. */
const REFERRED: Readonly<Record<string, string>> = {
  incidentId: "Incident",
  notificationIds: "Notification",
  objectIds: "ProtectedObject",
  objectId: "ProtectedObject",
};

/** What members are called in canonical content, where that is not their own name. */
const NAMES: Readonly<Record<string, string>> = { incidentId: "incident", notificationIds: "notifications" };
/** In an analysis `incident` is the report of one. */
const OF_ANALYSIS: Readonly<Record<string, string>> = { notificationIds: "notifications" };

function namesOf(kind: DocumentKind): Readonly<Record<string, string>> {
  return kind === "threatAnalysis" || kind === "eventAnalysis" ? OF_ANALYSIS : NAMES;
}

/** The acts that documents ask for. */
export type DocumentAct = Extract<
  SubmissionAct,
  "incident.report" | "card.submit" | "card.amend" | "threat.analyse" | "event.analyse" | "notification.deny"
>;

/** The act of a document of its form: a card that names the revision that it corrects is a correction (L6). */
export function actOf(kind: DocumentKind, content: JsonObject): DocumentAct {
  switch (kind) {
    case "incidentReport":
      return "incident.report";
    case "incidentCard":
      return content["revision"] === undefined ? "card.submit" : "card.amend";
    case "threatAnalysis":
      return "threat.analyse";
    case "eventAnalysis":
      return "event.analyse";
    case "notConfirmed":
      return "notification.deny";
  }
}

const KINDS: Readonly<Record<DocumentAct, DocumentKind>> = {
  "incident.report": "incidentReport",
  "card.submit": "incidentCard",
  "card.amend": "incidentCard",
  "threat.analyse": "threatAnalysis",
  "event.analyse": "eventAnalysis",
  "notification.deny": "notConfirmed",
};

/** The canonical content of a document of its form; `canonicalJson` writes it. */
export function contentOf(kind: DocumentKind, document: JsonObject): JsonObject {
  const names = namesOf(kind);
  const { members } = DOCUMENTS[kind].shape;
  const entries = Object.entries(members).flatMap(([name, { shape }]): [string, Json][] => {
    const value = document[name] ?? null;
    return name === "submissionKey" || value === null ? [] : [[names[name] ?? name, canonical(shape, name, value)]];
  });
  // A document that answers no notification says so.
  const led = Object.hasOwn(members, "notificationIds") ? { notifications: [] } : {};
  return { act: actOf(kind, document), ...led, ...Object.fromEntries(entries) };
}

function canonical(shape: Shape, name: string, value: Json): Json {
  switch (shape.is) {
    case "record": {
      const held = value as JsonObject;
      const entries = Object.entries(shape.members).map(([inner, member]): [string, Json] => [
        inner,
        (held[inner] ?? null) === null ? null : canonical(member.shape, inner, held[inner] as Json),
      ]);
      // An analysis names no objects as an empty list.
      return Object.fromEntries(entries.map(([inner, one]) => [inner, inner === "objectIds" ? (one ?? []) : one]));
    }
    case "list": {
      const items = (value as readonly Json[]).map((item) => canonical(shape.of, name, item));
      return shape.of.is === "reference" ? [...new Set(items)] : items;
    }
    case "reference":
      if (name === "objectId") return idOf("ProtectedObject", value as string);
      return referenceContent(referenceTo(REFERRED[name] ?? "", value as string));
    case "instant":
      return toIso(parseInstant(value as string) as Instant);
    case "text":
      return name === "objectCode" ? canonicalText(value as string).toUpperCase() : canonicalText(value as string);
    case "choice":
    case "count":
    case "date":
      return value;
  }
}

/** The document that canonical content is of, sent under `submissionKey`; null for what no document has. */
export function documentOf(
  content: JsonObject,
  submissionKey: string,
): { readonly kind: DocumentKind; readonly content: JsonObject } | null {
  const kind = (KINDS as Readonly<Record<string, DocumentKind>>)[content["act"] as string];
  if (!kind) return null;
  const names = namesOf(kind);
  const entries = Object.entries(membersOf(kind)).flatMap(([name, { shape, isOptional }]): [string, Json][] => {
    const value = content[names[name] ?? name] ?? null;
    const isEmpty = isOptional && Array.isArray(value) && value.length === 0;
    return value === null || isEmpty ? [] : [[name, written(shape, name, value)]];
  });
  return { kind, content: { submissionKey, ...Object.fromEntries(entries) } };
}

function written(shape: Shape, name: string, value: Json): Json {
  switch (shape.is) {
    case "record": {
      const held = value as JsonObject;
      const entries = Object.entries(shape.members).flatMap(([inner, member]): [string, Json][] => {
        const one = held[inner] ?? null;
        return one === null ? [] : [[inner, written(member.shape, inner, one)]];
      });
      return Object.fromEntries(entries);
    }
    case "list":
      return (value as readonly Json[]).map((item) => written(shape.of, name, item));
    case "reference":
      return isInnerId(value as string) ? toGlobalId(REFERRED[name] ?? "", value as string) : value;
    case "text":
    case "instant":
    case "date":
    case "count":
    case "choice":
      return value;
  }
}
