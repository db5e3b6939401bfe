import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds what the clock announced as overdue and was not: a submission that was received in time may be recorded afterwards. */
export class NotOverdue1764000000012 implements MigrationInterface {
  readonly name = "NotOverdue1764000000012";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Serves the clock, which takes such an announcement back. It is nearly always empty.
      create index obligation_not_overdue on obligation (due_at)
        where overdue_announced_for = due_at and coalesce(discharged_at, waived_at) <= due_at;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
