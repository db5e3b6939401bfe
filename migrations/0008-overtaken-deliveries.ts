import type { MigrationInterface, QueryRunner } from "typeorm";

/** A delivery whose news is no longer so is not sent any more. */
export class OvertakenDeliveries1764000000008 implements MigrationInterface {
  readonly name = "OvertakenDeliveries1764000000008";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery drop constraint delivery_state_check,
        add constraint delivery_state_check check (state in ('NO_ADDRESS', 'QUEUED', 'ACCEPTED', 'PUT_ASIDE', 'OVERTAKEN'));
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
