import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * R9.2 names the owner or the holder of an object. Both may be registered: each is notified and sees the incidents, and telling
 * either meets the duty.
 */
export class Holders1764000000040 implements MigrationInterface {
  readonly name = "Holders1764000000040";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(REGISTER);
    await runner.query(SEEN);
    await runner.query(SHOWN);
    for (const [table, owner] of Object.entries(POLICIES))
      await runner.query(`drop policy scope on ${table};
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${SOCS[table as keyof typeof POLICIES]} when 'OWNER' then ${owner} else false end)`);
    await runner.query(`drop function socs_known_to(uuid)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const COLUMNS = `
-- As what a party has an object. Each object has one owner at a time, and may have one holder.
alter table ownership add column capacity text not null default 'OWNER' check (capacity in ('OWNER', 'HOLDER'));
drop index ownership_current;
create unique index ownership_current on ownership (object_id, capacity) where ends_at is null;
alter table protected_object add column holder_id uuid references party, add check (holder_id <> owner_id);
create index protected_object_by_holder on protected_object (holder_id) where holder_id is not null;
-- Beside the owner: to whom R9.2 is owed as well, of whom it was said.
alter table obligation add column holder_id uuid references party, add check (holder_id <> owner_id);
alter table owner_notification add column holder_id uuid references party;
alter table waiver add column holder_id uuid references party;
create index obligation_due_of_holder on obligation (holder_id, due_at, id) where holder_id is not null;
drop index obligation_timeliness;
create index obligation_timeliness on obligation (obligor_id, rule, starts_at)
  include (due_at, discharged_at, waived_at, met_by, is_retracted, owner_id, holder_id, is_void, incident_id);
`;

const REGISTER = `
create or replace function owner_at(object uuid, moment timestamptz) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.owner_id from ownership w where w.object_id = object and w.capacity = 'OWNER'
    order by w.starts_at <= moment and (w.ends_at is null or moment < w.ends_at) desc,
      (w.ends_at is null or w.starts_at < w.ends_at) desc, w.ordinal limit 1
  $$;
-- Who held an object at a moment beside its owner; null where nobody did, or nobody was registered. A holder that is registered as
-- the owner of that time too was no second party.
create function holder_at(object uuid, moment timestamptz) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.owner_id from ownership w where w.object_id = object and w.capacity = 'HOLDER'
      and w.starts_at <= moment and (w.ends_at is null or moment < w.ends_at) and w.owner_id <> owner_at(object, moment)
  $$;
-- The owner of an object at a moment, and its holder.
create function owner_and_holder_at(object uuid, moment timestamptz) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select owner_at(object, moment) union select h from holder_at(object, moment) as h where h is not null
  $$;
create or replace function owners_at(object uuid, moments timestamptz[]) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select distinct p from unnest(moments) as m cross join owner_and_holder_at(object, m) as p $$;
create or replace function owners_of(objects uuid[], opening uuid[], moment timestamptz)
  returns table (owner_id uuid, object_ids uuid[]) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select o.owner_id, array_agg(o.id) from (
      select p.owner_id, p.id from protected_object p where p.id = any (objects)
      union select p.holder_id, p.id from protected_object p where p.id = any (objects) and p.holder_id is not null
      union select w, n from unnest(opening) as n cross join owner_and_holder_at(n, moment) as w
    ) o group by o.owner_id
  $$;
-- Whose an object was at a moment, each with each channel through which it can be notified; null where there is none.
drop function owner_channels(uuid, timestamptz);
create function owner_channels(object uuid, moment timestamptz) returns table (owner_id uuid, is_holder boolean, channel text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select o.id, o.is_holder, c.channel
    from (select owner_at(object, moment), false union all
      select h, true from holder_at(object, moment) as h where h is not null) as o (id, is_holder)
      left join lateral (
        select 'EMAIL' as channel from party p where p.id = o.id and p.email is not null
        union all
        select 'WEBHOOK' from webhook w where w.party_id = o.id and w.secret is not null
      ) c on true
  $$;
-- Who was told of an object, as the rules see it: when one of these was its owner or holder, and whether one was named as such when
-- told.
drop function told_as(uuid, uuid, boolean);
create function told_as(object uuid, parties uuid[], was_owner boolean) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select case when array_remove(parties, null) <> '{}' then jsonb_build_object('wasOwner', coalesce(was_owner, false), 'ownedIn', (
      select coalesce(jsonb_agg(jsonb_build_object(
        -- Before anybody's is known, it is its first owner's.
        'from', case when isfinite(w.starts_at) and (w.capacity = 'HOLDER' or w.ordinal > 1)
          then (extract(epoch from w.starts_at) * 1000)::int8 end,
        'until', (extract(epoch from w.ends_at) * 1000)::int8) order by w.ordinal), '[]')
      from ownership w where w.object_id = object and w.owner_id = any (parties))) end
  $$;
revoke execute on function holder_at(uuid, timestamptz), owner_and_holder_at(uuid, timestamptz),
  owner_channels(uuid, timestamptz), told_as(uuid, uuid[], boolean) from public;
grant execute on function holder_at(uuid, timestamptz), owner_and_holder_at(uuid, timestamptz),
  owner_channels(uuid, timestamptz), told_as(uuid, uuid[], boolean) to dabyl_gateway;
`;

const SEEN = `
create or replace function objects_owned_by(party uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select id from protected_object where owner_id = party or holder_id = party $$;
create or replace function object_codes_of(duties uuid[]) returns table (obligation_id uuid, code text) language sql stable
  security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select o.id, p.code from obligation o join protected_object p on p.id = o.object_id
    where o.id = any (duties) and case dabyl_sees() when 'EVERYTHING' then true when 'SOC' then o.obligor_id = dabyl_party()
      when 'OWNER' then dabyl_party() in (o.owner_id, o.holder_id) else false end
  $$;
-- The SOCs that an owner or holder knows, and who has, or had, one of its objects beside it.
create function parties_known_to(owner uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select c.soc_id from coverage c where c.id in (select coverage_known_to(owner))
    union
    select s.id from party s where s.kind = 'SOC' and exists (select from owner_incident i where i.owner_id = owner and i.soc_id = s.id)
    union
    select other.owner_id from ownership own join ownership other on other.object_id = own.object_id
      and other.capacity <> own.capacity and greatest(own.starts_at, other.starts_at) < least(own.ends_at, other.ends_at, 'infinity')
    where own.owner_id = owner
  $$;
revoke execute on function parties_known_to(uuid) from public;
grant execute on function parties_known_to(uuid) to dabyl_gateway;
`;

/** Statements about an incident that an owner sees by its objects. */
const SAID = [
  "incident_report",
  "incident_card",
  "severity_review",
  "confirmation_correction",
  "retraction",
  "retraction_decision",
];

/** What was shown to whom R9.2 is owed, or to whose it was when it was said: to both of them. */
const SHOWN = `
create or replace function show_to_owners(objects uuid[], incidents uuid[]) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    with shown as materialized (
      select i.id as incident_id, o.id as object_id, p.id as owner_id
      from incident i cross join unnest(objects) as o (id)
        left join obligation b on b.incident_id = i.id and b.kind = 'NOTIFY_OWNER' and b.object_id = o.id
        cross join lateral (
          select p from unnest(array[b.owner_id, b.holder_id]) as p where p is not null
          union select p from owner_and_holder_at(o.id, i.confirmed_at) as p where b.owner_id is null
        ) as p (id)
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
create or replace function name_linked_object(of_incident uuid, submissions uuid[], object uuid) returns void language sql
  volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$${SAID.slice(0, 4)
    .map(
      (table) => `
    update ${table} t set object_ids = array_append(array_remove(object_ids, object), object),
        owner_ids = owner_ids || array(select p from owner_and_holder_at(object, received_at) as p where p <> all (t.owner_ids))
      where incident_id = of_incident and dabyl_sees() = 'EVERYTHING' and submission_id = any (submissions)`,
    )
    .join(";")}
  $$;
`;

const PARTY = "(select dabyl_party())";
const OF_A_SEEN_INCIDENT = (table: string): string => `(select true from incident i where i.id = ${table}.incident_id)`;

/** What an owner or holder sees. */
const POLICIES = {
  obligation: `owner_id = ${PARTY} or holder_id = ${PARTY}`,
  owner_notification: `owner_id = ${PARTY} or holder_id = ${PARTY}`,
  waiver: `(owner_id = ${PARTY} or holder_id = ${PARTY}) and (select true from obligation o where o.id = waiver.obligation_id)`,
  protected_object: `owner_id = ${PARTY} or holder_id = ${PARTY}`,
  party: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select parties_known_to(dabyl_party()))`,
};

/** What a SOC sees of the same tables, as before. */
const SOCS: Readonly<Record<keyof typeof POLICIES, string>> = {
  obligation: `obligor_id = ${PARTY}`,
  owner_notification: OF_A_SEEN_INCIDENT("owner_notification"),
  waiver: `(select true from obligation o where o.id = waiver.obligation_id)`,
  protected_object: `id in (select objects_covered_by(dabyl_party()))`,
  party: `kind = 'NATIONAL_CENTRE' or id = ${PARTY} or id in (select owners_known_to(dabyl_party()))`,
};
