import type { Answers } from "./answers.js";
import type { FactKind, SubmissionAct } from "./facts.js";
import type { IncidentType, Indicator, IndicatorDraft } from "./incident-card.js";
import { after, type Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import type { Judgement } from "./card-rules.js";
import { dotlessHosts, judgeIndicators } from "./card-rules.js";
import { ANSWER_TERMS } from "./obligations.js";
import type { Sector } from "./parties.js";
import { judgeLiving, type Ended } from "./party-rules.js";
import { judgeReferences, unknownReference, type Meant, type Reference } from "./references.js";
import { judgeOptionalText, judgeText, spoiledTexts } from "./text.js";
import type { Violation, Warning } from "./verdict.js";
import type { Mutation } from "./wording/reader.js";
import { say, type Saying } from "./wording/wording.js";

/** What the national centre itself detects (R12.1): a threat (қатер), a security event (оқиға) or an incident (оқыс оқиға). */
export type DetectionKind = "THREAT" | "EVENT" | "DETECTED_INCIDENT";

/** The act by which each is registered. */
export const REGISTERING = {
  THREAT: "threat.register",
  EVENT: "event.register",
  DETECTED_INCIDENT: "detected-incident.register",
} as const satisfies Record<DetectionKind, SubmissionAct>;

/** What an analysis is of (R9.4, R9.5). */
export type AnalysisKind = "THREAT" | "EVENT";

/** What a notification names: something that the centre detected, or an incident that a SOC reported. */
export type Topic = DetectionKind | "INCIDENT";

/** What a notification is about, in the order's words. */
export type Subject = "THREAT" | "EVENT" | "INCIDENT";

/** An incident is an incident, whoever detected it: what a notification of it asks for is the same (R9.6). */
export function subjectOf(topic: Topic): Subject {
  return topic === "DETECTED_INCIDENT" ? "INCIDENT" : topic;
}

/** TLP 2.0 (FIRST, August 2022): how widely the content may be shared, the loosest first. */
export const MARKINGS = ["CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED"] as const;
export type Marking = (typeof MARKINGS)[number];

/** Why a SOC is notified: each part of the addressing that it matches. */
export type ReasonKind = "NAMED" | "COVERS_OBJECT" | "COVERS_SECTOR" | "SHARES_INDICATOR";

export interface Reason {
  readonly kind: ReasonKind;
  /** COVERS_OBJECT: the object's id. COVERS_SECTOR: the sector. SHARES_INDICATOR: its normal form. NAMED: null. */
  readonly of: string | null;
}

/**
 * R12.1: which of its reasons a SOC may see, and which are withheld from it. An indicator that is not among those `shown` in the
 * notification (in normal form) would reveal what somebody else's card holds.
 */
export function splitReasons(
  reasons: readonly Reason[],
  shown: ReadonlySet<string>,
): { readonly shown: readonly Reason[]; readonly withheld: readonly Reason[] } {
  const isShown = ({ kind, of }: Reason): boolean => kind !== "SHARES_INDICATOR" || (of !== null && shown.has(of));
  return { shown: reasons.filter(isShown), withheld: reasons.filter((reason) => !isShown(reason)) };
}

/** To whom a notification goes; a SOC that matches any part of it is notified. `Named`: how SOCs and objects are named. */
export interface Addressing<Named = Meant> {
  readonly socIds: readonly Named[];
  readonly objectIds: readonly Named[];
  readonly sectors: readonly Sector[];
  /** SOCs with an incident whose card, in its last revision, has an indicator of the notification. */
  readonly isToSharers: boolean;
}

/** The same as its sender writes it. */
export type AddressingDraft = Addressing<Reference>;

/** R12.1: what the national centre detected, as it records it. */
export interface DetectionDraft {
  readonly summary: string;
  readonly observedAt: Instant;
  readonly source: string;
  readonly marking: Marking;
  readonly indicators: readonly IndicatorDraft[];
  readonly types: readonly IncidentType[];
  readonly sectors: readonly Sector[];
  readonly objectIds: readonly Reference[];
}

export interface Detection extends Omit<DetectionDraft, "indicators" | "objectIds"> {
  readonly objectIds: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** What a notification says beside what it is about. */
export interface NotificationDraft {
  readonly text: string;
  readonly marking: Marking;
  readonly indicators: readonly IndicatorDraft[];
}

/** The results of an analysis, of a threat (R9.4) or of an event (R9.5). */
export interface AnalysisDraft {
  readonly findings: string;
  readonly objectIds: readonly Reference[];
  readonly indicators: readonly IndicatorDraft[];
  readonly measures: string;
  readonly conclusions: string;
  readonly recommendations: string | null;
}

export interface Analysis extends Omit<AnalysisDraft, "indicators" | "objectIds"> {
  readonly objectIds: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** What a SOC can answer a notification with. */
export type Answer = "THREAT_ANALYSIS" | "EVENT_ANALYSIS" | "INCIDENT_CARD" | "NOT_CONFIRMED";

/** L17: which answers fit what the notification is about, the one of the rule first. What a SOC confirms decides. */
export const ANSWERS: Readonly<Record<Subject, readonly [Answer, ...Answer[]]>> = {
  THREAT: ["THREAT_ANALYSIS", "EVENT_ANALYSIS", "INCIDENT_CARD"],
  EVENT: ["EVENT_ANALYSIS", "INCIDENT_CARD", "NOT_CONFIRMED"],
  INCIDENT: ["INCIDENT_CARD", "EVENT_ANALYSIS", "NOT_CONFIRMED"],
};

/** The mutation by which each answer is given: what a refusal names. */
const MUTATIONS: Readonly<Record<Answer, Mutation>> = {
  THREAT_ANALYSIS: "submitThreatAnalysis",
  EVENT_ANALYSIS: "submitEventAnalysis",
  INCIDENT_CARD: "submitIncidentCard",
  NOT_CONFIRMED: "answerNotConfirmed",
};

/** The fact that each recipient of a notification receives: for a first one, a supplement, a withdrawal. */
export function factOf(follows: "SUPPLEMENT" | "WITHDRAWAL" | null): FactKind {
  if (follows === null) return "NOTIFIED";
  return follows === "SUPPLEMENT" ? "SUPPLEMENTED" : "WITHDRAWN";
}

/** R12.1: judges what was detected as it is recorded. Paths begin at the mutation's input. */
export function judgeDetection(
  { objectIds: _, ...draft }: DetectionDraft,
  /** What it names, and those of them that there are. */
  objects: readonly Meant[],
  knownObjects: ReadonlySet<string>,
  now: Instant,
  limits: Limits,
): Judgement<Detection> {
  const indicators = judgeIndicators(draft.indicators, limits, ["indicators"]);
  const violations = [
    ...judgeText(draft.summary, ["summary"], limits.text),
    ...judgeText(draft.source, ["source"], limits.summary),
    ...indicators.violations,
  ];
  if (draft.observedAt > after(now, limits.clockSkew))
    violations.push({ rule: "F11", path: ["observedAt"], says: say("momentInFuture", { at: draft.observedAt, now }) });
  violations.push(...judgeReferences(objects, knownObjects, ["objects"]));
  if (violations.length > 0) return { ok: false, violations };
  const warnings = [...dotlessHosts(indicators.normal, ["indicators"]), ...spoiledTexts(draft, [])];
  const objectIds = [...new Set(objects.map(({ id }) => id))];
  return { ok: true, accepted: { ...draft, objectIds, indicators: indicators.normal }, warnings };
}

/** What is wrong with what a notification says, and what is doubtful; its indicators in normal form. */
export function judgeNotification(
  draft: NotificationDraft,
  limits: Limits,
): {
  readonly indicators: readonly Indicator[];
  readonly violations: readonly Violation[];
  readonly warnings: readonly Warning[];
} {
  const indicators = judgeIndicators(draft.indicators, limits, ["indicators"]);
  const violations = [...judgeText(draft.text, ["text"], limits.text), ...indicators.violations];
  const warnings = [...dotlessHosts(indicators.normal, ["indicators"]), ...spoiledTexts(draft, [])];
  return { indicators: indicators.normal, violations, warnings };
}

/** F22: a notification is about one thing. */
export function noSubject(): Violation {
  return { rule: "F22", path: [], says: say("oneSubject", {}) };
}

/** F17, F22: somebody is meant, and every SOC and object that is named is `known` and has not ended. */
export function judgeAddressing(
  addressing: Addressing | null,
  known: { readonly socs: ReadonlyMap<string, Ended>; readonly objects: ReadonlyMap<string, Ended> },
  now: Instant,
): Violation[] {
  if (addressing === null) return judgeRecipients(0);
  const judge = (meant: readonly Meant[], among: ReadonlyMap<string, Ended>, field: string): Violation[] =>
    meant.flatMap(({ id, near }, index) => {
      const path = ["to", field, String(index)];
      const named = among.get(id);
      return named ? judgeLiving(named, now, path) : [unknownReference(path, near)];
    });
  return [...judge(addressing.socIds, known.socs, "socs"), ...judge(addressing.objectIds, known.objects, "objects")];
}

/** F22: a first notification reaches somebody. */
export function judgeRecipients(count: number): Violation[] {
  return count > 0 ? [] : [{ rule: "F22", path: ["to"], says: say("noRecipients", {}) }];
}

/** The field of the input that names what a notification is about. */
export const TOPIC_FIELDS: Readonly<Record<Topic, string>> = {
  THREAT: "threatId",
  EVENT: "eventId",
  DETECTED_INCIDENT: "detectedIncidentId",
  INCIDENT: "incidentId",
};

/** F28: a notification is marked no looser than each of `told`: what it is about, and the notifications that it follows. */
export function judgeMarking(marking: Marking, told: readonly Marking[]): Violation[] {
  const strictest = Math.max(0, ...told.map((one) => MARKINGS.indexOf(one)));
  if (MARKINGS.indexOf(marking) >= strictest) return [];
  const least = MARKINGS[strictest] ?? marking;
  const says = say("markingTooLoose", { marking, least, allowed: MARKINGS.slice(strictest).join(", ") });
  return [{ rule: "F28", path: ["marking"], says }];
}

/** F28: RED is for the eyes of individual recipients only (TLP 2.0), and whole sectors are none. What follows goes to the same (F22). */
export function warningsOfRed(
  marking: Marking,
  recipients: readonly { readonly reasons: readonly Reason[] }[],
  isFollowing: boolean,
): Warning[] {
  const sectors = recipients.flatMap(({ reasons }) =>
    reasons.flatMap(({ kind, of }) => (kind === "COVERS_SECTOR" ? (of ?? []) : [])),
  );
  if (marking !== "RED" || sectors.length === 0) return [];
  const about = { sectors: [...new Set(sectors)].toSorted().join(", ") };
  const says = isFollowing ? say("redFollowsToSectors", about) : say("redToSectors", about);
  return [{ rule: "F28", path: ["marking"], says }];
}

/** F24: of an incident that was retracted no SOC is notified, and what it was notified of is withdrawn, not supplemented. */
export function judgeToldIncident(retractedAt: Instant | null, path: readonly string[]): Violation[] {
  return retractedAt === null ? [] : [{ rule: "F24", path, says: say("toldIncidentRetracted", {}) }];
}

/** R12.1: a warning if SOCs, given by their codes, are notified of an incident that they cannot see. */
export function warningsOfUnseen(unseenBy: readonly string[]): Warning[] {
  if (unseenBy.length === 0) return [];
  const says = say("incidentUnseen", { socs: unseenBy.join(", ") });
  return [{ rule: "R12.1", path: [TOPIC_FIELDS.INCIDENT], says }];
}

/** The field of the input that names the notification that another one follows. */
export const FOLLOW_UP_FIELDS = { SUPPLEMENT: "supplements", WITHDRAWAL: "withdraws" } as const;

/** F22: what was withdrawn is not followed any more; and a follow-up goes to the original recipients. */
export function judgeFollowUp(
  as: "SUPPLEMENT" | "WITHDRAWAL",
  { isWithdrawn, isAddressed }: { readonly isWithdrawn: boolean; readonly isAddressed: boolean },
): Violation[] {
  const violations: Violation[] = [];
  const withdrawn = as === "WITHDRAWAL" ? say("withdrawnAlready", {}) : say("withdrawnBefore", {});
  if (isWithdrawn) violations.push({ rule: "F22", path: [FOLLOW_UP_FIELDS[as]], says: withdrawn });
  if (isAddressed) violations.push({ rule: "F22", path: ["to"], says: say("followUpAddressed", {}) });
  return violations;
}

/** F23: a SOC denies once, and not what it has confirmed: after an incident's report or card it asks for a
 * retraction, after an analysis it sends a revision of that. */
export function judgeDenial(given: Answers, path: readonly string[]): Violation[] {
  const isConfirmed = given.incidents.some(({ retractionRequestedAt }) => retractionRequestedAt === null);
  if (isConfirmed) return [{ rule: "F23", path, says: say("incidentConfirmed", {}) }];
  if (given.denials.length > 0) return [{ rule: "F23", path, says: say("deniedBefore", {}) }];
  const isAnalysed = given.analyses.some(({ kind }) => kind === "EVENT");
  return isAnalysed ? [{ rule: "F23", path, says: say("analysedBefore", {}) }] : [];
}

/** L17: a warning for each threat whose own analysis is still owed after what was sent in its place. */
export function warningsOfThreatsOwed(paths: readonly (readonly string[])[]): Warning[] {
  return paths.map((path) => ({ rule: "R9.4", path, says: say("threatStillOwed", {}) }));
}

/** M9: a warning if other incidents of the same notification, given by their numbers, were opened before. */
export function secondDossier(numbers: readonly string[]): Warning[] {
  if (numbers.length === 0) return [];
  return [{ rule: "R9.6", path: ["notificationIds"], says: say("secondDossier", { numbers: numbers.join(", ") }) }];
}

/** F23: an incident that an earlier revision confirmed is not reported a second time. */
export function judgeConfirmedAgain(isReported: boolean, isConfirmed: boolean): Violation[] {
  return isReported && isConfirmed
    ? [{ rule: "F23", path: ["incident"], says: say("incidentReportedBefore", {}) }]
    : [];
}

/** L17: a warning where an analysis of an event does not become the answer that stands. */
export function warningsOfStandsBelow(isBelowCard: boolean): Warning[] {
  return isBelowCard ? [{ rule: "L17", path: ["notificationIds"], says: say("standsBelowCard", {}) }] : [];
}

/** L19: what is doubtful of answering what the centre has withdrawn. */
export function warningsOfAnswer(isWithdrawn: boolean): Warning[] {
  return isWithdrawn ? [{ rule: "L19", path: ["notificationIds"], says: say("answerToWithdrawn", {}) }] : [];
}

/** Judges an analysis (R9.4, R9.5). Paths begin with `analysis`. `objects`: what it names; `covered`: those of them that are the SOC's. */
export function judgeAnalysis(
  { objectIds: named, ...draft }: AnalysisDraft,
  objects: readonly Meant[],
  covered: ReadonlySet<string>,
  limits: Limits,
): Judgement<Analysis> {
  const at = (...path: string[]): string[] => ["analysis", ...path];
  const indicators = judgeIndicators(draft.indicators, limits, at("indicators"));
  const violations = [
    ...judgeText(draft.findings, at("findings"), limits.text),
    ...indicators.violations,
    ...judgeText(draft.measures, at("measures"), limits.text),
    ...judgeText(draft.conclusions, at("conclusions"), limits.text),
    ...judgeOptionalText(draft.recommendations, at("recommendations"), limits.text),
    ...objects.flatMap(({ id, near }, index) =>
      covered.has(id) ? [] : [unknownReference(at("affectedObjects", String(named[index]?.place ?? index)), near)],
    ),
  ];
  if (violations.length > 0) return { ok: false, violations };
  const warnings = [...dotlessHosts(indicators.normal, at("indicators")), ...spoiledTexts(draft, ["analysis"])];
  const objectIds = [...new Set(objects.map(({ id }) => id))];
  return { ok: true, accepted: { ...draft, objectIds, indicators: indicators.normal }, warnings };
}

/** L17: what is wrong with answering such notifications in this way; the right ones are named. */
export function judgeAnswers(
  /** What each notification is about, and its place in the list that names it. */
  named: readonly { readonly subject: Subject; readonly place: number }[],
  answer: Answer,
): Violation[] {
  return named.flatMap(({ subject, place }): Violation[] => {
    const fitting = ANSWERS[subject];
    if (fitting.includes(answer)) return [];
    // Beside its own analysis a threat takes other answers, but they meet nothing.
    const right = subject === "THREAT" ? fitting.slice(0, 1) : fitting;
    const says = say("answerOfOtherKind", { subject, mutations: right.map((one) => MUTATIONS[one]) });
    return [{ rule: ANSWER_TERMS[subject].rule, path: ["notificationIds", String(place)], says }];
  });
}

/** F9: how many notifications one submission may name; and none is named where one must be. */
export function judgeNotificationCount(count: number, limits: Limits, isRequired: boolean): Violation[] {
  const path = ["notificationIds"];
  if (count > limits.notifications)
    return [{ rule: "F9", path, says: say("notificationsTooMany", { count, limit: limits.notifications }) }];
  return count === 0 && isRequired ? [{ rule: "F4", path, says: say("choicesEmpty", {}) }] : [];
}

/** F23: an analysis is the first one, or names the last revision. */
export function judgeAnalysisRevision(named: number | null, last: number): Violation[] {
  if (named === (last === 0 ? null : last)) return [];
  return [{ rule: "F23", path: ["revision"], says: revisionFault(named, last) }];
}

function revisionFault(named: number | null, last: number): Saying {
  if (named === null) return say("answerExists", { revision: last });
  return last === 0 ? say("answerMissing", {}) : say("answerRevisionNotLast", { named, last });
}
