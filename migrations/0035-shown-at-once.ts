import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was said of several objects is shown to their owners by one statement, however many they are. */
export class ShownAtOnce1764000000035 implements MigrationInterface {
  readonly name = "ShownAtOnce1764000000035";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function show_to_owners(uuid, uuid[]);
      -- What was said of these objects in these incidents is to be seen by the owners to whom R9.2 is owed; where it is owed to nobody,
      -- by the owner at the confirmation. For the national centre, and the SOC whose incidents they are.
      create function show_to_owners(objects uuid[], incidents uuid[]) returns void language sql volatile security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          with shown as materialized (
            select i.id as incident_id, o.id as object_id, coalesce(b.owner_id, owner_at(o.id, i.confirmed_at)) as owner_id
            from incident i cross join unnest(objects) as o (id)
              left join obligation b on b.incident_id = i.id and b.kind = 'NOTIFY_OWNER' and b.object_id = o.id
            where i.id = any (incidents) and (dabyl_sees() = 'EVERYTHING' or dabyl_sees() = 'SOC' and i.soc_id = dabyl_party())
          )${SAID.map(
            (table) => `, in_${table} as (
            update ${table} t set owner_ids = t.owner_ids || array(
              select distinct s.owner_id from shown s
              where s.incident_id = t.incident_id and s.object_id = any (t.object_ids) and s.owner_id <> all (t.owner_ids))
            where t.incident_id = any (incidents) and exists (
              select from shown s
              where s.incident_id = t.incident_id and s.object_id = any (t.object_ids) and s.owner_id <> all (t.owner_ids)))`,
          ).join("")}
          select
        $$;
      revoke execute on function show_to_owners(uuid[], uuid[]) from public;
      grant execute on function show_to_owners(uuid[], uuid[]) to dabyl_gateway;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** Statements about an incident that an owner sees by its objects. */
const SAID = [
  "incident_report",
  "incident_card",
  "severity_review",
  "confirmation_correction",
  "retraction",
  "retraction_decision",
];
