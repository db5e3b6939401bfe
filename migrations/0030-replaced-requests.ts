import type { MigrationInterface, QueryRunner } from "typeorm";

/** L4: a SOC that mistyped a request to correct a confirmation sends another, which takes its place. */
export class ReplacedRequests1764000000030 implements MigrationInterface {
  readonly name = "ReplacedRequests1764000000030";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table correction_request add column replaced_at timestamptz;
      drop index correction_request_pending;
      create unique index correction_request_pending on correction_request (incident_id)
        where decided_at is null and replaced_at is null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
