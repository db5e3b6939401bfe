import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ACTS, type Act } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { DetectionKind } from "../../domain/notification.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { periodAt } from "../../graph/period.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { fromGlobalId, NOBODY, referenceTo } from "../../platform/identity.js";
import { Incident } from "../incidents/incident.types.js";
import { Actor, Party, PARTY_TYPES } from "../parties/party.types.js";
import { meant } from "../submissions/references.js";
import type { AuditFilter as StoreFilter, AuditRow } from "./audit.store.js";
import {
  AuditEntry,
  AuditEntryConnection,
  AuditFilter,
  AuditSubject,
  DoorEnum,
  RefusedRule,
  type DoorName,
} from "./audit.types.js";

const DOORS = { graphql: "GRAPHQL", json: "JSON", xml: "XML", folder: "FOLDER" } as const;

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: "The journal, latest first: who did what, when, from where; for the national centre's administrators.",
  })
  async auditEntries(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
  ) {
    const reading = context.readingFor("journal.read");
    return toConnection(await reading.audit.page(await storeFilter(reading, filter ?? {}, context.now), window));
  }

  @FieldResolver(() => String, { description: "The chain's hash at that position, hexadecimal." })
  hash(@Root() { hash }: AuditRow): string {
    return hash.toString("hex");
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who did it; null for what the gateway did by itself, and for what was done at its database.",
  })
  actor(@Root() { actorId }: AuditRow, @Ctx() context: RequestContext) {
    return context.reading.actor.load(actorId);
  }

  @FieldResolver(() => Party, { nullable: true, description: "The actor's party; null as `actor` is." })
  party(@Root() { partyId }: AuditRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(partyId);
  }

  @FieldResolver(() => Incident, { nullable: true, description: "The incident that it is about." })
  incident(@Root() { incidentId }: AuditRow, @Ctx() context: RequestContext) {
    return incidentId === null ? null : context.reading.incident.load(incidentId);
  }

  @FieldResolver(() => AuditSubject, {
    nullable: true,
    description:
      "What the act made, changed or was about: a party, an account, an object, a notification, or what the national centre detected; of a token the account, of coverage the object. Null where `incident` says it, and for what was refused.",
  })
  subject(@Root() row: AuditRow, @Ctx() context: RequestContext): Promise<object | null> {
    return subjectOf(row, context.reading);
  }

  @FieldResolver(() => DoorEnum, {
    nullable: true,
    description: "The way by which it came; null for what nobody sent.",
  })
  door(@Root() { door }: AuditRow): DoorName | null {
    return door && DOORS[door];
  }

  @FieldResolver(() => [RefusedRule], {
    nullable: true,
    description: "The rules that it broke, if it was refused and nothing else of it was kept; null if it was done.",
  })
  refused(@Root() { refused }: AuditRow): AuditRow["refused"] {
    return refused;
  }
}

const DETECTIONS: Readonly<Record<DetectionKind, string>> = {
  THREAT: "Threat",
  EVENT: "SecurityEvent",
  DETECTED_INCIDENT: "DetectedIncident",
};

/** What the subject of an act is; of the others, the incident or the notification is what they are about. */
const SUBJECTS: Readonly<Partial<Record<Act, "party" | "actor" | "object" | "detection">>> = {
  "soc.register": "party",
  "soc.end": "party",
  "owner.register": "party",
  "contact.change": "party",
  "webhook.end": "party",
  "folder.unbind": "party",
  "folder.bind": "actor",
  "actor.register": "actor",
  "actor.change": "actor",
  "administrator.recover": "actor",
  "token.issue": "actor",
  "token.revoke": "actor",
  "object.register": "object",
  "object.change": "object",
  "object.end": "object",
  "coverage.start": "object",
  "coverage.end": "object",
  "threat.register": "detection",
  "event.register": "detection",
  "detected-incident.register": "detection",
};

async function subjectOf(row: AuditRow, reading: Reading): Promise<object | null> {
  const { act, notificationId, subjectId } = row;
  const typed = (name: string, found: object | null | undefined) => (found ? { ...found, __typename: name } : null);
  if (notificationId !== null) return typed("Notification", await reading.notification.load(notificationId));
  const kind = SUBJECTS[act];
  if (kind === undefined || subjectId === null) return null;
  switch (kind) {
    case "party": {
      const party = await reading.party.load(subjectId);
      return party && typed(PARTY_TYPES[party.kind], party);
    }
    case "actor":
      return typed("Actor", await reading.actor.load(subjectId));
    case "object":
      return typed("ProtectedObject", await reading.object.load(subjectId));
    case "detection": {
      const detection = await reading.detection.load(subjectId);
      return detection && typed(DETECTIONS[detection.kind], detection);
    }
  }
}

/** Throws BAD_USER_INPUT, with its path, for what nothing could match: an empty list would look as if nothing did. */
async function storeFilter(
  reading: Reading,
  { actor, party, act, period, incident }: AuditFilter,
  now: Instant,
): Promise<StoreFilter> {
  const { from, before } = periodAt(period, now, ["filter", "period"]);
  return {
    ...(typeof actor === "string" ? { actorId: await named(reading, "Actor", actor) } : {}),
    ...(typeof party === "string" ? { partyId: await named(reading, "Party", party) } : {}),
    ...(typeof incident === "string" ? { incidentId: await named(reading, "Incident", incident) } : {}),
    ...(typeof act === "string" ? { act: actNamed(act) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(before === undefined ? {} : { before }),
  };
}

const TYPES = { Actor: ["Actor"], Party: Object.values(PARTY_TYPES), Incident: ["Incident"] };

async function named(reading: Reading, type: keyof typeof TYPES, text: string): Promise<string> {
  const known = fromGlobalId(text);
  const { id, near } =
    type === "Actor" || known ? byId(type, known) : await meant(reading, type, referenceTo(TYPES[type], text));
  if (id === NOBODY) throw new Refusal("BAD_USER_INPUT", say("notOfKind", { near }), ["filter", type.toLowerCase()]);
  return id;
}

function byId(type: keyof typeof TYPES, known: ReturnType<typeof fromGlobalId>) {
  return { id: known && TYPES[type].includes(known.type) ? known.id : NOBODY, near: null };
}

function actNamed(name: string): Act {
  const act = ACTS.find((one) => one === name);
  if (!act)
    throw new Refusal("BAD_USER_INPUT", say("actUnknown", { allowed: ACTS.toSorted().join(", ") }), ["filter", "act"]);
  return act;
}
