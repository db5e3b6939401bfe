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

/** As whom the files in a reserve folder act. */
export type BindReserveFolderInput = {
  /** The actor, whose party's folder it is. Files act with the roles that it has when each of them is taken in; tokens have no part in it. */
  readonly actorId: string;
};

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

/** In what a list is exported. */
export type ExportFormat =
  /** Comma-separated values (RFC 4180) in UTF-8 with a byte-order mark: a head, and a line for each row. A text that a spreadsheet might take for a formula has an apostrophe before it. */
  | "CSV"
  /** A line of JSON for each row, as it was selected: nested, and every value as it is. */
  | "NDJSON"
  /** A workbook of Office Open XML. Texts are texts, never formulas. A sheet holds 1,048,576 rows, its head included; more rows stand on further sheets. A cell holds 32,767 characters; a longer text is cut short and says so. */
  | "XLSX";

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

/** What incidents are counted by. */
export type IncidentDimension =
  /** By the consequences of the latest card. An incident with several counts under each. */
  | "CONSEQUENCE"
  /** By the contours of the latest card. An incident with several counts under each. */
  | "CONTOUR"
  /** By the day in Asia/Almaty on which the gateway received the first report or card. */
  | "DAY"
  /** By the calendar month of that day. */
  | "MONTH"
  /** By the kinds of these objects, as the register has them now. An incident with several counts under each. */
  | "OBJECT_KIND"
  /** By the quarter of that day. */
  | "QUARTER"
  /** By the sectors of the registered objects that it harmed, as the register has them now. An incident with several counts under each. */
  | "SECTOR"
  /** By the level now. */
  | "SEVERITY"
  /** By the sign of the latest card. */
  | "SIGN"
  /** By the SOC whose incident it is. */
  | "SOC"
  /** By the type now. */
  | "TYPE"
  /** By the week of that day, from Monday (ISO 8601). */
  | "WEEK"
  /** By the year of that day. */
  | "YEAR";

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

/** Narrows a feed by what never changes about a fact. */
export type IncidentFeedFilter = {
  /** Facts of one of these kinds. */
  readonly kinds?: ReadonlyArray<IncidentFactKind> | null | undefined;
  /** Facts about one of these objects, as named at the time. For an owner: facts from the time when the object was its own. Each by its id, or by its code, in capitals or not. */
  readonly objects?: ReadonlyArray<string> | null | undefined;
  /** Facts of one of these SOCs. Each by its id, or by its code, in capitals or not. */
  readonly socs?: ReadonlyArray<string> | null | undefined;
};

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

/** Narrows a list of notifications. All given conditions must hold. */
export type NotificationFilter = {
  /** True: only those that somebody (for a SOC: your SOC) has not acknowledged. */
  readonly isUnacknowledged?: boolean | null | undefined;
  /** True: only those that somebody (for a SOC: your SOC) still has to answer, in time or not (R9.4 to R9.6). Cards of incidents to which they led are duties of those (L21). */
  readonly isUnanswered?: boolean | null | undefined;
  /** Whose answer, of somebody (for a SOC: of your SOC), has one of these standings at the instant of the answer. An empty list matches nothing. */
  readonly standings?: ReadonlyArray<Standing> | null | undefined;
  /** About one of these subjects. */
  readonly subjects?: ReadonlyArray<NotificationSubject> | null | undefined;
};

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

/** Narrows a feed by what never changes about a fact. */
export type ObligationFeedFilter = {
  /** Announcements of one of these kinds. */
  readonly kinds?: ReadonlyArray<ObligationFactKind> | null | undefined;
  /** About one of these objects, as named when it was announced. Each by its id, or by its code, in capitals or not. */
  readonly objects?: ReadonlyArray<string> | null | undefined;
  /** Duties of one of these SOCs. Each by its id, or by its code, in capitals or not. */
  readonly socs?: ReadonlyArray<string> | null | undefined;
};

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

/** A list to be exported. */
export type PrepareExportInput = {
  /** A GraphQL document with one query of one list (F31): one field that has `nodes`, or fields one inside the other that lead to one, such as `{ soc(code: "X") { incidents { nodes { number } } } }`. The rows are what is selected in `nodes` or `edges`; what else is selected of the list is left out. Neither `first` nor `after`, `last`, `before`: the whole list is exported. At most 20,000 characters. */
  readonly document: string;
  /** In what it is exported. */
  readonly format: ExportFormat;
  /** Your idempotency key, 1 to 200 printable characters (F10). Repeated with the same content, it returns the first answer; with different content, CONFLICT. */
  readonly submissionKey: string;
  /** The variables of the document: one JSON object, as a text of at most 20,000 characters. */
  readonly variables?: string | null | undefined;
};

