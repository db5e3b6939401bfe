import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What a SOC confirms decides: incidents, analyses and denials answer any number of notifications. What met a duty is kept with it,
 * a duty may have been met by another way, and owners see the duties toward themselves alone.
 */
export class WhatASocConfirms1764000000014 implements MigrationInterface {
  readonly name = "WhatASocConfirms1764000000014";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query(DUTIES);
    await runner.query(KINDS);
    await runner.query(OBJECTS);
    await runner.query(PLACES);
    for (const [table, { soc, owner }] of Object.entries(OF_SEVERAL_OWNERS))
      await runner.query(`create policy scope on ${table} using (case (select dabyl_sees())
        when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`);
    for (const [table, { soc, owner }] of Object.entries(POLICIES))
      await runner.query(`alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy house on ${table} to current_user using (true);
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const LINKS = `
-- The notifications that led to an incident (R9.4 to R9.6). Links are only added.
create table incident_notification (
  incident_id uuid not null references incident,
  notification_id uuid not null references notification,
  submission_id uuid references submission,
  linked_at timestamptz not null,
  primary key (incident_id, notification_id)
);
create index incident_notification_by_notification on incident_notification (notification_id, linked_at);
insert into incident_notification (incident_id, notification_id, linked_at)
  select id, notification_id, received_at from incident where notification_id is not null;
alter table incident drop column notification_id;
alter table owner_incident drop column notification_id;

-- An analysis and a denial may answer several notifications.
create table analysis_notification (
  analysis_id uuid not null references analysis,
  notification_id uuid not null references notification,
  primary key (analysis_id, notification_id)
);
create index analysis_notification_by_notification on analysis_notification (notification_id);
insert into analysis_notification (analysis_id, notification_id) select id, notification_id from analysis;
alter table analysis drop column notification_id;
create table denial_notification (
  denial_id uuid not null references denial,
  notification_id uuid not null references notification,
  primary key (denial_id, notification_id)
);
create index denial_notification_by_notification on denial_notification (notification_id);
insert into denial_notification (denial_id, notification_id) select id, notification_id from denial;
alter table denial drop column notification_id;
`;

const DUTIES = `
-- A duty is about an incident, or about a notification, or (R9.6) about the card of an incident that a notification led to.
alter table obligation drop constraint obligation_check,
  add check (num_nonnulls(incident_id, notification_id) >= 1),
  -- R9.2: what it harmed, where that is not registered.
  add column object_description text,
  add column met_by text,
  -- F25: closed by its SOC, until the incident names the object again.
  add column is_closed_by_soc boolean not null default false,
  -- Duties of a retracted incident are neither kept nor broken: the incident never was (L18).
  add column is_retracted boolean not null default false;
drop index obligation_of_incident;
drop index obligation_of_notification;
create unique index obligation_same on obligation (incident_id, notification_id, obligor_id, rule, object_id, object_description)
  nulls not distinct;
create index obligation_of_notification on obligation (notification_id, obligor_id) where notification_id is not null;
drop index obligation_answer;
create index obligation_answer on obligation (due_at, id) where notification_id is not null;
update obligation o set met_by = case o.kind
    when 'NOTIFY_CENTRE' then case when exists (select 1 from incident_report r where r.incident_id = o.incident_id)
      then 'REPORT' else 'CARD' end
    when 'NOTIFY_OWNER' then 'SOC_STATEMENT' when 'SUBMIT_CARD' then 'CARD' when 'REVIEW_SEVERITY' then 'REVIEW'
    else 'ANALYSIS' end
  where o.discharged_at is not null;
update obligation o set is_retracted = true from incident i where i.id = o.incident_id and i.retracted_at is not null;
-- How a SOC stands toward the centre is not its owners' concern.
update obligation set owner_id = null where object_id is null;
drop index obligation_timeliness;
create index obligation_timeliness on obligation (obligor_id, rule, starts_at)
  include (due_at, discharged_at, waived_at, met_by, is_retracted, owner_id);

-- What reached the national centre by another way than through the gateway (paragraph 13).
create table received_otherwise (
  id uuid primary key,
  obligation_id uuid not null references obligation,
  submission_id uuid not null references submission,
  channel text not null,
  received_at timestamptz not null,
  received_by text not null,
  reason text not null,
  recorded_at timestamptz not null
);
create index received_otherwise_by_obligation on received_otherwise (obligation_id);
`;

const KINDS = `
-- Of which kinds an object was, from when (included) to when (not included): R9.2 goes by those at the confirmation (L9).
create table object_kinds (
  object_id uuid not null references protected_object,
  ordinal int not null,
  kinds text[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (object_id, ordinal)
);
create unique index object_kinds_current on object_kinds (object_id) where ends_at is null;
insert into object_kinds (object_id, ordinal, kinds, starts_at) select id, 1, kinds, '-infinity' from protected_object;
-- When an object was protected: whoever names it has to know, whether it is in scope or not.
create function protection_of(object uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select coalesce(jsonb_agg(jsonb_build_object(
      'from', case when isfinite(starts_at) then (extract(epoch from starts_at) * 1000)::int8 end,
      'until', (extract(epoch from ends_at) * 1000)::int8) order by ordinal), '[]')
    from object_kinds where object_id = object and cardinality(kinds) > 0
  $$;
revoke execute on function protection_of(uuid) from public;
grant execute on function protection_of(uuid) to dabyl_gateway;
`;

const SAID = [
  "incident_report",
  "incident_card",
  "severity_review",
  "confirmation_correction",
  "retraction",
  "retraction_decision",
];

/** An incident harms any number of objects, registered or not, of any number of owners. */
const OBJECTS = `
${[...SAID, "journal"].map((table) => `drop policy scope on ${table};`).join("\n")}
${SAID.map(
  (table) => `
alter table ${table} add column object_ids uuid[] not null default '{}', add column owner_ids uuid[] not null default '{}';
update ${table} set object_ids = array_remove(array[object_id], null), owner_ids = array_remove(array[owner_id], null);
alter table ${table} drop column object_id, drop column owner_id;`,
).join("")}
${["incident", "incident_report", "incident_card"]
  .map(
    (table) => `
alter table ${table} add column affected jsonb not null default '[]';
update ${table} t set affected = jsonb_build_array(jsonb_build_object('objectId', o.id, 'code', o.code,
  'description', t.object_description, 'kinds', null, 'ownerName', null))
  from (select null::uuid as id, null::text as code union all select id, code from protected_object) o
  where o.id is not distinct from ${table === "incident" ? "t.object_id" : "t.object_ids[1]"};
alter table ${table} drop column object_description;`,
  )
  .join("")}
alter table incident add column object_ids uuid[] not null default '{}';
update incident set object_ids = array_remove(array[object_id], null);
drop index incident_newest_of_object;
alter table incident drop column object_id;
-- Serves the filter by object of the lists of incidents and duties. An overlap is not leakproof, and so never looked up in an index
-- under row-level security: this function, which gives nobody more than it sees, looks it up.
create index incident_by_object on incident using gin (object_ids);
create function incidents_naming(objects uuid[]) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select id from incident where object_ids && objects
      and case dabyl_sees() when 'EVERYTHING' then true when 'SOC' then soc_id = dabyl_party() else false end
  $$;
alter table owner_incident add column object_ids uuid[] not null default '{}', add column affected jsonb not null default '[]';
update owner_incident c set object_ids = array[c.object_id],
  affected = jsonb_build_array(jsonb_build_object('objectId', o.id, 'code', o.code, 'description', null, 'kinds', null,
    'ownerName', null))
  from protected_object o where o.id = c.object_id;
alter table owner_incident drop column object_id, drop column object_description;
-- Serves which SOCs an owner knows: each is looked for, instead of reading all of the owner's incidents.
create index owner_incident_by_soc on owner_incident (owner_id, soc_id);
create or replace function socs_known_to(owner uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select c.soc_id from coverage c where c.id in (select coverage_known_to(owner))
    union
    select s.id from party s where s.kind = 'SOC' and exists (select from owner_incident i where i.owner_id = owner and i.soc_id = s.id)
  $$;
alter table owner_notification alter column object_id drop not null, add column object_description text;

alter table journal add column object_ids uuid[] not null default '{}', add column owner_ids uuid[] not null default '{}';
update journal set object_ids = array_remove(array[object_id], null), owner_ids = array_remove(array[owner_id], null);
alter table journal drop column object_id, drop column owner_id;
create or replace function journal_owner() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  body jsonb := new.body::jsonb;
begin
  -- An entry that waited for its place since before this release names one of each.
  new.object_ids := array(select jsonb_array_elements_text(coalesce(body -> 'objects', jsonb_build_array(body -> 'object'))))::uuid[];
  new.owner_ids := array(select jsonb_array_elements_text(coalesce(body -> 'owners', jsonb_build_array(body -> 'owner'))))::uuid[];
  new.object_ids := array_remove(new.object_ids, null);
  new.owner_ids := array_remove(new.owner_ids, null);
  return new;
end
$$;
-- Serve the comparison of a description with the codes and names of registered objects.
create index protected_object_by_lower_code on protected_object (lower(code));
create index protected_object_by_lower_name on protected_object (lower(name));
-- What whoever names an object has to know of it: any registered one may be named (F7), and its owner is to be notified.
create function objects_named(soc uuid, instants timestamptz[], ids uuid[], codes text[], descriptions text[])
  returns table (ordinal int, id uuid, code text, owner_id uuid, is_protected boolean, is_covered boolean,
    is_registered_name boolean, protected_in jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select n.ordinal::int, o.id, o.code, o.owner_id, coalesce(cardinality(o.kinds) > 0, false),
      exists (select from coverage c cross join unnest(instants) as i (at) where c.object_id = o.id and c.soc_id = soc
        and c.starts_at <= i.at and (c.ends_at is null or c.ends_at > i.at)),
      exists (select from protected_object p where lower(p.code) = lower(btrim(n.description, ' .')))
        or exists (select from protected_object p where lower(p.name) = lower(btrim(n.description, ' .'))),
      protection_of(o.id)
    from unnest(ids, codes, descriptions) with ordinality as n (id, code, description, ordinal)
      left join protected_object o on o.id = coalesce(n.id, (select c.id from protected_object c where c.code = upper(n.code)))
    order by n.ordinal
  $$;
create function own_among(affected jsonb) returns jsonb language sql stable set search_path = pg_catalog, public, pg_temp
  as $$
    select coalesce(jsonb_agg(a order by n), '[]') from jsonb_array_elements(affected) with ordinality as e (a, n)
    where exists (select from ownership w where w.object_id = (a ->> 'objectId')::uuid and w.owner_id = dabyl_party())
  $$;
-- What a session sees of what an incident harmed: an owner what has been its own. In two functions, of which the first is taken
-- into each statement, so that it costs the others nothing.
create function affected_seen(affected jsonb) returns jsonb language sql stable
  as $$ select case when dabyl_sees() = 'OWNER' then own_among(affected) else affected end $$;
-- The owners of objects, with the objects of each.
create function owners_of(objects uuid[]) returns table (owner_id uuid, object_ids uuid[]) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select owner_id, array_agg(id) from protected_object where id = any (objects) group by owner_id $$;
revoke execute on function incidents_naming(uuid[]), objects_named(uuid, timestamptz[], uuid[], text[], text[]), owners_of(uuid[])
  from public;
grant execute on function incidents_naming(uuid[]), objects_named(uuid, timestamptz[], uuid[], text[], text[]), owners_of(uuid[]),
  affected_seen(jsonb), own_among(jsonb) to dabyl_gateway;
`;

/** Statements about an incident, and the column that says when each was received. */
const STATEMENTS = {
  incident_report: "received_at",
  incident_card: "received_at",
  severity_review: "received_at",
  confirmation_correction: "received_at",
  owner_notification: "received_at",
  owner_acknowledgement: "received_at",
  incident_notification: "linked_at",
  received_otherwise: "recorded_at",
};

const PLACES = `
-- The order in which statements were received, taken under the lock of their incident: clocks of several gateways may differ.
-- What was there before is in the order of its time, in milliseconds: below every place that is given from now on.
create sequence statement_place start 10000000000000;
grant usage on sequence statement_place to dabyl_gateway;
${Object.entries(STATEMENTS)
  .map(
    ([table, at]) => `
alter table ${table} add column place int8;
update ${table} set place = extract(epoch from ${at}) * 1000;
alter table ${table} alter column place set not null, alter column place set default nextval('statement_place');`,
  )
  .join("")}
`;

const ONE_OF_THE_OWNERS = "(select dabyl_party()) = any (owner_ids)";

const OF_SEVERAL_OWNERS: Readonly<Record<string, { readonly soc: string; readonly owner: string }>> = {
  ...Object.fromEntries(
    SAID.map((table) => [
      table,
      { soc: "(select true from incident i where i.id = incident_id)", owner: ONE_OF_THE_OWNERS },
    ]),
  ),
  journal: { soc: "soc_id = (select dabyl_party())", owner: ONE_OF_THE_OWNERS },
};

const OF_A_SEEN_INCIDENT = "(select true from incident i where i.id = incident_id)";
const OF_A_SEEN_ANALYSIS = "(select true from analysis a where a.id = analysis_id)";
const OF_A_SEEN_DENIAL = "(select true from denial d where d.id = denial_id)";
const OF_A_SEEN_DUTY = "(select true from obligation o where o.id = obligation_id)";

const POLICIES: Readonly<Record<string, { readonly soc: string; readonly owner: string }>> = {
  incident_notification: { soc: OF_A_SEEN_INCIDENT, owner: "false" },
  analysis_notification: { soc: OF_A_SEEN_ANALYSIS, owner: "false" },
  denial_notification: { soc: OF_A_SEEN_DENIAL, owner: "false" },
  received_otherwise: { soc: OF_A_SEEN_DUTY, owner: OF_A_SEEN_DUTY },
  object_kinds: { soc: "false", owner: "false" },
};

const RIGHTS = `
grant select, insert on incident_notification, analysis_notification, denial_notification, received_otherwise to dabyl_gateway;
grant select, insert, update on object_kinds to dabyl_gateway;
`;
