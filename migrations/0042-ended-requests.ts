import type { MigrationInterface, QueryRunner } from "typeorm";

/** L4: a request to correct a confirmation ends too when what it asks for counts by itself, or when its SOC takes it back. */
export class EndedRequests1764000000042 implements MigrationInterface {
  readonly name = "EndedRequests1764000000042";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table correction_request add column settled_at timestamptz, add column withdrawn_at timestamptz;
      -- By the first card that declared what was asked for; what runs from another confirmation (L15) is not settled.
      update correction_request c set settled_at = greatest(c.requested_at, coalesce(
        (select min(r.received_at) from incident_card r where r.incident_id = c.incident_id and r.confirmed_at = c.confirmed_at),
        c.requested_at))
      from incident i
      where i.id = c.incident_id and c.decided_at is null and c.replaced_at is null and c.confirmed_at = i.confirmed_at
        and not exists (select from obligation o where o.incident_id = i.id and o.rule = 'R9.3' and not o.is_void
          and o.starts_at <> i.confirmed_at);
      drop index correction_request_pending;
      create unique index correction_request_pending on correction_request (incident_id)
        where decided_at is null and replaced_at is null and settled_at is null and withdrawn_at is null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
