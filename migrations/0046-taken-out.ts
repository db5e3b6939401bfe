import type { MigrationInterface, QueryRunner } from "typeorm";

/** Registers over a period are read in the order in which their entries were recorded, a page at a time. */
export class TakenOut1764000000046 implements MigrationInterface {
  readonly name = "TakenOut1764000000046";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index notification_recipient_available on notification_recipient (available_at, id);
      create index owner_notification_received on owner_notification (received_at, id);
      create index owner_acknowledgement_received on owner_acknowledgement (received_at, id);
      create index delivery_accepted on delivery (accepted_at, id) where incident_id is not null and accepted_at is not null;
      create index waiver_waived on waiver (waived_at, obligation_id);
      create index correction_request_requested on correction_request (requested_at, id);
      create index confirmation_correction_received on confirmation_correction (received_at, id);
      create index retraction_requested on retraction (requested_at, id);
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
