import type { Json } from "../canonical.js";
import type { CardDraft, ReportDraft } from "../incident-card.js";
import { toIso, type Instant } from "../instant.js";
import type { AnalysisDraft } from "../notification.js";
import { referenceContent, type Reference } from "../references.js";
import { DOCUMENTS, type DocumentKind } from "./documents.js";
import type { Members, Shape } from "./form.js";

/** What is submitted, by the members of its document, in the core's terms. */
export interface Drafted {
  readonly incidentReport: { readonly notificationIds: readonly Reference[]; readonly report: ReportDraft };
  readonly incidentCard: {
    readonly incidentId: Reference | null;
    readonly notificationIds: readonly Reference[];
    readonly revision: number | null;
    readonly card: CardDraft;
  };
  readonly threatAnalysis: DraftedAnalysis;
  readonly eventAnalysis: DraftedAnalysis;
  readonly notConfirmed: { readonly notificationIds: readonly Reference[]; readonly grounds: string };
}

interface DraftedAnalysis {
  readonly notificationIds: readonly Reference[];
  readonly revision: number | null;
  readonly analysis: AnalysisDraft;
  readonly incident: ReportDraft | null;
  readonly incidentId: Reference | null;
}

/**
 * The canonical content of what is submitted, whichever way it came (docs/receipts.md), but for its act: as decoded, before indicators
 * are brought to normal form; instants in UTC with milliseconds, references as they were written. The submission key is no part of it.
 */
export function contentOfDraft<Kind extends DocumentKind>(
  kind: Kind,
  drafted: Drafted[Kind],
): { readonly [name: string]: Json } {
  const members: Members = DOCUMENTS[kind].shape.members;
  const entries = Object.entries(members).flatMap(([name, { shape, inContent = name }]): [string, Json][] =>
    name === "submissionKey" ? [] : [[inContent, content(shape, (drafted as Record<string, unknown>)[name])]],
  );
  return Object.fromEntries(entries);
}

function content(shape: Shape, held: unknown): Json {
  if (held === null || !isRewritten(shape)) return held as Json;
  switch (shape.is) {
    case "record":
      return Object.fromEntries(
        Object.entries(shape.members).map(([name, { shape: inner }]): [string, Json] => [
          name,
          content(inner, (held as Record<string, unknown>)[name]),
        ]),
      );
    case "list":
      return (held as readonly unknown[]).map((item) => content(shape.of, item));
    case "reference":
      return referenceContent(held as Reference);
    case "instant":
      return toIso(held as Instant);
    case "text":
    case "code":
    case "id":
    case "count":
    case "date":
    case "choice":
      return held as Json;
  }
}

/** Whether a draft writes it in another way than content does: of thousands of indicators, nothing is copied. */
function isRewritten(shape: Shape): boolean {
  if (shape.is === "list") return isRewritten(shape.of);
  if (shape.is === "record") return Object.values(shape.members).some((member) => isRewritten(member.shape));
  return shape.is === "reference" || shape.is === "instant";
}
