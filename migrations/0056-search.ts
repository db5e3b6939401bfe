import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Search: what is found by words is kept beside the texts, made by one writer behind the acts. An act only notes what it wrote, in
 * its own transaction, by triggers, so that no way of writing is left out. Whoever searches does it through functions that put the
 * scope of their transaction's role into the question themselves: the operators of full text are not leakproof, so that under
 * row-level security the index would not be used.
 */
export class Search1764000000056 implements MigrationInterface {
  readonly name = "Search1764000000056";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create extension if not exists pg_trgm with schema public");
    // Keeps out whoever writes these, until all that is there is noted and the triggers are there.
    await runner.query(`lock table incident_report, incident_card, notification, notification_recipient, analysis, protected_object,
      coverage in share row exclusive mode`);
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
    await runner.query(FUNCTIONS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const TABLES = `
create table search_text (
  -- What holds the text: REPORT (its incident's id), CARD, NOTIFICATION, ANALYSIS or OBJECT.
  kind text not null,
  id uuid not null,
  -- What is found: the incident of a report or a card, otherwise the same id.
  subject_id uuid not null,
  -- Of a report and a card, when the incident was received.
  at timestamptz not null,
  -- Terms of its words (A to D as \`src/domain/search/parts.ts\` has it), §kKIND, and the scopes: §s and the id of a SOC, §w and that of an owner.
  words tsvector not null,
  primary key (kind, id)
);
-- Serves the search by words, in every scope.
create index search_text_by_word on search_text using gin (words) with (fastupdate = off);
-- Serves the newest of very many hits.
create index search_text_by_time on search_text (at desc, subject_id desc);
-- Serves the removal of a card's earlier revision.
create index search_text_by_subject on search_text (subject_id);
-- The words that stand in the texts of a scope (§s…, §w…, or * for everything), for those who mistype one.
create table search_word (
  scope text not null,
  word text not null,
  -- As it was first written.
  written text not null,
  primary key (scope, word)
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);
-- What was written and is still to be taken in. Rows come and go: giving the end of the file back would lock acts out.
create table search_due (
  position bigint generated always as identity primary key,
  kind text not null,
  id uuid not null
) with (vacuum_truncate = off);
${["search_text", "search_word", "search_due"]
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy house on ${table} to current_user using (true);
create policy everything on ${table} to dabyl_sees_everything using (true);
grant select, insert, update on ${table} to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;`,
  )
  .join("")}
grant usage on sequence search_due_position_seq to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
`;

/** For each table what its rows make due, and whether a change of one matters: whose what was said is may change. */
const NOTED = [
  { table: "incident_report", kind: "REPORT", id: "incident_id", changes: true },
  { table: "incident_card", kind: "CARD", id: "id", changes: true },
  { table: "notification", kind: "NOTIFICATION", id: "id", changes: false },
  { table: "notification_recipient", kind: "NOTIFICATION", id: "notification_id", changes: false },
  { table: "analysis", kind: "ANALYSIS", id: "id", changes: false },
  { table: "protected_object", kind: "OBJECT", id: "id", changes: true },
  { table: "coverage", kind: "OBJECT", id: "object_id", changes: false },
];

const TRIGGERS = `
create function note_for_search() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
begin
  execute format('insert into search_due (kind, id) select distinct %L, %I from written', tg_argv[0], tg_argv[1]);
  return null;
end
$$;
revoke execute on function note_for_search() from public;
${NOTED.map(
  ({ table, kind, id, changes }) => `
create trigger searched_new after insert on ${table} referencing new table as written
  for each statement execute function note_for_search('${kind}', '${id}');
${
  changes
    ? `create trigger searched_change after update on ${table} referencing new table as written
  for each statement execute function note_for_search('${kind}', '${id}');`
    : ""
}`,
).join("")}
-- Oldest first, so that what is newest stands last and is found last while all of it is taken in.
insert into search_due (kind, id) select 'OBJECT', id from protected_object;
insert into search_due (kind, id) select 'NOTIFICATION', id from notification order by sent_at;
insert into search_due (kind, id) select 'ANALYSIS', id from analysis order by received_at;
insert into search_due (kind, id) select 'REPORT', incident_id from incident_report order by received_at;
insert into search_due (kind, id) select 'CARD', id from incident_card order by received_at;
`;

const FUNCTIONS = `
-- The term that stands in all that the role of this transaction may find: null for everything. Not by a setting alone: a role
-- that sees less cannot widen itself by one.
create function search_scope() returns text language plpgsql stable set search_path = pg_catalog, public, pg_temp
  as $$
