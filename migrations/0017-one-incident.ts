import type { MigrationInterface, QueryRunner } from "typeorm";

/** Two SOCs may each have a dossier of one incident: the national centre says so. */
export class OneIncident1764000000017 implements MigrationInterface {
  readonly name = "OneIncident1764000000017";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Dossiers of one group are of one incident. The reasons are in the journal.
      create table same_incident (
        incident_id uuid primary key references incident,
        group_id uuid not null
      );
      create index same_incident_by_group on same_incident (group_id);
      alter table same_incident enable row level security;
      alter table same_incident force row level security;
      create policy house on same_incident to current_user using (true);
      create policy scope on same_incident using (case (select dabyl_sees())
        when 'EVERYTHING' then true
        when 'SOC' then (select true from incident i where i.id = incident_id)
        else false end);
      grant select, insert, update on same_incident to dabyl_gateway;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
