import type { MigrationInterface, QueryRunner } from "typeorm";

/** L4: a SOC asks the national centre to correct a confirmation that it has declared by mistake. */
export class OpenQuestions1764000000016 implements MigrationInterface {
  readonly name = "OpenQuestions1764000000016";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table correction_request (
        id uuid primary key,
        incident_id uuid not null references incident,
        submission_id uuid not null references submission,
        confirmed_at timestamptz not null,
        reason text not null,
        requested_at timestamptz not null,
        decided_at timestamptz
      );
      create index correction_request_by_incident on correction_request (incident_id, requested_at);
      create unique index correction_request_pending on correction_request (incident_id) where decided_at is null;
      -- The confirmation that counts is before the terms were in force (L15).
      alter table incident add column is_before_terms boolean not null default false;
      alter table owner_incident add column is_before_terms boolean not null default false check (not is_before_terms);
      update incident i set is_before_terms = true where not exists (select from obligation o where o.incident_id = i.id);
      create index incident_before_terms on incident (received_at desc, id desc) where is_before_terms;
      -- Serves the list of confirmations before the occurrence.
      create index incident_confirmed_before_it_occurred on incident (received_at desc, id desc) where confirmed_at < occurred_at;
      alter table correction_request enable row level security;
      alter table correction_request force row level security;
      create policy house on correction_request to current_user using (true);
      create policy scope on correction_request using (case (select dabyl_sees())
        when 'EVERYTHING' then true
        when 'SOC' then (select true from incident i where i.id = incident_id)
        else false end);
      grant select, insert, update on correction_request to dabyl_gateway;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
