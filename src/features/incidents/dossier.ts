import { warningsOfNotifying } from "../../domain/delivery.js";
import { judge, type Dossier, type NamedObject, type Terms } from "../../domain/dossier.js";
import type { AffectedObject, AffectedObjectDraft, IncidentType } from "../../domain/incident-card.js";
import { dateInAlmaty, type Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import { notFound } from "../../domain/refusal.js";
import type { Warning } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { ProtectedObjectRow } from "../parties/protected-object.store.js";
import type { IncidentRow } from "./incident.store.js";

/** An incident that has no number yet is not kept yet; the code of its SOC is what its number begins with. */
export type NewIncident = Omit<IncidentRow, "number"> & { readonly socCode: string };

/** F7: the registered object that a draft names, where the SOC covered it at the declared confirmation. */
export async function objectNamedBy(
  work: Work,
  actor: Actor,
  draft: { readonly affectedObject: AffectedObjectDraft; readonly confirmedAt: Instant },
): Promise<ProtectedObjectRow | null> {
  const { objectId } = draft.affectedObject;
  return objectId === null ? null : work.objects.coveredBy(actor.party.id, objectId, draft.confirmedAt);
}

/** A new incident of the actor's SOC, from its report or first card. */
export function newIncident(
  actor: Actor,
  statement: { readonly type: IncidentType; readonly affectedObject: AffectedObject },
  dossier: Dossier,
  now: Instant,
): NewIncident {
  return {
    id: newId(now),
    socId: actor.party.id,
    socCode: actor.party.code,
    objectId: statement.affectedObject.objectId,
    objectDescription: statement.affectedObject.description,
    type: statement.type,
    severity: dossier.severity,
    confirmedAt: dossier.confirmedAt,
    occurredAt: null,
    receivedAt: now,
    lastRevision: 0,
    isCorrected: false,
    retractedAt: null,
  };
}

/** The object that an incident names at the time of a statement, and its owner; null if it names none. */
export interface Named {
  readonly objectId: string | null;
  readonly ownerId: string | null;
}

/** What a new statement about an incident is about. */
export async function namedBy(work: Work, { objectId }: Pick<IncidentRow, "objectId">): Promise<Named> {
  return { objectId, ownerId: objectId === null ? null : await work.objects.ownerOf(objectId) };
}

/** What every entry about an incident says about it. */
export function aboutIncident({ id, socId }: Pick<IncidentRow, "id" | "socId">, named: Named) {
  return { incident: id, soc: socId, object: named.objectId, owner: named.ownerId };
}

/** Locks the incident that an act is about; throws NOT_FOUND where there is none in scope. */
export async function lockedIncident(work: Work, incidentId: string): Promise<IncidentRow> {
  const incident = await work.incidents.lock(incidentId);
  if (!incident) throw notFound(["incidentId"]);
  return incident;
}

/** An object as a report or a card names it, with the times in which it is protected (L9). */
export async function namedObject(work: Work, { objectId, description }: AffectedObjectDraft): Promise<NamedObject> {
  const protectedIn = objectId === null ? [] : await work.history.protectionOf(objectId);
  return { objectId, description, protectedIn };
}

/** What the rules need to know of a locked incident: all that was said of it, and what has opened by that. */
export async function dossierOf(work: Work, incident: IncidentRow, terms: Terms): Promise<Dossier> {
  const [statements, obligations] = await Promise.all([
    work.history.of(incident.id),
    work.obligations.ofIncidents([incident.id]),
  ]);
  return { ...judge(statements, obligations, terms), obligations };
}

/**
 * Writes an incident, new or locked, with what its dossier has become, and the copy for the owner of the object that it names.
 * `named` is null if nothing was stated about the incident itself, only to an owner of an object that it named once.
 */
export async function keepDossier(
  work: Work,
  incident: NewIncident | IncidentRow,
  dossier: Dossier,
  named: Named | null,
  now: Instant,
): Promise<void> {
  const { severity, confirmedAt, isCorrected } = dossier;
  const row = { ...incident, severity, confirmedAt, isCorrected };
  const toward = { ownerId: named?.ownerId ?? null, isRetracted: incident.retractedAt !== null };
  await together([
    "number" in row
      ? work.incidents.change(row)
      : work.incidents.add(row, row.socCode, Number(dateInAlmaty(now).slice(0, 4))),
    work.obligations.put(incident.id, incident.socId, dossier.obligations, toward, now),
    ...(named?.ownerId ? [work.incidents.keepForOwner(incident.id, named.ownerId, now)] : []),
  ]);
}

/** R9.2: how the gateway notifies the owner of an object for the SOC. */
export interface OwnerNotifying {
  readonly warnings: readonly Warning[];
  keep(): Promise<void>;
}

const NOBODY_TO_NOTIFY: OwnerNotifying = { warnings: [], keep: () => Promise.resolve() };

/** What notifying the owner takes, if a statement is the first one to name this protected object. */
export async function notifyOwner(
  work: Work,
  incident: { readonly id: string; readonly isNew: boolean },
  object: ProtectedObjectRow | null,
  path: readonly string[],
  now: Instant,
): Promise<OwnerNotifying> {
  if (!object || object.kinds.length === 0) return NOBODY_TO_NOTIFY;
  const begun = incident.isNew ? [] : await work.deliveries.ofIncidents([incident.id]);
  if (begun.some(({ objectId }) => objectId === object.id)) return NOBODY_TO_NOTIFY;
  const channels = await work.deliveries.channelsOf(object.id);
  const isCarried = channels.some((channel) => work.deliveries.carries(channel));
  return {
    warnings: warningsOfNotifying({ hasChannel: channels.length > 0, isCarried }, path),
    keep: () => work.deliveries.open(incident.id, object, channels, now),
  };
}
