import type { MigrationInterface, QueryRunner } from "typeorm";

/** L22: who at the national centre recorded what came by another way, beside who took it back; a SOC does not see whose account it was. */
export class WhoRecorded1764000000031 implements MigrationInterface {
  readonly name = "WhoRecorded1764000000031";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The name of the actor at that time.
      alter table received_otherwise add column recorded_by text;
      update received_otherwise w set recorded_by = a.name from submission s join actor a on a.id = s.actor_id
        where s.id = w.submission_id;
      alter table received_otherwise alter column recorded_by set not null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
