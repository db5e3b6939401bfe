/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** Acknowledges receipt: by a SOC, of a notification; by an owner, of an incident, by its id or its number. Give exactly one of the three. */
export type AcknowledgeNotificationInput = {
  /** The incident affecting your object that you acknowledge (R9.2, L8). By its id, or by its number, in capitals or not. */
  readonly incidentId?: string | null | undefined;
  /** The same by its number, in capitals or not. */
  readonly incidentNumber?: string | null | undefined;
  /** The notification that your SOC acknowledges. By its id, or by its number, in capitals or not. */
  readonly notificationId?: string | null | undefined;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

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

/** What is asked of the last revision of an incident's card. All that is given must hold. */
export type CardMatch = {
  /** The consequences. */
  readonly consequences?: ConsequenceSet | null | undefined;
  /** The contours. */
  readonly contours?: ContourSet | null | undefined;
  /** Whether it repeats an earlier incident. */
  readonly recurrence?: Recurrence | null | undefined;
  /** The scale. */
  readonly scale?: IncidentScale | null | undefined;
  /** The sign. */
  readonly sign?: IncidentSign | null | undefined;
};

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

/** What is asked of a code; codes count in capitals or not. All that is given must hold. A code that nothing has which you may see is refused, with the one that was probably meant. */
export type CodeComparison = {
  /** It is this code. */
  readonly eq?: string | null | undefined;
  /** It is one of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** It is none of these. */
  readonly notIn?: ReadonlyArray<string> | null | undefined;
  /** It begins so. */
  readonly startsWith?: string | null | undefined;
};

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

/** What is asked of consequences. All that is given must hold. */
export type ConsequenceSet = {
  /** Each of these is among them. */
  readonly all?: ReadonlyArray<Consequence> | null | undefined;
  /** At least one of these is among them. */
  readonly any?: ReadonlyArray<Consequence> | null | undefined;
  /** None of these is among them. */
  readonly none?: ReadonlyArray<Consequence> | null | undefined;
};

/** What is asked of contours. All that is given must hold. */
export type ContourSet = {
  /** Each of these is among them. */
  readonly all?: ReadonlyArray<NetworkContour> | null | undefined;
  /** At least one of these is among them. */
  readonly any?: ReadonlyArray<NetworkContour> | null | undefined;
  /** None of these is among them. */
  readonly none?: ReadonlyArray<NetworkContour> | null | undefined;
};

/** L4: the confirmation time from which the incident's terms are to run. */
export type CorrectConfirmationInput = {
  /** When it was confirmed; neither in the future nor before it occurred (L3). */
  readonly confirmedAt: string;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** The reason (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** L18: the decision about a retraction. */
export type DecideRetractionInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** True: the incident is retracted and its open duties are waived. False: the incident remains. */
  readonly isGranted: boolean;
  /** The reason (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

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

/** What is asked of one of the duties about an incident that you may see: at least one has all of this. Its standing is that at the instant of the answer. */
export type DutyMatch = {
  /** Whose deadline lies in this period. */
  readonly due?: Period | null | undefined;
  /** True: no duty has all of this. False says the same as leaving it out. */
  readonly none?: boolean | null | undefined;
  /** Under one of these rules. */
  readonly rule?: ReadonlyArray<TermRule> | null | undefined;
  /** With one of these standings. */
  readonly standings?: ReadonlyArray<Standing> | null | undefined;
};

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

/** Narrows a list of incidents. All given conditions must hold; an empty list in `socs`, `objects`, `severities`, `types` or `openQuestions` matches nothing. Anywhere else null, an empty list and an empty object are refused with BAD_USER_INPUT, and so is a code that nothing has which you may see. At most 4 conditions inside each other by `and`, `or` and `not`, 30 in all, 200 values in a list. */
export type IncidentFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<IncidentFilter> | null | undefined;
  /** The last revision of whose card says all of this. */
  readonly card?: CardMatch | null | undefined;
  /** Whose confirmation time (the one from which terms run) lies in this period. */
  readonly confirmed?: Period | null | undefined;
  /** About which there is a duty with all of this, or none. */
  readonly duty?: DutyMatch | null | undefined;
  /** Whether it has a card that you may see. */
  readonly hasCard?: boolean | null | undefined;
  /** Whose last card shows an indicator like this. */
  readonly indicator?: IndicatorMatch | null | undefined;
  /** Whether its last card shows a CVE that CISA's catalogue names as known to be exploited, of what you may see. What was retracted shows none. */
  readonly knownExploited?: boolean | null | undefined;
  /** This does not hold. */
  readonly not?: IncidentFilter | null | undefined;
  /** To which a notification with this led. */
  readonly notification?: NotificationMatch | null | undefined;
  /** That affected an object with all of this. */
  readonly object?: ObjectMatch | null | undefined;
  /** On one of these protected objects. Each by its id, or by its code, in capitals or not. */
  readonly objects?: ReadonlyArray<string> | null | undefined;
  /** With an obligation of this kind and standing. */
  readonly obligation?: ObligationCondition | null | undefined;
  /** Which occurred in this period, according to the latest card; without a card none does. */
  readonly occurred?: Period | null | undefined;
  /** With one of these open questions. */
  readonly openQuestions?: ReadonlyArray<OpenQuestion> | null | undefined;
  /** One of these holds, beside all that stands next to it. Where they ask about objects, cards, duties, notifications or indicators, at most 4. */
  readonly or?: ReadonlyArray<IncidentFilter> | null | undefined;
  /** Whose first report or card the gateway received in this period. */
  readonly received?: Period | null | undefined;
  /** Whether it was retracted as reported in error (L18). */
  readonly retracted?: boolean | null | undefined;
  /** At one of these levels now. */
  readonly severities?: ReadonlyArray<Severity> | null | undefined;
  /** Whose level is now so. */
  readonly severity?: SeverityComparison | null | undefined;
  /** Of a SOC with this. */
  readonly soc?: SocMatch | null | undefined;
  /** Of one of these SOCs. Each by its id, or by its code, in capitals or not. */
  readonly socs?: ReadonlyArray<string> | null | undefined;
  /** Whose type is so. */
  readonly type?: IncidentTypeComparison | null | undefined;
  /** Of one of these types. */
  readonly types?: ReadonlyArray<IncidentType> | null | undefined;
};

/** By when the first report or card was received. */
export type IncidentOrder =
  /** Latest first. */
  | "NEWEST_FIRST"
  /** Earliest first. */
  | "OLDEST_FIRST";

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

/** What is asked of a type of incident. Two that are given must both hold. */
export type IncidentTypeComparison = {
  /** It is this type. */
  readonly eq?: IncidentType | null | undefined;
  /** It is one of these. */
  readonly in?: ReadonlyArray<IncidentType> | null | undefined;
  /** It is none of these. */
  readonly notIn?: ReadonlyArray<IncidentType> | null | undefined;
};

/** An indicator of compromise as submitted; defanged forms are understood (F8). */
export type IndicatorInput = {
  /** What the value is. */
  readonly type: IndicatorType;
  /** The value, at most 4,000 characters. */
  readonly value: string;
};

/** What is asked of the indicators of an incident's last card, of what you may see. Each that is given must hold, of one value or another. What was retracted shows none. */
export type IndicatorMatch = {
  /** It shows this value, in any spelling. */
  readonly is?: IndicatorInput | null | undefined;
  /** It shows one of these values. */
  readonly list?: ReadonlyArray<IndicatorInput> | null | undefined;
  /** It shows this host, or one, a URL or a mailbox under it. */
  readonly under?: string | null | undefined;
  /** It shows this address, or one in this network. */
  readonly within?: string | null | undefined;
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

/** A token to issue. */
export type IssueTokenInput = {
  /** The actor whose token it is. */
  readonly actorId: string;
  /** When it expires. */
  readonly expiresAt: string;
  /** What it is for, so that it is known among the account's others (F1 to F3): a program, a place of work. */
  readonly name?: string | null | undefined;
};

/** What is asked of kinds. All that is given must hold. */
export type KindSet = {
  /** Each of these is among them. */
  readonly all?: ReadonlyArray<ObjectKind> | null | undefined;
  /** At least one of these is among them. */
  readonly any?: ReadonlyArray<ObjectKind> | null | undefined;
  /** None of these is among them. */
  readonly none?: ReadonlyArray<ObjectKind> | null | undefined;
};

/** A language in which a party is notified. */
export type Language =
  /** English. */
  | "EN"
  /** Kazakh. */
  | "KK"
  /** Russian. */
  | "RU";

/** L9: an object that an incident describes and that is a registered one. */
export type LinkAffectedObjectInput = {
  /** The description as a report or card of the incident has it, whatever its capitals and spaces. */
  readonly description: string;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** The registered object. By its id, or by its code, in capitals or not. */
  readonly objectId: string;
  /** By what it is known to be that object (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** Dossiers that are of one incident. */
export type LinkSameIncidentsInput = {
  /** At least two incidents; those that were linked to one of them before come along. Each by its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentIds: ReadonlyArray<string>;
  /** By what they are known to be one (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

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

/** Contour (annex 3): a statutory term of Kazakhstan, not a network perimeter. Шеңбер · Контур. */
export type NetworkContour =
  /** Local network of the external contour. Сыртқы шеңбердің жергілікті желісі · Локальная сеть внешнего контура. */
  | "EXTERNAL"
  /** Local network of the internal contour. Ішкі шеңбердің жергілікті желісі · Локальная сеть внутреннего контура. */
  | "INTERNAL";

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

/** What is asked of a notification that led to an incident, of those that you may see. */
export type NotificationMatch = {
  /** Its number, in capitals or not. */
  readonly number?: string | null | undefined;
  /** What it is about. */
  readonly subject?: NotificationSubject | null | undefined;
};

/** A notification whose recipients are to be previewed. */
export type NotificationPreviewInput = {
  /** About this incident that the national centre itself detected. By its id, or by its number, in capitals or not. */
  readonly detectedIncidentId?: string | null | undefined;
  /** About this security event. By its id, or by its number, in capitals or not. */
  readonly eventId?: string | null | undefined;
  /** About this incident of a SOC. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId?: string | null | undefined;
  /** Indicators in addition to those of what was detected. */
  readonly indicators?: ReadonlyArray<IndicatorInput> | null | undefined;
  /** About this threat. By its id, or by its number, in capitals or not. */
  readonly threatId?: string | null | undefined;
  /** The recipients. */
  readonly to: RecipientsInput;
};

/** What a notification is about; it determines how to answer (L17). */
export type NotificationSubject =
  /** A security event, answered by `submitEventAnalysis`, `submitIncidentCard` or `answerNotConfirmed` (R9.5). Оқиға · Событие ИБ. */
  | "EVENT"
  /** An incident, answered by `submitIncidentCard`, `submitEventAnalysis` or `answerNotConfirmed` (R9.6). Оқыс оқиға · Инцидент ИБ. */
  | "INCIDENT"
  /** A threat, answered by `submitThreatAnalysis` (R9.4). Қатер · Угроза ИБ. */
  | "THREAT";

/** R12.1: a notification: text, subject and recipients. */
export type NotifySocsInput = {
  /** About this incident that the national centre itself detected. By its id, or by its number, in capitals or not. */
  readonly detectedIncidentId?: string | null | undefined;
  /** About this security event. By its id, or by its number, in capitals or not. */
  readonly eventId?: string | null | undefined;
  /** About this incident of a SOC, of which other SOCs see only the notification's text; not a retracted one (F24). By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId?: string | null | undefined;
  /** Indicators in addition to those of what was detected. */
  readonly indicators?: ReadonlyArray<IndicatorInput> | null | undefined;
  /** How widely it may be shared: no wider than what is told, or what it follows (F28). */
  readonly marking: Marking;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
  /** Supplements this notification; goes to its recipients (L19). By its id, or by its number, in capitals or not. */
  readonly supplements?: string | null | undefined;
  /** The text (F1 to F3). */
  readonly text: string;
  /** About this threat. Exactly one of the six (F22). By its id, or by its number, in capitals or not. */
  readonly threatId?: string | null | undefined;
  /** The recipients; absent if it supplements or withdraws another one (F22). */
  readonly to?: RecipientsInput | null | undefined;
  /** Withdraws this notification, or this supplement alone; goes to its recipients (L19). By its id, or by its number, in capitals or not. */
  readonly withdraws?: string | null | undefined;
};

/** The kinds of object whose owner must be notified (R9.2); an object has none, one or both. */
export type ObjectKind =
  /** Critical ICT infrastructure object (R2.1). АКИАМО · КВОИКИ. */
  | "CRITICAL_INFRASTRUCTURE"
  /** E-government informatization object (R2.2). ЭҮ АО · ОИ ЭП. */
  | "E_GOVERNMENT";

/** What is asked of one of the objects that an incident affected: at least one of them has all of this. Only objects and owners that you may see count. */
export type ObjectMatch = {
  /** Its code. */
  readonly code?: CodeComparison | null | undefined;
  /** Of which kinds it is now. */
  readonly kinds?: KindSet | null | undefined;
  /** The code of its present owner. */
  readonly owner?: CodeComparison | null | undefined;
  /** True: it is registered. False: it is only described; that has no code, owner, sector or kind. */
  readonly registered?: boolean | null | undefined;
  /** The sectors that it serves now. */
  readonly sectors?: SectorSet | null | undefined;
};

/** A kind of obligation and its standing. */
export type ObligationCondition = {
  /** The kind. */
  readonly kind: ObligationKind;
  /** One of these standings, at the instant of the answer. */
  readonly standings: ReadonlyArray<Standing>;
};

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

/** A way beside the gateway: how a SOC notified an owner itself, or how something reached the national centre. */
export type OwnerChannel =
  /** By e-mail. */
  | "EMAIL"
  /** In person. */
  | "IN_PERSON"
  /** By letter. */
  | "LETTER"
  /** By messaging app. */
  | "MESSENGER"
  /** In another way, described in the note. */
  | "OTHER"
  /** By telephone. */
  | "TELEPHONE";

/** A period, between two instants or from the instant of the answer, which is one for a whole operation. All that is given must hold. */
export type Period = {
  /** The end, exclusive. */
  readonly before?: string | null | undefined;
  /** The beginning, inclusive. */
  readonly from?: string | null | undefined;
  /** From so long ago until now, both inclusive: `P30D`. */
  readonly last?: string | null | undefined;
  /** From now until so much later, both inclusive: `PT2H`. */
  readonly next?: string | null | undefined;
  /** Before so long ago: `P1Y`. */
  readonly olderThan?: string | null | undefined;
};

/** Why a SOC is notified. */
export type ReasonKind =
  /** It covers an object that was named. */
  | "COVERS_OBJECT"
  /** It covers an object of a sector that was named. */
  | "COVERS_SECTOR"
  /** The SOC was named. */
  | "NAMED"
  /** One of its own incidents has an indicator named in the notification. A SOC sees this only if the notification itself shows the indicator. */
  | "SHARES_INDICATOR";

/** The recipients of a notification: every SOC that matches at least one of these conditions. */
export type RecipientsInput = {
  /** SOCs that cover one of these objects now. Each by its id, or by its code, in capitals or not. */
  readonly objects?: ReadonlyArray<string> | null | undefined;
  /** SOCs that cover an object in one of these sectors now. */
  readonly sectors?: ReadonlyArray<Sector> | null | undefined;
  /** True: SOCs with an incident that shares an indicator with the notification. */
  readonly sharingIndicators?: boolean | null | undefined;
  /** These SOCs. Each by its id, or by its code, in capitals or not. */
  readonly socs?: ReadonlyArray<string> | null | undefined;
};

/** R9.2, L8: your SOC's statement that it notified the owner itself. */
export type RecordOwnerNotificationInput = {
  /** The channel. */
  readonly channel: OwnerChannel;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Further details. */
  readonly note?: string | null | undefined;
  /** When the owner was notified; not in the future (F11). */
  readonly notifiedAt: string;
  /** The same by its code, in capitals or not, as for an object that your SOC does not cover. */
  readonly objectCode?: string | null | undefined;
  /** The same of one that is not registered, as the card describes it. */
  readonly objectDescription?: string | null | undefined;
  /** The object, of those that the incident has named; absent: the only one that it names now (F15). */
  readonly objectId?: string | null | undefined;
  /** The person who was notified, at most 2,000 characters. */
  readonly recipient: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** L22: what reached the national centre by telephone, on paper or otherwise, and meets a duty. */
export type RecordReceivedOtherwiseInput = {
  /** The way. */
  readonly channel: OwnerChannel;
  /** The duty, open, met late or waived: the earliest receipt counts. */
  readonly obligationId: string;
  /** Why it came by that way (F1 to F3). */
  readonly reason: string;
  /** When it reached the national centre; not in the future (F11). */
  readonly receivedAt: string;
  /** Who received it there, at most 2,000 characters. */
  readonly receivedBy: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** Repeat or new (annex 3). Қайта / жаңа · Повторный / новый. */
export type Recurrence =
  /** New. Жаңа · Новый. */
  | "NEW"
  /** Repeat. Қайта · Повторный. */
  | "REPEAT";

/** L4: the refusal to correct a confirmation. */
export type RefuseConfirmationCorrectionInput = {
  /** The incident; its SOC has requested a correction that is not decided yet. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** The reason (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
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

/** R12.1: an incident that the national centre itself detected, to record. */
export type RegisterDetectedIncidentInput = {
  /** Its indicators; may be empty (F8, F9). */
  readonly indicators: ReadonlyArray<IndicatorInput>;
  /** How widely it may be shared. */
  readonly marking: Marking;
  /** The protected objects that it concerns; may be empty. Each by its id, or by its code, in capitals or not. */
  readonly objects: ReadonlyArray<string>;
  /** When it was observed; not in the future (F11). */
  readonly observedAt: string;
  /** The sectors that it concerns; may be empty. */
  readonly sectors: ReadonlyArray<Sector>;
  /** The source of the information, at most 2,000 characters. */
  readonly source: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
  /** What it is (F1 to F3). */
  readonly summary: string;
  /** The types of incident: its own, or those that it may lead to; may be empty. */
  readonly types: ReadonlyArray<IncidentType>;
};

/** A threat or security event to record. */
export type RegisterDetectionInput = {
  /** Its indicators; may be empty (F8, F9). */
  readonly indicators: ReadonlyArray<IndicatorInput>;
  /** How widely it may be shared. */
  readonly marking: Marking;
  /** The protected objects that it concerns; may be empty. Each by its id, or by its code, in capitals or not. */
  readonly objects: ReadonlyArray<string>;
  /** When it was observed; not in the future (F11). */
  readonly observedAt: string;
  /** The sectors that it concerns; may be empty. */
  readonly sectors: ReadonlyArray<Sector>;
  /** The source of the information, at most 2,000 characters. */
  readonly source: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
  /** What it is (F1 to F3). */
  readonly summary: string;
  /** The types of incident: its own, or those that it may lead to; may be empty. */
  readonly types: ReadonlyArray<IncidentType>;
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

/** An incident that an officer of the national centre has in hand no more. */
export type ReleaseIncidentInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

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

/** L4: a request to correct a confirmation that your SOC declared by mistake. */
export type RequestConfirmationCorrectionInput = {
  /** When it was confirmed; neither in the future nor before it occurred (L3). */
  readonly confirmedAt: string;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** How the mistake came about (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** L18: a request to retract an incident that your SOC reported in error. */
export type RequestRetractionInput = {
  /** The grounds (F1 to F3). */
  readonly grounds: string;
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

/** RA.1: a decision about the level. */
export type ReviewSeverityInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** The reason; required if the level stays Undetermined (L11). */
  readonly reason?: string | null | undefined;
  /** The level decided. */
  readonly severity: Severity;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** A token to revoke. */
export type RevokeTokenInput = {
  /** The token's id. */
  readonly tokenId: string;
};

/** What an actor may be; each role belongs to one kind of party, but EXPORTER to any. */
export type Role =
  /** Registers parties, objects, actors and tokens. */
  | "CENTRE_ADMINISTRATOR"
  /** Reads everything at the national centre, changes nothing. */
  | "CENTRE_ANALYST"
  /** The national centre's duty officer. */
  | "CENTRE_OPERATOR"
  /** Takes out as files what its other roles let it read. */
  | "EXPORTER"
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

/** What is asked of sectors. All that is given must hold. */
export type SectorSet = {
  /** Each of these is among them. */
  readonly all?: ReadonlyArray<Sector> | null | undefined;
  /** At least one of these is among them. */
  readonly any?: ReadonlyArray<Sector> | null | undefined;
  /** None of these is among them. */
  readonly none?: ReadonlyArray<Sector> | null | undefined;
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

/** What is asked of a level. Two that are given must both hold. */
export type SeverityComparison = {
  /** It is this level or a higher one; High is the highest, then Medium, Low, Undetermined. */
  readonly atLeast?: Severity | null | undefined;
  /** It is this level. */
  readonly eq?: Severity | null | undefined;
  /** It is one of these. */
  readonly in?: ReadonlyArray<Severity> | null | undefined;
  /** True: nothing has given a level yet. False: something has. */
  readonly isNull?: boolean | null | undefined;
  /** It is none of these; so is what has no level. */
  readonly notIn?: ReadonlyArray<Severity> | null | undefined;
};

/** What is asked of the SOC whose incident it is, as far as you may see it. */
export type SocMatch = {
  /** Its code. */
  readonly code?: CodeComparison | null | undefined;
};

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

/** An incident that an officer of the national centre takes in hand. */
export type TakeIncidentInput = {
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** A rule of the law that sets a term. */
export type TermRule =
  /** R9.1: notify the national centre. */
  | "R9_1"
  /** R9.2: notify the object's owner or holder. */
  | "R9_2"
  /** R9.3: send the incident card. */
  | "R9_3"
  /** R9.4: answer a notification about a threat. */
  | "R9_4"
  /** R9.5: answer a notification about an event. */
  | "R9_5"
  /** R9.6: answer a notification about an incident. */
  | "R9_6"
  /** RA.1: review an Undetermined level. */
  | "RA_1";

/** What became of a piece of a text. */
export type TextSpanKind =
  /** It stands in the revision `to` only. */
  | "ADDED"
  /** It stands in both revisions. */
  | "KEPT"
  /** It stands in the revision `from` only. */
  | "REMOVED";

/** A period of days in Asia/Almaty: from one (inclusive) to another (exclusive), at most ten years. */
export type TimelinessPeriod = {
  /** The end, exclusive. */
  readonly before: string;
  /** The beginning, inclusive. */
  readonly from: string;
};

/** A reserve folder that is to be bound to nobody. */
export type UnbindReserveFolderInput = {
  /** The party whose folder it is. By its id, or by its code, in capitals or not. */
  readonly partyId: string;
};

/** L9: a link to a registered object that was made in error. */
export type UnlinkAffectedObjectInput = {
  /** The description that was linked, whatever its capitals and spaces (F17). */
  readonly description: string;
  /** The incident. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** By what it is known to be another object (F1 to F3). */
  readonly reason: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** Dossiers that are not of the incident that they were linked with. */
export type UnlinkSameIncidentsInput = {
  /** Incidents that are linked with others, at most 100: each stands alone from then on; those that are not named stay linked. Each by its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentIds: ReadonlyArray<string>;
  /** Why they are not one (F1 to F3). */
  readonly reason: string;
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

/** Who waived a duty by itself. */
export type WaivedBy =
  /** The national centre. */
  | "NATIONAL_CENTRE"
  /** The SOC that owed it: a correction had left it over (F25). */
  | "SOC";

/** L4: a SOC's request to correct a confirmation that it takes back. */
export type WithdrawCorrectionRequestInput = {
  /** The incident; your SOC has requested a correction that is not decided yet. By its id; by its number, in capitals or not; or by `key:K`: the incident that your party's submission under the key K opened or was about. */
  readonly incidentId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

/** L22: a record of what met a duty by another way that was made in error. */
export type WithdrawReceivedOtherwiseInput = {
  /** How the error came about (F1 to F3). */
  readonly reason: string;
  /** The record, of those of its duty; it is taken back once. */
  readonly receivedOtherwiseId: string;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
};

export type SentReceiptFragment = {
  readonly receivedAt: string;
  readonly position: number;
  readonly entryHash: string;
  readonly contentHash: string;
  readonly submissionKey: string;
};

export type SentWarningFragment = {
  readonly rule: string;
  readonly path: ReadonlyArray<string>;
  readonly message: string;
};

type Accepted_AffectedObjectLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_AffectedObjectUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_AnalysisAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_CardAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ConfirmationCorrected_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_CorrectionRefused_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_CorrectionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_CorrectionWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_DeliveryRetried_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_DetectedIncidentRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ExportPrepared_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_IncidentReleased_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_IncidentTaken_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_NotConfirmedAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_NotificationAcknowledged_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ObligationWaived_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_OwnerNotificationAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ReceivedOtherwiseRecorded_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ReceivedOtherwiseWithdrawn_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ReportAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_RetractionDecided_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_RetractionRequested_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_SameIncidentsLinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_SameIncidentsUnlinked_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_SecurityEventRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_SeverityReviewAccepted_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_SocsNotified_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
};

type Accepted_ThreatRegistered_Fragment = {
  readonly isRepeated: boolean;
  readonly receipt: SentReceiptFragment;
  readonly warnings: ReadonlyArray<SentWarningFragment>;
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
  readonly name: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
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

export type ObjectsRegisteredQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ObjectsRegisteredQuery = {
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
      readonly subject:
        | {
            readonly __typename: "Actor";
            readonly id: string;
            readonly name: string;
            readonly party: { readonly code: string } | { readonly code: string } | { readonly code: string };
          }
        | { readonly __typename: "DetectedIncident"; readonly number: string }
        | { readonly __typename: "NationalCentre"; readonly code: string }
        | { readonly __typename: "Notification"; readonly number: string }
        | { readonly __typename: "Owner"; readonly code: string }
        | { readonly __typename: "ProtectedObject"; readonly code: string }
        | { readonly __typename: "SecurityEvent"; readonly number: string }
        | { readonly __typename: "Soc"; readonly code: string }
        | { readonly __typename: "Threat"; readonly number: string }
        | null;
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

export type FormObjectFragment = {
  readonly code: string | null;
  readonly description: string | null;
  readonly kinds: ReadonlyArray<ObjectKind> | null;
  readonly ownerName: string | null;
  readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
};

export type FormCardFragment = {
  readonly id: string;
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
  readonly indicators: ReadonlyArray<{
    readonly type: IndicatorType;
    readonly value: string;
    readonly submitted: string;
  }>;
  readonly affectedObjects: ReadonlyArray<FormObjectFragment>;
};

export type CardFormQueryVariables = Exact<{
  number: string;
}>;

export type CardFormQuery = {
  readonly incident:
    | ({
        readonly soc: { readonly id: string } | null;
        readonly report: {
          readonly type: IncidentType;
          readonly severity: Severity | null;
          readonly summary: string;
          readonly confirmedAt: string;
          readonly receivedAt: string;
          readonly affectedObjects: ReadonlyArray<FormObjectFragment>;
        } | null;
        readonly cardRevisions: ReadonlyArray<FormCardFragment>;
        readonly obligations: ReadonlyArray<LiveDutyFragment>;
      } & LiveIncidentFragment)
    | null;
};

export type SendCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type SendCardMutation = {
  readonly submitIncidentCard:
    | ({
        readonly __typename: "CardAccepted";
        readonly card: FormCardFragment;
        readonly incident: OwnersOfIncidentFragment;
      } & Accepted_CardAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SendAmendmentMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type SendAmendmentMutation = {
  readonly amendIncidentCard:
    | ({
        readonly __typename: "CardAccepted";
        readonly card: FormCardFragment;
        readonly incident: OwnersOfIncidentFragment;
      } & Accepted_CardAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type FormLimitsQueryVariables = Exact<{ [key: string]: never }>;

export type FormLimitsQuery = { readonly limits: { readonly text: number; readonly shortText: number } };

export type CheckedFragment = {
  readonly isAcceptable: boolean;
  readonly violations: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

export type CheckReportMutationVariables = Exact<{
  input: ReportIncidentInput;
}>;

export type CheckReportMutation = { readonly checkIncidentReport: CheckedFragment };

export type CheckCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type CheckCardMutation = { readonly checkIncidentCard: CheckedFragment };

export type CheckAmendmentMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type CheckAmendmentMutation = { readonly checkIncidentCardAmendment: CheckedFragment };

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
    readonly obligations: ReadonlyArray<{
      readonly id: string;
      readonly rule: string;
      readonly objectCode: string | null;
      readonly standing: Standing;
    }>;
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

export type OwnersGivenUpQueryVariables = Exact<{
  first: number;
}>;

export type OwnersGivenUpQuery = { readonly deliveries: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

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

export type CorrectConfirmationMutationVariables = Exact<{
  input: CorrectConfirmationInput;
}>;

export type CorrectConfirmationMutation = {
  readonly correctConfirmation:
    | ({
        readonly __typename: "ConfirmationCorrected";
        readonly incident: DossierStateFragment;
      } & Accepted_ConfirmationCorrected_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RequestCorrectionMutationVariables = Exact<{
  input: RequestConfirmationCorrectionInput;
}>;

export type RequestCorrectionMutation = {
  readonly requestConfirmationCorrection:
    | ({
        readonly __typename: "CorrectionRequested";
        readonly incident: DossierStateFragment;
      } & Accepted_CorrectionRequested_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RefuseCorrectionMutationVariables = Exact<{
  input: RefuseConfirmationCorrectionInput;
}>;

export type RefuseCorrectionMutation = {
  readonly refuseConfirmationCorrection:
    | ({
        readonly __typename: "CorrectionRefused";
        readonly incident: DossierStateFragment;
      } & Accepted_CorrectionRefused_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type WithdrawCorrectionMutationVariables = Exact<{
  input: WithdrawCorrectionRequestInput;
}>;

export type WithdrawCorrectionMutation = {
  readonly withdrawCorrectionRequest:
    | ({
        readonly __typename: "CorrectionWithdrawn";
        readonly incident: DossierStateFragment;
      } & Accepted_CorrectionWithdrawn_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type ReviewSeverityMutationVariables = Exact<{
  input: ReviewSeverityInput;
}>;

export type ReviewSeverityMutation = {
  readonly reviewSeverity:
    | ({
        readonly __typename: "SeverityReviewAccepted";
        readonly incident: DossierStateFragment;
      } & Accepted_SeverityReviewAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RequestRetractionMutationVariables = Exact<{
  input: RequestRetractionInput;
}>;

export type RequestRetractionMutation = {
  readonly requestRetraction:
    | ({
        readonly __typename: "RetractionRequested";
        readonly incident: DossierStateFragment;
      } & Accepted_RetractionRequested_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type DecideRetractionMutationVariables = Exact<{
  input: DecideRetractionInput;
}>;

export type DecideRetractionMutation = {
  readonly decideRetraction:
    | ({
        readonly __typename: "RetractionDecided";
        readonly incident: DossierStateFragment;
      } & Accepted_RetractionDecided_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RecordReceivedOtherwiseMutationVariables = Exact<{
  input: RecordReceivedOtherwiseInput;
}>;

export type RecordReceivedOtherwiseMutation = {
  readonly recordReceivedOtherwise:
    | ({
        readonly __typename: "ReceivedOtherwiseRecorded";
        readonly obligation: { readonly incident: DossierStateFragment | null };
      } & Accepted_ReceivedOtherwiseRecorded_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type WithdrawReceivedOtherwiseMutationVariables = Exact<{
  input: WithdrawReceivedOtherwiseInput;
}>;

export type WithdrawReceivedOtherwiseMutation = {
  readonly withdrawReceivedOtherwise:
    | ({
        readonly __typename: "ReceivedOtherwiseWithdrawn";
        readonly obligation: { readonly incident: DossierStateFragment | null };
      } & Accepted_ReceivedOtherwiseWithdrawn_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type LinkObjectMutationVariables = Exact<{
  input: LinkAffectedObjectInput;
}>;

export type LinkObjectMutation = {
  readonly linkAffectedObject:
    | ({
        readonly __typename: "AffectedObjectLinked";
        readonly incident: DossierStateFragment;
      } & Accepted_AffectedObjectLinked_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type UnlinkObjectMutationVariables = Exact<{
  input: UnlinkAffectedObjectInput;
}>;

export type UnlinkObjectMutation = {
  readonly unlinkAffectedObject:
    | ({
        readonly __typename: "AffectedObjectUnlinked";
        readonly incident: DossierStateFragment;
      } & Accepted_AffectedObjectUnlinked_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type LinkSameMutationVariables = Exact<{
  input: LinkSameIncidentsInput;
}>;

export type LinkSameMutation = {
  readonly linkSameIncidents:
    | ({
        readonly __typename: "SameIncidentsLinked";
        readonly incident: DossierStateFragment;
      } & Accepted_SameIncidentsLinked_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type UnlinkSameMutationVariables = Exact<{
  input: UnlinkSameIncidentsInput;
}>;

export type UnlinkSameMutation = {
  readonly unlinkSameIncidents:
    | ({
        readonly __typename: "SameIncidentsUnlinked";
        readonly incident: DossierStateFragment;
      } & Accepted_SameIncidentsUnlinked_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type ShownReceiptFragment = { readonly act: string } & SentReceiptFragment;

export type DossierDutyFragment = {
  readonly metBy: MeansOfDischarge | null;
  readonly isRetracted: boolean;
  readonly waivedBy: WaivedBy | null;
  readonly waivedReason: string | null;
  readonly object: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly owner: OwnerContactFragment | null;
    readonly holder: OwnerContactFragment | null;
  } | null;
  readonly receivedOtherwise: ReadonlyArray<{
    readonly id: string;
    readonly channel: OwnerChannel;
    readonly receivedAt: string;
    readonly receivedBy: string;
    readonly reason: string;
    readonly recordedBy: string;
    readonly withdrawnAt: string | null;
    readonly withdrawnBy: string | null;
    readonly withdrawnReason: string | null;
  }>;
} & LiveDutyFragment;

export type DossierDeliveryFragment = {
  readonly id: string;
  readonly state: DeliveryState;
  readonly channel: DeliveryChannel | null;
  readonly queuedAt: string;
  readonly acceptedAt: string | null;
  readonly party: LiveParty_NationalCentre_Fragment | LiveParty_Owner_Fragment | LiveParty_Soc_Fragment | null;
  readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly attempts: ReadonlyArray<{
    readonly ordinal: number;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly isAccepted: boolean | null;
    readonly isRepeat: boolean;
    readonly proof: string | null;
  }>;
};

export type RelatedIncidentFragment = {
  readonly id: string;
  readonly number: string;
  readonly type: IncidentType;
  readonly severity: Severity | null;
  readonly confirmedAt: string;
  readonly soc: LiveParty_Soc_Fragment | null;
};

export type DossierStateFragment = {
  readonly occurredAt: string | null;
  readonly takenBy: { readonly by: string; readonly at: string; readonly isMine: boolean } | null;
  readonly objects: ReadonlyArray<{
    readonly code: string | null;
    readonly description: string | null;
    readonly kinds: ReadonlyArray<ObjectKind> | null;
    readonly ownerName: string | null;
    readonly object: {
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly kinds: ReadonlyArray<ObjectKind>;
      readonly owner: OwnerContactFragment | null;
      readonly holder: OwnerContactFragment | null;
    } | null;
  }>;
  readonly obligations: ReadonlyArray<DossierDutyFragment>;
  readonly deliveries: ReadonlyArray<DossierDeliveryFragment>;
  readonly confirmationCorrections: ReadonlyArray<{
    readonly confirmedAt: string;
    readonly previous: string;
    readonly reason: string;
    readonly receivedAt: string;
  }>;
  readonly correctionRequests: ReadonlyArray<{
    readonly confirmedAt: string;
    readonly reason: string;
    readonly requestedAt: string;
    readonly decidedAt: string | null;
    readonly refusalReason: string | null;
    readonly replacedAt: string | null;
    readonly settledAt: string | null;
    readonly withdrawnAt: string | null;
  }>;
  readonly retractions: ReadonlyArray<{
    readonly grounds: string | null;
    readonly requestedAt: string | null;
    readonly decidedAt: string | null;
    readonly isGranted: boolean | null;
    readonly reason: string | null;
  }>;
  readonly objectLinks: ReadonlyArray<{
    readonly code: string;
    readonly description: string;
    readonly linkedAt: string;
    readonly reason: string;
    readonly unlinkedAt: string | null;
    readonly unlinkedReason: string | null;
    readonly object: { readonly id: string; readonly name: string } | null;
  }>;
  readonly earlierIncident: RelatedIncidentFragment | null;
  readonly repeatedBy: ReadonlyArray<RelatedIncidentFragment>;
  readonly sameAs: ReadonlyArray<RelatedIncidentFragment>;
  readonly cardRevisions: ReadonlyArray<{
    readonly id: string;
    readonly revision: number;
    readonly receivedAt: string;
    readonly submittedBy: { readonly id: string; readonly name: string } | null;
  }>;
  readonly notifications: ReadonlyArray<DossierNotificationFragment>;
  readonly notificationsAbout: ReadonlyArray<DossierNotificationFragment>;
} & LiveIncidentFragment;

export type DossierNotificationFragment = {
  readonly id: string;
  readonly number: string;
  readonly subject: NotificationSubject;
  readonly sentAt: string;
  readonly text: string;
  readonly isWithdrawal: boolean;
  readonly withdrawal: { readonly id: string } | null;
};

export type DossierQueryVariables = Exact<{
  number: string;
}>;

export type DossierQuery = {
  readonly incident:
    | ({
        readonly soc: { readonly phone: string | null } | null;
        readonly report: {
          readonly type: IncidentType;
          readonly severity: Severity | null;
          readonly summary: string;
          readonly confirmedAt: string;
          readonly receivedAt: string;
          readonly affectedObjects: ReadonlyArray<FormObjectFragment>;
        } | null;
        readonly card: FormCardFragment | null;
      } & DossierStateFragment)
    | null;
};

export type DossierDifferencesQueryVariables = Exact<{
  number: string;
  from: number;
  to: number;
}>;

export type DossierDifferencesQuery = {
  readonly incident: {
    readonly id: string;
    readonly cardDifferences: ReadonlyArray<
      | {
          readonly __typename: "AffectedObjectsDifference";
          readonly field: string;
          readonly label: string;
          readonly added: ReadonlyArray<FormObjectFragment>;
          readonly removed: ReadonlyArray<FormObjectFragment>;
        }
      | {
          readonly __typename: "ChoicesDifference";
          readonly field: string;
          readonly label: string;
          readonly added: ReadonlyArray<{ readonly label: string }>;
          readonly removed: ReadonlyArray<{ readonly label: string }>;
        }
      | {
          readonly __typename: "IndicatorsDifference";
          readonly field: string;
          readonly label: string;
          readonly added: ReadonlyArray<{
            readonly type: IndicatorType;
            readonly value: string;
            readonly submitted: string;
          }>;
          readonly removed: ReadonlyArray<{
            readonly type: IndicatorType;
            readonly value: string;
            readonly submitted: string;
          }>;
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
          readonly before: { readonly label: string; readonly value: string };
          readonly after: { readonly label: string; readonly value: string };
        }
    > | null;
  } | null;
};

export type CardRevisionQueryVariables = Exact<{
  id: string;
}>;

export type CardRevisionQuery = { readonly node: FormCardFragment | Record<PropertyKey, never> | null };

export type FactObjectFragment = { readonly id: string; readonly name: string };

export type DossierFactsQueryVariables = Exact<{
  number: string;
  first: number;
  after?: string | null | undefined;
}>;

export type DossierFactsQuery = {
  readonly incident: {
    readonly id: string;
    readonly facts: {
      readonly nodes: ReadonlyArray<{
        readonly at: string;
        readonly kind: IncidentFactKind | null;
        readonly announcement: ObligationFactKind | null;
        readonly position: number;
        readonly party: LiveParty_NationalCentre_Fragment | LiveParty_Owner_Fragment | LiveParty_Soc_Fragment | null;
        readonly actor: { readonly id: string; readonly name: string } | null;
        readonly receipt: ShownReceiptFragment | null;
        readonly objects: ReadonlyArray<{ readonly id: string; readonly code: string; readonly name: string }>;
        readonly about:
          | {
              readonly __typename: "ConfirmationCorrection";
              readonly confirmedAt: string;
              readonly previous: string;
              readonly why: string;
            }
          | {
              readonly __typename: "CorrectionRequest";
              readonly confirmedAt: string;
              readonly reason: string;
              readonly refusalReason: string | null;
            }
          | {
              readonly __typename: "Delivery";
              readonly state: DeliveryState;
              readonly object: FactObjectFragment | null;
              readonly attempts: ReadonlyArray<{ readonly isAccepted: boolean | null; readonly proof: string | null }>;
            }
          | { readonly __typename: "IncidentCard"; readonly revision: number; readonly severity: Severity }
          | { readonly __typename: "IncidentReport"; readonly type: IncidentType; readonly reported: Severity | null }
          | {
              readonly __typename: "ObjectLink";
              readonly code: string;
              readonly description: string;
              readonly unlinkedReason: string | null;
              readonly linkReason: string;
            }
          | {
              readonly __typename: "Obligation";
              readonly rule: string;
              readonly waivedReason: string | null;
              readonly objectCode: string | null;
              readonly objectDescription: string | null;
              readonly object: FactObjectFragment | null;
            }
          | {
              readonly __typename: "OwnerAcknowledgement";
              readonly owner: LiveParty_Owner_Fragment | null;
              readonly object: FactObjectFragment | null;
            }
          | {
              readonly __typename: "OwnerNotification";
              readonly channel: OwnerChannel;
              readonly recipient: string;
              readonly notifiedAt: string;
              readonly objectDescription: string | null;
              readonly object: FactObjectFragment | null;
            }
          | { readonly __typename: "Retraction"; readonly grounds: string | null; readonly decision: string | null }
          | {
              readonly __typename: "SameIncidentDecision";
              readonly sameReason: string;
              readonly incidents: ReadonlyArray<{ readonly id: string; readonly number: string }>;
            }
          | {
              readonly __typename: "SeverityReview";
              readonly from: Severity | null;
              readonly to: Severity;
              readonly grounds: string | null;
            }
          | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type InboxUnansweredQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type InboxUnansweredQuery = {
  readonly notifications: {
    readonly nodes: ReadonlyArray<LiveNotificationFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type OutboxUnansweredQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type OutboxUnansweredQuery = {
  readonly notifications: {
    readonly nodes: ReadonlyArray<LiveNotificationFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type InboxPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type InboxPageQuery = {
  readonly notifications: {
    readonly nodes: ReadonlyArray<LiveNotificationFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ThreadIndicatorFragment = {
  readonly type: IndicatorType;
  readonly value: string;
  readonly submitted: string;
};

export type ThreadObjectFragment = { readonly id: string; readonly code: string; readonly name: string };

export type ThreadAnalysisFragment = {
  readonly id: string;
  readonly kind: AnalysisKind;
  readonly revision: number;
  readonly receivedAt: string;
  readonly findings: string;
  readonly measures: string;
  readonly conclusions: string;
  readonly recommendations: string | null;
  readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
  readonly affectedObjects: ReadonlyArray<ThreadObjectFragment>;
  readonly incident: { readonly id: string; readonly number: string } | null;
  readonly submittedBy: { readonly id: string; readonly name: string } | null;
  readonly receipt: SentReceiptFragment | null;
};

export type ThreadRecipientFragment = {
  readonly reasons: ReadonlyArray<{
    readonly kind: ReasonKind;
    readonly sector: Sector | null;
    readonly indicator: string | null;
    readonly object: ThreadObjectFragment | null;
  }>;
  readonly obligation:
    | ({
        readonly metBy: MeansOfDischarge | null;
        readonly waivedBy: WaivedBy | null;
        readonly waivedReason: string | null;
      } & LiveDutyFragment)
    | null;
  readonly analyses: ReadonlyArray<ThreadAnalysisFragment>;
  readonly notConfirmed: {
    readonly grounds: string;
    readonly receivedAt: string;
    readonly submittedBy: { readonly id: string; readonly name: string } | null;
    readonly receipt: SentReceiptFragment | null;
  } | null;
  readonly answers: ReadonlyArray<{
    readonly rule: string;
    readonly current: {
      readonly at: string;
      readonly answer:
        | { readonly __typename: "Analysis" }
        | { readonly __typename: "Incident"; readonly number: string }
        | { readonly __typename: "NotConfirmed" }
        | { readonly __typename: "ReceivedOtherwise" }
        | { readonly __typename: "Retraction" };
    } | null;
  }>;
} & LiveRecipientFragment;

export type ThreadFollowerFragment = {
  readonly id: string;
  readonly number: string;
  readonly sentAt: string;
  readonly text: string;
  readonly isWithdrawal: boolean;
  readonly marking: Marking;
  readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
  readonly follows: { readonly id: string; readonly number: string } | null;
  readonly withdrawal: { readonly id: string; readonly number: string } | null;
  readonly recipients: ReadonlyArray<{
    readonly acknowledgedAt: string | null;
    readonly soc: LiveParty_Soc_Fragment | null;
  }>;
};

export type NotificationThreadQueryVariables = Exact<{
  number: string;
}>;

export type NotificationThreadQuery = {
  readonly notification:
    | ({
        readonly incidentRetractedAt: string | null;
        readonly submittedBy: { readonly id: string; readonly name: string } | null;
        readonly receipt: SentReceiptFragment | null;
        readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
        readonly ownIndicators: ReadonlyArray<{
          readonly type: IndicatorType;
          readonly value: string;
          readonly incidents: ReadonlyArray<{ readonly id: string; readonly number: string }>;
        }>;
        readonly threat: {
          readonly number: string;
          readonly summary: string;
          readonly source: string;
          readonly observedAt: string;
          readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
        } | null;
        readonly event: {
          readonly number: string;
          readonly summary: string;
          readonly source: string;
          readonly observedAt: string;
          readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
        } | null;
        readonly detectedIncident: {
          readonly number: string;
          readonly summary: string;
          readonly source: string;
          readonly observedAt: string;
          readonly indicators: ReadonlyArray<ThreadIndicatorFragment>;
        } | null;
        readonly incident: { readonly id: string; readonly number: string } | null;
        readonly incidents: ReadonlyArray<{ readonly id: string; readonly number: string }>;
        readonly follows: ThreadFollowerFragment | null;
        readonly followedBy: ReadonlyArray<ThreadFollowerFragment>;
        readonly withdrawal: {
          readonly id: string;
          readonly number: string;
          readonly sentAt: string;
          readonly text: string;
        } | null;
        readonly recipients: ReadonlyArray<ThreadRecipientFragment>;
      } & LiveNotificationFragment)
    | null;
};

export type AcknowledgeReceiptMutationVariables = Exact<{
  input: AcknowledgeNotificationInput;
}>;

export type AcknowledgeReceiptMutation = {
  readonly acknowledgeNotification:
    | ({
        readonly __typename: "NotificationAcknowledged";
        readonly notification: LiveNotificationFragment | null;
      } & Accepted_NotificationAcknowledged_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SentAnalysisFragment = {
  readonly analysis: { readonly id: string; readonly revision: number };
  readonly incident: { readonly id: string; readonly number: string } | null;
  readonly notification: LiveNotificationFragment;
} & Accepted_AnalysisAccepted_Fragment;

export type SendThreatAnalysisMutationVariables = Exact<{
  input: SubmitThreatAnalysisInput;
}>;

export type SendThreatAnalysisMutation = {
  readonly submitThreatAnalysis:
    | ({ readonly __typename: "AnalysisAccepted" } & SentAnalysisFragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SendEventAnalysisMutationVariables = Exact<{
  input: SubmitEventAnalysisInput;
}>;

export type SendEventAnalysisMutation = {
  readonly submitEventAnalysis:
    | ({ readonly __typename: "AnalysisAccepted" } & SentAnalysisFragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SendNotConfirmedMutationVariables = Exact<{
  input: AnswerNotConfirmedInput;
}>;

export type SendNotConfirmedMutation = {
  readonly answerNotConfirmed:
    | ({
        readonly __typename: "NotConfirmedAccepted";
        readonly notification: LiveNotificationFragment;
      } & Accepted_NotConfirmedAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type IncidentListQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined;
  orderBy?: IncidentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type IncidentListQuery = {
  readonly incidents: {
    readonly nodes: ReadonlyArray<LiveIncidentFragment>;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
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
  readonly isDueSoon: boolean;
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
  since?: string | null | undefined;
  last?: number | null | undefined;
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
  since?: string | null | undefined;
  last?: number | null | undefined;
}>;

export type NewestIncidentsQuery = {
  readonly incidents: { readonly feedCursor: string; readonly nodes: ReadonlyArray<LiveIncidentFragment> };
};

export type NewestNotificationsQueryVariables = Exact<{
  first: number;
  since?: string | null | undefined;
  last?: number | null | undefined;
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
    readonly incident: {
      readonly obligations: ReadonlyArray<
        {
          readonly notification: {
            readonly id: string;
            readonly number: string;
            readonly subject: NotificationSubject;
          } | null;
        } & LiveDutyFragment
      >;
    } & LiveIncidentFragment;
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

export type NotifyChoicesQueryVariables = Exact<{ [key: string]: never }>;

export type NotifyChoicesQuery = {
  readonly threats: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly number: string;
      readonly summary: string;
      readonly marking: Marking;
      readonly observedAt: string;
      readonly receivedAt: string;
    }>;
  };
  readonly securityEvents: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly number: string;
      readonly summary: string;
      readonly marking: Marking;
      readonly observedAt: string;
      readonly receivedAt: string;
    }>;
  };
  readonly detectedIncidents: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly number: string;
      readonly summary: string;
      readonly marking: Marking;
      readonly observedAt: string;
      readonly receivedAt: string;
    }>;
  };
  readonly socs: { readonly nodes: ReadonlyArray<{ readonly endedAt: string | null } & LiveParty_Soc_Fragment> };
};

export type NotificationFollowedQueryVariables = Exact<{
  number: string;
}>;

export type NotificationFollowedQuery = {
  readonly notification: {
    readonly id: string;
    readonly number: string;
    readonly subject: NotificationSubject;
    readonly marking: Marking;
    readonly text: string;
    readonly isWithdrawal: boolean;
    readonly withdrawal: { readonly id: string; readonly number: string } | null;
    readonly recipients: ReadonlyArray<{ readonly soc: LiveParty_Soc_Fragment | null }>;
  } | null;
};

export type RecipientsPreviewQueryVariables = Exact<{
  input: NotificationPreviewInput;
}>;

export type RecipientsPreviewQuery = {
  readonly notificationPreview: ReadonlyArray<{
    readonly soc: LiveParty_Soc_Fragment | null;
    readonly reasons: ReadonlyArray<{
      readonly kind: ReasonKind;
      readonly sector: Sector | null;
      readonly indicator: string | null;
      readonly object: ThreadObjectFragment | null;
    }>;
  }>;
};

export type SendNotificationMutationVariables = Exact<{
  input: NotifySocsInput;
}>;

export type SendNotificationMutation = {
  readonly notifySocs:
    | ({
        readonly __typename: "SocsNotified";
        readonly notification: LiveNotificationFragment;
      } & Accepted_SocsNotified_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RecordThreatMutationVariables = Exact<{
  input: RegisterDetectionInput;
}>;

export type RecordThreatMutation = {
  readonly registerThreat:
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment)
    | ({
        readonly __typename: "ThreatRegistered";
        readonly threat: { readonly id: string; readonly number: string };
      } & Accepted_ThreatRegistered_Fragment);
};

export type RecordSecurityEventMutationVariables = Exact<{
  input: RegisterDetectionInput;
}>;

export type RecordSecurityEventMutation = {
  readonly registerSecurityEvent:
    | ({
        readonly __typename: "SecurityEventRegistered";
        readonly event: { readonly id: string; readonly number: string };
      } & Accepted_SecurityEventRegistered_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type RecordDetectedIncidentMutationVariables = Exact<{
  input: RegisterDetectedIncidentInput;
}>;

export type RecordDetectedIncidentMutation = {
  readonly registerDetectedIncident:
    | ({
        readonly __typename: "DetectedIncidentRegistered";
        readonly detectedIncident: { readonly id: string; readonly number: string };
      } & Accepted_DetectedIncidentRegistered_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type OwnedIncidentFragment = {
  readonly soc: { readonly phone: string | null } | null;
  readonly obligations: ReadonlyArray<{ readonly metBy: MeansOfDischarge | null } & LiveDutyFragment>;
  readonly ownerAcknowledgements: ReadonlyArray<{
    readonly receivedAt: string;
    readonly receipt: ShownReceiptFragment | null;
    readonly submittedBy: { readonly id: string; readonly name: string } | null;
    readonly object: { readonly id: string; readonly code: string } | null;
  }>;
} & LiveIncidentFragment;

export type OwnedIncidentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type OwnedIncidentsQuery = {
  readonly incidents: {
    readonly nodes: ReadonlyArray<OwnedIncidentFragment>;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
};

export type OwnedIncidentPageQueryVariables = Exact<{
  number: string;
}>;

export type OwnedIncidentPageQuery = {
  readonly incident:
    | ({
        readonly report: { readonly summary: string; readonly receivedAt: string } | null;
        readonly card: {
          readonly nature: string;
          readonly measures: string;
          readonly consequences: ReadonlyArray<Consequence>;
          readonly occurredAt: string;
          readonly receivedAt: string;
        } | null;
      } & OwnedIncidentFragment)
    | null;
};

export type AcknowledgeIncidentMutationVariables = Exact<{
  input: AcknowledgeNotificationInput;
}>;

export type AcknowledgeIncidentMutation = {
  readonly acknowledgeNotification:
    | ({
        readonly __typename: "NotificationAcknowledged";
        readonly incident: OwnedIncidentFragment | null;
      } & Accepted_NotificationAcknowledged_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type PrintedRevisionsQueryVariables = Exact<{
  number: string;
}>;

export type PrintedRevisionsQuery = {
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly soc: LiveParty_Soc_Fragment | null;
    readonly cardRevisions: ReadonlyArray<{ readonly id: string; readonly revision: number }>;
  } | null;
};

export type PrintedRevisionQueryVariables = Exact<{
  id: string;
}>;

export type PrintedRevisionQuery = {
  readonly node:
    | ({
        readonly paper: string;
        readonly receipt: ShownReceiptFragment | null;
        readonly objects: ReadonlyArray<{ readonly object: { readonly kinds: ReadonlyArray<ObjectKind> } | null }>;
      } & FormCardFragment)
    | Record<PropertyKey, never>
    | null;
};

export type OwnerContactFragment = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};

export type OwnerDutyFragment = {
  readonly metBy: MeansOfDischarge | null;
  readonly object: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly owner: OwnerContactFragment | null;
    readonly holder: OwnerContactFragment | null;
  } | null;
} & LiveDutyFragment;

export type OwnersOfIncidentFragment = {
  readonly obligations: ReadonlyArray<OwnerDutyFragment>;
  readonly deliveries: ReadonlyArray<{
    readonly id: string;
    readonly state: DeliveryState;
    readonly channel: DeliveryChannel | null;
    readonly attempts: ReadonlyArray<{ readonly isAccepted: boolean | null }>;
    readonly object: { readonly id: string; readonly code: string } | null;
  }>;
} & LiveIncidentFragment;

export type OwnersToTellQueryVariables = Exact<{
  incidents: ReadonlyArray<string>;
}>;

export type OwnersToTellQuery = {
  readonly obligations: {
    readonly nodes: ReadonlyArray<
      {
        readonly incident: {
          readonly id: string;
          readonly number: string;
          readonly deliveries: ReadonlyArray<{
            readonly id: string;
            readonly state: DeliveryState;
            readonly channel: DeliveryChannel | null;
            readonly attempts: ReadonlyArray<{ readonly isAccepted: boolean | null }>;
            readonly object: { readonly id: string; readonly code: string } | null;
          }>;
        } | null;
      } & OwnerDutyFragment
    >;
  };
};

export type MyObjectsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type MyObjectsQuery = {
  readonly protectedObjects: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly kinds: ReadonlyArray<ObjectKind>;
      readonly owner: { readonly id: string; readonly name: string } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type SendReportMutationVariables = Exact<{
  input: ReportIncidentInput;
}>;

export type SendReportMutation = {
  readonly reportIncident:
    | ({
        readonly __typename: "ReportAccepted";
        readonly incident: OwnersOfIncidentFragment;
      } & Accepted_ReportAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type SendOwnerNotificationMutationVariables = Exact<{
  input: RecordOwnerNotificationInput;
}>;

export type SendOwnerNotificationMutation = {
  readonly recordOwnerNotification:
    | ({
        readonly __typename: "OwnerNotificationAccepted";
        readonly incident: OwnersOfIncidentFragment;
      } & Accepted_OwnerNotificationAccepted_Fragment)
    | ({ readonly __typename: "SubmissionRejected" } & RejectedFragment);
};

export type IncidentOwnersQueryVariables = Exact<{
  number: string;
}>;

export type IncidentOwnersQuery = { readonly incident: OwnersOfIncidentFragment | null };

export type CentrePhoneQueryVariables = Exact<{ [key: string]: never }>;

export type CentrePhoneQuery = {
  readonly nationalCentre: { readonly id: string; readonly name: string; readonly phone: string | null };
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  readonly limits: { readonly allowsDrafts: boolean };
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

export type RevokeOwnTokenMutationVariables = Exact<{ [key: string]: never }>;

export type RevokeOwnTokenMutation = { readonly revokeOwnToken: { readonly token: { readonly id: string } } };

export type ReceiptUnderQueryVariables = Exact<{
  submissionKey: string;
}>;

export type ReceiptUnderQuery = {
  readonly receipt: {
    readonly act: string;
    readonly receivedAt: string;
    readonly position: number;
    readonly entryHash: string;
    readonly contentHash: string;
    readonly submissionKey: string;
    readonly incident: { readonly id: string; readonly number: string } | null;
  } | null;
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

export type CountedInTimeFragment = {
  readonly rule: string;
  readonly opened: number;
  readonly met: number;
  readonly late: number;
  readonly overdue: number;
  readonly running: number;
  readonly waived: number;
  readonly waivedLate: number;
  readonly retracted: number;
  readonly incidents: number;
  readonly receivedOtherwise: number;
  readonly bySocStatement: number;
  readonly leftUndetermined: number;
  readonly shareInTime: number | null;
};

export type TimelinessOfPeriodQueryVariables = Exact<{
  period: TimelinessPeriod;
  rules?: ReadonlyArray<string> | null | undefined;
  socs?: ReadonlyArray<string> | null | undefined;
}>;

export type TimelinessOfPeriodQuery = {
  readonly serverTime: string;
  readonly timeliness: ReadonlyArray<
    {
      readonly soc: LiveParty_Soc_Fragment | null;
      readonly lateness: {
        readonly medianSeconds: number;
        readonly p95Seconds: number;
        readonly worstSeconds: number;
      } | null;
      readonly months: ReadonlyArray<{
        readonly month: string;
        readonly opened: number;
        readonly met: number;
        readonly late: number;
        readonly overdue: number;
        readonly waivedLate: number;
        readonly shareInTime: number | null;
      }>;
    } & CountedInTimeFragment
  >;
};

export type AskedIncidentsQueryVariables = Exact<{
  questions: ReadonlyArray<OpenQuestion>;
  first: number;
}>;

export type AskedIncidentsQuery = { readonly incidents: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

export type UnknownIncidentsQueryVariables = Exact<{
  first: number;
}>;

export type UnknownIncidentsQuery = {
  readonly incidents: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly retractedAt: string | null;
      readonly affectedObjects: ReadonlyArray<{ readonly object: { readonly id: string } | null }>;
      readonly ownerAcknowledgements: ReadonlyArray<{
        readonly receivedAt: string;
        readonly object: { readonly id: string } | null;
      }>;
    }>;
  };
};

export type SocsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type SocsQuery = {
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
      readonly attempts: ReadonlyArray<{ readonly isAccepted: boolean | null }>;
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
export const RejectedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const ListedPartyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const ListedSocFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const OfObjectFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const ListedCoverageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const ListedObjectFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const ListedTokenFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ListedToken on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `,
  { fragmentName: "ListedToken" },
) as unknown as TypedDocumentString<ListedTokenFragment, unknown>;
export const ListedActorFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}`,
  { fragmentName: "ListedActor" },
) as unknown as TypedDocumentString<ListedActorFragment, unknown>;
export const FormObjectFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
    `,
  { fragmentName: "FormObject" },
) as unknown as TypedDocumentString<FormObjectFragment, unknown>;
export const FormCardFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
}
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}`,
  { fragmentName: "FormCard" },
) as unknown as TypedDocumentString<FormCardFragment, unknown>;
export const CheckedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Checked on SubmissionCheck {
  isAcceptable
  violations {
    rule
    path
    message
  }
  warnings {
    rule
    path
    message
  }
}
    `,
  { fragmentName: "Checked" },
) as unknown as TypedDocumentString<CheckedFragment, unknown>;
export const ShownDeliveryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
    obligations {
      id
      rule
      objectCode
      standing
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
export const LivePartyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment LiveParty on Party {
  id
  code
  name
}
    `,
  { fragmentName: "LiveParty" },
) as unknown as TypedDocumentString<LivePartyFragment, unknown>;
export const LiveIncidentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
export const OwnerContactFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
    `,
  { fragmentName: "OwnerContact" },
) as unknown as TypedDocumentString<OwnerContactFragment, unknown>;
export const LiveDutyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
  isDueSoon
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
export const DossierDutyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
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
  isDueSoon
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`,
  { fragmentName: "DossierDuty" },
) as unknown as TypedDocumentString<DossierDutyFragment, unknown>;
export const DossierDeliveryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`,
  { fragmentName: "DossierDelivery" },
) as unknown as TypedDocumentString<DossierDeliveryFragment, unknown>;
export const RelatedIncidentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`,
  { fragmentName: "RelatedIncident" },
) as unknown as TypedDocumentString<RelatedIncidentFragment, unknown>;
export const DossierNotificationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
  }
}
    `,
  { fragmentName: "DossierNotification" },
) as unknown as TypedDocumentString<DossierNotificationFragment, unknown>;
export const DossierStateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
    fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`,
  { fragmentName: "DossierState" },
) as unknown as TypedDocumentString<DossierStateFragment, unknown>;
export const FactObjectFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment FactObject on ProtectedObject {
  id
  name
}
    `,
  { fragmentName: "FactObject" },
) as unknown as TypedDocumentString<FactObjectFragment, unknown>;
export const LiveRecipientFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
  isDueSoon
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}`,
  { fragmentName: "LiveRecipient" },
) as unknown as TypedDocumentString<LiveRecipientFragment, unknown>;
export const ThreadObjectFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ThreadObject on ProtectedObject {
  id
  code
  name
}
    `,
  { fragmentName: "ThreadObject" },
) as unknown as TypedDocumentString<ThreadObjectFragment, unknown>;
export const ThreadIndicatorFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ThreadIndicator on Indicator {
  type
  value
  submitted
}
    `,
  { fragmentName: "ThreadIndicator" },
) as unknown as TypedDocumentString<ThreadIndicatorFragment, unknown>;
export const SentReceiptFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
    `,
  { fragmentName: "SentReceipt" },
) as unknown as TypedDocumentString<SentReceiptFragment, unknown>;
export const ThreadAnalysisFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ThreadAnalysis on Analysis {
  id
  kind
  revision
  receivedAt
  findings
  measures
  conclusions
  recommendations
  indicators {
    ...ThreadIndicator
  }
  affectedObjects {
    ...ThreadObject
  }
  incident {
    id
    number
  }
  submittedBy {
    id
    name
  }
  receipt {
    ...SentReceipt
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ThreadIndicator on Indicator {
  type
  value
  submitted
}
fragment ThreadObject on ProtectedObject {
  id
  code
  name
}`,
  { fragmentName: "ThreadAnalysis" },
) as unknown as TypedDocumentString<ThreadAnalysisFragment, unknown>;
export const ThreadRecipientFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ThreadRecipient on NotificationRecipient {
  ...LiveRecipient
  reasons {
    kind
    object {
      ...ThreadObject
    }
    sector
    indicator
  }
  obligation {
    ...LiveDuty
    metBy
    waivedBy
    waivedReason
  }
  analyses {
    ...ThreadAnalysis
  }
  notConfirmed {
    grounds
    receivedAt
    submittedBy {
      id
      name
    }
    receipt {
      ...SentReceipt
    }
  }
  answers {
    rule
    current {
      at
      answer {
        __typename
        ... on Incident {
          number
        }
      }
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ThreadIndicator on Indicator {
  type
  value
  submitted
}
fragment ThreadObject on ProtectedObject {
  id
  code
  name
}
fragment ThreadAnalysis on Analysis {
  id
  kind
  revision
  receivedAt
  findings
  measures
  conclusions
  recommendations
  indicators {
    ...ThreadIndicator
  }
  affectedObjects {
    ...ThreadObject
  }
  incident {
    id
    number
  }
  submittedBy {
    id
    name
  }
  receipt {
    ...SentReceipt
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
  isDueSoon
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
  { fragmentName: "ThreadRecipient" },
) as unknown as TypedDocumentString<ThreadRecipientFragment, unknown>;
export const ThreadFollowerFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ThreadFollower on Notification {
  id
  number
  sentAt
  text
  isWithdrawal
  marking
  indicators {
    ...ThreadIndicator
  }
  follows {
    id
    number
  }
  withdrawal {
    id
    number
  }
  recipients {
    acknowledgedAt
    soc {
      ...LiveParty
    }
  }
}
    fragment ThreadIndicator on Indicator {
  type
  value
  submitted
}
fragment LiveParty on Party {
  id
  code
  name
}`,
  { fragmentName: "ThreadFollower" },
) as unknown as TypedDocumentString<ThreadFollowerFragment, unknown>;
export const SentWarningFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SentWarning on Warning {
  rule
  path
  message
}
    `,
  { fragmentName: "SentWarning" },
) as unknown as TypedDocumentString<SentWarningFragment, unknown>;
export const AcceptedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}`,
  { fragmentName: "Accepted" },
) as unknown as TypedDocumentString<AcceptedFragment, unknown>;
export const LiveNotificationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
  isDueSoon
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
export const SentAnalysisFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment SentAnalysis on AnalysisAccepted {
  ...Accepted
  analysis {
    id
    revision
  }
  incident {
    id
    number
  }
  notification {
    ...LiveNotification
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
}`,
  { fragmentName: "SentAnalysis" },
) as unknown as TypedDocumentString<SentAnalysisFragment, unknown>;
export const LiveObligationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
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
  isDueSoon
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
export const ShownReceiptFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}`,
  { fragmentName: "ShownReceipt" },
) as unknown as TypedDocumentString<ShownReceiptFragment, unknown>;
export const OwnedIncidentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment OwnedIncident on Incident {
  ...LiveIncident
  soc {
    phone
  }
  obligations {
    ...LiveDuty
    metBy
  }
  ownerAcknowledgements {
    receivedAt
    receipt {
      ...ShownReceipt
    }
    submittedBy {
      id
      name
    }
    object {
      id
      code
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
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
  isDueSoon
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
  { fragmentName: "OwnedIncident" },
) as unknown as TypedDocumentString<OwnedIncidentFragment, unknown>;
export const OwnerDutyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
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
  isDueSoon
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`,
  { fragmentName: "OwnerDuty" },
) as unknown as TypedDocumentString<OwnerDutyFragment, unknown>;
export const OwnersOfIncidentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}`,
  { fragmentName: "OwnersOfIncident" },
) as unknown as TypedDocumentString<OwnersOfIncidentFragment, unknown>;
export const CountedInTimeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CountedInTime on Timeliness {
  rule
  opened
  met
  late
  overdue
  running
  waived
  waivedLate
  retracted
  incidents
  receivedOtherwise
  bySocStatement
  leftUndetermined
  shareInTime
}
    `,
  { fragmentName: "CountedInTime" },
) as unknown as TypedDocumentString<CountedInTimeFragment, unknown>;
export const CentreDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisteredSocsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisteredOwnersDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ObjectsRegisteredDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ObjectsRegistered($first: Int!, $after: String) {
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
}`) as unknown as TypedDocumentString<ObjectsRegisteredQuery, ObjectsRegisteredQueryVariables>;
export const ObjectHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisteredActorsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
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
export const JournalDocument = /*#__PURE__*/ new TypedDocumentString(`
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
      subject {
        __typename
        ... on Soc {
          code
        }
        ... on Owner {
          code
        }
        ... on NationalCentre {
          code
        }
        ... on Actor {
          id
          name
          party {
            code
          }
        }
        ... on ProtectedObject {
          code
        }
        ... on Notification {
          number
        }
        ... on Threat {
          number
        }
        ... on SecurityEvent {
          number
        }
        ... on DetectedIncident {
          number
        }
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
export const RegisterSocDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisterOwnerDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const EndSocDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ChangeContactDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisterObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ChangeObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const EndObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const StartCoverageDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const EndCoverageDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RegisterActorDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
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
export const ChangeActorRolesDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
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
export const IssueTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<IssueTokenMutation, IssueTokenMutationVariables>;
export const RevokeTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const BindReserveFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const UnbindReserveFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const CardFormDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardForm($number: String!) {
  incident(number: $number) {
    ...LiveIncident
    soc {
      id
    }
    report {
      type
      severity
      summary
      confirmedAt
      receivedAt
      affectedObjects {
        ...FormObject
      }
    }
    cardRevisions {
      ...FormCard
    }
    obligations {
      ...LiveDuty
    }
  }
}
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<CardFormQuery, CardFormQueryVariables>;
export const SendCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendCard($input: SubmitIncidentCardInput!) {
  submitIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      ...Accepted
      card {
        ...FormCard
      }
      incident {
        ...OwnersOfIncident
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}
fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<SendCardMutation, SendCardMutationVariables>;
export const SendAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendAmendment($input: AmendIncidentCardInput!) {
  amendIncidentCard(input: $input) {
    __typename
    ... on CardAccepted {
      ...Accepted
      card {
        ...FormCard
      }
      incident {
        ...OwnersOfIncident
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}
fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<SendAmendmentMutation, SendAmendmentMutationVariables>;
export const FormLimitsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FormLimits {
  limits {
    text
    shortText
  }
}
    `) as unknown as TypedDocumentString<FormLimitsQuery, FormLimitsQueryVariables>;
export const CheckReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckReport($input: ReportIncidentInput!) {
  checkIncidentReport(input: $input) {
    ...Checked
  }
}
    fragment Checked on SubmissionCheck {
  isAcceptable
  violations {
    rule
    path
    message
  }
  warnings {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckReportMutation, CheckReportMutationVariables>;
export const CheckCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckCard($input: SubmitIncidentCardInput!) {
  checkIncidentCard(input: $input) {
    ...Checked
  }
}
    fragment Checked on SubmissionCheck {
  isAcceptable
  violations {
    rule
    path
    message
  }
  warnings {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckCardMutation, CheckCardMutationVariables>;
export const CheckAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckAmendment($input: AmendIncidentCardInput!) {
  checkIncidentCardAmendment(input: $input) {
    ...Checked
  }
}
    fragment Checked on SubmissionCheck {
  isAcceptable
  violations {
    rule
    path
    message
  }
  warnings {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckAmendmentMutation, CheckAmendmentMutationVariables>;
export const ServerClockDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ServerClock {
  serverTime
}
    `) as unknown as TypedDocumentString<ServerClockQuery, ServerClockQueryVariables>;
export const OwnersGivenUpDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnersGivenUp($first: Int!) {
  deliveries(ownerNotNotified: true, states: [GIVEN_UP], first: $first) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OwnersGivenUpQuery, OwnersGivenUpQueryVariables>;
export const DeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    obligations {
      id
      rule
      objectCode
      standing
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
export const RetryDeliveryDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
    obligations {
      id
      rule
      objectCode
      standing
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
export const CorrectConfirmationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectConfirmation($input: CorrectConfirmationInput!) {
  correctConfirmation(input: $input) {
    __typename
    ... on ConfirmationCorrected {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<CorrectConfirmationMutation, CorrectConfirmationMutationVariables>;
export const RequestCorrectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestCorrection($input: RequestConfirmationCorrectionInput!) {
  requestConfirmationCorrection(input: $input) {
    __typename
    ... on CorrectionRequested {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<RequestCorrectionMutation, RequestCorrectionMutationVariables>;
export const RefuseCorrectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefuseCorrection($input: RefuseConfirmationCorrectionInput!) {
  refuseConfirmationCorrection(input: $input) {
    __typename
    ... on CorrectionRefused {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<RefuseCorrectionMutation, RefuseCorrectionMutationVariables>;
export const WithdrawCorrectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawCorrection($input: WithdrawCorrectionRequestInput!) {
  withdrawCorrectionRequest(input: $input) {
    __typename
    ... on CorrectionWithdrawn {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<WithdrawCorrectionMutation, WithdrawCorrectionMutationVariables>;
export const ReviewSeverityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviewSeverity($input: ReviewSeverityInput!) {
  reviewSeverity(input: $input) {
    __typename
    ... on SeverityReviewAccepted {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<ReviewSeverityMutation, ReviewSeverityMutationVariables>;
export const RequestRetractionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestRetraction($input: RequestRetractionInput!) {
  requestRetraction(input: $input) {
    __typename
    ... on RetractionRequested {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<RequestRetractionMutation, RequestRetractionMutationVariables>;
export const DecideRetractionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DecideRetraction($input: DecideRetractionInput!) {
  decideRetraction(input: $input) {
    __typename
    ... on RetractionDecided {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<DecideRetractionMutation, DecideRetractionMutationVariables>;
export const RecordReceivedOtherwiseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordReceivedOtherwise($input: RecordReceivedOtherwiseInput!) {
  recordReceivedOtherwise(input: $input) {
    __typename
    ... on ReceivedOtherwiseRecorded {
      ...Accepted
      obligation {
        incident {
          ...DossierState
        }
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<RecordReceivedOtherwiseMutation, RecordReceivedOtherwiseMutationVariables>;
export const WithdrawReceivedOtherwiseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawReceivedOtherwise($input: WithdrawReceivedOtherwiseInput!) {
  withdrawReceivedOtherwise(input: $input) {
    __typename
    ... on ReceivedOtherwiseWithdrawn {
      ...Accepted
      obligation {
        incident {
          ...DossierState
        }
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<WithdrawReceivedOtherwiseMutation, WithdrawReceivedOtherwiseMutationVariables>;
export const LinkObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkObject($input: LinkAffectedObjectInput!) {
  linkAffectedObject(input: $input) {
    __typename
    ... on AffectedObjectLinked {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<LinkObjectMutation, LinkObjectMutationVariables>;
export const UnlinkObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkObject($input: UnlinkAffectedObjectInput!) {
  unlinkAffectedObject(input: $input) {
    __typename
    ... on AffectedObjectUnlinked {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<UnlinkObjectMutation, UnlinkObjectMutationVariables>;
export const LinkSameDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkSame($input: LinkSameIncidentsInput!) {
  linkSameIncidents(input: $input) {
    __typename
    ... on SameIncidentsLinked {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<LinkSameMutation, LinkSameMutationVariables>;
export const UnlinkSameDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkSame($input: UnlinkSameIncidentsInput!) {
  unlinkSameIncidents(input: $input) {
    __typename
    ... on SameIncidentsUnlinked {
      ...Accepted
      incident {
        ...DossierState
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<UnlinkSameMutation, UnlinkSameMutationVariables>;
export const DossierDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Dossier($number: String!) {
  incident(number: $number) {
    ...DossierState
    soc {
      phone
    }
    report {
      type
      severity
      summary
      confirmedAt
      receivedAt
      affectedObjects {
        ...FormObject
      }
    }
    card {
      ...FormCard
    }
  }
}
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
}
fragment DossierDuty on Obligation {
  ...LiveDuty
  metBy
  isRetracted
  waivedBy
  waivedReason
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
  receivedOtherwise {
    id
    channel
    receivedAt
    receivedBy
    reason
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
  }
}
fragment DossierDelivery on Delivery {
  id
  state
  channel
  queuedAt
  acceptedAt
  party {
    ...LiveParty
  }
  object {
    id
    code
    name
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    isRepeat
    proof
  }
}
fragment RelatedIncident on Incident {
  id
  number
  type
  severity
  confirmedAt
  soc {
    ...LiveParty
  }
}
fragment DossierState on Incident {
  ...LiveIncident
  takenBy {
    by
    at
    isMine
  }
  occurredAt
  objects: affectedObjects {
    code
    description
    kinds
    ownerName
    object {
      id
      code
      name
      kinds
      owner {
        ...OwnerContact
      }
      holder {
        ...OwnerContact
      }
    }
  }
  obligations {
    ...DossierDuty
  }
  deliveries {
    ...DossierDelivery
  }
  confirmationCorrections {
    confirmedAt
    previous
    reason
    receivedAt
  }
  correctionRequests {
    confirmedAt
    reason
    requestedAt
    decidedAt
    refusalReason
    replacedAt
    settledAt
    withdrawnAt
  }
  retractions {
    grounds
    requestedAt
    decidedAt
    isGranted
    reason
  }
  objectLinks {
    code
    description
    linkedAt
    reason
    unlinkedAt
    unlinkedReason
    object {
      id
      name
    }
  }
  earlierIncident {
    ...RelatedIncident
  }
  repeatedBy {
    ...RelatedIncident
  }
  sameAs {
    ...RelatedIncident
  }
  cardRevisions {
    id
    revision
    receivedAt
    submittedBy {
      id
      name
    }
  }
  notifications {
    ...DossierNotification
  }
  notificationsAbout {
    ...DossierNotification
  }
}
fragment DossierNotification on Notification {
  id
  number
  subject
  sentAt
  text
  isWithdrawal
  withdrawal {
    id
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}`) as unknown as TypedDocumentString<DossierQuery, DossierQueryVariables>;
export const DossierDifferencesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DossierDifferences($number: String!, $from: Int!, $to: Int!) {
  incident(number: $number) {
    id
    cardDifferences(from: $from, to: $to) {
      __typename
      field
      label
      ... on ValueDifference {
        before {
          label
          value
        }
        after {
          label
          value
        }
      }
      ... on ChoicesDifference {
        added {
          label
        }
        removed {
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
          type
          value
          submitted
        }
        removed {
          type
          value
          submitted
        }
      }
      ... on AffectedObjectsDifference {
        added {
          ...FormObject
        }
        removed {
          ...FormObject
        }
      }
    }
  }
}
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}`) as unknown as TypedDocumentString<DossierDifferencesQuery, DossierDifferencesQueryVariables>;
export const CardRevisionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardRevision($id: ID!) {
  node(id: $id) {
    ... on IncidentCard {
      ...FormCard
    }
  }
}
    fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
}`) as unknown as TypedDocumentString<CardRevisionQuery, CardRevisionQueryVariables>;
export const DossierFactsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DossierFacts($number: String!, $first: Int!, $after: String) {
  incident(number: $number) {
    id
    facts(first: $first, after: $after, orderBy: NEWEST_FIRST) {
      nodes {
        at
        kind
        announcement
        position
        party {
          ...LiveParty
        }
        actor {
          id
          name
        }
        receipt {
          ...ShownReceipt
        }
        objects {
          id
          code
          name
        }
        about {
          __typename
          ... on IncidentCard {
            revision
            severity
          }
          ... on IncidentReport {
            type
            reported: severity
          }
          ... on SeverityReview {
            from: previous
            to: severity
            grounds: reason
          }
          ... on OwnerNotification {
            channel
            recipient
            notifiedAt
            object {
              ...FactObject
            }
            objectDescription
          }
          ... on OwnerAcknowledgement {
            owner {
              ...LiveParty
            }
            object {
              ...FactObject
            }
          }
          ... on Delivery {
            state
            object {
              ...FactObject
            }
            attempts {
              isAccepted
              proof
            }
          }
          ... on Obligation {
            rule
            waivedReason
            object {
              ...FactObject
            }
            objectCode
            objectDescription
          }
          ... on CorrectionRequest {
            confirmedAt
            reason
            refusalReason
          }
          ... on ConfirmationCorrection {
            confirmedAt
            previous
            why: reason
          }
          ... on Retraction {
            grounds
            decision: reason
          }
          ... on ObjectLink {
            code
            description
            linkReason: reason
            unlinkedReason
          }
          ... on SameIncidentDecision {
            sameReason: reason
            incidents {
              id
              number
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
}
fragment FactObject on ProtectedObject {
  id
  name
}
fragment LiveParty on Party {
  id
  code
  name
}`) as unknown as TypedDocumentString<DossierFactsQuery, DossierFactsQueryVariables>;
export const InboxUnansweredDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InboxUnanswered($first: Int!, $after: String) {
  notifications(
    filter: {isUnanswered: true}
    orderBy: DUE_FIRST
    first: $first
    after: $after
  ) {
    nodes {
      ...LiveNotification
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<InboxUnansweredQuery, InboxUnansweredQueryVariables>;
export const OutboxUnansweredDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OutboxUnanswered($first: Int!, $after: String) {
  notifications(filter: {isUnanswered: true}, first: $first, after: $after) {
    nodes {
      ...LiveNotification
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<OutboxUnansweredQuery, OutboxUnansweredQueryVariables>;
export const InboxPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InboxPage($first: Int!, $after: String) {
  notifications(first: $first, after: $after) {
    nodes {
      ...LiveNotification
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<InboxPageQuery, InboxPageQueryVariables>;
export const NotificationThreadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotificationThread($number: String!) {
  notification(number: $number) {
    ...LiveNotification
    submittedBy {
      id
      name
    }
    receipt {
      ...SentReceipt
    }
    incidentRetractedAt
    indicators {
      ...ThreadIndicator
    }
    ownIndicators {
      type
      value
      incidents {
        id
        number
      }
    }
    threat {
      number
      summary
      source
      observedAt
      indicators {
        ...ThreadIndicator
      }
    }
    event {
      number
      summary
      source
      observedAt
      indicators {
        ...ThreadIndicator
      }
    }
    detectedIncident {
      number
      summary
      source
      observedAt
      indicators {
        ...ThreadIndicator
      }
    }
    incident {
      id
      number
    }
    incidents {
      id
      number
    }
    follows {
      ...ThreadFollower
    }
    followedBy {
      ...ThreadFollower
    }
    withdrawal {
      id
      number
      sentAt
      text
    }
    recipients {
      ...ThreadRecipient
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ThreadIndicator on Indicator {
  type
  value
  submitted
}
fragment ThreadObject on ProtectedObject {
  id
  code
  name
}
fragment ThreadAnalysis on Analysis {
  id
  kind
  revision
  receivedAt
  findings
  measures
  conclusions
  recommendations
  indicators {
    ...ThreadIndicator
  }
  affectedObjects {
    ...ThreadObject
  }
  incident {
    id
    number
  }
  submittedBy {
    id
    name
  }
  receipt {
    ...SentReceipt
  }
}
fragment ThreadRecipient on NotificationRecipient {
  ...LiveRecipient
  reasons {
    kind
    object {
      ...ThreadObject
    }
    sector
    indicator
  }
  obligation {
    ...LiveDuty
    metBy
    waivedBy
    waivedReason
  }
  analyses {
    ...ThreadAnalysis
  }
  notConfirmed {
    grounds
    receivedAt
    submittedBy {
      id
      name
    }
    receipt {
      ...SentReceipt
    }
  }
  answers {
    rule
    current {
      at
      answer {
        __typename
        ... on Incident {
          number
        }
      }
    }
  }
}
fragment ThreadFollower on Notification {
  id
  number
  sentAt
  text
  isWithdrawal
  marking
  indicators {
    ...ThreadIndicator
  }
  follows {
    id
    number
  }
  withdrawal {
    id
    number
  }
  recipients {
    acknowledgedAt
    soc {
      ...LiveParty
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<NotificationThreadQuery, NotificationThreadQueryVariables>;
export const AcknowledgeReceiptDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcknowledgeReceipt($input: AcknowledgeNotificationInput!) {
  acknowledgeNotification(input: $input) {
    __typename
    ... on NotificationAcknowledged {
      ...Accepted
      notification {
        ...LiveNotification
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<AcknowledgeReceiptMutation, AcknowledgeReceiptMutationVariables>;
export const SendThreatAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendThreatAnalysis($input: SubmitThreatAnalysisInput!) {
  submitThreatAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      ...SentAnalysis
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment SentAnalysis on AnalysisAccepted {
  ...Accepted
  analysis {
    id
    revision
  }
  incident {
    id
    number
  }
  notification {
    ...LiveNotification
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<SendThreatAnalysisMutation, SendThreatAnalysisMutationVariables>;
export const SendEventAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendEventAnalysis($input: SubmitEventAnalysisInput!) {
  submitEventAnalysis(input: $input) {
    __typename
    ... on AnalysisAccepted {
      ...SentAnalysis
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment SentAnalysis on AnalysisAccepted {
  ...Accepted
  analysis {
    id
    revision
  }
  incident {
    id
    number
  }
  notification {
    ...LiveNotification
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<SendEventAnalysisMutation, SendEventAnalysisMutationVariables>;
export const SendNotConfirmedDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendNotConfirmed($input: AnswerNotConfirmedInput!) {
  answerNotConfirmed(input: $input) {
    __typename
    ... on NotConfirmedAccepted {
      ...Accepted
      notification {
        ...LiveNotification
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<SendNotConfirmedMutation, SendNotConfirmedMutationVariables>;
export const IncidentListDocument = /*#__PURE__*/ new TypedDocumentString(`
    query IncidentList($filter: IncidentFilter, $orderBy: IncidentOrder, $first: Int, $after: String, $last: Int, $before: String) {
  incidents(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...LiveIncident
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
}`) as unknown as TypedDocumentString<IncidentListQuery, IncidentListQueryVariables>;
export const OpenObligationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OpenObligations($first: Int!, $after: String, $since: DateTime, $last: Int) {
  obligations(
    filter: {standings: [RUNNING, OVERDUE]}
    orderBy: DUE_FIRST
    first: $first
    after: $after
  ) {
    feedCursor(since: $since, last: $last)
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
  isDueSoon
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
export const NewestIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NewestIncidents($first: Int!, $since: DateTime, $last: Int) {
  incidents(first: $first) {
    feedCursor(since: $since, last: $last)
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
export const NewestNotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NewestNotifications($first: Int!, $since: DateTime, $last: Int) {
  notifications(first: $first) {
    feedCursor(since: $since, last: $last)
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
  isDueSoon
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
export const LiveIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription LiveIncidents($after: FeedCursor, $mark: Boolean = false) {
  incidentFeed(after: $after, mark: $mark) {
    cursor
    kind
    at
    incident {
      ...LiveIncident
      obligations {
        ...LiveDuty
        notification {
          id
          number
          subject
        }
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
  isDueSoon
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
export const LiveNotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  isDueSoon
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
export const LiveObligationsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  isDueSoon
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
export const NotifyChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotifyChoices {
  threats(first: 50) {
    nodes {
      id
      number
      summary
      marking
      observedAt
      receivedAt
    }
  }
  securityEvents(first: 50) {
    nodes {
      id
      number
      summary
      marking
      observedAt
      receivedAt
    }
  }
  detectedIncidents(first: 50) {
    nodes {
      id
      number
      summary
      marking
      observedAt
      receivedAt
    }
  }
  socs(first: 100) {
    nodes {
      ...LiveParty
      endedAt
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`) as unknown as TypedDocumentString<NotifyChoicesQuery, NotifyChoicesQueryVariables>;
export const NotificationFollowedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotificationFollowed($number: String!) {
  notification(number: $number) {
    id
    number
    subject
    marking
    text
    isWithdrawal
    withdrawal {
      id
      number
    }
    recipients {
      soc {
        ...LiveParty
      }
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`) as unknown as TypedDocumentString<NotificationFollowedQuery, NotificationFollowedQueryVariables>;
export const RecipientsPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RecipientsPreview($input: NotificationPreviewInput!) {
  notificationPreview(input: $input) {
    soc {
      ...LiveParty
    }
    reasons {
      kind
      object {
        ...ThreadObject
      }
      sector
      indicator
    }
  }
}
    fragment ThreadObject on ProtectedObject {
  id
  code
  name
}
fragment LiveParty on Party {
  id
  code
  name
}`) as unknown as TypedDocumentString<RecipientsPreviewQuery, RecipientsPreviewQueryVariables>;
export const SendNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendNotification($input: NotifySocsInput!) {
  notifySocs(input: $input) {
    __typename
    ... on SocsNotified {
      ...Accepted
      notification {
        ...LiveNotification
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
}`) as unknown as TypedDocumentString<SendNotificationMutation, SendNotificationMutationVariables>;
export const RecordThreatDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordThreat($input: RegisterDetectionInput!) {
  registerThreat(input: $input) {
    __typename
    ... on ThreatRegistered {
      ...Accepted
      threat {
        id
        number
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
}`) as unknown as TypedDocumentString<RecordThreatMutation, RecordThreatMutationVariables>;
export const RecordSecurityEventDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordSecurityEvent($input: RegisterDetectionInput!) {
  registerSecurityEvent(input: $input) {
    __typename
    ... on SecurityEventRegistered {
      ...Accepted
      event {
        id
        number
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
}`) as unknown as TypedDocumentString<RecordSecurityEventMutation, RecordSecurityEventMutationVariables>;
export const RecordDetectedIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordDetectedIncident($input: RegisterDetectedIncidentInput!) {
  registerDetectedIncident(input: $input) {
    __typename
    ... on DetectedIncidentRegistered {
      ...Accepted
      detectedIncident {
        id
        number
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
}`) as unknown as TypedDocumentString<RecordDetectedIncidentMutation, RecordDetectedIncidentMutationVariables>;
export const OwnedIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnedIncidents($first: Int, $after: String, $last: Int, $before: String) {
  incidents(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...OwnedIncident
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
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
  isDueSoon
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
fragment OwnedIncident on Incident {
  ...LiveIncident
  soc {
    phone
  }
  obligations {
    ...LiveDuty
    metBy
  }
  ownerAcknowledgements {
    receivedAt
    receipt {
      ...ShownReceipt
    }
    submittedBy {
      id
      name
    }
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<OwnedIncidentsQuery, OwnedIncidentsQueryVariables>;
export const OwnedIncidentPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnedIncidentPage($number: String!) {
  incident(number: $number) {
    ...OwnedIncident
    report {
      summary
      receivedAt
    }
    card {
      nature
      measures
      consequences
      occurredAt
      receivedAt
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
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
  isDueSoon
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
fragment OwnedIncident on Incident {
  ...LiveIncident
  soc {
    phone
  }
  obligations {
    ...LiveDuty
    metBy
  }
  ownerAcknowledgements {
    receivedAt
    receipt {
      ...ShownReceipt
    }
    submittedBy {
      id
      name
    }
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<OwnedIncidentPageQuery, OwnedIncidentPageQueryVariables>;
export const AcknowledgeIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcknowledgeIncident($input: AcknowledgeNotificationInput!) {
  acknowledgeNotification(input: $input) {
    __typename
    ... on NotificationAcknowledged {
      ...Accepted
      incident {
        ...OwnedIncident
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
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
  isDueSoon
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
fragment OwnedIncident on Incident {
  ...LiveIncident
  soc {
    phone
  }
  obligations {
    ...LiveDuty
    metBy
  }
  ownerAcknowledgements {
    receivedAt
    receipt {
      ...ShownReceipt
    }
    submittedBy {
      id
      name
    }
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<AcknowledgeIncidentMutation, AcknowledgeIncidentMutationVariables>;
export const PrintedRevisionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PrintedRevisions($number: String!) {
  incident(number: $number) {
    id
    number
    soc {
      ...LiveParty
    }
    cardRevisions {
      id
      revision
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}`) as unknown as TypedDocumentString<PrintedRevisionsQuery, PrintedRevisionsQueryVariables>;
export const PrintedRevisionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PrintedRevision($id: ID!) {
  node(id: $id) {
    ... on IncidentCard {
      ...FormCard
      paper
      receipt {
        ...ShownReceipt
      }
      objects: affectedObjects {
        object {
          kinds
        }
      }
    }
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment FormObject on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}
fragment FormCard on IncidentCard {
  id
  revision
  receivedAt
  registeredOn
  severity
  type
  scale
  occurredAt
  confirmedAt
  recurrence
  earlierIncidentNumber
  indicators {
    type
    value
    submitted
  }
  sign
  contours
  nature
  consequences
  affectedObjects {
    ...FormObject
  }
  measures
  note
}
fragment ShownReceipt on Receipt {
  act
  ...SentReceipt
}`) as unknown as TypedDocumentString<PrintedRevisionQuery, PrintedRevisionQueryVariables>;
export const OwnersToTellDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnersToTell($incidents: [ID!]!) {
  obligations(
    filter: {rules: ["R9.2"], standings: [RUNNING, OVERDUE], incidents: $incidents}
    orderBy: DUE_FIRST
    first: 100
  ) {
    nodes {
      ...OwnerDuty
      incident {
        id
        number
        deliveries {
          id
          state
          attempts {
            isAccepted
          }
          channel
          object {
            id
            code
          }
        }
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
  isDueSoon
  isVoid
  objectCode
  objectDescription
  obligor {
    ...LiveParty
  }
}
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}`) as unknown as TypedDocumentString<OwnersToTellQuery, OwnersToTellQueryVariables>;
export const MyObjectsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyObjects($first: Int!, $after: String) {
  protectedObjects(first: $first, after: $after, filter: {isEnded: false}) {
    nodes {
      id
      code
      name
      kinds
      owner {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyObjectsQuery, MyObjectsQueryVariables>;
export const SendReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendReport($input: ReportIncidentInput!) {
  reportIncident(input: $input) {
    __typename
    ... on ReportAccepted {
      ...Accepted
      incident {
        ...OwnersOfIncident
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}
fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<SendReportMutation, SendReportMutationVariables>;
export const SendOwnerNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendOwnerNotification($input: RecordOwnerNotificationInput!) {
  recordOwnerNotification(input: $input) {
    __typename
    ... on OwnerNotificationAccepted {
      ...Accepted
      incident {
        ...OwnersOfIncident
      }
    }
    ...Rejected
  }
}
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}
fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<SendOwnerNotificationMutation, SendOwnerNotificationMutationVariables>;
export const IncidentOwnersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query IncidentOwners($number: String!) {
  incident(number: $number) {
    ...OwnersOfIncident
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
  isDueSoon
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
fragment OwnerContact on Owner {
  id
  code
  name
  phone
  email
}
fragment OwnerDuty on Obligation {
  ...LiveDuty
  metBy
  object {
    id
    code
    name
    owner {
      ...OwnerContact
    }
    holder {
      ...OwnerContact
    }
  }
}
fragment OwnersOfIncident on Incident {
  ...LiveIncident
  obligations {
    ...OwnerDuty
  }
  deliveries {
    id
    state
    attempts {
      isAccepted
    }
    channel
    object {
      id
      code
    }
  }
}`) as unknown as TypedDocumentString<IncidentOwnersQuery, IncidentOwnersQueryVariables>;
export const CentrePhoneDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CentrePhone {
  nationalCentre {
    id
    name
    phone
  }
}
    `) as unknown as TypedDocumentString<CentrePhoneQuery, CentrePhoneQueryVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  limits {
    allowsDrafts
  }
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
export const RevokeOwnTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeOwnToken {
  revokeOwnToken {
    token {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeOwnTokenMutation, RevokeOwnTokenMutationVariables>;
export const ReceiptUnderDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReceiptUnder($submissionKey: String!) {
  receipt(submissionKey: $submissionKey) {
    act
    receivedAt
    position
    entryHash
    contentHash
    submissionKey
    incident {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptUnderQuery, ReceiptUnderQueryVariables>;
export const TermsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  isDueSoon
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
export const TimelinessOfPeriodDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TimelinessOfPeriod($period: TimelinessPeriod!, $rules: [String!], $socs: [ID!]) {
  serverTime
  timeliness(period: $period, rules: $rules, socs: $socs) {
    soc {
      ...LiveParty
    }
    ...CountedInTime
    lateness {
      medianSeconds
      p95Seconds
      worstSeconds
    }
    months {
      month
      opened
      met
      late
      overdue
      waivedLate
      shareInTime
    }
  }
}
    fragment LiveParty on Party {
  id
  code
  name
}
fragment CountedInTime on Timeliness {
  rule
  opened
  met
  late
  overdue
  running
  waived
  waivedLate
  retracted
  incidents
  receivedOtherwise
  bySocStatement
  leftUndetermined
  shareInTime
}`) as unknown as TypedDocumentString<TimelinessOfPeriodQuery, TimelinessOfPeriodQueryVariables>;
export const AskedIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AskedIncidents($questions: [OpenQuestion!]!, $first: Int!) {
  incidents(filter: {openQuestions: $questions}, first: $first) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AskedIncidentsQuery, AskedIncidentsQueryVariables>;
export const UnknownIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UnknownIncidents($first: Int!) {
  incidents(first: $first) {
    nodes {
      id
      retractedAt
      affectedObjects {
        object {
          id
        }
      }
      ownerAcknowledgements {
        receivedAt
        object {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnknownIncidentsQuery, UnknownIncidentsQueryVariables>;
export const SocsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Socs($first: Int!, $after: String) {
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
    `) as unknown as TypedDocumentString<SocsQuery, SocsQueryVariables>;
export const OwnersNotReachedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnersNotReached($first: Int!) {
  deliveries(ownerNotNotified: true, first: $first) {
    nodes {
      id
      state
      attempts {
        isAccepted
      }
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
export const WaiveObligationDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
  isDueSoon
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
export const TakeIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
export const ReleaseIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    fragment SentReceipt on Receipt {
  receivedAt
  position
  entryHash
  contentHash
  submissionKey
}
fragment SentWarning on Warning {
  rule
  path
  message
}
fragment Accepted on SubmissionAccepted {
  isRepeated
  receipt {
    ...SentReceipt
  }
  warnings {
    ...SentWarning
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
