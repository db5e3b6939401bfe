import {
  judgeReceiptWithdrawal,
  judgeReceivedOtherwise,
  judgeStanding,
  warningOfVoid,
  type ReceivedOtherwiseDraft,
} from "../../domain/incident-rules.js";
import { answeredByCardOf, ledAs, warningOfEarlyAnswer, type Answers } from "../../domain/answers.js";
import type { FactKind } from "../../domain/facts.js";
import { apply, asksForCard, withoutReceipt, type Applied, type Dossier, type Terms } from "../../domain/dossier.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { isSame, type Cause } from "../../domain/obligations.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { answerDuties } from "../notifications/answer-duties.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { About, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutObject, dossierOf, keepDossier, lockedIncident, owedTo } from "./dossier.js";

/** What a duty has become. */
interface Judged {
  /** Whether it is of a notification, with what the incident is told of it. */
  readonly about: readonly (Omit<About, "fact"> & { readonly isAnswer: boolean })[];
  readonly warnings: readonly Warning[];
  readonly violations: readonly Violation[];
  /** When the incident occurred; null where that is not known, or the duty is about a notification. */
  readonly occurredAt: Instant | null;
  /** Whether the duty never was (L23). */
  readonly isVoid: boolean;
  keep(): Promise<void>;
}

/** What a receipt by another way adds to what is known, or takes from it. */
interface Change {
  dossier(before: Dossier): Applied;
  answers(given: Answers): Answers;
  readonly cause: Cause;
}

/**
 * L22: the national centre records what met a duty by another way than through the gateway (paragraph 13), and takes back what it
 * recorded in error.
 */
