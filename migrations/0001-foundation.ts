import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Parties, incidents and the journal. The role that runs this owns everything; `dabyl_gateway` gets what the gateway
 * needs and no more: it can neither rewrite the journal nor delete anything.
 */
export class Foundation1764000000001 implements MigrationInterface {
  readonly name = "Foundation1764000000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTIES);
    await runner.query(INCIDENTS);
    await runner.query(JOURNAL);
    await runner.query(GATEWAY_RIGHTS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const PARTIES = `
create table party (
  id uuid primary key,
  kind text not null check (kind in ('NATIONAL_CENTRE', 'SOC', 'OWNER')),
  code text not null unique,
  name text not null,
  email text,
  registered_at timestamptz not null
);
-- There is one national centre.
create unique index party_national_centre on party (kind) where kind = 'NATIONAL_CENTRE';
-- Serves the lists socs and owners: keyset by code.
create index party_by_kind on party (kind, code);

create table protected_object (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kinds text[] not null,
  sectors text[] not null,
  owner_id uuid not null references party,
  registered_at timestamptz not null
);
-- Serves an owner's view of its objects and of the incidents on them.
create index protected_object_by_owner on protected_object (owner_id);

create table coverage (
  id uuid primary key,
  soc_id uuid not null references party,
  object_id uuid not null references protected_object,
  starts_at timestamptz not null,
  ends_at timestamptz,
  check (ends_at is null or ends_at > starts_at)
);
-- Serves F7 (does this SOC cover this object) and the periods listed with an object.
create index coverage_by_object on coverage (object_id, soc_id);
-- Serves a SOC's view of its objects.
create index coverage_by_soc on coverage (soc_id);

create table actor (
  id uuid primary key,
  party_id uuid not null references party,
  name text not null,
  roles text[] not null,
  registered_at timestamptz not null
);

create table token (
  id uuid primary key,
  actor_id uuid not null references actor,
  hash bytea not null unique,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index token_by_actor on token (actor_id);
`;

const INCIDENTS = `
-- One row for each SOC and year: incident numbers reveal nothing about other SOCs.
create table incident_numbering (
  soc_id uuid not null references party,
  year int not null,
  last int not null,
  primary key (soc_id, year)
);

create table incident (
  id uuid primary key,
  number text not null unique,
  soc_id uuid not null references party,
  object_id uuid references protected_object,
  object_description text,
  type text not null,
  severity text,
  confirmed_at timestamptz not null,
  occurred_at timestamptz,
  received_at timestamptz not null,
  last_revision int not null,
  check ((object_id is null) <> (object_description is null))
);
-- Serve the list incidents, newest first: everybody's, one SOC's, one object's.
create index incident_newest on incident (received_at desc, id desc);
create index incident_newest_of_soc on incident (soc_id, received_at desc, id desc);
create index incident_newest_of_object on incident (object_id, received_at desc, id desc) where object_id is not null;
-- Serves the national centre's list of undetermined incidents.
create index incident_undetermined on incident (received_at desc, id desc) where severity = 'UNDETERMINED';

create table submission (
  id uuid primary key,
  party_id uuid not null references party,
  actor_id uuid not null references actor,
  key text not null,
  act text not null,
  content text not null,
  content_hash bytea not null,
  incident_id uuid not null references incident deferrable initially deferred,
  card_id uuid,
  entry_id uuid not null,
  warnings jsonb not null,
  received_at timestamptz not null,
  -- An accepted submission binds its key for that party.
  unique (party_id, key)
);

create table incident_report (
  incident_id uuid primary key references incident,
  submission_id uuid not null references submission,
  confirmed_at timestamptz not null,
  type text not null,
  summary text not null,
  object_id uuid references protected_object,
  object_description text,
  severity text,
  received_at timestamptz not null
);

create table incident_card (
  id uuid primary key,
  incident_id uuid not null references incident,
  submission_id uuid not null references submission,
  revision int not null,
  registered_on date not null,
  severity text not null,
  type text not null,
  scale text not null,
  occurred_at timestamptz not null,
  confirmed_at timestamptz not null,
  recurrence text not null,
  sign text not null,
  contours text[] not null,
  nature text not null,
  consequences text[] not null,
  object_id uuid references protected_object,
  object_description text,
  measures text not null,
  note text,
  received_at timestamptz not null,
  unique (incident_id, revision)
);

create table indicator (
  card_id uuid not null references incident_card,
  ordinal int not null,
  type text not null,
  submitted text not null,
  value text not null,
  primary key (card_id, ordinal)
);

create table severity_review (
  id uuid primary key,
  incident_id uuid not null references incident,
  submission_id uuid not null references submission,
  previous text,
  severity text not null,
  reason text,
  received_at timestamptz not null
);
create index severity_review_by_incident on severity_review (incident_id, received_at);

create table owner_notification (
  id uuid primary key,
  incident_id uuid not null references incident,
  submission_id uuid not null references submission,
  object_id uuid not null references protected_object,
  channel text not null,
  recipient text not null,
  told_at timestamptz not null,
  note text,
  received_at timestamptz not null
);
create index owner_notification_by_incident on owner_notification (incident_id, received_at);

create table obligation (
  id uuid primary key,
  incident_id uuid not null references incident,
  debtor_id uuid not null references party,
  kind text not null,
  rule text not null,
  object_id uuid references protected_object,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  discharged_at timestamptz,
  waived_at timestamptz,
  unique nulls not distinct (incident_id, kind, object_id)
);
-- Serves the filter by the standing of a kind of obligation where it matters most: what runs and what is overdue.
create index obligation_pending on obligation (kind, due_at) where discharged_at is null and waived_at is null;
`;

const JOURNAL = `
-- What has been done and has no place yet. An act inserts here in its own transaction and waits for nobody.
create table outbox (
  id bigint generated always as identity primary key,
  entry_id uuid not null,
  body text not null
);

-- The audit chain and the feed: one order. body is the entry as hashed; the columns after hash are read out of it.
create table journal (
  position bigint primary key,
  entry_id uuid not null unique,
  body text not null,
  hash bytea not null,
  act text generated always as ((body::jsonb) ->> 'act') stored,
  fact text generated always as ((body::jsonb) ->> 'fact') stored,
  incident_id uuid generated always as (((body::jsonb) ->> 'incident')::uuid) stored,
  soc_id uuid generated always as (((body::jsonb) ->> 'soc')::uuid) stored,
  object_id uuid generated always as (((body::jsonb) ->> 'object')::uuid) stored
);

-- The anchor before the first entry that is kept: position and hash. Moved forward when old entries are archived.
create table journal_anchor (
  is_only boolean primary key default true check (is_only),
  position bigint not null,
  hash bytea not null
);
insert into journal_anchor (position, hash) values (0, decode(repeat('00', 32), 'hex'));

-- The sequencer. Moves what is committed from the outbox to the journal, in the order of ids, and chains it:
-- hash = SHA-256(previous hash, position as 8 bytes big-endian, body in UTF-8). Returns the places of the entries that
-- the caller waits for, whichever gateway sealed them. The lock is a separate statement, so that what follows sees what the
-- last holder committed; that needs READ COMMITTED and VOLATILE.
create function seal_journal(waiting uuid[])
returns table (entry_id uuid, "position" bigint, hash bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  head_position bigint;
  head_hash bytea;
  entry record;
  moved bigint[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('dabyl journal'));
  select j.position, j.hash into head_position, head_hash from journal j order by j.position desc limit 1;
  if not found then
    select a.position, a.hash into head_position, head_hash from journal_anchor a;
  end if;
  for entry in select o.id, o.entry_id, o.body from outbox o order by o.id loop
    head_position := head_position + 1;
    head_hash := sha256(head_hash || int8send(head_position) || convert_to(entry.body, 'UTF8'));
    insert into journal (position, entry_id, body, hash) values (head_position, entry.entry_id, entry.body, head_hash);
    moved := moved || entry.id;
  end loop;
  if cardinality(moved) > 0 then
    delete from outbox o where o.id = any (moved);
    perform pg_notify('dabyl_journal', '');
  end if;
  return query select j.entry_id, j.position, j.hash from journal j where j.entry_id = any (waiting);
end
$$;
`;

const GATEWAY_RIGHTS = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'dabyl_gateway') then
    create role dabyl_gateway nologin;
  end if;
end
$$;
grant usage on schema public to dabyl_gateway;
grant select, insert, update on party, protected_object, coverage, actor, token, incident_numbering, incident, obligation
  to dabyl_gateway;
grant select, insert on submission, incident_report, incident_card, indicator, severity_review, owner_notification
  to dabyl_gateway;
grant select, insert on outbox to dabyl_gateway;
grant select on journal, journal_anchor to dabyl_gateway;
revoke execute on function seal_journal(uuid[]) from public;
grant execute on function seal_journal(uuid[]) to dabyl_gateway;
`;
