import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The national centre notifies, SOCs answer, owners are notified, errors are corrected. Each table's policy says who may see
 * it; a recipient of a notification sees it, and never its other recipients.
 */
export class BothDirections1764000000004 implements MigrationInterface {
  readonly name = "BothDirections1764000000004";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTIFICATIONS);
    await runner.query(INCIDENTS);
    await runner.query(OWNERS);
    await runner.query(JOURNAL);
    await runner.query(VISIBILITY);
    for (const [table, { soc, owner }] of Object.entries(NEW_TABLES)) {
      await runner.query(`alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy house on ${table} to current_user using (true)`);
      await runner.query(policy(table, soc, owner));
    }
    for (const [table, { soc, owner }] of Object.entries(CHANGED_POLICIES))
      await runner.query(`drop policy scope on ${table}; ${policy(table, soc, owner)}`);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const NOTIFICATIONS = `
-- What the centre notifies of besides incidents: a threat or a security event (R12.1).
create table concern (
  id uuid primary key,
  kind text not null check (kind in ('THREAT', 'EVENT')),
  number text not null unique,
  submission_id uuid not null references submission,
  summary text not null,
  observed_at timestamptz not null,
  source text not null,
  marking text not null,
  types text[] not null,
  sectors text[] not null,
  received_at timestamptz not null
);
-- Serves the lists threats and securityEvents: keyset, newest first.
create index concern_newest on concern (kind, received_at desc, id desc);
create table concern_indicator (
  concern_id uuid not null references concern,
  ordinal int not null,
  type text not null,
  submitted text not null,
  value text not null,
  primary key (concern_id, ordinal)
);
create table concern_object (
  concern_id uuid not null references concern,
  object_id uuid not null references protected_object,
  primary key (concern_id, object_id)
);
-- One row for each kind and year: THREAT-2026-0001.
create table centre_numbering (
  kind text not null,
  year int not null,
  last int not null,
  primary key (kind, year)
);

create table notification (
  id uuid primary key,
  number text not null unique,
  submission_id uuid not null references submission,
  subject text not null check (subject in ('THREAT', 'EVENT', 'INCIDENT')),
  concern_id uuid references concern,
  incident_id uuid references incident,
  text text not null,
  marking text not null,
  -- The notification that this one supplements or withdraws: nothing is edited.
  follows_id uuid references notification,
  follows_as text check (follows_as in ('SUPPLEMENT', 'WITHDRAWAL')),
  sent_at timestamptz not null,
  check (num_nonnulls(concern_id, incident_id) = 1),
  check ((follows_id is null) = (follows_as is null))
);
-- Serves the centre's outbox: keyset, newest first.
create index notification_newest on notification (sent_at desc, id desc);
-- Serve the follow-ups of a notification, and the notifications about a threat, event or incident.
create index notification_by_followed on notification (follows_id) where follows_id is not null;
create index notification_by_concern on notification (concern_id) where concern_id is not null;
create index notification_by_incident on notification (incident_id) where incident_id is not null;
create table notification_indicator (
  notification_id uuid not null references notification,
  ordinal int not null,
  type text not null,
  submitted text not null,
  value text not null,
  primary key (notification_id, ordinal)
);
create table notification_recipient (
  id uuid primary key,
  notification_id uuid not null references notification,
  soc_id uuid not null references party,
  reasons jsonb not null,
  -- L16: from when it was available to this SOC.
  available_at timestamptz not null,
  acknowledged_at timestamptz,
  unique (notification_id, soc_id)
);
-- Serves a SOC's inbox, newest first, and its scope on notifications.
create index notification_recipient_inbox on notification_recipient (soc_id, available_at desc, notification_id desc);

create table analysis (
  id uuid primary key,
  notification_id uuid not null references notification,
  soc_id uuid not null references party,
  submission_id uuid not null references submission,
  kind text not null check (kind in ('THREAT', 'EVENT')),
  revision int not null,
  findings text not null,
  object_ids uuid[] not null,
  measures text not null,
  conclusions text not null,
  recommendations text,
  incident_id uuid references incident,
  received_at timestamptz not null,
  unique (notification_id, soc_id, revision)
);
create table analysis_indicator (
  analysis_id uuid not null references analysis,
  ordinal int not null,
  type text not null,
  submitted text not null,
  value text not null,
  primary key (analysis_id, ordinal)
);
-- A SOC's statement, with its grounds, that what it was notified of was not confirmed.
create table denial (
  id uuid primary key,
  notification_id uuid not null references notification,
  soc_id uuid not null references party,
  submission_id uuid not null references submission,
  grounds text not null,
  received_at timestamptz not null,
  unique (notification_id, soc_id)
);

-- Serves the addressing by shared indicators. By digest: a value may be longer than an entry of an index, and of what makes
-- a text short, row-level security lets md5 alone be asked of an index.
create index indicator_by_value on indicator (md5(value), type);

-- A duty is about an incident or about a notification.
alter table obligation alter column incident_id drop not null,
  add column notification_id uuid references notification,
  add column waived_reason text,
  add check (num_nonnulls(incident_id, notification_id) = 1),
  drop constraint obligation_incident_id_kind_object_id_key;
-- Serve the duties of an incident and of a notification; each of them is there once.
create unique index obligation_of_incident on obligation (incident_id, kind, object_id) nulls not distinct
  where incident_id is not null;
create unique index obligation_of_notification on obligation (notification_id, debtor_id) where notification_id is not null;

alter table submission alter column incident_id drop not null,
  add column notification_id uuid references notification deferrable initially deferred,
  add column subject_id uuid;
`;

