import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What an object is, and whose, holds from an instant that may be past; SOCs and objects end and are replaced. R9.2 is owed to the
 * owner at the confirmation.
 */
export class PartiesInTime1764000000018 implements MigrationInterface {
  readonly name = "PartiesInTime1764000000018";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDS);
    await runner.query(OWNERS);
    await runner.query(NAMING);
    await runner.query(JUDGED_ANEW);
    for (const [table, { soc, owner }] of Object.entries(POLICIES))
      await runner.query(`drop policy scope on ${table};
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const ENDS = `
-- From ended_at on it exists no more; what it was and did stays. The reasons are in the journal.
alter table party add column ended_at timestamptz, add column replaced_by uuid references party,
  add check (replaced_by is null or ended_at is not null);
alter table protected_object add column ended_at timestamptz, add column replaced_by uuid references protected_object,
  add check (replaced_by is null or ended_at is not null);
`;

const OWNERS = `
-- Whose an object was at a moment; before anybody's is known, its first owner's.
create function owner_at(object uuid, moment timestamptz) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.owner_id from ownership w where w.object_id = object
    order by w.starts_at <= moment and (w.ends_at is null or moment < w.ends_at) desc, w.ordinal limit 1
  $$;
-- The present owners of objects; with them those at a moment to whom R9.2 opens for the objects named last.
drop function owners_of(uuid[]);
create function owners_of(objects uuid[], opening uuid[], moment timestamptz) returns table (owner_id uuid, object_ids uuid[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select o.owner_id, array_agg(o.id) from (
      select p.owner_id, p.id from protected_object p where p.id = any (objects)
      union select owner_at(n, moment), n from unnest(opening) as n
    ) o group by o.owner_id
  $$;
drop function owner_of(uuid);
-- Another owner is notified as well.
drop index delivery_of_incident;
create unique index delivery_of_incident on delivery (incident_id, object_id, party_id, channel) nulls not distinct
  where incident_id is not null;
drop function owner_channels(uuid);
-- Whose an object was at a moment, with each channel through which that owner can be notified; null where there is none.
create function owner_channels(object uuid, moment timestamptz) returns table (owner_id uuid, channel text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select o.id, c.channel from owner_at(object, moment) as o (id) left join lateral (
      select 'EMAIL' as channel from party p where p.id = o.id and p.email is not null
      union all
      select 'WEBHOOK' from webhook w where w.party_id = o.id and w.secret is not null
    ) c on true
  $$;
-- The ownerships that a SOC knows: of the time in which it covered the object.
create function ownerships_known_to(soc uuid) returns table (object_id uuid, ordinal int) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.object_id, w.ordinal from coverage c join ownership w on w.object_id = c.object_id
      and w.starts_at < coalesce(c.ends_at, 'infinity') and c.starts_at < coalesce(w.ends_at, 'infinity')
    where c.soc_id = soc
  $$;
revoke execute on function owner_at(uuid, timestamptz), owners_of(uuid[], uuid[], timestamptz), owner_channels(uuid, timestamptz),
  ownerships_known_to(uuid) from public;
grant execute on function owner_at(uuid, timestamptz), owners_of(uuid[], uuid[], timestamptz), owner_channels(uuid, timestamptz),
  ownerships_known_to(uuid) to dabyl_gateway;
`;

const NAMING = `
drop function objects_named(uuid, timestamptz[], uuid[], text[], text[]);
-- What whoever names an object has to know of it: any registered one may be named (F7), and its owner is to be notified. Until the
-- statement is committed nobody changes what the object is: who changes it judges all statements anew that name it.
create function objects_named(soc uuid, instants timestamptz[], ids uuid[], codes text[], descriptions text[])
  returns table (ordinal int, id uuid, code text, is_covered boolean, is_registered_name boolean, protected_in jsonb,
    ended_at timestamptz, successor text)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select from protected_object o where o.id = any (ids) or o.code = any (select upper(n) from unnest(codes) as n)
      order by o.id for key share;
    select n.ordinal::int, o.id, o.code,
      exists (select from coverage c cross join unnest(instants) as i (at) where c.object_id = o.id and c.soc_id = soc
        and c.starts_at <= i.at and (c.ends_at is null or c.ends_at > i.at)),
      exists (select from protected_object p where lower(p.code) = lower(btrim(n.description, ' .')))
        or exists (select from protected_object p where lower(p.name) = lower(btrim(n.description, ' .'))),
      protection_of(o.id), o.ended_at, (select s.code from protected_object s where s.id = o.replaced_by)
    from unnest(ids, codes, descriptions) with ordinality as n (id, code, description, ordinal)
      left join protected_object o on o.id = coalesce(n.id, (select c.id from protected_object c where c.code = upper(n.code)))
    order by n.ordinal
  $$;
revoke execute on function objects_named(uuid, timestamptz[], uuid[], text[], text[]) from public;
grant execute on function objects_named(uuid, timestamptz[], uuid[], text[], text[]) to dabyl_gateway;
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

const JUDGED_ANEW = `
-- Serve the incidents that ever named an object.
create index incident_report_by_object on incident_report using gin (object_ids);
create index incident_card_by_object on incident_card using gin (object_ids);
-- Incidents that ever named an object and may owe its owner by a confirmation since then, the latest first. One that counts before
-- the terms were in force may hide one that does not (L15).
create function incidents_since(object uuid, since timestamptz) returns table (id uuid, confirmed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select i.id, i.confirmed_at from incident i
    where dabyl_sees() = 'EVERYTHING' and i.retracted_at is null and (i.confirmed_at >= since or i.is_before_terms) and i.id in (
      select r.incident_id from incident_report r where r.object_ids && array[object]
      union select c.incident_id from incident_card c where c.object_ids && array[object]
    ) order by i.confirmed_at desc, i.id
  $$;
-- What was said of an object in these incidents is its owner's to see whose it was at the confirmation, though the gateway was
-- told so later.
create function show_to_owners(object uuid, incidents uuid[]) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    ${SAID.map(
      (table) => `update ${table} t set owner_ids = t.owner_ids || owner_at(object, i.confirmed_at) from incident i
      where dabyl_sees() = 'EVERYTHING' and i.id = any (incidents) and t.incident_id = i.id and object = any (t.object_ids)
        and owner_at(object, i.confirmed_at) <> all (t.owner_ids);`,
    ).join("\n    ")}
  $$;
revoke execute on function incidents_since(uuid, timestamptz), show_to_owners(uuid, uuid[]) from public;
grant execute on function incidents_since(uuid, timestamptz), show_to_owners(uuid, uuid[]) to dabyl_gateway;
`;

const POLICIES = {
  object_kinds: {
    soc: "object_id in (select objects_covered_by(dabyl_party()))",
    owner: "object_id in (select objects_owned_by(dabyl_party()))",
  },
  ownership: {
    soc: "(object_id, ordinal) in (select k.object_id, k.ordinal from ownerships_known_to(dabyl_party()) k)",
    owner: "owner_id = (select dabyl_party())",
  },
};
