import type { Addressing, AddressingDraft, Topic } from "../../domain/notification.js";
import type { Reference } from "../../domain/references.js";
import type { Stores } from "../../operation/stores.js";
import type { Work } from "../../operation/unit-of-work.js";
import { NOBODY } from "../../platform/identity.js";
import { allMeant, incidentMeant, meant, type Referred } from "../submissions/references.js";

/** What a notification is about, as its sender names it: a thing of its own, or an earlier notification that it follows. */
export interface AboutWhat {
  readonly is: Topic | "SUPPLEMENT" | "WITHDRAWAL";
  readonly reference: Reference;
}

/** The type of each in the schema. */
export const ABOUT_TYPES = {
  THREAT: "Threat",
  EVENT: "SecurityEvent",
  DETECTED_INCIDENT: "DetectedIncident",
  INCIDENT: "Incident",
  SUPPLEMENT: "Notification",
  WITHDRAWAL: "Notification",
} as const satisfies Readonly<Record<AboutWhat["is"], Referred>>;

/** Whom an addressing names, as far as there are any. */
export async function addressingMeant(
  work: Stores,
  { socIds, objectIds, ...rest }: AddressingDraft,
): Promise<Addressing> {
  return {
    ...rest,
    socIds: await allMeant(work, "Soc", socIds),
    objectIds: await allMeant(work, "ProtectedObject", objectIds),
  };
}

/** The id of what a notification is about; where there is none, an id that nothing has. */
export async function aboutMeant(work: Stores, partyId: string, { is, reference }: AboutWhat): Promise<string> {
  if (is === "INCIDENT") return (await incidentMeant(work, partyId, reference)) ?? NOBODY;
  return (await meant(work, ABOUT_TYPES[is], reference)).id;
}

/** The SOCs and objects that there are or were, of those that an addressing names. */
export async function knownOf(work: Work, addressing: Addressing | null) {
  const [parties, objects] = await Promise.all([
    work.parties.byIds((addressing?.socIds ?? []).map(({ id }) => id)),
    work.objects.byIds((addressing?.objectIds ?? []).map(({ id }) => id)),
  ]);
  const [socs, known] = await Promise.all([
    work.parties.withSuccessors(parties.filter(({ kind }) => kind === "SOC")),
    work.objects.withSuccessors(objects),
  ]);
  return {
    socs: new Map(socs.map((soc) => [soc.id, soc])),
    objects: new Map(known.map((object) => [object.id, object])),
  };
}
