/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** How the gateway notifies a party. */
export type DeliveryChannel =
  /** By e-mail. */
  | "EMAIL"
  /** By a call to the party's system, following the Standard Webhooks specification. */
  | "WEBHOOK";

/** The state of a delivery. */
export type DeliveryState =
  /** The receiving server accepted it. A delivery to an owner meets R9.2 from that moment (L8). */
  | "ACCEPTED"
  /** Given up (dead-lettered) after a day of attempts (`DELIVERY_WINDOW_HOURS`), or at once if trying again cannot help; the national centre can retry it. */
  | "GIVEN_UP"
  /** The owner or holder has no registered address: where the other one is not reached either, the SOC has to notify it itself (R9.2). */
  | "NO_ADDRESS"
  /** It would go by e-mail, but the gateway has no mail server: the SOC has to notify the owner itself (R9.2). The national centre can retry it once there is one. */
  | "NO_MAIL_SERVER"
  /** No longer sent: before a server accepted it, the duty was met, waived or moved, or the incident was retracted. */
  | "OBSOLETE"
  /** Being sent, or waiting for another attempt. */
  | "QUEUED";

/** What happened to an incident. */
export type IncidentFactKind =
  /** The card was corrected (L6). */
  | "CARD_AMENDED"
  /** The first card was received (R9.3). */
  | "CARD_SUBMITTED"
  /** The national centre corrected the declared confirmation (L4). */
  | "CONFIRMATION_CORRECTED"
  /** The national centre refused to correct the confirmation (L4). */
  | "CORRECTION_REFUSED"
  /** The SOC asked to correct a confirmation that it declared by mistake (L4). */
  | "CORRECTION_REQUESTED"
  /** The SOC took its request to correct a confirmation back (L4). */
  | "CORRECTION_WITHDRAWN"
  /** The national centre found that another dossier is of the same incident. */
  | "LINKED_AS_SAME"
  /** The kinds, the owner or the holder of an object that it named were registered anew, from a time before its confirmation: R9.2 was judged anew. */
  | "OBJECT_CHANGED"
  /** The national centre found that an object that it describes is a registered one (L9). */
  | "OBJECT_LINKED"
  /** The national centre took such a finding back as made in error (L9). */
  | "OBJECT_UNLINKED"
  /** The national centre waived a duty. */
  | "OBLIGATION_WAIVED"
  /** The owner acknowledged (R9.2). */
  | "OWNER_ACKNOWLEDGED"
  /** The owner was notified, by the gateway or according to the SOC (R9.2). */
  | "OWNER_NOTIFIED"
  /** The gateway could not reach the owner at an address: it is still trying, or gave that delivery up. The SOC should notify the owner itself. */
  | "OWNER_NOT_REACHED"
  /** The national centre took back a record that a duty was met by another way: it was made in error (L22). */
  | "RECEIPT_WITHDRAWN"
  /** The national centre recorded that a duty was met by another way than through the gateway. */
  | "RECEIVED_OTHERWISE"
  /** No officer of the national centre has it in hand any more; told to the national centre alone. */
  | "RELEASED"
  /** The initial report was received (R9.1). */
  | "REPORTED"
  /** The national centre granted the retraction; what was open is waived (L18). */
  | "RETRACTED"
  /** The national centre refused the retraction. */
  | "RETRACTION_REFUSED"
  /** The SOC asked to retract it as reported in error (L18). */
  | "RETRACTION_REQUESTED"
  /** The level was reviewed (RA.1). */
  | "SEVERITY_REVIEWED"
  /** An officer of the national centre has it in hand; told to the national centre alone. */
  | "TAKEN"
  /** The national centre took back that other dossiers are of the same incident. */
  | "UNLINKED_AS_SAME";

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

