import type { MigrationInterface, QueryRunner } from "typeorm";

/** Kinds and sectors are kept in one order, so that the same in another order are no change; an owner sees a waiver with its duty alone. */
export class KindsInOneOrder1764000000036 implements MigrationInterface {
  readonly name = "KindsInOneOrder1764000000036";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update object_kinds set kinds = array(select k from unnest(kinds) as k order by k collate "C");
      update protected_object set kinds = array(select k from unnest(kinds) as k order by k collate "C"),
        sectors = array(select s from unnest(sectors) as s order by s collate "C");
      drop policy scope on waiver;
      create policy scope on waiver using (case (select dabyl_sees())
        when 'EVERYTHING' then true
        when 'SOC' then (select true from obligation o where o.id = obligation_id)
        when 'OWNER' then owner_id = (select dabyl_party()) and (select true from obligation o where o.id = obligation_id)
        else false end);
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
