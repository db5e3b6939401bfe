import { answeredByCardOf, judgeAnswer, ledAs, type Answers } from "../../src/domain/answers.js";
import {
  apply,
  judge,
  retract,
  withoutLink,
  withoutReceipt,
  type Dossier,
  type NamedObject,
  type Statement,
  type Terms,
} from "../../src/domain/dossier.js";
import { instant, type Instant } from "../../src/domain/instant.js";
import {
  ANSWER_TERMS,
  isSame,
  lateness,
  open,
  standing,
  waive,
  type About,
  type Obligation,
} from "../../src/domain/obligations.js";
import { protectedDuring, type DutyName, type Event, type HarmedObject, type History } from "./duty-history.js";
import type { JudgedDuty } from "./duty-model.js";

/** What the domain makes of a history: each event taken as the services take it, one after the other. */
export function judgedByDomain(history: History, now: number): JudgedDuty[] {
  const desk = new Desk(history);
  for (const event of history.events) desk.take(event);
  return desk.duties().map(({ name, duty }) => ({
    ...name,
    startsAt: duty.startsAt,
    dueAt: duty.dueAt,
    standing: standing(duty, instant(now)),
    lateness: lateness(duty, instant(now)),
    isVoid: duty.isVoid,
  }));
}

interface Asked {
  readonly id: string;
  readonly subject: History["notifications"][number]["subject"];
  readonly availableAt: number;
  /** Null where it became available before the terms were in force. */
  duty: Obligation | null;
  answers: Answers;
}

class Desk {
  private readonly terms: Terms;
  private readonly dossiers = new Map<string, Dossier>();
  private readonly asked: Asked[];
  private readonly retracted = new Set<string>();
  /** The incidents of which something was received by another way. */
  private readonly receivedFor = new Map<string, string | null>();
  /** What was told of objects so far. */
  private readonly heard: Event[] = [];

  constructor(private readonly history: History) {
    this.terms = { inForceFrom: instant(history.inForceFrom) };
    this.asked = history.notifications.map((notification) => ({
      ...notification,
      duty:
        notification.availableAt < history.inForceFrom
          ? null
          : open(ANSWER_TERMS[notification.subject], instant(notification.availableAt)),
      answers: { analyses: [], denials: [], incidents: [], otherwise: [], withdrawnAt: null },
    }));
  }

  duties(): { name: DutyName; duty: Obligation }[] {
    const ofIncidents = [...this.dossiers].flatMap(([incident, { obligations }]) =>
      obligations.map((duty) => ({
        name: {
          rule: duty.rule,
          incident,
          notification: duty.notificationId,
          object: duty.objectId ?? duty.objectDescription,
        },
        duty,
      })),
    );
    const ofNotifications = this.asked.flatMap(({ id, duty }) =>
      duty ? [{ name: { rule: duty.rule, incident: null, notification: id, object: null }, duty }] : [],
    );
    return [...ofIncidents, ...ofNotifications];
  }

