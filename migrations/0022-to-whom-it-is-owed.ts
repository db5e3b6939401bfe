import type { MigrationInterface, QueryRunner } from "typeorm";

/** R9.2 is met by who was told: the owner at the confirmation, or whom the register named when it was told (L8). */
export class ToWhomItIsOwed1764000000022 implements MigrationInterface {
  readonly name = "ToWhomItIsOwed1764000000022";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the register named who was told as the object's owner at that moment. Until now it was changed for the present alone.
      alter table owner_notification add column was_owner boolean;
      alter table owner_acknowledgement add column was_owner boolean;
      alter table delivery add column was_owner boolean;
      update owner_notification set was_owner = owner_at(object_id, notified_at) = owner_id
        where object_id is not null and owner_id is not null;
      update owner_acknowledgement set was_owner = owner_at(object_id, received_at) = owner_id;
      update delivery set was_owner = owner_at(object_id, accepted_at) = party_id
        where accepted_at is not null and object_id is not null;
      -- Who was told of an object, as the rules see it: when that was the owner, and whether it was named as such when told.
      create function told_as(object uuid, party uuid, was_owner boolean) returns jsonb language sql stable security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          select case when party is not null then jsonb_build_object('wasOwner', coalesce(was_owner, false), 'ownedIn', (
            select coalesce(jsonb_agg(jsonb_build_object(
              -- Before anybody's is known, it is its first owner's.
              'from', case when isfinite(w.starts_at) and w.ordinal > 1 then (extract(epoch from w.starts_at) * 1000)::int8 end,
              'until', (extract(epoch from w.ends_at) * 1000)::int8) order by w.ordinal), '[]')
            from ownership w where w.object_id = object and w.owner_id = party)) end
        $$;
      -- Who judges an incident waits for who changes an object that it ever named, and is waited for.
      create function hold_objects(of_incident uuid) returns void language sql volatile security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          select from protected_object o where o.id in (
            select unnest(r.object_ids) from incident_report r where r.incident_id = of_incident
            union select unnest(c.object_ids) from incident_card c where c.incident_id = of_incident
            union select l.object_id from object_link l where l.incident_id = of_incident
          ) order by o.id for key share
        $$;
      revoke execute on function told_as(uuid, uuid, boolean), hold_objects(uuid) from public;
      grant execute on function told_as(uuid, uuid, boolean), hold_objects(uuid) to dabyl_gateway;
      -- What was said of an object in these incidents is to be seen by the owner to whom R9.2 is owed; where it is owed to nobody, by
      -- the owner at the confirmation. For the national centre, and the SOC whose incidents they are.
      create or replace function show_to_owners(object uuid, incidents uuid[]) returns void language sql volatile security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          ${SAID.map(
            (table) => `update ${table} t set owner_ids = t.owner_ids || s.owner_id from (
              select i.id, coalesce(b.owner_id, owner_at(object, i.confirmed_at)) as owner_id
              from incident i left join obligation b on b.incident_id = i.id and b.kind = 'NOTIFY_OWNER' and b.object_id = object
              where i.id = any (incidents) and (dabyl_sees() = 'EVERYTHING' or dabyl_sees() = 'SOC' and i.soc_id = dabyl_party())
            ) s where t.incident_id = s.id and object = any (t.object_ids) and s.owner_id <> all (t.owner_ids);`,
          ).join("\n          ")}
        $$;
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
