import type { MigrationInterface, QueryRunner } from "typeorm";

/** What an object is, and whose, is corrected at any time, however many incidents name it: they are judged part by part. */
export class Registers1764000000024 implements MigrationInterface {
  readonly name = "Registers1764000000024";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(OWNERS);
    await runner.query(CONCERNED);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const CHANGES = `
-- A change of what an object is, or whose, and how far the incidents that it concerns have been judged anew.
create table object_change (
  id uuid primary key,
  object_id uuid not null references protected_object,
  -- From when on it holds.
  since timestamptz not null,
  is_of_owner boolean not null,
  -- The last incident that was judged, and when; the smallest id before the first.
  judged_up_to uuid not null,
  judged_at timestamptz not null,
  is_judged boolean not null default false
);
create index object_change_not_judged on object_change (judged_at) where not is_judged;
alter table object_change enable row level security;
alter table object_change force row level security;
create policy house on object_change to current_user using (true);
create policy scope on object_change using (case (select dabyl_sees())
  when 'EVERYTHING' then true when 'SOC' then false when 'OWNER' then false else false end);
grant select, insert, update on object_change to dabyl_gateway;
`;

const OWNERS = `
-- Whose an object was at a moment; before anybody's is known, its first owner's. What was registered in error has no time left.
create or replace function owner_at(object uuid, moment timestamptz) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.owner_id from ownership w where w.object_id = object
    order by w.starts_at <= moment and (w.ends_at is null or moment < w.ends_at) desc,
      (w.ends_at is null or w.starts_at < w.ends_at) desc, w.ordinal limit 1
  $$;
-- The ownerships that a SOC knows: of the time in which it covered the object.
create or replace function ownerships_known_to(soc uuid) returns table (object_id uuid, ordinal int) language sql stable
  security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select w.object_id, w.ordinal from coverage c join ownership w on w.object_id = c.object_id
      and w.starts_at < coalesce(c.ends_at, 'infinity') and c.starts_at < coalesce(w.ends_at, 'infinity')
      and w.starts_at < coalesce(w.ends_at, 'infinity')
    where c.soc_id = soc
  $$;
`;

const CONCERNED = `
drop function incidents_since(uuid, timestamptz);
-- Incidents beyond one that ever named an object and owe something, by a confirmation since then that was declared at any time:
-- duties may run from an earlier or a later one than the one that counts. By id, at most so many.
create function incidents_since(object uuid, since timestamptz, beyond uuid, part int) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select i.id from incident i
    where dabyl_sees() = 'EVERYTHING' and i.retracted_at is null and i.id > beyond and i.id in (
        select r.incident_id from incident_report r where r.object_ids && array[object]
        union select c.incident_id from incident_card c where c.object_ids && array[object]
      ) and exists (select from obligation o where o.incident_id = i.id)
      and (i.confirmed_at >= since
        or exists (select from incident_report r where r.incident_id = i.id and r.confirmed_at >= since)
        or exists (select from incident_card c where c.incident_id = i.id and c.confirmed_at >= since)
        or exists (select from confirmation_correction c where c.incident_id = i.id and c.confirmed_at >= since))
    order by i.id limit part
  $$;
revoke execute on function incidents_since(uuid, timestamptz, uuid, int) from public;
grant execute on function incidents_since(uuid, timestamptz, uuid, int) to dabyl_gateway;
`;