  take(event: Event): void {
    const receivedAt = instant(event.at);
    switch (event.does) {
      case "REPORT":
      case "CARD":
        this.say(event.incident, {
          said: event.does,
          receivedAt,
          confirmedAt: instant(event.confirmedAt),
          severity: event.severity,
          objects: event.objects.map((object) => this.named(object)),
          ...(event.does === "CARD" ? { occurredAt: instant(event.occurredAt) } : {}),
        });
        this.link(event);
        return;
      case "REVIEW":
        this.say(event.incident, { said: "REVIEW", receivedAt, severity: event.severity });
        return;
      case "OWNER_NOTIFIED": {
        const owner = {
          of: this.nameOf(event.object),
          notifiedAt: instant(event.notifiedAt),
          means: "SOC_STATEMENT",
        } as const;
        this.say(event.incident, { said: "OWNER_NOTIFIED", receivedAt, owner });
        return;
      }
      case "CORRECTION":
        this.say(event.incident, { said: "CORRECTION", receivedAt, confirmedAt: instant(event.confirmedAt) });
        return;
      case "RETRACTION_REQUESTED":
        return;
      case "RETRACTED":
        this.retract(event.incident, event.at);
        return;
      case "THREAT_ANALYSIS":
      case "EVENT_ANALYSIS": {
        const kind = event.does === "THREAT_ANALYSIS" ? ("THREAT" as const) : ("EVENT" as const);
        this.link(event);
        for (const id of event.notifications)
          this.answer(id, (given) => ({ ...given, analyses: [...given.analyses, { kind, receivedAt }] }));
        return;
      }
      case "DENIAL":
        for (const id of event.notifications)
          this.answer(id, (given) => ({ ...given, denials: [...given.denials, receivedAt] }));
        return;
      case "WITHDRAWN":
        this.waive((name) => name.notification === event.notification, event.at);
        this.withdraw(event.notification, receivedAt);
        return;
      case "WAIVER":
      case "CLOSED_BY_SOC":
        this.waiveOne(event.duty, receivedAt, event.does === "CLOSED_BY_SOC");
        return;
      case "RECLASSIFIED":
        this.reclassify(event);
        return;
      case "RECEIPT_WITHDRAWN":
        this.withdrawReceipt(event.receipt);
        return;
      case "OBJECT_LINKED": {
        const { description, object } = event;
        const { protectedIn } = this.named(object);
        this.say(event.incident, {
          said: "OBJECT_LINKED",
          receivedAt,
          link: { description, objectId: object, protectedIn, takenBackAt: null },
        });
        return;
      }
      case "OBJECT_UNLINKED": {
        const dossier = this.dossiers.get(event.incident);
        if (dossier) this.keep(event.incident, withoutLink(dossier, event.description, receivedAt, this.terms).dossier);
        return;
      }
      case "RECEIVED_OTHERWISE": {
        const at = instant(event.receivedAt);
        const { rule, notification, object } = event.duty;
        const incident = this.receivedOf(event.duty, at);
        this.receivedFor.set(event.id, incident);
        if (incident === null)
          this.answer(notification ?? "", (given) => ({ ...given, otherwise: [...given.otherwise, at] }));
        else {
          const duty = { rule, ...this.about(object), notificationId: notification };
          this.say(incident, { said: "RECEIVED_OTHERWISE", receivedAt, otherwise: { id: event.id, duty, at } });
        }
      }
    }
  }

  /** The incident of which something was received by another way. */
  private receivedOf({ rule, incident, notification }: DutyName, at: Instant): string | null {
    const asked = this.asked.find(({ id }) => id === notification);
    if (incident !== null || !asked || rule !== "R9.6") return incident;
    return answeredByCardOf(asked.answers, at)?.id ?? null;
  }

  private withdrawReceipt(id: string): void {
    const receipt = this.history.events.find((one) => one.does === "RECEIVED_OTHERWISE" && one.id === id);
    if (receipt?.does !== "RECEIVED_OTHERWISE") return;
    const { notification } = receipt.duty;
    const incident = this.receivedFor.get(id) ?? null;
    const at = instant(receipt.receivedAt);
    if (incident === null)
      this.answer(notification ?? "", ({ otherwise, ...given }) => ({
        ...given,
        otherwise: otherwise.toSpliced(otherwise.indexOf(at), 1),
      }));
    const dossier = this.dossiers.get(incident ?? "");
    if (incident !== null && dossier)
      this.keep(incident, withoutReceipt(dossier, id, instant(receipt.at), this.terms).dossier);
  }

  private say(incident: string, statement: Statement): void {
    this.keep(incident, apply(this.dossiers.get(incident) ?? null, statement, this.terms).dossier);
  }

  private keep(incident: string, dossier: Dossier): void {
    this.dossiers.set(incident, dossier);
    // Whether it was retracted is no matter of its dossier.
    const { retractionRequestedAt: _, ...led } = ledAs(incident, dossier);
    this.ledIncident(incident, led);
  }

  private link(event: Event & { does: "REPORT" | "CARD" | "THREAT_ANALYSIS" | "EVENT_ANALYSIS" }): void {
    const { incident: named = null } = event;
    const dossier = this.dossiers.get(named ?? "");
    if (named === null || !dossier) return;
    const led = (given: Answers) => given.incidents.find(({ id }) => id === named);
    for (const { id, subject, availableAt, answers } of this.asked.filter((one) =>
      event.notifications.includes(one.id),
    )) {
      if (led(answers)) continue;
      const isOwed = subject !== "INCIDENT" || answers.incidents.length > 0;
      const notification = { id, availableAt: instant(availableAt), isOwed, withdrawnAt: answers.withdrawnAt };
      this.say(named, { said: "LED_BY", receivedAt: instant(event.at), notification });
      this.answer(id, (given) => ({ ...given, incidents: [...given.incidents, ledAs(named, dossier)] }));
    }
  }

