import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Who did what: the journal is read by incident, by actor, by party, by act and by time, so what its entries say of these has columns
 * with indexes. A party sees its own actors; which submission decided a retraction or waived a duty is kept with the decision.
 */
export class WhoDidIt1764000000050 implements MigrationInterface {
  readonly name = "WhoDidIt1764000000050";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOURNAL);
    await runner.query(ACTORS);
    await runner.query(DECISIONS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const JOURNAL = `
alter table journal add column actor_id uuid, add column party_id uuid, add column at timestamptz;
drop function entry_columns(text);
-- The columns of an entry that repeat its body.
create function entry_columns(body text) returns table (act text, fact text, incident_id uuid, soc_id uuid,
    notification_id uuid, obligation_id uuid, object_ids uuid[], owner_ids uuid[], actor_id uuid, party_id uuid, at timestamptz)
  language sql immutable parallel safe
  as $$
    -- An entry that waited for its place since an older release names one object and one owner.
    select b.act, b.fact, b.incident, b.soc, b.notification, b.obligation,
      coalesce(b.objects, array_remove(array[b.object], null)), coalesce(b.owners, array_remove(array[b.owner], null)),
      b.actor, b.party, b.at
    from jsonb_to_record(body::jsonb) as b (act text, fact text, incident uuid, soc uuid, notification uuid,
      obligation uuid, objects uuid[], owners uuid[], object uuid, owner uuid, actor uuid, party uuid, at timestamptz)
  $$;
create or replace function seal_journal(waiting uuid[])
  returns table (entry_id uuid, "position" bigint, hash bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  last_position bigint;
  head_position bigint;
  head_hash bytea;
  entry record;
  moved bigint[] := '{}';
  hashes bytea[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('dabyl journal'));
  select j.position, j.hash into last_position, head_hash from journal j order by j.position desc limit 1;
  if not found then
    select a.position, a.hash into last_position, head_hash from journal_anchor a;
  end if;
  head_position := last_position;
  for entry in select o.id, o.body from outbox o order by o.id loop
    head_position := head_position + 1;
    head_hash := sha256(head_hash || int8send(head_position) || convert_to(entry.body, 'UTF8'));
    moved := moved || entry.id;
    hashes := hashes || head_hash;
  end loop;
  if cardinality(moved) > 0 then
    with gone as (
      delete from outbox o using unnest(moved, hashes) with ordinality as m (id, hash, place) where o.id = m.id
      returning o.entry_id, o.body, m.hash, m.place
    )
    insert into journal (position, entry_id, body, hash, act, fact, incident_id, soc_id, notification_id, obligation_id,
      object_ids, owner_ids, actor_id, party_id, at)
    select last_position + g.place, g.entry_id, g.body, g.hash, c.act, c.fact, c.incident_id, c.soc_id, c.notification_id,
      c.obligation_id, c.object_ids, c.owner_ids, c.actor_id, c.party_id, c.at
    from gone g cross join lateral entry_columns(g.body) c order by g.place;
    perform pg_notify('dabyl_journal', '');
  end if;
  return query select j.entry_id, j.position, j.hash from journal j where j.entry_id = any (waiting);
end
$$;
update journal j set actor_id = c.actor_id, party_id = c.party_id, at = c.at
  from journal o cross join lateral entry_columns(o.body) c where o.position = j.position;
-- Serves Incident.facts: keyset.
create index journal_of_incident on journal (incident_id, position) where incident_id is not null;
-- Serve auditEntries: keyset, latest first.
-- For those alone who say \`position > 0\`: by any other condition each list has an index of its own, and a party that has long been
-- silent must not be sought through everybody's entries.
create index journal_by_time on journal (at, position) where position > 0;
create index journal_by_actor on journal (actor_id, at, position);
create index journal_by_party on journal (party_id, at, position);
create index journal_by_act on journal (act, at, position);
`;

/** For reading alone: what a party may change of its actors, the gateway does for it. */
const ACTORS = ["soc", "owner"]
  .map(
    (scope) => `create policy ${scope} on actor for select to dabyl_sees_${scope}
      using (case when party_id = (select dabyl_party()) then true else false end);`,
  )
  .join("\n");

const DECISIONS = `
alter table retraction_decision add column submission_id uuid references submission;
update retraction_decision d set submission_id = s.id from submission s
  where s.act = 'retraction.decide' and s.incident_id = d.incident_id and s.received_at = d.decided_at;
alter table waiver add column submission_id uuid references submission;
update waiver w set submission_id = s.id from submission s
  where s.act = 'obligation.waive' and s.subject_id = w.obligation_id and s.received_at = w.waived_at;
`;
