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
