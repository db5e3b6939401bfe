import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What waits for its place is sealed in one insert, and each entry's columns are read out of its body at once: a generated column
 * parses the body by itself, six of them and a trigger eight times. An entry takes a quarter of the processor time; all others wait
 * for it. Nobody but this function inserts, and the walk along the chain compares the columns with the body.
 */
export class SealedAtOnce1764000000048 implements MigrationInterface {
  readonly name = "SealedAtOnce1764000000048";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${["act", "fact", "incident_id", "soc_id", "notification_id", "obligation_id"]
        .map((column) => `alter table journal alter column ${column} drop expression;`)
        .join("\n")}
      drop trigger journal_owner on journal;
      drop function journal_owner();
      -- The columns of an entry that repeat its body.
      create function entry_columns(body text) returns table (act text, fact text, incident_id uuid, soc_id uuid,
          notification_id uuid, obligation_id uuid, object_ids uuid[], owner_ids uuid[])
        language sql immutable parallel safe
        as $$
          -- An entry that waited for its place since an older release names one object and one owner.
          select b.act, b.fact, b.incident, b.soc, b.notification, b.obligation,
            coalesce(b.objects, array_remove(array[b.object], null)), coalesce(b.owners, array_remove(array[b.owner], null))
          from jsonb_to_record(body::jsonb) as b (act text, fact text, incident uuid, soc uuid, notification uuid,
            obligation uuid, objects uuid[], owners uuid[], object uuid, owner uuid)
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
            object_ids, owner_ids)
          select last_position + g.place, g.entry_id, g.body, g.hash, c.act, c.fact, c.incident_id, c.soc_id, c.notification_id,
            c.obligation_id, c.object_ids, c.owner_ids
          from gone g cross join lateral entry_columns(g.body) c order by g.place;
          perform pg_notify('dabyl_journal', '');
        end if;
        return query select j.entry_id, j.position, j.hash from journal j where j.entry_id = any (waiting);
      end
      $$;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
