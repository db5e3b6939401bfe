import {
  CONSEQUENCES,
  INCIDENT_SCALES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  RECURRENCES,
  SEVERITIES,
} from "./incident-card.js";
import type { Instant, LocalDate } from "./instant.js";
import {
  CONSEQUENCE_LABELS,
  CONTOUR_LABELS,
  RECURRENCE_LABELS,
  SCALE_LABELS,
  SEVERITY_LABELS,
  SIGN_LABELS,
  TYPE_LABELS,
} from "./wording/labels.js";
import type { InEach } from "./wording/wording.js";

interface Described {
  /** The form's own words: Kazakh verbatim, Russian and English in our rendering (docs/statute.md, Notes). */
  readonly label: InEach;
  /** What its label leaves out where it is read. */
  readonly shown?: string;
  /** What is asked for where it is submitted, with the rules that judge it. */
  readonly asks: string;
}

/** A field of the form. Texts, choices and choices of several are judged by their kind; the rest by rules of their own. */
export type FormField = Described &
  (
    | { readonly kind: "date" | "instant" | "text" | "optional text" | "indicators" | "affected objects" }
    | {
        readonly kind: "choice" | "choices";
        readonly values: readonly string[];
        readonly labels: Readonly<Record<string, InEach>>;
      }
  );

/**
 * Annex 3 of order 17/НҚ, field by field in its order. From here come the card's type, its judgement by kind, what is read of an
 * input, the columns of a revision, the fields of the schema and the differences between revisions: a field that stands here is
 * nowhere forgotten.
 */
export const CARD_FORM = {
  registeredOn: {
    kind: "date",
    label: {
      kk: "Ақпараттық қауіпсіздіктің оқыс оқиғасы тіркелген күні",
      ru: "Дата регистрации инцидента ИБ",
      en: "Date of registration of the incident",
    },
    asks: "Date of registration; not in the future (F11).",
  },
  severity: {
    kind: "choice",
    values: SEVERITIES,
    labels: SEVERITY_LABELS,
    label: {
      kk: "Ақпараттық қауіпсіздік оқыс оқиғасының маңыздылық деңгейі",
      ru: "Уровень критичности инцидента ИБ",
      en: "Severity level of the incident",
    },
    asks: "The level.",
  },
  type: {
    kind: "choice",
    values: INCIDENT_TYPES,
    labels: TYPE_LABELS,
    label: { kk: "Ақпараттық қауіпсіздік оқыс оқиғасының түрі", ru: "Вид инцидента ИБ", en: "Type of the incident" },
    asks: "The type.",
  },
  scale: {
    kind: "choice",
    values: INCIDENT_SCALES,
    labels: SCALE_LABELS,
    label: { kk: "Ауқымы", ru: "Масштаб", en: "Scale" },
    asks: "Individual or mass.",
  },
  occurredAt: {
    kind: "instant",
    label: { kk: "Туындау күні мен уақыты", ru: "Дата и время возникновения", en: "Date and time of occurrence" },
    asks: "When it occurred.",
  },
  confirmedAt: {
    kind: "instant",
    label: { kk: "Растау күні мен уақыты", ru: "Дата и время подтверждения", en: "Date and time of confirmation" },
    shown: ", as this revision declares",
    asks: "When your SOC confirmed it; terms run from the earliest one declared (L3, L4).",
  },
  recurrence: {
    kind: "choice",
    values: RECURRENCES,
    labels: RECURRENCE_LABELS,
    label: { kk: "Қайта / жаңа", ru: "Повторный / новый", en: "Repeat or new" },
    asks: "New or repeat.",
  },
  // Ours: the form asks whether an incident is a repeat one, not of which.
  earlierIncidentNumber: {
    kind: "optional text",
    label: {
      kk: "Бұрынғы оқыс оқиғаның нөмірі",
      ru: "Номер предыдущего инцидента ИБ",
      en: "Number of the earlier incident",
    },
    asks: "Of a repeat incident: the number of the earlier one of your SOC's, in capitals or not (F30).",
  },
  indicators: {
    kind: "indicators",
    label: {
      kk: "Жария ету индикаторы (IOC)",
      ru: "Индикатор компрометации (IOC)",
      en: "Indicators of compromise (IOC)",
    },
    asks: "Indicators of compromise; may be empty (F9).",
  },
  sign: {
    kind: "choice",
    values: INCIDENT_SIGNS,
    labels: SIGN_LABELS,
    label: { kk: "Белгісі", ru: "Признак", en: "Sign" },
    asks: "Actual, attempt or suspicion.",
  },
  contours: {
    kind: "choices",
    values: NETWORK_CONTOURS,
    labels: CONTOUR_LABELS,
    label: { kk: "Шеңбер", ru: "Контур", en: "Contour" },
    asks: "One or both contours (F4).",
  },
  nature: {
    kind: "text",
    label: {
      kk: "Ақпараттық қауіпсіздік оқыс оқиғасының сипаты",
      ru: "Характер инцидента ИБ",
      en: "Nature of the incident",
    },
    asks: "The nature of the incident (F1 to F3).",
  },
  consequences: {
    kind: "choices",
    values: CONSEQUENCES,
    labels: CONSEQUENCE_LABELS,
    label: { kk: "Салдары", ru: "Последствия", en: "Consequences" },
    asks: "NONE alone, or any of the others (F4, F5).",
  },
  affectedObjects: {
    kind: "affected objects",
    label: { kk: "Зиян келтірілген объект", ru: "Пострадавший объект", en: "Affected object" },
    asks: "Each object that it harmed, at most 100 (F6, F7).",
  },
  measures: {
    kind: "text",
    label: {
      kk: "Ақпараттық қауіпсіздіктің оқыс оқиғасын жою үшін қолданылған әрекеттер",
      ru: "Действия, предпринятые для устранения инцидента ИБ",
      en: "Actions taken to eliminate the incident",
    },
    asks: "Measures taken (F1 to F3).",
  },
  note: {
    kind: "optional text",
    label: { kk: "Ескертпе", ru: "Примечание", en: "Note" },
    asks: "A note (F2, F3).",
  },
} as const satisfies Readonly<Record<string, FormField>>;

