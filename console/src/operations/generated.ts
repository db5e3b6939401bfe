/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** Narrows the list of entries. All given conditions must hold. */
export type AuditFilter = {
  /** Of this act: `card.submit`, `token.issue` and so on. */
  readonly act?: string | null | undefined;
  /** By this actor. */
  readonly actor?: string | null | undefined;
  /** About this incident. By its id, or by its number, in capitals or not. */
  readonly incident?: string | null | undefined;
  /** By actors of this party. By its id, or by its code, in capitals or not. */
  readonly party?: string | null | undefined;
  /** Received in this period. */
  readonly period?: Period | null | undefined;
};

/** As whom the files in a reserve folder act. */
export type BindReserveFolderInput = {
  /** The actor, whose party's folder it is. Files act with the roles that it has when each of them is taken in; tokens have no part in it. */
  readonly actorId: string;
};

/** As what a party has an object (R9.2). */
export type Capacity =
  /** Its holder, beside the owner. Иеленуші · Владелец. */
  | "HOLDER"
  /** Its owner. Меншік иесі · Собственник. */
  | "OWNER";

/** The roles to give to an actor. */
export type ChangeActorRolesInput = {
  /** The actor. */
  readonly actorId: string;
  /** The full set of roles from now on; an empty list removes all access (F19). */
  readonly roles: ReadonlyArray<Role>;
};

/** Where a party is notified: an owner about incidents, a SOC and the national centre about duties. Omitted fields keep their values. */
export type ChangeContactInput = {
  /** Its e-mail address (F20); null removes it. */
  readonly email?: string | null | undefined;
  /** The language in which it is notified; null removes the choice, and Kazakh is used. */
  readonly language?: Language | null | undefined;
  /** The party. By its id, or by its code, in capitals or not. */
  readonly partyId: string;
  /** Its duty officer's telephone number, international (F27), such as `+7 7172 000000`; null removes it. */
  readonly phone?: string | null | undefined;
  /** The address of its webhook (F21); null removes it. Each change makes a new secret, which is shown once, in the answer. */
  readonly webhookUrl?: string | null | undefined;
};

/** Changes of a protected object; omitted fields keep their values. */
export type ChangeProtectedObjectInput = {
  /** From when on the kinds, the owner and the holder hold that are given; absent: from now on. It may be past, but not in the future (F11); what was registered for that time before ends. The same values with an earlier time correct it. Incidents that were confirmed since then are judged anew (L9). */
  readonly from?: string | null | undefined;
  /** Who holds it beside its owner, with the same rights; null: nobody any more. By its id, or by its code, in capitals or not. */
  readonly holderId?: string | null | undefined;
  /** None, one or both. A duty toward its owner that no confirmation opens by them never was (L23). */
  readonly kinds?: ReadonlyArray<ObjectKind> | null | undefined;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** The object. By its id, or by its code, in capitals or not. */
  readonly objectId: string;
  /** Its owner, to whom R9.2 is owed and who sees the incidents on it that are confirmed from `from` on, and what is said of it from now on. By its id, or by its code, in capitals or not. */
  readonly ownerId?: string | null | undefined;
  /** Why; kept in the journal. Required with `from` (F1). */
  readonly reason?: string | null | undefined;
  /** The sectors that it serves. */
  readonly sectors?: ReadonlyArray<Sector> | null | undefined;
};

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

/** The way by which something was sent to the gateway. */
export type Door =
  /** A file in the reserve folder (R13.2). */
  | "FOLDER"
  /** A GraphQL operation. */
  | "GRAPHQL"
  /** A document in JSON. */
  | "JSON"
  /** A document in XML. */
  | "XML";

/** The end of a period of coverage. */
export type EndCoverageInput = {
  /** The period. */
  readonly coverageId: string;
  /** When it ends, exclusive (F18). */
  readonly endsAt: string;
};

