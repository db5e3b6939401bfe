import {
  AmendIncidentCardDocument,
  AnswerNotConfirmedDocument,
  RecordOwnerNotificationDocument,
  type AffectedObjectInput,
} from "../../schema/operations.generated.js";
import { dateInAlmaty, instant, toIso } from "../../src/domain/instant.js";
import { lateness, standing, type Obligation } from "../../src/domain/obligations.js";
import { fromGlobalId, toGlobalId } from "../../src/platform/identity.js";
import type { Analysed, DutyName, Event, HarmedObject, History } from "./duty-history.js";
import { keyOf, type JudgedDuty } from "./duty-model.js";
import type { TestGateway, TestObject } from "./gateway.js";
import { cardInput } from "./inputs.js";
import { notified } from "./notified-socs.js";
import { unique, type Person } from "./person.js";

/** A history as a gateway took it: what it refused is not in it, and its instants are those of the gateway's clock. */
export interface Played {
  readonly history: History;
  readonly duties: readonly JudgedDuty[];
}

type Answered = Promise<{ readonly __typename: string } | null>;
type Kept = Pick<Obligation, "rule" | "startsAt" | "dueAt" | "dischargedAt" | "metBy" | "waivedAt" | "isVoid"> & {
  readonly id: string;
  readonly incidentId: string | null;
  readonly notificationId: string | null;
  readonly objectId: string | null;
  readonly description: string | null;
};

interface Happening {
  readonly at: number;
  readonly happens: () => Promise<void>;
}

type Period = History["objects"][number]["protectedDuring"][number];

/** Says a history to a gateway, as a SOC and the national centre of its world would. */
export class Player {
  private readonly events: Event[] = [];
  private readonly notifications: History["notifications"][number][] = [];
  /** The opaque ids by the names of the history, and the names by the inner ids. */
  private readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly registered = new Map<string, TestObject>();
  private readonly revisions = new Map<string, number>();
  /** The last revision of the analyses of each kind, by the notifications that they answer. */
  private readonly analyses = new Map<
    string,
    { readonly revision: number; readonly notifications: readonly string[] }
  >();

  /** What the register says of the objects, from the start: none of them is protected. */
  private readonly objects: { readonly id: string; readonly protectedDuring: Period[] }[] = [];
  /** What happens beside the events, in its order. */
  private readonly happenings: Happening[] = [];

  private constructor(
    private readonly world: TestGateway,
    private readonly soc: Person,
    private readonly centre: Person,
  ) {}

  static async play(world: TestGateway, history: History, inForceFrom: number): Promise<Played> {
    const player = new Player(world, await world.soc(), await world.nationalCentre());
    for (const object of history.objects) await player.register(object);
    for (const one of history.notifications)
      player.happenings.push({ at: one.availableAt, happens: () => player.notify(one) });
    player.happenings.sort((a, b) => a.at - b.at);
    for (const event of history.events) {
      await player.wait(event.at);
      await player.take(event);
    }
    await player.wait(player.happenings.at(-1)?.at ?? 0);
    const { events, notifications, objects } = player;
    return {
      history: { inForceFrom, objects, notifications, events },
      duties: (await player.kept()).map((kept) => player.judged(kept)),
    };
  }

  /** An object that is protected when the history says so; whenever that changes it gets another owner, in the end no SOC. */
  private async register({ id, protectedDuring }: History["objects"][number]): Promise<void> {
    const { world } = this;
    const object = await world.protectedObject({ kinds: [] });
    const coverage = await world.cover(this.soc.partyId, object);
    this.know(id, object.id);
    this.registered.set(id, object);
    const periods: Period[] = [];
    this.objects.push({ id, protectedDuring: periods });
    const begins = async (): Promise<void> => {
      periods.push({ from: world.clock.now(), until: null });
      await world.reclassify(object, ["CRITICAL_INFRASTRUCTURE"]);
      await world.handOver(object, await world.owner());
    };
    const ends = async (): Promise<void> => {
      for (const period of periods.splice(-1)) periods.push({ ...period, until: world.clock.now() });
      await world.reclassify(object, []);
      await world.handOver(object, await world.owner());
      await world.endCoverage(coverage, world.clock.now());
    };
    for (const { from, until } of protectedDuring.filter((period) => period.from < (period.until ?? Infinity))) {
      this.happenings.push({ at: from, happens: begins });
      if (until !== null) this.happenings.push({ at: until, happens: ends });
    }
  }

