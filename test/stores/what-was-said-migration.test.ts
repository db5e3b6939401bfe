import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { DataSource } from "typeorm";
import { expect, inject, test } from "vitest";
import { MIGRATIONS } from "../../migrations/index.js";

/** Runs migrations as the owner of a database. */
async function migrateWith(url: string, migrations: typeof MIGRATIONS): Promise<void> {
  const dataSource = new DataSource({ type: "postgres", url, migrations, migrationsTableName: "migration" });
  await dataSource.initialize();
  await dataSource.runMigrations({ transaction: "each" });
  await dataSource.destroy();
}

/** What a database of the release before may hold: a card that came to name another owner's object, and statements of every kind. */
const BEFORE = `
insert into party (id, kind, code, name, registered_at) select id::uuid, kind, code, code, '2026-01-01' from (values
  ('a0000000-0000-0000-0000-000000000001', 'SOC', 'SOC'), ('a0000000-0000-0000-0000-000000000002', 'OWNER', 'ONE'),
  ('a0000000-0000-0000-0000-000000000003', 'OWNER', 'TWO')) p (id, kind, code);
insert into protected_object (id, code, name, kinds, sectors, owner_id, registered_at) values
  ('b0000000-0000-0000-0000-000000000001', 'X', 'X', '{}', '{}', 'a0000000-0000-0000-0000-000000000002', '2026-01-01'),
  ('b0000000-0000-0000-0000-000000000002', 'Y', 'Y', '{}', '{}', 'a0000000-0000-0000-0000-000000000003', '2026-01-01');
insert into actor (id, party_id, name, roles, registered_at)
  values ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', 'Actor', '{}', '2026-01-01');
insert into incident (id, number, soc_id, object_id, type, severity, confirmed_at, occurred_at, received_at, last_revision)
  values ('d0000000-0000-0000-0000-000000000001', 'SOC-2026-0001', 'a0000000-0000-0000-0000-000000000001',
    'b0000000-0000-0000-0000-000000000002', 'PHISHING', 'HIGH', '2026-03-01 09:00Z', '2026-03-01 08:00Z', '2026-03-01 10:00Z', 1);
insert into submission (id, party_id, actor_id, key, act, content, content_hash, incident_id, entry_id, warnings, received_at)
  values ('e0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001',
    'key', 'incident.report', '{}', '', 'd0000000-0000-0000-0000-000000000001', gen_random_uuid(), '[]', '2026-03-01 10:00Z');
insert into incident_report (incident_id, submission_id, confirmed_at, type, summary, object_id, severity, received_at)
  values ('d0000000-0000-0000-0000-000000000001', 'e0000000-0000-0000-0000-000000000001', '2026-03-01 09:00Z', 'SPAM', 'Of X.',
    'b0000000-0000-0000-0000-000000000001', 'LOW', '2026-03-01 10:00Z');
insert into incident_card (id, incident_id, submission_id, revision, registered_on, severity, type, scale, occurred_at,
    confirmed_at, recurrence, sign, contours, nature, consequences, object_id, measures, received_at)
  values (gen_random_uuid(), 'd0000000-0000-0000-0000-000000000001', 'e0000000-0000-0000-0000-000000000001', 1, '2026-03-01',
    'HIGH', 'PHISHING', 'MASS', '2026-03-01 08:00Z', '2026-03-01 09:00Z', 'NEW', 'ACTUAL', '{INTERNAL}', 'Of Y.', '{NONE}',
    'b0000000-0000-0000-0000-000000000002', 'None.', '2026-03-01 12:00Z');
insert into severity_review (id, incident_id, submission_id, severity, reason, received_at)
  select gen_random_uuid(), 'd0000000-0000-0000-0000-000000000001', 'e0000000-0000-0000-0000-000000000001', 'LOW', reason, at
  from (values ('Of X.', '2026-03-01 11:00Z'::timestamptz), ('Of Y.', '2026-03-01 13:00Z')) r (reason, at);
insert into retraction (id, incident_id, submission_id, grounds, requested_at, is_granted, reason, decided_at)
  values (gen_random_uuid(), 'd0000000-0000-0000-0000-000000000001', 'e0000000-0000-0000-0000-000000000001', 'Of X.',
    '2026-03-01 11:30Z', false, 'Of Y.', '2026-03-01 14:00Z');
insert into obligation (id, incident_id, debtor_id, kind, rule, object_id, starts_at, due_at, waived_at, waived_reason)
  select gen_random_uuid(), 'd0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', kind, rule, object::uuid,
    '2026-03-01 09:00Z', '2026-03-01 09:15Z', at, reason
  from (values ('NOTIFY_OWNER', 'R9.2', 'b0000000-0000-0000-0000-000000000001', '2026-03-01 13:00Z'::timestamptz, 'Of X.'),
    ('SUBMIT_CARD', 'R9.3', null, '2026-03-01 11:00Z', 'Of X.')) o (kind, rule, object, at, reason);
insert into journal (position, entry_id, body, hash) values (1, gen_random_uuid(),
  '{"act":"incident.report","fact":"REPORTED","object":"b0000000-0000-0000-0000-000000000001"}', '');
insert into notification (id, number, submission_id, subject, incident_id, text, marking, sent_at)
  values ('f0000000-0000-0000-0000-000000000001', 'NOTIFICATION-2026-0001', 'e0000000-0000-0000-0000-000000000001', 'INCIDENT',
    'd0000000-0000-0000-0000-000000000001', 'Text.', 'RED', '2026-03-02');
insert into notification_indicator values ('f0000000-0000-0000-0000-000000000001', 0, 'DOMAIN', 'notified.example', 'notified.example');
insert into notification_recipient (id, notification_id, soc_id, reasons, available_at) values (gen_random_uuid(),
  'f0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001',
  '[{"kind":"NAMED","of":null},{"kind":"SHARES_INDICATOR","of":"notified.example"},{"kind":"SHARES_INDICATOR","of":"secret.example"}]',
  '2026-03-02');
`;

