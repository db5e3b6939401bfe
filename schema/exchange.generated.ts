/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** Give exactly one of objectId, objectCode and description (F6). */
export type AffectedObjectInput = {
  /** An object that is not registered, at most 2,000 characters. */
  readonly description?: string | null | undefined;
  /** With a description: what the object is. R9.2 runs for an e-government or critical one; empty: neither; absent: not known. */
  readonly kinds?: ReadonlyArray<ObjectKind> | null | undefined;
  /** The same by its code, in capitals or not. */
  readonly objectCode?: string | null | undefined;
  /** A registered object; that your SOC does not cover it is warned about (F7). */
  readonly objectId?: string | null | undefined;
  /** With a description: its owner or holder, if known. */
  readonly ownerName?: string | null | undefined;
};

/** L6: a correction. It is a complete new revision. */
export type AmendIncidentCardInput = {
  /** The complete corrected card. */
  readonly card: IncidentCardInput;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** More notifications of any kind that led to it, at most 100: linked to it from then on, and answered by its card (R9.6, L17, L21). Each by its id, or by its number, in capitals or not. */
  readonly notificationIds?: ReadonlyArray<string> | null | undefined;
  /** The revision that it corrects: the last one (F12). */
  readonly revision: number;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** The results of an analysis. */
export type AnalysisInput = {
  /** Objects that it affects, of those that your SOC covers, each by its id, or by its code, in capitals or not; may be empty. */
  readonly affectedObjects: ReadonlyArray<string>;
  /** Conclusions (F1 to F3). */
  readonly conclusions: string;
  /** What was found (F1 to F3). */
  readonly findings: string;
  /** Indicators that were found; may be empty (F8, F9). */
  readonly indicators: ReadonlyArray<IndicatorInput>;
  /** Measures taken (F1 to F3). */
  readonly measures: string;
  /** Recommendations (F2, F3). */
  readonly recommendations?: string | null | undefined;
};

/** What was analysed. */
export type AnalysisKind =
  /** A security event (R9.5). */
  | "EVENT"
  /** A threat (R9.4). */
  | "THREAT";

/** R9.5, R9.6: the statement that the event or incident was not confirmed. */
export type AnswerNotConfirmedInput = {
  /** The grounds (F1 to F3). */
  readonly grounds: string;
  /** The notifications that it answers, at most 100. Each by its id, or by its number, in capitals or not. */
  readonly notificationIds: ReadonlyArray<string>;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** As what a party has an object (R9.2). */
export type Capacity =
  /** Its holder, beside the owner. Иеленуші · Владелец. */
  | "HOLDER"
  /** Its owner. Меншік иесі · Собственник. */
  | "OWNER";

/** An incident that an analysis confirmed: its initial report (R9.1, L5). */
export type ConfirmedIncidentInput = {
  /** Each object that it harmed, at most 100 (F6, F7). */
  readonly affectedObjects: ReadonlyArray<AffectedObjectInput>;
  /** When your SOC confirmed it (L3). */
  readonly confirmedAt: string;
  /** The level, if known; absent is not Undetermined (L10). */
  readonly severity?: Severity | null | undefined;
  /** What is known, at most 2,000 characters. */
  readonly summary: string;
  /** The type. */
  readonly type: IncidentType;
};

/** Consequences (annex 3). Салдары · Последствия. */
export type Consequence =
  /** Breach of the information's confidentiality regime. Ақпараттың құпиялылық режимінің бұзылуы · Нарушение режима конфиденциальности информации. */
  | "CONFIDENTIALITY"
  /** Loss of integrity. Тұтастығының бұзылуы · Нарушение целостности. */
  | "INTEGRITY"
  /** No consequences; excludes the others (F5). Салдары жоқ · Последствий нет. */
  | "NONE"
  /** Loss of operability. Жұмысқа қабілеттілігінің бұзылуы · Нарушение работоспособности. */
  | "OPERABILITY";

/** Annex 3, as submitted. All fields but the note and the number of an earlier incident are required (L12). */
export type IncidentCardInput = {
  /** Each object that it harmed, at most 100 (F6, F7). */
  readonly affectedObjects: ReadonlyArray<AffectedObjectInput>;
  /** When your SOC confirmed it; terms run from the earliest one declared (L3, L4). */
  readonly confirmedAt: string;
  /** NONE alone, or any of the others (F4, F5). */
  readonly consequences: ReadonlyArray<Consequence>;
  /** One or both contours (F4). */
  readonly contours: ReadonlyArray<NetworkContour>;
  /** Of a repeat incident: the number of the earlier one of your SOC's, in capitals or not (F30). */
  readonly earlierIncidentNumber?: string | null | undefined;
  /** Indicators of compromise; may be empty (F9). */
  readonly indicators: ReadonlyArray<IndicatorInput>;
  /** Measures taken (F1 to F3). */
  readonly measures: string;
  /** The nature of the incident (F1 to F3). */
  readonly nature: string;
  /** A note (F2, F3). */
  readonly note?: string | null | undefined;
  /** When it occurred. */
  readonly occurredAt: string;
  /** New or repeat. */
  readonly recurrence: Recurrence;
  /** Date of registration; not in the future (F11). */
  readonly registeredOn: string;
  /** Individual or mass. */
  readonly scale: IncidentScale;
  /** The level. */
  readonly severity: Severity;
  /** Actual, attempt or suspicion. */
  readonly sign: IncidentSign;
  /** The type. */
  readonly type: IncidentType;
};

/** Scale (annex 3). Ауқымы · Масштаб. */
export type IncidentScale =
  /** Individual. Жеке · Единичный. */
  | "INDIVIDUAL"
  /** Mass. Жаппай · Массовый. */
  | "MASS";

/** Sign (annex 3). Белгісі · Признак. */
export type IncidentSign =
  /** Actual. Жарамды · Действительный. */
  | "ACTUAL"
  /** Attempt. Әрекет · Попытка. */
  | "ATTEMPT"
  /** Suspicion. Күдік · Подозрение. */
  | "SUSPICION";

/** The type of an incident (annex 3). */
export type IncidentType =
  /** Botnet. Ботнет. */
  | "BOTNET"
  /** Compromise of authentication or authorization means. Аутентификация/авторизация құралдарының жария етілуі · Компрометация средств аутентификации/авторизации. */
  | "CREDENTIAL_COMPROMISE"
  /** Denial of service (DoS, DDoS). Қызмет көрсетуден бас тарту (DoS, DDoS) · Отказ в обслуживании (DoS, DDoS). */
  | "DENIAL_OF_SERVICE"
  /** Other information-security incidents. Өзге ақпараттық қауіпсіздіктің оқыс оқиғалары · Иные инциденты ИБ. */
  | "OTHER"
  /** Phishing. Фишинг. */
  | "PHISHING"
  /** Ransomware. Шифрлаушы · Шифровальщик. */
  | "RANSOMWARE"
  /** Spam. Спам. */
  | "SPAM"
  /** Unauthorized access and content modification. Рұқсатсыз қол жеткізу және мазмұнды түрлендіру · Несанкционированный доступ и модификация содержания. */
  | "UNAUTHORIZED_ACCESS"
  /** Virus attack. Вирустық шабуыл · Вирусная атака. */
  | "VIRUS_ATTACK"
  /** Vulnerability exploitation. Осалдықты пайдалану · Эксплуатация уязвимости. */
  | "VULNERABILITY_EXPLOITATION";

/** An indicator of compromise as submitted; defanged forms are understood (F8). */
export type IndicatorInput = {
  /** What the value is. */
  readonly type: IndicatorType;
  /** The value, at most 4,000 characters. */
  readonly value: string;
};

/** What an indicator's value is (F8). */
export type IndicatorType =
  /** An autonomous system number: `AS64500`. */
  | "ASN"
  /** An IPv4 or IPv6 network with its prefix; may have a single address. */
  | "CIDR"
  /** A CVE id. */
  | "CVE"
  /** A domain name, in any script. */
  | "DOMAIN"
  /** An e-mail address. */
  | "EMAIL"
  /** A file's name without its path, as it is. */
  | "FILE_NAME"
  /** The path of a file or folder: case-insensitive for Windows, case-sensitive for POSIX. */
  | "FILE_PATH"
  /** A host and a port: `198.51.100.7:443`, `[2001:db8::1]:443`, `bad.example:8080`. */
  | "HOST_PORT"
  /** The hash of a Windows program's imports, 32 hexadecimal digits; not compared with MD5. */
  | "IMPHASH"
  /** An IPv4 address. */
  | "IPV4"
  /** An IPv6 address. */
  | "IPV6"
  /** The fingerprint of a TLS client, 32 hexadecimal digits; not compared with MD5. */
  | "JA3"
  /** An MD5 hash of a file, hexadecimal. */
  | "MD5"
  /** A mutex or another named system object, as it is, including `Global\` or `Local\`. */
  | "MUTEX"
  /** Anything else, as text. */
  | "OTHER"
  /** A Windows registry key, from its hive on, with or without a value's name; case-insensitive. */
  | "REGISTRY_KEY"
  /** A SHA-1 hash of a file, hexadecimal. */
  | "SHA1"
  /** A SHA-256 hash of a file, hexadecimal. */
  | "SHA256"
  /** A SHA-512 hash of a file, hexadecimal. */
  | "SHA512"
  /** A URL with a scheme and a host. */
  | "URL"
  /** A host and a path whose scheme is not known: `bad.example/a`. */
  | "URL_PATH"
  /** The User-Agent of a client, as it is. */
  | "USER_AGENT"
  /** A cryptocurrency address; its checksum is verified if it has one. */
  | "WALLET";

/** TLP 2.0: how widely the content may be shared. */
export type Marking =
  /** TLP:AMBER, within the organisation and its clients who need to know. */
  | "AMBER"
  /** TLP:AMBER+STRICT, within the organisation. */
  | "AMBER_STRICT"
  /** TLP:CLEAR, no restriction. */
  | "CLEAR"
  /** TLP:GREEN, within the community. */
  | "GREEN"
  /** TLP:RED, for the recipients only. */
  | "RED";

/** Contour (annex 3): a statutory term of Kazakhstan, not a network perimeter. Шеңбер · Контур. */
export type NetworkContour =
  /** Local network of the external contour. Сыртқы шеңбердің жергілікті желісі · Локальная сеть внешнего контура. */
  | "EXTERNAL"
  /** Local network of the internal contour. Ішкі шеңбердің жергілікті желісі · Локальная сеть внутреннего контура. */
  | "INTERNAL";

/** What a notification is about; it determines how to answer (L17). */
export type NotificationSubject =
  /** A security event, answered by `submitEventAnalysis`, `submitIncidentCard` or `answerNotConfirmed` (R9.5). Оқиға · Событие ИБ. */
  | "EVENT"
  /** An incident, answered by `submitIncidentCard`, `submitEventAnalysis` or `answerNotConfirmed` (R9.6). Оқыс оқиға · Инцидент ИБ. */
  | "INCIDENT"
  /** A threat, answered by `submitThreatAnalysis` (R9.4). Қатер · Угроза ИБ. */
  | "THREAT";

/** The kinds of object whose owner must be notified (R9.2); an object has none, one or both. */
export type ObjectKind =
  /** Critical ICT infrastructure object (R2.1). АКИАМО · КВОИКИ. */
  | "CRITICAL_INFRASTRUCTURE"
  /** E-government informatization object (R2.2). ЭҮ АО · ОИ ЭП. */
  | "E_GOVERNMENT";

/** Repeat or new (annex 3). Қайта / жаңа · Повторный / новый. */
export type Recurrence =
  /** New. Жаңа · Новый. */
  | "NEW"
  /** Repeat. Қайта · Повторный. */
  | "REPEAT";

/** R9.1, L5: the initial report of an incident. */
export type ReportIncidentInput = {
  /** Each object that it harmed, at most 100 (F6, F7). */
  readonly affectedObjects: ReadonlyArray<AffectedObjectInput>;
  /** When your SOC confirmed it (L3). */
  readonly confirmedAt: string;
  /** Notifications of any kind that led to it, at most 100: linked to it from then on, and answered by its card (R9.6, L17, L21). Each by its id, or by its number, in capitals or not. */
  readonly notificationIds?: ReadonlyArray<string> | null | undefined;
  /** The level, if known; absent is not Undetermined (L10). */
  readonly severity?: Severity | null | undefined;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
  /** What is known, at most 2,000 characters. */
  readonly summary: string;
  /** The type. */
  readonly type: IncidentType;
};

/** The severity level of an incident, with its criteria (annex 3). */
export type Severity =
  /** High (4): incidents that make services or work impossible, or lose or alter critically important data, or breach the confidentiality of an object that processes such data. Жоғары (4) · Высокий (4). */
  | "HIGH"
  /** Low (2): incidents that do not affect services or work. Төмен (2) · Низкий (2). */
  | "LOW"
  /** Medium (3): incidents that substantially limit services or work, or lose or alter data that are not critically important, or breach the confidentiality of an object that processes such data. Орташа (3) · Средний (3). */
  | "MEDIUM"
  /** Undetermined (1): the effect on services has not been determined; to be reviewed within 48 hours of confirmation (RA.1). Анықталмаған (1) · Неопределённый (1). */
  | "UNDETERMINED";

/** R9.5: the analysis of a security event that was confirmed. */
export type SubmitEventAnalysisInput = {
  /** The results. */
  readonly analysis: AnalysisInput;
  /** An incident that it confirmed; it is opened with the analysis, and the two are linked. */
  readonly incident?: ConfirmedIncidentInput | null | undefined;
  /** An incident of your SOC's that it confirmed and that was reported before; the two are linked. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId?: string | null | undefined;
  /** The notifications that it answers, at most 100. Each by its id, or by its number, in capitals or not. */
  readonly notificationIds: ReadonlyArray<string>;
  /** The revision that it corrects: the last one (F23); absent for the first analysis. */
  readonly revision?: number | null | undefined;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** R9.3: the first card of an incident, reported before or opened by it (L7). */
export type SubmitIncidentCardInput = {
  /** The card. */
  readonly card: IncidentCardInput;
  /** The incident reported before; absent: the card opens one. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId?: string | null | undefined;
  /** Notifications of any kind that led to it, at most 100: linked to it from then on, and answered by its card (R9.6, L17, L21). Each by its id, or by its number, in capitals or not. */
  readonly notificationIds?: ReadonlyArray<string> | null | undefined;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** R9.4: the analysis of a threat. */
export type SubmitThreatAnalysisInput = {
  /** The results. */
  readonly analysis: AnalysisInput;
  /** An incident that it confirmed; it is opened with the analysis, and the two are linked. */
  readonly incident?: ConfirmedIncidentInput | null | undefined;
  /** An incident of your SOC's that it confirmed and that was reported before; the two are linked. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId?: string | null | undefined;
  /** The notifications that it answers, at most 100. Each by its id, or by its number, in capitals or not. */
  readonly notificationIds: ReadonlyArray<string>;
  /** The revision that it corrects: the last one (F23); absent for the first analysis. */
  readonly revision?: number | null | undefined;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** What became of a piece of a text. */
export type TextSpanKind =
  /** It stands in the revision `to` only. */
  | "ADDED"
  /** It stands in both revisions. */
  | "KEPT"
  /** It stands in the revision `from` only. */
  | "REMOVED";

export type SealedFragment = {
  readonly id: string;
  readonly submissionKey: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
};

export type WarnedFragment = { readonly rule: string; readonly path: ReadonlyArray<string>; readonly message: string };

export type DutiesFragment = {
  readonly number: string;
  readonly obligations: ReadonlyArray<{
    readonly rule: string;
    readonly objectCode: string | null;
    readonly objectDescription: string | null;
    readonly startsAt: string;
    readonly dueAt: string;
    readonly dischargedAt: string | null;
  }>;
};

type Accepted_AffectedObjectLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_AffectedObjectUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_AnalysisAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_CardAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ConfirmationCorrected_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_CorrectionRefused_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_CorrectionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_CorrectionWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_DeliveryRetried_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_DetectedIncidentRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ExportPrepared_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_IncidentReleased_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_IncidentTaken_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_NotConfirmedAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_NotificationAcknowledged_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ObligationWaived_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_OwnerNotificationAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ReceivedOtherwiseRecorded_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ReceivedOtherwiseWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ReportAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_RetractionDecided_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_RetractionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_SameIncidentsLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_SameIncidentsUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_SecurityEventRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_SeverityReviewAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_SocsNotified_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

type Accepted_ThreatRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly warnings: ReadonlyArray<WarnedFragment>;
  readonly receipt: SealedFragment;
};

export type AcceptedFragment =
  | Accepted_AffectedObjectLinked_Fragment
  | Accepted_AffectedObjectUnlinked_Fragment
  | Accepted_AnalysisAccepted_Fragment
  | Accepted_CardAccepted_Fragment
  | Accepted_ConfirmationCorrected_Fragment
  | Accepted_CorrectionRefused_Fragment
  | Accepted_CorrectionRequested_Fragment
  | Accepted_CorrectionWithdrawn_Fragment
  | Accepted_DeliveryRetried_Fragment
  | Accepted_DetectedIncidentRegistered_Fragment
  | Accepted_ExportPrepared_Fragment
  | Accepted_IncidentReleased_Fragment
  | Accepted_IncidentTaken_Fragment
  | Accepted_NotConfirmedAccepted_Fragment
  | Accepted_NotificationAcknowledged_Fragment
  | Accepted_ObligationWaived_Fragment
  | Accepted_OwnerNotificationAccepted_Fragment
  | Accepted_ReceivedOtherwiseRecorded_Fragment
  | Accepted_ReceivedOtherwiseWithdrawn_Fragment
  | Accepted_ReportAccepted_Fragment
  | Accepted_RetractionDecided_Fragment
  | Accepted_RetractionRequested_Fragment
  | Accepted_SameIncidentsLinked_Fragment
  | Accepted_SameIncidentsUnlinked_Fragment
  | Accepted_SecurityEventRegistered_Fragment
  | Accepted_SeverityReviewAccepted_Fragment
  | Accepted_SocsNotified_Fragment
  | Accepted_ThreatRegistered_Fragment;

export type RejectedFragment = {
  readonly reference: string;
  readonly receivedAt: string;
  readonly violations: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

export type ReportIncidentMutationVariables = Exact<{
  input: ReportIncidentInput;
}>;

export type ReportIncidentMutation = {
  readonly result:
    | ({ readonly __typename: "ReportAccepted"; readonly incident: DutiesFragment } & Accepted_ReportAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TryReportIncidentMutationVariables = Exact<{
  input: ReportIncidentInput;
}>;

export type TryReportIncidentMutation = {
  readonly result:
    | { readonly __typename: "ReportAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SubmitIncidentCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type SubmitIncidentCardMutation = {
  readonly result:
    | ({
        readonly __typename: "CardAccepted";
        readonly incident: DutiesFragment;
        readonly card: { readonly revision: number };
      } & Accepted_CardAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TrySubmitIncidentCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type TrySubmitIncidentCardMutation = {
  readonly result:
    | { readonly __typename: "CardAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type AmendIncidentCardMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type AmendIncidentCardMutation = {
  readonly result:
    | ({
        readonly __typename: "CardAccepted";
        readonly incident: DutiesFragment;
        readonly card: { readonly revision: number };
      } & Accepted_CardAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TryAmendIncidentCardMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type TryAmendIncidentCardMutation = {
  readonly result:
    | { readonly __typename: "CardAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SubmitThreatAnalysisMutationVariables = Exact<{
  input: SubmitThreatAnalysisInput;
}>;

export type SubmitThreatAnalysisMutation = {
  readonly result:
    | ({
        readonly __typename: "AnalysisAccepted";
        readonly incident: DutiesFragment | null;
        readonly analysis: { readonly id: string; readonly revision: number };
      } & Accepted_AnalysisAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TrySubmitThreatAnalysisMutationVariables = Exact<{
  input: SubmitThreatAnalysisInput;
}>;

export type TrySubmitThreatAnalysisMutation = {
  readonly result:
    | { readonly __typename: "AnalysisAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SubmitEventAnalysisMutationVariables = Exact<{
  input: SubmitEventAnalysisInput;
}>;

export type SubmitEventAnalysisMutation = {
  readonly result:
    | ({
        readonly __typename: "AnalysisAccepted";
        readonly incident: DutiesFragment | null;
        readonly analysis: { readonly id: string; readonly revision: number };
      } & Accepted_AnalysisAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TrySubmitEventAnalysisMutationVariables = Exact<{
  input: SubmitEventAnalysisInput;
}>;

export type TrySubmitEventAnalysisMutation = {
  readonly result:
    | { readonly __typename: "AnalysisAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type AnswerNotConfirmedMutationVariables = Exact<{
  input: AnswerNotConfirmedInput;
}>;

export type AnswerNotConfirmedMutation = {
  readonly result:
    | ({ readonly __typename: "NotConfirmedAccepted" } & Accepted_NotConfirmedAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type TryAnswerNotConfirmedMutationVariables = Exact<{
  input: AnswerNotConfirmedInput;
}>;

export type TryAnswerNotConfirmedMutation = {
  readonly result:
    | { readonly __typename: "NotConfirmedAccepted"; readonly warnings: ReadonlyArray<WarnedFragment> }
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SentByFragment = {
  readonly submissionKey: string;
  readonly contentHash: string;
  readonly content: string;
  readonly receivedAt: string;
};

export type CardGivenFragment = { readonly revision: number; readonly receipt: SentByFragment | null };

export type WhoseFragment = {
  readonly number: string;
  readonly soc: { readonly code: string; readonly name: string } | null;
};

export type LastCardGivenQueryVariables = Exact<{
  number: string;
}>;

export type LastCardGivenQuery = {
  readonly incident: ({ readonly card: CardGivenFragment | null } & WhoseFragment) | null;
};

export type CardGivenQueryVariables = Exact<{
  id: string;
}>;

export type CardGivenQuery = { readonly node: CardGivenFragment | Record<PropertyKey, never> | null };

export type CardsGivenQueryVariables = Exact<{
  limit: number;
  after?: string | null | undefined;
}>;

export type CardsGivenQuery = {
  readonly incidents: {
    readonly edges: ReadonlyArray<{
      readonly cursor: string;
      readonly node: {
        readonly number: string;
        readonly soc: { readonly code: string } | null;
        readonly card: CardGivenFragment | null;
      };
    }>;
    readonly pageInfo: { readonly hasPreviousPage: boolean };
  };
};

export type ReportGivenQueryVariables = Exact<{
  number: string;
}>;

export type ReportGivenQuery = {
  readonly incident: {
    readonly number: string;
    readonly soc: { readonly code: string } | null;
    readonly report: { readonly receipt: SentByFragment | null } | null;
  } | null;
};

export type AnalysisGivenQueryVariables = Exact<{
  id: string;
}>;

export type AnalysisGivenQuery = {
  readonly node:
    | { readonly kind: AnalysisKind; readonly revision: number; readonly receipt: SentByFragment | null }
    | Record<PropertyKey, never>
    | null;
};

export type ReceiptGivenQueryVariables = Exact<{
  key: string;
}>;

export type ReceiptGivenQuery = {
  readonly me: { readonly party: { readonly code: string } | Record<PropertyKey, never> };
  readonly receipt:
    | ({
        readonly act: string;
        readonly warnings: ReadonlyArray<WarnedFragment>;
        readonly incident: DutiesFragment | null;
        readonly card: { readonly revision: number } | null;
        readonly analysis: { readonly id: string; readonly revision: number } | null;
      } & SealedFragment)
    | null;
};

export type CardRevisionsQueryVariables = Exact<{
  number: string;
}>;

export type CardRevisionsQuery = {
  readonly incident:
    | ({ readonly cardRevisions: ReadonlyArray<{ readonly id: string; readonly revision: number }> } & WhoseFragment)
    | null;
};

export type ToldFragment = {
  readonly number: string;
  readonly id: string;
  readonly subject: NotificationSubject;
  readonly marking: Marking;
  readonly text: string;
  readonly sentAt: string;
  readonly isWithdrawal: boolean;
  readonly follows: { readonly number: string } | null;
  readonly indicators: ReadonlyArray<{ readonly type: IndicatorType; readonly value: string }>;
  readonly threat: { readonly number: string } | null;
  readonly event: { readonly number: string } | null;
  readonly detectedIncident: { readonly number: string } | null;
  readonly incident: { readonly number: string } | null;
  readonly recipients: ReadonlyArray<{
    readonly availableAt: string;
    readonly obligation: { readonly dueAt: string } | null;
  }>;
};

export type NotificationToldQueryVariables = Exact<{
  number: string;
}>;

export type NotificationToldQuery = { readonly notification: ToldFragment | null };

export type NotificationsToldQueryVariables = Exact<{
  limit: number;
  after?: string | null | undefined;
}>;

export type NotificationsToldQuery = {
  readonly notifications: {
    readonly edges: ReadonlyArray<{ readonly cursor: string; readonly node: ToldFragment }>;
    readonly pageInfo: { readonly hasPreviousPage: boolean };
  };
};

export type IndicatorPrintedFragment = {
  readonly type: IndicatorType;
  readonly value: string;
  readonly submitted: string;
};

export type ObjectPrintedFragment = {
  readonly code: string | null;
  readonly description: string | null;
  readonly kinds: ReadonlyArray<ObjectKind> | null;
  readonly ownerName: string | null;
};

export type CardPrintedFragment = {
  readonly revision: number;
  readonly receivedAt: string;
  readonly registeredOn: string;
  readonly severity: Severity;
  readonly type: IncidentType;
  readonly scale: IncidentScale;
  readonly occurredAt: string;
  readonly confirmedAt: string;
  readonly recurrence: Recurrence;
  readonly earlierIncidentNumber: string | null;
  readonly sign: IncidentSign;
  readonly contours: ReadonlyArray<NetworkContour>;
  readonly nature: string;
  readonly consequences: ReadonlyArray<Consequence>;
  readonly measures: string;
  readonly note: string | null;
  readonly receipt: {
    readonly submissionKey: string;
    readonly contentHash: string;
    readonly position: number;
    readonly entryHash: string;
  } | null;
  readonly indicators: ReadonlyArray<IndicatorPrintedFragment>;
  readonly affectedObjects: ReadonlyArray<
    {
      readonly object: {
        readonly name: string;
        readonly kindPeriods: ReadonlyArray<{
          readonly kinds: ReadonlyArray<ObjectKind>;
          readonly from: string | null;
          readonly until: string | null;
        }>;
        readonly ownerships: ReadonlyArray<{
          readonly capacity: Capacity;
          readonly from: string | null;
          readonly until: string | null;
          readonly owner: { readonly name: string } | null;
        }>;
      } | null;
    } & ObjectPrintedFragment
  >;
};

export type LastCardPrintedQueryVariables = Exact<{
  number: string;
}>;

export type LastCardPrintedQuery = {
  readonly incident: ({ readonly card: CardPrintedFragment | null } & WhoseFragment) | null;
};

export type CardPrintedQueryVariables = Exact<{
  id: string;
}>;

export type CardPrintedQuery = { readonly node: CardPrintedFragment | Record<PropertyKey, never> | null };

export type DifferencesPrintedQueryVariables = Exact<{
  number: string;
  from: number;
  to: number;
}>;

export type DifferencesPrintedQuery = {
  readonly incident:
    | ({
        readonly cardRevisions: ReadonlyArray<{
          readonly revision: number;
          readonly receivedAt: string;
          readonly receipt: { readonly contentHash: string } | null;
        }>;
        readonly cardDifferences: ReadonlyArray<
          | {
              readonly __typename: "AffectedObjectsDifference";
              readonly field: string;
              readonly label: string;
              readonly added: ReadonlyArray<
                { readonly object: { readonly name: string } | null } & ObjectPrintedFragment
              >;
              readonly removed: ReadonlyArray<
                { readonly object: { readonly name: string } | null } & ObjectPrintedFragment
              >;
            }
          | {
              readonly __typename: "ChoicesDifference";
              readonly field: string;
              readonly label: string;
              readonly added: ReadonlyArray<{ readonly value: string; readonly label: string }>;
              readonly removed: ReadonlyArray<{ readonly value: string; readonly label: string }>;
            }
          | {
              readonly __typename: "IndicatorsDifference";
              readonly field: string;
              readonly label: string;
              readonly added: ReadonlyArray<IndicatorPrintedFragment>;
              readonly removed: ReadonlyArray<IndicatorPrintedFragment>;
            }
          | {
              readonly __typename: "TextDifference";
              readonly field: string;
              readonly label: string;
              readonly spans: ReadonlyArray<{ readonly kind: TextSpanKind; readonly text: string }>;
            }
          | {
              readonly __typename: "ValueDifference";
              readonly field: string;
              readonly label: string;
              readonly before: { readonly value: string; readonly label: string };
              readonly after: { readonly value: string; readonly label: string };
            }
        > | null;
      } & WhoseFragment)
    | null;
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DutiesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
    `,
  { fragmentName: "Duties" },
) as unknown as TypedDocumentString<DutiesFragment, unknown>;
export const WarnedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Warned on Warning {
  rule
  path
  message
}
    `,
  { fragmentName: "Warned" },
) as unknown as TypedDocumentString<WarnedFragment, unknown>;
export const SealedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
    `,
  { fragmentName: "Sealed" },
) as unknown as TypedDocumentString<SealedFragment, unknown>;
export const AcceptedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}`,
  { fragmentName: "Accepted" },
) as unknown as TypedDocumentString<AcceptedFragment, unknown>;
export const RejectedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}
    `,
  { fragmentName: "Rejected" },
) as unknown as TypedDocumentString<RejectedFragment, unknown>;
export const SentByFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}
    `,
  { fragmentName: "SentBy" },
) as unknown as TypedDocumentString<SentByFragment, unknown>;
export const CardGivenFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CardGiven on IncidentCard {
  revision
  receipt {
    ...SentBy
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}`,
  { fragmentName: "CardGiven" },
) as unknown as TypedDocumentString<CardGivenFragment, unknown>;
export const WhoseFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Whose on Incident {
  number
  soc {
    code
    name
  }
}
    `,
  { fragmentName: "Whose" },
) as unknown as TypedDocumentString<WhoseFragment, unknown>;
export const ToldFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Told on Notification {
  number
  id
  subject
  marking
  text
  sentAt
  isWithdrawal
  follows {
    number
  }
  indicators {
    type
    value
  }
  threat {
    number
  }
  event {
    number
  }
  detectedIncident {
    number
  }
  incident {
    number
  }
  recipients {
    availableAt
    obligation {
      dueAt
    }
  }
}
    `,
  { fragmentName: "Told" },
) as unknown as TypedDocumentString<ToldFragment, unknown>;
export const IndicatorPrintedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment IndicatorPrinted on Indicator {
  type
  value
  submitted
}
    `,
  { fragmentName: "IndicatorPrinted" },
) as unknown as TypedDocumentString<IndicatorPrintedFragment, unknown>;
export const ObjectPrintedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ObjectPrinted on AffectedObject {
  code
  description
  kinds
  ownerName
}
    `,
  { fragmentName: "ObjectPrinted" },
) as unknown as TypedDocumentString<ObjectPrintedFragment, unknown>;
export const CardPrintedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CardPrinted on IncidentCard {
  revision
  receivedAt
  receipt {
    submissionKey
    contentHash
    position
    entryHash
  }
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    ...IndicatorPrinted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...ObjectPrinted
    object {
      name
      kindPeriods {
        kinds
        from
        until
      }
      ownerships {
        capacity
        from
        until
        owner {
          name
        }
      }
    }
  }
  measures
  note
}
    fragment IndicatorPrinted on Indicator {
  type
  value
  submitted
}
fragment ObjectPrinted on AffectedObject {
  code
  description
  kinds
  ownerName
}`,
  { fragmentName: "CardPrinted" },
) as unknown as TypedDocumentString<CardPrintedFragment, unknown>;
export const ReportIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReportIncident($input: ReportIncidentInput!) {
  result: reportIncident(input: $input) {
    __typename
    ... on ReportAccepted {
      ...Accepted
      incident {
        ...Duties
      }
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ReportIncidentMutation, ReportIncidentMutationVariables>;
export const TryReportIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TryReportIncident($input: ReportIncidentInput!) {
  result: reportIncident(input: $input) {
    __typename
    ... on ReportAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TryReportIncidentMutation, TryReportIncidentMutationVariables>;
export const SubmitIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitIncidentCard($input: SubmitIncidentCardInput!) {
  result: submitIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      ...Accepted
      incident {
        ...Duties
      }
      card {
        revision
      }
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitIncidentCardMutation, SubmitIncidentCardMutationVariables>;
export const TrySubmitIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TrySubmitIncidentCard($input: SubmitIncidentCardInput!) {
  result: submitIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TrySubmitIncidentCardMutation, TrySubmitIncidentCardMutationVariables>;
export const AmendIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AmendIncidentCard($input: AmendIncidentCardInput!) {
  result: amendIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      ...Accepted
      incident {
        ...Duties
      }
      card {
        revision
      }
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<AmendIncidentCardMutation, AmendIncidentCardMutationVariables>;
export const TryAmendIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TryAmendIncidentCard($input: AmendIncidentCardInput!) {
  result: amendIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TryAmendIncidentCardMutation, TryAmendIncidentCardMutationVariables>;
export const SubmitThreatAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitThreatAnalysis($input: SubmitThreatAnalysisInput!) {
  result: submitThreatAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      ...Accepted
      incident {
        ...Duties
      }
      analysis {
        id
        revision
      }
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitThreatAnalysisMutation, SubmitThreatAnalysisMutationVariables>;
export const TrySubmitThreatAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TrySubmitThreatAnalysis($input: SubmitThreatAnalysisInput!) {
  result: submitThreatAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TrySubmitThreatAnalysisMutation, TrySubmitThreatAnalysisMutationVariables>;
export const SubmitEventAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitEventAnalysis($input: SubmitEventAnalysisInput!) {
  result: submitEventAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      ...Accepted
      incident {
        ...Duties
      }
      analysis {
        id
        revision
      }
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitEventAnalysisMutation, SubmitEventAnalysisMutationVariables>;
export const TrySubmitEventAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TrySubmitEventAnalysis($input: SubmitEventAnalysisInput!) {
  result: submitEventAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TrySubmitEventAnalysisMutation, TrySubmitEventAnalysisMutationVariables>;
export const AnswerNotConfirmedDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerNotConfirmed($input: AnswerNotConfirmedInput!) {
  result: answerNotConfirmed(input: $input) {
    __typename
    ... on NotConfirmedAccepted {
      ...Accepted
    }
    ...Rejected
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  warnings {
    ...Warned
  }
  receipt {
    ...Sealed
  }
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<AnswerNotConfirmedMutation, AnswerNotConfirmedMutationVariables>;
export const TryAnswerNotConfirmedDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TryAnswerNotConfirmed($input: AnswerNotConfirmedInput!) {
  result: answerNotConfirmed(input: $input) {
    __typename
    ... on NotConfirmedAccepted {
      warnings {
        ...Warned
      }
    }
    ...Rejected
  }
}
    fragment Warned on Warning {
  rule
  path
  message
}
fragment Rejected on SubmissionRejected {
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TryAnswerNotConfirmedMutation, TryAnswerNotConfirmedMutationVariables>;
export const LastCardGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LastCardGiven($number: String!) {
  incident(number: $number) {
    ...Whose
    card {
      ...CardGiven
    }
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}
fragment CardGiven on IncidentCard {
  revision
  receipt {
    ...SentBy
  }
}
fragment Whose on Incident {
  number
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<LastCardGivenQuery, LastCardGivenQueryVariables>;
export const CardGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardGiven($id: ID!) {
  node(id: $id) {
    ...CardGiven
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}
fragment CardGiven on IncidentCard {
  revision
  receipt {
    ...SentBy
  }
}`) as unknown as TypedDocumentString<CardGivenQuery, CardGivenQueryVariables>;
export const CardsGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardsGiven($limit: Int!, $after: String) {
  incidents(last: $limit, before: $after) {
    edges {
      cursor
      node {
        number
        soc {
          code
        }
        card {
          ...CardGiven
        }
      }
    }
    pageInfo {
      hasPreviousPage
    }
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}
fragment CardGiven on IncidentCard {
  revision
  receipt {
    ...SentBy
  }
}`) as unknown as TypedDocumentString<CardsGivenQuery, CardsGivenQueryVariables>;
export const ReportGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReportGiven($number: String!) {
  incident(number: $number) {
    number
    soc {
      code
    }
    report {
      receipt {
        ...SentBy
      }
    }
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}`) as unknown as TypedDocumentString<ReportGivenQuery, ReportGivenQueryVariables>;
export const AnalysisGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnalysisGiven($id: ID!) {
  node(id: $id) {
    ... on Analysis {
      kind
      revision
      receipt {
        ...SentBy
      }
    }
  }
}
    fragment SentBy on Receipt {
  submissionKey
  contentHash
  content
  receivedAt
}`) as unknown as TypedDocumentString<AnalysisGivenQuery, AnalysisGivenQueryVariables>;
export const ReceiptGivenDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReceiptGiven($key: String!) {
  me {
    party {
      ... on Soc {
        code
      }
    }
  }
  receipt(submissionKey: $key) {
    ...Sealed
    act
    warnings {
      ...Warned
    }
    incident {
      ...Duties
    }
    card {
      revision
    }
    analysis {
      id
      revision
    }
  }
}
    fragment Sealed on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Warned on Warning {
  rule
  path
  message
}
fragment Duties on Incident {
  number
  obligations {
    rule
    objectCode
    objectDescription
    startsAt
    dueAt
    dischargedAt
  }
}`) as unknown as TypedDocumentString<ReceiptGivenQuery, ReceiptGivenQueryVariables>;
export const CardRevisionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardRevisions($number: String!) {
  incident(number: $number) {
    ...Whose
    cardRevisions {
      id
      revision
    }
  }
}
    fragment Whose on Incident {
  number
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<CardRevisionsQuery, CardRevisionsQueryVariables>;
export const NotificationToldDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotificationTold($number: String!) {
  notification(number: $number) {
    ...Told
  }
}
    fragment Told on Notification {
  number
  id
  subject
  marking
  text
  sentAt
  isWithdrawal
  follows {
    number
  }
  indicators {
    type
    value
  }
  threat {
    number
  }
  event {
    number
  }
  detectedIncident {
    number
  }
  incident {
    number
  }
  recipients {
    availableAt
    obligation {
      dueAt
    }
  }
}`) as unknown as TypedDocumentString<NotificationToldQuery, NotificationToldQueryVariables>;
export const NotificationsToldDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotificationsTold($limit: Int!, $after: String) {
  notifications(last: $limit, before: $after) {
    edges {
      cursor
      node {
        ...Told
      }
    }
    pageInfo {
      hasPreviousPage
    }
  }
}
    fragment Told on Notification {
  number
  id
  subject
  marking
  text
  sentAt
  isWithdrawal
  follows {
    number
  }
  indicators {
    type
    value
  }
  threat {
    number
  }
  event {
    number
  }
  detectedIncident {
    number
  }
  incident {
    number
  }
  recipients {
    availableAt
    obligation {
      dueAt
    }
  }
}`) as unknown as TypedDocumentString<NotificationsToldQuery, NotificationsToldQueryVariables>;
export const LastCardPrintedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LastCardPrinted($number: String!) {
  incident(number: $number) {
    ...Whose
    card {
      ...CardPrinted
    }
  }
}
    fragment Whose on Incident {
  number
  soc {
    code
    name
  }
}
fragment IndicatorPrinted on Indicator {
  type
  value
  submitted
}
fragment ObjectPrinted on AffectedObject {
  code
  description
  kinds
  ownerName
}
fragment CardPrinted on IncidentCard {
  revision
  receivedAt
  receipt {
    submissionKey
    contentHash
    position
    entryHash
  }
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    ...IndicatorPrinted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...ObjectPrinted
    object {
      name
      kindPeriods {
        kinds
        from
        until
      }
      ownerships {
        capacity
        from
        until
        owner {
          name
        }
      }
    }
  }
  measures
  note
}`) as unknown as TypedDocumentString<LastCardPrintedQuery, LastCardPrintedQueryVariables>;
export const CardPrintedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardPrinted($id: ID!) {
  node(id: $id) {
    ...CardPrinted
  }
}
    fragment IndicatorPrinted on Indicator {
  type
  value
  submitted
}
fragment ObjectPrinted on AffectedObject {
  code
  description
  kinds
  ownerName
}
fragment CardPrinted on IncidentCard {
  revision
  receivedAt
  receipt {
    submissionKey
    contentHash
    position
    entryHash
  }
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    ...IndicatorPrinted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...ObjectPrinted
    object {
      name
      kindPeriods {
        kinds
        from
        until
      }
      ownerships {
        capacity
        from
        until
        owner {
          name
        }
      }
    }
  }
  measures
  note
}`) as unknown as TypedDocumentString<CardPrintedQuery, CardPrintedQueryVariables>;
export const DifferencesPrintedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DifferencesPrinted($number: String!, $from: Int!, $to: Int!) {
  incident(number: $number) {
    ...Whose
    cardRevisions {
      revision
      receivedAt
      receipt {
        contentHash
      }
    }
    cardDifferences(from: $from, to: $to) {
      __typename
      field
      label
      ... on ValueDifference {
        before {
          value
          label
        }
        after {
          value
          label
        }
      }
      ... on ChoicesDifference {
        added {
          value
          label
        }
        removed {
          value
          label
        }
      }
      ... on TextDifference {
        spans {
          kind
          text
        }
      }
      ... on IndicatorsDifference {
        added {
          ...IndicatorPrinted
        }
        removed {
          ...IndicatorPrinted
        }
      }
      ... on AffectedObjectsDifference {
        added {
          ...ObjectPrinted
          object {
            name
          }
        }
        removed {
          ...ObjectPrinted
          object {
            name
          }
        }
      }
    }
  }
}
    fragment Whose on Incident {
  number
  soc {
    code
    name
  }
}
fragment IndicatorPrinted on Indicator {
  type
  value
  submitted
}
fragment ObjectPrinted on AffectedObject {
  code
  description
  kinds
  ownerName
}`) as unknown as TypedDocumentString<DifferencesPrintedQuery, DifferencesPrintedQueryVariables>;