  /** Lets what happens until then happen. */
  private async wait(until: number): Promise<void> {
    const { clock } = this.world;
    const advance = (to: number): void => clock.advance(Math.max(0, to - clock.now()));
    for (const { at, happens } of this.happenings.filter((one) => one.at <= until)) {
      advance(at);
      await happens();
    }
    this.happenings.splice(0, this.happenings.filter((one) => one.at <= until).length);
    advance(until);
  }

  private know(name: string, id: string): void {
    this.ids.set(name, id);
    this.names.set(fromGlobalId(id)?.id ?? "", name);
  }

  private async notify({ id, subject }: History["notifications"][number]): Promise<void> {
    this.know(id, await notified(this.world, subject, this.soc));
    this.notifications.push({ id, subject, availableAt: this.world.clock.now() });
  }

  private async take(event: Event): Promise<void> {
    const said: Event = { ...event, at: this.world.clock.now() };
    if (said.does === "REPORT" || said.does === "CARD") {
      const one = { ...said, objects: accepted(said.objects) };
      if (await this.accepts(one.does === "REPORT" ? this.report(one) : this.card(one))) this.events.push(one);
      return;
    }
    if (isAnalysed(said)) {
      const one = { ...said, incident: said.incident ?? this.confirmedBy(said) };
      // A correction answers what it corrects as well.
      const corrected = this.correctedBy(one)?.notifications ?? [];
      const notifications = [...new Set([...one.notifications, ...corrected])];
      if (await this.accepts(this.analyse(one, notifications))) this.events.push({ ...one, notifications });
      return;
    }
    if (await this.accepts(this.say(said))) this.events.push(said);
  }

  private async accepts(answer: Answered): Promise<boolean> {
    const { __typename: kind } = (await answer) ?? { __typename: "SubmissionRejected" };
    return kind !== "SubmissionRejected";
  }

  private async report(event: Event & { does: "REPORT" }): Answered {
    const answer = await this.soc.reports({
      confirmedAt: iso(event.confirmedAt),
      severity: event.severity,
      affectedObjects: this.objectsOf(event),
      notificationIds: this.idsOf(event.notifications),
    });
    if (answer.__typename !== "SubmissionRejected") this.opened(event, answer.incident.id, 0);
    return answer;
  }

  private async card(event: Event & { does: "CARD" }): Answered {
    const fields = {
      registeredOn: dateInAlmaty(instant(event.at)),
      confirmedAt: iso(event.confirmedAt),
      occurredAt: iso(event.occurredAt),
      severity: event.severity,
      affectedObjects: this.objectsOf(event),
    };
    const notificationIds = this.idsOf(event.notifications);
    const incidentId = this.ids.get(event.incident) ?? null;
    const revision = this.revisions.get(event.incident) ?? 0;
    if (incidentId === null || revision === 0) {
      const answer = await this.soc.submitsCard(fields, { incidentId, notificationIds });
      if (answer.__typename !== "SubmissionRejected") this.opened(event, answer.incident.id, 1);
      return answer;
    }
    const card = cardInput(instant(event.at), fields);
    const input = { submissionKey: unique("key"), incidentId, revision, notificationIds, card };
    const { amendIncidentCard } = await this.soc.gets(AmendIncidentCardDocument, { input });
    if (amendIncidentCard.__typename !== "SubmissionRejected") this.opened(event, incidentId, revision + 1);
    return amendIncidentCard;
  }

  private opened({ incident }: Event & { does: "REPORT" | "CARD" }, id: string, revision: number): void {
    this.know(incident, id);
    this.revisions.set(incident, revision);
  }