/** The end of a protected object. It is covered by nobody from then on. */
export type EndProtectedObjectInput = {
  /** When it ends, exclusive (F18). Its coverage ends with it. */
  readonly endsAt: string;
  /** The object. By its id, or by its code, in capitals or not. */
  readonly objectId: string;
  /** Why; kept in the journal. */
  readonly reason: string;
  /** The object that replaces it, if any (F17). By its id, or by its code, in capitals or not. */
  readonly replacedById?: string | null | undefined;
};

/** The end of a SOC. It covers nothing from then on, and is notified of nothing new. */
export type EndSocInput = {
  /** When it ends, exclusive (F18). Its coverage ends with it. */
  readonly endsAt: string;
  /** Why; kept in the journal. */
  readonly reason: string;
  /** The SOC that replaces it, if any (F17). By its id, or by its code, in capitals or not. */
  readonly replacedById?: string | null | undefined;
  /** The SOC. By its id, or by its code, in capitals or not. */
  readonly socId: string;
};

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

/** A token to issue. */
export type IssueTokenInput = {
  /** The actor whose token it is. */
  readonly actorId: string;
  /** When it expires. */
  readonly expiresAt: string;
};

/** A language in which a party is notified. */
export type Language =
  /** English. */
  | "EN"
  /** Kazakh. */
  | "KK"
  /** Russian. */
  | "RU";

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

/** The kinds of object whose owner must be notified (R9.2); an object has none, one or both. */
export type ObjectKind =
  /** Critical ICT infrastructure object (R2.1). АКИАМО · КВОИКИ. */
  | "CRITICAL_INFRASTRUCTURE"
  /** E-government informatization object (R2.2). ЭҮ АО · ОИ ЭП. */
  | "E_GOVERNMENT";

/** What is announced about a duty: DUE_SOON and OVERDUE once for each deadline, NOT_OVERDUE if an OVERDUE was wrong. */
export type ObligationFactKind =
  /** The deadline is near; the operator sets how near, for each rule. */
  | "DUE_SOON"
  /** It was announced as overdue but was not: what met or waived it was received, or happened, in time and was recorded only later. */
  | "NOT_OVERDUE"
  /** The deadline has passed. The announcement may come later (after an outage); `dueAt` says when the deadline was. */
  | "OVERDUE";

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

/** An actor to register. */
export type RegisterActorInput = {
  /** Its name. */
  readonly name: string;
  /** The party whose account it is. By its id, or by its code, in capitals or not. */
  readonly partyId: string;
  /** Its roles (F19). */
  readonly roles: ReadonlyArray<Role>;
};

/** An owner to register. */
export type RegisterOwnerInput = {
  /** Its code, kept in capitals (F16). */
  readonly code: string;
  /** The address that is notified about incidents (F20). */
  readonly email?: string | null | undefined;
  /** Its name. */
  readonly name: string;
};

/** A protected object to register. */
export type RegisterProtectedObjectInput = {
  /** Its code, kept in capitals (F16). */
  readonly code: string;
  /** Since when it is of these kinds, and this owner's and this holder's, not in the future (F11); absent: always. */
  readonly from?: string | null | undefined;
  /** Who holds it beside its owner, if anybody does: notified too and shown the same; telling either meets R9.2. By its id, or by its code, in capitals or not. */
  readonly holderId?: string | null | undefined;
  /** None, one or both (R2.1, R2.2). */
  readonly kinds: ReadonlyArray<ObjectKind>;
  /** Its name. */
  readonly name: string;
  /** Its owner; its holder where no owner is known. By its id, or by its code, in capitals or not. */
  readonly ownerId: string;
  /** The sectors that it serves. */
  readonly sectors: ReadonlyArray<Sector>;
};

/** A SOC to register. */
export type RegisterSocInput = {
  /** Its code, kept in capitals (F16). */
  readonly code: string;
  /** Its name. */
  readonly name: string;
};

