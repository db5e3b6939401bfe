import type {
  CardFormQuery,
  Consequence,
  FormCardFragment,
  IncidentCardInput,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
  Severity,
} from "../../operations/generated.js";
import type { Violation } from "../../forms/useSubmit.js";
import { typedDate } from "../../parts/DateTimeField.js";
import type { Texts } from "../../texts/texts.js";
import { parseDate } from "../../time/parse.js";
import { writeDate, writeDateTime } from "../../time/write.js";
import { Missing } from "../../shared/incident-form/missing.js";
import { inputOfObject, objectOf, type ObjectDraft } from "../../shared/incident-form/objects.js";
import { type IndicatorDraft, inputOfIndicators, typeOf } from "../../shared/indicators/indicators.js";

/** The fields of annex 3 as they are typed. */
export interface CardFields {
  readonly registeredOn: string;
  readonly severity: Severity | null;
  readonly type: IncidentType | null;
  readonly scale: IncidentScale | null;
  readonly occurredAt: string;
  readonly confirmedAt: string;
  readonly recurrence: Recurrence | null;
  readonly earlierIncidentNumber: string;
  readonly indicators: readonly IndicatorDraft[];
  readonly sign: IncidentSign | null;
  readonly contours: readonly NetworkContour[];
  readonly nature: string;
  readonly consequences: readonly Consequence[];
  readonly affectedObjects: readonly ObjectDraft[];
  readonly measures: string;
  readonly note: string;
}

/** A card as it is being written. */
export interface CardDraft extends CardFields {
  /** The revision that it corrects; null: it is the first. */
  readonly basis: number | null;
  /** The instants that the fields were filled with, RFC 3339: they may have milliseconds, which fields do not show. */
  readonly known: { readonly occurredAt: string | null; readonly confirmedAt: string | null };
  /** What stands in the field for objects and is none yet. */
  readonly typedObject: string;
  /** Numbers of notifications that led to it. */
  readonly notificationIds: readonly string[];
}

type Incident = NonNullable<CardFormQuery["incident"]>;
export type FieldName = keyof CardFields;

