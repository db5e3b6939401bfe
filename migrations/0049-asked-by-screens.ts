import type { MigrationInterface, QueryRunner } from "typeorm";

/** Indexes of what screens ask: when each SOC was last heard, and what a SOC has to answer next. */
export class AskedByScreens1764000000049 implements MigrationInterface {
  readonly name = "AskedByScreens1764000000049";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A party's last submission.
      create index submission_of_party on submission (party_id, received_at);
      -- The answers that notifications ask of a SOC by themselves, in the order of their terms.
      create index obligation_answer_of_soc on obligation (obligor_id, due_at, id)
        where notification_id is not null and incident_id is null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