export class ReceivedOtherwiseService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  record(sender: Sender, submissionKey: string, obligationId: string, draft: ReceivedOtherwiseDraft): Promise<Outcome> {
    const content = { obligation: obligationId, received: { ...draft, receivedAt: toIso(draft.receivedAt) } };
    const attempt = { act: "obligation.receive", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const [duty] = await work.obligations.byIds([obligationId]);
      if (!duty) throw notFound(["obligationId"]);
      const id = newId(now);
      const at = draft.receivedAt;
      const { incidentId, doubts } = await incidentOf(work, duty, at);
      const judged = await this.judge(work, { duty, incidentId }, ["obligationId"], now, {
        dossier: (before) =>
          apply(before, { said: "RECEIVED_OTHERWISE", receivedAt: now, otherwise: { id, duty, at } }, this.terms),
        answers: (given) => ({ ...given, otherwise: [...given.otherwise, at] }),
        cause: "TIMES",
      });
      const violations = [
        ...judged.violations,
        ...judgeReceivedOtherwise(draft, duty, judged.occurredAt, now, this.limits),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: entriesOf(judged, "RECEIVED_OTHERWISE", "ANSWER_RECEIVED_OTHERWISE"),
          ...subjectOf(duty, incidentId),
          warnings: [...doubts, ...warningOfVoid(judged.isVoid), ...judged.warnings, ...spoiledTexts(draft, [])],
          async keep(submissionId) {
            const row = {
              id,
              obligationId,
              incidentId,
              submissionId,
              ...draft,
              recordedAt: now,
              recordedBy: sender.actor.name,
            };
            await together([work.receipts.add(row), judged.keep()]);
          },
        },
      };
    });
  }

  /** L22: what was recorded in error stays on record, and meets nothing any more. */
  withdraw(sender: Sender, submissionKey: string, receiptId: string, reason: string): Promise<Outcome> {
    const content = { receivedOtherwise: receiptId, reason };
    const attempt = { act: "receipt.withdraw", submissionKey, content } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const seen = await work.receipts.byId(receiptId);
      const [duty] = seen ? await work.obligations.byIds([seen.obligationId]) : [];
      if (!seen || !duty) throw notFound(["receivedOtherwiseId"]);
      const of = { duty, incidentId: seen.incidentId };
      const judged = await this.judge(work, of, ["receivedOtherwiseId"], now, {
        dossier: (before) => withoutReceipt(before, receiptId, now, this.terms),
        answers: ({ otherwise, ...given }) => ({
          ...given,
          otherwise: otherwise.toSpliced(otherwise.indexOf(seen.receivedAt), 1),
        }),
        cause: "TAKEN_BACK",
      });
      // Under the lock: it may have been taken back since.
      const receipt = (await work.receipts.byId(receiptId)) ?? seen;
      const violations = [
        ...judged.violations,
        ...judgeText(reason, ["reason"], this.limits.text),
        ...judgeReceiptWithdrawal(receipt),
      ];
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: entriesOf(judged, "RECEIPT_WITHDRAWN", "ANSWER_RECEIPT_WITHDRAWN"),
          ...subjectOf(duty, seen.incidentId),
          warnings: [...judged.warnings, ...spoiledTexts({ reason }, [])],
          async keep(submissionId) {
            const row = { receiptId, submissionId, reason, withdrawnBy: sender.actor.name, withdrawnAt: now };
            await together([work.receipts.withdraw(row), judged.keep()]);
          },
        },
      };
    });
  }

  /** `path`: where the input names the duty, or what was received. */
  private judge(
    work: Work,
    { duty, incidentId }: { readonly duty: ObligationRow; readonly incidentId: string | null },
    path: readonly string[],
    now: Instant,
    change: Change,
  ): Promise<Judged> {
    return incidentId === null
      ? this.judgeAnswer(work, duty, now, change)
      : this.judgeDuty(work, duty, incidentId, path, now, change);
  }

  private async judgeDuty(
    work: Work,
    duty: ObligationRow,
    incidentId: string,
    path: readonly string[],
    now: Instant,
    change: Change,
  ): Promise<Judged> {
    const incident = await lockedIncident(work, incidentId, path);
    const before = await dossierOf(work, incident, this.terms);
    const { dossier, warnings } = change.dossier(before);
    // One card meets all that ask for it, by whatever way it came.
    const linked = asksForCard(duty) ? await work.notificationLinks.of([incidentId]) : [];
    const asking = await work.notifications.byIds(linked.map(({ notificationId }) => notificationId));
    const answers = await answerDuties(
      work,
      asking,
      incident.socId,
      now,
      (given) => ({
        ...given,
        incidents: given.incidents.map((one) => (one.id === incidentId ? ledAs(incidentId, dossier) : one)),
      }),
      change.cause,
    );
    return {
      about: [
        {
          ...aboutObject(incident, { objectId: duty.objectId, ownerIds: owedTo(duty) }),
          obligation: duty.id,
          isAnswer: false,
        },
        ...(duty.incidentId === null ? [aboutAnswer(duty)] : []),
      ],
      warnings: [...warnings, ...answers.warnings],
      violations: judgeStanding(incident, path),
      occurredAt: dossier.occurredAt,
      isVoid: dossier.obligations.some((one) => one.isVoid && isSame(one, duty)),
      keep: () => together([keepDossier(work, incident, dossier, null, now), answers.keep()]),
    };
  }

  private async judgeAnswer(work: Work, duty: ObligationRow, now: Instant, change: Change): Promise<Judged> {
    const { notificationId, obligorId } = duty;
    const notifications = await work.notifications.byIds(notificationId === null ? [] : [notificationId]);
    const duties = await answerDuties(
      work,
      notifications,
      obligorId,
      now,
      (given) => change.answers(given),
      change.cause,
    );
    return {
      about: [aboutAnswer(duty)],
      warnings: duties.warnings,
      violations: [],
      occurredAt: null,
      isVoid: false,
      keep: () => duties.keep(),
    };
  }
}

/**
 * L22: the incident of which what is recorded on a duty, received at `at`, says something: its own, or the one whose card answers a
 * notification; null where it is an answer and no more.
 */
async function incidentOf(
  work: Work,
  duty: ObligationRow,
  at: Instant,
): Promise<{ readonly incidentId: string | null; readonly doubts: readonly Warning[] }> {
  const { incidentId, notificationId, obligorId } = duty;
  if (incidentId !== null || notificationId === null || !asksForCard(duty)) return { incidentId, doubts: [] };
  const given = (await work.answers.given([notificationId], obligorId)).get(notificationId);
  if (!given) return { incidentId, doubts: [] };
  return { incidentId: answeredByCardOf(given, at)?.id ?? null, doubts: warningOfEarlyAnswer(given, at) };
}

function aboutAnswer({ id, notificationId, obligorId }: ObligationRow) {
  return { notification: notificationId, obligation: id, soc: obligorId, isAnswer: true };
}

function entriesOf({ about }: Judged, ofIncident: FactKind, ofAnswer: FactKind): [About, ...About[]] {
  const [first, ...rest] = about.map(({ isAnswer, ...one }) => ({ ...one, fact: isAnswer ? ofAnswer : ofIncident }));
  if (!first) throw new Error("what is received is about something");
  return [first, ...rest];
}

function subjectOf({ id, notificationId }: ObligationRow, incidentId: string | null) {
  return { incidentId, notificationId, subjectId: id };
}