/** The parts of the form, in annex 3's order. */
export const SECTIONS = [
  { id: "registration", fields: ["registeredOn", "severity", "type", "scale"] },
  { id: "details", fields: ["occurredAt", "confirmedAt", "recurrence", "earlierIncidentNumber", "indicators"] },
  { id: "nature", fields: ["sign", "contours", "nature", "consequences"] },
  { id: "objects", fields: ["affectedObjects"] },
  { id: "measures", fields: ["measures", "note"] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly FieldName[] }[];

export const FIELDS: readonly FieldName[] = SECTIONS.flatMap(({ fields }) => fields);

/** What may stay empty. */
const OPTIONAL: readonly FieldName[] = ["earlierIncidentNumber", "indicators", "note"];

/** A card of which nothing is known. */
export function emptyCard(now: number): CardDraft {
  return {
    basis: null,
    known: { occurredAt: null, confirmedAt: null },
    registeredOn: writeDate(now),
    severity: null,
    type: null,
    scale: null,
    occurredAt: "",
    confirmedAt: "",
    recurrence: null,
    earlierIncidentNumber: "",
    indicators: [],
    sign: null,
    contours: [],
    nature: "",
    consequences: [],
    affectedObjects: [],
    typedObject: "",
    measures: "",
    note: "",
    notificationIds: [],
  };
}

/** What the form begins with: the last revision, else what was reported. */
export function cardOf(incident: Incident, now: number): CardDraft {
  const last = incident.cardRevisions.at(-1);
  if (last) return revisionOf(last);
  const { report } = incident;
  if (!report) return emptyCard(now);
  return {
    ...emptyCard(now),
    known: { occurredAt: null, confirmedAt: report.confirmedAt },
    confirmedAt: writeDateTime(Date.parse(report.confirmedAt)),
    type: report.type,
    severity: report.severity,
    nature: report.summary,
    affectedObjects: report.affectedObjects.map(objectOf),
  };
}

/** A revision as the form holds it. */
export function revisionOf(card: FormCardFragment): CardDraft {
  return {
    basis: card.revision,
    known: { occurredAt: card.occurredAt, confirmedAt: card.confirmedAt },
    registeredOn: typedDate(card.registeredOn),
    severity: card.severity,
    type: card.type,
    scale: card.scale,
    occurredAt: writeDateTime(Date.parse(card.occurredAt)),
    confirmedAt: writeDateTime(Date.parse(card.confirmedAt)),
    recurrence: card.recurrence,
    earlierIncidentNumber: card.earlierIncidentNumber ?? "",
    indicators: card.indicators.map(({ submitted, type }) => ({ value: submitted, type })),
    sign: card.sign,
    contours: card.contours,
    nature: card.nature,
    consequences: card.consequences,
    affectedObjects: card.affectedObjects.map(objectOf),
    typedObject: "",
    measures: card.measures,
    note: card.note ?? "",
    notificationIds: [],
  };
}

/** What is sent, or what is missing for it. */
export function cardInput(
  draft: CardDraft,
  says: Texts["report"]["missing"],
  now: number,
): { readonly card: IncidentCardInput | null; readonly faults: readonly Violation[] } {
  const missing = new Missing(says);
  const { severity, type, scale, recurrence, sign } = draft;
  const registeredOn = missing.date("registeredOn", parseDate(draft.registeredOn, now));
  missing.choice("severity", severity);
  missing.choice("type", type);
  missing.choice("scale", scale);
  const occurredAt = missing.instant("occurredAt", draft.occurredAt, draft.known.occurredAt, now);
  const confirmedAt = missing.instant("confirmedAt", draft.confirmedAt, draft.known.confirmedAt, now);
  missing.choice("recurrence", recurrence);
  missing.choice("sign", sign);
  missing.choices("contours", draft.contours);
  missing.text("nature", draft.nature);
  missing.choices("consequences", draft.consequences);
  missing.objects("affectedObjects", draft.affectedObjects, draft.typedObject);
  missing.text("measures", draft.measures);
  if (missing.faults.length > 0 || !severity || !type || !scale || !recurrence || !sign)
    return { card: null, faults: missing.faults };
  const card = {
    registeredOn,
    severity,
    type,
    scale,
    occurredAt,
    confirmedAt,
    recurrence,
    ...(draft.earlierIncidentNumber.trim() === "" ? {} : { earlierIncidentNumber: draft.earlierIncidentNumber.trim() }),
    indicators: inputOfIndicators(draft.indicators),
    sign,
    contours: draft.contours,
    nature: draft.nature,
    consequences: draft.consequences,
    affectedObjects: draft.affectedObjects.map(inputOfObject),
    measures: draft.measures,
    ...(draft.note.trim() === "" ? {} : { note: draft.note }),
  };
  return { card, faults: [] };
}

/** Whether a field says something. */
export function isFilled(draft: CardDraft, name: FieldName): boolean {
  const held = draft[name];
  if (OPTIONAL.includes(name)) return true;
  if (typeof held === "string") return held.trim() !== "";
  return held !== null && held.length > 0;
}

/** The fields in which two cards differ, in the form's order. */
export function differing(one: CardFields, other: CardFields): readonly FieldName[] {
  return FIELDS.filter((name) => said(one, name) !== said(other, name));
}

/** What a field says, comparable: a recognised type is as good as a chosen one. */
function said(card: CardFields, name: FieldName): string {
  if (name !== "indicators") return JSON.stringify(card[name]);
  return JSON.stringify(card.indicators.map((one) => [typeOf(one), one.value]));
}

/**
 * A form that was begun on `base` while `theirs` came: what only the others changed is taken over, what its writer changed stays.
 * `both` are the fields that both changed, and not to the same.
 */
export function builtOn(
  mine: CardDraft,
  base: CardFields,
  theirs: CardDraft,
): { readonly draft: CardDraft; readonly both: readonly FieldName[] } {
  const ours = differing(mine, base);
  const taken = Object.fromEntries(
    FIELDS.filter((name) => !ours.includes(name)).map((name) => [name, theirs[name]]),
  ) as Partial<CardFields>;
  const known = {
    occurredAt: ours.includes("occurredAt") ? mine.known.occurredAt : theirs.known.occurredAt,
    confirmedAt: ours.includes("confirmedAt") ? mine.known.confirmedAt : theirs.known.confirmedAt,
  };
  const draft = { ...mine, ...taken, known, basis: theirs.basis };
  return {
    draft,
    both: differing(base, theirs).filter((name) => ours.includes(name) && said(mine, name) !== said(theirs, name)),
  };
}
