import pg from "pg";
import type { TestDatabase } from "./database.js";

/** A SOC with nothing. */
export const IDLE = "50c00000-0000-7000-8000-999999999999";

/** SOCs of a country whose tables are filled as by a year of exchange; the first one has as much as any other. */
export const SOCS = Array.from({ length: 50 }, (_, n) => `50c00000-0000-7000-8000-${String(n).padStart(12, "0")}`);

/** `incidents` of a year, spread over it and over the SOCs, with what registers list besides. */
export async function fillCountry(database: TestDatabase, incidents: number): Promise<void> {
  const session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  const spread = (of: string): string =>
    `timestamptz '2026-01-01T00:00:00Z' + ${of} * (interval '360 days' / ${incidents})`;
  try {
    // Neither keys nor sums are judged: this is bulk.
    await session.query("set session_replication_role = replica");
    await session.query(
      `insert into party (id, kind, code, name, registered_at)
       select id, 'SOC', 'SOC-' || n, 'SOC ' || n, now() from unnest($1::uuid[]) with ordinality as s (id, n)`,
      [[...SOCS, IDLE]],
    );
    await session.query(`
      create temporary table made as select n, gen_random_uuid() as id, ('{${SOCS.join()}}'::uuid[])[1 + n % ${SOCS.length}] as soc,
        ${spread("n")} as at from generate_series(1, ${incidents}) n;
      insert into party (id, kind, code, name, registered_at)
        select gen_random_uuid(), 'OWNER', 'OWNER-' || n, 'Owner ' || n, now() from generate_series(1, 500) n;
      insert into protected_object (id, code, name, kinds, sectors, owner_id, registered_at)
        select gen_random_uuid(), 'OBJECT-' || row_number() over (), 'Object', '{CRITICAL_INFRASTRUCTURE}', '{HEALTH_CARE}', id, now()
        from party where kind = 'OWNER';
      create temporary table thing as select row_number() over () as n, id, owner_id from protected_object;
      insert into coverage (id, soc_id, object_id, starts_at)
        select gen_random_uuid(), ('{${SOCS.join()}}'::uuid[])[1 + n % ${SOCS.length}], id, '2020-01-01' from thing;
      insert into incident (id, number, soc_id, affected, object_ids, type, severity, level, confirmed_at, received_at, last_revision)
        select m.id, 'I-' || m.n, soc, jsonb_build_array(jsonb_build_object('objectId', t.id, 'description', null)), array[t.id], 'OTHER', 'HIGH', 4, at, at, 1
        from made m join thing t on t.n = 1 + m.n % 500;
      insert into incident_object (object_id, received_at, incident_id, soc_id)
        select unnest(object_ids), received_at, id, soc_id from incident;
      insert into incident_card (id, incident_id, submission_id, revision, registered_on, severity, type, scale, occurred_at, confirmed_at,
          recurrence, sign, contours, nature, consequences, measures, received_at, object_ids, owner_ids, affected)
        select gen_random_uuid(), id, id, 1, at::date, 'HIGH', 'OTHER', 'MASS', at, at, 'NEW', 'ACTUAL', '{INTERNAL}', 'x', '{NONE}', 'x', at, '{}', '{}', '[]'
        from made;
      insert into obligation (id, incident_id, obligor_id, kind, rule, object_id, starts_at, due_at, discharged_at, met_by)
        select gen_random_uuid(), m.id, soc, d.kind, d.rule, case when d.rule = 'R9.2' then t.id end, at, at + interval '1 hour', at, 'SUBMISSION'
        from made m join thing t on t.n = 1 + m.n % 500, (values ('NOTIFY_CENTRE', 'R9.1'), ('NOTIFY_OWNER', 'R9.2'), ('SUBMIT_CARD', 'R9.3')) d (kind, rule);
      insert into owner_notification (id, incident_id, submission_id, object_id, channel, recipient, notified_at, received_at, owner_id)
        select gen_random_uuid(), m.id, m.id, t.id, 'TELEPHONE', 'x', at, at, t.owner_id from made m join thing t on t.n = 1 + m.n % 500 where m.n % 3 <> 0;
      insert into delivery (id, incident_id, object_id, party_id, channel, state, queued_at, accepted_at)
        select gen_random_uuid(), m.id, t.id, t.owner_id, 'EMAIL', 'ACCEPTED', at, at from made m join thing t on t.n = 1 + m.n % 500 where m.n % 2 <> 0;
      insert into owner_acknowledgement (id, incident_id, object_id, owner_id, submission_id, received_at)
        select gen_random_uuid(), m.id, t.id, t.owner_id, m.id, at from made m join thing t on t.n = 1 + m.n % 500 where m.n % 5 <> 0;
      insert into waiver (obligation_id, reason, waived_at, is_by_soc)
        select o.id, 'x', o.starts_at, false from obligation o join made m on m.id = o.incident_id where o.rule = 'R9.2' and m.n % 7 <> 0;
      insert into correction_request (id, incident_id, submission_id, confirmed_at, reason, requested_at, decided_at)
        select gen_random_uuid(), id, id, at, 'x', at, at from made where n % 4 <> 0;
      insert into confirmation_correction (id, incident_id, submission_id, previous, confirmed_at, reason, received_at, object_ids, owner_ids)
        select gen_random_uuid(), id, id, at, at, 'x', at, '{}', '{}' from made where n % 3 <> 0;
      insert into retraction (id, incident_id, submission_id, grounds, requested_at, decided_at, object_ids, owner_ids)
        select gen_random_uuid(), id, id, 'x', at, at, '{}', '{}' from made where n % 3 <> 0;
      insert into retraction_decision (retraction_id, incident_id, is_granted, reason, decided_at, object_ids, owner_ids)
        select id, incident_id, false, 'x', decided_at, '{}', '{}' from retraction;
      create temporary table word as select n, gen_random_uuid() as id, at from made where n % ${SOCS.length} = 0;
      insert into notification (id, number, submission_id, subject, concern_id, text, marking, sent_at)
        select id, 'N-' || n, id, 'THREAT', id, 'x', 'AMBER', at from word;
      insert into concern (id, kind, number, submission_id, summary, observed_at, source, marking, types, sectors, received_at)
        select id, 'THREAT', 'T-' || n, id, 'x', at, 'x', 'AMBER', '{}', '{}', at from word;
      insert into notification_recipient (id, notification_id, soc_id, reasons, available_at)
        select gen_random_uuid(), w.id, s.id, '[]', w.at from word w cross join party s where s.kind = 'SOC' and s.id <> '${IDLE}';
      insert into obligation (id, notification_id, obligor_id, kind, rule, starts_at, due_at)
        select gen_random_uuid(), w.id, s.id, 'ANSWER_NOTIFICATION', 'R9.4', w.at, w.at + interval '3 days' from word w cross join party s where s.kind = 'SOC';
      analyze`);
  } finally {
    await session.end();
  }
}
