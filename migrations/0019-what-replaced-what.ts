import type { MigrationInterface, QueryRunner } from "typeorm";

/** A repeat incident names the earlier one. Dossiers that were linked as of one incident by mistake stand alone again. */
export class WhatReplacedWhat1764000000019 implements MigrationInterface {
  readonly name = "WhatReplacedWhat1764000000019";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incident_card add column earlier_incident_number text;
      -- Serves the incidents that repeat one.
      create index incident_card_by_earlier_incident on incident_card (earlier_incident_number)
        where earlier_incident_number is not null;

      -- Every decision that dossiers are of one incident, or are not. One that stands alone again is a group of its own.
      create table same_incident_decision (
        submission_id uuid not null references submission,
        incident_id uuid not null references incident,
        is_linked boolean not null,
        reason text not null,
        decided_at timestamptz not null,
        primary key (submission_id, incident_id)
      );
      create index same_incident_decision_by_incident on same_incident_decision (incident_id, decided_at);
      insert into same_incident_decision (submission_id, incident_id, is_linked, reason, decided_at)
        select s.id, named.id::uuid, true, s.content::jsonb ->> 'reason', s.received_at
        from submission s, jsonb_array_elements_text(s.content::jsonb -> 'incidents') as named (id)
        where s.act = 'incident.link';
      alter table same_incident_decision enable row level security;
      alter table same_incident_decision force row level security;
      create policy house on same_incident_decision to current_user using (true);
      -- Its reason may speak of another SOC's dossier.
      create policy scope on same_incident_decision using (case (select dabyl_sees()) when 'EVERYTHING' then true else false end);
      grant select, insert on same_incident_decision to dabyl_gateway;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
