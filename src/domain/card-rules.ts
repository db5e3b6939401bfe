import { PLAIN_FIELDS, type PlainKind } from "./card-form.js";
import type {
  AffectedObject,
  AffectedObjectDraft,
  CardDraft,
  Consequence,
  IncidentCard,
  IncidentReport,
  Indicator,
  IndicatorDraft,
  ReportDraft,
} from "./incident-card.js";
import { normalIndicator, type NormalIndicator } from "./indicator.js";
import { hasDotlessHost } from "./indicator/urls.js";
import { after, dateInAlmaty, type Instant } from "./instant.js";
import type { Limits } from "./limits.js";
import { unknownReference } from "./references.js";
import { objectKey } from "./obligations.js";
import { criteriaWarnings, severityWarnings } from "./severity.js";
import { endOf, hasEnded, type Ended } from "./party-rules.js";
import { isBlank, judgeOptionalText, judgeText, spoiledTexts } from "./text.js";
import type { Violation, Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** What is known of an affected object that a draft names. */
export interface KnownObject {
  /** The registered object; null where there is none with that id or code, and for what is only described. */
  readonly registered: ({ readonly id: string } & Ended) | null;
  /** F7: whether the SOC covered it at the occurrence, at the declared confirmation, or does now. */
  readonly isCovered: boolean;
  /** Whether a description is the code or the name of a registered object. */
  readonly isRegisteredName: boolean;
  /** The code that was probably meant by one that nothing has; null where none is near. */
  readonly near: string | null;
}

/** What a judgement needs to know beside the draft. */
export interface Circumstances {
  /** When the gateway received the draft. */
  readonly now: Instant;
  readonly limits: Limits;
  /** What is known of each affected object, in their order. */
  readonly objects: readonly KnownObject[];
}

export type Judgement<T> =
  | { readonly ok: true; readonly accepted: T; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Judges a report (R9.1, L5). Paths are relative to the mutation's input. */
export function judgeReport(draft: ReportDraft, circumstances: Circumstances): Judgement<IncidentReport> {
  const { limits, now } = circumstances;
  const violations = [
    ...judgeConfirmation(draft.confirmedAt, now, limits, ["confirmedAt"]),
    ...judgeText(draft.summary, ["summary"], limits.summary),
    ...judgeAffectedObjects(draft.affectedObjects, circumstances, ["affectedObjects"]),
  ];
  if (violations.length > 0) return { ok: false, violations };
  const accepted = { ...draft, affectedObjects: acceptedObjects(draft.affectedObjects, circumstances) };
  const warnings = [
    ...objectWarnings(draft, circumstances, ["affectedObjects"]),
    ...(draft.severity ? severityWarnings(draft.severity, draft.type, ["severity"]) : []),
    ...spoiledTexts(draft, []),
  ];
  return { ok: true, accepted, warnings };
}

/** Judges a card, first or amended (R9.3, annex 3). Paths begin with `card`. */
export function judgeCard(draft: CardDraft, circumstances: Circumstances): Judgement<IncidentCard> {
  const { limits, now } = circumstances;
  const at = (...path: string[]): string[] => ["card", ...path];
  const indicators = judgeIndicators(draft.indicators, limits, at("indicators"));
  const violations = [
    ...judgeRegistration(draft, now, limits, at("registeredOn")),
    ...judgeOccurrence(draft, now, limits, at("occurredAt")),
    ...judgeConfirmation(draft.confirmedAt, now, limits, at("confirmedAt")),
    ...indicators.violations,
    ...PLAIN_FIELDS.flatMap(([name, { kind }]) => judgeByKind(kind, draft[name], limits, at(name))),
    ...judgeNone(draft.consequences, at("consequences")),
    ...judgeRecurrence(draft, at("earlierIncidentNumber")),
    ...judgeAffectedObjects(draft.affectedObjects, circumstances, at("affectedObjects")),
  ];
  if (violations.length > 0) return { ok: false, violations };
  const accepted = {
    ...draft,
    indicators: indicators.normal,
    affectedObjects: acceptedObjects(draft.affectedObjects, circumstances),
  };
  const warnings = [
    ...severityWarnings(draft.severity, draft.type, at("severity")),
    ...criteriaWarnings(draft.severity, draft.consequences, at("severity")),
    ...repeatedIndicators(indicators.normal, at("indicators")),
    ...dotlessHosts(indicators.normal, at("indicators")),
    ...objectWarnings(draft, circumstances, at("affectedObjects")),
    ...spoiledTexts(draft, ["card"]),
  ];
  return { ok: true, accepted, warnings };
}

/** L3: a confirmation is not in the future, past the allowance for clocks that differ. */
export function judgeConfirmation(
  confirmedAt: Instant,
  now: Instant,
  limits: Limits,
  path: readonly string[],
): Violation[] {
  if (confirmedAt <= after(now, limits.clockSkew)) return [];
  return [{ rule: "L3", path, says: say("confirmedInFuture", { confirmedAt, now }) }];
}

/** L3, F11: what occurred did so before it was confirmed, and not in the future. */
function judgeOccurrence(draft: CardDraft, now: Instant, limits: Limits, path: readonly string[]): Violation[] {
  const { occurredAt, confirmedAt } = draft;
  const violations: Violation[] = [];
  if (occurredAt > after(now, limits.clockSkew))
    violations.push({ rule: "F11", path, says: say("momentInFuture", { at: occurredAt, now }) });
  if (confirmedAt < occurredAt)
    violations.push({
      rule: "L3",
      path: ["card", "confirmedAt"],
      says: say("confirmedBeforeOccurrence", { confirmedAt, occurredAt }),
    });
  return violations;
}

/** F11, F29: the date of registration is not after today, nor before the day of the occurrence, by the calendar of Asia/Almaty. */
function judgeRegistration(draft: CardDraft, now: Instant, limits: Limits, path: readonly string[]): Violation[] {
  const { registeredOn, occurredAt } = draft;
  const latest = after(now, limits.clockSkew);
  const today = dateInAlmaty(latest);
  if (registeredOn > today) return [{ rule: "F11", path, says: say("dateInFuture", { date: registeredOn, today }) }];
  const occurredOn = dateInAlmaty(occurredAt);
  if (registeredOn >= occurredOn || occurredAt > latest) return [];
  return [{ rule: "F29", path, says: say("registeredBeforeOccurrence", { registeredOn, occurredOn }) }];
}

/** What every field of a kind must satisfy: a text F1 to F3, an optional one F2 and F3, a choice of several F4. */
function judgeByKind(kind: PlainKind, held: unknown, limits: Limits, path: readonly string[]): Violation[] {
  switch (kind) {
    case "text":
      return judgeText(held as string, path, limits.text);
    case "optional text":
      return judgeOptionalText(held as string | null, path, limits.text);
    case "choices":
      return judgeChoices(held as readonly string[], path);
    case "date":
    case "instant":
    case "choice":
      return [];
  }
}

/** F4. */
function judgeChoices(choices: readonly string[], path: readonly string[]): Violation[] {
  if (choices.length === 0) return [{ rule: "F4", path, says: say("choicesEmpty", {}) }];
  const repeated = choices.find((choice, index) => choices.indexOf(choice) !== index);
  if (repeated === undefined) return [];
  return [{ rule: "F4", path, says: say("choiceRepeated", { choice: repeated }) }];
}

/** F5. */
function judgeNone(consequences: readonly Consequence[], path: readonly string[]): Violation[] {
  const isWithOthers = consequences.includes("NONE") && consequences.some((consequence) => consequence !== "NONE");
  return isWithOthers ? [{ rule: "F5", path, says: say("noneWithOthers", {}) }] : [];
}

/** F30: only a repeat incident has an earlier one. */
function judgeRecurrence({ recurrence, earlierIncidentNumber }: CardDraft, path: readonly string[]): Violation[] {
  if (recurrence === "REPEAT" || isBlank(earlierIncidentNumber ?? "")) return [];
  return [{ rule: "F30", path, says: say("newWithEarlier", {}) }];
}

/** F4, F6, F9, F17, and F1 to F3 for a description. */
function judgeAffectedObjects(
  drafts: readonly AffectedObjectDraft[],
  circumstances: Circumstances,
  path: readonly string[],
): Violation[] {
  const { limits } = circumstances;
  if (drafts.length === 0) return [{ rule: "F4", path, says: say("choicesEmpty", {}) }];
  if (drafts.length > limits.affectedObjects) {
    const says = say("objectsTooMany", { count: drafts.length, limit: limits.affectedObjects });
    return [{ rule: "F9", path, says }];
  }
  const names = new Set<string>();
  return drafts.flatMap((draft, index) => {
    const at = [...path, String(index)];
    const faults = judgeAffectedObject(draft, circumstances.objects[index], limits, at);
    const { description } = draft;
    const registered = description === null ? circumstances.objects[index]?.registered?.id : null;
    const name = objectKey(registered ?? null, description);
    if (faults.length > 0 || name === null) return faults;
    const isRepeated = names.has(name);
    names.add(name);
    const choice = description ?? circumstances.objects[index]?.registered?.code ?? "";
    return isRepeated ? [{ rule: "F4", path: at, says: say("choiceRepeated", { choice }) }] : [];
  });
}

function judgeAffectedObject(
  draft: AffectedObjectDraft,
  known: KnownObject | undefined,
  limits: Limits,
  path: readonly string[],
): Violation[] {
  const { objectId, objectCode, description, kinds, ownerName } = draft;
  const named = [objectId, objectCode, description].filter((one) => one !== null).length;
  if (named !== 1) return [{ rule: "F6", path, says: say("objectOrDescription", { both: named > 1 }) }];
  if (description === null) {
    // What an object is that is registered, and whose, is known.
    if (kinds !== null || ownerName !== null) return [{ rule: "F6", path, says: say("describedAndRegistered", {}) }];
    const field = objectId === null ? "objectCode" : "objectId";
    return known?.registered ? [] : [unknownReference([...path, field], known?.near ?? null)];
  }
  return [
    ...judgeText(description, [...path, "description"], limits.summary),
    ...judgeOptionalText(ownerName, [...path, "ownerName"], limits.summary),
  ];
}

function acceptedObjects(drafts: readonly AffectedObjectDraft[], { objects }: Circumstances): AffectedObject[] {
  return drafts.map(({ description, kinds, ownerName }, index) => {
    const registered = description === null ? (objects[index]?.registered ?? null) : null;
    return { objectId: registered?.id ?? null, code: registered?.code ?? null, description, kinds, ownerName };
  });
}

/**
 * F7, and R9.2: that an object had ended, that the SOC does not cover it, or that it describes one that is registered, is doubtful
 * and accepted.
 */
function objectWarnings(
  { affectedObjects, confirmedAt }: Pick<ReportDraft, "affectedObjects" | "confirmedAt">,
  { objects }: Circumstances,
  path: readonly string[],
): Warning[] {
  return affectedObjects.flatMap((draft, index): Warning[] => {
    const { registered = null, isCovered = false, isRegisteredName = false } = objects[index] ?? {};
    const at = [...path, String(index)];
    const over = draft.description === null && registered ? endedBefore(registered, confirmedAt, at) : [];
    if (over.length > 0) return over;
    if (draft.description === null && registered)
      return isCovered ? [] : [{ rule: "F7", path: at, says: say("objectNotCovered", {}) }];
    return isRegisteredName ? [{ rule: "R9.2", path: at, says: say("describesRegistered", {}) }] : [];
  });
}

/** F7: a registered object had ended before the confirmation. */
export function endedBefore(registered: Ended, confirmedAt: Instant, path: readonly string[]): Warning[] {
  return hasEnded(registered, confirmedAt) ? [{ rule: "F7", path, says: endOf(registered) }] : [];
}

/** What was found about a draft's value, so that it is found once. */
const verdicts = new WeakMap<IndicatorDraft, NormalIndicator>();

/** F8: the value of a draft in its normal form, or why it has none. Found once for each draft, which may be beforehand. */
export function verdictOf(draft: IndicatorDraft): NormalIndicator {
  const known = verdicts.get(draft) ?? normalIndicator(draft.type, draft.value);
  verdicts.set(draft, known);
  return known;
}

/** F8, F9: every indicator in normal form, or what is wrong with it. */
export function judgeIndicators(
  drafts: readonly IndicatorDraft[],
  limits: Limits,
  path: readonly string[],
): { normal: Indicator[]; violations: Violation[] } {
  if (drafts.length > limits.indicators) {
    const says = say("indicatorsTooMany", { count: drafts.length, limit: limits.indicators });
    return { normal: [], violations: [{ rule: "F9", path, says }] };
  }
  const normal: Indicator[] = [];
  const violations: Violation[] = [];
  drafts.forEach((draft, index) => {
    const { type, value } = draft;
    const verdict = verdictOf(draft);
    if (verdict.ok) {
      normal.push({ type, submitted: value, value: verdict.value });
    } else {
      const { fault, suggests = null, named = null, place = null } = verdict;
      const says = say("indicatorFault", { type, fault, suggests, named, place });
      violations.push({ rule: "F8", path: [...path, String(index), "value"], says });
    }
  });
  return { normal, violations };
}

/** F8: a warning for each URL whose host has no dot: an intranet name, or half of a name. */
export function dotlessHosts(indicators: readonly Indicator[], path: readonly string[]): Warning[] {
  return indicators.flatMap(({ type, value }, index) =>
    type === "URL" && hasDotlessHost(value)
      ? [{ rule: "F8" as const, path: [...path, String(index), "value"], says: say("indicatorDotless", {}) }]
      : [],
  );
}

/** F14: one warning for each later spelling of an indicator that the card already has. */
function repeatedIndicators(indicators: readonly Indicator[], path: readonly string[]): Warning[] {
  const first = new Map<string, number>();
  const warnings: Warning[] = [];
  indicators.forEach(({ type, value }, index) => {
    const name = `${type} ${value}`;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    else
      warnings.push({
        rule: "F14",
        path: [...path, String(index)],
        says: say("indicatorRepeated", { value, earlier }),
      });
  });
  return warnings;
}

/** L11: a review that leaves the level undetermined gives its reason in writing. */
export function judgeReview(
  review: { readonly severity: string; readonly reason: string | null },
  limits: Limits,
): Violation[] {
  if (review.reason === null)
    return review.severity === "UNDETERMINED"
      ? [{ rule: "L11", path: ["reason"], says: say("reasonMissing", {}) }]
      : [];
  return judgeText(review.reason, ["reason"], limits.text);
}
