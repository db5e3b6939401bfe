import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Campaigns: incidents of several SOCs that values join (`domain/campaigns.ts`). One writer behind the journal keeps them up. A SOC
 * reads what it is shown of those that it is in, which is made anew once a day, and nothing that it is made of.
 */
export class Campaigns1764000000062 implements MigrationInterface {
  readonly name = "Campaigns1764000000062";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const GATEWAYS = "dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner";
const [OF_THE_CENTRE, OF_SOCS] = [
  ["incident_component", "campaign", "campaign_progress"],
  ["campaign_shown", "campaign_shown_incident"],
];

const TABLES = `
-- Serves the newest incidents of a value, whoever's: those that a card may be joined to, and those that its change concerns.
-- By an expression that those statements alone name: what asks for the sightings of one SOC is not to walk over everybody's.
create index sighting_of_value_newest on sighting (value_id, (seen_at at time zone 'UTC') desc, source_id desc) where is_card;
-- Incidents whose standing card shows two values or more, as they were looked at last.
create table incident_component (
  incident_id uuid primary key,
  soc_id uuid not null,
  seen_at timestamptz not null,
  -- What joins it to others, directly or through others, has the same.
  component uuid not null,
  -- In order.
  value_ids uuid[] not null
);
-- Serves the incidents of a component.
create index incident_component_members on incident_component (component);
create table campaign (
  id uuid primary key,
  number text not null unique,
  name text,
  opened_at timestamptz not null,
  -- The component that it is; null: it has gone into another, or nothing of it is left.
  component uuid unique,
  -- Whether there are as many incidents and SOCs as make a campaign.
  is_one boolean not null,
  merged_into uuid references campaign
);
-- Serves the national centre's list.
create index campaign_newest on campaign (opened_at desc, id desc);
create table campaign_progress (
  is_only boolean primary key default true check (is_only),
  -- Up to which position of the journal cards are looked at.
  position bigint not null,
  -- The last incident of those that were there before; null: all of them are looked at.
  walked_to uuid,
  -- The day in Asia/Almaty for which SOCs are shown what they are shown.
  day date
);
insert into campaign_progress (position, walked_to)
  select coalesce(head, 0), case when exists (select from incident) then '00000000-0000-0000-0000-000000000000'::uuid end
  from journal_bounds();
-- What a SOC is shown of a campaign, the same all day long.
create table campaign_shown (
  soc_id uuid not null,
  campaign_id uuid not null,
  number text not null,
  name text,
  -- The beginning of the first day on which it was shown.
  since timestamptz not null,
  day date not null,
  from_socs smallint not null,
  to_socs smallint,
  from_incidents smallint not null,
  to_incidents smallint,
  primary key (soc_id, campaign_id)
);
create table campaign_shown_incident (
  soc_id uuid not null,
  campaign_id uuid not null,
  incident_id uuid not null,
  primary key (soc_id, campaign_id, incident_id)
);
-- Serves the campaigns of an incident.
create index campaign_shown_by_incident on campaign_shown_incident (incident_id);
${[...OF_THE_CENTRE, ...OF_SOCS]
  .map(
    (table) => `alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy house on ${table} to current_user using (true);
      create policy everything on ${table} to dabyl_sees_everything using (true);
      grant select, insert, update on ${table} to ${GATEWAYS};`,
  )
  .join("\n")}
${OF_SOCS.map(
  (table) => `create policy soc on ${table} for select to dabyl_sees_soc
    using (case when soc_id = (select dabyl_party()) then true else false end);`,
).join("\n")}
-- Forget which of these incidents were joined to others, and what SOCs were shown before a day and of incidents; for whoever sees
-- everything.
create function forget_joined(incidents uuid[]) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ delete from incident_component c where c.incident_id = any (incidents) and dabyl_sees() = 'EVERYTHING' $$;
create function forget_shown(today date) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    delete from campaign_shown c where c.day < today and dabyl_sees() = 'EVERYTHING';
    delete from campaign_shown_incident where dabyl_sees() = 'EVERYTHING';
  $$;
revoke execute on function forget_joined(uuid[]), forget_shown(date) from public;
grant execute on function forget_joined(uuid[]), forget_shown(date) to ${GATEWAYS};
`;
