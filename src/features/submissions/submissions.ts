import { authorize } from "../../access/authorize.js";
import { canonicalJson, type Json } from "../../domain/canonical.js";
import { verdictOf } from "../../domain/card-rules.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { IndicatorDraft } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import type { Actor } from "../../domain/parties.js";
import { Refusal } from "../../domain/refusal.js";
import { canonicalKey, judgeSubmissionKey, NO_KEY } from "../../domain/submission-key.js";
import { figuresTogether } from "../../domain/timeliness.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import { say, type Saying } from "../../domain/wording/wording.js";
import type { EntryDraft, Origin } from "../../journal/journal.store.js";
import { sha256 } from "../../platform/hash.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { RightOfWay } from "../../platform/right-of-way.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import type { SubmissionRow } from "./submission.store.js";

/** Characters from which a content takes long to be judged and stored. */
const LARGE = 65_536;

/** Who submits, from where, and when it was received: before it waited for anything. */
export interface Sender {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly receivedAt: Instant;
  /** Set where nothing is to be kept, neither what is submitted nor the attempt: only judged. */
  readonly isTrial?: boolean;
  /** Set where it is not waited for the seal: what is accepted throws UNAVAILABLE, its receipt comes later. */
  readonly isAsync?: boolean;
  /** Where its acts are carried out, if not each in a transaction of its own. */
  readonly acts?: Pick<UnitOfWork, "run">;
}

/** An attempt to submit something under a key. */
export interface Attempt {
  readonly act: SubmissionAct;
  readonly submissionKey: string;
  /** The submission's whole content; together with the act it is what the key is bound to. */
  readonly content: { readonly [name: string]: Json | undefined };
  /** Its indicators, where it has any: there may be thousands. */
  readonly indicators?: readonly IndicatorDraft[];
}

/** What is to be stored of a submission that the rules accept. */
export interface Plan {
  /** Its entries in the journal, in their order; the receipt is for the first. */
  readonly entries: readonly [About, ...About[]];
  readonly incidentId?: string | null;
  readonly cardId?: string | null;
  readonly notificationId?: string | null;
  /** The threat, event or analysis that it made. */
  readonly subjectId?: string | null;
  readonly warnings: readonly Warning[];
  /** Writes it, given the submission's id. */
  keep(submissionId: string): Promise<void>;
}

/** What an entry of a submission is about, and in whose scope it is. */
export type About = Pick<
  EntryDraft,
  "fact" | "incident" | "notification" | "obligation" | "soc" | "objects" | "owners"
>;

export type Decision = { readonly violations: readonly Violation[] } | { readonly plan: Plan };

export interface Accepted {
  readonly isAccepted: true;
  readonly submissionId: string;
  readonly incidentId: string | null;
  readonly cardId: string | null;
  readonly notificationId: string | null;
  readonly subjectId: string | null;
  readonly warnings: readonly Warning[];
  /** True where the same had been accepted under its key before. */
  readonly isRepeated: boolean;
}

/** A refusal of substance; the attempt is evidence too, and `reference` is its entry in the journal. */
export interface Rejected {
  readonly isAccepted: false;
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly violations: readonly Violation[];
}

export type Outcome = Accepted | Rejected;

type Settled =
  (Accepted & { readonly entryId: string }) | { readonly isAccepted: false; readonly violations: readonly Violation[] };

/** A key that cannot bind anything is refused together with whatever else is wrong. */
function refuse(keyFaults: readonly Violation[], decision: Decision): Settled {
  const others = "violations" in decision ? decision.violations : [];
  return { isAccepted: false, violations: [...keyFaults, ...others] };
}

/** What was accepted under a key of the same content; null where there is none. Throws CONFLICT where it is of other content. */
function repeatedOf(known: Omit<SubmissionRow, "content"> | null, contentHash: Buffer) {
  if (known === null) return null;
  if (!known.contentHash.equals(contentHash)) throw new Refusal("CONFLICT", say("keyConflict", {}), ["submissionKey"]);
  return { isAccepted: true, isRepeated: true, submissionId: known.id, ...known } as const;
}