/** Narrows a list of protected objects. All given conditions must hold. */
export type ProtectedObjectFilter = {
  /** Only those that have ended, or only those that have not. */
  readonly isEnded?: boolean | null | undefined;
  /** Of at least one of these kinds. */
  readonly kinds?: ReadonlyArray<ObjectKind> | null | undefined;
  /** In at least one of these sectors. */
  readonly sectors?: ReadonlyArray<Sector> | null | undefined;
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

/** The order of the records. */
export type TimelinessOrder =
  /** Lowest share in time first; rows without a share last. */
  | "LEAST_IN_TIME"
  /** By the SOC's code, then by rule. */
  | "SOC";

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

export type ActorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type ActorsQuery = {
  readonly actors: {
    readonly pageInfo: PageFragment;
    readonly nodes: ReadonlyArray<{ readonly tokens: ReadonlyArray<TokenRowFragment> } & ActorRowFragment>;
  };
};

export type RegisterSocMutationVariables = Exact<{
  input: RegisterSocInput;
}>;

export type RegisterSocMutation = {
  readonly registerSoc:
    { readonly __typename: "SocRegistered"; readonly soc: PartyName_Soc_Fragment } | RejectionFragment;
};

export type RegisterOwnerMutationVariables = Exact<{
  input: RegisterOwnerInput;
}>;

export type RegisterOwnerMutation = {
  readonly registerOwner:
    | {
        readonly __typename: "OwnerRegistered";
        readonly owner: { readonly email: string | null } & PartyName_Owner_Fragment;
      }
    | RejectionFragment;
};

export type RegisterProtectedObjectMutationVariables = Exact<{
  input: RegisterProtectedObjectInput;
}>;

export type RegisterProtectedObjectMutation = {
  readonly registerProtectedObject:
    { readonly __typename: "ProtectedObjectRegistered"; readonly object: ObjectRowFragment } | RejectionFragment;
};

export type ChangeProtectedObjectMutationVariables = Exact<{
  input: ChangeProtectedObjectInput;
}>;

export type ChangeProtectedObjectMutation = {
  readonly changeProtectedObject:
    | {
        readonly __typename: "ProtectedObjectChanged";
        readonly obligationCount: number;
        readonly object: ObjectRowFragment;
        readonly obligations: ReadonlyArray<{
          readonly id: string;
          readonly rule: string;
          readonly standing: Standing;
          readonly dueAt: string;
          readonly incident: { readonly number: string } | null;
        }>;
        readonly warnings: ReadonlyArray<DoubtFragment>;
      }
    | RejectionFragment;
};

export type EndSocMutationVariables = Exact<{
  input: EndSocInput;
}>;

export type EndSocMutation = {
  readonly endSoc:
    | {
        readonly __typename: "SocEnded";
        readonly soc: {
          readonly endedAt: string | null;
          readonly replacedBy: PartyName_Soc_Fragment | null;
        } & PartyName_Soc_Fragment;
        readonly warnings: ReadonlyArray<DoubtFragment>;
      }
    | RejectionFragment;
};

export type EndProtectedObjectMutationVariables = Exact<{
  input: EndProtectedObjectInput;
}>;

export type EndProtectedObjectMutation = {
  readonly endProtectedObject:
    | {
        readonly __typename: "ProtectedObjectEnded";
        readonly object: {
          readonly endedAt: string | null;
          readonly replacedBy: ObjectRowFragment | null;
        } & ObjectRowFragment;
        readonly warnings: ReadonlyArray<DoubtFragment>;
      }
    | RejectionFragment;
};

export type StartCoverageMutationVariables = Exact<{
  input: StartCoverageInput;
}>;

export type StartCoverageMutation = {
  readonly startCoverage:
    | {
        readonly __typename: "CoverageStarted";
        readonly liveNotificationCount: number;
        readonly coverage: CoverageRowFragment;
        readonly liveNotifications: ReadonlyArray<{ readonly id: string; readonly number: string }>;
      }
    | RejectionFragment;
};

export type EndCoverageMutationVariables = Exact<{
  input: EndCoverageInput;
}>;

export type EndCoverageMutation = {
  readonly endCoverage:
    { readonly __typename: "CoverageEnded"; readonly coverage: CoverageRowFragment } | RejectionFragment;
};

export type RegisterActorMutationVariables = Exact<{
  input: RegisterActorInput;
}>;

export type RegisterActorMutation = {
  readonly registerActor:
    { readonly __typename: "ActorRegistered"; readonly actor: ActorRowFragment } | RejectionFragment;
};

export type ChangeActorRolesMutationVariables = Exact<{
  input: ChangeActorRolesInput;
}>;

export type ChangeActorRolesMutation = {
  readonly changeActorRoles:
    { readonly __typename: "ActorRolesChanged"; readonly actor: ActorRowFragment } | RejectionFragment;
};

export type IssueTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;

export type IssueTokenMutation = {
  readonly issueToken:
    | RejectionFragment
    | { readonly __typename: "TokenIssued"; readonly secret: string; readonly token: TokenRowFragment };
};

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;

export type RevokeTokenMutation = {
  readonly revokeToken: RejectionFragment | { readonly __typename: "TokenRevoked"; readonly token: TokenRowFragment };
};

export type RevokeOwnTokenMutationVariables = Exact<{ [key: string]: never }>;

export type RevokeOwnTokenMutation = { readonly revokeOwnToken: { readonly token: TokenRowFragment } };

export type BindReserveFolderMutationVariables = Exact<{
  input: BindReserveFolderInput;
}>;

export type BindReserveFolderMutation = {
  readonly bindReserveFolder:
    { readonly __typename: "ReserveFolderBound"; readonly actor: ActorRowFragment } | RejectionFragment;
};

export type UnbindReserveFolderMutationVariables = Exact<{
  input: UnbindReserveFolderInput;
}>;

export type UnbindReserveFolderMutation = {
  readonly unbindReserveFolder:
    | {
        readonly __typename: "ReserveFolderUnbound";
        readonly party:
          | { readonly id: string; readonly code: string; readonly reserveActor: ActorRowFragment | null }
          | { readonly id: string; readonly code: string; readonly reserveActor: ActorRowFragment | null }
          | { readonly id: string; readonly code: string; readonly reserveActor: ActorRowFragment | null };
      }
    | RejectionFragment;
};

export type RequestRetractionMutationVariables = Exact<{
  input: RequestRetractionInput;
}>;

export type RequestRetractionMutation = {
  readonly requestRetraction:
    ({ readonly incident: IncidentRowFragment } & Acceptance_RetractionRequested_Fragment) | RejectionFragment;
};

export type DecideRetractionMutationVariables = Exact<{
  input: DecideRetractionInput;
}>;

export type DecideRetractionMutation = {
  readonly decideRetraction:
    | ({
        readonly incident: { readonly retractedAt: string | null } & IncidentRowFragment;
      } & Acceptance_RetractionDecided_Fragment)
    | RejectionFragment;
};

export type CorrectConfirmationMutationVariables = Exact<{
  input: CorrectConfirmationInput;
}>;

export type CorrectConfirmationMutation = {
  readonly correctConfirmation:
    ({ readonly incident: IncidentRowFragment } & Acceptance_ConfirmationCorrected_Fragment) | RejectionFragment;
};

export type WaiveObligationMutationVariables = Exact<{
  input: WaiveObligationInput;
}>;

export type WaiveObligationMutation = {
  readonly waiveObligation:
    | ({
        readonly obligation: {
          readonly waivedReason: string | null;
          readonly waivedBy: WaivedBy | null;
        } & ObligationRowFragment;
      } & Acceptance_ObligationWaived_Fragment)
    | RejectionFragment;
};

export type RecordReceivedOtherwiseMutationVariables = Exact<{
  input: RecordReceivedOtherwiseInput;
}>;

export type RecordReceivedOtherwiseMutation = {
  readonly recordReceivedOtherwise:
    | ({
        readonly obligation: {
          readonly receivedOtherwise: ReadonlyArray<{
            readonly channel: OwnerChannel;
            readonly receivedAt: string;
            readonly receivedBy: string;
            readonly recordedBy: string;
            readonly reason: string;
            readonly recordedAt: string;
            readonly id: string;
            readonly withdrawnAt: string | null;
          }>;
        } & ObligationRowFragment;
      } & Acceptance_ReceivedOtherwiseRecorded_Fragment)
    | RejectionFragment;
};

export type RequestConfirmationCorrectionMutationVariables = Exact<{
  input: RequestConfirmationCorrectionInput;
}>;

export type RequestConfirmationCorrectionMutation = {
  readonly requestConfirmationCorrection:
    | ({
        readonly incident: {
          readonly openQuestions: ReadonlyArray<OpenQuestion>;
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
        } & IncidentRowFragment;
      } & Acceptance_CorrectionRequested_Fragment)
    | RejectionFragment;
};

export type LinkSameIncidentsMutationVariables = Exact<{
  input: LinkSameIncidentsInput;
}>;

export type LinkSameIncidentsMutation = {
  readonly linkSameIncidents:
    | ({
        readonly incident: {
          readonly sameAs: ReadonlyArray<{ readonly id: string; readonly number: string }>;
        } & IncidentRowFragment;
      } & Acceptance_SameIncidentsLinked_Fragment)
    | RejectionFragment;
};

export type RefuseConfirmationCorrectionMutationVariables = Exact<{
  input: RefuseConfirmationCorrectionInput;
}>;

export type RefuseConfirmationCorrectionMutation = {
  readonly refuseConfirmationCorrection:
    | ({
        readonly incident: {
          readonly openQuestions: ReadonlyArray<OpenQuestion>;
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
        } & IncidentRowFragment;
      } & Acceptance_CorrectionRefused_Fragment)
    | RejectionFragment;
};

export type WithdrawReceivedOtherwiseMutationVariables = Exact<{
  input: WithdrawReceivedOtherwiseInput;
}>;

export type WithdrawReceivedOtherwiseMutation = {
  readonly withdrawReceivedOtherwise:
    | ({
        readonly obligation: {
          readonly receivedOtherwise: ReadonlyArray<{
            readonly id: string;
            readonly channel: OwnerChannel;
            readonly receivedAt: string;
            readonly receivedBy: string;
            readonly recordedBy: string;
            readonly reason: string;
            readonly recordedAt: string;
            readonly withdrawnAt: string | null;
            readonly withdrawnBy: string | null;
            readonly withdrawnReason: string | null;
          }>;
        } & ObligationRowFragment;
      } & Acceptance_ReceivedOtherwiseWithdrawn_Fragment)
    | RejectionFragment;
};

export type LinkAffectedObjectMutationVariables = Exact<{
  input: LinkAffectedObjectInput;
}>;

export type LinkAffectedObjectMutation = {
  readonly linkAffectedObject:
    | ({
        readonly incident: {
          readonly affectedObjects: ReadonlyArray<{
            readonly code: string | null;
            readonly description: string | null;
            readonly object: { readonly id: string } | null;
          }>;
          readonly objectLinks: ReadonlyArray<{
            readonly description: string;
            readonly code: string;
            readonly reason: string;
            readonly linkedAt: string;
            readonly object: { readonly id: string } | null;
          }>;
        } & IncidentRowFragment;
      } & Acceptance_AffectedObjectLinked_Fragment)
    | RejectionFragment;
};

export type UnlinkAffectedObjectMutationVariables = Exact<{
  input: UnlinkAffectedObjectInput;
}>;

export type UnlinkAffectedObjectMutation = {
  readonly unlinkAffectedObject:
    | ({
        readonly incident: {
          readonly objectLinks: ReadonlyArray<{
            readonly description: string;
            readonly code: string;
            readonly unlinkedAt: string | null;
            readonly unlinkedReason: string | null;
          }>;
        } & IncidentRowFragment;
      } & Acceptance_AffectedObjectUnlinked_Fragment)
    | RejectionFragment;
};

export type UnlinkSameIncidentsMutationVariables = Exact<{
  input: UnlinkSameIncidentsInput;
}>;

export type UnlinkSameIncidentsMutation = {
  readonly unlinkSameIncidents:
    | ({
        readonly incident: {
          readonly sameAs: ReadonlyArray<{ readonly id: string; readonly number: string }>;
        } & IncidentRowFragment;
      } & Acceptance_SameIncidentsUnlinked_Fragment)
    | RejectionFragment;
};

export type WithdrawCorrectionRequestMutationVariables = Exact<{
  input: WithdrawCorrectionRequestInput;
}>;

export type WithdrawCorrectionRequestMutation = {
  readonly withdrawCorrectionRequest:
    | ({
        readonly incident: {
          readonly openQuestions: ReadonlyArray<OpenQuestion>;
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
        } & IncidentRowFragment;
      } & Acceptance_CorrectionWithdrawn_Fragment)
    | RejectionFragment;
};

export type TakeIncidentMutationVariables = Exact<{
  input: TakeIncidentInput;
}>;

export type TakeIncidentMutation = {
  readonly takeIncident:
    | ({
        readonly incident: {
          readonly takenBy: { readonly by: string; readonly isMine: boolean; readonly at: string } | null;
        } & IncidentRowFragment;
      } & Acceptance_IncidentTaken_Fragment)
    | RejectionFragment;
};

export type ReleaseIncidentMutationVariables = Exact<{
  input: ReleaseIncidentInput;
}>;

export type ReleaseIncidentMutation = {
  readonly releaseIncident:
    | ({
        readonly incident: {
          readonly takenBy: { readonly by: string; readonly isMine: boolean; readonly at: string } | null;
        } & IncidentRowFragment;
      } & Acceptance_IncidentReleased_Fragment)
    | RejectionFragment;
};

export type DeliveryRowFragment = {
  readonly id: string;
  readonly channel: DeliveryChannel | null;
  readonly state: DeliveryState;
  readonly queuedAt: string;
  readonly acceptedAt: string | null;
  readonly announcement: ObligationFactKind | null;
  readonly object: { readonly code: string } | null;
  readonly obligation: { readonly id: string; readonly rule: string; readonly dueAt: string } | null;
  readonly party: PartyName_NationalCentre_Fragment | PartyName_Owner_Fragment | PartyName_Soc_Fragment | null;
  readonly attempts: ReadonlyArray<{
    readonly ordinal: number;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly isAccepted: boolean | null;
    readonly proof: string | null;
    readonly isRepeat: boolean;
  }>;
};

type Contact_NationalCentre_Fragment = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
};

type Contact_Owner_Fragment = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
};

type Contact_Soc_Fragment = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly webhookUrl: string | null;
  readonly webhookGoneAt: string | null;
};

export type ContactFragment = Contact_NationalCentre_Fragment | Contact_Owner_Fragment | Contact_Soc_Fragment;

export type ContactsQueryVariables = Exact<{ [key: string]: never }>;

export type ContactsQuery = {
  readonly me: {
    readonly party:
      | (PartyName_NationalCentre_Fragment & Contact_NationalCentre_Fragment)
      | (PartyName_Owner_Fragment & Contact_Owner_Fragment)
      | (PartyName_Soc_Fragment & Contact_Soc_Fragment);
  };
  readonly socs: { readonly nodes: ReadonlyArray<PartyName_Soc_Fragment & Contact_Soc_Fragment> };
};

