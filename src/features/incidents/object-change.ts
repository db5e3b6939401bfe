import { judge, type Terms } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { isOpen, isSame } from "../../domain/obligations.js";
import type { Work } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import { together } from "../../platform/database.js";
import type { Logger } from "../../platform/logger.js";
import type { EntryDraft } from "../../journal/journal.store.js";
import type { Reached } from "../deliveries/delivery.store.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import { aboutObject, deliveryDropped, isBegun, keepDossier, ofOwner } from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";
import type { ObjectChangeRow } from "./object-change.store.js";

/** How many incidents are judged anew in one transaction: each is locked until its end. */
const PART = 50;

/** What a part of a change of an object has done to incidents. */
export interface JudgedPart {
  readonly isLast: boolean;
  /** The duties of the incidents that it concerns, as they were and as they are. */
  readonly before: readonly ObligationRow[];
  readonly after: readonly ObligationRow[];
  /** The duties (R9.2) that it opened or voided, or that are owed to another owner by it. */
  readonly duties: readonly ObligationRow[];
}

/**
 * L9: judges the next incidents anew after a change of an object that they named, and records how far that is. Null where all are
 * judged, or another gateway is at it. What is registered of the object is committed
 * before, so that whatever is said of an incident meanwhile is judged by it too, and judging once more changes nothing.
 */
export async function judgePart(work: Work, id: string, terms: Terms, now: Instant): Promise<JudgedPart | null> {
  const next = await work.objectChanges.next(id, PART);
  if (next === null) return null;
  const { change, incidentIds } = next;
  const isLast = incidentIds.length < PART;
  const locked = await work.incidents.lockAll(incidentIds);
  const incidents = locked.filter(({ retractedAt }) => retractedAt === null);
  const part = await judgeAnew(work, incidents, change, terms, now);
  await work.objectChanges.judged(change.id, isLast ? null : (incidentIds.at(-1) ?? null), now);
  return { isLast, ...part };
}

/** Logs why judging by a change ended before all incidents were; which any gateway goes on with. */
export function noteLeft(logger: Logger, error: unknown, change: string | null = null): void {
  if (!(error instanceof DatabaseAway))
    logger.warn({ err: error, change }, "judging by a changed object failed; it is tried again");
}

/** What is protected now opens R9.2, which is owed to whose the object was at the confirmation; what was not, never was (L23). */
async function judgeAnew(
  work: Work,
  incidents: readonly IncidentRow[],
  { objectId, since, isOfOwner }: ObjectChangeRow,
  terms: Terms,
  now: Instant,
): Promise<Omit<JudgedPart, "isLast">> {
  const ids = incidents.map(({ id }) => id);
  const [duties, deliveries, owned] = await Promise.all([
    work.obligations.ofIncidents(ids),
    work.deliveries.ofIncidents(ids),
    work.objects.ownersOf([...new Set(incidents.flatMap(({ objectIds }) => objectIds))]),
  ]);
  const judged = await Promise.all(
    incidents.map(async (incident) => {
      const before = duties.filter(({ incidentId }) => incidentId === incident.id);
      const dossier = judge(await work.history.of(incident.id), before, terms);
      const duty = dossier.obligations.find((one) => one.objectId === objectId);
      return { incident, before, dossier, duty, at: duty?.startsAt ?? incident.confirmedAt };
    }),
  );
  const reached = await work.deliveries.channelsOf(judged.map(({ at }) => ({ objectId, at })));
  const untold: (Reached & { readonly incidentId: string })[] = [];
  const changed = await Promise.all(
    judged.map(async ({ incident, before, dossier, duty, at }, index): Promise<EntryDraft[]> => {
      const isMoved = dossier.obligations.some((one) => one.isVoid !== before.find((old) => isSame(old, one))?.isVoid);
      const isOwners = isOfOwner && at >= since;
      const owners = reached[index] ?? [];
      const ownerIds = owners.map(({ ownerId }) => ownerId);
      const begun = deliveries.filter((one) => one.incidentId === incident.id && one.objectId === objectId);
      const isOwed = duty !== undefined && isOpen(duty);
      const isNamed = incident.objectIds.includes(objectId);
      const left = isNamed && isOwed ? owners.filter(({ ownerId }) => !isBegun(begun, objectId, ownerId)) : [];
      if (!isMoved && !isOwners && left.length === 0) return [];
      // Nobody is notified as the owner who was none, nor of what is not owed.
      const unsent = begun.filter(
        ({ partyId, state }) => state === "QUEUED" && (!ownerIds.includes(partyId) || duty?.isVoid),
      );
      untold.push(...left.map((owner) => ({ ...owner, incidentId: incident.id })));
      await together([
        keepDossier(
          work,
          incident,
          dossier,
          isNamed
            ? { objectIds: incident.objectIds, owners: ownerIds.map((id) => ofOwner(incident, objectId, id, owned)) }
            : null,
          now,
        ),
        ...unsent.map(({ id }) => work.deliveries.change(id, "OBSOLETE", null)),
      ]);
      const about = { act: "object.change", at: now, subject: objectId } as const;
      return [
        { ...about, fact: "OBJECT_CHANGED", ...aboutObject(incident, { objectId, ownerIds }) },
        ...unsent.map((one) => deliveryDropped(incident, one, now)),
      ];
    }),
  );
  const entries = changed.flat();
  const concerned = [...new Set(entries.flatMap(({ incident }) => incident ?? []))];
  if (concerned.length === 0) return { before: [], after: [], duties: [] };
  await together([work.deliveries.open(untold, now), work.objects.showToOwners([objectId], concerned)]);
  await work.record(entries);
  const after = await work.obligations.ofIncidents(concerned);
  return {
    before: duties.filter(({ incidentId }) => incidentId !== null && concerned.includes(incidentId)),
    after,
    duties: after.filter((one) => one.objectId === objectId),
  };
}
