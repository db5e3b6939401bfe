import type { Severity } from "./incident-card.js";
import { after, earlier, later, type Instant } from "./instant.js";
import {
  discharge,
  dutyKey,
  isOpen,
  isSame,
  judgedAnew,
  lateness,
  objectKey,
  open,
  regimeAt,
  waive,
  type About,
  type Means,
  type Obligation,
  type Regime,
  type Regimes,
  type Term,
} from "./obligations.js";
import { figuresChanged } from "./timeliness.js";
import type { Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** An object that an incident harmed: a registered one by its id, any other by its description (F6). */
export interface ObjectName {
  readonly objectId: string | null;
  readonly description: string | null;
}

/** From when (included) to when (not included; null: open). */
export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The same in milliseconds, as the database tells it: null for what has no beginning, or no end yet. */
export interface PeriodInMilliseconds {
  readonly from: number | null;
  readonly until: number | null;
}

/** An object as a report or a card names it. */
export interface NamedObject extends ObjectName {
  /** When it is an e-government or critical object, so that R9.2 holds for it (L9); what is only described: always, or never. */
  readonly protectedIn: readonly Period[];
}

/** Who was told of an incident on an object: when that party was its owner, and whether the register named it when it was told. */
export interface Told {
  readonly ownedIn: readonly Period[];
  readonly wasOwner: boolean;
}

/** One thing that was said of an incident, as far as terms and level are concerned. */
export interface Statement {
  readonly said:
    | "REPORT"
    | "CARD"
    | "REVIEW"
    | "OWNER_NOTIFIED"
    | "CORRECTION"
    | "LED_BY"
    | "RECEIVED_OTHERWISE"
    | "OBJECT_LINKED"
    | "WAIVED";
  /** "Sent" is received by the gateway (L1). */
  readonly receivedAt: Instant;
  /** The confirmation that a report or card declares, or to which the national centre corrects it. */
  readonly confirmedAt?: Instant;
  /** The path of that confirmation in the input, for a warning about it. */
  readonly confirmedAtPath?: readonly string[];
  /** CARD: when the incident occurred. */
  readonly occurredAt?: Instant;
  readonly severity?: Severity | null;
  /** REPORT, CARD: what the incident harmed. */
  readonly objects?: readonly NamedObject[];
  /** OWNER_NOTIFIED: whose owner or holder was notified, when, and how that is known (L8). */
  readonly owner?: {
    readonly of: ObjectName;
    readonly notifiedAt: Instant;
    readonly means: Means;
    /** Who was told; absent: the one to whom it is owed, as the SOC says. */
    readonly told?: Told | null;
  };
  /** LED_BY: a notification that led to the incident; `isOwed` where its card is a duty of this incident's own (L21). */
  readonly notification?: {
    readonly id: string;
    readonly availableAt: Instant;
    readonly isOwed: boolean;
    /** When it was withdrawn; null where it was not (L19). */
    readonly withdrawnAt: Instant | null;
  };
  /** RECEIVED_OTHERWISE: the duty that was met by another way, and when that reached the national centre (L22). */
  readonly otherwise?: {
    readonly id: string;
    readonly duty: Pick<Obligation, "rule" | keyof About>;
    readonly at: Instant;
  };
  /** OBJECT_LINKED: the registered object that a description is (L9), and when that is protected. */
  readonly link?: {
    readonly description: string;
    readonly objectId: string;
    readonly protectedIn: readonly Period[];
    /** When it was taken back as made in error; null where it stands. */
    readonly takenBackAt: Instant | null;
  };
  /** WAIVED: the duty that the national centre waived, or that its SOC closed, because a correction had left it over (F25). */
  readonly waived?: { readonly duty: Pick<Obligation, "rule" | keyof About>; readonly isBySoc: boolean };
}

/** The part of an incident on which its terms depend. */
export interface Dossier {
  /** The earliest confirmation that the SOC has declared (L4), or the one to which the national centre corrected it. */
  readonly confirmedAt: Instant;
  /** True where that is before the terms were in force (L15). */
  readonly isBeforeTerms: boolean;
  /** The confirmation from which duties run: the same one, or the earliest under the terms (L15); null where none is. */
  readonly runsFrom: Instant | null;
  /** True once the national centre has corrected it: no statement of a SOC moves it any more (L4). */
  readonly isCorrected: boolean;
  /** When it occurred, by the latest card; null before the first one. */
  readonly occurredAt: Instant | null;
  /** The latest statement on the level (L10); null where no statement has named one. */
  readonly severity: Severity | null;
  readonly obligations: readonly Obligation[];
  /** All that was said, in the order of receipt: what follows from it is judged anew with every statement. */
  readonly statements: readonly Statement[];
}

/** Under which terms an incident is judged. */
export interface Terms {
  /** L15: confirmations before it open nothing. */
  readonly inForceFrom: Instant;
  readonly regimes?: Regimes;
}

export interface Applied {
  readonly dossier: Dossier;
  /** True where a card names a level in place of Undetermined, which is recorded as a review (L10). */
  readonly isReview: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * What a statement does to an incident: opens, moves and meets its obligations (R9.1, R9.2, R9.3, R9.6, RA.1). `before` is null
 * for the first statement.
 */
export function apply(before: Dossier | null, statement: Statement, terms: Terms): Applied {
  const statements = [...(before?.statements ?? []), statement];
  const known = withObjects(statements);
  const last = known.at(-1) ?? statement;
  const dossier = judge(statements, before?.obligations ?? [], terms);
  const level = statement.severity;
  return {
    dossier,
    isReview: statement.said === "CARD" && before?.severity === "UNDETERMINED" && level !== "UNDETERMINED",
    warnings: [
      ...laterConfirmation(before, dossier, statement),
      ...beforeInForce(dossier, statement, terms),
      ...beforeOccurrence(dossier, statement),
      ...beforeConfirmation(dossier, statement, terms),
      ...late(before?.obligations ?? [], dossier.obligations, statement.receivedAt, last),
      ...figuresChanged(before?.obligations ?? [], dossier.obligations, statement.receivedAt),
    ],
  };
}

/** L22: the dossier without a receipt by another way that was recorded in error: what it met is judged anew from all the rest. */
export function withoutReceipt(before: Dossier, receiptId: string, now: Instant, terms: Terms): Applied {
  const rest = before.statements.filter(({ otherwise }) => otherwise?.id !== receiptId);
  return judgedWithout(before, judge(rest, before.obligations, terms), now);
}

/** A dossier without what was recorded in error. */
function judgedWithout({ obligations: were }: Dossier, dossier: Dossier, now: Instant): Applied {
  const are = dossier.obligations;
  return { dossier, isReview: false, warnings: [...late(were, are, now), ...figuresChanged(were, are, now)] };
}

/**
 * L9: the dossier without a link that was made in error, as if it had never been. What opened for the object by that link alone is
 * void (L23); a duty toward the owner of what was described is owed again.
 */
export function withoutLink(before: Dossier, description: string, now: Instant, terms: Terms): Applied {
  const key = objectKey(null, description);
  const wrong = before.statements.find(
    ({ link }) => link?.takenBackAt === null && objectKey(null, link.description) === key,
  );
  if (!wrong?.link) return { dossier: before, isReview: false, warnings: [] };
  const link = { ...wrong.link, takenBackAt: now };
  const statements = before.statements.map((one) => (one === wrong ? { ...one, link } : one));
  const owed = openedByBeginnings(statements, terms);
  const described = owed.findLast((one) => one.objectDescription !== null && keyOfDuty(one) === key);
  const isKnown = before.obligations.some((one) => keyOfDuty(one) === key);
  const opened = described && !isKnown ? [...before.obligations, described] : before.obligations;
  return judgedWithout(before, judge(statements, opened, terms), now);
}

/** What has opened stays (L14): the duties that any beginning of the statements opens, by what the register says now. */
function openedByBeginnings(statements: readonly Statement[], { inForceFrom, regimes }: Terms): Obligation[] {
  return statements.flatMap((_, place) => {
    const said = statements.slice(0, place + 1);
    const { inForce: confirmedAt } = confirmations(said, inForceFrom);
    if (confirmedAt === null) return [];
    return opens(withObjects(said), { confirmedAt, inForceFrom, regime: regimeAt(confirmedAt, regimes) });
  });
}

/**
 * An incident's dossier by all that was said of it, in the order of receipt, as if the confirmation that counts had been known
 * from the start (L4), and what the register says of its objects now. What has `opened` before stays (L14), void where no
 * confirmation that stands opens it by that register (L23); the rest of it is judged anew.
 */
export function judge(all: readonly Statement[], opened: readonly Obligation[], terms: Terms): Dossier {
  const { inForceFrom, regimes } = terms;
  const statements = withObjects(all);
  const { counted, inForce, isCorrected, ranFrom } = confirmations(statements, inForceFrom);
  const occurredAt = statements.findLast((one) => one.occurredAt !== undefined)?.occurredAt ?? null;
  const severity = statements.findLast((one) => (one.severity ?? null) !== null)?.severity ?? null;
  const regime = regimeAt(inForce ?? counted, regimes);
  const opensBy = (said: readonly Statement[], confirmedAt: Instant): Obligation[] =>
    opens(said, { confirmedAt, inForceFrom, regime: regimeAt(confirmedAt, regimes) });
  const opening = inForce === null ? [] : opensBy(statements, inForce);
  const kept = withObjectsOfDuties(opened, all).map((one) => restarted(one, inForce, regime));
  const owedNow = new Set(opening.map(dutyKey));
  const isLeft = kept.some((one) => !owedNow.has(dutyKey(one)));
  // What a SOC's own words alone opened it cannot take back: an earlier confirmation, a link of what it described.
  const owedOnce = new Set(
    (isLeft ? ranFrom : []).flatMap((one) =>
      [...opensBy(statements, one), ...withObjectsOfDuties(opensBy(all, one), all)].map(dutyKey),
    ),
  );
  // An object to which a description was linked in error is named only from where the SOC names it by itself.
  const mistaken = new Set(all.flatMap(({ link }) => (link && link.takenBackAt !== null ? link.objectId : [])));
  const owedWithoutError = new Set(
    (mistaken.size === 0 ? [] : withObjectsOfDuties(openedByBeginnings(all, terms), all)).map(dutyKey),
  );
  const isByError = ({ objectId }: Obligation, key: string): boolean =>
    objectId !== null && mistaken.has(objectId) && !owedWithoutError.has(key);
  const isVoid = (one: Obligation, key = dutyKey(one)): boolean =>
    !owedNow.has(key) && (!owedOnce.has(key) || isByError(one, key));
  const owed = [
    ...kept.map((one) => ({ ...one, isVoid: isVoid(one) })),
    ...opening.filter((one) => !kept.some((other) => isSame(one, other))),
  ];
  const obligations = owed.map((one) =>
    judgedAnew(waived(one, all), withdrawal(one, statements), (duty) => met(duty, statements, occurredAt)),
  );
  const isBeforeTerms = counted < inForceFrom;
  const known = { isBeforeTerms, runsFrom: inForce, isCorrected, occurredAt, severity };
  return { confirmedAt: counted, ...known, obligations, statements: all };
}

/** L9: the statements with registered objects in place of the descriptions that were linked to them. */
function withObjects(statements: readonly Statement[]): readonly Statement[] {
  const objects = linkedIn(statements);
  if (objects.size === 0) return statements;
  return statements.map((statement) => {
    const { objects: named, owner } = statement;
    return {
      ...statement,
      ...(named ? { objects: named.map((one) => objects.get(keyOf(one)) ?? one) } : {}),
      ...(owner ? { owner: { ...owner, of: objects.get(keyOf(owner.of)) ?? owner.of } } : {}),
    };
  });
}

/** L9: the same of duties: one that opened toward the owner of what was described is the one toward the object's owner. */
function withObjectsOfDuties(opened: readonly Obligation[], statements: readonly Statement[]): readonly Obligation[] {
  const objects = linkedIn(statements);
  if (objects.size === 0) return opened;
  // What opened for the object itself comes first: the other one is no second duty beside it.
  const isDescribed = ({ objectDescription }: Obligation): number => Number(objectDescription !== null);
  const named = opened
    .toSorted((one, other) => isDescribed(one) - isDescribed(other))
    .map((one) => withObject(one, objects));
  return named.filter((one, place) => named.findIndex((other) => isSame(one, other)) === place);
}

function withObject<Duty extends About>(duty: Duty, objects: ReadonlyMap<string | null, NamedObject>): Duty {
  const object = objects.get(objectKey(duty.objectId, duty.objectDescription));
  return object ? { ...duty, objectId: object.objectId, objectDescription: null } : duty;
}

/** L9: the registered objects by the descriptions that are linked to them. */
export function linkedIn(statements: readonly Statement[]): ReadonlyMap<string | null, NamedObject> {
  return new Map(
    statements.flatMap(({ link }) =>
      link && link.takenBackAt === null
        ? [
            [
              keyOf({ objectId: null, description: link.description }),
              { objectId: link.objectId, description: null, protectedIn: link.protectedIn },
            ] as const,
          ]
        : [],
    ),
  );
}

function keyOf({ objectId, description }: ObjectName): string | null {
  return objectKey(objectId, description);
}

function keyOfDuty({ objectId, objectDescription }: Obligation): string | null {
  return objectKey(objectId, objectDescription);
}

/** Whether a duty is owed toward the owner of an object, as a statement names it. */
function isAbout({ objectId, objectDescription }: Obligation, name: ObjectName): boolean {
  const key = objectKey(objectId, objectDescription);
  return key !== null && key === objectKey(name.objectId, name.description);
}

/** A duty as it is waived by what was said; by a retraction or a withdrawal it stays so. */
function waived(duty: Obligation, all: readonly Statement[]): Obligation {
  const waivers = all.filter((one) => one.waived?.duty.rule === duty.rule);
  if (waivers.length === 0) return duty;
  const objects = linkedIn(all);
  const standing = waivers.find((one) => {
    const isOfDuty = one.waived !== undefined && isSame(withObject(one.waived.duty, objects), duty);
    return isOfDuty && !(one.waived.isBySoc && isNamedAgain(duty, one, all));
  });
  const isOtherwise = waivers.every(({ receivedAt }) => receivedAt !== duty.waivedAt);
  return { ...duty, waivedAt: standing?.receivedAt ?? (isOtherwise ? duty.waivedAt : null) };
}

/** F25: a duty that its SOC closed is owed again where a later statement names its object again, by what was linked until then. */
function isNamedAgain(duty: Obligation, closing: Statement, all: readonly Statement[]): boolean {
  const closed = all.indexOf(closing);
  const objects = linkedIn(all);
  return all.some((_, place) => {
    if (place <= closed) return false;
    const known = withObjects(all.slice(0, place + 1));
    const [last] = known.slice(-1);
    if (last?.link) return last.link.takenBackAt === null && isLinkedAgain(duty, closing, last.link, known);
    // A described one that is still said to be of neither kind owes nothing again.
    const again = last?.objects?.filter(({ objectId, protectedIn }) => objectId !== null || protectedIn.length > 0);
    return again?.some((one) => isAbout(duty, objects.get(keyOf(one)) ?? one)) ?? false;
  });
}

/** L9, F25: a link names its object where the incident describes that now, or did when its SOC closed the duty. */
function isLinkedAgain(
  duty: Obligation,
  closing: Statement,
  { objectId }: NonNullable<Statement["link"]>,
  known: readonly Statement[],
): boolean {
  if (duty.objectId !== objectId) return false;
  const naming = known.filter(({ objects }) => objects !== undefined);
  const then = naming.findLast(({ receivedAt }) => receivedAt <= closing.receivedAt);
  return [naming.at(-1), then].some((one) => one?.objects?.some((object) => isAbout(duty, object)) ?? false);
}

/** When the first card reached the national centre, through the gateway or by another way (L22); null before that. */
export function firstCardOf({ statements, occurredAt }: Pick<Dossier, "statements" | "occurredAt">): Instant | null {
  const arrivals = statements.flatMap(({ said, receivedAt, otherwise }) => {
    if (said === "CARD") return [receivedAt];
    return otherwise && asksForCard(otherwise.duty) && isPossible(otherwise.at, occurredAt) ? [otherwise.at] : [];
  });
  return arrivals.length === 0 ? null : arrivals.reduce(earlier);
}

/** L22: whether nothing but a card meets this duty of an incident, so that its receipt is one. */
export function asksForCard({ rule }: Pick<Obligation, "rule">): boolean {
  return rule === "R9.3" || rule === "R9.6";
}

/** L8, L22: nothing was told or received of what had not happened yet. */
function isPossible(at: Instant, occurredAt: Instant | null): boolean {
  return occurredAt === null || at >= occurredAt;
}

/** L18: the incident was reported in error: what is still open is no longer owed. */
export function retract(before: Dossier, at: Instant): Dossier {
  return { ...before, obligations: before.obligations.map((obligation) => waive(obligation, at)) };
}

/**
 * The confirmation that counts (L4), and where that is before the terms were in force the earliest that the SOC declared under
 * them (L15): from that one duties run, so that no statement of its SOC dates an incident out of them. Null where there was none,
 * where nothing says that the incident occurred under them, and where the national centre has corrected it to before that.
 * `ranFrom`: those that duties have run from, without what was corrected (L23).
 */
function confirmations(statements: readonly Statement[], inForceFrom: Instant) {
  let counted: Instant | null = null;
  let inForce: Instant | null = null;
  let isCorrected = false;
  let underTerms: Instant | null = null;
  const ranFrom = new Set<Instant>();
  for (const { said, confirmedAt, occurredAt } of statements) {
    if (confirmedAt === undefined || (isCorrected && said !== "CORRECTION")) continue;
    isCorrected ||= said === "CORRECTION";
    counted = counted === null || said === "CORRECTION" ? confirmedAt : earlier(counted, confirmedAt);
    if (confirmedAt >= inForceFrom) underTerms = underTerms === null ? confirmedAt : earlier(underTerms, confirmedAt);
    // One that counts before that day hides none that the SOC declared under the terms, of what occurred under them.
    if (counted >= inForceFrom) inForce = counted;
    else if (said === "CORRECTION") inForce = null;
    else if (inForce !== null || (occurredAt !== undefined && occurredAt >= inForceFrom)) inForce = underTerms;
    if (said === "CORRECTION") ranFrom.clear();
    if (inForce !== null) ranFrom.add(inForce);
  }
  if (counted === null) throw new Error("the first statement about an incident declares its confirmation");
  return { counted, inForce, isCorrected, ranFrom: [...ranFrom] };
}

/** The duties that these statements open. RA.1 opens once, when the level first becomes Undetermined (L10). */
function opens(
  statements: readonly Statement[],
  { confirmedAt, inForceFrom, regime }: { confirmedAt: Instant; inForceFrom: Instant; regime: Regime },
): Obligation[] {
  const { NOTIFY_CENTRE, NOTIFY_OWNER, SUBMIT_CARD, REVIEW_SEVERITY } = regime.confirmation;
  const opening = new Map<string, Obligation>();
  const owe = (duty: Obligation): void => {
    const key = dutyKey(duty);
    if (!opening.has(key)) opening.set(key, duty);
  };
  for (const { said, severity, objects = [], notification } of statements) {
    if (said === "REPORT" || said === "CARD") {
      owe(open(NOTIFY_CENTRE, confirmedAt));
      owe(open(SUBMIT_CARD, confirmedAt));
    }
    for (const { objectId, description, protectedIn } of objects)
      if (isWithin(confirmedAt, protectedIn))
        owe(open(NOTIFY_OWNER, confirmedAt, { objectId, objectDescription: description }));
    if (severity === "UNDETERMINED") owe(open(REVIEW_SEVERITY, confirmedAt));
    // L21: where the incident is confirmed after the time for the answer, R9.3 alone runs.
    if (notification?.isOwed && notification.availableAt >= inForceFrom) {
      const card = open(regime.answer.INCIDENT, notification.availableAt, { notificationId: notification.id });
      if (confirmedAt <= card.dueAt) owe(card);
    }
  }
  return [...opening.values()];
}

function isWithin(at: Instant, periods: readonly Period[]): boolean {
  return periods.some(({ from, until }) => from <= at && (until === null || at < until));
}

/** A duty that has opened, with the time that it has by the confirmation; one about a notification keeps its start. */
function restarted(one: Obligation, confirmedAt: Instant | null, regime: Regime): Obligation {
  const startsAt = one.notificationId === null ? (confirmedAt ?? one.startsAt) : one.startsAt;
  const { length } = termOf(one, regime);
  return { ...one, startsAt, dueAt: after(startsAt, length) };
}

function termOf({ rule }: Obligation, { confirmation, answer }: Regime): Term {
  const term = [...Object.values(confirmation), ...Object.values(answer)].find((one) => one.rule === rule);
  if (!term) throw new Error(`no term of rule ${rule}`);
  return term;
}

/** When the notification that a duty is about was withdrawn. */
function withdrawal({ notificationId }: Obligation, statements: readonly Statement[]): Instant | null {
  if (notificationId === null) return null;
  return statements.find(({ notification }) => notification?.id === notificationId)?.notification?.withdrawnAt ?? null;
}

/** A duty with what meets it of all that was said. */
function met(duty: Obligation, statements: readonly Statement[], occurredAt: Instant | null): Obligation {
  const first = duty.kind === "REVIEW_SEVERITY" ? firstUndetermined(statements) + 1 : 0;
  return statements.slice(first).reduce((one, statement) => {
    const meeting = meets(statement, duty, occurredAt);
    return meeting === null ? one : discharge(one, meeting.at, meeting.by);
  }, duty);
}

function firstUndetermined(statements: readonly Statement[]): number {
  return statements.findIndex(({ severity }) => severity === "UNDETERMINED");
}

/** When and by what a statement meets a duty; null where it does not. */
function meets(
  statement: Statement,
  duty: Obligation,
  occurredAt: Instant | null,
): { readonly at: Instant; readonly by: Means } | null {
  const { said, receivedAt, severity, owner, otherwise } = statement;
  if (otherwise && !isPossible(otherwise.at, occurredAt)) return null;
  if (otherwise && isSame(otherwise.duty, duty)) return { at: otherwise.at, by: "RECEIVED_OTHERWISE" };
  const isCard = otherwise !== undefined && asksForCard(otherwise.duty);
  switch (duty.kind) {
    case "NOTIFY_CENTRE":
      return said === "REPORT" || said === "CARD" ? { at: receivedAt, by: said } : null;
    case "SUBMIT_CARD":
      if (isCard) return { at: otherwise.at, by: "RECEIVED_OTHERWISE" };
      return said === "CARD" ? { at: receivedAt, by: "CARD" } : null;
    case "ANSWER_NOTIFICATION":
      // L21: a card that was there before meets it at the moment at which the notification became available.
      if (isCard) return { at: later(otherwise.at, duty.startsAt), by: "RECEIVED_OTHERWISE" };
      return said === "CARD" ? { at: later(receivedAt, duty.startsAt), by: "CARD" } : null;
    case "NOTIFY_OWNER":
      // L8: nobody is notified of what has not happened yet.
      if (!owner || !isAbout(duty, owner.of) || !isToldToOwner(owner.told ?? null, duty)) return null;
      return isPossible(owner.notifiedAt, occurredAt) ? { at: owner.notifiedAt, by: owner.means } : null;
    case "REVIEW_SEVERITY":
      if (said === "REVIEW")
        return { at: receivedAt, by: severity === "UNDETERMINED" ? "REVIEW_LEFT_UNDETERMINED" : "REVIEW" };
      return said === "CARD" && severity !== "UNDETERMINED" ? { at: receivedAt, by: "CARD" } : null;
  }
}

/** L8: the owner at the confirmation that counts, or the one whom the register named when it was told. */
function isToldToOwner(told: Told | null, { startsAt }: Obligation): boolean {
  return told === null || told.wasOwner || isWithin(startsAt, told.ownedIn);
}

/** L4: a confirmation that does not count is kept on the card, moves nothing, and is warned about. */
function laterConfirmation(
  before: Dossier | null,
  { runsFrom }: Dossier,
  { said, confirmedAt, confirmedAtPath }: Statement,
): Warning[] {
  // Where no deadline runs by either, L15 says so.
  if (before === null || said === "CORRECTION" || confirmedAt === undefined || runsFrom === null) return [];
  const counted = before.runsFrom ?? runsFrom;
  if (confirmedAt === counted || (!before.isCorrected && confirmedAt < counted)) return [];
  const about = { declared: confirmedAt, counted };
  const says = before.isCorrected ? say("confirmationCorrected", about) : say("confirmationLater", about);
  return [{ rule: "L4", path: confirmedAtPath ?? [], says }];
}

/** L15: the confirmation is before the terms were in force: it opens and moves nothing; what was declared under them may. */
function beforeInForce({ confirmedAt, runsFrom }: Dossier, statement: Statement, { inForceFrom }: Terms): Warning[] {
  if (statement.confirmedAt === undefined || confirmedAt >= inForceFrom) return [];
  const says =
    runsFrom === null
      ? say("confirmedBeforeForce", { confirmedAt, inForceFrom })
      : say("declaredUnderForce", { confirmedAt, inForceFrom, runsFrom });
  return [{ rule: "L15", path: statement.confirmedAtPath ?? [], says }];
}

/** L3: the confirmation that counts, declared by an earlier statement, is before the occurrence that this card names. */
function beforeOccurrence({ confirmedAt: counted, runsFrom, occurredAt }: Dossier, statement: Statement): Warning[] {
  const confirmedAt = runsFrom ?? counted;
  if (statement.occurredAt === undefined || occurredAt === null || confirmedAt >= occurredAt) return [];
  return [
    { rule: "L3", path: ["card", "occurredAt"], says: say("countedBeforeOccurrence", { confirmedAt, occurredAt }) },
  ];
}

/** L22: what came by another way before the confirmation, and so before the terms, counts and is doubtful. */
function beforeConfirmation({ runsFrom }: Dossier, { otherwise }: Statement, { inForceFrom }: Terms): Warning[] {
  const confirmedAt = runsFrom ?? inForceFrom;
  if (!otherwise || otherwise.at >= confirmedAt) return [];
  const says = say("receivedBeforeConfirmation", { receivedAt: otherwise.at, confirmedAt });
  return [{ rule: "L22", path: ["receivedAt"], says }];
}

/** L2: each duty that a statement received at `now` reopens, meets late, makes overdue or makes later, waived or not. */
export function late(
  before: readonly Obligation[],
  judged: readonly Obligation[],
  now: Instant,
  statement?: Statement,
): Warning[] {
  return judged.flatMap((duty) => {
    if (duty.isVoid) return [];
    // What was void never was.
    const known = before.find((one) => isSame(one, duty) && !one.isVoid);
    const says = whatIsLate(known, duty, now, statement);
    return says ? [{ rule: duty.rule, path: placeOf(duty, statement), says }] : [];
  });
}

function whatIsLate(known: Obligation | undefined, duty: Obligation, now: Instant, statement?: Statement) {
  const { dueAt } = duty;
  const about = { dueAt, late: lateness(duty, now) };
  const isLater = about.late > (known ? lateness(known, now) : 0);
  if (isOpen(duty)) {
    const isReopened = known !== undefined && !isOpen(known);
    if (about.late > 0) return isReopened || isLater ? say("overdueNow", about) : null;
    return isReopened ? say("noLongerMet", { dueAt }) : null;
  }
  const wasMet = (known?.dischargedAt ?? null) !== null;
  // By what the national centre says of it nothing arrives.
  const isMoved = statement?.said === "CORRECTION" || statement?.said === "OBJECT_LINKED";
  if (about.late > 0 && duty.dischargedAt !== null && !wasMet && duty.waivedAt === null && !isMoved)
    return say("acceptedLate", about);
  return isLater ? say("madeLate", about) : null;
}

/** R9.2: where the statement names the object; every other duty is about the whole of it. */
function placeOf(duty: Obligation, statement: Statement | undefined): string[] {
  const place = statement?.objects?.findIndex((one) => isAbout(duty, one));
  if (place === undefined || place < 0) return [];
  return [...(statement?.confirmedAtPath ?? []).slice(0, -1), "affectedObjects", String(place)];
}