begin
  case current_setting('role')
    when 'dabyl_sees_everything' then return null;
    when 'dabyl_sees_soc' then return '§s' || dabyl_party();
    when 'dabyl_sees_owner' then return '§w' || dabyl_party();
    else return '§';
  end case;
end
$$;
-- What fits \`asked\` within the scope of the role: at most \`most\` after the row named, ranked, or the newest first where more than
-- 10,000 texts fit (or \`by_time\` says so). \`hits\`: how many things do; 10,001 stands for more. A row without a subject, where
-- nothing is given, says how many there are.
create function search_texts(asked tsquery, most int, by_time boolean, after_rank real, after_at timestamptz, after_id uuid)
  returns table (kinds text[], ids uuid[], subject_id uuid, rank real, at timestamptz, hits int, is_by_time boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  scope text := search_scope();
  scoped tsquery := case when scope is null then asked else asked && ('''' || scope || '''')::tsquery end;
  many int;
  newest boolean;
begin
  -- Dynamic, so that each question is planned by itself.
  execute 'select count(*) from (select from search_text where words @@ $1 limit 10001) f' into many using scoped;
  newest := coalesce(by_time, many > 10000);
  if many <= 10000 then
    execute 'select count(distinct subject_id) from search_text where words @@ $1' into many using scoped;
  end if;
  if most > 0 and newest then
    return query execute 'select array_agg(t.kind), array_agg(t.id), t.subject_id, null::real, t.at, $5, true
      from search_text t where t.words @@ $1 and ($3 is null or (t.at, t.subject_id) < ($3, $4))
      group by t.at, t.subject_id order by t.at desc, t.subject_id desc limit $2' using scoped, most, after_at, after_id, many;
  elsif most > 0 then
    return query execute 'select f.* , $6, false from (
        select array_agg(t.kind) kinds, array_agg(t.id) ids, t.subject_id, max(ts_rank(''{0.3, 0.6, 0.8, 1}'', t.words, $7)) as rank, max(t.at) as at
        from search_text t where t.words @@ $1 group by t.subject_id) f
      where $3 is null or (f.rank, f.at, f.subject_id) < ($3, $4, $5)
      order by f.rank desc, f.at desc, f.subject_id desc limit $2' using scoped, most, after_rank, after_at, after_id, many, asked;
  end if;
  if not found then
    return query select null::text[], null::uuid[], null::uuid, null::real, null::timestamptz, many, newest;
  end if;
end
$$;
-- Words of the role's own scope that are written like \`typed\`, the likest first.
create function similar_words(typed text, most int) returns table (word text, written text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
begin
  return query select w.word, w.written from search_word w where w.word % typed and w.scope = coalesce(search_scope(), '*')
    order by similarity(w.word, typed) desc, w.word limit most;
end
$$;
-- Takes the oldest of what is due; for whoever sees everything.
create function take_search_due(most int) returns table (kind text, id uuid) language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    delete from search_due d where d.position in (
      select position from search_due where dabyl_sees() = 'EVERYTHING' order by position limit most) returning d.kind, d.id
  $$;
-- Takes the cards of these incidents out of the search but for the current ones; for whoever sees everything.
create function drop_search_cards(incidents uuid[], current uuid[]) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    delete from search_text t where t.kind = 'CARD' and t.subject_id = any (incidents) and t.id <> all (current)
      and dabyl_sees() = 'EVERYTHING'
  $$;
revoke execute on function take_search_due(int), drop_search_cards(uuid[], uuid[]) from public;
grant execute on function take_search_due(int), drop_search_cards(uuid[], uuid[])
  to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
revoke execute on function search_texts(tsquery, int, boolean, real, timestamptz, uuid) from public;
revoke execute on function similar_words(text, int) from public;
grant execute on function search_texts(tsquery, int, boolean, real, timestamptz, uuid)
  to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
grant execute on function similar_words(text, int) to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
`;
