import type { Dossier } from "../../domain/dossier.js";
import type { AffectedObject, AffectedObjectDraft, IncidentType } from "../../domain/incident-card.js";
import { dateInAlmaty, type Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../unit-of-work.js";
import type { ProtectedObjectRow } from "../parties/protected-object.store.js";
import type { IncidentRow } from "./incident.store.js";

/** An incident that has no number yet is not kept yet. */
export type NewIncident = Omit<IncidentRow, "number">;

/** F7: the registered object that a draft names, where the SOC covered it at the declared confirmation. */
export async function objectNamedBy(
  work: Work,
  actor: Actor,
  draft: { readonly affectedObject: AffectedObjectDraft; readonly confirmedAt: Instant },
): Promise<ProtectedObjectRow | null> {
  const { objectId } = draft.affectedObject;
  return objectId === null ? null : work.objects.coveredBy(actor.party.id, objectId, draft.confirmedAt);
}

/** A new incident of the actor's SOC, as its first word makes it. */
export function newIncident(
  actor: Actor,
  word: { readonly type: IncidentType; readonly affectedObject: AffectedObject },
  dossier: Dossier,
  now: Instant,
): NewIncident {
  return {
    id: newId(now),
    socId: actor.party.id,
    objectId: word.affectedObject.objectId,
    objectDescription: word.affectedObject.description,
    type: word.type,
    severity: dossier.severity,
    confirmedAt: dossier.confirmedAt,
    occurredAt: null,
    receivedAt: now,
    lastRevision: 0,
  };
}

/** What the rules need to know of a locked incident. */
export async function dossierOf(work: Work, incident: IncidentRow): Promise<Dossier> {
  const [obligations, told] = await Promise.all([
    work.obligations.ofIncidents([incident.id]),
    work.ownerNotifications.ofIncidents([incident.id]),
  ]);
  return {
    confirmedAt: incident.confirmedAt,
    severity: incident.severity,
    obligations,
    ownersTold: told.map(({ objectId, toldAt }) => ({ objectId, at: toldAt })),
  };
}

/** Writes an incident, new or locked, with what its dossier has become. */
export async function keepDossier(
  work: Work,
  actor: Actor,
  incident: NewIncident | IncidentRow,
  dossier: Dossier,
  now: Instant,
): Promise<void> {
  const row = { ...incident, severity: dossier.severity, confirmedAt: dossier.confirmedAt };
  await together([
    "number" in row
      ? work.incidents.change(row)
      : work.incidents.add(row, actor.party.code, Number(dateInAlmaty(now).slice(0, 4))),
    work.obligations.put(incident.id, actor.party.id, dossier.obligations, now),
  ]);
}
