import type { MigrationInterface, QueryRunner } from "typeorm";

/** R12.1: the centre also detects incidents itself. Recipients of a notification about an incident see when it was retracted. */
export class WhatTheCentreDetects1764000000015 implements MigrationInterface {
  readonly name = "WhatTheCentreDetects1764000000015";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table concern drop constraint concern_kind_check;
      alter table concern add constraint concern_kind_check check (kind in ('THREAT', 'EVENT', 'DETECTED_INCIDENT'));
      -- L18: when the incident that a notification is about was retracted, for those who may see the notification alone.
      create function retraction_told_by(notification uuid) returns timestamptz language sql stable security definer
        set search_path = pg_catalog, public, pg_temp
        as $$
          select i.retracted_at from notification n join incident i on i.id = n.incident_id
          where n.id = retraction_told_by.notification
            and (dabyl_sees() = 'EVERYTHING' or n.id in (select notifications_told_to(dabyl_party())))
        $$;
      revoke execute on function retraction_told_by(uuid) from public;
      grant execute on function retraction_told_by(uuid) to dabyl_gateway;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