export type DeliveriesQueryVariables = Exact<{
  states?: ReadonlyArray<DeliveryState> | null | undefined;
  ownerNotNotified?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type DeliveriesQuery = {
  readonly deliveries: {
    readonly nodes: ReadonlyArray<{ readonly incident: { readonly number: string } | null } & DeliveryRowFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type IncidentDeliveriesQueryVariables = Exact<{
  number: string;
}>;

export type IncidentDeliveriesQuery = {
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly deliveries: ReadonlyArray<DeliveryRowFragment>;
    readonly ownerAcknowledgements: ReadonlyArray<{
      readonly receivedAt: string;
      readonly owner: PartyName_Owner_Fragment | null;
      readonly object: { readonly code: string } | null;
    }>;
  } | null;
};

export type RetryDeliveryMutationVariables = Exact<{
  input: RetryDeliveryInput;
}>;

export type RetryDeliveryMutation = {
  readonly retryDelivery:
    ({ readonly delivery: DeliveryRowFragment } & Acceptance_DeliveryRetried_Fragment) | RejectionFragment;
};

export type ChangeContactMutationVariables = Exact<{
  input: ChangeContactInput;
}>;

export type ChangeContactMutation = {
  readonly changeContact:
    | {
        readonly __typename: "ContactChanged";
        readonly webhookSecret: string | null;
        readonly party:
          | (PartyName_NationalCentre_Fragment & Contact_NationalCentre_Fragment)
          | (PartyName_Owner_Fragment & Contact_Owner_Fragment)
          | (PartyName_Soc_Fragment & Contact_Soc_Fragment);
      }
    | RejectionFragment;
};

export type ObligationsQueryVariables = Exact<{
  filter?: ObligationFilter | null | undefined;
  orderBy?: ObligationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type ObligationsQuery = {
  readonly obligations: {
    readonly feedCursor: string;
    readonly nodes: ReadonlyArray<
      {
        readonly waivedReason: string | null;
        readonly waivedBy: WaivedBy | null;
        readonly obligor: PartyName_NationalCentre_Fragment | PartyName_Owner_Fragment | PartyName_Soc_Fragment | null;
        readonly object: { readonly id: string; readonly code: string } | null;
        readonly incident: { readonly id: string; readonly number: string } | null;
        readonly notification: { readonly id: string; readonly number: string } | null;
      } & ObligationRowFragment
    >;
    readonly pageInfo: PageFragment;
  };
};

export type TimelinessQueryVariables = Exact<{
  period: TimelinessPeriod;
  socs?: ReadonlyArray<string> | null | undefined;
  rules?: ReadonlyArray<string> | null | undefined;
  orderBy?: TimelinessOrder | null | undefined;
}>;

export type TimelinessQuery = {
  readonly timeliness: ReadonlyArray<{
    readonly rule: string;
    readonly opened: number;
    readonly met: number;
    readonly late: number;
    readonly overdue: number;
    readonly waived: number;
    readonly waivedLate: number;
    readonly running: number;
    readonly retracted: number;
    readonly bySocStatement: number;
    readonly receivedOtherwise: number;
    readonly leftUndetermined: number;
    readonly incidents: number;
    readonly incidentsOfAllSocs: number;
    readonly shareInTime: number | null;
    readonly soc: PartyName_Soc_Fragment | null;
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
      readonly waived: number;
      readonly waivedLate: number;
      readonly running: number;
      readonly retracted: number;
      readonly bySocStatement: number;
      readonly receivedOtherwise: number;
      readonly leftUndetermined: number;
      readonly incidents: number;
      readonly incidentsOfAllSocs: number;
      readonly shareInTime: number | null;
    }>;
  }>;
};

export type ObligationFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: ObligationFeedFilter | null | undefined;
  mark?: boolean;
}>;

export type ObligationFeedSubscription = {
  readonly obligationFeed: {
    readonly cursor: string;
    readonly kind: ObligationFactKind;
    readonly at: string;
    readonly obligation: {
      readonly obligor: { readonly code: string } | { readonly code: string } | { readonly code: string } | null;
      readonly incident: { readonly number: string } | null;
      readonly notification: { readonly number: string } | null;
    } & ObligationRowFragment;
  };
};

export type PrepareExportMutationVariables = Exact<{
  input: PrepareExportInput;
}>;

export type PrepareExportMutation = {
  readonly prepareExport:
    | ({
        readonly export: {
          readonly url: string | null;
          readonly expiresAt: string;
          readonly columns: ReadonlyArray<string>;
        };
      } & Acceptance_ExportPrepared_Fragment)
    | RejectionFragment;
};

export type AffectedObjectRowFragment = {
  readonly code: string | null;
  readonly description: string | null;
  readonly kinds: ReadonlyArray<ObjectKind> | null;
  readonly ownerName: string | null;
  readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
};

export type ObligationRowFragment = {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly rule: string;
  readonly objectCode: string | null;
  readonly objectDescription: string | null;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly dischargedAt: string | null;
  readonly metBy: MeansOfDischarge | null;
  readonly waivedAt: string | null;
  readonly standing: Standing;
  readonly latenessSeconds: number;
};

export type IncidentRowFragment = {
  readonly id: string;
  readonly number: string;
  readonly type: IncidentType;
  readonly severity: Severity | null;
  readonly confirmedAt: string;
  readonly receivedAt: string;
  readonly soc: PartyName_Soc_Fragment | null;
  readonly affectedObjects: ReadonlyArray<AffectedObjectRowFragment>;
  readonly obligations: ReadonlyArray<ObligationRowFragment>;
};

export type CardRevisionFragment = {
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
  readonly affectedObjects: ReadonlyArray<AffectedObjectRowFragment>;
};

export type DossierFragment = {
  readonly occurredAt: string | null;
  readonly report: {
    readonly type: IncidentType;
    readonly severity: Severity | null;
    readonly summary: string;
    readonly confirmedAt: string;
    readonly receivedAt: string;
    readonly affectedObjects: ReadonlyArray<AffectedObjectRowFragment>;
  } | null;
  readonly cardRevisions: ReadonlyArray<CardRevisionFragment>;
  readonly severityReviews: ReadonlyArray<{
    readonly previous: Severity | null;
    readonly severity: Severity;
    readonly reason: string | null;
    readonly receivedAt: string;
  }>;
  readonly ownerNotifications: ReadonlyArray<{
    readonly channel: OwnerChannel;
    readonly recipient: string;
    readonly notifiedAt: string;
    readonly receivedAt: string;
    readonly note: string | null;
    readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
  }>;
} & IncidentRowFragment;

export type IncidentQueryVariables = Exact<{
  number: string;
}>;

export type IncidentQuery = { readonly incident: DossierFragment | null };

export type CardDifferencesQueryVariables = Exact<{
  number: string;
  from: number;
  to: number;
}>;

export type CardDifferencesQuery = {
  readonly incident: {
    readonly cardDifferences: ReadonlyArray<
      | {
          readonly __typename: "AffectedObjectsDifference";
          readonly field: string;
          readonly label: string;
          readonly added: ReadonlyArray<AffectedObjectRowFragment>;
          readonly removed: ReadonlyArray<AffectedObjectRowFragment>;
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
          readonly before: { readonly value: string; readonly label: string };
          readonly after: { readonly value: string; readonly label: string };
        }
    > | null;
  } | null;
};

export type IncidentsQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined;
  orderBy?: IncidentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type IncidentsQuery = {
  readonly incidents: {
    readonly feedCursor: string;
    readonly pageInfo: PageFragment;
    readonly nodes: ReadonlyArray<
      {
        readonly obligations: ReadonlyArray<
          { readonly notification: { readonly number: string } | null } & ObligationRowFragment
        >;
      } & IncidentRowFragment
    >;
  };
};

export type NodeQueryVariables = Exact<{
  id: string;
}>;

export type NodeQuery = {
  readonly node:
    | { readonly __typename: "Analysis"; readonly id: string }
    | { readonly __typename: "Campaign"; readonly id: string }
    | { readonly __typename: "Delivery"; readonly id: string }
    | { readonly __typename: "DetectedIncident"; readonly id: string }
    | ({ readonly __typename: "Incident"; readonly id: string } & DossierFragment)
    | {
        readonly __typename: "IncidentCard";
        readonly revision: number;
        readonly receivedAt: string;
        readonly type: IncidentType;
        readonly confirmedAt: string;
        readonly nature: string;
        readonly measures: string;
        readonly note: string | null;
        readonly id: string;
        readonly cardSeverity: Severity;
        readonly cardOccurredAt: string;
        readonly affectedObjects: ReadonlyArray<AffectedObjectRowFragment>;
      }
    | { readonly __typename: "IndicatorValue"; readonly id: string }
    | ({ readonly __typename: "NationalCentre"; readonly id: string } & PartyName_NationalCentre_Fragment)
    | { readonly __typename: "Notification"; readonly id: string }
    | ({ readonly __typename: "Obligation"; readonly id: string } & ObligationRowFragment)
    | ({ readonly __typename: "Owner"; readonly id: string } & PartyName_Owner_Fragment)
    | ({ readonly __typename: "ProtectedObject"; readonly id: string } & ObjectRowFragment)
    | { readonly __typename: "SecurityEvent"; readonly id: string }
    | ({ readonly __typename: "Soc"; readonly id: string } & PartyName_Soc_Fragment)
    | { readonly __typename: "Threat"; readonly id: string }
    | null;
};

export type IncidentFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: IncidentFeedFilter | null | undefined;
  mark?: boolean;
}>;

export type IncidentFeedSubscription = {
  readonly incidentFeed: {
    readonly cursor: string;
    readonly kind: IncidentFactKind;
    readonly at: string;
    readonly incident: IncidentRowFragment;
  };
};

export type NotificationRowFragment = {
  readonly id: string;
  readonly number: string;
  readonly subject: NotificationSubject;
  readonly text: string;
  readonly marking: Marking;
  readonly sentAt: string;
  readonly isWithdrawal: boolean;
  readonly incidentRetractedAt: string | null;
  readonly follows: { readonly id: string; readonly number: string } | null;
  readonly threat: {
    readonly id: string;
    readonly number: string;
    readonly summary: string;
    readonly marking: Marking;
  } | null;
  readonly event: {
    readonly id: string;
    readonly number: string;
    readonly summary: string;
    readonly marking: Marking;
  } | null;
  readonly detectedIncident: {
    readonly id: string;
    readonly number: string;
    readonly summary: string;
    readonly marking: Marking;
  } | null;
  readonly incident: { readonly id: string; readonly number: string } | null;
  readonly withdrawal: { readonly id: string; readonly sentAt: string } | null;
  readonly indicators: ReadonlyArray<{ readonly type: IndicatorType; readonly value: string }>;
};

export type RecipientRowFragment = {
  readonly availableAt: string;
  readonly acknowledgedAt: string | null;
  readonly soc: PartyName_Soc_Fragment | null;
  readonly reasons: ReadonlyArray<{
    readonly kind: ReasonKind;
    readonly sector: Sector | null;
    readonly indicator: string | null;
    readonly object: { readonly id: string; readonly code: string } | null;
  }>;
  readonly obligation: ObligationRowFragment | null;
  readonly analyses: ReadonlyArray<{
    readonly id: string;
    readonly kind: AnalysisKind;
    readonly revision: number;
    readonly findings: string;
    readonly conclusions: string;
    readonly incident: { readonly id: string; readonly number: string } | null;
  }>;
  readonly notConfirmed: { readonly grounds: string; readonly receivedAt: string } | null;
};

