import type { Attempted } from "../../outbound/attempt.js";
import { composeDutyMail, dutyWebhookBody } from "./duty-message.js";
import type { ComposedMail } from "../../outbound/mail-frame.js";
import type { Mailer } from "../../outbound/mailer.js";
import { composeMail, webhookBody } from "./owner-message.js";
import type { WebhookCaller } from "../../outbound/webhook.js";
import { contentForOwner } from "../../domain/content-for-owner.js";
import { isGivenUp, isNews, isWorthReporting, judgeRetry, triedAgainAt, type Patience } from "../../domain/delivery.js";
import type { Terms } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { stillHolds } from "../../domain/obligations.js";
import { GATEWAY } from "../../domain/parties.js";
import { notFound } from "../../domain/refusal.js";
import type { Locale } from "../../domain/wording/wording.js";
import type { ActsUnderWay } from "../../platform/acts-under-way.js";
import type { Clock } from "../../platform/clock.js";
import { together } from "../../platform/database.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import { aboutObject, judgeWhatOwnersKnow, lockedIncident, owedTo } from "../incidents/dossier.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { AttemptRow } from "./attempt.store.js";
import type { Contact, DeliveryRow } from "./delivery.store.js";

/** What an attempt leads to: an entry to be sealed, and after how many milliseconds the next attempt is due; null: none. */
interface Consequence {
  readonly entryId: string | null;
  readonly nextIn: number | null;
}

const NOTHING: Consequence = { entryId: null, nextIn: null };

/** A delivery whose attempt has begun, with what it says. */
interface Begun {
  readonly delivery: DeliveryRow;
  readonly attempt: AttemptRow;
  readonly message: Message;
}

/** To whom, and what: as a mail and as the body of a webhook. */
interface Message {
  readonly to: Contact;
  mail(locale: Locale): ComposedMail;
  body(at: Instant): string;
}

/**
 * Deliveries through the gateway: to owners about incidents (R9.2), to contacts about announcements. Attempts, their proof, and
 * what was given up.
 */
