import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A waiver is a statement: who waived which duty, and when. A duty can be closed by its SOC, be owed again because the incident
 * names its object again, and be closed once more (F25); what was waived is judged from that, as everything else is.
 */
export class Waivers1764000000025 implements MigrationInterface {
  readonly name = "Waivers1764000000025";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table waiver
        add column place int8,
        -- R9.2 only, beside object_id: the description of an object that was not registered then.
        add column object_description text,
        add column waived_at timestamptz,
        -- True where its SOC closed it, because a correction had left it over (F25).
        add column is_by_soc boolean;
      update waiver w set object_description = o.object_description, is_by_soc = o.is_closed_by_soc or o.waived_at is null,
        -- What was owed again since was waived when the journal says.
        waived_at = coalesce(o.waived_at, (select max((j.body::jsonb ->> 'at')::timestamptz) from journal j
          where j.obligation_id = o.id and j.fact = 'OBLIGATION_WAIVED'), o.starts_at)
        from obligation o where o.id = w.obligation_id;
      update waiver set place = extract(epoch from waived_at) * 1000;
      alter table waiver drop constraint waiver_pkey, add primary key (obligation_id, place),
        alter column place set default nextval('statement_place'),
        alter column waived_at set not null, alter column is_by_soc set not null;
      alter table obligation drop column is_closed_by_soc;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
