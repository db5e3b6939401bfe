import type { Attempted } from "../../delivery/attempt.js";
import { composeDutyMail, dutyWebhookBody } from "../../delivery/duty-message.js";
import type { ComposedMail } from "../../delivery/mail-frame.js";
import type { Mailer } from "../../delivery/mailer.js";
import { composeMail, webhookBody } from "../../delivery/owner-message.js";
import type { WebhookCaller } from "../../delivery/webhook.js";
import { contentForOwner } from "../../domain/content-for-owner.js";
import { hear } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { stillHolds } from "../../domain/obligations.js";
import { GATEWAY } from "../../domain/parties.js";
import { notFound } from "../../domain/refusal.js";
import { say, type Locale } from "../../domain/wording/wording.js";
import type { Clock } from "../../platform/clock.js";
import { together } from "../../platform/database.js";
import type { UnitOfWork, Work } from "../../unit-of-work.js";
import { aboutIncident, dossierOf, keepDossier, lockedIncident } from "../incidents/dossier.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import type { Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { AttemptRow, Contact, DeliveryRow } from "./delivery.store.js";

/** What becomes of a delivery after one attempt. */
export type Ended = "ENDED" | "AGAIN";

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
 * Telling through the gateway: owners of incidents (R9.2), contacts of what the clock announced. Attempts, their proof, and
 * what was put aside.
 */
export class DeliveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: Submissions,
    private readonly transport: { readonly mailer: Mailer; readonly webhooks: WebhookCaller },
    private readonly clock: Clock,
    /** Attempts before a delivery is put aside. */
    private readonly attempts: number,
    private readonly inForceFrom: Instant | null,
  ) {}

  /**
   * One attempt. That it begins is recorded before it is made, so that a gateway that ends in the middle leaves a trace and
   * the next attempt is known for a repeat. The time at which an owner's server accepted it is when R9.2 was met.
   */
  async attempt(deliveryId: string): Promise<Ended> {
    const origin = { requestId: `delivery ${deliveryId}`, address: null };
    const begun = await this.unitOfWork.run(GATEWAY, origin, (work) => this.begin(work, deliveryId));
    if (!begun) return "ENDED";
    const attempted = await this.send(begun);
    const ended = this.clock.now();
    const result = await this.unitOfWork.run(GATEWAY, origin, (work) => this.end(work, begun, attempted, ended));
    if (result.entryId !== null) await this.unitOfWork.sealed(result.entryId);
    return result.is;
  }

  /** The centre puts a delivery that was put aside on the queue again. */
  release(sender: Sender, submissionKey: string, deliveryId: string): Promise<Outcome> {
    const attempt = { act: "delivery.release", submissionKey, content: { delivery: deliveryId } } as const;
    return this.submissions.submit(sender, attempt, async (work) => {
      const delivery = await work.deliveries.lock(deliveryId);
      if (!delivery) throw notFound(["deliveryId"]);
      if (delivery.state !== "PUT_ASIDE")
        return { violations: [{ rule: "F17", path: ["deliveryId"], says: say("notPutAside", {}) }] };
      return {
        plan: {
          entries: [{}],
          incidentId: delivery.incidentId,
          subjectId: deliveryId,
          warnings: [],
          keep: () => work.deliveries.release(deliveryId),
        },
      };
    });
  }

  private async begin(work: Work, deliveryId: string): Promise<Begun | null> {
    const [known] = await work.deliveries.byIds([deliveryId]);
    if (!known) return null;
    const { incident, delivery } = await locked(work, known);
    if (delivery?.state !== "QUEUED") return null;
    const now = this.clock.now();
    const message = await (incident ? ownerMessage(work, delivery, incident) : dutyMessage(work, delivery, now));
    if (message) return { delivery, message, attempt: await work.deliveries.beginAttempt(deliveryId, now) };
    await together([
      work.deliveries.change(deliveryId, "OVERTAKEN", null),
      work.record([{ ...aboutOf(delivery, incident, now), act: "delivery.overtake" }]),
    ]);
    return null;
  }

  private async send({ delivery, message, attempt }: Begun): Promise<Attempted> {
    const { id, channel } = delivery;
    const { email, language, webhookUrl: url, webhookSecret: secret } = message.to;
    if (channel === "EMAIL") {
      if (email === null) return gone("the party has no e-mail address any more");
      const mail = message.mail(language ?? "kk");
      return this.transport.mailer.send({ messageId: `<${id}@dabyl>`, to: email, ...mail });
    }
    if (url === null || secret === null) return gone("the party has no webhook any more");
    const at = attempt.startedAt;
    return this.transport.webhooks.call({ id: `msg_${id}`, url, secret, body: message.body(at), at });
  }

  private async end(
    work: Work,
    { delivery, attempt }: Begun,
    attempted: Attempted,
    now: Instant,
  ): Promise<{ readonly is: Ended; readonly entryId: string | null }> {
    const { id, objectId } = delivery;
    const { incident } = await locked(work, delivery);
    const about = aboutOf(delivery, incident, now);
    if (attempted.isAccepted) {
      // That a contact was told of a duty meets nothing, and is nobody's news.
      const entry = work.record([
        { ...about, act: "delivery.accept", ...(incident ? { fact: "OWNER_NOTIFIED" } : {}) },
      ]);
      await together([
        entry,
        work.deliveries.endAttempt(attempt, true, attempted.proof, now),
        work.deliveries.change(id, "ACCEPTED", now),
        ...(incident && objectId !== null ? [this.ownerTold(work, incident, objectId, now)] : []),
      ]);
      return { is: "ENDED", entryId: await entry };
    }
    await work.deliveries.endAttempt(attempt, false, attempted.detail, now);
    if (!attempted.isFinal && attempt.ordinal < this.attempts) return { is: "AGAIN", entryId: null };
    await work.deliveries.change(id, "PUT_ASIDE", null);
    return {
      is: "ENDED",
      entryId: await work.record([
        { ...about, act: "delivery.fail", ...(incident ? { fact: "OWNER_NOT_REACHED" } : {}) },
      ]),
    };
  }

  /** R9.2, L8: met at the moment at which the owner's server accepted the message. */
  private async ownerTold(work: Work, incident: IncidentRow, objectId: string, now: Instant): Promise<void> {
    const word = { said: "OWNER_TOLD", receivedAt: now, object: { id: objectId, isProtected: true } } as const;
    const heard = hear(await dossierOf(work, incident), word, this.inForceFrom);
    await keepDossier(work, incident, heard.dossier, null, now);
  }
}