export type NotificationsQueryVariables = Exact<{
  filter?: NotificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type NotificationsQuery = {
  readonly notifications: {
    readonly feedCursor: string;
    readonly nodes: ReadonlyArray<
      {
        readonly recipients: ReadonlyArray<RecipientRowFragment>;
        readonly incidents: ReadonlyArray<{
          readonly id: string;
          readonly number: string;
          readonly soc: { readonly code: string } | null;
        }>;
        readonly followedBy: ReadonlyArray<{
          readonly number: string;
          readonly isWithdrawal: boolean;
          readonly text: string;
        }>;
      } & NotificationRowFragment
    >;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type NotificationPreviewQueryVariables = Exact<{
  input: NotificationPreviewInput;
}>;

export type NotificationPreviewQuery = {
  readonly notificationPreview: ReadonlyArray<{
    readonly soc: PartyName_Soc_Fragment | null;
    readonly reasons: ReadonlyArray<{
      readonly kind: ReasonKind;
      readonly sector: Sector | null;
      readonly indicator: string | null;
      readonly object: { readonly code: string } | null;
    }>;
  }>;
};

export type NotificationFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  mark?: boolean;
}>;

export type NotificationFeedSubscription = {
  readonly notificationFeed: {
    readonly cursor: string;
    readonly kind: NotificationFactKind;
    readonly at: string;
    readonly notification: NotificationRowFragment;
    readonly recipient: RecipientRowFragment;
  };
};

export type RegisterThreatMutationVariables = Exact<{
  input: RegisterDetectionInput;
}>;

export type RegisterThreatMutation = {
  readonly registerThreat:
    | RejectionFragment
    | ({ readonly threat: { readonly id: string; readonly number: string } } & Acceptance_ThreatRegistered_Fragment);
};

export type RegisterSecurityEventMutationVariables = Exact<{
  input: RegisterDetectionInput;
}>;

export type RegisterSecurityEventMutation = {
  readonly registerSecurityEvent:
    | ({
        readonly event: { readonly id: string; readonly number: string };
      } & Acceptance_SecurityEventRegistered_Fragment)
    | RejectionFragment;
};

export type RegisterDetectedIncidentMutationVariables = Exact<{
  input: RegisterDetectedIncidentInput;
}>;

export type RegisterDetectedIncidentMutation = {
  readonly registerDetectedIncident:
    | ({
        readonly detectedIncident: { readonly id: string; readonly number: string };
      } & Acceptance_DetectedIncidentRegistered_Fragment)
    | RejectionFragment;
};

export type NotifySocsMutationVariables = Exact<{
  input: NotifySocsInput;
}>;

export type NotifySocsMutation = {
  readonly notifySocs:
    | ({
        readonly notification: { readonly recipients: ReadonlyArray<RecipientRowFragment> } & NotificationRowFragment;
      } & Acceptance_SocsNotified_Fragment)
    | RejectionFragment;
};

export type AcknowledgeNotificationMutationVariables = Exact<{
  input: AcknowledgeNotificationInput;
}>;

export type AcknowledgeNotificationMutation = {
  readonly acknowledgeNotification:
    | ({
        readonly notification: NotificationRowFragment | null;
        readonly incident: IncidentRowFragment | null;
      } & Acceptance_NotificationAcknowledged_Fragment)
    | RejectionFragment;
};

export type SubmitThreatAnalysisMutationVariables = Exact<{
  input: SubmitThreatAnalysisInput;
}>;

export type SubmitThreatAnalysisMutation = {
  readonly submitThreatAnalysis: AnalysisAcceptanceFragment | RejectionFragment;
};

export type SubmitEventAnalysisMutationVariables = Exact<{
  input: SubmitEventAnalysisInput;
}>;

export type SubmitEventAnalysisMutation = {
  readonly submitEventAnalysis: AnalysisAcceptanceFragment | RejectionFragment;
};

export type AnalysisAcceptanceFragment = {
  readonly notification: NotificationRowFragment;
  readonly analysis: {
    readonly id: string;
    readonly kind: AnalysisKind;
    readonly revision: number;
    readonly findings: string;
    readonly affectedObjects: ReadonlyArray<{ readonly id: string; readonly code: string }>;
    readonly indicators: ReadonlyArray<{ readonly type: IndicatorType; readonly value: string }>;
  };
  readonly incident: IncidentRowFragment | null;
} & Acceptance_AnalysisAccepted_Fragment;

export type AnswerNotConfirmedMutationVariables = Exact<{
  input: AnswerNotConfirmedInput;
}>;

export type AnswerNotConfirmedMutation = {
  readonly answerNotConfirmed:
    ({ readonly notification: NotificationRowFragment } & Acceptance_NotConfirmedAccepted_Fragment) | RejectionFragment;
};

export type AnswerRowFragment = {
  readonly at: string;
  readonly countsFrom: string;
  readonly answer:
    | {
        readonly __typename: "Analysis";
        readonly id: string;
        readonly kind: AnalysisKind;
        readonly revision: number;
        readonly findings: string;
      }
    | { readonly __typename: "Incident"; readonly id: string; readonly number: string }
    | { readonly __typename: "NotConfirmed"; readonly grounds: string }
    | { readonly __typename: "ReceivedOtherwise"; readonly channel: OwnerChannel; readonly receivedBy: string }
    | { readonly __typename: "Retraction"; readonly requestedAt: string | null; readonly reason: string | null };
};

export type AnswersToNotificationQueryVariables = Exact<{
  id: string;
}>;

export type AnswersToNotificationQuery = {
  readonly node:
    | {
        readonly number: string;
        readonly recipients: ReadonlyArray<{
          readonly soc: PartyName_Soc_Fragment | null;
          readonly obligation: ObligationRowFragment | null;
          readonly answers: ReadonlyArray<{
            readonly rule: string;
            readonly incident: { readonly number: string } | null;
            readonly current: AnswerRowFragment | null;
            readonly others: ReadonlyArray<AnswerRowFragment>;
          }>;
        }>;
      }
    | Record<PropertyKey, never>
    | null;
};

type PartyName_NationalCentre_Fragment = {
  readonly __typename: "NationalCentre";
  readonly id: string;
  readonly code: string;
  readonly name: string;
};

type PartyName_Owner_Fragment = {
  readonly __typename: "Owner";
  readonly id: string;
  readonly code: string;
  readonly name: string;
};

type PartyName_Soc_Fragment = {
  readonly __typename: "Soc";
  readonly id: string;
  readonly code: string;
  readonly name: string;
};

export type PartyNameFragment = PartyName_NationalCentre_Fragment | PartyName_Owner_Fragment | PartyName_Soc_Fragment;

export type ObjectRowFragment = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kinds: ReadonlyArray<ObjectKind>;
  readonly sectors: ReadonlyArray<Sector>;
  readonly owner: ({ readonly email: string | null } & PartyName_Owner_Fragment) | null;
};

export type CoverageRowFragment = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly soc: PartyName_Soc_Fragment | null;
  readonly object: { readonly id: string; readonly code: string; readonly name: string } | null;
};

export type ActorRowFragment = {
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlyArray<Role>;
  readonly party: PartyName_NationalCentre_Fragment | PartyName_Owner_Fragment | PartyName_Soc_Fragment;
};

export type TokenRowFragment = {
  readonly id: string;
  readonly name: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
};

