import { judgeAnswer, standsBelowCard, type Answers } from "../../domain/answers.js";
import { late } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { judgeAnswers, warningsOfAnswer, warningsOfThreatsOwed, type Answer } from "../../domain/notification.js";
import { isOpen, type Cause } from "../../domain/obligations.js";
import type { Reference } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { figuresChanged } from "../../domain/timeliness.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import { allMeant } from "../submissions/references.js";
import type { About } from "../submissions/submissions.js";
import type { NotificationRow } from "./notification.store.js";

/** The notifications that a submission answers, each the first one of those that follow each other. */
export interface Answered {
  readonly notifications: readonly NotificationRow[];
  readonly violations: readonly Violation[];
}

/** L17: the notifications that a SOC refers to, if it received them and may answer them in this way; throws NOT_FOUND otherwise. */
export async function answeredBy(
  work: Work,
  references: readonly Reference[],
  socId: string,
  answer: Answer,
): Promise<Answered> {
  if (references.length === 0) return { notifications: [], violations: [] };
  const meant = await allMeant(work, "Notification", references);
  const notificationIds = meant.map(({ id }) => id);
  const found = await work.notifications.byIds(notificationIds);
  const received = new Set(
    (await work.notifications.recipientsOf(notificationIds)).flatMap((one) =>
      one.socId === socId ? [one.notificationId] : [],
    ),
  );
  const named = meant.map(({ id }, index) => {
    const notification = found.find((one) => one.id === id);
    const place = references[index]?.place ?? index;
    if (!notification || !received.has(notification.id)) throw notFound(["notificationIds", String(place)]);
    return { ...notification, place };
  });
  const violations = judgeAnswers(named, answer);
  // An answer to a supplement answers what it supplements.
  const firstIds = [...new Set(named.map(({ id, followsId }) => followsId ?? id))];
  // What leads to an incident by this is not withdrawn meanwhile, since neither would see the other (L19).
  await work.notifications.lockShared(firstIds);
  const first = await work.notifications.byIds(firstIds);
  return { notifications: firstIds.flatMap((id) => first.find((one) => one.id === id) ?? []), violations };
}

/** What becomes of the answers that notifications ask for. */
export interface AnswerDuties {
  /** What each SOC's answers were before. */
  readonly given: ReadonlyMap<string, Answers>;
  /** Of what is late or overdue, and of the months that have ended whose figures change. */
  readonly warnings: readonly Warning[];
  /** L19: that the centre has withdrawn one of these, for who names them. */
  ofWithdrawn(named: readonly Pick<NotificationRow, "id">[]): Warning[];
  /** L17: of those, the threats whose own analysis is still owed, for who names them in another answer. */
  ofThreats(named: readonly Pick<NotificationRow, "id">[]): Warning[];
  /** L17: whether a card stands over an analysis of an event, or is owed. */
  readonly isBelowCard: boolean;
  readonly entries: readonly About[];
  keep(): Promise<void>;
}

/**
 * The answers that these notifications ask of a SOC, judged anew after a statement at `now` that `adds` to what it has answered
 * (L17, L21). They are locked: two answers at once do not overlook each other. `cause`: what makes late what is late by it.
 */
export async function answerDuties(
  work: Work,
  notifications: readonly Pick<NotificationRow, "id" | "subject">[],
  socId: string,
  now: Instant,
  adds: (given: Answers) => Answers,
  cause: Cause = "TIMES",
): Promise<AnswerDuties> {
  if (notifications.length === 0) return NO_ANSWERS;
  const ids = notifications.map(({ id }) => id);
  const owed = await work.obligations.lockAnswers(ids, socId);
  const given = await work.answers.given(ids, socId);
  const judged = owed.map((duty) => {
    const subject = notifications.find(({ id }) => id === duty.notificationId)?.subject ?? "INCIDENT";
    const answers = given.get(duty.notificationId ?? "");
    if (!answers) return { duty, after: duty, isBelowCard: false };
    const all = adds(answers);
    return {
      duty,
      after: { ...duty, ...judgeAnswer(duty, subject, all) },
      isBelowCard: standsBelowCard(subject, all, duty),
    };
  });
  const withdrawn = owed.filter(
    ({ notificationId, dischargedAt }) =>
      dischargedAt === null && (given.get(notificationId ?? "")?.withdrawnAt ?? null) !== null,
  );
  return {
    given,
    entries: ids.map((id) => ({ fact: "ANSWERED", notification: id, soc: socId })),
    warnings: [
      ...judged.flatMap(({ duty, after }) => late([duty], [after], now, undefined, cause)),
      ...figuresChanged(
        owed,
        judged.map(({ after }) => after),
        now,
      ),
    ],
    ofWithdrawn: (named) =>
      warningsOfAnswer(withdrawn.some(({ notificationId }) => named.some(({ id }) => id === notificationId))),
    ofThreats: (named) =>
      warningsOfThreatsOwed(
        named.flatMap(({ id }, index) =>
          judged.some(({ after }) => after.notificationId === id && after.rule === "R9.4" && isOpen(after))
            ? [["notificationIds", String(index)]]
            : [],
        ),
      ),
    isBelowCard: judged.some(({ isBelowCard }) => isBelowCard),
    async keep() {
      await together(
        judged.flatMap(({ duty, after }) =>
          after.dischargedAt === duty.dischargedAt && after.metBy === duty.metBy
            ? []
            : [work.obligations.change(after)],
        ),
      );
    },
  };
}

const NO_ANSWERS: AnswerDuties = {
  given: new Map(),
  warnings: [],
  ofWithdrawn: () => [],
  ofThreats: () => [],
  isBelowCard: false,
  entries: [],
  keep: () => Promise.resolve(),
};
