import { detectionContent } from "../../domain/content.js";
import type { Indicator } from "../../domain/incident-card.js";
import { dateInAlmaty, type Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import {
  warningsOfRed,
  warningsOfUnseen,
  factOf,
  FOLLOW_UP_FIELDS,
  judgeAddressing,
  judgeDetection,
  judgeFollowUp,
  judgeMarking,
  judgeNotification,
  judgeRecipients,
  judgeToldIncident,
  noSubject,
  splitReasons,
  REGISTERING,
  subjectOf,
  TOPIC_FIELDS,
  type Addressing,
  type AddressingDraft,
  type DetectionDraft,
  type DetectionKind,
  type Marking,
  type NotificationDraft,
  type Topic,
} from "../../domain/notification.js";
import type { Terms } from "../../domain/dossier.js";
import { open, regimeAt, waive } from "../../domain/obligations.js";
import { referenceContent } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { figuresChanged } from "../../domain/timeliness.js";
import type { Violation, Warning } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { allMeant } from "../submissions/references.js";
import type { About, Decision, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import { aboutMeant, addressingMeant, knownOf, type AboutWhat } from "./addressing.js";
import { answerDuties } from "./answer-duties.js";
import type { Addressed, NotificationRow } from "./notification.store.js";

/** A recipient before it is notified. */
interface Recipient {
  readonly socId: string;
  readonly reasons: NonNullable<Awaited<ReturnType<Work["notifications"]["addressed"]>>[number]>["reasons"];
}

/** What the centre sends, and to whom. */
interface Sent {
  readonly addressing: Addressing | null;
  readonly draft: NotificationDraft;
  readonly judged: ReturnType<typeof judgeNotification>;
}

/** What is written of a notification that is sent. */
interface Sending {
  readonly row: Omit<NotificationRow, "id" | "number" | "submissionId" | "text" | "marking" | "sentAt">;
  readonly draft: NotificationDraft;
  /** The indicators beside those of the threat or event. */
  readonly own: readonly Indicator[];
  /** All that its recipients get to see. */
  readonly shared: readonly Indicator[];
  readonly recipients: readonly Recipient[];
  readonly warnings: readonly Warning[];
  /** What is written beside it. */
  readonly keep: (notificationId: string, submissionId: string) => Promise<void>;
}

/** R12.1: the national centre records what it detects, and notifies SOCs in the part that concerns them. */
export class NotificationService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
    private readonly terms: Terms,
  ) {}

  /** Records a threat, an event or an incident that the centre detected. Nobody is notified, and no SOC owes anything yet. */
  register(sender: Sender, submissionKey: string, kind: DetectionKind, draft: DetectionDraft): Promise<Outcome> {
    const content = { detection: detectionContent(draft) };
    const attempt = { act: REGISTERING[kind], submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const objects = await allMeant(work, "ProtectedObject", draft.objectIds);
      const known = new Set((await work.objects.byIds(objects.map(({ id }) => id))).map(({ id }) => id));
      const judgement = judgeDetection(draft, objects, known, now, this.limits);
      if (!judgement.ok) return judgement;
      const { indicators, objectIds, ...detection } = judgement.accepted;
      const id = newId(now);
      const number = await work.detections.nextNumber(kind.replace("_", "-"), yearOf(now));
      return {
        plan: {
          entries: [{}],
          subjectId: id,
          warnings: judgement.warnings,
          keep: (submissionId) =>
            work.detections.add(
              { ...detection, id, kind, number, submissionId, receivedAt: now },
              indicators,
              objectIds,
            ),
        },
      };
    });
  }

  /** Notifies SOCs of a threat, an event or an incident, or supplements or withdraws an earlier notification. */
  send(
    sender: Sender,
    submissionKey: string,
    about: AboutWhat | null,
    to: AddressingDraft | null,
    draft: NotificationDraft,
  ): Promise<Outcome> {
    const content = {
      about: about && { is: about.is, id: referenceContent(about.reference) },
      to: to && {
        ...to,
        socIds: to.socIds.map(referenceContent),
        objectIds: to.objectIds.map(referenceContent),
      },
      notification: { ...draft, indicators: draft.indicators.map(({ type, value }) => ({ type, value })) },
    };
    const attempt = { act: "notification.send", submissionKey, content, indicators: draft.indicators } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const judged = judgeNotification(draft, this.limits);
      const addressing = to && (await addressingMeant(work, to));
      if (about === null) {
        const { violations } = await this.addressed(work, addressing, null, judged, now);
        return { violations: [...judged.violations, noSubject(), ...violations] };
      }
      const { is } = about;
      const id = await aboutMeant(work, sender.actor.party.id, about);
      return is === "SUPPLEMENT" || is === "WITHDRAWAL"
        ? this.follow(work, { is, id }, { addressing, draft, judged }, now)
        : this.begin(work, { is, id }, { addressing, draft, judged }, now);
    });
  }

  /** A first notification, to every SOC that matches the addressing. Each gets 72 hours from now to answer (L16). */
  private async begin(
    work: Work,
    about: { readonly is: Topic; readonly id: string },
    { addressing, draft, judged }: Sent,
    now: Instant,
  ): Promise<Decision> {
    const found = await toldOf(work, about);
    const field = TOPIC_FIELDS[about.is];
    if (!found) throw notFound([field]);
    const { recipients, violations: violationsOfAddressing } = await this.addressed(
      work,
      addressing,
      found.indicators,
      judged,
      now,
    );
    const violations = [
      ...judged.violations,
      ...judgeMarking(draft.marking, found.markings),
      ...judgeToldIncident(found.retractedAt, [field]),
      ...violationsOfAddressing,
    ];
    if (violations.length > 0) return { violations };
    const unseen = recipients
      .filter(({ socId }) => found.ofSoc !== null && socId !== found.ofSoc)
      .map(({ code }) => code);
    const warnings = [
      ...warningsOfUnseen(unseen),
      ...warningsOfRed(draft.marking, recipients, false),
      ...judged.warnings,
    ];
    const subject = subjectOf(about.is);
    const row = {
      subject,
      detectionId: about.is === "INCIDENT" ? null : about.id,
      incidentId: about.is === "INCIDENT" ? about.id : null,
      followsId: null,
      followsAs: null,
    };
    // L15: what becomes available before the terms are in force asks for no answer under them.
    const answer = now < this.terms.inForceFrom ? null : open(regimeAt(now, this.terms.regimes).answer[subject], now);
    // Recipients of a notification about an incident see its text and its own indicators, not those of the card.
    const shared = about.is === "INCIDENT" ? judged.indicators : [...found.indicators, ...judged.indicators];
    const keep = async (id: string, submissionId: string): Promise<void> => {
      const socIds = recipients.map(({ socId }) => socId);
      if (answer) await work.obligations.openAnswers(id, socIds, answer, now);
      const { ofSoc } = found;
      if (ofSoc !== null && socIds.includes(ofSoc)) await this.linkToOwn(work, about.id, id, ofSoc, submissionId, now);
    };
    return this.plan(work, { row, draft, own: judged.indicators, shared, recipients, warnings, keep }, now);
  }

  /**
   * F17, F22: whom an addressing reaches. Where it goes by shared indicators (`told`: those of what it is about, null where that is
   * not named), and not all of them are known, it is not said to reach nobody.
   */
  private async addressed(
    work: Work,
    addressing: Addressing | null,
    told: readonly Indicator[] | null,
    { indicators, violations: faults }: ReturnType<typeof judgeNotification>,
    now: Instant,
  ): Promise<{ readonly recipients: readonly Addressed[]; readonly violations: readonly Violation[] }> {
    const violations = judgeAddressing(addressing, await knownOf(work, addressing), now);
    if (addressing === null || violations.length > 0) return { recipients: [], violations };
    const recipients = await work.notifications.addressed(addressing, [...(told ?? []), ...indicators], now);
    const isKnown = told !== null && !faults.some(({ path }) => path[0] === "indicators");
    const isJudged = isKnown || !addressing.isToSharers;
    return { recipients, violations: isJudged ? judgeRecipients(recipients.length) : [] };
  }

  /** R9.6: a SOC that is notified of an incident of its own has confirmed it: its card is the answer, a denial is none. */
  private async linkToOwn(
    work: Work,
    incidentId: string,
    id: string,
    socId: string,
    submissionId: string,
    now: Instant,
  ): Promise<void> {
    await work.notificationLinks.add(incidentId, [id], submissionId, now);
    const answers = await answerDuties(work, [{ id, subject: "INCIDENT" }], socId, now, (given) => given);
    await answers.keep();
  }

  /**
   * L19: a supplement or withdrawal, to the original recipients. A withdrawal of the original waives the answers that are still
   * open, one of a supplement nothing: the original and its answers stay.
   */
  private async follow(
    work: Work,
    about: { readonly is: "SUPPLEMENT" | "WITHDRAWAL"; readonly id: string },
    { addressing, draft, judged }: Sent,
    now: Instant,
  ): Promise<Decision> {
    const named = await work.notifications.lock(about.id);
    const first = named?.followsId ? await work.notifications.lock(named.followsId) : named;
    if (!named || !first) throw notFound([FOLLOW_UP_FIELDS[about.is]]);
    const { subject, detectionId, incidentId } = first;
    const earlier = await work.notifications.following([named.id, first.id]);
    const isWithdrawn = earlier.some(({ followsAs }) => followsAs === "WITHDRAWAL");
    const isAddressed = addressing !== null;
    const [detection] = detectionId === null ? [] : await work.detections.byIds([detectionId]);
    // An incident is locked, so that its retraction and a supplement do not overlook each other.
    const incident = about.is === "SUPPLEMENT" && incidentId !== null ? await work.incidents.lock(incidentId) : null;
    const violations = [
      ...judged.violations,
      ...judgeMarking(
        draft.marking,
        [named, first, ...(detection ? [detection] : [])].map(({ marking }) => marking),
      ),
      ...judgeFollowUp(about.is, { isWithdrawn, isAddressed }),
      ...judgeToldIncident(incident?.retractedAt ?? null, [FOLLOW_UP_FIELDS[about.is]]),
    ];
    if (violations.length > 0) return { violations };
    const recipients = await work.notifications.recipientsOf([first.id]);
    const isEnding = about.is === "WITHDRAWAL" && named.id === first.id;
    const asked = isEnding ? await work.obligations.ofNotifications([first.id]) : [];
    const waived = asked.map((one) => ({ ...one, ...waive(one, now) }));
    // A supplement of a supplement supplements the first notification; a withdrawal withdraws what it names.
    const followsId = about.is === "WITHDRAWAL" ? named.id : first.id;
    const row = { subject, detectionId, incidentId, followsId, followsAs: about.is };
    const shared = [
      ...(detectionId === null ? [] : await work.detections.indicatorsOf([detectionId])),
      ...(await work.notifications.indicatorsOf([first.id])),
      ...judged.indicators,
    ];
    const warnings = [
      ...warningsOfRed(draft.marking, recipients, true),
      ...judged.warnings,
      ...figuresChanged(asked, waived, now),
    ];
    const keep = async (): Promise<void> => {
      if (isEnding) await work.obligations.waiveAnswers([first.id], now);
    };
    return this.plan(work, { row, draft, own: judged.indicators, shared, recipients, warnings, keep }, now);
  }

  private async plan(
    work: Work,
    { row, draft, own, shared, recipients, warnings, keep }: Sending,
    now: Instant,
  ): Promise<Decision> {
    const { text, marking } = draft;
    const id = newId(now);
    const number = await work.detections.nextNumber("NOTIFICATION", yearOf(now));
    const known = new Set(shared.map(({ value }) => value));
    const rows = recipients.map(({ socId, reasons }) => ({ socId, ...splitReasons(reasons, known) }));
    // One fact for each recipient: the journal proves when each was notified.
    const [first, ...rest] = recipients.map(({ socId }): About => ({
      fact: factOf(row.followsAs),
      notification: id,
      soc: socId,
    }));
    if (!first) throw new Error("a notification reaches somebody");
    return {
      plan: {
        entries: [first, ...rest],
        notificationId: id,
        warnings,
        async keep(submissionId) {
          await together([
            work.notifications.add({ ...row, id, number, submissionId, text, marking, sentAt: now }, own, rows),
            keep(id, submissionId),
          ]);
        },
      },
    };
  }
}

/** What a notification is told of: null if it does not exist. An incident is locked, so that its retraction does not overlook this. */
async function toldOf(
  work: Work,
  about: { readonly is: Topic; readonly id: string },
): Promise<{
  readonly indicators: readonly Indicator[];
  /** For an incident, its SOC and whether it was retracted. */
  readonly ofSoc: string | null;
  readonly retractedAt: Instant | null;
  readonly markings: readonly Marking[];
} | null> {
  if (about.is === "INCIDENT") {
    const incident = await work.incidents.lock(about.id);
    if (!incident) return null;
    const card = (await work.cards.ofIncidents([about.id])).at(-1);
    const indicators = card ? await work.cards.indicatorsOf([card.id]) : [];
    return { indicators, ofSoc: incident.socId, retractedAt: incident.retractedAt, markings: [] };
  }
  const [detection] = await work.detections.byIds([about.id]);
  if (detection?.kind !== about.is) return null;
  const indicators = await work.detections.indicatorsOf([about.id]);
  return { indicators, ofSoc: null, retractedAt: null, markings: [detection.marking] };
}

function yearOf(now: Instant): number {
  return Number(dateInAlmaty(now).slice(0, 4));
}