export type PageFragment = {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = { readonly me: ActorRowFragment };

export type SocsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type SocsQuery = {
  readonly socs: { readonly pageInfo: PageFragment; readonly nodes: ReadonlyArray<PartyName_Soc_Fragment> };
};

export type ProtectedObjectsQueryVariables = Exact<{
  filter?: ProtectedObjectFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;

export type ProtectedObjectsQuery = {
  readonly protectedObjects: {
    readonly pageInfo: PageFragment;
    readonly nodes: ReadonlyArray<{ readonly coverage: ReadonlyArray<CoverageRowFragment> } & ObjectRowFragment>;
  };
};

export type IncidentStatisticsQueryVariables = Exact<{
  by: ReadonlyArray<IncidentDimension>;
  period: TimelinessPeriod;
  filter?: IncidentFilter | null | undefined;
  top?: number | null | undefined;
}>;

export type IncidentStatisticsQuery = {
  readonly incidentStatistics: {
    readonly asOf: string;
    readonly total: number;
    readonly isMultiple: boolean;
    readonly groupsLeftOut: number;
    readonly groups: ReadonlyArray<{
      readonly incidents: number;
      readonly share: number;
      readonly keys: ReadonlyArray<{
        readonly dimension: IncidentDimension;
        readonly value: string | null;
        readonly label: string | null;
      }>;
    }>;
  };
};

export type ProofFragment = {
  readonly id: string;
  readonly submissionKey: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
};

export type DoubtFragment = { readonly rule: string; readonly path: ReadonlyArray<string>; readonly message: string };

type Acceptance_AffectedObjectLinked_Fragment = {
  readonly __typename: "AffectedObjectLinked";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_AffectedObjectUnlinked_Fragment = {
  readonly __typename: "AffectedObjectUnlinked";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_AnalysisAccepted_Fragment = {
  readonly __typename: "AnalysisAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_CardAccepted_Fragment = {
  readonly __typename: "CardAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ConfirmationCorrected_Fragment = {
  readonly __typename: "ConfirmationCorrected";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_CorrectionRefused_Fragment = {
  readonly __typename: "CorrectionRefused";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_CorrectionRequested_Fragment = {
  readonly __typename: "CorrectionRequested";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_CorrectionWithdrawn_Fragment = {
  readonly __typename: "CorrectionWithdrawn";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_DeliveryRetried_Fragment = {
  readonly __typename: "DeliveryRetried";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_DetectedIncidentRegistered_Fragment = {
  readonly __typename: "DetectedIncidentRegistered";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ExportPrepared_Fragment = {
  readonly __typename: "ExportPrepared";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_IncidentReleased_Fragment = {
  readonly __typename: "IncidentReleased";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_IncidentTaken_Fragment = {
  readonly __typename: "IncidentTaken";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_NotConfirmedAccepted_Fragment = {
  readonly __typename: "NotConfirmedAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_NotificationAcknowledged_Fragment = {
  readonly __typename: "NotificationAcknowledged";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ObligationWaived_Fragment = {
  readonly __typename: "ObligationWaived";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_OwnerNotificationAccepted_Fragment = {
  readonly __typename: "OwnerNotificationAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ReceivedOtherwiseRecorded_Fragment = {
  readonly __typename: "ReceivedOtherwiseRecorded";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ReceivedOtherwiseWithdrawn_Fragment = {
  readonly __typename: "ReceivedOtherwiseWithdrawn";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ReportAccepted_Fragment = {
  readonly __typename: "ReportAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_RetractionDecided_Fragment = {
  readonly __typename: "RetractionDecided";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_RetractionRequested_Fragment = {
  readonly __typename: "RetractionRequested";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_SameIncidentsLinked_Fragment = {
  readonly __typename: "SameIncidentsLinked";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_SameIncidentsUnlinked_Fragment = {
  readonly __typename: "SameIncidentsUnlinked";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_SecurityEventRegistered_Fragment = {
  readonly __typename: "SecurityEventRegistered";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_SeverityReviewAccepted_Fragment = {
  readonly __typename: "SeverityReviewAccepted";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_SocsNotified_Fragment = {
  readonly __typename: "SocsNotified";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

type Acceptance_ThreatRegistered_Fragment = {
  readonly __typename: "ThreatRegistered";
  readonly receipt: ProofFragment;
  readonly warnings: ReadonlyArray<DoubtFragment>;
};

export type AcceptanceFragment =
  | Acceptance_AffectedObjectLinked_Fragment
  | Acceptance_AffectedObjectUnlinked_Fragment
  | Acceptance_AnalysisAccepted_Fragment
  | Acceptance_CardAccepted_Fragment
  | Acceptance_ConfirmationCorrected_Fragment
  | Acceptance_CorrectionRefused_Fragment
  | Acceptance_CorrectionRequested_Fragment
  | Acceptance_CorrectionWithdrawn_Fragment
  | Acceptance_DeliveryRetried_Fragment
  | Acceptance_DetectedIncidentRegistered_Fragment
  | Acceptance_ExportPrepared_Fragment
  | Acceptance_IncidentReleased_Fragment
  | Acceptance_IncidentTaken_Fragment
  | Acceptance_NotConfirmedAccepted_Fragment
  | Acceptance_NotificationAcknowledged_Fragment
  | Acceptance_ObligationWaived_Fragment
  | Acceptance_OwnerNotificationAccepted_Fragment
  | Acceptance_ReceivedOtherwiseRecorded_Fragment
  | Acceptance_ReceivedOtherwiseWithdrawn_Fragment
  | Acceptance_ReportAccepted_Fragment
  | Acceptance_RetractionDecided_Fragment
  | Acceptance_RetractionRequested_Fragment
  | Acceptance_SameIncidentsLinked_Fragment
  | Acceptance_SameIncidentsUnlinked_Fragment
  | Acceptance_SecurityEventRegistered_Fragment
  | Acceptance_SeverityReviewAccepted_Fragment
  | Acceptance_SocsNotified_Fragment
  | Acceptance_ThreatRegistered_Fragment;

export type RejectionFragment = {
  readonly __typename: "SubmissionRejected";
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
  readonly reportIncident:
    ({ readonly incident: IncidentRowFragment } & Acceptance_ReportAccepted_Fragment) | RejectionFragment;
};

export type SubmitIncidentCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type SubmitIncidentCardMutation = {
  readonly submitIncidentCard:
    | ({
        readonly incident: IncidentRowFragment;
        readonly card: CardRevisionFragment;
      } & Acceptance_CardAccepted_Fragment)
    | RejectionFragment;
};

export type AmendIncidentCardMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type AmendIncidentCardMutation = {
  readonly amendIncidentCard:
    | ({
        readonly incident: IncidentRowFragment;
        readonly card: CardRevisionFragment;
      } & Acceptance_CardAccepted_Fragment)
    | RejectionFragment;
};

export type ReviewSeverityMutationVariables = Exact<{
  input: ReviewSeverityInput;
}>;

export type ReviewSeverityMutation = {
  readonly reviewSeverity:
    ({ readonly incident: IncidentRowFragment } & Acceptance_SeverityReviewAccepted_Fragment) | RejectionFragment;
};

export type RecordOwnerNotificationMutationVariables = Exact<{
  input: RecordOwnerNotificationInput;
}>;

export type RecordOwnerNotificationMutation = {
  readonly recordOwnerNotification:
    ({ readonly incident: IncidentRowFragment } & Acceptance_OwnerNotificationAccepted_Fragment) | RejectionFragment;
};

export type CheckFragment = {
  readonly isAcceptable: boolean;
  readonly isRepeated: boolean;
  readonly violations: ReadonlyArray<{
    readonly rule: string;
    readonly code: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
  readonly warnings: ReadonlyArray<{
    readonly rule: string;
    readonly code: string;
    readonly path: ReadonlyArray<string>;
    readonly message: string;
  }>;
};

export type CheckIncidentReportMutationVariables = Exact<{
  input: ReportIncidentInput;
}>;

export type CheckIncidentReportMutation = { readonly checkIncidentReport: CheckFragment };

export type CheckIncidentCardMutationVariables = Exact<{
  input: SubmitIncidentCardInput;
}>;

export type CheckIncidentCardMutation = { readonly checkIncidentCard: CheckFragment };

export type CheckIncidentCardAmendmentMutationVariables = Exact<{
  input: AmendIncidentCardInput;
}>;

export type CheckIncidentCardAmendmentMutation = { readonly checkIncidentCardAmendment: CheckFragment };

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
export const PartyNameFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
    `,
  { fragmentName: "PartyName" },
) as unknown as TypedDocumentString<PartyNameFragment, unknown>;
export const DeliveryRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment DeliveryRow on Delivery {
  id
  channel
  state
  queuedAt
  acceptedAt
  object {
    code
  }
  announcement
  obligation {
    id
    rule
    dueAt
  }
  party {
    ...PartyName
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
    isRepeat
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "DeliveryRow" },
) as unknown as TypedDocumentString<DeliveryRowFragment, unknown>;
export const ContactFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Contact on Party {
  email
  phone
  language
  webhookUrl
  webhookGoneAt
}
    `,
  { fragmentName: "Contact" },
) as unknown as TypedDocumentString<ContactFragment, unknown>;
export const AffectedObjectRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment AffectedObjectRow on AffectedObject {
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
  { fragmentName: "AffectedObjectRow" },
) as unknown as TypedDocumentString<AffectedObjectRowFragment, unknown>;
export const ObligationRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
    `,
  { fragmentName: "ObligationRow" },
) as unknown as TypedDocumentString<ObligationRowFragment, unknown>;
export const IncidentRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "IncidentRow" },
) as unknown as TypedDocumentString<IncidentRowFragment, unknown>;
export const CardRevisionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
    fragment AffectedObjectRow on AffectedObject {
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
  { fragmentName: "CardRevision" },
) as unknown as TypedDocumentString<CardRevisionFragment, unknown>;
export const DossierFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Dossier on Incident {
  ...IncidentRow
  occurredAt
  report {
    type
    severity
    summary
    confirmedAt
    receivedAt
    affectedObjects {
      ...AffectedObjectRow
    }
  }
  cardRevisions {
    ...CardRevision
  }
  severityReviews {
    previous
    severity
    reason
    receivedAt
  }
  ownerNotifications {
    channel
    recipient
    notifiedAt
    receivedAt
    note
    object {
      id
      code
      name
    }
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "Dossier" },
) as unknown as TypedDocumentString<DossierFragment, unknown>;
export const RecipientRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment RecipientRow on NotificationRecipient {
  soc {
    ...PartyName
  }
  availableAt
  acknowledgedAt
  reasons {
    kind
    sector
    indicator
    object {
      id
      code
    }
  }
  obligation {
    ...ObligationRow
  }
  analyses {
    id
    kind
    revision
    findings
    conclusions
    incident {
      id
      number
    }
  }
  notConfirmed {
    grounds
    receivedAt
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "RecipientRow" },
) as unknown as TypedDocumentString<RecipientRowFragment, unknown>;
export const ProofFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
    `,
  { fragmentName: "Proof" },
) as unknown as TypedDocumentString<ProofFragment, unknown>;
export const DoubtFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Doubt on Warning {
  rule
  path
  message
}
    `,
  { fragmentName: "Doubt" },
) as unknown as TypedDocumentString<DoubtFragment, unknown>;
export const AcceptanceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}`,
  { fragmentName: "Acceptance" },
) as unknown as TypedDocumentString<AcceptanceFragment, unknown>;
export const NotificationRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
    `,
  { fragmentName: "NotificationRow" },
) as unknown as TypedDocumentString<NotificationRowFragment, unknown>;
export const AnalysisAcceptanceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment AnalysisAcceptance on AnalysisAccepted {
  ...Acceptance
  notification {
    ...NotificationRow
  }
  analysis {
    id
    kind
    revision
    findings
    affectedObjects {
      id
      code
    }
    indicators {
      type
      value
    }
  }
  incident {
    ...IncidentRow
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}`,
  { fragmentName: "AnalysisAcceptance" },
) as unknown as TypedDocumentString<AnalysisAcceptanceFragment, unknown>;
export const AnswerRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment AnswerRow on GivenAnswer {
  at
  countsFrom
  answer {
    __typename
    ... on Analysis {
      id
      kind
      revision
      findings
    }
    ... on Incident {
      id
      number
    }
    ... on NotConfirmed {
      grounds
    }
    ... on Retraction {
      requestedAt
      reason
    }
    ... on ReceivedOtherwise {
      channel
      receivedBy
    }
  }
}
    `,
  { fragmentName: "AnswerRow" },
) as unknown as TypedDocumentString<AnswerRowFragment, unknown>;
export const ObjectRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "ObjectRow" },
) as unknown as TypedDocumentString<ObjectRowFragment, unknown>;
export const CoverageRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment CoverageRow on Coverage {
  id
  startsAt
  endsAt
  soc {
    ...PartyName
  }
  object {
    id
    code
    name
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "CoverageRow" },
) as unknown as TypedDocumentString<CoverageRowFragment, unknown>;
export const ActorRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`,
  { fragmentName: "ActorRow" },
) as unknown as TypedDocumentString<ActorRowFragment, unknown>;
export const TokenRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment TokenRow on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `,
  { fragmentName: "TokenRow" },
) as unknown as TypedDocumentString<TokenRowFragment, unknown>;
export const PageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}
    `,
  { fragmentName: "Page" },
) as unknown as TypedDocumentString<PageFragment, unknown>;
export const RejectionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Rejection on SubmissionRejected {
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
  { fragmentName: "Rejection" },
) as unknown as TypedDocumentString<RejectionFragment, unknown>;
export const CheckFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Check on SubmissionCheck {
  isAcceptable
  isRepeated
  violations {
    rule
    code
    path
    message
  }
  warnings {
    rule
    code
    path
    message
  }
}
    `,
  { fragmentName: "Check" },
) as unknown as TypedDocumentString<CheckFragment, unknown>;
export const ActorsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Actors($first: Int, $after: String, $last: Int, $before: String) {
  actors(first: $first, after: $after, last: $last, before: $before) {
    pageInfo {
      ...Page
    }
    nodes {
      ...ActorRow
      tokens {
        ...TokenRow
      }
    }
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
fragment TokenRow on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}`) as unknown as TypedDocumentString<ActorsQuery, ActorsQueryVariables>;
export const RegisterSocDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterSoc($input: RegisterSocInput!) {
  registerSoc(input: $input) {
    ... on SocRegistered {
      __typename
      soc {
        ...PartyName
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterSocMutation, RegisterSocMutationVariables>;
export const RegisterOwnerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterOwner($input: RegisterOwnerInput!) {
  registerOwner(input: $input) {
    ... on OwnerRegistered {
      __typename
      owner {
        ...PartyName
        email
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterOwnerMutation, RegisterOwnerMutationVariables>;
export const RegisterProtectedObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterProtectedObject($input: RegisterProtectedObjectInput!) {
  registerProtectedObject(input: $input) {
    ... on ProtectedObjectRegistered {
      __typename
      object {
        ...ObjectRow
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterProtectedObjectMutation, RegisterProtectedObjectMutationVariables>;
export const ChangeProtectedObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeProtectedObject($input: ChangeProtectedObjectInput!) {
  changeProtectedObject(input: $input) {
    ... on ProtectedObjectChanged {
      __typename
      object {
        ...ObjectRow
      }
      obligationCount
      obligations {
        id
        rule
        standing
        dueAt
        incident {
          number
        }
      }
      warnings {
        ...Doubt
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ChangeProtectedObjectMutation, ChangeProtectedObjectMutationVariables>;
export const EndSocDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndSoc($input: EndSocInput!) {
  endSoc(input: $input) {
    ... on SocEnded {
      __typename
      soc {
        ...PartyName
        endedAt
        replacedBy {
          ...PartyName
        }
      }
      warnings {
        ...Doubt
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<EndSocMutation, EndSocMutationVariables>;
export const EndProtectedObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndProtectedObject($input: EndProtectedObjectInput!) {
  endProtectedObject(input: $input) {
    ... on ProtectedObjectEnded {
      __typename
      object {
        ...ObjectRow
        endedAt
        replacedBy {
          ...ObjectRow
        }
      }
      warnings {
        ...Doubt
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<EndProtectedObjectMutation, EndProtectedObjectMutationVariables>;
export const StartCoverageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartCoverage($input: StartCoverageInput!) {
  startCoverage(input: $input) {
    ... on CoverageStarted {
      __typename
      coverage {
        ...CoverageRow
      }
      liveNotificationCount
      liveNotifications {
        id
        number
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment CoverageRow on Coverage {
  id
  startsAt
  endsAt
  soc {
    ...PartyName
  }
  object {
    id
    code
    name
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<StartCoverageMutation, StartCoverageMutationVariables>;
export const EndCoverageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndCoverage($input: EndCoverageInput!) {
  endCoverage(input: $input) {
    ... on CoverageEnded {
      __typename
      coverage {
        ...CoverageRow
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment CoverageRow on Coverage {
  id
  startsAt
  endsAt
  soc {
    ...PartyName
  }
  object {
    id
    code
    name
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<EndCoverageMutation, EndCoverageMutationVariables>;
export const RegisterActorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterActor($input: RegisterActorInput!) {
  registerActor(input: $input) {
    ... on ActorRegistered {
      __typename
      actor {
        ...ActorRow
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterActorMutation, RegisterActorMutationVariables>;
export const ChangeActorRolesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeActorRoles($input: ChangeActorRolesInput!) {
  changeActorRoles(input: $input) {
    ... on ActorRolesChanged {
      __typename
      actor {
        ...ActorRow
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ChangeActorRolesMutation, ChangeActorRolesMutationVariables>;
export const IssueTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueToken($input: IssueTokenInput!) {
  issueToken(input: $input) {
    ... on TokenIssued {
      __typename
      secret
      token {
        ...TokenRow
      }
    }
    ...Rejection
  }
}
    fragment TokenRow on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<IssueTokenMutation, IssueTokenMutationVariables>;
export const RevokeTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    ... on TokenRevoked {
      __typename
      token {
        ...TokenRow
      }
    }
    ...Rejection
  }
}
    fragment TokenRow on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const RevokeOwnTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeOwnToken {
  revokeOwnToken {
    token {
      ...TokenRow
    }
  }
}
    fragment TokenRow on Token {
  id
  name
  issuedAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RevokeOwnTokenMutation, RevokeOwnTokenMutationVariables>;
export const BindReserveFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BindReserveFolder($input: BindReserveFolderInput!) {
  bindReserveFolder(input: $input) {
    ... on ReserveFolderBound {
      __typename
      actor {
        ...ActorRow
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
fragment Rejection on SubmissionRejected {
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
      party {
        id
        code
        reserveActor {
          ...ActorRow
        }
      }
    }
    ...Rejection
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<UnbindReserveFolderMutation, UnbindReserveFolderMutationVariables>;
export const RequestRetractionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestRetraction($input: RequestRetractionInput!) {
  requestRetraction(input: $input) {
    ... on RetractionRequested {
      ...Acceptance
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RequestRetractionMutation, RequestRetractionMutationVariables>;
export const DecideRetractionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DecideRetraction($input: DecideRetractionInput!) {
  decideRetraction(input: $input) {
    ... on RetractionDecided {
      ...Acceptance
      incident {
        ...IncidentRow
        retractedAt
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<DecideRetractionMutation, DecideRetractionMutationVariables>;
export const CorrectConfirmationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectConfirmation($input: CorrectConfirmationInput!) {
  correctConfirmation(input: $input) {
    ... on ConfirmationCorrected {
      ...Acceptance
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<CorrectConfirmationMutation, CorrectConfirmationMutationVariables>;
export const WaiveObligationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WaiveObligation($input: WaiveObligationInput!) {
  waiveObligation(input: $input) {
    ... on ObligationWaived {
      ...Acceptance
      obligation {
        ...ObligationRow
        waivedReason
        waivedBy
      }
    }
    ...Rejection
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<WaiveObligationMutation, WaiveObligationMutationVariables>;
export const RecordReceivedOtherwiseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordReceivedOtherwise($input: RecordReceivedOtherwiseInput!) {
  recordReceivedOtherwise(input: $input) {
    ... on ReceivedOtherwiseRecorded {
      ...Acceptance
      obligation {
        ...ObligationRow
        receivedOtherwise {
          channel
          receivedAt
          receivedBy
          recordedBy
          reason
          recordedAt
          id
          withdrawnAt
        }
      }
    }
    ...Rejection
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RecordReceivedOtherwiseMutation, RecordReceivedOtherwiseMutationVariables>;
export const RequestConfirmationCorrectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestConfirmationCorrection($input: RequestConfirmationCorrectionInput!) {
  requestConfirmationCorrection(input: $input) {
    ... on CorrectionRequested {
      ...Acceptance
      incident {
        ...IncidentRow
        openQuestions
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
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<
  RequestConfirmationCorrectionMutation,
  RequestConfirmationCorrectionMutationVariables
>;
export const LinkSameIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkSameIncidents($input: LinkSameIncidentsInput!) {
  linkSameIncidents(input: $input) {
    ... on SameIncidentsLinked {
      ...Acceptance
      incident {
        ...IncidentRow
        sameAs {
          id
          number
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<LinkSameIncidentsMutation, LinkSameIncidentsMutationVariables>;
export const RefuseConfirmationCorrectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefuseConfirmationCorrection($input: RefuseConfirmationCorrectionInput!) {
  refuseConfirmationCorrection(input: $input) {
    ... on CorrectionRefused {
      ...Acceptance
      incident {
        ...IncidentRow
        openQuestions
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
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<
  RefuseConfirmationCorrectionMutation,
  RefuseConfirmationCorrectionMutationVariables
>;
export const WithdrawReceivedOtherwiseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawReceivedOtherwise($input: WithdrawReceivedOtherwiseInput!) {
  withdrawReceivedOtherwise(input: $input) {
    ... on ReceivedOtherwiseWithdrawn {
      ...Acceptance
      obligation {
        ...ObligationRow
        receivedOtherwise {
          id
          channel
          receivedAt
          receivedBy
          recordedBy
          reason
          recordedAt
          withdrawnAt
          withdrawnBy
          withdrawnReason
        }
      }
    }
    ...Rejection
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<WithdrawReceivedOtherwiseMutation, WithdrawReceivedOtherwiseMutationVariables>;
export const LinkAffectedObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkAffectedObject($input: LinkAffectedObjectInput!) {
  linkAffectedObject(input: $input) {
    ... on AffectedObjectLinked {
      ...Acceptance
      incident {
        ...IncidentRow
        affectedObjects {
          code
          description
          object {
            id
          }
        }
        objectLinks {
          description
          code
          reason
          linkedAt
          object {
            id
          }
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<LinkAffectedObjectMutation, LinkAffectedObjectMutationVariables>;
export const UnlinkAffectedObjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkAffectedObject($input: UnlinkAffectedObjectInput!) {
  unlinkAffectedObject(input: $input) {
    ... on AffectedObjectUnlinked {
      ...Acceptance
      incident {
        ...IncidentRow
        objectLinks {
          description
          code
          unlinkedAt
          unlinkedReason
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<UnlinkAffectedObjectMutation, UnlinkAffectedObjectMutationVariables>;
export const UnlinkSameIncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkSameIncidents($input: UnlinkSameIncidentsInput!) {
  unlinkSameIncidents(input: $input) {
    ... on SameIncidentsUnlinked {
      ...Acceptance
      incident {
        ...IncidentRow
        sameAs {
          id
          number
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<UnlinkSameIncidentsMutation, UnlinkSameIncidentsMutationVariables>;
export const WithdrawCorrectionRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawCorrectionRequest($input: WithdrawCorrectionRequestInput!) {
  withdrawCorrectionRequest(input: $input) {
    ... on CorrectionWithdrawn {
      ...Acceptance
      incident {
        ...IncidentRow
        openQuestions
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
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<WithdrawCorrectionRequestMutation, WithdrawCorrectionRequestMutationVariables>;
export const TakeIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TakeIncident($input: TakeIncidentInput!) {
  takeIncident(input: $input) {
    ... on IncidentTaken {
      ...Acceptance
      incident {
        ...IncidentRow
        takenBy {
          by
          isMine
          at
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<TakeIncidentMutation, TakeIncidentMutationVariables>;
export const ReleaseIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReleaseIncident($input: ReleaseIncidentInput!) {
  releaseIncident(input: $input) {
    ... on IncidentReleased {
      ...Acceptance
      incident {
        ...IncidentRow
        takenBy {
          by
          isMine
          at
        }
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ReleaseIncidentMutation, ReleaseIncidentMutationVariables>;
export const ContactsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Contacts {
  me {
    party {
      ...PartyName
      ...Contact
    }
  }
  socs {
    nodes {
      ...PartyName
      ...Contact
    }
  }
}
    fragment Contact on Party {
  email
  phone
  language
  webhookUrl
  webhookGoneAt
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<ContactsQuery, ContactsQueryVariables>;
export const DeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Deliveries($states: [DeliveryState!], $ownerNotNotified: Boolean, $first: Int, $after: String) {
  deliveries(
    states: $states
    ownerNotNotified: $ownerNotNotified
    first: $first
    after: $after
  ) {
    nodes {
      ...DeliveryRow
      incident {
        number
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  channel
  state
  queuedAt
  acceptedAt
  object {
    code
  }
  announcement
  obligation {
    id
    rule
    dueAt
  }
  party {
    ...PartyName
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
    isRepeat
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const IncidentDeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query IncidentDeliveries($number: String!) {
  incident(number: $number) {
    id
    number
    deliveries {
      ...DeliveryRow
    }
    ownerAcknowledgements {
      receivedAt
      owner {
        ...PartyName
      }
      object {
        code
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  channel
  state
  queuedAt
  acceptedAt
  object {
    code
  }
  announcement
  obligation {
    id
    rule
    dueAt
  }
  party {
    ...PartyName
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
    isRepeat
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<IncidentDeliveriesQuery, IncidentDeliveriesQueryVariables>;
export const RetryDeliveryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RetryDelivery($input: RetryDeliveryInput!) {
  retryDelivery(input: $input) {
    ... on DeliveryRetried {
      ...Acceptance
      delivery {
        ...DeliveryRow
      }
    }
    ...Rejection
  }
}
    fragment DeliveryRow on Delivery {
  id
  channel
  state
  queuedAt
  acceptedAt
  object {
    code
  }
  announcement
  obligation {
    id
    rule
    dueAt
  }
  party {
    ...PartyName
  }
  attempts {
    ordinal
    startedAt
    endedAt
    isAccepted
    proof
    isRepeat
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RetryDeliveryMutation, RetryDeliveryMutationVariables>;
export const ChangeContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeContact($input: ChangeContactInput!) {
  changeContact(input: $input) {
    ... on ContactChanged {
      __typename
      party {
        ...PartyName
        ...Contact
      }
      webhookSecret
    }
    ...Rejection
  }
}
    fragment Contact on Party {
  email
  phone
  language
  webhookUrl
  webhookGoneAt
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ChangeContactMutation, ChangeContactMutationVariables>;
export const ObligationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Obligations($filter: ObligationFilter, $orderBy: ObligationOrder, $first: Int, $after: String, $last: Int, $before: String) {
  obligations(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    feedCursor
    nodes {
      ...ObligationRow
      waivedReason
      waivedBy
      obligor {
        ...PartyName
      }
      object {
        id
        code
      }
      incident {
        id
        number
      }
      notification {
        id
        number
      }
    }
    pageInfo {
      ...Page
    }
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}`) as unknown as TypedDocumentString<ObligationsQuery, ObligationsQueryVariables>;
export const TimelinessDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Timeliness($period: TimelinessPeriod!, $socs: [ID!], $rules: [String!], $orderBy: TimelinessOrder) {
  timeliness(period: $period, socs: $socs, rules: $rules, orderBy: $orderBy) {
    soc {
      ...PartyName
    }
    rule
    opened
    met
    late
    overdue
    waived
    waivedLate
    running
    retracted
    bySocStatement
    receivedOtherwise
    leftUndetermined
    incidents
    incidentsOfAllSocs
    shareInTime
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
      waived
      waivedLate
      running
      retracted
      bySocStatement
      receivedOtherwise
      leftUndetermined
      incidents
      incidentsOfAllSocs
      shareInTime
    }
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<TimelinessQuery, TimelinessQueryVariables>;
export const ObligationFeedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ObligationFeed($after: FeedCursor, $filter: ObligationFeedFilter, $mark: Boolean! = false) {
  obligationFeed(after: $after, filter: $filter, mark: $mark) {
    cursor
    kind
    at
    obligation {
      ...ObligationRow
      obligor {
        code
      }
      incident {
        number
      }
      notification {
        number
      }
    }
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}`) as unknown as TypedDocumentString<ObligationFeedSubscription, ObligationFeedSubscriptionVariables>;
export const PrepareExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PrepareExport($input: PrepareExportInput!) {
  prepareExport(input: $input) {
    ... on ExportPrepared {
      ...Acceptance
      export {
        url
        expiresAt
        columns
      }
    }
    ...Rejection
  }
}
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<PrepareExportMutation, PrepareExportMutationVariables>;
export const IncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Incident($number: String!) {
  incident(number: $number) {
    ...Dossier
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
fragment Dossier on Incident {
  ...IncidentRow
  occurredAt
  report {
    type
    severity
    summary
    confirmedAt
    receivedAt
    affectedObjects {
      ...AffectedObjectRow
    }
  }
  cardRevisions {
    ...CardRevision
  }
  severityReviews {
    previous
    severity
    reason
    receivedAt
  }
  ownerNotifications {
    channel
    recipient
    notifiedAt
    receivedAt
    note
    object {
      id
      code
      name
    }
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<IncidentQuery, IncidentQueryVariables>;
export const CardDifferencesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CardDifferences($number: String!, $from: Int!, $to: Int!) {
  incident(number: $number) {
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
          ...AffectedObjectRow
        }
        removed {
          ...AffectedObjectRow
        }
      }
    }
  }
}
    fragment AffectedObjectRow on AffectedObject {
  code
  description
  kinds
  ownerName
  object {
    id
    code
    name
  }
}`) as unknown as TypedDocumentString<CardDifferencesQuery, CardDifferencesQueryVariables>;
export const IncidentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Incidents($filter: IncidentFilter, $orderBy: IncidentOrder, $first: Int, $after: String, $last: Int, $before: String) {
  incidents(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    feedCursor
    pageInfo {
      ...Page
    }
    nodes {
      ...IncidentRow
      obligations {
        ...ObligationRow
        notification {
          number
        }
      }
    }
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}`) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>;
export const NodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Incident {
      ...Dossier
    }
    ... on IncidentCard {
      revision
      receivedAt
      cardSeverity: severity
      cardOccurredAt: occurredAt
      type
      confirmedAt
      affectedObjects {
        ...AffectedObjectRow
      }
      nature
      measures
      note
    }
    ... on Obligation {
      ...ObligationRow
    }
    ... on ProtectedObject {
      ...ObjectRow
    }
    ... on Party {
      ...PartyName
    }
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
fragment Dossier on Incident {
  ...IncidentRow
  occurredAt
  report {
    type
    severity
    summary
    confirmedAt
    receivedAt
    affectedObjects {
      ...AffectedObjectRow
    }
  }
  cardRevisions {
    ...CardRevision
  }
  severityReviews {
    previous
    severity
    reason
    receivedAt
  }
  ownerNotifications {
    channel
    recipient
    notifiedAt
    receivedAt
    note
    object {
      id
      code
      name
    }
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}`) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
export const IncidentFeedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription IncidentFeed($after: FeedCursor, $filter: IncidentFeedFilter, $mark: Boolean! = false) {
  incidentFeed(after: $after, filter: $filter, mark: $mark) {
    cursor
    kind
    at
    incident {
      ...IncidentRow
    }
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<IncidentFeedSubscription, IncidentFeedSubscriptionVariables>;
export const NotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Notifications($filter: NotificationFilter, $first: Int, $after: String) {
  notifications(filter: $filter, first: $first, after: $after) {
    feedCursor
    nodes {
      ...NotificationRow
      recipients {
        ...RecipientRow
      }
      incidents {
        id
        number
        soc {
          code
        }
      }
      followedBy {
        number
        isWithdrawal
        text
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment RecipientRow on NotificationRecipient {
  soc {
    ...PartyName
  }
  availableAt
  acknowledgedAt
  reasons {
    kind
    sector
    indicator
    object {
      id
      code
    }
  }
  obligation {
    ...ObligationRow
  }
  analyses {
    id
    kind
    revision
    findings
    conclusions
    incident {
      id
      number
    }
  }
  notConfirmed {
    grounds
    receivedAt
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>;
export const NotificationPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NotificationPreview($input: NotificationPreviewInput!) {
  notificationPreview(input: $input) {
    soc {
      ...PartyName
    }
    reasons {
      kind
      sector
      indicator
      object {
        code
      }
    }
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<NotificationPreviewQuery, NotificationPreviewQueryVariables>;
export const NotificationFeedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription NotificationFeed($after: FeedCursor, $mark: Boolean! = false) {
  notificationFeed(after: $after, mark: $mark) {
    cursor
    kind
    at
    notification {
      ...NotificationRow
    }
    recipient {
      ...RecipientRow
    }
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment RecipientRow on NotificationRecipient {
  soc {
    ...PartyName
  }
  availableAt
  acknowledgedAt
  reasons {
    kind
    sector
    indicator
    object {
      id
      code
    }
  }
  obligation {
    ...ObligationRow
  }
  analyses {
    id
    kind
    revision
    findings
    conclusions
    incident {
      id
      number
    }
  }
  notConfirmed {
    grounds
    receivedAt
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<NotificationFeedSubscription, NotificationFeedSubscriptionVariables>;
export const RegisterThreatDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterThreat($input: RegisterDetectionInput!) {
  registerThreat(input: $input) {
    ... on ThreatRegistered {
      ...Acceptance
      threat {
        id
        number
      }
    }
    ...Rejection
  }
}
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterThreatMutation, RegisterThreatMutationVariables>;
export const RegisterSecurityEventDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterSecurityEvent($input: RegisterDetectionInput!) {
  registerSecurityEvent(input: $input) {
    ... on SecurityEventRegistered {
      ...Acceptance
      event {
        id
        number
      }
    }
    ...Rejection
  }
}
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterSecurityEventMutation, RegisterSecurityEventMutationVariables>;
export const RegisterDetectedIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterDetectedIncident($input: RegisterDetectedIncidentInput!) {
  registerDetectedIncident(input: $input) {
    ... on DetectedIncidentRegistered {
      ...Acceptance
      detectedIncident {
        id
        number
      }
    }
    ...Rejection
  }
}
    fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RegisterDetectedIncidentMutation, RegisterDetectedIncidentMutationVariables>;
export const NotifySocsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation NotifySocs($input: NotifySocsInput!) {
  notifySocs(input: $input) {
    ... on SocsNotified {
      ...Acceptance
      notification {
        ...NotificationRow
        recipients {
          ...RecipientRow
        }
      }
    }
    ...Rejection
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment RecipientRow on NotificationRecipient {
  soc {
    ...PartyName
  }
  availableAt
  acknowledgedAt
  reasons {
    kind
    sector
    indicator
    object {
      id
      code
    }
  }
  obligation {
    ...ObligationRow
  }
  analyses {
    id
    kind
    revision
    findings
    conclusions
    incident {
      id
      number
    }
  }
  notConfirmed {
    grounds
    receivedAt
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<NotifySocsMutation, NotifySocsMutationVariables>;
export const AcknowledgeNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcknowledgeNotification($input: AcknowledgeNotificationInput!) {
  acknowledgeNotification(input: $input) {
    ... on NotificationAcknowledged {
      ...Acceptance
      notification {
        ...NotificationRow
      }
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<AcknowledgeNotificationMutation, AcknowledgeNotificationMutationVariables>;
export const SubmitThreatAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitThreatAnalysis($input: SubmitThreatAnalysisInput!) {
  submitThreatAnalysis(input: $input) {
    ... on AnalysisAccepted {
      ...AnalysisAcceptance
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment AnalysisAcceptance on AnalysisAccepted {
  ...Acceptance
  notification {
    ...NotificationRow
  }
  analysis {
    id
    kind
    revision
    findings
    affectedObjects {
      id
      code
    }
    indicators {
      type
      value
    }
  }
  incident {
    ...IncidentRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitThreatAnalysisMutation, SubmitThreatAnalysisMutationVariables>;
export const SubmitEventAnalysisDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitEventAnalysis($input: SubmitEventAnalysisInput!) {
  submitEventAnalysis(input: $input) {
    ... on AnalysisAccepted {
      ...AnalysisAcceptance
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment AnalysisAcceptance on AnalysisAccepted {
  ...Acceptance
  notification {
    ...NotificationRow
  }
  analysis {
    id
    kind
    revision
    findings
    affectedObjects {
      id
      code
    }
    indicators {
      type
      value
    }
  }
  incident {
    ...IncidentRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitEventAnalysisMutation, SubmitEventAnalysisMutationVariables>;
export const AnswerNotConfirmedDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerNotConfirmed($input: AnswerNotConfirmedInput!) {
  answerNotConfirmed(input: $input) {
    ... on NotConfirmedAccepted {
      ...Acceptance
      notification {
        ...NotificationRow
      }
    }
    ...Rejection
  }
}
    fragment NotificationRow on Notification {
  id
  number
  subject
  text
  marking
  sentAt
  isWithdrawal
  follows {
    id
    number
  }
  threat {
    id
    number
    summary
    marking
  }
  event {
    id
    number
    summary
    marking
  }
  detectedIncident {
    id
    number
    summary
    marking
  }
  incident {
    id
    number
  }
  incidentRetractedAt
  withdrawal {
    id
    sentAt
  }
  indicators {
    type
    value
  }
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<AnswerNotConfirmedMutation, AnswerNotConfirmedMutationVariables>;
export const AnswersToNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AnswersToNotification($id: ID!) {
  node(id: $id) {
    ... on Notification {
      number
      recipients {
        soc {
          ...PartyName
        }
        obligation {
          ...ObligationRow
        }
        answers {
          rule
          incident {
            number
          }
          current {
            ...AnswerRow
          }
          others {
            ...AnswerRow
          }
        }
      }
    }
  }
}
    fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment AnswerRow on GivenAnswer {
  at
  countsFrom
  answer {
    __typename
    ... on Analysis {
      id
      kind
      revision
      findings
    }
    ... on Incident {
      id
      number
    }
    ... on NotConfirmed {
      grounds
    }
    ... on Retraction {
      requestedAt
      reason
    }
    ... on ReceivedOtherwise {
      channel
      receivedBy
    }
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}`) as unknown as TypedDocumentString<AnswersToNotificationQuery, AnswersToNotificationQueryVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  me {
    ...ActorRow
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ActorRow on Actor {
  id
  name
  roles
  party {
    ...PartyName
  }
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SocsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Socs($first: Int, $after: String, $last: Int, $before: String) {
  socs(first: $first, after: $after, last: $last, before: $before) {
    pageInfo {
      ...Page
    }
    nodes {
      ...PartyName
    }
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}`) as unknown as TypedDocumentString<SocsQuery, SocsQueryVariables>;
export const ProtectedObjectsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ProtectedObjects($filter: ProtectedObjectFilter, $first: Int, $after: String, $last: Int, $before: String) {
  protectedObjects(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    pageInfo {
      ...Page
    }
    nodes {
      ...ObjectRow
      coverage {
        ...CoverageRow
      }
    }
  }
}
    fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment ObjectRow on ProtectedObject {
  id
  code
  name
  kinds
  sectors
  owner {
    ...PartyName
    email
  }
}
fragment CoverageRow on Coverage {
  id
  startsAt
  endsAt
  soc {
    ...PartyName
  }
  object {
    id
    code
    name
  }
}
fragment Page on PageInfo {
  startCursor
  endCursor
  hasNextPage
  hasPreviousPage
}`) as unknown as TypedDocumentString<ProtectedObjectsQuery, ProtectedObjectsQueryVariables>;
export const IncidentStatisticsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query IncidentStatistics($by: [IncidentDimension!]!, $period: TimelinessPeriod!, $filter: IncidentFilter, $top: Int) {
  incidentStatistics(by: $by, period: $period, filter: $filter, top: $top) {
    asOf
    total
    isMultiple
    groupsLeftOut
    groups {
      keys {
        dimension
        value
        label
      }
      incidents
      share
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentStatisticsQuery, IncidentStatisticsQueryVariables>;
export const ReportIncidentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReportIncident($input: ReportIncidentInput!) {
  reportIncident(input: $input) {
    ... on ReportAccepted {
      ...Acceptance
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ReportIncidentMutation, ReportIncidentMutationVariables>;
export const SubmitIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitIncidentCard($input: SubmitIncidentCardInput!) {
  submitIncidentCard(input: $input) {
    ... on CardAccepted {
      ...Acceptance
      incident {
        ...IncidentRow
      }
      card {
        ...CardRevision
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitIncidentCardMutation, SubmitIncidentCardMutationVariables>;
export const AmendIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AmendIncidentCard($input: AmendIncidentCardInput!) {
  amendIncidentCard(input: $input) {
    ... on CardAccepted {
      ...Acceptance
      incident {
        ...IncidentRow
      }
      card {
        ...CardRevision
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment CardRevision on IncidentCard {
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
    ...AffectedObjectRow
  }
  measures
  note
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<AmendIncidentCardMutation, AmendIncidentCardMutationVariables>;
export const ReviewSeverityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviewSeverity($input: ReviewSeverityInput!) {
  reviewSeverity(input: $input) {
    ... on SeverityReviewAccepted {
      ...Acceptance
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<ReviewSeverityMutation, ReviewSeverityMutationVariables>;
export const RecordOwnerNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordOwnerNotification($input: RecordOwnerNotificationInput!) {
  recordOwnerNotification(input: $input) {
    ... on OwnerNotificationAccepted {
      ...Acceptance
      incident {
        ...IncidentRow
      }
    }
    ...Rejection
  }
}
    fragment AffectedObjectRow on AffectedObject {
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
fragment ObligationRow on Obligation {
  id
  kind
  rule
  objectCode
  objectDescription
  startsAt
  dueAt
  dischargedAt
  metBy
  waivedAt
  standing
  latenessSeconds
}
fragment IncidentRow on Incident {
  id
  number
  type
  severity
  confirmedAt
  receivedAt
  soc {
    ...PartyName
  }
  affectedObjects {
    ...AffectedObjectRow
  }
  obligations {
    ...ObligationRow
  }
}
fragment PartyName on Party {
  __typename
  id
  code
  name
}
fragment Proof on Receipt {
  id
  submissionKey
  receivedAt
  contentHash
  position
  entryHash
}
fragment Doubt on Warning {
  rule
  path
  message
}
fragment Acceptance on SubmissionAccepted {
  __typename
  receipt {
    ...Proof
  }
  warnings {
    ...Doubt
  }
}
fragment Rejection on SubmissionRejected {
  __typename
  reference
  receivedAt
  violations {
    rule
    path
    message
  }
}`) as unknown as TypedDocumentString<RecordOwnerNotificationMutation, RecordOwnerNotificationMutationVariables>;
export const CheckIncidentReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckIncidentReport($input: ReportIncidentInput!) {
  checkIncidentReport(input: $input) {
    ...Check
  }
}
    fragment Check on SubmissionCheck {
  isAcceptable
  isRepeated
  violations {
    rule
    code
    path
    message
  }
  warnings {
    rule
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckIncidentReportMutation, CheckIncidentReportMutationVariables>;
export const CheckIncidentCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckIncidentCard($input: SubmitIncidentCardInput!) {
  checkIncidentCard(input: $input) {
    ...Check
  }
}
    fragment Check on SubmissionCheck {
  isAcceptable
  isRepeated
  violations {
    rule
    code
    path
    message
  }
  warnings {
    rule
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckIncidentCardMutation, CheckIncidentCardMutationVariables>;
export const CheckIncidentCardAmendmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckIncidentCardAmendment($input: AmendIncidentCardInput!) {
  checkIncidentCardAmendment(input: $input) {
    ...Check
  }
}
    fragment Check on SubmissionCheck {
  isAcceptable
  isRepeated
  violations {
    rule
    code
    path
    message
  }
  warnings {
    rule
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<CheckIncidentCardAmendmentMutation, CheckIncidentCardAmendmentMutationVariables>;
