import type { Json } from "../domain/canonical.js";
import type { SubmissionAct } from "../domain/facts.js";
import { contentOfDraft, type Drafted } from "../domain/forms/content.js";
import { DOCUMENT_KINDS, DOCUMENTS, membersOf, type DocumentKind } from "../domain/forms/documents.js";
import { drafter } from "../domain/forms/draft.js";
import type { Shape } from "../domain/forms/form.js";
import type { JsonObject } from "../domain/forms/read-form.js";
import { idOf, isInnerId, referenceTo, toGlobalId } from "../platform/identity.js";

/**
 * Documents and the canonical content that receipts are for (docs/receipts.md): each a function of the other, so that a receipt can be
 * verified against the sender's own file, and a file be made of what is kept. References stand as they were written.
 */

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

const IDENTIFIERS = { idOf, referenceTo };

const DRAFTS = Object.fromEntries(
  DOCUMENT_KINDS.map((kind) => [kind, drafter(DOCUMENTS[kind].shape, IDENTIFIERS)]),
) as { readonly [Kind in DocumentKind]: (document: JsonObject) => Drafted[Kind] };

/** The canonical content of a document of its form; `canonicalJson` writes it. */
export function contentOf(kind: DocumentKind, document: JsonObject): JsonObject {
  return { act: actOf(kind, document), ...contentOfDraft(kind, DRAFTS[kind](document)) };
}

/** The document that canonical content is of, sent under `submissionKey`; null for what no document has. */
export function documentOf(
  content: JsonObject,
  submissionKey: string,
): { readonly kind: DocumentKind; readonly content: JsonObject } | null {
  const kind = (KINDS as Readonly<Record<string, DocumentKind>>)[content["act"] as string];
  if (!kind) return null;
  const entries = Object.entries(membersOf(kind)).flatMap(([name, member]): [string, Json][] => {
    const { shape, isOptional, inContent = name } = member;
    const value = content[inContent] ?? null;
    const isEmpty = isOptional && Array.isArray(value) && value.length === 0;
    return value === null || isEmpty ? [] : [[name, written(shape, value)]];
  });
  return { kind, content: { submissionKey, ...Object.fromEntries(entries) } };
}

function written(shape: Shape, value: Json): Json {
  switch (shape.is) {
    case "record": {
      const held = value as JsonObject;
      const entries = Object.entries(shape.members).flatMap(([inner, member]): [string, Json][] => {
        const one = held[inner] ?? null;
        return one === null ? [] : [[inner, written(member.shape, one)]];
      });
      return Object.fromEntries(entries);
    }
    case "list":
      return (value as readonly Json[]).map((item) => written(shape.of, item));
    case "id":
    case "reference":
      return isInnerId(value as string) ? toGlobalId(shape.to, value as string) : value;
    case "text":
    case "code":
    case "instant":
    case "date":
    case "count":
    case "choice":
      return value;
  }
}