  private retract(incident: string, at: number): void {
    const dossier = this.dossiers.get(incident);
    if (dossier) this.dossiers.set(incident, retract(dossier, instant(at)));
    this.retracted.add(incident);
    const request = this.history.events.findLast(
      (one) => one.does === "RETRACTION_REQUESTED" && one.incident === incident,
    );
    this.ledIncident(incident, { retractionRequestedAt: instant(request?.at ?? at) });
  }

  private ledIncident(incident: string, change: Partial<Answers["incidents"][number]>): void {
    for (const { id } of this.asked)
      this.answer(id, (given) => ({
        ...given,
        incidents: given.incidents.map((one) => (one.id === incident ? { ...one, ...change } : one)),
      }));
  }

  private answer(id: string, adds: (given: Answers) => Answers): void {
    for (const one of this.asked.filter((asked) => asked.id === id)) {
      one.answers = adds(one.answers);
      one.duty = one.duty && judgeAnswer(one.duty, one.subject, one.answers);
    }
  }

  /** By the national centre, or by its SOC. */
  private waiveOne({ incident, notification, rule, object }: DutyName, receivedAt: Instant, isBySoc: boolean): void {
    const duty = { rule, ...this.about(object), notificationId: notification };
    if (incident === null)
      this.waive((name) => name.incident === null && name.notification === notification, receivedAt);
    else this.say(incident, { said: "WAIVED", receivedAt, waived: { duty, isBySoc } });
  }

  private waive(is: (name: DutyName) => boolean, at: number): void {
    const chosen = this.duties().filter(({ name }) => is(name));
    for (const { name, duty } of chosen) {
      const waived = waive(duty, instant(at));
      const dossier = this.dossiers.get(name.incident ?? "");
      if (name.incident !== null && dossier) {
        const obligations = dossier.obligations.map((one) => (isSame(one, duty) ? waived : one));
        this.dossiers.set(name.incident, { ...dossier, obligations });
      } else for (const one of this.asked.filter(({ id }) => id === name.notification)) one.duty = waived;
    }
  }

  /** It waives what is open, and from then on it is known of what it asks for (L19). */
  private withdraw(id: string, withdrawnAt: Instant): void {
    for (const one of this.asked.filter((asked) => asked.id === id)) one.answers = { ...one.answers, withdrawnAt };
    for (const [incident, dossier] of this.dossiers) {
      const statements = dossier.statements.map((statement) =>
        statement.notification?.id === id
          ? { ...statement, notification: { ...statement.notification, withdrawnAt } }
          : statement,
      );
      this.dossiers.set(incident, { ...dossier, statements });
    }
  }

  /** L9: what is registered of an object from now on; the incidents that named it are judged anew. */
  private reclassify(event: Event & { does: "RECLASSIFIED" }): void {
    this.heard.push(event);
    for (const [incident, dossier] of this.dossiers) {
      if (this.retracted.has(incident)) continue;
      const statements = dossier.statements.map((statement) => ({
        ...statement,
        ...(statement.objects && {
          objects: statement.objects.map((one) => (one.objectId === null ? one : this.named(one.objectId))),
        }),
        ...(statement.link && {
          link: { ...statement.link, protectedIn: this.named(statement.link.objectId).protectedIn },
        }),
      }));
      this.dossiers.set(incident, judge(statements, dossier.obligations, this.terms));
    }
  }

  private named(object: HarmedObject): NamedObject {
    if (typeof object !== "string") {
      const always = [{ from: instant(-8_640_000_000_000_000), until: null }];
      return {
        objectId: null,
        description: object.description,
        protectedIn: object.isProtected === true ? always : [],
        isUnknown: object.isProtected === null,
      };
    }
    const periods = protectedDuring({ ...this.history, events: this.heard }, object);
    return {
      objectId: object,
      description: null,
      protectedIn: periods.map(({ from, until }) => ({
        from: instant(from),
        until: until === null ? null : instant(until),
      })),
    };
  }

  private nameOf(object: string | null): { objectId: string | null; description: string | null } {
    const isRegistered = this.history.objects.some(({ id }) => id === object);
    return { objectId: isRegistered ? object : null, description: isRegistered ? null : object };
  }

  private about(object: string | null): Omit<About, "notificationId"> {
    const { objectId, description } = this.nameOf(object);
    return { objectId, objectDescription: description };
  }
}
