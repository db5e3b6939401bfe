import type { MigrationInterface, QueryRunner } from "typeorm";

/** The field's own names where ours had to be explained, and a telephone number for each party's duty officer. */
export class NamesOfTheField1764000000013 implements MigrationInterface {
  readonly name = "NamesOfTheField1764000000013";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table obligation rename column debtor_id to obligor_id;
      alter table owner_notification rename column told_at to notified_at;
      alter table delivery rename column released_at to retried_at;
      alter table delivery drop constraint delivery_state_check;
      update delivery set state = case state when 'PUT_ASIDE' then 'GIVEN_UP' else 'OBSOLETE' end
        where state in ('PUT_ASIDE', 'OVERTAKEN');
      alter table delivery add constraint delivery_state_check check
        (state in ('NO_ADDRESS', 'NO_MAIL_SERVER', 'QUEUED', 'ACCEPTED', 'GIVEN_UP', 'OBSOLETE'));
      alter table party add column phone text;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