export type CardForm = typeof CARD_FORM;

/** What annex 3 puts together in one row, under a name of its own. */
export const DETAILS = {
  label: { kk: "Егжей-тегжейліліктер", ru: "Детали", en: "Details" },
  fields: ["occurredAt", "confirmedAt", "recurrence", "earlierIncidentNumber", "indicators"],
} as const satisfies { readonly label: InEach; readonly fields: readonly (keyof CardForm)[] };

/** What a field of a kind holds once it is read. */
type Held<Field extends FormField> = Field extends { readonly kind: "date" }
  ? LocalDate
  : Field extends { readonly kind: "instant" }
    ? Instant
    : Field extends { readonly kind: "choice"; readonly values: readonly (infer Value)[] }
      ? Value
      : Field extends { readonly kind: "choices"; readonly values: readonly (infer Value)[] }
        ? readonly Value[]
        : Field extends { readonly kind: "optional text" }
          ? string | null
          : string;

/** The fields that are what they hold; indicators and what was harmed have shapes of their own. */
type PlainName = {
  [Name in keyof CardForm]: CardForm[Name]["kind"] extends "indicators" | "affected objects" ? never : Name;
}[keyof CardForm];

/** The fields of annex 3 that need no judgement beyond their kind's and their own. */
export type CardFields = { readonly [Name in PlainName]: Held<CardForm[Name]> };

/** The form's fields, in its order. */
export const CARD_FIELDS = Object.entries(CARD_FORM) as readonly [keyof CardForm, FormField][];

/** The kinds of fields that are what they hold. */
export type PlainKind = Exclude<FormField["kind"], "indicators" | "affected objects">;

/** Those fields, in the form's order. */
export const PLAIN_FIELDS = CARD_FIELDS.filter(
  (field): field is [PlainName, FormField & { readonly kind: PlainKind }] =>
    field[1].kind !== "indicators" && field[1].kind !== "affected objects",
);
