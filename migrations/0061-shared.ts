import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * How many others have what a SOC has, in bands: one answer for each SOC and value, made by one writer behind the journal and fixed
 * for the day (`domain/sharing.ts`). A SOC reads its answers and nothing that they are made of.
 */
export class Shared1764000000061 implements MigrationInterface {
  readonly name = "Shared1764000000061";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const GATEWAYS = "dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner";

const TABLES = `
create table shared_value (
  soc_id uuid not null,
  value_id uuid not null,
  -- The day in Asia/Almaty for which the answer stands.
  day date not null,
  -- The band of other SOCs; no upper edge: null.
  from_socs smallint not null,
  to_socs smallint,
  -- What the SOC was told of the value.
  marking text not null,
  primary key (soc_id, value_id)
);
-- Serves what is left to renew on a day.
create index shared_value_by_day on shared_value (soc_id, day);
-- How many values that were new to a SOC it was told of on a day. Retracting gives nothing back.
create table shared_allowance (
  soc_id uuid not null,
  day date not null,
  answered int not null,
  primary key (soc_id, day)
);
create table sharing_progress (
  is_only boolean primary key default true check (is_only),
  -- Up to which position of the journal its cards are answered.
  position bigint not null,
  -- The last day whose renewal has begun, and up to which SOC it has come; null: it is done.
  day date,
  renewed_to uuid
);
insert into sharing_progress (position) select coalesce(head, 0) from journal_bounds();
-- Serve what the national centre marked a value with.
create index notification_indicator_by_value on notification_indicator (indicator_digest(type, value));
create index concern_indicator_by_value on concern_indicator (indicator_digest(type, value));
${["shared_value", "shared_allowance", "sharing_progress"]
  .map(
    (table) => `alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy house on ${table} to current_user using (true);
      create policy everything on ${table} to dabyl_sees_everything using (true);`,
  )
  .join("\n")}
create policy soc on shared_value for select to dabyl_sees_soc
  using (case when soc_id = (select dabyl_party()) then true else false end);
grant select, insert, update on shared_value to ${GATEWAYS};
grant select, insert, update on shared_allowance to ${GATEWAYS};
grant select, update on sharing_progress to ${GATEWAYS};
-- Forgets what a SOC was told before a day; for whoever sees everything.
create function forget_shared(soc uuid, today date) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ delete from shared_value s where s.soc_id = soc and s.day < today and dabyl_sees() = 'EVERYTHING' $$;
revoke execute on function forget_shared(uuid, date) from public;
grant execute on function forget_shared(uuid, date) to ${GATEWAYS};
`;