/** A token to revoke. */
export type RevokeTokenInput = {
  /** The token's id. */
  readonly tokenId: string;
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

/** The sectors that R2.1 lists; the list of the law is open. */
export type Sector =
  /** Banking. */
  | "BANKING"
  /** Communications. */
  | "COMMUNICATIONS"
  /** Electricity supply. */
  | "ELECTRICITY_SUPPLY"
  /** "E-government" infrastructure. */
  | "E_GOVERNMENT_INFRASTRUCTURE"
  /** Gas supply. */
  | "GAS_SUPPLY"
  /** Health care. */
  | "HEALTH_CARE"
  /** Heat supply. */
  | "HEAT_SUPPLY"
  /** Hydraulic structures. */
  | "HYDRAULIC_STRUCTURES"
  /** Industry. */
  | "INDUSTRY"
  /** Law enforcement. */
  | "LAW_ENFORCEMENT"
  /** Another sector. */
  | "OTHER"
  /** Transport. */
  | "TRANSPORT"
  /** Water supply. */
  | "WATER_SUPPLY";

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

/** A period in which a SOC covers an object. */
export type StartCoverageInput = {
  /** When it ends, exclusive; absent if it is open-ended (F18). */
  readonly endsAt?: string | null | undefined;
  /** The object. By its id, or by its code, in capitals or not. */
  readonly objectId: string;
  /** The SOC. By its id, or by its code, in capitals or not. */
  readonly socId: string;
  /** When it begins, inclusive. */
  readonly startsAt: string;
};

/** A reserve folder that is to be bound to nobody. */
export type UnbindReserveFolderInput = {
  /** The party whose folder it is. By its id, or by its code, in capitals or not. */
  readonly partyId: string;
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

type ListedParty_NationalCentre_Fragment = {
  readonly __typename: "NationalCentre";
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
  readonly reserveActor: { readonly id: string; readonly name: string } | null;
};

type ListedParty_Owner_Fragment = {
  readonly __typename: "Owner";
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
  readonly reserveActor: { readonly id: string; readonly name: string } | null;
};

type ListedParty_Soc_Fragment = {
  readonly __typename: "Soc";
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
  readonly reserveActor: { readonly id: string; readonly name: string } | null;
};

export type ListedPartyFragment =
  ListedParty_NationalCentre_Fragment | ListedParty_Owner_Fragment | ListedParty_Soc_Fragment;

export type ListedSocFragment = {
  readonly endedAt: string | null;
  readonly lastHeardAt: string | null;
  readonly replacedBy: { readonly code: string } | null;
} & ListedParty_Soc_Fragment;

export type ListedObjectFragment = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kinds: ReadonlyArray<ObjectKind>;
  readonly sectors: ReadonlyArray<Sector>;
  readonly endedAt: string | null;
  readonly replacedBy: { readonly code: string } | null;
  readonly owner: OfObjectFragment | null;
  readonly holder: OfObjectFragment | null;
  readonly coverage: ReadonlyArray<ListedCoverageFragment>;
};

export type OfObjectFragment = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

export type ListedCoverageFragment = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly soc: { readonly code: string; readonly name: string } | null;
};

