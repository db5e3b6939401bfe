import type { MigrationInterface, QueryRunner } from "typeorm";

/** An owner whose delivery had become obsolete is notified once more where that is owed again. */
export class ObsoleteDeliveries1764000000026 implements MigrationInterface {
  readonly name = "ObsoleteDeliveries1764000000026";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index delivery_of_incident;
      create unique index delivery_of_incident on delivery (incident_id, object_id, party_id, channel) nulls not distinct
        where incident_id is not null and state <> 'OBSOLETE';
      -- Serves all of an incident's, obsolete ones as well.
      create index delivery_by_incident on delivery (incident_id) where incident_id is not null;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