/** What met an obligation. */
export type MeansOfDischarge =
  /** An analysis. */
  | "ANALYSIS"
  /** A card. */
  | "CARD"
  /** The gateway's message, which the owner's or holder's server accepted. */
  | "DELIVERY"
  /** The statement that nothing was confirmed. */
  | "DENIAL"
  /** The acknowledgement of the owner or holder. */
  | "OWNER_ACKNOWLEDGEMENT"
  /** What reached the national centre by another way than through the gateway (L22). */
  | "RECEIVED_OTHERWISE"
  /** The report of the incident. */
  | "REPORT"
  /** A review that named a level. */
  | "REVIEW"
  /** A review that left the level Undetermined, with its reason (L11). */
  | "REVIEW_LEFT_UNDETERMINED"
  /** The SOC's own statement that it notified the owner or holder. */
  | "SOC_STATEMENT";

/** What happened between the national centre and one recipient. */
export type NotificationFactKind =
  /** The SOC acknowledged receipt. */
  | "ACKNOWLEDGED"
  /** The SOC answered (R9.4, R9.5, R9.6). */
  | "ANSWERED"
  /** The national centre took back a record that the SOC had answered by another way: it was made in error (L22). */
  | "ANSWER_RECEIPT_WITHDRAWN"
  /** The national centre recorded that the answer came by another way than through the gateway. */
  | "ANSWER_RECEIVED_OTHERWISE"
  /** The national centre waived the answer. */
  | "ANSWER_WAIVED"
  /** The incident that it is about was retracted as reported in error (L18). */
  | "INCIDENT_RETRACTED"
  /** The SOC was notified (R12.1); its 72 hours run (L16). */
  | "NOTIFIED"
  /** A supplement was sent; it restarts nothing (L19). */
  | "SUPPLEMENTED"
  /** A notification was withdrawn, which waives its open answers, or a supplement, which waives nothing (L19). */
  | "WITHDRAWN";

/** What a notification is about; it determines how to answer (L17). */
export type NotificationSubject =
  /** A security event, answered by `submitEventAnalysis` or `answerNotConfirmed` (R9.5). Оқиға · Событие ИБ. */
  | "EVENT"
  /** An incident, answered by `submitIncidentCard` or `answerNotConfirmed` (R9.6). Оқыс оқиға · Инцидент ИБ. */
  | "INCIDENT"
  /** A threat, answered by `submitThreatAnalysis` (R9.4). Қатер · Угроза ИБ. */
  | "THREAT";

/** What is announced about a duty: DUE_SOON and OVERDUE once for each deadline, NOT_OVERDUE if an OVERDUE was wrong. */
export type ObligationFactKind =
  /** The deadline is near; the operator sets how near, for each rule. */
  | "DUE_SOON"
  /** It was announced as overdue but was not: what met or waived it was received, or happened, in time and was recorded only later. */
  | "NOT_OVERDUE"
  /** The deadline has passed. The announcement may come later (after an outage); `dueAt` says when the deadline was. */
  | "OVERDUE";

/** Narrows a list of duties. All given conditions must hold; an empty list matches nothing. */
export type ObligationFilter = {
  /** Whose deadline lies in this period. */
  readonly due?: Period | null | undefined;
  /** About one of these incidents. Each by its id, or by its number, in capitals or not. */
  readonly incidents?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. */
  readonly kinds?: ReadonlyArray<ObligationKind> | null | undefined;
  /** The answer to one of these notifications. Each by its id, or by its number, in capitals or not. */
  readonly notifications?: ReadonlyArray<string> | null | undefined;
  /** About one of these objects: R9.2 towards its owner, other duties about an incident that affected it. Each by its id, or by its code, in capitals or not. */
  readonly objects?: ReadonlyArray<string> | null | undefined;
  /** Under one of these rules: R9.1 to R9.6 or RA.1. */
  readonly rules?: ReadonlyArray<string> | null | undefined;
  /** Of one of these SOCs. Each by its id, or by its code, in capitals or not. */
  readonly socs?: ReadonlyArray<string> | null | undefined;
  /** With one of these standings at the instant of the answer. */
  readonly standings?: ReadonlyArray<Standing> | null | undefined;
};

