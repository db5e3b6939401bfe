import { firstCardOf, asksForCard, type Dossier } from "./dossier.js";
import { earlier, later, type Instant } from "./instant.js";
import type { AnalysisKind, Subject } from "./notification.js";
import { ANSWER_TERMS, discharge, judgedAnew, type Means, type Obligation, type Term } from "./obligations.js";
import type { Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** An incident to which a notification led. */
export interface LedIncident {
  readonly id: string;
  /** The confirmation from which its duties run (L4, L15); where none does, the one that counts. */
  readonly confirmedAt: Instant;
  /** When its first card reached the national centre; null before that. */
  readonly cardAt: Instant | null;
  /** The record of that card's receipt, where it came by another way (L22); null where it came through the gateway. */
  readonly receiptId: string | null;
  /** When the SOC asked for the retraction that was granted; null where none was. */
  readonly retractionRequestedAt: Instant | null;
}

/** What an answer needs to know of an incident that was not retracted. */
export function ledAs(id: string, dossier: Dossier): LedIncident {
  const { confirmedAt, runsFrom } = dossier;
  return { id, confirmedAt: runsFrom ?? confirmedAt, ...firstCardIn(dossier), retractionRequestedAt: null };
}

/** When and by what way the first card of a dossier came. */
function firstCardIn(dossier: Dossier): Pick<LedIncident, "cardAt" | "receiptId"> {
  const cardAt = firstCardOf(dossier);
  const came = dossier.statements.find(({ said, receivedAt, otherwise }) =>
    said === "CARD"
      ? receivedAt === cardAt
      : otherwise !== undefined && asksForCard(otherwise.duty) && otherwise.at === cardAt,
  );
  return { cardAt, receiptId: came?.otherwise?.id ?? null };
}

/** All that one SOC answered a notification with, and to which incidents it led. */
export interface Answers {
  /** The first revision of each analysis: a correction is no later answer. */
  readonly analyses: readonly { readonly kind: AnalysisKind; readonly receivedAt: Instant }[];
  readonly denials: readonly Instant[];
  /** In the order in which they were linked. */
  readonly incidents: readonly LedIncident[];
  /** When answers of which nothing says what they were reached the national centre by another way (L22). */
  readonly otherwise: readonly Instant[];
  /** When the notification was withdrawn; null where it was not (L19). */
  readonly withdrawnAt: Instant | null;
}

/**
 * L17, L21: the answer that a notification asks of a SOC, as what the SOC has answered meets it. A card stands over an analysis
 * of an event, and that over a denial; each is judged by its own arrival, so that no early denial keeps a late answer in time.
 * Only its own analysis answers a threat.
 */
export function judgeAnswer(duty: Obligation, subject: Subject, answers: Answers): Obligation {
  const means = [answered(subject, answers, duty) ?? [], answeredOtherwise(subject, answers, duty)].flat();
  return judgedAnew(duty, answers.withdrawnAt, (one) =>
    means.reduce((best, { at, by }) => discharge(best, at, by), one),
  );
}

/** When and by what a duty is met. */
interface Meeting {
  readonly at: Instant;
  readonly by: Means;
}

/** L22: beside a card that is owed only a card counts, by whatever way that came. */
function answeredOtherwise(subject: Subject, { otherwise, incidents }: Answers, { dueAt }: Obligation): Meeting[] {
  if (subject === "INCIDENT" && askedFor(subject, incidents, dueAt).isCardOwed) return [];
  return otherwise.map((at) => ({ at, by: "RECEIVED_OTHERWISE" }));
}

function answered(subject: Subject, answers: Answers, { startsAt, dueAt }: Obligation): Meeting | null {
  const ofKind = answers.analyses.filter(({ kind }) => (kind === "THREAT") === (subject === "THREAT"));
  const analysis = first(
    "ANALYSIS",
    ofKind.map(({ receivedAt }) => receivedAt),
  );
  if (subject === "THREAT") return analysis;
  const { incidents, isCardOwed } = askedFor(subject, answers.incidents, dueAt);
  // A card that was there before the notification meets it when that becomes available.
  const card = incidents
    .flatMap(({ cardAt, receiptId }): Meeting[] =>
      cardAt === null ? [] : [{ at: later(cardAt, startsAt), by: receiptId === null ? "CARD" : "RECEIVED_OTHERWISE" }],
    )
    .reduce<Meeting | null>(soonest, null);
  const denial = first("DENIAL", [
    ...answers.denials,
    // What was retracted is not confirmed any more, from when the SOC said so; what it had answered by then stays answered (L18).
    ...answers.incidents.flatMap(({ retractionRequestedAt, cardAt }) =>
      retractionRequestedAt === null
        ? []
        : [later(earlier(retractionRequestedAt, cardAt ?? retractionRequestedAt), startsAt)],
    ),
  ]);
  if (isCardOwed) return subject === "EVENT" ? soonest(analysis, card) : card;
  if (subject === "EVENT" || answers.incidents.length === 0) return analysis ?? soonest(denial, card);
  return soonest(soonest(analysis, card), denial);
}

/** By whose cards a notification of an event or an incident is answered, and whether one is owed, so that no denial counts. */
function askedFor(
  subject: Subject,
  led: readonly LedIncident[],
  dueAt: Instant,
): { readonly incidents: readonly LedIncident[]; readonly isCardOwed: boolean } {
  const live = led.filter(({ retractionRequestedAt }) => retractionRequestedAt === null);
  // Where an incident is confirmed after the time for the answer, R9.3 alone runs, and the answer stands as it was given (L21).
  const confirmed = live.filter(({ confirmedAt }) => confirmedAt <= dueAt);
  // One about an incident goes by the first one that it led to: every other owes a card of its own.
  const owed = subject === "EVENT" ? confirmed : confirmed.filter((one) => one === led[0]);
  return owed.length > 0 ? { incidents: owed, isCardOwed: true } : { incidents: live, isCardOwed: false };
}

/**
 * L22: the incident whose card it is, if what answered a notification of an incident reached the national centre by another way at
 * `at`: the first one that it led to. Null where it led to none, or to one that was retracted since, or was confirmed after that:
 * nothing says then what the answer was.
 */
export function answeredByCardOf(answers: Answers, at: Instant): LedIncident | null {
  const led = firstLive(answers);
  return led !== null && led.confirmedAt <= at ? led : null;
}

/** L22: such an answer came before the incident was confirmed, and is recorded as no card of it. */
export function warningOfEarlyAnswer(answers: Answers, receivedAt: Instant): Warning[] {
  const led = firstLive(answers);
  if (led === null || led.confirmedAt <= receivedAt) return [];
  const says = say("answerBeforeConfirmation", { receivedAt, confirmedAt: led.confirmedAt });
  return [{ rule: "L22", path: ["receivedAt"], says }];
}

function firstLive({ incidents: [led] }: Answers): LedIncident | null {
  return led?.retractionRequestedAt === null ? led : null;
}

function soonest(one: Meeting | null, other: Meeting | null): Meeting | null {
  if (one === null || other === null) return one ?? other;
  return other.at < one.at ? other : one;
}

function first(by: Means, instants: readonly Instant[]): Meeting | null {
  return instants.length === 0 ? null : { at: instants.reduce(earlier), by };
}

/**
 * L17: whether an analysis of an event does not become the answer that stands: the card of an incident that the SOC confirmed
 * does, or is owed. The SOC is told so.
 */
export function standsBelowCard(subject: Subject, { incidents }: Answers, { dueAt }: Obligation): boolean {
  if (subject === "THREAT") return false;
  const asked = askedFor(subject, incidents, dueAt);
  return asked.incidents.some(({ cardAt }) => cardAt !== null) || (subject === "INCIDENT" && asked.isCardOwed);
}

/** One answer of a SOC to a notification, as it was given. */
export interface Statement {
  readonly said: "THREAT_ANALYSIS" | "EVENT_ANALYSIS" | "DENIAL" | "CARD" | "RETRACTION" | "RECEIVED_OTHERWISE";
  /** Of the analysis, the denial, the incident, or the record of what came by another way. */
  readonly id: string;
  /** When it was received. */
  readonly at: Instant;
  /** The incident whose card it is about; null for what answers the notification itself. */
  readonly incidentId: string | null;
}

/** One answer of a SOC to a notification, as it is shown. */
export interface GivenAnswer extends Statement {
  /** By what its time is judged: of an analysis, the arrival of its first revision (L17). */
  readonly countsFrom: Instant;
}

/** All that one SOC answered a notification with, as it is shown. */
export interface AnswersGiven {
  /** Each revision of each analysis, denials, and what came by another way; oldest first. */
  readonly statements: readonly Statement[];
  /** In the order in which they were linked. */
  readonly incidents: readonly LedIncident[];
}

/** What a SOC has answered under one rule. */
export interface AnswersUnderRule {
  readonly rule: Term["rule"];
  /** The incident whose card the rule asks for; null for what the notification asks for by itself. */
  readonly incidentId: string | null;
  /** The answer that stands; null where a card is owed in place of what was answered before. */
  readonly current: GivenAnswer | null;
  /** The other ones, oldest first: given before it, or since without becoming the one that stands. */
  readonly others: readonly GivenAnswer[];
}

/**
 * L17, L21: what a SOC has answered a notification with, by rule, and what of it stands: a card over the latest revision of an
 * analysis, and that over a denial, which a granted retraction is as well (L18). Of what is judged (`judgeAnswer`) one thing
 * stands as long as the duty is met; it may have been met earlier, by another one.
 */
export function currentAnswers(
  subject: Subject,
  { availableAt, dueAt }: { readonly availableAt: Instant; readonly dueAt: Instant },
  given: AnswersGiven,
): AnswersUnderRule[] {
  const { EVENT, INCIDENT } = ANSWER_TERMS;
  const events = itself(given, "EVENT_ANALYSIS");
  // The first incident that one about an incident led to is what that asks for by itself.
  const cards = (subject === "INCIDENT" ? given.incidents.slice(1) : given.incidents).map((incident) => {
    const [card, retraction] = [cardOf(incident, availableAt), retractionOf(incident, availableAt)];
    const others = laterReceipts(given, incident);
    const current = retraction ?? card ?? others.at(-1) ?? null;
    return under(INCIDENT.rule, incident.id, current, [...others, card, retraction]);
  });
  const all = [
    ownAnswers(subject, { availableAt, dueAt }, given),
    // Beside the threat's own analysis, which stays owed.
    ...(subject === "THREAT" ? [under(EVENT.rule, null, events.at(-1) ?? null, events)] : []),
    ...cards,
  ];
  return all.filter(({ current, others }) => current !== null || others.length > 0);
}

/** What answers the notification itself. */
function ownAnswers(
  subject: Subject,
  { availableAt, dueAt }: { readonly availableAt: Instant; readonly dueAt: Instant },
  given: AnswersGiven,
): AnswersUnderRule {
  const { rule } = ANSWER_TERMS[subject];
  const otherwise = itself(given, "RECEIVED_OTHERWISE");
  if (subject === "THREAT") {
    const analyses = itself(given, "THREAT_ANALYSIS");
    return under(rule, null, analyses.at(-1) ?? otherwise.at(-1) ?? null, [...otherwise, ...analyses]);
  }
  const analyses = itself(given, "EVENT_ANALYSIS");
  const retracted = given.incidents.filter(({ retractionRequestedAt }) => retractionRequestedAt !== null);
  const denials = [
    ...itself(given, "DENIAL"),
    ...retracted.flatMap((one) => retractionOf(one, availableAt) ?? []),
  ].toSorted(byTime);
  const { incidents, isCardOwed } = askedFor(subject, given.incidents, dueAt);
  const card = incidents.flatMap((one) => cardOf(one, availableAt) ?? []).toSorted(byTime)[0] ?? null;
  const analysis = subject === "INCIDENT" && isCardOwed ? null : analyses.at(-1);
  const denial = isCardOwed ? null : denials.at(-1);
  const answer = subject === "INCIDENT" && isCardOwed ? null : otherwise.at(-1);
  const current = card ?? analysis ?? denial ?? answer ?? null;
  const before = retracted.map((one) => cardOf(one, availableAt));
  const [led] = subject === "INCIDENT" ? given.incidents : [];
  const cards = led ? laterReceipts(given, led) : [];
  return under(rule, null, current, [...otherwise, ...cards, ...before, ...denials, ...analyses, card]);
}

/** What was received by another way of an incident's card (L22), where the first one is another. */
function laterReceipts({ statements }: AnswersGiven, { id: incident, receiptId }: LedIncident): GivenAnswer[] {
  return statements
    .filter(({ incidentId, id }) => incidentId === incident && id !== receiptId)
    .map((one) => ({ ...one, countsFrom: one.at }));
}

function itself({ statements }: AnswersGiven, said: GivenAnswer["said"]): GivenAnswer[] {
  const all = statements.filter((one) => one.said === said && one.incidentId === null);
  const isRevised = said === "THREAT_ANALYSIS" || said === "EVENT_ANALYSIS";
  return all.map((one) => ({ ...one, countsFrom: (isRevised ? all[0] : one)?.at ?? one.at }));
}

function cardOf({ id, cardAt, receiptId }: LedIncident, availableAt: Instant): GivenAnswer | null {
  if (cardAt === null) return null;
  const at = later(cardAt, availableAt);
  const card = { at, countsFrom: at, incidentId: id };
  return receiptId === null ? { ...card, said: "CARD", id } : { ...card, said: "RECEIVED_OTHERWISE", id: receiptId };
}

function retractionOf(
  { id, cardAt, retractionRequestedAt: at }: LedIncident,
  availableAt: Instant,
): GivenAnswer | null {
  if (at === null) return null;
  const countsFrom = later(earlier(at, cardAt ?? at), availableAt);
  return { said: "RETRACTION", id, at, countsFrom, incidentId: id };
}

function under(
  rule: Term["rule"],
  incidentId: string | null,
  current: GivenAnswer | null,
  given: readonly (GivenAnswer | null)[],
): AnswersUnderRule {
  const others = given.filter((one) => one !== null && one !== current) as GivenAnswer[];
  return { rule, incidentId, current, others: others.toSorted(byTime) };
}

function byTime(one: GivenAnswer, other: GivenAnswer): number {
  return one.at - other.at;
}
