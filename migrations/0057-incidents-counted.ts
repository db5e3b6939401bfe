import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is counted of incidents: a narrow row for each, and the sums of its commonest columns by day. One writer keeps both, behind
 * the journal (`operation/behind-journal.ts`): an act never waits for a sum. What exists is counted by it too, after the start.
 */
export class IncidentsCounted1764000000057 implements MigrationInterface {
  readonly name = "IncidentsCounted1764000000057";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ["counted_incident", "counted_day"]) await runner.query(policiesOf(table));
    await runner.query(`
      alter table counting_progress enable row level security;
      alter table counting_progress force row level security;
      create policy house on counting_progress to current_user using (true);
      create policy everything on counting_progress to dabyl_sees_everything using (true);
      create policy soc on counting_progress for select to dabyl_sees_soc using (true);
      create policy owner on counting_progress for select to dabyl_sees_owner using (true);
      grant select, update on counting_progress to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const TABLES = `
create table counted_incident (
  incident_id uuid primary key,
  soc_id uuid not null,
  -- The day in Asia/Almaty of the first report or card.
  day date not null,
  -- Places in the lists of \`domain/statistics.ts\`; the level by the law's number, 0 where there is none.
  type smallint not null,
  level smallint not null,
  is_retracted boolean not null,
  sign smallint,
  -- Sets: bit n is the value at place n of its list.
  sectors int not null,
  kinds int not null,
  contours int not null,
  consequences int not null,
  -- Seconds of R9.1, R9.3 and RA.1 from the beginning of the term to what met it.
  report_seconds int,
  card_seconds int,
  review_seconds int
);
create index counted_incident_by_day on counted_incident using brin (day) with (pages_per_range = 32);
create index counted_incident_of_soc on counted_incident (soc_id, day);
-- A cell that nothing is counted in any more stays, with 0.
create table counted_day (
  day date not null,
  soc_id uuid not null,
  type smallint not null,
  level smallint not null,
  is_retracted boolean not null,
  incidents int not null,
  primary key (soc_id, day, type, level, is_retracted)
);
create index counted_day_by_day on counted_day (day);
-- Up to which position of the journal incidents are counted, and, until what was there before is, up to which incident.
create table counting_progress (
  is_only boolean primary key default true check (is_only),
  -- Null: not begun, or to begin anew.
  position bigint,
  -- Null: everything that was there before \`position\` is counted.
  walked_to uuid default '00000000-0000-0000-0000-000000000000'
);
insert into counting_progress default values;
-- Where nothing was there before, there is nothing to walk through.
update counting_progress set position = (select head from journal_bounds()), walked_to = null
  where not exists (select from incident);
`;

const policiesOf = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy house on ${table} to current_user using (true);
create policy everything on ${table} to dabyl_sees_everything using (true);
create policy soc on ${table} for select to dabyl_sees_soc using (case when soc_id = (select dabyl_party()) then true else false end);
grant select, insert, update on ${table} to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
`;