/** What must be done. */
export type ObligationKind =
  /** R9.4 to R9.6: answer a notification, within 72 hours of when it became available (L16). */
  | "ANSWER_NOTIFICATION"
  /** R9.1: notify the national centre, within 15 minutes of confirmation. */
  | "NOTIFY_CENTRE"
  /** R9.2: notify the object's owner or holder, within 15 minutes of confirmation. */
  | "NOTIFY_OWNER"
  /** RA.1: review an Undetermined level, within 48 hours of confirmation. */
  | "REVIEW_SEVERITY"
  /** R9.3: send the incident card, within 72 hours of confirmation. */
  | "SUBMIT_CARD";

/** By deadline. */
export type ObligationOrder =
  /** Earliest deadline first. */
  | "DUE_FIRST"
  /** Latest deadline first. */
  | "DUE_LAST";

/** What of an incident waits for somebody to clear it up. */
export type OpenQuestion =
  /** The confirmation that counts is before the occurrence that the card names (L3). */
  | "CONFIRMED_BEFORE_IT_OCCURRED"
  /** The confirmation that counts is before the terms were in force: it opens and moves nothing (L15). */
  | "CONFIRMED_BEFORE_THE_TERMS"
  /** The SOC has asked to correct a confirmation that it declared by mistake (L4). */
  | "CORRECTION_REQUESTED"
  /** It describes an object by the code or the name of a registered one, which may be meant (L9). */
  | "DESCRIBED_BY_REGISTERED_NAME"
  /** It harmed an object that is not registered and of which the SOC does not know what it is (L9). */
  | "OBJECT_OF_UNKNOWN_KIND"
  /** The SOC has asked to retract it as reported in error (L18). */
  | "RETRACTION_REQUESTED";

/** A period between two instants. */
export type Period = {
  /** The end, exclusive. */
  readonly before?: string | null | undefined;
  /** The beginning, inclusive. */
  readonly from?: string | null | undefined;
};

