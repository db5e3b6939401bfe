import type { MigrationInterface, QueryRunner } from "typeorm";

/** Indexes of the lists of duties and of timeliness. */
export class ListsOfDuties1764000000006 implements MigrationInterface {
  readonly name = "ListsOfDuties1764000000006";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Serve the list obligations: keyset, in the order of due times; the country's, and a SOC's own.
      create index obligation_due on obligation (due_at, id);
      create index obligation_due_of_soc on obligation (debtor_id, due_at, id);
      -- Serve the same where only what is open is asked for: what is due next, what is overdue.
      create index obligation_open on obligation (due_at, id) where discharged_at is null and waived_at is null;
      create index obligation_open_of_soc on obligation (debtor_id, due_at, id)
        where discharged_at is null and waived_at is null;
      -- Serve the list of what is rare among the rest: what was waived, and answers to notifications.
      create index obligation_waived on obligation (due_at, id) where waived_at is not null and discharged_at is null;
      create index obligation_answer on obligation (due_at, id) where notification_id is not null;
      -- Serves the filter by object: R9.2 toward its owner.
      create index obligation_of_object on obligation (object_id) where object_id is not null;
      -- Serves timeliness out of the index alone. Row-level security asks for the last two columns.
      create index obligation_timeliness on obligation (debtor_id, rule, starts_at)
        include (due_at, discharged_at, waived_at, incident_id, object_id);
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