/** What every submission has in common: rights, key, judgement, one transaction, seal, receipt. */
export class Submissions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: Limits,
    private readonly rightOfWay: RightOfWay,
    /** Called with the broken rules of each rejection. */
    private readonly onRejected: (rules: readonly string[]) => void = () => undefined,
  ) {}

  /**
   * Accepts or rejects. The key is locked from the beginning, so that equal submissions run one after the other: a known key
   * with the same content returns what was accepted first; with other content it throws CONFLICT. Answers an acceptance
   * once it is sealed. `decide` runs inside the transaction and reads no clock itself.
   */
  async submit(
    sender: Sender,
    given: Attempt,
    decide: (work: Work, receivedAt: Instant) => Promise<Decision>,
  ): Promise<Outcome> {
    authorize(sender.actor, given.act);
    const { receivedAt } = sender;
    const content = canonicalJson({ act: given.act, ...given.content });
    const contentHash = sha256(content);
    const attempt = { ...given, submissionKey: canonicalKey(given.submissionKey) };
    const keyFaults = judgeSubmissionKey(attempt.submissionKey, this.limits);
    const giveWay = async (): Promise<void> => {
      if (content.length > LARGE) await this.rightOfWay.give();
    };

    await this.judgeInPieces(attempt.indicators ?? []);
    if (sender.isTrial) return this.tryOut(sender, { key: attempt.submissionKey, keyFaults, contentHash }, decide);
    const settled = await this.actsOf(sender).run(sender.actor, sender.origin, async (work): Promise<Settled> => {
      if (keyFaults.length > 0) return refuse(keyFaults, await decide(work, receivedAt));
      const repeated = repeatedOf(
        await work.submissions.hold(sender.actor.party.id, attempt.submissionKey),
        contentHash,
      );
      if (repeated) return repeated;
      await giveWay();
      const decision = await decide(work, receivedAt);
      if ("violations" in decision) return { isAccepted: false, violations: decision.violations };
      await giveWay();
      return this.keep(work, sender, attempt, { content, contentHash, receivedAt }, decision.plan);
    });
    if (!settled.isAccepted) return this.reject(sender, attempt, contentHash, receivedAt, settled.violations);
    if (sender.isAsync && !settled.isRepeated) throw new Refusal("UNAVAILABLE", say("receiptLater", {}));
    await this.unitOfWork.sealed(settled.entryId);
    return settled;
  }

  private actsOf({ acts }: Sender): Pick<UnitOfWork, "run"> {
    return acts ?? this.unitOfWork;
  }

  /** What a submission would come to. Its key is judged and looked up, but neither bound nor held; it may be left out (`NO_KEY`). */
  private async tryOut(
    sender: Sender,
    {
      key,
      keyFaults,
      contentHash,
    }: { readonly key: string; readonly keyFaults: readonly Violation[]; readonly contentHash: Buffer },
    decide: (work: Work, receivedAt: Instant) => Promise<Decision>,
  ): Promise<Outcome> {
    const { receivedAt } = sender;
    const nothing = { submissionId: "", incidentId: null, cardId: null, notificationId: null, subjectId: null };
    return this.unitOfWork.tryOut(sender.actor, sender.origin, async (work): Promise<Outcome> => {
      const isLookedUp = keyFaults.length === 0 && key !== NO_KEY;
      const known = isLookedUp ? await work.submissions.under(sender.actor.party.id, key) : null;
      const repeated = repeatedOf(known, contentHash);
      if (repeated) return repeated;
      const decision = await decide(work, receivedAt);
      const settled = keyFaults.length > 0 ? refuse(keyFaults, decision) : decision;
      if ("violations" in settled)
        return { isAccepted: false, reference: "", receivedAt, violations: settled.violations };
      if (!("plan" in settled)) throw new Error("a decision is a plan or violations");
      const warnings = await withObjectCodes(work, sender.actor, figuresTogether(settled.plan.warnings));
      return { isAccepted: true, isRepeated: false, ...nothing, warnings };
    });
  }

  /** Before the transaction, giving way to acts: the results for many indicators are only looked up in it. */
  private async judgeInPieces(indicators: readonly IndicatorDraft[]): Promise<void> {
    if (indicators.length > this.limits.indicators) return;
    const giveWay = this.rightOfWay.steps();
    for (const indicator of indicators) {
      verdictOf(indicator);
      await giveWay();
    }
  }

  private async keep(
    work: Work,
    sender: Sender,
    attempt: Attempt,
    received: { readonly content: string; readonly contentHash: Buffer; readonly receivedAt: Instant },
    plan: Plan,
  ): Promise<Settled> {
    const { receivedAt, contentHash } = received;
    const warnings = await withObjectCodes(work, sender.actor, figuresTogether(plan.warnings));
    const { incidentId = null, cardId = null, notificationId = null, subjectId = null } = plan;
    const submissionId = newId(receivedAt);
    const entryId = newId(receivedAt);
    const said = { act: attempt.act, at: receivedAt, subject: submissionId, contentHash: contentHash.toString("hex") };
    const entries = plan.entries.map((about, index) => ({
      ...about,
      ...said,
      ...(index === 0 ? { id: entryId } : {}),
    }));
    const kept = { incidentId, cardId, notificationId, subjectId, warnings, entryId };
    const submission = {
      id: submissionId,
      partyId: sender.actor.party.id,
      actorId: sender.actor.id,
      key: attempt.submissionKey,
      act: attempt.act,
      ...received,
      ...kept,
    };
    await together([work.record(entries), work.submissions.add(submission), plan.keep(submissionId)]);
    return { isAccepted: true, isRepeated: false, submissionId, ...kept };
  }

  /** The refused attempt is recorded in a transaction of its own, without its texts. */
  private async reject(
    sender: Sender,
    attempt: Attempt,
    contentHash: Buffer,
    receivedAt: Instant,
    violations: readonly Violation[],
  ): Promise<Rejected> {
    const reference = await this.actsOf(sender).run(sender.actor, sender.origin, (work) =>
      work.record([
        {
          act: attempt.act,
          at: receivedAt,
          soc: sender.actor.party.kind === "SOC" ? sender.actor.party.id : null,
          contentHash: contentHash.toString("hex"),
          refused: violations.map(({ rule, path }) => ({ rule, path })),
        },
      ]),
    );
    this.onRejected(violations.map(({ rule }) => rule));
    return { isAccepted: false, reference, receivedAt, violations };
  }
}

/** The same warnings with the codes of the registered objects that they are about, whoever covers those. */
async function withObjectCodes(work: Work, actor: Actor, warnings: readonly Warning[]): Promise<readonly Warning[]> {
  const ids = [...new Set(warnings.flatMap(({ objectId }) => objectId ?? []))];
  if (ids.length === 0) return warnings;
  const named = await work.objects.named(
    actor.party.id,
    ids.map((objectId) => ({ objectId, objectCode: null, description: null })),
    [],
  );
  return warnings.map(({ objectId, ...warning }) => {
    const code = named.find(({ id }) => id === objectId)?.code;
    if (code === undefined) return warning;
    return { ...warning, says: { ...warning.says, about: { ...warning.says.about, object: code } } as Saying };
  });
}