  private objectsOf({ objects }: Event & { does: "REPORT" | "CARD" }): AffectedObjectInput[] {
    return objects.map((object) => {
      if (typeof object === "string") return { objectId: this.ids.get(object) ?? "" };
      const { description, isProtected } = object;
      if (isProtected === null) return { description };
      return { description, kinds: isProtected ? ["CRITICAL_INFRASTRUCTURE"] : [] };
    });
  }

  /** L9 What an object is, from a time on; from then on it has another owner as well, which changes no duty but to whom it is owed. */
  private async reclassifies({ object, from, isProtected }: Event & { does: "RECLASSIFIED" }): Answered {
    const registered = this.registered.get(object);
    if (!registered) return null;
    await this.world.reclassify(registered, isProtected ? ["CRITICAL_INFRASTRUCTURE"] : [], instant(from));
    await this.world.handOver(registered, await this.world.owner(), instant(from));
    return { __typename: "ProtectedObjectChanged" };
  }

  /** R9.2 The SOC told the owner of an object, registered or described, itself. */
  private async ownerNotified(incidentId: string, event: Event & { does: "OWNER_NOTIFIED" }): Answered {
    const objectId = this.ids.get(event.object) ?? null;
    const object = { objectId, objectDescription: objectId === null ? event.object : null };
    const how = { channel: "TELEPHONE" as const, recipient: "The duty desk", notifiedAt: iso(event.notifiedAt) };
    const input = { submissionKey: unique("key"), incidentId, ...object, ...how };
    return (await this.soc.gets(RecordOwnerNotificationDocument, { input })).recordOwnerNotification;
  }

  private idsOf(names: readonly string[]): string[] {
    return names.map((name) => this.ids.get(name) ?? "");
  }

  /** Null where it cannot be said, because what it is about was refused. */
  private async say(
    event: Exclude<Event, Analysed | { does: "REPORT" | "CARD" }>,
  ): Promise<{ readonly __typename: string } | null> {
    const { soc, centre } = this;
    const incident = "incident" in event ? this.ids.get(event.incident) : "";
    if (incident === undefined) return null;
    switch (event.does) {
      case "REVIEW":
        return soc.reviews(incident, event.severity, "The logs were read.");
      case "OWNER_NOTIFIED":
        return this.ownerNotified(incident, event);
      case "CORRECTION":
        return centre.correctsConfirmation(incident, instant(event.confirmedAt));
      case "RETRACTION_REQUESTED":
        return soc.asksForRetraction(incident);
      case "RETRACTED":
        return centre.decidesRetraction(incident, true);
      case "DENIAL": {
        const input = {
          submissionKey: unique("key"),
          notificationIds: this.idsOf(event.notifications),
          grounds: "None.",
        };
        return (await soc.gets(AnswerNotConfirmedDocument, { input })).answerNotConfirmed;
      }
      case "WITHDRAWN":
        return centre.notifies({ withdraws: this.ids.get(event.notification) ?? "" });
      case "WAIVER":
      case "CLOSED_BY_SOC": {
        const duty = await this.find(event.duty);
        return duty === null ? null : (event.does === "WAIVER" ? centre : soc).waives(duty);
      }
      case "RECLASSIFIED":
        return this.reclassifies(event);
      case "RECEIVED_OTHERWISE": {
        const obligationId = await this.find(event.duty);
        if (obligationId === null) return null;
        const answer = await centre.recordsReceived(obligationId, instant(event.receivedAt));
        if (answer.__typename !== "SubmissionRejected")
          this.ids.set(event.id, answer.obligation.receivedOtherwise.at(-1)?.id ?? "");
        return answer;
      }
      case "RECEIPT_WITHDRAWN": {
        const receipt = this.ids.get(event.receipt);
        return receipt === undefined ? null : centre.withdrawsReceived(receipt);
      }
      case "OBJECT_LINKED":
        return centre.linksObject(incident, event.description, this.ids.get(event.object) ?? "");
      case "OBJECT_UNLINKED":
        return centre.unlinksObject(incident, event.description);
    }
  }

