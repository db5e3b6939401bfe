import { judge, type Terms } from "../../domain/dossier.js";
import type { Instant } from "../../domain/instant.js";
import { isOpen } from "../../domain/obligations.js";
import { INCIDENTS_OF_A_CHANGE, judgeReach } from "../../domain/party-rules.js";
import type { Violation } from "../../domain/verdict.js";
import type { Work } from "../../operation/unit-of-work.js";
import { together } from "../../platform/database.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { About } from "../submissions/submissions.js";
import { aboutObject, keepDossier, ofOwner, openedBy } from "./dossier.js";
import type { IncidentRow } from "./incident.store.js";

/** What a change of an object has done to incidents. */
export interface ChangedDuties {
  readonly entries: readonly About[];
  /** The duties (R9.2) that it opened, or that are owed to another owner by it; earliest deadline first. */
  readonly duties: readonly ObligationRow[];
}

/**
 * Locks the incidents that a change of an object from `from` on may concern. They are locked before the object, as by every
 * statement that names it.
 */
export async function incidentsOfChange(
  work: Work,
  objectId: string,
  from: Instant,
): Promise<{ readonly incidents: readonly IncidentRow[]; readonly violations: readonly Violation[] }> {
  const found = await work.objects.incidentsSince(objectId, from, INCIDENTS_OF_A_CHANGE + 1);
  const violations = judgeReach(found.map(({ confirmedAt }) => confirmedAt));
  if (violations.length > 0) return { incidents: [], violations };
  const locked = await work.incidents.lockAll(found.map(({ id }) => id));
  return { incidents: locked.filter(({ retractedAt }) => retractedAt === null), violations };
}

/**
 * L9: judges locked incidents anew after a change of an object that they named: what is protected now opens R9.2, which is owed to
 * whose the object was at the confirmation. What has opened stays (L14). `owner`: the new owner, and from when on; null: the same.
 */
export async function judgeAnew(
  work: Work,
  incidents: readonly IncidentRow[],
  objectId: string,
  owner: { readonly id: string; readonly from: Instant } | null,
  terms: Terms,
  now: Instant,
): Promise<ChangedDuties> {
  const ids = incidents.map(({ id }) => id);
  const [duties, deliveries, owned] = await Promise.all([
    work.obligations.ofIncidents(ids),
    work.deliveries.ofIncidents(ids),
    work.objects.ownersOf([...new Set(incidents.flatMap(({ objectIds }) => objectIds))]),
  ]);
  const changed = await Promise.all(
    incidents.map(async (incident): Promise<About | null> => {
      const before = duties.filter(({ incidentId }) => incidentId === incident.id);
      const statements = await work.history.of(incident.id);
      const dossier = judge(statements, before, terms);
      const opened = openedBy({ ...dossier, obligations: before }, dossier);
      const duty = dossier.obligations.find((one) => one.objectId === objectId);
      const isOwners = owner !== null && (duty?.startsAt ?? incident.confirmedAt) >= owner.from;
      if (opened.length === 0 && !isOwners) return null;
      const isNamed = incident.objectIds.includes(objectId);
      const { ownerId, channels } = await work.deliveries.channelsOf(objectId, duty?.startsAt ?? incident.confirmedAt);
      const begun = deliveries.filter((one) => one.incidentId === incident.id && one.objectId === objectId);
      const isBegun = begun.some(({ partyId }) => partyId === ownerId);
      const unsent = begun.filter(({ partyId, state }) => partyId !== ownerId && state === "QUEUED");
      await together([
        keepDossier(
          work,
          incident,
          dossier,
          isNamed ? { objectIds: incident.objectIds, owners: [ofOwner(incident, objectId, ownerId, owned)] } : null,
          now,
        ),
        ...(isNamed && !isBegun && duty && isOpen(duty)
          ? [work.deliveries.open(incident.id, { id: objectId, ownerId }, channels, now)]
          : []),
        // Nobody is notified as the owner who was none.
        ...unsent.map(({ id }) => work.deliveries.change(id, "OBSOLETE", null)),
      ]);
      return { fact: "OBJECT_CHANGED", ...aboutObject(incident, { objectId, ownerId }) };
    }),
  );
  const entries = changed.filter((one) => one !== null);
  const concerned = entries.flatMap(({ incident }) => incident ?? []);
  await work.objects.showToOwners(objectId, concerned);
  const after = (await work.obligations.ofIncidents(concerned)).filter((one) => one.objectId === objectId);
  return { entries, duties: after.toSorted((a, b) => a.dueAt - b.dueAt) };
}
