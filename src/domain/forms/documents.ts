import { CARD_FIELDS, CARD_FORM, type CardForm, type FormField } from "../card-form.js";
import {
  INCIDENT_TYPES,
  SEVERITIES,
  SEVERITY_CODES,
  type AffectedObjectDraft,
  type IndicatorDraft,
  type ReportDraft,
} from "../incident-card.js";
import { INDICATOR_TYPES } from "../indicator.js";
import type { AnalysisDraft } from "../notification.js";
import { OBJECT_KINDS } from "../parties.js";
import {
  choice,
  code,
  count,
  date,
  instant,
  list,
  record,
  reference,
  text,
  type Member,
  type Members,
  type Shape,
} from "./form.js";

/**
 * R13.2: the documents that SOCs send, member by member in their order. From here come their JSON Schemas and XML Schema, what reads
 * and writes them, and what names a fault in them.
 */

/** The levels of annex 3's table by their numbers. */
const SEVERITY: Shape = { is: "choice", values: SEVERITIES, codes: SEVERITY_CODES };

const INDICATOR: Shape = {
  ...record({
    type: {
      shape: choice(INDICATOR_TYPES),
      label: { kk: "Индикатор түрі", ru: "Тип индикатора", en: "Type of the indicator" },
    },
    value: { shape: text, label: { kk: "Индикатор мәні", ru: "Значение индикатора", en: "Value of the indicator" } },
  } satisfies Record<keyof IndicatorDraft, Member>),
  content: "value",
};

const AFFECTED_OBJECT: Shape = record({
  objectId: {
    shape: { is: "id", to: "ProtectedObject" },
    isOptional: true,
    label: {
      kk: "Тіркелген объектінің идентификаторы",
      ru: "Идентификатор зарегистрированного объекта",
      en: "Id of a registered object",
    },
  },
  objectCode: {
    shape: code,
    isOptional: true,
    label: {
      kk: "Тіркелген объектінің коды",
      ru: "Код зарегистрированного объекта",
      en: "Code of a registered object",
    },
  },
  description: {
    shape: text,
    isOptional: true,
    label: {
      kk: "Тіркелмеген объектінің сипаттамасы",
      ru: "Описание незарегистрированного объекта",
      en: "Description of an object that is not registered",
    },
  },
  kinds: {
    shape: list("kind", choice(OBJECT_KINDS)),
    isOptional: true,
    label: { kk: "Объект түрлері", ru: "Виды объекта", en: "Kinds of the object" },
  },
  ownerName: {
    shape: text,
    isOptional: true,
    label: { kk: "Объектінің меншік иесі", ru: "Владелец объекта", en: "Owner of the object" },
  },
} satisfies Record<keyof AffectedObjectDraft, Member>);

export const INDICATORS = list("indicator", INDICATOR);
const AFFECTED_OBJECTS = list("affectedObject", AFFECTED_OBJECT);

function shapeOf(name: string, field: FormField): Shape {
  switch (field.kind) {
    case "date":
      return date;
    case "instant":
      return instant;
    case "text":
    case "optional text":
      return text;
    case "indicators":
      return INDICATORS;
    case "affected objects":
      return AFFECTED_OBJECTS;
    case "choice":
      return name === "severity" ? SEVERITY : choice(field.values);
    case "choices":
      // `contours` holds each `contour`, `consequences` each `consequence`.
      return list(name.slice(0, -1), choice(field.values));
  }
}

/** Annex 3, from the one table of its fields. */
export const CARD = record(
  Object.fromEntries(
    CARD_FIELDS.map(([name, field]): [string, Member] => [
      name,
      {
        shape: shapeOf(name, field),
        label: field.label,
        ...(field.kind === "optional text" ? { isOptional: true } : {}),
      },
    ]),
  ) as Record<keyof CardForm, Member>,
);

/** R9.1, L5. */
export const REPORT = record({
  confirmedAt: { shape: instant, label: CARD_FORM.confirmedAt.label },
  type: { shape: choice(INCIDENT_TYPES), label: CARD_FORM.type.label },
  summary: { shape: text, label: { kk: "Қысқаша мазмұны", ru: "Краткое описание", en: "Summary" } },
  affectedObjects: { shape: AFFECTED_OBJECTS, label: CARD_FORM.affectedObjects.label },
  severity: { shape: SEVERITY, isOptional: true, label: CARD_FORM.severity.label },
} satisfies Record<keyof ReportDraft, Member>);