const INCIDENTS = `
alter table incident add column notification_id uuid references notification,
  add column is_corrected boolean not null default false,
  add column retracted_at timestamptz;
-- Serves the incidents that a notification led to.
create index incident_by_notification on incident (notification_id) where notification_id is not null;

-- The centre's corrections of a declared confirmation.
create table confirmation_correction (
  id uuid primary key,
  incident_id uuid not null references incident,
  submission_id uuid not null references submission,
  previous timestamptz not null,
  confirmed_at timestamptz not null,
  reason text not null,
  received_at timestamptz not null
);
create index confirmation_correction_by_incident on confirmation_correction (incident_id, received_at);

-- A SOC's request to retract an incident reported in error, and what the centre decided.
create table retraction (
  id uuid primary key,
  incident_id uuid not null references incident,
  submission_id uuid not null references submission,
  grounds text not null,
  requested_at timestamptz not null,
  is_granted boolean,
  reason text,
  decided_at timestamptz
);
create index retraction_by_incident on retraction (incident_id, requested_at);
create unique index retraction_pending on retraction (incident_id) where decided_at is null;
`;

const OWNERS = `
alter table party add column language text check (language in ('kk', 'ru', 'en'));
-- Where a party's system is called, and the secret that signs the calls.
create table webhook (
  party_id uuid primary key references party,
  url text not null,
  secret text not null
);

-- Deliveries to an owner through the gateway: one row for each of its addresses, or one without an address.
create table delivery (
  id uuid primary key,
  incident_id uuid not null references incident,
  object_id uuid not null references protected_object,
  owner_id uuid not null references party,
  channel text check (channel in ('EMAIL', 'WEBHOOK')),
  state text not null check (state in ('NO_ADDRESS', 'QUEUED', 'ACCEPTED', 'PUT_ASIDE')),
  queued_at timestamptz not null,
  accepted_at timestamptz,
  unique nulls not distinct (incident_id, object_id, channel)
);
-- Serves the list of deliveries that were given up.
create index delivery_by_state on delivery (state, queued_at desc, id desc);
create table delivery_attempt (
  delivery_id uuid not null references delivery,
  ordinal int not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  is_accepted boolean,
  -- What the receiver's server answered.
  proof text,
  -- True where an earlier attempt may have arrived as well.
  is_repeat boolean not null,
  primary key (delivery_id, ordinal)
);
-- An owner's statement that it knows of an incident.
create table owner_acknowledgement (
  id uuid primary key,
  incident_id uuid not null references incident,
  object_id uuid not null references protected_object,
  owner_id uuid not null references party,
  submission_id uuid not null references submission,
  received_at timestamptz not null
);
create index owner_acknowledgement_by_incident on owner_acknowledgement (incident_id, received_at);
`;

const JOURNAL = `
alter table journal add column notification_id uuid
  generated always as (((body::jsonb) ->> 'notification')::uuid) stored;
`;

