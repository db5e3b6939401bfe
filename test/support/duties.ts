import { instant, toIso, type Instant } from "../../src/domain/instant.js";
import type { Obligation } from "../../src/domain/obligations.js";
import { newId } from "../../src/platform/identity.js";
import type { TestDatabase } from "./database.js";
import { unique } from "./person.js";

/** A duty and the inner id of the SOC that owes it. */
export interface OwedDuty {
  readonly socId: string;
  readonly duty: Obligation;
  /** Whether its incident was retracted. */
  readonly isRetracted?: boolean;
  /** The inner id of its incident, for duties of one; each has its own otherwise. */
  readonly incidentId?: string;
  /** The inner id of the group of dossiers with which that was linked. */
  readonly groupId?: string | null;
}

/**
 * Inserts duties directly into the tables, each about an incident of its own unless it names one: in any state, even one that no
 * submission leads to.
 */
export async function putDuties(database: TestDatabase, owed: readonly OwedDuty[]): Promise<void> {
  const text = (at: Instant | null): string | null => (at === null ? null : toIso(at));
  const rows = owed.map(({ socId, duty, isRetracted = false, incidentId = newId(instant(0)), groupId = null }) => ({
    id: newId(instant(0)),
    incident_id: incidentId,
    group_id: groupId,
    number: unique("DUTY"),
    soc_id: socId,
    kind: duty.kind,
    rule: duty.rule,
    starts_at: toIso(duty.startsAt),
    due_at: toIso(duty.dueAt),
    discharged_at: text(duty.dischargedAt),
    met_by: duty.metBy,
    waived_at: text(duty.waivedAt),
    is_retracted: isRetracted,
  }));
  await database.asOwner(
    `with owed as (
       select * from jsonb_to_recordset($1::jsonb) as r (id uuid, incident_id uuid, group_id uuid, number text, soc_id uuid, kind text, rule text,
         starts_at timestamptz, due_at timestamptz, discharged_at timestamptz, met_by text, waived_at timestamptz,
         is_retracted boolean)
     ), about as (
       insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
       select distinct on (incident_id) incident_id, number, soc_id, '[{"objectId": null, "code": null, "description": "A network", "kinds": null, "ownerName": null}]', 'OTHER', starts_at, starts_at, 0 from owed
     ), linked as (
       insert into same_incident (incident_id, group_id)
       select distinct incident_id, group_id from owed where group_id is not null
     )
     insert into obligation (id, incident_id, object_description, obligor_id, kind, rule, starts_at, due_at, discharged_at, met_by,
       waived_at, is_retracted)
     select id, incident_id, number, soc_id, kind, rule, starts_at, due_at, discharged_at, met_by, waived_at, is_retracted from owed`,
    [JSON.stringify(rows)],
  );
}

/** Deletes every duty and incident; for worlds that contain nothing but `putDuties`. */
export async function clearDuties(database: TestDatabase): Promise<void> {
  await database.asOwner("delete from obligation");
  await database.asOwner("delete from same_incident");
  await database.asOwner("delete from incident");
}
