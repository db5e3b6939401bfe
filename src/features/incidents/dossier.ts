import type { KnownObject } from "../../domain/card-rules.js";
import { warningOfDescribed, warningsOfNotifying } from "../../domain/delivery.js";
import { judge, type Dossier, type NamedObject, type Terms } from "../../domain/dossier.js";
import type { AffectedObject, AffectedObjectDraft, IncidentType } from "../../domain/incident-card.js";
import { dateInAlmaty, type Instant } from "../../domain/instant.js";
import { isOpen, isSame, objectKey, type Obligation } from "../../domain/obligations.js";
import type { Actor } from "../../domain/parties.js";
import type { Reference } from "../../domain/references.js";
import { notFound, nothingUnder } from "../../domain/refusal.js";
import type { Warning } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Stores } from "../../operation/stores.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { DeliveryRow } from "../deliveries/delivery.store.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { NamedObjectRow } from "../parties/protected-object.store.js";
import { codesNear, incidentMeant } from "../submissions/references.js";
import { namedObject } from "./history.store.js";
import type { IncidentRow } from "./incident.store.js";
import type { ObjectLinkRow } from "./object-link.store.js";
import type { OwnedObjects } from "./owner-copy.store.js";

/** An incident that has no number yet is not kept yet; the code of its SOC is what its number begins with. */
export type NewIncident = Omit<IncidentRow, "number"> & { readonly socCode: string };

/**
 * F7, L9: what is known of the objects that a draft names, whoever covers them. `instants`: the occurrence and the confirmation,
 * as far as they are known; that the SOC covers an object now does as well.
 */
export async function objectsNamedBy(
  work: Work,
  actor: Actor,
  drafts: readonly AffectedObjectDraft[],
  instants: readonly Instant[],
): Promise<(KnownObject & Pick<NamedObjectRow, "protectedIn">)[]> {
  const rows = await work.objects.named(actor.party.id, drafts, instants);
  const unknown = drafts.flatMap(({ objectCode }, index) => (rows[index]?.code === null ? (objectCode ?? []) : []));
  const near = await codesNear(work, "ProtectedObject", unknown);
  return rows.map(({ id, code, isCovered, isRegisteredName, protectedIn, endedAt, successor }, index) => ({
    registered: id === null || code === null ? null : { id, code, endedAt, successor },
    isCovered,
    isRegisteredName,
    near: near.get(drafts[index]?.objectCode ?? "") ?? null,
    protectedIn,
  }));
}

/** Affected objects as the rules see them (L9). */
export function namedObjects(
  affected: readonly AffectedObject[],
  known: readonly (KnownObject & Pick<NamedObjectRow, "protectedIn">)[],
): NamedObject[] {
  return affected.map((one, index) => namedObject({ ...one, protectedIn: known[index]?.protectedIn ?? [] }));
}

/** L9: the same with the registered objects to which descriptions were linked, beside the descriptions. */
export function withLinks(
  affected: readonly AffectedObject[],
  links: readonly Pick<ObjectLinkRow, "description" | "objectId" | "code">[],
): AffectedObject[] {
  return affected.map((one) => {
    const key = objectKey(one.objectId, one.description);
    const link = links.find(({ description }) => objectKey(null, description) === key);
    return link ? { ...one, objectId: link.objectId, code: link.code } : one;
  });
}

/** The registered ones among affected objects, each once. */
export function registeredAmong(affected: readonly AffectedObject[]): string[] {
  return [...new Set(affected.flatMap(({ objectId }) => objectId ?? []))];
}

/** A new incident of the actor's SOC, from its report or first card. */
export function newIncident(
  actor: Actor,
  statement: { readonly type: IncidentType; readonly affectedObjects: readonly AffectedObject[] },
  dossier: Dossier,
  now: Instant,
): NewIncident {
  return {
    id: newId(now),
    socId: actor.party.id,
    socCode: actor.party.code,
    affected: statement.affectedObjects,
    objectIds: registeredAmong(statement.affectedObjects),
    type: statement.type,
    severity: dossier.severity,
    confirmedAt: dossier.confirmedAt,
    occurredAt: null,
    receivedAt: now,
    lastRevision: 0,
    isBeforeTerms: dossier.isBeforeTerms,
    isCorrected: false,
    retractedAt: null,
  };
}

/** The registered objects that an incident names at the time of a statement, by their owners. */
export interface Named {
  readonly objectIds: readonly string[];
  readonly owners: readonly OwnedObjects[];
}

/**
 * What a new statement about an incident is about. Where it opens R9.2 (`opened`), it is for the owners and holders at the
 * confirmation as well, to whom that is owed.
 */
export async function namedBy(
  work: Work,
  { objectIds }: Pick<IncidentRow, "objectIds">,
  opened: readonly Obligation[] = [],
): Promise<Named> {
  const owed = opened.flatMap(({ objectId, startsAt }) => (objectId === null ? [] : [{ objectId, startsAt }]));
  const [first] = owed;
  const opening = first && { objectIds: owed.map(({ objectId }) => objectId), confirmedAt: first.startsAt };
  return { objectIds, owners: await work.objects.ownersOf(objectIds, opening) };
}