  /** What an earlier analysis of these notifications confirmed, which its correction confirms again. */
  private confirmedBy({ does, notifications }: Analysed): string | null {
    const isCorrected = (one: Event) => one.does === does && one.notifications.some((id) => notifications.includes(id));
    return (
      this.events
        .filter(isAnalysed)
        .filter(isCorrected)
        .findLast(({ incident }) => (incident ?? null) !== null)?.incident ?? null
    );
  }

  /** The last of the analyses of these notifications. */
  private correctedBy({ does, notifications }: Analysed) {
    const all = notifications.flatMap((name) => this.analyses.get(`${does} ${name}`) ?? []);
    return all.toSorted((one, other) => other.revision - one.revision)[0];
  }

  private async analyse(analysis: Analysed, covered: readonly string[]): Answered {
    const { does, notifications, incident } = analysis;
    const revision = this.correctedBy(analysis)?.revision ?? null;
    const incidentId = this.ids.get(incident ?? "") ?? null;
    if ((incident ?? null) !== null && incidentId === null) return null;
    const submission = { notificationIds: this.idsOf(notifications), revision, incidentId };
    const answer = await (does === "THREAT_ANALYSIS"
      ? this.soc.analysesThreat("", {}, submission)
      : this.soc.analysesEvent("", {}, submission));
    if (answer.__typename !== "SubmissionRejected")
      for (const name of covered)
        this.analyses.set(`${does} ${name}`, { revision: (revision ?? 0) + 1, notifications: covered });
    return answer;
  }

  private async find(duty: DutyName): Promise<string | null> {
    const found = (await this.kept()).find((one) => keyOf(this.nameOf(one)) === keyOf(duty));
    return found ? toGlobalId("Obligation", found.id) : null;
  }

  private async kept(): Promise<Kept[]> {
    const rows = await this.world.database.asOwner(
      `select id, rule, starts_at as "startsAt", due_at as "dueAt", discharged_at as "dischargedAt", met_by as "metBy",
         waived_at as "waivedAt", is_void as "isVoid", incident_id as "incidentId", notification_id as "notificationId", object_id as "objectId",
         object_description as description
       from obligation where obligor_id = $1`,
      [this.soc.partyId],
    );
    return rows as unknown as Kept[];
  }

  private nameOf({ rule, incidentId, notificationId, objectId, description }: Kept): DutyName {
    const name = (id: string | null): string | null => (id === null ? null : (this.names.get(id) ?? id));
    return {
      rule,
      incident: name(incidentId),
      notification: name(notificationId),
      object: name(objectId) ?? description,
    };
  }

  private judged(kept: Kept): JudgedDuty {
    const at = (value: Date | number | null) => (value === null ? null : instant(Number(value)));
    const now = this.world.clock.now();
    const { startsAt, dueAt, dischargedAt, waivedAt, isVoid } = kept;
    const times = {
      startsAt: at(startsAt)!,
      dueAt: at(dueAt)!,
      dischargedAt: at(dischargedAt),
      waivedAt: at(waivedAt),
    };
    const duty = { kind: "SUBMIT_CARD", metBy: null, isVoid, ...this.nameOf(kept), ...times } as unknown as Obligation;
    return {
      ...this.nameOf(kept),
      startsAt: times.startsAt,
      dueAt: times.dueAt,
      standing: standing(duty, now),
      lateness: lateness(duty, now),
      isVoid,
    };
  }
}

function isAnalysed(event: Event): event is Analysed {
  return event.does === "THREAT_ANALYSIS" || event.does === "EVENT_ANALYSIS";
}

/** What a gateway takes: at least one object, and none twice. */
function accepted(objects: readonly HarmedObject[]): HarmedObject[] {
  const nameOf = (object: HarmedObject) => (typeof object === "string" ? object : object.description);
  const each = objects.filter((one, place) => objects.findIndex((other) => nameOf(other) === nameOf(one)) === place);
  return each.length === 0 ? [{ description: "kiosk", isProtected: null }] : each;
}

function iso(at: number): string {
  return toIso(instant(at));
}