export class DeliveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: Submissions,
    private readonly transport: { readonly mailer: Mailer; readonly webhooks: WebhookCaller },
    private readonly clock: Clock,
    private readonly acts: ActsUnderWay,
    private readonly patience: Patience,
    private readonly terms: Terms,
  ) {}

  /**
   * One attempt; returns the milliseconds until the next one, or null if there is none, and for how many the receiver was waited
   * for, or null if it was not called. Its beginning is recorded before it
   * is made, so that a gateway that ends in the middle leaves a trace and the next attempt is known for a repeat. Its result
   * is recorded separately, under no lock but its own: what an owner's server has accepted is not sent again, and that time
   * is when R9.2 was met, even if the incident is locked at that moment.
   */
  async attempt(deliveryId: string): Promise<{ readonly nextIn: number | null; readonly called: number | null }> {
    const origin = { requestId: `delivery ${deliveryId}`, address: null };
    const begun = await this.unitOfWork.run(GATEWAY, origin, (work) => this.begin(work, deliveryId));
    if (!("message" in begun)) return { nextIn: await this.settled(begun), called: null };
    const { delivery, attempt, message } = begun;
    const since = performance.now();
    const attempted = await this.send(delivery, attempt, message);
    const called = performance.now() - since;
    const ended = this.clock.now();
    const isKept = this.acts.begin(ended);
    try {
      const proof = attempted.isAccepted ? attempted.proof : attempted.detail;
      await this.unitOfWork.run(GATEWAY, origin, (work) =>
        work.attempts.end(attempt, attempted.isAccepted, proof, ended),
      );
      const consequence = await this.unitOfWork.run(GATEWAY, origin, (work) => this.end(work, begun, attempted, ended));
      return { nextIn: await this.settled(consequence), called };
    } finally {
      isKept();
    }
  }

  private async settled({ entryId, nextIn }: Consequence): Promise<number | null> {
    if (entryId !== null) await this.unitOfWork.sealed(entryId);
    return nextIn;
  }

  /** The centre queues a delivery again that was given up, or had no mail server. */
  retry(sender: Sender, submissionKey: string, deliveryId: string): Promise<Outcome> {
    const attempt = { act: "delivery.retry", submissionKey, content: { delivery: deliveryId } } as const;
    return this.submissions.submit(sender, attempt, async (work, now) => {
      const delivery = await work.deliveries.lock(deliveryId);
      if (!delivery) throw notFound(["deliveryId"]);
      const isCarried = delivery.channel === null || work.deliveries.carries(delivery.channel);
      const isOwed = delivery.incidentId === null || (await isOwedTo(work, delivery));
      const violations = judgeRetry(delivery.state, { isCarried, isOwed });
      if (violations.length > 0) return { violations };
      return {
        plan: {
          entries: [{}],
          incidentId: delivery.incidentId,
          subjectId: deliveryId,
          warnings: [],
          keep: () => work.deliveries.retry(delivery, now),
        },
      };
    });
  }

  private async begin(work: Work, deliveryId: string): Promise<Begun | Consequence> {
    const [known] = await work.deliveries.byIds([deliveryId]);
    if (!known) return NOTHING;
    const { incident, delivery } = await locked(work, known);
    if (delivery?.state !== "QUEUED") return NOTHING;
    const now = this.clock.now();
    const accepted = (await work.attempts.ofDeliveries([deliveryId])).find(({ isAccepted }) => isAccepted);
    // Its gateway ended, or waited for the incident in vain, before it could record that.
    if (accepted) return this.accept(work, delivery, incident, accepted.endedAt ?? now);
    const message = await (incident ? ownerMessage(work, delivery, incident) : dutyMessage(work, delivery, now));
    if (!message) {
      const about = aboutOf(delivery, incident, now);
      await together([
        work.deliveries.change(deliveryId, "OBSOLETE", null),
        work.record([{ ...about, act: "delivery.drop" }]),
      ]);
      return NOTHING;
    }
    if (delivery.channel !== null && !work.deliveries.carries(delivery.channel))
      return this.giveUp(work, delivery, incident, "NO_MAIL_SERVER", now);
    return { delivery, message, attempt: await work.attempts.begin(deliveryId, now) };
  }

  private async send({ id, channel }: DeliveryRow, { startedAt }: AttemptRow, message: Message): Promise<Attempted> {
    const { email, language, webhookUrl: url, webhookSecret: secret } = message.to;
    if (channel === "EMAIL") {
      if (email === null) return gone("the party has no e-mail address any more");
      const mail = message.mail(language ?? "kk");
      return this.transport.mailer.send({ messageId: `<${id}@dabyl>`, to: email, ...mail });
    }
    if (url === null || secret === null) return gone("the party has no webhook any more");
    const at = startedAt;
    return this.transport.webhooks.call({ id: `msg_${id}`, url, secret, body: message.body(at), at });
  }

  /**
   * What an attempt that ended at `now` leads to, with the delivery as it is then: other attempts may have ended in the
   * meantime.
   */
  private async end(
    work: Work,
    { delivery: before, attempt, message }: Begun,
    attempted: Attempted,
    now: Instant,
  ): Promise<Consequence> {
    const { incident, delivery } = await locked(work, before);
    if (!delivery) return NOTHING;
    if (attempted.isAccepted)
      return delivery.state === "ACCEPTED" ? NOTHING : this.accept(work, delivery, incident, now);
    if (attempted.isAddressGone) await this.endWebhook(work, delivery, message.to, now);
    const attempts = await work.attempts.ofDeliveries([delivery.id]);
    // A failure counts if nothing came after it: no acceptance, no giving up, no attempt in progress.
    if (delivery.state !== "QUEUED" || attempts.at(-1)?.ordinal !== attempt.ordinal) return NOTHING;
    const since = delivery.retriedAt ?? delivery.queuedAt;
    const tries = { since, failures: attempts.filter(({ startedAt }) => startedAt >= since).length };
    if (attempted.isFinal || isGivenUp(tries, now, this.patience))
      return this.giveUp(work, delivery, incident, "GIVEN_UP", now);
    const next = triedAgainAt(tries, now, this.patience, {
      askedFor: attempted.retryAfter ?? 0,
      chance: Math.random(),
    });
    const nextIn = next - now;
    if (!incident || !isWorthReporting(tries, now) || !(await isUnreported(work, delivery)))
      return { entryId: null, nextIn };
    const entry = { ...aboutOf(delivery, incident, now), act: "delivery.delay", fact: "OWNER_NOT_REACHED" } as const;
    const [entryId] = await Promise.all([work.record([entry]), work.deliveries.noteUnreached(delivery.id, now)]);
    return { entryId, nextIn };
  }

  private async accept(
    work: Work,
    delivery: DeliveryRow,
    incident: IncidentRow | null,
    at: Instant,
  ): Promise<Consequence> {
    const { id } = delivery;
    // Notifying a contact of a duty meets nothing, and is not a fact.
    const fact = incident ? { fact: "OWNER_NOTIFIED" as const } : {};
    const entry = work.record([{ ...aboutOf(delivery, incident, at), act: "delivery.accept", ...fact }]);
    await together([entry, work.deliveries.change(id, "ACCEPTED", at)]);
    // R9.2, L8: met at the moment at which the owner's server accepted the message.
    if (incident) await judgeWhatOwnersKnow(work, incident, this.terms, at);
    return { entryId: await entry, nextIn: null };
  }

  private async giveUp(
    work: Work,
    delivery: DeliveryRow,
    incident: IncidentRow | null,
    state: "GIVEN_UP" | "NO_MAIL_SERVER",
    now: Instant,
  ): Promise<Consequence> {
    const isTold = incident !== null && (await isUnreported(work, delivery));
    const fact = isTold ? { fact: "OWNER_NOT_REACHED" as const } : {};
    const entry = work.record([{ ...aboutOf(delivery, incident, now), act: "delivery.fail", ...fact }]);
    await together([
      entry,
      work.deliveries.change(delivery.id, state, null),
      ...(isTold ? [work.deliveries.noteUnreached(delivery.id, now)] : []),
    ]);
    return { entryId: await entry, nextIn: null };
  }

  /** The receiver wants no calls any more. A webhook that was set in the meantime is not affected. */
  private async endWebhook(work: Work, { partyId }: DeliveryRow, to: Contact, now: Instant): Promise<void> {
    if (to.webhookSecret === null || !(await work.parties.endWebhook(partyId, to.webhookSecret, now))) return;
    await work.record([{ act: "webhook.end", at: now, subject: partyId }]);
  }
}