/** The delivery, locked behind the incident that it is about, as everybody locks them. */
async function locked(
  work: Work,
  { id, incidentId }: DeliveryRow,
): Promise<{ readonly incident: IncidentRow | null; readonly delivery: DeliveryRow | null }> {
  const incident = incidentId === null ? null : await lockedIncident(work, incidentId);
  return { incident, delivery: await work.deliveries.lock(id) };
}

/** What every entry about a delivery says of it. */
function aboutOf({ id, objectId, partyId, obligationId }: DeliveryRow, incident: IncidentRow | null, at: Instant) {
  return incident
    ? { at, subject: id, ...aboutIncident(incident, { objectId, ownerId: partyId }) }
    : { at, subject: id, obligation: obligationId };
}

async function ownerMessage(work: Work, { id }: DeliveryRow, incident: IncidentRow): Promise<Message | null> {
  const { statements, ...to } = await work.deliveries.incidentMessage(id);
  const content = contentForOwner(statements);
  if (incident.retractedAt !== null || !content) return null;
  const told = { ...to, ...content };
  return { to, mail: (locale) => composeMail(told, locale), body: (at) => webhookBody({ ...told, at }) };
}

async function dutyMessage(work: Work, { id, obligationId }: DeliveryRow, now: Instant): Promise<Message | null> {
  const announced = await work.deliveries.dutyMessage(id);
  const duties = obligationId === null ? [] : await work.obligations.byIds([obligationId]);
  if (!duties.some((duty) => stillHolds(announced, duty, now))) return null;
  return {
    to: announced,
    mail: (locale) => composeDutyMail(announced, locale),
    body: (at) => dutyWebhookBody({ ...announced, at }),
  };
}

function gone(detail: string): Attempted {
  return { isAccepted: false, isFinal: true, detail };
}