test("what a database held before is given to whom it was said, by what the card named then", async () => {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const superuser = new Client({ connectionString: inject("superuserUrl") });
  await superuser.connect();
  await superuser.query(`create database ${name} owner dabyl_owner`);
  const url = Object.assign(new URL(inject("templateOwnerUrl")), { pathname: `/${name}` }).href;
  const client = new Client({ connectionString: url });
  try {
    const last = MIGRATIONS.findIndex((migration) => migration.name.startsWith("WhatWasSaidOfWhom"));
    await migrateWith(url, MIGRATIONS.slice(0, last));
    await client.connect();
    await client.query(BEFORE);
    await migrateWith(url, MIGRATIONS);
    const rows = async (sql: string): Promise<unknown[]> => {
      const { rows: found } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
      return found;
    };
    const said = (table: string, text: string) =>
      rows(
        `select ${text}, p.code from ${table} t left join party p
           on p.id = ${["waiver", "obligation"].includes(table) ? "t.owner_id" : "any (t.owner_ids)"} order by 1, 2`,
      );
    expect(await said("incident_report", "summary")).toEqual([["Of X.", "ONE"]]);
    expect(await said("incident_card", "nature")).toEqual([["Of Y.", "TWO"]]);
    expect(await said("severity_review", "reason")).toEqual([
      ["Of X.", "ONE"],
      ["Of Y.", "TWO"],
    ]);
    expect(await said("retraction", "grounds")).toEqual([["Of X.", "ONE"]]);
    expect(await said("retraction_decision", "reason")).toEqual([["Of Y.", "TWO"]]);
    expect(await said("waiver", "reason")).toEqual([
      ["Of X.", "ONE"],
      ["Of X.", "ONE"],
    ]);
    expect(await said("obligation", "rule")).toEqual([
      ["R9.2", "ONE"],
      // How a SOC stands toward the centre is not its owners' concern.
      ["R9.3", null],
    ]);
    expect(await said("journal", "fact")).toEqual([["REPORTED", "ONE"]]);
    expect(
      await rows(`select p.code, i.type, i.severity, i.last_revision, i.occurred_at is null from owner_incident i
      join party p on p.id = i.owner_id order by 1`),
    ).toEqual([
      ["ONE", "SPAM", "LOW", 0, true],
      ["TWO", "PHISHING", "HIGH", 1, false],
    ]);
    expect(
      await rows(`select reasons from notification_recipient union all select reasons from withheld_reason`),
    ).toEqual([
      [
        [
          { kind: "NAMED", of: null },
          { kind: "SHARES_INDICATOR", of: "notified.example" },
        ],
      ],
      [[{ kind: "SHARES_INDICATOR", of: "secret.example" }]],
    ]);
  } finally {
    await client.end();
    await superuser.query(`drop database ${name} with (force)`);
    await superuser.end();
  }
});