/** R9.4, R9.5. */
export const ANALYSIS = record({
  findings: { shape: text, label: { kk: "Не анықталды", ru: "Что установлено", en: "What was found" } },
  objectIds: {
    shape: list("objectId", reference("ProtectedObject")),
    isOptional: true,
    label: { kk: "Қозғалған объектілер", ru: "Затронутые объекты", en: "Objects that it affects" },
  },
  indicators: { shape: INDICATORS, label: CARD_FORM.indicators.label },
  measures: { shape: text, label: { kk: "Қолданылған әрекеттер", ru: "Предпринятые действия", en: "Measures taken" } },
  conclusions: { shape: text, label: { kk: "Қорытындылар", ru: "Выводы", en: "Conclusions" } },
  recommendations: {
    shape: text,
    isOptional: true,
    label: { kk: "Ұсынымдар", ru: "Рекомендации", en: "Recommendations" },
  },
} satisfies Record<keyof AnalysisDraft, Member>);

const KEY: Member = { shape: text, label: { kk: "Жіберу кілті", ru: "Ключ отправки", en: "Submission key" } };
const INCIDENT: Member = {
  shape: reference("Incident"),
  isOptional: true,
  label: { kk: "Оқыс оқиға", ru: "Инцидент ИБ", en: "Incident" },
};
const NOTIFICATIONS: Member = {
  inContent: "notifications",
  shape: list("notificationId", reference("Notification")),
  label: { kk: "Хабарламалар", ru: "Уведомления", en: "Notifications" },
};
const REVISION: Member = {
  shape: count,
  isOptional: true,
  label: { kk: "Түзетілетін редакция", ru: "Исправляемая редакция", en: "The revision that is corrected" },
};

const ANALYSIS_DOCUMENT = record({
  submissionKey: KEY,
  notificationIds: NOTIFICATIONS,
  revision: REVISION,
  analysis: {
    shape: ANALYSIS,
    label: { kk: "Талдау нәтижелері", ru: "Результаты анализа", en: "Results of the analysis" },
  },
  incident: {
    shape: REPORT,
    isOptional: true,
    label: { kk: "Расталған оқыс оқиға", ru: "Подтверждённый инцидент ИБ", en: "The incident that it confirmed" },
  },
  incidentId: INCIDENT,
});

/** The documents that a SOC sends, by the name of their root element. */
export const DOCUMENTS = {
  incidentReport: {
    path: "incident-reports",
    label: { kk: "Оқыс оқиға туралы хабар", ru: "Сообщение об инциденте ИБ", en: "Report of an incident" },
    shape: record({
      submissionKey: KEY,
      notificationIds: { ...NOTIFICATIONS, isOptional: true },
      report: { shape: REPORT, label: { kk: "Хабар", ru: "Сообщение", en: "The report" } },
    }),
  },
  incidentCard: {
    path: "incident-cards",
    label: {
      kk: "Ақпараттық қауіпсіздік оқыс оқиғасының карточкасы",
      ru: "Карточка инцидента информационной безопасности",
      en: "Incident card (annex 3)",
    },
    shape: record({
      submissionKey: KEY,
      incidentId: { ...INCIDENT, inContent: "incident" },
      notificationIds: { ...NOTIFICATIONS, isOptional: true },
      revision: REVISION,
      card: { shape: CARD, label: { kk: "Карточка", ru: "Карточка", en: "The card" } },
    }),
  },
  threatAnalysis: {
    path: "threat-analyses",
    label: { kk: "Қатерді талдау", ru: "Анализ угрозы", en: "Analysis of a threat" },
    shape: ANALYSIS_DOCUMENT,
  },
  eventAnalysis: {
    path: "event-analyses",
    label: { kk: "Оқиғаны талдау", ru: "Анализ события", en: "Analysis of a security event" },
    shape: ANALYSIS_DOCUMENT,
  },
  notConfirmed: {
    path: "not-confirmed-answers",
    label: { kk: "Расталмағаны туралы жауап", ru: "Ответ о неподтверждении", en: "Answer that nothing was confirmed" },
    shape: record({
      submissionKey: KEY,
      notificationIds: NOTIFICATIONS,
      grounds: { shape: text, label: { kk: "Негіздеме", ru: "Основания", en: "Grounds" } },
    }),
  },
} as const satisfies Readonly<
  Record<string, { readonly path: string; readonly label: object; readonly shape: ReturnType<typeof record> }>
>;

export type DocumentKind = keyof typeof DOCUMENTS;

export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as readonly DocumentKind[];

/** What stands at the root of a document that is given out, beside what was sent; ignored where it is sent back. */
export const GIVEN_OUT = ["number", "soc", "receivedAt", "contentHash", "cursor"] as const;

export function membersOf(kind: DocumentKind): Members {
  return DOCUMENTS[kind].shape.members;
}
