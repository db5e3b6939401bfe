import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the clock has announced of each duty, so that each announcement is made once, whichever gateway makes it. */
export class Clocks1764000000005 implements MigrationInterface {
  readonly name = "Clocks1764000000005";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The due time for which each was announced last: a duty that is moved is announced again.
      alter table obligation add column soon_announced_for timestamptz, add column overdue_announced_for timestamptz;
      -- Serve the clock: what is still to be announced, the next one first. What was announced leaves the index.
      create index obligation_soon_next on obligation (rule, due_at)
        where discharged_at is null and waived_at is null and soon_announced_for is distinct from due_at;
      create index obligation_overdue_next on obligation (rule, due_at)
        where discharged_at is null and waived_at is null and overdue_announced_for is distinct from due_at;
      alter table journal add column obligation_id uuid
        generated always as (((body::jsonb) ->> 'obligation')::uuid) stored;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