/** What an incident names of one owner's: an object that was its own at some moment, and all that is its own now. */
export function ofOwner(
  { objectIds }: Pick<IncidentRow, "objectIds">,
  objectId: string,
  ownerId: string,
  owned: readonly OwnedObjects[],
): OwnedObjects {
  const own = owned.find((one) => one.ownerId === ownerId)?.objectIds ?? [];
  return { ownerId, objectIds: objectIds.filter((id) => id === objectId || own.includes(id)) };
}

/**
 * The duties of an incident that a statement opened, and those that run from another confirmation since, or are void no more: they
 * may be owed to another owner.
 */
function openedOrMovedBy(before: Dossier | null, { obligations }: Dossier): Obligation[] {
  const isAsBefore = (duty: Obligation): boolean | undefined =>
    before?.obligations.some((one) => isSame(one, duty) && one.startsAt === duty.startsAt && !one.isVoid);
  return obligations.filter((duty) => !duty.isVoid && !isAsBefore(duty));
}

/** What a row that states something about an incident says of its objects. */
export function saidOf({ objectIds, owners }: Named) {
  return { objectIds, ownerIds: [...new Set(owners.map(({ ownerId }) => ownerId))] };
}

/** What every entry about an incident says about it. */
export function aboutIncident(
  { id, socId }: Pick<IncidentRow, "id" | "socId">,
  about: { readonly objectIds: readonly string[]; readonly ownerIds: readonly string[] },
) {
  return { incident: id, soc: socId, objects: about.objectIds, owners: about.ownerIds };
}

/** What an entry about one object says about it, and for whom of its owner and holder; for nobody where it is not their concern. */
export function aboutObject(
  incident: Pick<IncidentRow, "id" | "socId" | "objectIds">,
  { objectId, ownerIds }: { readonly objectId: string | null; readonly ownerIds: readonly string[] },
) {
  return aboutIncident(incident, { objectIds: objectId === null ? incident.objectIds : [objectId], ownerIds });
}

/** R9.2: to whom a duty is owed; to nobody outside the centre where it is another. */
export function owedTo({ ownerId, holderId }: Pick<ObligationRow, "ownerId" | "holderId">): string[] {
  return [ownerId, holderId].flatMap((id) => id ?? []);
}

/** Locks the incident that an act names at `path` of its input; throws NOT_FOUND where there is none in scope. */
export async function lockedIncident(
  work: Stores,
  incidentId: string,
  path: readonly string[] = ["incidentId"],
): Promise<IncidentRow> {
  const incident = await work.incidents.lock(incidentId);
  if (!incident) throw notFound(path);
  return incident;
}

/** The same of the incident that a submission of this party refers to. */
export async function lockedReferred(work: Stores, partyId: string, reference: Reference): Promise<IncidentRow> {
  const id = await incidentMeant(work, partyId, reference);
  const path = ["incidentId"];
  if (id === null) throw reference.by === "KEY" ? nothingUnder(reference.value, path) : notFound(path);
  return lockedIncident(work, id);
}

/**
 * What the rules need to know of a locked incident: all that was said of it, and what has opened by that. What the objects are that
 * it ever named, and whose, is held until the transaction ends.
 */
export async function dossierOf(work: Stores, incident: IncidentRow, terms: Terms): Promise<Dossier> {
  const [, statements, obligations] = await Promise.all([
    work.history.holdObjects(incident.id),
    work.history.of(incident.id),
    work.obligations.ofIncidents([incident.id]),
  ]);
  return { ...judge(statements, obligations, terms), obligations };
}

/**
 * Writes an incident, new or locked, with what its dossier has become, and the copies for the owners of the objects that it
 * names. `named` is null if nothing was stated about the incident itself, only to an owner of an object that it named once.
 */
export async function keepDossier(
  work: Stores,
  incident: NewIncident | IncidentRow,
  dossier: Dossier,
  named: Named | null,
  now: Instant,
): Promise<void> {
  const { severity, confirmedAt, isBeforeTerms, isCorrected } = dossier;
  const row = { ...incident, severity, confirmedAt, isBeforeTerms, isCorrected };
  await together([
    "number" in row
      ? work.incidents.change(row)
      : work.incidents.add(row, row.socCode, Number(dateInAlmaty(now).slice(0, 4))),
    work.obligations.put(incident, dossier.obligations, now),
    ...(named ? [work.ownerCopies.keep(incident.id, named.owners, now)] : []),
  ]);
}

/** R9.2, L8: judges a locked incident by what was recorded of it, where that is no more than that an owner knows of it. */
export async function judgeWhatOwnersKnow(
  work: Stores,
  incident: IncidentRow,
  terms: Terms,
  now: Instant,
): Promise<void> {
  const { statements, obligations } = await dossierOf(work, incident, terms);
  await keepDossier(work, incident, judge(statements, obligations, terms), null, now);
}

