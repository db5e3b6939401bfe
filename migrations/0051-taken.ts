import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Which of the national centre's officers has an incident in hand. A statement for each time that one took or released it; who of the
 * centre is on it is nobody else's concern, and neither are the entries in the journal.
 */
export class Taken1764000000051 implements MigrationInterface {
  readonly name = "Taken1764000000051";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table taking (
        -- As they were recorded, one after the other of each incident.
        ordinal bigint generated always as identity primary key,
        submission_id uuid not null unique references submission,
        incident_id uuid not null references incident,
        is_taken boolean not null,
        at timestamptz not null
      );
      create index taking_by_incident on taking (incident_id, ordinal desc);
      alter table taking enable row level security;
      alter table taking force row level security;
      create policy house on taking to current_user using (true);
      create policy everything on taking to dabyl_sees_everything using (true);
      grant select, insert on taking to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
      alter policy soc on journal using (
        case when soc_id = (select dabyl_party()) and (fact is null or fact not in ('TAKEN', 'RELEASED')) then true else false end);
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
