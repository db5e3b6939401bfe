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
      -- R9.2 alone is about an object. What was described when it was waived, and was linked since, has its description in the link.
      update waiver w set object_description = coalesce(o.object_description, (
          select l.description from object_link l where l.incident_id = o.incident_id and l.object_id = o.object_id
          order by l.place limit 1))
        from obligation o where o.id = w.obligation_id and o.kind = 'NOTIFY_OWNER' and w.object_id is null;
      update waiver w set is_by_soc = o.is_closed_by_soc or o.waived_at is null,
        -- What was owed again since was waived when the journal says.
        waived_at = coalesce(o.waived_at, (select max((j.body::jsonb ->> 'at')::timestamptz) from journal j
          where j.obligation_id = o.id and j.fact = 'OBLIGATION_WAIVED'), o.starts_at)
        from obligation o where o.id = w.obligation_id;
      -- Beside the last statement about its incident that was received before it; with the same place it comes after that one.
      update waiver w set place = coalesce((
          select max(said.place) from (
            ${SAID.map(({ table, at }) => `select incident_id, place, ${at} as at from ${table}`).join(" union all ")}
          ) said where said.incident_id = o.incident_id and said.at <= w.waived_at), extract(epoch from w.waived_at) * 1000)
        from obligation o where o.id = w.obligation_id;
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

/** What is said of an incident, by when it was received. */
const SAID = [
  { table: "incident_report", at: "received_at" },
  { table: "incident_card", at: "received_at" },
  { table: "severity_review", at: "received_at" },
  { table: "confirmation_correction", at: "received_at" },
  { table: "owner_notification", at: "received_at" },
  { table: "owner_acknowledgement", at: "received_at" },
  { table: "incident_notification", at: "linked_at" },
  { table: "object_link", at: "linked_at" },
];