export type ListedTokenFragment = {
  readonly id: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

export type ListedActorFragment = {
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlyArray<Role>;
  readonly party:
    | { readonly __typename: "NationalCentre"; readonly id: string; readonly code: string; readonly name: string }
    | { readonly __typename: "Owner"; readonly id: string; readonly code: string; readonly name: string }
    | { readonly __typename: "Soc"; readonly id: string; readonly code: string; readonly name: string };
  readonly tokens: ReadonlyArray<ListedTokenFragment>;
};

export type CentreQueryVariables = Exact<{ [key: string]: never }>;

export type CentreQuery = {
  readonly me: {
    readonly party: ListedParty_NationalCentre_Fragment | ListedParty_Owner_Fragment | ListedParty_Soc_Fragment;
  };
};

export type RegisteredSocsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type RegisteredSocsQuery = {
  readonly socs: {
    readonly nodes: ReadonlyArray<ListedSocFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RegisteredOwnersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type RegisteredOwnersQuery = {
  readonly owners: {
    readonly nodes: ReadonlyArray<ListedParty_Owner_Fragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RegisteredObjectsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type RegisteredObjectsQuery = {
  readonly protectedObjects: {
    readonly nodes: ReadonlyArray<ListedObjectFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ObjectHistoryQueryVariables = Exact<{
  id: string;
}>;

export type ObjectHistoryQuery = {
  readonly node:
    | {
        readonly id: string;
        readonly kindPeriods: ReadonlyArray<{
          readonly from: string | null;
          readonly until: string | null;
          readonly kinds: ReadonlyArray<ObjectKind>;
        }>;
        readonly ownerships: ReadonlyArray<{
          readonly from: string | null;
          readonly until: string | null;
          readonly capacity: Capacity;
          readonly owner: { readonly code: string; readonly name: string } | null;
        }>;
      }
    | Record<PropertyKey, never>
    | null;
};

export type RegisteredActorsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type RegisteredActorsQuery = {
  readonly actors: {
    readonly nodes: ReadonlyArray<ListedActorFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type JournalQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;

export type JournalQuery = {
  readonly auditEntries: {
    readonly nodes: ReadonlyArray<{
      readonly position: number;
      readonly at: string;
      readonly act: string;
      readonly door: Door | null;
      readonly address: string | null;
      readonly requestId: string;
      readonly hash: string;
      readonly contentHash: string | null;
      readonly actor: { readonly id: string; readonly name: string } | null;
      readonly party: { readonly code: string } | { readonly code: string } | { readonly code: string } | null;
      readonly incident: { readonly number: string } | null;
      readonly refused: ReadonlyArray<{ readonly rule: string; readonly path: ReadonlyArray<string> }> | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RegisterSocMutationVariables = Exact<{
  input: RegisterSocInput;
}>;

export type RegisterSocMutation = {
  readonly registerSoc: { readonly __typename: "SocRegistered"; readonly soc: ListedSocFragment } | RejectedFragment;
};

export type RegisterOwnerMutationVariables = Exact<{
  input: RegisterOwnerInput;
}>;

export type RegisterOwnerMutation = {
  readonly registerOwner:
    { readonly __typename: "OwnerRegistered"; readonly owner: ListedParty_Owner_Fragment } | RejectedFragment;
};

export type EndSocMutationVariables = Exact<{
  input: EndSocInput;
}>;

export type EndSocMutation = {
  readonly endSoc:
    | {
        readonly __typename: "SocEnded";
        readonly soc: ListedSocFragment;
        readonly warnings: ReadonlyArray<{
          readonly rule: string;
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      }
    | RejectedFragment;
};

export type ChangeContactMutationVariables = Exact<{
  input: ChangeContactInput;
}>;

export type ChangeContactMutation = {
  readonly changeContact:
    | {
        readonly __typename: "ContactChanged";
        readonly webhookSecret: string | null;
        readonly party: ListedParty_NationalCentre_Fragment | ListedParty_Owner_Fragment | ListedParty_Soc_Fragment;
      }
    | RejectedFragment;
};

export type RegisterObjectMutationVariables = Exact<{
  input: RegisterProtectedObjectInput;
}>;

export type RegisterObjectMutation = {
  readonly registerProtectedObject:
    { readonly __typename: "ProtectedObjectRegistered"; readonly object: ListedObjectFragment } | RejectedFragment;
};

export type ChangeObjectMutationVariables = Exact<{
  input: ChangeProtectedObjectInput;
}>;

export type ChangeObjectMutation = {
  readonly changeProtectedObject:
    | {
        readonly __typename: "ProtectedObjectChanged";
        readonly obligationCount: number;
        readonly object: ListedObjectFragment;
        readonly warnings: ReadonlyArray<{
          readonly rule: string;
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      }
    | RejectedFragment;
};

export type EndObjectMutationVariables = Exact<{
  input: EndProtectedObjectInput;
}>;

export type EndObjectMutation = {
  readonly endProtectedObject:
    | {
        readonly __typename: "ProtectedObjectEnded";
        readonly object: ListedObjectFragment;
        readonly warnings: ReadonlyArray<{
          readonly rule: string;
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      }
    | RejectedFragment;
};

export type StartCoverageMutationVariables = Exact<{
  input: StartCoverageInput;
}>;

export type StartCoverageMutation = {
  readonly startCoverage:
    | {
        readonly __typename: "CoverageStarted";
        readonly liveNotificationCount: number;
        readonly coverage: ListedCoverageFragment;
      }
    | RejectedFragment;
};

export type EndCoverageMutationVariables = Exact<{
  input: EndCoverageInput;
}>;

export type EndCoverageMutation = {
  readonly endCoverage:
    { readonly __typename: "CoverageEnded"; readonly coverage: ListedCoverageFragment } | RejectedFragment;
};

export type RegisterActorMutationVariables = Exact<{
  input: RegisterActorInput;
}>;

export type RegisterActorMutation = {
  readonly registerActor:
    { readonly __typename: "ActorRegistered"; readonly actor: ListedActorFragment } | RejectedFragment;
};

export type ChangeActorRolesMutationVariables = Exact<{
  input: ChangeActorRolesInput;
}>;

export type ChangeActorRolesMutation = {
  readonly changeActorRoles:
    { readonly __typename: "ActorRolesChanged"; readonly actor: ListedActorFragment } | RejectedFragment;
};

export type IssueTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;

export type IssueTokenMutation = {
  readonly issueToken:
    | RejectedFragment
    | { readonly __typename: "TokenIssued"; readonly secret: string; readonly token: ListedTokenFragment };
};

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;

export type RevokeTokenMutation = {
  readonly revokeToken: RejectedFragment | { readonly __typename: "TokenRevoked"; readonly token: ListedTokenFragment };
};

export type BindReserveFolderMutationVariables = Exact<{
  input: BindReserveFolderInput;
}>;

export type BindReserveFolderMutation = {
  readonly bindReserveFolder:
    { readonly __typename: "ReserveFolderBound"; readonly actor: { readonly id: string } } | RejectedFragment;
};

export type UnbindReserveFolderMutationVariables = Exact<{
  input: UnbindReserveFolderInput;
}>;

export type UnbindReserveFolderMutation = {
  readonly unbindReserveFolder: { readonly __typename: "ReserveFolderUnbound" } | RejectedFragment;
};

export type ServerClockQueryVariables = Exact<{ [key: string]: never }>;

export type ServerClockQuery = { readonly serverTime: string };

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
export const ListedPartyFragmentDoc = new TypedDocumentString(
  `
    fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}
    `,
  { fragmentName: "ListedParty" },
) as unknown as TypedDocumentString<ListedPartyFragment, unknown>;
export const ListedSocFragmentDoc = new TypedDocumentString(
  `
    fragment ListedSoc on Soc {
  ...ListedParty
  endedAt
  lastHeardAt
  replacedBy {
    code
  }
}
    fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}`,
  { fragmentName: "ListedSoc" },
) as unknown as TypedDocumentString<ListedSocFragment, unknown>;
export const OfObjectFragmentDoc = new TypedDocumentString(
  `
    fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
    `,
  { fragmentName: "OfObject" },
) as unknown as TypedDocumentString<OfObjectFragment, unknown>;
export const ListedCoverageFragmentDoc = new TypedDocumentString(
  `
    fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}
    `,
  { fragmentName: "ListedCoverage" },
) as unknown as TypedDocumentString<ListedCoverageFragment, unknown>;
export const ListedObjectFragmentDoc = new TypedDocumentString(
  `
    fragment ListedObject on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  endedAt
  replacedBy {
    code
  }
  owner {
    ...OfObject
  }
  holder {
    ...OfObject
  }
  coverage {
    ...ListedCoverage
  }
}
    fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`,
  { fragmentName: "ListedObject" },
) as unknown as TypedDocumentString<ListedObjectFragment, unknown>;
export const ListedTokenFragmentDoc = new TypedDocumentString(
  `
    fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}
    `,
  { fragmentName: "ListedToken" },
) as unknown as TypedDocumentString<ListedTokenFragment, unknown>;
export const ListedActorFragmentDoc = new TypedDocumentString(
  `
    fragment ListedActor on Actor {
  id
  name
  roles
  party {
    __typename
    id
    code
    name
  }
  tokens {
    ...ListedToken
  }
}
    fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}`,
  { fragmentName: "ListedActor" },
) as unknown as TypedDocumentString<ListedActorFragment, unknown>;
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
export const CentreDocument = new TypedDocumentString(`
    query Centre {
  me {
    party {
      ...ListedParty
    }
  }
}
    fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}`) as unknown as TypedDocumentString<CentreQuery, CentreQueryVariables>;
export const RegisteredSocsDocument = new TypedDocumentString(`
    query RegisteredSocs($first: Int!, $after: String) {
  socs(first: $first, after: $after) {
    nodes {
      ...ListedSoc
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}
fragment ListedSoc on Soc {
  ...ListedParty
  endedAt
  lastHeardAt
  replacedBy {
    code
  }
}`) as unknown as TypedDocumentString<RegisteredSocsQuery, RegisteredSocsQueryVariables>;
export const RegisteredOwnersDocument = new TypedDocumentString(`
    query RegisteredOwners($first: Int!, $after: String) {
  owners(first: $first, after: $after) {
    nodes {
      ...ListedParty
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}`) as unknown as TypedDocumentString<RegisteredOwnersQuery, RegisteredOwnersQueryVariables>;
export const RegisteredObjectsDocument = new TypedDocumentString(`
    query RegisteredObjects($first: Int!, $after: String) {
  protectedObjects(first: $first, after: $after) {
    nodes {
      ...ListedObject
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedObject on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  endedAt
  replacedBy {
    code
  }
  owner {
    ...OfObject
  }
  holder {
    ...OfObject
  }
  coverage {
    ...ListedCoverage
  }
}
fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<RegisteredObjectsQuery, RegisteredObjectsQueryVariables>;
export const ObjectHistoryDocument = new TypedDocumentString(`
    query ObjectHistory($id: ID!) {
  node(id: $id) {
    ... on ProtectedObject {
      id
      kindPeriods {
        from
        until
        kinds
      }
      ownerships {
        from
        until
        capacity
        owner {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ObjectHistoryQuery, ObjectHistoryQueryVariables>;
export const RegisteredActorsDocument = new TypedDocumentString(`
    query RegisteredActors($first: Int!, $after: String) {
  actors(first: $first, after: $after) {
    nodes {
      ...ListedActor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}
fragment ListedActor on Actor {
  id
  name
  roles
  party {
    __typename
    id
    code
    name
  }
  tokens {
    ...ListedToken
  }
}`) as unknown as TypedDocumentString<RegisteredActorsQuery, RegisteredActorsQueryVariables>;
export const JournalDocument = new TypedDocumentString(`
    query Journal($first: Int!, $after: String, $filter: AuditFilter) {
  auditEntries(first: $first, after: $after, filter: $filter) {
    nodes {
      position
      at
      act
      door
      address
      requestId
      hash
      contentHash
      actor {
        id
        name
      }
      party {
        code
      }
      incident {
        number
      }
      refused {
        rule
        path
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<JournalQuery, JournalQueryVariables>;
export const RegisterSocDocument = new TypedDocumentString(`
    mutation RegisterSoc($input: RegisterSocInput!) {
  registerSoc(input: $input) {
    ... on SocRegistered {
      __typename
      soc {
        ...ListedSoc
      }
    }
    ...Rejected
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
fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}
fragment ListedSoc on Soc {
  ...ListedParty
  endedAt
  lastHeardAt
  replacedBy {
    code
  }
}`) as unknown as TypedDocumentString<RegisterSocMutation, RegisterSocMutationVariables>;
export const RegisterOwnerDocument = new TypedDocumentString(`
    mutation RegisterOwner($input: RegisterOwnerInput!) {
  registerOwner(input: $input) {
    ... on OwnerRegistered {
      __typename
      owner {
        ...ListedParty
      }
    }
    ...Rejected
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
fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}`) as unknown as TypedDocumentString<RegisterOwnerMutation, RegisterOwnerMutationVariables>;
export const EndSocDocument = new TypedDocumentString(`
    mutation EndSoc($input: EndSocInput!) {
  endSoc(input: $input) {
    ... on SocEnded {
      __typename
      soc {
        ...ListedSoc
      }
      warnings {
        rule
        path
        message
      }
    }
    ...Rejected
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
fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}
fragment ListedSoc on Soc {
  ...ListedParty
  endedAt
  lastHeardAt
  replacedBy {
    code
  }
}`) as unknown as TypedDocumentString<EndSocMutation, EndSocMutationVariables>;
export const ChangeContactDocument = new TypedDocumentString(`
    mutation ChangeContact($input: ChangeContactInput!) {
  changeContact(input: $input) {
    ... on ContactChanged {
      __typename
      party {
        ...ListedParty
      }
      webhookSecret
    }
    ...Rejected
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
fragment ListedParty on Party {
  __typename
  id
  code
  name
  email
  phone
  language
  webhookUrl
  webhookGoneAt
  reserveActor {
    id
    name
  }
}`) as unknown as TypedDocumentString<ChangeContactMutation, ChangeContactMutationVariables>;
export const RegisterObjectDocument = new TypedDocumentString(`
    mutation RegisterObject($input: RegisterProtectedObjectInput!) {
  registerProtectedObject(input: $input) {
    ... on ProtectedObjectRegistered {
      __typename
      object {
        ...ListedObject
      }
    }
    ...Rejected
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
fragment ListedObject on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  endedAt
  replacedBy {
    code
  }
  owner {
    ...OfObject
  }
  holder {
    ...OfObject
  }
  coverage {
    ...ListedCoverage
  }
}
fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<RegisterObjectMutation, RegisterObjectMutationVariables>;
export const ChangeObjectDocument = new TypedDocumentString(`
    mutation ChangeObject($input: ChangeProtectedObjectInput!) {
  changeProtectedObject(input: $input) {
    ... on ProtectedObjectChanged {
      __typename
      object {
        ...ListedObject
      }
      obligationCount
      warnings {
        rule
        path
        message
      }
    }
    ...Rejected
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
fragment ListedObject on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  endedAt
  replacedBy {
    code
  }
  owner {
    ...OfObject
  }
  holder {
    ...OfObject
  }
  coverage {
    ...ListedCoverage
  }
}
fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<ChangeObjectMutation, ChangeObjectMutationVariables>;
export const EndObjectDocument = new TypedDocumentString(`
    mutation EndObject($input: EndProtectedObjectInput!) {
  endProtectedObject(input: $input) {
    ... on ProtectedObjectEnded {
      __typename
      object {
        ...ListedObject
      }
      warnings {
        rule
        path
        message
      }
    }
    ...Rejected
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
fragment ListedObject on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  endedAt
  replacedBy {
    code
  }
  owner {
    ...OfObject
  }
  holder {
    ...OfObject
  }
  coverage {
    ...ListedCoverage
  }
}
fragment OfObject on Owner {
  id
  code
  name
  email
  phone
}
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<EndObjectMutation, EndObjectMutationVariables>;
export const StartCoverageDocument = new TypedDocumentString(`
    mutation StartCoverage($input: StartCoverageInput!) {
  startCoverage(input: $input) {
    ... on CoverageStarted {
      __typename
      coverage {
        ...ListedCoverage
      }
      liveNotificationCount
    }
    ...Rejected
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
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<StartCoverageMutation, StartCoverageMutationVariables>;
export const EndCoverageDocument = new TypedDocumentString(`
    mutation EndCoverage($input: EndCoverageInput!) {
  endCoverage(input: $input) {
    ... on CoverageEnded {
      __typename
      coverage {
        ...ListedCoverage
      }
    }
    ...Rejected
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
fragment ListedCoverage on Coverage {
  id
  startsAt
  endsAt
  soc {
    code
    name
  }
}`) as unknown as TypedDocumentString<EndCoverageMutation, EndCoverageMutationVariables>;
export const RegisterActorDocument = new TypedDocumentString(`
    mutation RegisterActor($input: RegisterActorInput!) {
  registerActor(input: $input) {
    ... on ActorRegistered {
      __typename
      actor {
        ...ListedActor
      }
    }
    ...Rejected
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
fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}
fragment ListedActor on Actor {
  id
  name
  roles
  party {
    __typename
    id
    code
    name
  }
  tokens {
    ...ListedToken
  }
}`) as unknown as TypedDocumentString<RegisterActorMutation, RegisterActorMutationVariables>;
export const ChangeActorRolesDocument = new TypedDocumentString(`
    mutation ChangeActorRoles($input: ChangeActorRolesInput!) {
  changeActorRoles(input: $input) {
    ... on ActorRolesChanged {
      __typename
      actor {
        ...ListedActor
      }
    }
    ...Rejected
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
fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}
fragment ListedActor on Actor {
  id
  name
  roles
  party {
    __typename
    id
    code
    name
  }
  tokens {
    ...ListedToken
  }
}`) as unknown as TypedDocumentString<ChangeActorRolesMutation, ChangeActorRolesMutationVariables>;
export const IssueTokenDocument = new TypedDocumentString(`
    mutation IssueToken($input: IssueTokenInput!) {
  issueToken(input: $input) {
    ... on TokenIssued {
      __typename
      secret
      token {
        ...ListedToken
      }
    }
    ...Rejected
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
fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}`) as unknown as TypedDocumentString<IssueTokenMutation, IssueTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    ... on TokenRevoked {
      __typename
      token {
        ...ListedToken
      }
    }
    ...Rejected
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
fragment ListedToken on Token {
  id
  issuedAt
  expiresAt
  revokedAt
}`) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const BindReserveFolderDocument = new TypedDocumentString(`
    mutation BindReserveFolder($input: BindReserveFolderInput!) {
  bindReserveFolder(input: $input) {
    ... on ReserveFolderBound {
      __typename
      actor {
        id
      }
    }
    ...Rejected
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
}`) as unknown as TypedDocumentString<BindReserveFolderMutation, BindReserveFolderMutationVariables>;
export const UnbindReserveFolderDocument = new TypedDocumentString(`
    mutation UnbindReserveFolder($input: UnbindReserveFolderInput!) {
  unbindReserveFolder(input: $input) {
    ... on ReserveFolderUnbound {
      __typename
    }
    ...Rejected
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
}`) as unknown as TypedDocumentString<UnbindReserveFolderMutation, UnbindReserveFolderMutationVariables>;
export const ServerClockDocument = new TypedDocumentString(`
    query ServerClock {
  serverTime
}
    `) as unknown as TypedDocumentString<ServerClockQuery, ServerClockQueryVariables>;
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
export const WallSocsDocument = new TypedDocumentString(`
    query WallSocs($first: Int!, $after: String) {
  socs(first: $first, after: $after) {
    nodes {
      id
      code
      name
      endedAt
      phone
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