/** The delivery, locked after the incident that it is about: the order in which all code locks them. */
async function locked(
  work: Work,
  { id, incidentId }: DeliveryRow,
): Promise<{ readonly incident: IncidentRow | null; readonly delivery: DeliveryRow | null }> {
  const incident = incidentId === null ? null : await lockedIncident(work, incidentId, ["deliveryId"]);
  return { incident, delivery: await work.deliveries.lock(id) };
}

/** Whether SOC and centre are to be notified that a delivery does not get through. */
async function isUnreported(work: Work, delivery: DeliveryRow): Promise<boolean> {
  const { incidentId, objectId, unreachedAt } = delivery;
  if (incidentId === null) return false;
  const notified = await work.ownerNotifications.notifiedOf(incidentId);
  const isNotifiedOtherwise = notified.some((one) => one.objectId === objectId);
  return isNews({ since: delivery.retriedAt ?? delivery.queuedAt }, { unreachedAt, isNotifiedOtherwise });
}

/** What every entry about a delivery says about it. */
function aboutOf({ id, objectId, partyId, obligationId }: DeliveryRow, incident: IncidentRow | null, at: Instant) {
  return incident
    ? { at, subject: id, ...aboutObject(incident, { objectId, ownerIds: [partyId] }) }
    : { at, subject: id, obligation: obligationId };
}

/** Whether R9.2 is owed, or was, to the owner or holder to whom a delivery goes: it moves with the confirmation and the register. */
async function isOwedTo(work: Work, { incidentId, objectId, partyId }: DeliveryRow): Promise<boolean> {
  const duties = await work.obligations.ofIncidents(incidentId === null ? [] : [incidentId]);
  return duties.some((duty) => duty.objectId === objectId && owedTo(duty).includes(partyId) && !duty.isVoid);
}

async function ownerMessage(work: Work, delivery: DeliveryRow, incident: IncidentRow): Promise<Message | null> {
  const { id } = delivery;
  const { statements, ...to } = await work.deliveries.incidentMessage(id);
  const content = contentForOwner(statements);
  if (incident.retractedAt !== null || !content || !(await isOwedTo(work, delivery))) return null;
  const message = { ...to, ...content };
  return { to, mail: (locale) => composeMail(message, locale), body: (at) => webhookBody({ ...message, at }) };
}

async function dutyMessage(work: Work, { id, obligationId }: DeliveryRow, now: Instant): Promise<Message | null> {
  const announced = await work.deliveries.dutyMessage(id);
  const duties = obligationId === null ? [] : await work.obligations.byIds([obligationId]);
  if (!duties.some((duty) => stillHolds(announced, duty, now))) return null;
  return {
    to: announced,
    mail: (locale) => composeDutyMail(announced, now, locale),
    body: (at) => dutyWebhookBody({ ...announced, at }),
  };
}

function gone(detail: string): Attempted {
  return { isAccepted: false, isFinal: true, detail };
}