/** R9.2: how the gateway notifies the owners of objects for the SOC. */
export interface OwnerNotifying {
  readonly warnings: readonly Warning[];
  keep(): Promise<void>;
}

/** A dossier after a statement, and all that this means for the owners of what the incident names. */
export interface Judged extends OwnerNotifying {
  readonly named: Named;
}

/**
 * What a statement makes of an incident (`before` null: opens). Whoever's R9.2 it opens or moves sees the incident, with what was
 * said of the object before, and is notified; `keep` writes all that with the dossier. `pathOf`: where the input causes what
 * concerns the object that the incident names in this place.
 */
export async function judged(
  work: Work,
  incident: NewIncident | IncidentRow,
  before: Dossier | null,
  dossier: Dossier,
  pathOf: (place: number) => readonly string[],
  now: Instant,
): Promise<Judged> {
  const { id, objectIds, affected } = incident;
  const moved = openedOrMovedBy(before, dossier).filter(
    (one) => one.objectId !== null && objectIds.includes(one.objectId),
  );
  const named = await namedBy(work, incident, moved);
  const notifying = await notifyOwners(work, { id, isNew: before === null }, dossier, affected, pathOf, now);
  const shown = before === null ? [] : moved.flatMap(({ objectId }) => objectId ?? []);
  return {
    named,
    warnings: notifying.warnings,
    keep: () =>
      together([
        keepDossier(work, incident, dossier, named, now),
        notifying.keep(),
        work.objects.showToOwners(shown, [id]),
      ]),
  };
}

/** The entry about a delivery that became obsolete: it goes to who was no owner, or about what is not owed. */
export function deliveryDropped(
  incident: Pick<IncidentRow, "id" | "socId" | "objectIds">,
  { id, objectId, partyId }: Pick<DeliveryRow, "id" | "objectId" | "partyId">,
  at: Instant,
) {
  return {
    ...aboutObject(incident, { objectId, ownerIds: [partyId] }),
    act: "delivery.drop" as const,
    at,
    subject: id,
  };
}

/** Whether an owner is being notified of an object, or was: what became obsolete has notified nobody. */
export function isBegun(
  deliveries: readonly Pick<DeliveryRow, "objectId" | "partyId" | "state">[],
  id: string,
  ownerId: string,
): boolean {
  return deliveries.some(
    ({ objectId, partyId, state }) => objectId === id && partyId === ownerId && state !== "OBSOLETE",
  );
}

/**
 * What notifying the owners takes to whom R9.2 is owed for what an incident names, and nobody has begun to: theirs at the
 * confirmation, and their holders.
 */
export async function notifyOwners(
  work: Work,
  incident: { readonly id: string; readonly isNew: boolean },
  dossier: Dossier,
  affected: readonly AffectedObject[],
  pathOf: (place: number) => readonly string[],
  now: Instant,
): Promise<OwnerNotifying> {
  const begun = incident.isNew ? [] : await work.deliveries.ofIncidents([incident.id]);
  const owed = affected.flatMap(({ objectId: id }, place) => {
    const duty = dossier.obligations.find(({ objectId }) => objectId !== null && objectId === id);
    // Another owner is notified of what is still owed.
    const isFirst = !begun.some(({ objectId }) => objectId === id);
    // What it names and describes too is one object.
    const isNamedBefore = affected.findIndex(({ objectId }) => objectId === id) < place;
    if (id === null || !duty || duty.isVoid || isNamedBefore || !(isFirst || isOpen(duty))) return [];
    return [{ id, duty, place }];
  });
  const reached = await work.deliveries.channelsOf(owed.map(({ id, duty }) => ({ objectId: id, at: duty.startsAt })));
  const notices = owed.map(({ duty, place }, index) => {
    const both = reached[index] ?? [];
    const untold = both.filter(({ objectId, ownerId }) => !isBegun(begun, objectId, ownerId));
    return { duty, place, both, untold };
  });
  // That the owner or the holder can be notified, or is being notified, is enough.
  const warnings = notices.flatMap(({ duty, place, both, untold }) => {
    const channels = both.flatMap((owner) => owner.channels);
    const isCarried = channels.some((channel) => work.deliveries.carries(channel));
    const reach = { hasChannel: channels.length > 0, isCarried };
    return untold.length > 0 && isOpen(duty) ? warningsOfNotifying(reach, pathOf(place)) : [];
  });
  // The gateway knows no owner of what is only described: whoever described it does.
  const described = affected.flatMap((one, index) => {
    const key = objectKey(null, one.description);
    const duty = dossier.obligations.find(
      ({ objectDescription }) => objectDescription !== null && objectKey(null, objectDescription) === key,
    );
    return one.objectId === null && duty && isOpen(duty) ? warningOfDescribed([...pathOf(index)]) : [];
  });
  return {
    warnings: [...warnings, ...described],
    keep: () =>
      work.deliveries.open(
        notices.flatMap(({ untold }) => untold.map((owner) => ({ ...owner, incidentId: incident.id }))),
        now,
      ),
  };
}