const VISIBILITY = `
create function notifications_told_to(soc uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select notification_id from notification_recipient where soc_id = soc $$;
create function concerns_told_to(soc uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select n.concern_id from notification_recipient r join notification n on n.id = r.notification_id
    where r.soc_id = soc and n.concern_id is not null $$;
-- The channels to an object's owner: a submitter may know these, not the webhook's address or secret.
create function owner_channels(object uuid) returns table (channel text) language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select 'EMAIL' from protected_object o join party p on p.id = o.owner_id where o.id = object and p.email is not null
    union all
    select 'WEBHOOK' from protected_object o join webhook w on w.party_id = o.owner_id where o.id = object
  $$;
-- The position of a sealed entry, which the holder of its receipt may know.
create function place_of_entry(entry uuid) returns table ("position" bigint, hash bytea) language sql stable
  security definer set search_path = pg_catalog, public
  as $$ select j.position, j.hash from journal j where j.entry_id = entry $$;
revoke execute on function notifications_told_to(uuid), concerns_told_to(uuid), place_of_entry(uuid), owner_channels(uuid) from public;
grant execute on function notifications_told_to(uuid), concerns_told_to(uuid), place_of_entry(uuid), owner_channels(uuid)
  to dabyl_gateway;
`;

const RIGHTS = `
grant select, insert on concern, concern_indicator, concern_object, notification, notification_indicator, analysis,
  analysis_indicator, denial, confirmation_correction, owner_acknowledgement to dabyl_gateway;
grant select, insert, update on notification_recipient, centre_numbering, retraction, webhook, delivery, delivery_attempt
  to dabyl_gateway;
`;

function policy(table: string, soc: string, owner: string): string {
  return `create policy scope on ${table} using (case (select dabyl_sees())
    when 'EVERYTHING' then true when 'SOC' then ${soc} when 'OWNER' then ${owner} else false end)`;
}

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const PARTY = "(select dabyl_party())";
const OWN_OBJECT = "object_id in (select objects_owned_by(dabyl_party()))";
const OWN_ROW = `soc_id = ${PARTY}`;
/** Not `exists`, which PostgreSQL may answer by hashing the whole table instead of looking at the one row. */
const OF_A_SEEN_INCIDENT = "(select true from incident i where i.id = incident_id)";
const OF_A_SEEN_NOTIFICATION = "(select true from notification n where n.id = notification_id)";
const OF_A_SEEN_CONCERN = "(select true from concern c where c.id = concern_id)";
const OF_A_SEEN_ANALYSIS = "(select true from analysis a where a.id = analysis_id)";
const OF_A_SEEN_DELIVERY = "(select true from delivery d where d.id = delivery_id)";

/** What a SOC and an owner see; the national centre sees everything. */
interface Policy {
  readonly soc: string;
  readonly owner: string;
}

const NEW_TABLES: Readonly<Record<string, Policy>> = {
  concern: { soc: "id in (select concerns_told_to(dabyl_party()))", owner: "false" },
  concern_indicator: { soc: OF_A_SEEN_CONCERN, owner: "false" },
  // In the part that concerns it: of the objects named, those that it covers.
  concern_object: {
    soc: `${OF_A_SEEN_CONCERN} and object_id in (select objects_covered_by(dabyl_party()))`,
    owner: "false",
  },
  centre_numbering: { soc: "false", owner: "false" },
  notification: { soc: "id in (select notifications_told_to(dabyl_party()))", owner: "false" },
  notification_indicator: { soc: OF_A_SEEN_NOTIFICATION, owner: "false" },
  notification_recipient: { soc: OWN_ROW, owner: "false" },
  analysis: { soc: OWN_ROW, owner: "false" },
  analysis_indicator: { soc: OF_A_SEEN_ANALYSIS, owner: "false" },
  denial: { soc: OWN_ROW, owner: "false" },
  confirmation_correction: { soc: OF_A_SEEN_INCIDENT, owner: OF_A_SEEN_INCIDENT },
  retraction: { soc: OF_A_SEEN_INCIDENT, owner: OF_A_SEEN_INCIDENT },
  webhook: { soc: "false", owner: "false" },
  delivery: { soc: OF_A_SEEN_INCIDENT, owner: `${OF_A_SEEN_INCIDENT} and ${OWN_OBJECT}` },
  delivery_attempt: { soc: OF_A_SEEN_DELIVERY, owner: OF_A_SEEN_DELIVERY },
  owner_acknowledgement: { soc: OF_A_SEEN_INCIDENT, owner: `${OF_A_SEEN_INCIDENT} and ${OWN_OBJECT}` },
};

/** Owners submit as well: their acknowledgements. */
const CHANGED_POLICIES: Readonly<Record<string, Policy>> = {
  submission: { soc: `party_id = ${PARTY}`, owner: `party_id = ${PARTY}` },
};