/** An incident that an officer of the national centre has in hand no more. */
export type ReleaseIncidentInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** The delivery to retry: one that was given up or had no mail server. */
export type RetryDeliveryInput = {
  /** The delivery. */
  readonly deliveryId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** What an actor may be; each role belongs to one kind of party. */
export type Role =
  /** Registers parties, objects, actors and tokens. */
  | "CENTRE_ADMINISTRATOR"
  /** Reads everything at the national centre, changes nothing. */
  | "CENTRE_ANALYST"
  /** The national centre's duty officer. */
  | "CENTRE_OPERATOR"
  /** Reads the incidents on its own objects. */
  | "OWNER"
  /** Reports and submits for a SOC. */
  | "SOC_OPERATOR"
  /** Reads what its SOC may see. */
  | "SOC_READER";

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

/** The standing (status) of an obligation at an instant. */
export type Standing =
  /** Met in time. */
  | "MET"
  /** Met after the deadline (L2). */
  | "MET_LATE"
  /** Open, past the deadline. */
  | "OVERDUE"
  /** Open and in time; the deadline itself is still in time (L1). */
  | "RUNNING"
  /** No longer required. */
  | "WAIVED";

/** An incident that an officer of the national centre takes in hand. */
export type TakeIncidentInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** The duty to waive, and why. */
export type WaiveObligationInput = {
  /** The duty; it must be open, and for a SOC one that a correction left over (F25). */
  readonly obligationId: string;
  /** The reason (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

type Accepted_AffectedObjectLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_AffectedObjectUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_AnalysisAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_CardAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ConfirmationCorrected_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_CorrectionRefused_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_CorrectionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_CorrectionWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_DeliveryRetried_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_DetectedIncidentRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_IncidentReleased_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_IncidentTaken_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_NotConfirmedAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_NotificationAcknowledged_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ObligationWaived_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_OwnerNotificationAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ReceivedOtherwiseRecorded_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ReceivedOtherwiseWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ReportAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_RetractionDecided_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_RetractionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_SameIncidentsLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_SameIncidentsUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_SecurityEventRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_SeverityReviewAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_SocsNotified_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

type Accepted_ThreatRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: {
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
  };
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
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
  readonly __typename: "SubmissionRejected";
  readonly reference: string;
  readonly receivedAt: string;
  readonly violations: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

export type ServerClockQueryVariables = Exact<{ [key: string]: never }>;

export type ServerClockQuery = { readonly serverTime: string };

export type ShownDeliveryFragment = {
  readonly id: string;
  readonly state: DeliveryState;
  readonly channel: DeliveryChannel | null;
  readonly queuedAt: string;
  readonly acceptedAt: string | null;
  readonly announcement: ObligationFactKind | null;
  readonly party:
    | {
        readonly __typename: "NationalCentre";
        readonly id: string;
        readonly code: string;
        readonly name: string;
        readonly email: string | null;
        readonly phone: string | null;
      }
    | {
        readonly __typename: "Owner";
        readonly id: string;
        readonly code: string;
        readonly name: string;
        readonly email: string | null;
        readonly phone: string | null;
      }
    | {
        readonly __typename: "Soc";
        readonly id: string;
        readonly code: string;
        readonly name: string;
        readonly email: string | null;
        readonly phone: string | null;
      }
    | null;
  readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly severity: Severity | null;
    readonly soc: { readonly id: string; readonly code: string; readonly phone: string | null } | null;
  } | null;
  readonly obligation: {
    readonly id: string;
    readonly rule: string;
    readonly incident: { readonly id: string; readonly number: string } | null;
    readonly notification: { readonly id: string; readonly number: string } | null;
  } | null;
  readonly attempts: ReadonlyArray<{
    readonly ordinal: number;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly isAccepted: boolean | null;
    readonly proof: string | null;
  }>;
};

export type DeliveriesQueryVariables = Exact<{
  ownerNotNotified?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type DeliveriesQuery = {
  readonly deliveries: {
    readonly nodes: ReadonlyArray<ShownDeliveryFragment>;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
};

export type RetryDeliveryMutationVariables = Exact<{
  input: RetryDeliveryInput;
}>;

export type RetryDeliveryMutation = {
  readonly retryDelivery:
    | ({
        readonly __typename: "DeliveryRetried";
        readonly delivery: ShownDeliveryFragment;
      } & Accepted_DeliveryRetried_Fragment)
    | RejectedFragment;
};

type LiveParty_NationalCentre_Fragment = { readonly id: string; readonly code: string; readonly name: string };

type LiveParty_Owner_Fragment = { readonly id: string; readonly code: string; readonly name: string };

type LiveParty_Soc_Fragment = { readonly id: string; readonly code: string; readonly name: string };

export type LivePartyFragment = LiveParty_NationalCentre_Fragment | LiveParty_Owner_Fragment | LiveParty_Soc_Fragment;

export type LiveDutyFragment = {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly rule: string;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly dischargedAt: string | null;
  readonly waivedAt: string | null;
  readonly standing: Standing;
  readonly isVoid: boolean;
  readonly objectCode: string | null;
  readonly objectDescription: string | null;
  readonly obligor: LiveParty_NationalCentre_Fragment | LiveParty_Owner_Fragment | LiveParty_Soc_Fragment | null;
};

export type LiveIncidentFragment = {
  readonly id: string;
  readonly number: string;
  readonly type: IncidentType;
  readonly severity: Severity | null;
  readonly confirmedAt: string;
  readonly receivedAt: string;
  readonly retractedAt: string | null;
  readonly openQuestions: ReadonlyArray<OpenQuestion>;
  readonly takenBy: { readonly by: string; readonly at: string; readonly isMine: boolean } | null;
  readonly soc: LiveParty_Soc_Fragment | null;
  readonly affectedObjects: ReadonlyArray<{
    readonly code: string | null;
    readonly description: string | null;
    readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
  }>;
  readonly card: { readonly id: string; readonly revision: number } | null;
};

export type LiveNotificationFragment = {
  readonly id: string;
  readonly number: string;
  readonly subject: NotificationSubject;
  readonly marking: Marking;
  readonly text: string;
  readonly sentAt: string;
  readonly isWithdrawal: boolean;
  readonly withdrawal: { readonly id: string } | null;
  readonly follows: { readonly id: string; readonly number: string } | null;
  readonly recipients: ReadonlyArray<LiveRecipientFragment>;
};

export type LiveRecipientFragment = {
  readonly availableAt: string;
  readonly acknowledgedAt: string | null;
  readonly soc: LiveParty_Soc_Fragment | null;
  readonly obligation: LiveDutyFragment | null;
};

export type LiveObligationFragment = {
  readonly incident: LiveIncidentFragment | null;
  readonly notification: { readonly id: string; readonly number: string; readonly subject: NotificationSubject } | null;
} & LiveDutyFragment;

export type OpenObligationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type OpenObligationsQuery = {
  readonly obligations: {
    readonly feedCursor: string;
    readonly nodes: ReadonlyArray<LiveObligationFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type NewestIncidentsQueryVariables = Exact<{
  first: number;
}>;

export type NewestIncidentsQuery = {
  readonly incidents: { readonly feedCursor: string; readonly nodes: ReadonlyArray<LiveIncidentFragment> };
};

export type NewestNotificationsQueryVariables = Exact<{
  first: number;
}>;

export type NewestNotificationsQuery = {
  readonly notifications: { readonly feedCursor: string; readonly nodes: ReadonlyArray<LiveNotificationFragment> };
};

export type LiveIncidentsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  mark?: boolean | null | undefined;
}>;

export type LiveIncidentsSubscription = {
  readonly incidentFeed: {
    readonly cursor: string;
    readonly kind: IncidentFactKind;
    readonly at: string;
    readonly incident: { readonly obligations: ReadonlyArray<LiveDutyFragment> } & LiveIncidentFragment;
  };
};

export type LiveNotificationsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  mark?: boolean | null | undefined;
}>;

export type LiveNotificationsSubscription = {
  readonly notificationFeed: {
    readonly cursor: string;
    readonly kind: NotificationFactKind;
    readonly at: string;
    readonly notification: LiveNotificationFragment;
    readonly recipient: LiveRecipientFragment;
  };
};

export type LiveObligationsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  mark?: boolean | null | undefined;
}>;

export type LiveObligationsSubscription = {
  readonly obligationFeed: {
    readonly cursor: string;
    readonly kind: ObligationFactKind;
    readonly at: string;
    readonly obligation: LiveObligationFragment;
  };
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<Role>;
    readonly party:
      | { readonly __typename: "NationalCentre"; readonly id: string; readonly code: string; readonly name: string }
      | { readonly __typename: "Owner"; readonly id: string; readonly code: string; readonly name: string }
      | { readonly __typename: "Soc"; readonly id: string; readonly code: string; readonly name: string };
  };
};

export type TermsQueryVariables = Exact<{
  filter?: ObligationFilter | null | undefined;
  orderBy?: ObligationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type TermsQuery = {
  readonly obligations: {
    readonly nodes: ReadonlyArray<
      { readonly latenessSeconds: number; readonly metBy: MeansOfDischarge | null } & LiveObligationFragment
    >;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
};

export type WallSocsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type WallSocsQuery = {
  readonly socs: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly endedAt: string | null;
      readonly phone: string | null;
      readonly lastHeardAt: string | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type OwnersNotReachedQueryVariables = Exact<{
  first: number;
}>;

export type OwnersNotReachedQuery = {
  readonly deliveries: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly state: DeliveryState;
      readonly object: { readonly code: string } | null;
      readonly incident: { readonly number: string } | null;
    }>;
  };
};

export type WaiveObligationMutationVariables = Exact<{
  input: WaiveObligationInput;
}>;

export type WaiveObligationMutation = {
  readonly waiveObligation:
    | ({
        readonly __typename: "ObligationWaived";
        readonly obligation: LiveObligationFragment;
      } & Accepted_ObligationWaived_Fragment)
    | RejectedFragment;
};

export type TakeIncidentMutationVariables = Exact<{
  input: TakeIncidentInput;
}>;

export type TakeIncidentMutation = {
  readonly takeIncident:
    | ({
        readonly __typename: "IncidentTaken";
        readonly incident: LiveIncidentFragment;
      } & Accepted_IncidentTaken_Fragment)
    | RejectedFragment;
};

export type ReleaseIncidentMutationVariables = Exact<{
  input: ReleaseIncidentInput;
}>;

export type ReleaseIncidentMutation = {
  readonly releaseIncident:
    | ({
        readonly __typename: "IncidentReleased";
        readonly incident: LiveIncidentFragment;
      } & Accepted_IncidentReleased_Fragment)
    | RejectedFragment;
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
export const AcceptedFragmentDoc = new TypedDocumentString(
  `
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
  }
  warnings {
    rule
    path
    message
  }
}
    `,
  { fragmentName: "Accepted" },
) as unknown as TypedDocumentString<AcceptedFragment, unknown>;
export const RejectedFragmentDoc = new TypedDocumentString(
  `
    fragment Rejected on SubmissionRejected {
  __typename
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
export const ShownDeliveryFragmentDoc = new TypedDocumentString(
  `
    fragment ShownDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  announcement
  party {
    __typename
    id
    code
    name
    email
    phone
  }
  object {
    id
    code
    name
  }
  incident {
    id
    number
    severity
    soc {
      id
      code
      phone
    }
  }
  obligation {
    id
    rule
    incident {
      id
      number
    }
    notification {
      id
      number
    }
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
  }
}
    `,
  { fragmentName: "ShownDelivery" },
) as unknown as TypedDocumentString<ShownDeliveryFragment, unknown>;
export const LivePartyFragmentDoc = new TypedDocumentString(
  `
    fragment LiveParty on Party {
  id
  code
  name
}
    `,
  { fragmentName: "LiveParty" },
) as unknown as TypedDocumentString<LivePartyFragment, unknown>;
export const LiveDutyFragmentDoc = new TypedDocumentString(
  `
    fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`,
  { fragmentName: "LiveDuty" },
) as unknown as TypedDocumentString<LiveDutyFragment, unknown>;
export const LiveRecipientFragmentDoc = new TypedDocumentString(
  `
    fragment LiveRecipient on NotificationRecipient {
  soc {
    ...LiveParty
  }
  availableAt
  acknowledgedAt
  obligation {
    ...LiveDuty
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}`,
  { fragmentName: "LiveRecipient" },
) as unknown as TypedDocumentString<LiveRecipientFragment, unknown>;
export const LiveNotificationFragmentDoc = new TypedDocumentString(
  `
    fragment LiveNotification on Notification {
  id
  number
  subject
  marking
  text
  sentAt
  isWithdrawal
  withdrawal {
    id
  }
  follows {
    id
    number
  }
  recipients {
    ...LiveRecipient
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveRecipient on NotificationRecipient {
  soc {
    ...LiveParty
  }
  availableAt
  acknowledgedAt
  obligation {
    ...LiveDuty
  }
}`,
  { fragmentName: "LiveNotification" },
) as unknown as TypedDocumentString<LiveNotificationFragment, unknown>;
export const LiveIncidentFragmentDoc = new TypedDocumentString(
  `
    fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`,
  { fragmentName: "LiveIncident" },
) as unknown as TypedDocumentString<LiveIncidentFragment, unknown>;
export const LiveObligationFragmentDoc = new TypedDocumentString(
  `
    fragment LiveObligation on Obligation {
  ...LiveDuty
  incident {
    ...LiveIncident
  }
  notification {
    id
    number
    subject
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}`,
  { fragmentName: "LiveObligation" },
) as unknown as TypedDocumentString<LiveObligationFragment, unknown>;
export const ServerClockDocument = new TypedDocumentString(`
    query ServerClock {
  serverTime
}
    `) as unknown as TypedDocumentString<ServerClockQuery, ServerClockQueryVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($ownerNotNotified: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
  deliveries(
    ownerNotNotified: $ownerNotNotified
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...ShownDelivery
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ShownDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  announcement
  party {
    __typename
    id
    code
    name
    email
    phone
  }
  object {
    id
    code
    name
  }
  incident {
    id
    number
    severity
    soc {
      id
      code
      phone
    }
  }
  obligation {
    id
    rule
    incident {
      id
      number
    }
    notification {
      id
      number
    }
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
  }
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const RetryDeliveryDocument = new TypedDocumentString(`
    mutation RetryDelivery($input: RetryDeliveryInput!) {
  retryDelivery(input: $input) {
    ... on DeliveryRetried {
      __typename
      ...Accepted
      delivery {
        ...ShownDelivery
      }
    }
    ...Rejected
  }
}
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
  }
  warnings {
    rule
    path
    message
  }
}
fragment Rejected on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}
fragment ShownDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  announcement
  party {
    __typename
    id
    code
    name
    email
    phone
  }
  object {
    id
    code
    name
  }
  incident {
    id
    number
    severity
    soc {
      id
      code
      phone
    }
  }
  obligation {
    id
    rule
    incident {
      id
      number
    }
    notification {
      id
      number
    }
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
  }
}`) as unknown as TypedDocumentString<RetryDeliveryMutation, RetryDeliveryMutationVariables>;
export const OpenObligationsDocument = new TypedDocumentString(`
    query OpenObligations($first: Int!, $after: String) {
  obligations(
    filter: {standings: [RUNNING, OVERDUE]}
    orderBy: DUE_FIRST
    first: $first
    after: $after
  ) {
    feedCursor
    nodes {
      ...LiveObligation
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}
fragment LiveObligation on Obligation {
  ...LiveDuty
  incident {
    ...LiveIncident
  }
  notification {
    id
    number
    subject
  }
}`) as unknown as TypedDocumentString<OpenObligationsQuery, OpenObligationsQueryVariables>;
export const NewestIncidentsDocument = new TypedDocumentString(`
    query NewestIncidents($first: Int!) {
  incidents(first: $first) {
    feedCursor
    nodes {
      ...LiveIncident
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}`) as unknown as TypedDocumentString<NewestIncidentsQuery, NewestIncidentsQueryVariables>;
export const NewestNotificationsDocument = new TypedDocumentString(`
    query NewestNotifications($first: Int!) {
  notifications(first: $first) {
    feedCursor
    nodes {
      ...LiveNotification
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveNotification on Notification {
  id
  number
  subject
  marking
  text
  sentAt
  isWithdrawal
  withdrawal {
    id
  }
  follows {
    id
    number
  }
  recipients {
    ...LiveRecipient
  }
}
fragment LiveRecipient on NotificationRecipient {
  soc {
    ...LiveParty
  }
  availableAt
  acknowledgedAt
  obligation {
    ...LiveDuty
  }
}`) as unknown as TypedDocumentString<NewestNotificationsQuery, NewestNotificationsQueryVariables>;
export const LiveIncidentsDocument = new TypedDocumentString(`
    subscription LiveIncidents($after: FeedCursor, $mark: Boolean = false) {
  incidentFeed(after: $after, mark: $mark) {
    cursor
    kind
    at
    incident {
      ...LiveIncident
      obligations {
        ...LiveDuty
      }
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}`) as unknown as TypedDocumentString<LiveIncidentsSubscription, LiveIncidentsSubscriptionVariables>;
export const LiveNotificationsDocument = new TypedDocumentString(`
    subscription LiveNotifications($after: FeedCursor, $mark: Boolean = false) {
  notificationFeed(after: $after, mark: $mark) {
    cursor
    kind
    at
    notification {
      ...LiveNotification
    }
    recipient {
      ...LiveRecipient
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveNotification on Notification {
  id
  number
  subject
  marking
  text
  sentAt
  isWithdrawal
  withdrawal {
    id
  }
  follows {
    id
    number
  }
  recipients {
    ...LiveRecipient
  }
}
fragment LiveRecipient on NotificationRecipient {
  soc {
    ...LiveParty
  }
  availableAt
  acknowledgedAt
  obligation {
    ...LiveDuty
  }
}`) as unknown as TypedDocumentString<LiveNotificationsSubscription, LiveNotificationsSubscriptionVariables>;
export const LiveObligationsDocument = new TypedDocumentString(`
    subscription LiveObligations($after: FeedCursor, $mark: Boolean = false) {
  obligationFeed(after: $after, mark: $mark) {
    cursor
    kind
    at
    obligation {
      ...LiveObligation
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}
fragment LiveObligation on Obligation {
  ...LiveDuty
  incident {
    ...LiveIncident
  }
  notification {
    id
    number
    subject
  }
}`) as unknown as TypedDocumentString<LiveObligationsSubscription, LiveObligationsSubscriptionVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    roles
    party {
      __typename
      id
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const TermsDocument = new TypedDocumentString(`
    query Terms($filter: ObligationFilter, $orderBy: ObligationOrder, $first: Int, $after: String, $last: Int, $before: String) {
  obligations(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...LiveObligation
      latenessSeconds
      metBy
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}
fragment LiveObligation on Obligation {
  ...LiveDuty
  incident {
    ...LiveIncident
  }
  notification {
    id
    number
    subject
  }
}`) as unknown as TypedDocumentString<TermsQuery, TermsQueryVariables>;
export const WallSocsDocument = new TypedDocumentString(`
    query WallSocs($first: Int!, $after: String) {
  socs(first: $first, after: $after) {
    nodes {
      id
      code
      name
      endedAt
      phone
      lastHeardAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WallSocsQuery, WallSocsQueryVariables>;
export const OwnersNotReachedDocument = new TypedDocumentString(`
    query OwnersNotReached($first: Int!) {
  deliveries(ownerNotNotified: true, first: $first) {
    nodes {
      id
      state
      object {
        code
      }
      incident {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnersNotReachedQuery, OwnersNotReachedQueryVariables>;
export const WaiveObligationDocument = new TypedDocumentString(`
    mutation WaiveObligation($input: WaiveObligationInput!) {
  waiveObligation(input: $input) {
    ... on ObligationWaived {
      __typename
      ...Accepted
      obligation {
        ...LiveObligation
      }
    }
    ...Rejected
  }
}
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
  }
  warnings {
    rule
    path
    message
  }
}
fragment Rejected on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}
fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveDuty on Obligation {
  id
  kind
  rule
  startsAt
  dueAt
  dischargedAt
  waivedAt
  standing
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}
fragment LiveObligation on Obligation {
  ...LiveDuty
  incident {
    ...LiveIncident
  }
  notification {
    id
    number
    subject
  }
}`) as unknown as TypedDocumentString<WaiveObligationMutation, WaiveObligationMutationVariables>;
export const TakeIncidentDocument = new TypedDocumentString(`
    mutation TakeIncident($input: TakeIncidentInput!) {
  takeIncident(input: $input) {
    ... on IncidentTaken {
      __typename
      ...Accepted
      incident {
        ...LiveIncident
      }
    }
    ...Rejected
  }
}
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
  }
  warnings {
    rule
    path
    message
  }
}
fragment Rejected on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}
fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}`) as unknown as TypedDocumentString<TakeIncidentMutation, TakeIncidentMutationVariables>;
export const ReleaseIncidentDocument = new TypedDocumentString(`
    mutation ReleaseIncident($input: ReleaseIncidentInput!) {
  releaseIncident(input: $input) {
    ... on IncidentReleased {
      __typename
      ...Accepted
      incident {
        ...LiveIncident
      }
    }
    ...Rejected
  }
}
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
  }
  warnings {
    rule
    path
    message
  }
}
fragment Rejected on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}
fragment LiveParty on Party {
  id
  code
  name
}
fragment LiveIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  retractedAt
  openQuestions
  takenBy {
    by
    at
    isMine
  }
  soc {
    ...LiveParty
  }
  affectedObjects {
    code
    description
    object {
      id
      code
      name
    }
  }
  card {
    id
    revision
  }
}`) as unknown as TypedDocumentString<ReleaseIncidentMutation, ReleaseIncidentMutationVariables>;
