import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What was said stays in its world. Everything that is said of a protected object keeps whose the object was when it was
 * said (`owner_id`), and an owner sees by that alone: neither what is said once the card names somebody else's object or the
 * object has changed hands, nor what was said before. Of an incident itself an owner has a separate copy, as it was when
 * something was last stated about its object. A gateway of the previous release runs on this schema too, but shows owners nothing.
 */
export class WhatWasSaidOfWhom1764000000010 implements MigrationInterface {
  readonly name = "WhatWasSaidOfWhom1764000000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWNERSHIP);
    await runner.query(PARTS);
    await runner.query(OWN_TABLES);
    await runner.query(JOURNAL);
    await runner.query(REASONS);
    await runner.query(STAMPS);
    await runner.query(OWNER_INCIDENTS);
    await runner.query(INDEXES);
    await runner.query(SCOPES);
    for (const table of NEW_TABLES)
      await runner.query(`alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy house on ${table} to current_user using (true)`);
    for (const [table, { soc, owner }] of Object.entries(POLICIES))
      await runner.query(`drop policy if exists scope on ${table};
        create policy scope on ${table} using (case (select dabyl_sees())
          when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const OWNERSHIP = `
-- Whose an object was, from when (included) to when (not included). The first one held since before anybody asked.
create table ownership (
  object_id uuid not null references protected_object,
  ordinal int not null,
  owner_id uuid not null references party,
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (object_id, ordinal)
);
create unique index ownership_current on ownership (object_id) where ends_at is null;
-- Serves which owners a SOC knows, and which periods of coverage an owner sees.
create index ownership_by_owner on ownership (owner_id);
insert into ownership (object_id, ordinal, owner_id, starts_at) select id, 1, owner_id, '-infinity' from protected_object;
`;

const PARTS = `
alter table incident_report add column owner_id uuid references party;
alter table incident_card add column owner_id uuid references party;
alter table owner_notification add column owner_id uuid references party;
-- The object that the incident named when it was said.
alter table severity_review add column object_id uuid references protected_object,
  add column owner_id uuid references party;
alter table confirmation_correction add column object_id uuid references protected_object,
  add column owner_id uuid references party;
alter table retraction add column object_id uuid references protected_object, add column owner_id uuid references party;
-- R9.2: the owner that must be notified. Other duties: the owner of the object that the incident last named.
alter table obligation add column owner_id uuid references party;
`;

const OWN_TABLES = `
-- What may concern another owner than the row that it belongs to: a request may be decided, a duty waived, once the card names
-- another object. retraction.decided_at stays, as what makes a request pending.
create table retraction_decision (
  retraction_id uuid primary key references retraction,
  incident_id uuid not null references incident,
  is_granted boolean not null,
  reason text not null,
  decided_at timestamptz not null,
  object_id uuid references protected_object,
  owner_id uuid references party
);
create index retraction_decision_by_incident on retraction_decision (incident_id);
create table waiver (
  obligation_id uuid primary key references obligation,
  reason text not null,
  object_id uuid references protected_object,
  owner_id uuid references party
);
-- An incident for one owner: as it was when something was last stated about an object that was its own.
create table owner_incident (
  owner_id uuid not null references party,
  id uuid not null references incident,
  number text not null,
  soc_id uuid not null references party,
  object_id uuid not null references protected_object,
  object_description text check (object_description is null),
  type text not null,
  severity text,
  confirmed_at timestamptz not null,
  occurred_at timestamptz,
  -- When the gateway received the first thing that was said of an object of this owner.
  received_at timestamptz not null,
  last_revision int not null,
  notification_id uuid check (notification_id is null),
  is_corrected boolean not null,
  retracted_at timestamptz,
  primary key (owner_id, id)
);
insert into retraction_decision (retraction_id, incident_id, is_granted, reason, decided_at)
  select id, incident_id, is_granted, coalesce(reason, ''), decided_at from retraction where decided_at is not null;
insert into waiver (obligation_id, reason) select id, waived_reason from obligation where waived_reason is not null;
update retraction set is_granted = null, reason = null where decided_at is not null;
update obligation set waived_reason = null where waived_reason is not null;
`;

const JOURNAL = `
-- Whose the object of an entry was. Older entries do not say it in their bodies: they are given the object's owner of today.
alter table journal add column owner_id uuid;
update journal j set owner_id = o.owner_id from protected_object o where o.id = j.object_id;
create function journal_owner() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.owner_id := ((new.body::jsonb) ->> 'owner')::uuid;
  return new;
end
$$;
create trigger journal_owner before insert on journal for each row execute function journal_owner();
`;

const REASONS = `
-- Reasons that reveal more than the notification does: for the national centre alone.
create table withheld_reason (
  recipient_id uuid primary key references notification_recipient,
  reasons jsonb not null
);
create temporary table shown on commit drop as
  select r.id, reason.value as reason, reason.ordinality, reason.value ->> 'kind' <> 'SHARES_INDICATOR' or exists (
      select 1 from notification n left join notification_indicator i on i.notification_id in (n.id, n.follows_id)
        left join concern_indicator c on c.concern_id = n.concern_id
      where n.id = r.notification_id and reason.value ->> 'of' in (i.value, c.value)) as is_shown
  from notification_recipient r, jsonb_array_elements(r.reasons) with ordinality as reason;
insert into withheld_reason (recipient_id, reasons)
  select id, jsonb_agg(reason order by ordinality) from shown where not is_shown group by id;
update notification_recipient r set reasons = coalesce(
    (select jsonb_agg(s.reason order by s.ordinality) from shown s where s.id = r.id and s.is_shown), '[]'::jsonb)
  where exists (select 1 from withheld_reason w where w.recipient_id = r.id);
`;

/** What was said before is given to the owners of today: whose the objects were then is not known. */
const STAMPS = `
create function pg_temp.named_at(incident uuid, at timestamptz) returns uuid language sql stable as $$
  select said.object_id from (
    select c.object_id, c.received_at, c.revision from incident_card c where c.incident_id = incident
    union all select r.object_id, r.received_at, 0 from incident_report r where r.incident_id = incident
  ) said where said.received_at <= at order by said.received_at desc, said.revision desc limit 1
$$;
update severity_review set object_id = pg_temp.named_at(incident_id, received_at);
update confirmation_correction set object_id = pg_temp.named_at(incident_id, received_at);
update retraction set object_id = pg_temp.named_at(incident_id, requested_at);
update retraction_decision set object_id = pg_temp.named_at(incident_id, decided_at);
update waiver w set object_id = coalesce(o.object_id, pg_temp.named_at(o.incident_id, o.waived_at)) from obligation o
  where o.id = w.obligation_id and o.incident_id is not null;
${[
  "incident_report",
  "incident_card",
  "owner_notification",
  "severity_review",
  "confirmation_correction",
  "retraction",
  "retraction_decision",
  "waiver",
]
  .map((table) => `update ${table} t set owner_id = o.owner_id from protected_object o where o.id = t.object_id;`)
  .join("\n")}
update obligation d set owner_id = o.owner_id from incident i, protected_object o
  where i.id = d.incident_id and o.id = coalesce(d.object_id, i.object_id);
`;

const OWNER_INCIDENTS = `
-- Of those who were spoken of before: as the last report or card has it that names an object of theirs.
insert into owner_incident (owner_id, id, number, soc_id, object_id, type, severity, confirmed_at, occurred_at, received_at,
  last_revision, is_corrected)
select distinct on (said.owner_id, said.incident_id) said.owner_id, i.id, i.number, i.soc_id, said.object_id, said.type,
  said.severity, said.confirmed_at, said.occurred_at, min(said.received_at) over (partition by said.owner_id, said.incident_id),
  said.revision, false
from (
  select owner_id, incident_id, object_id, type, severity, confirmed_at, occurred_at, received_at, revision from incident_card
  union all
  select owner_id, incident_id, object_id, type, severity, confirmed_at, null, received_at, 0 from incident_report
) said join incident i on i.id = said.incident_id
where said.owner_id is not null order by said.owner_id, said.incident_id, said.revision desc;
-- For those whose object is named now: as it is.
insert into owner_incident (owner_id, id, number, soc_id, object_id, type, severity, confirmed_at, occurred_at, received_at,
  last_revision, is_corrected, retracted_at)
select o.owner_id, i.id, i.number, i.soc_id, i.object_id, i.type, i.severity, i.confirmed_at, i.occurred_at, i.received_at,
  i.last_revision, i.is_corrected, i.retracted_at
from incident i join protected_object o on o.id = i.object_id
on conflict (owner_id, id) do update set object_id = excluded.object_id, type = excluded.type, severity = excluded.severity,
  confirmed_at = excluded.confirmed_at, occurred_at = excluded.occurred_at, last_revision = excluded.last_revision,
  is_corrected = excluded.is_corrected, retracted_at = excluded.retracted_at;
`;

const INDEXES = `
-- Serve an owner's list of incidents, newest first, and the question for a number.
create index owner_incident_newest on owner_incident (owner_id, received_at desc, id desc);
create unique index owner_incident_number on owner_incident (owner_id, number);
-- Serves an owner's list of duties, and those of an incident.
create index obligation_due_of_owner on obligation (owner_id, due_at, id) where owner_id is not null;
-- Serves timeliness out of the index alone. Row-level security asks for the last column.
drop index obligation_timeliness;
create index obligation_timeliness on obligation (debtor_id, rule, starts_at)
  include (due_at, discharged_at, waived_at, owner_id);
`;

const SCOPES = `
-- The object's present owner: what is stated about the object belongs to that owner, whoever states it.
create function owner_of(object uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select owner_id from protected_object where id = object $$;
-- An owner's statement waits for those of others about the incident, whose row it does not see.
create function hold_incident(held uuid) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select from incident where id = held for update $$;
-- Owners in whose time a SOC covered their object.
create or replace function owners_known_to(soc uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select w.owner_id from coverage c join ownership w on w.object_id = c.object_id
      and w.starts_at < coalesce(c.ends_at, 'infinity') and c.starts_at < coalesce(w.ends_at, 'infinity')
    where c.soc_id = soc
  $$;
-- Periods that reach into an owner's time, of objects that are its own now.
create function coverage_known_to(owner uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select c.id from ownership w join coverage c on c.object_id = w.object_id
    where w.owner_id = owner and w.ends_at is null and (c.ends_at is null or c.ends_at > w.starts_at)
  $$;
create or replace function socs_known_to(owner uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select c.soc_id from coverage c where c.id in (select coverage_known_to(owner))
    union
    select i.soc_id from owner_incident i where i.owner_id = owner
  $$;
-- The objects of threats and events that a SOC covered when it was notified of them.
create function concern_objects_told_to(soc uuid) returns table (concern_id uuid, object_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select n.concern_id, o.object_id from notification_recipient r join notification n on n.id = r.notification_id
      join concern_object o on o.concern_id = n.concern_id
      join coverage c on c.object_id = o.object_id and c.soc_id = r.soc_id and c.starts_at <= r.available_at
        and (c.ends_at is null or c.ends_at > r.available_at)
    where r.soc_id = soc
  $$;
revoke execute on function owner_of(uuid), hold_incident(uuid), coverage_known_to(uuid), concern_objects_told_to(uuid)
  from public;
grant execute on function owner_of(uuid), hold_incident(uuid), coverage_known_to(uuid), concern_objects_told_to(uuid)
  to dabyl_gateway;
`;

const RIGHTS = `
grant select, insert on retraction_decision, waiver, withheld_reason to dabyl_gateway;
grant select, insert, update on ownership, owner_incident to dabyl_gateway;
`;

const NEW_TABLES = ["ownership", "retraction_decision", "waiver", "owner_incident", "withheld_reason"];

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const PARTY = "(select dabyl_party())";
const OWN = `owner_id = ${PARTY}`;
/** Not `exists`, which PostgreSQL may answer by hashing the whole table instead of looking at the one row. */
const OF_A_SEEN_INCIDENT = "(select true from incident i where i.id = incident_id)";
const PART: Policy = { soc: OF_A_SEEN_INCIDENT, owner: OWN };

/** What a SOC and an owner see; the national centre sees everything. */
interface Policy {
  readonly soc: string;
  readonly owner: string;
}

const POLICIES: Readonly<Record<string, Policy>> = {
  incident: { soc: `soc_id = ${PARTY}`, owner: "false" },
  owner_incident: { soc: `soc_id = ${PARTY}`, owner: OWN },
  incident_report: PART,
  incident_card: PART,
  severity_review: PART,
  owner_notification: PART,
  confirmation_correction: PART,
  retraction: PART,
  owner_acknowledgement: PART,
  retraction_decision: PART,
  obligation: { soc: `debtor_id = ${PARTY}`, owner: OWN },
  waiver: { soc: "(select true from obligation o where o.id = obligation_id)", owner: OWN },
  delivery: { soc: `${OF_A_SEEN_INCIDENT} or party_id = ${PARTY}`, owner: `party_id = ${PARTY}` },
  journal: { soc: `soc_id = ${PARTY}`, owner: OWN },
  ownership: { soc: "false", owner: OWN },
  coverage: { soc: `soc_id = ${PARTY}`, owner: "id in (select coverage_known_to(dabyl_party()))" },
  concern_object: {
    soc: "(concern_id, object_id) in (select t.concern_id, t.object_id from concern_objects_told_to(dabyl_party()) t)",
    owner: "false",
  },
  withheld_reason: { soc: "false", owner: "false" },
};
