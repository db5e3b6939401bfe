import type { MigrationInterface, QueryRunner } from "typeorm";
import { SCOPE_ROLES } from "../src/platform/roles.js";

/**
 * Lists that say of which values a sighting is no evidence, what they say of the values that were sighted, and the catalogue of
 * vulnerabilities that are known to be exploited. Lists and catalogue are public: they come by the owner's login (`npm run
 * indicators:warn`, `indicators:exploited`), which also judges the values that are there. A value that is new is judged behind the act
 * that wrote it, which only notes it, by a trigger.
 */
export class ValuesThatAreNoEvidence1764000000058 implements MigrationInterface {
  readonly name = "ValuesThatAreNoEvidence1764000000058";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    for (const [table, { soc, owner }] of Object.entries(POLICIES)) await runner.query(policiesOf(table, soc, owner));
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const TABLES = `
create table warning_list (
  id uuid primary key,
  name text not null unique,
  version bigint not null,
  says text not null,
  kind text not null check (kind in ('string', 'substring', 'hostname', 'cidr', 'regex')),
  -- Types of indicators of which it says anything.
  types text[] not null,
  -- SHA-256 of what it says, by which the same again is known.
  content_hash bytea not null,
  taken_at timestamptz not null
);
create table warning_entry (
  -- Of a value (kind string) its digest, otherwise that of the entry under its kind: no value has it.
  key uuid not null,
  list_id uuid not null references warning_list,
  -- When the list said it first, without having left it out since.
  since timestamptz not null,
  -- As those of indicator_value.
  host text collate "C",
  network inet,
  -- In lower case, or as JavaScript writes a regular expression.
  pattern text,
  -- Of a regular expression that took too long: it judges no new value.
  given_up_at timestamptz,
  -- Serves what is said of a value.
  primary key (key, list_id)
);
-- Serves a list's next version.
create index warning_entry_of_list on warning_entry (list_id);
-- Serve what is said of a host by the names above it, and of an address by the networks around it.
create index warning_entry_by_host on warning_entry (host) where host is not null;
create index warning_entry_by_network on warning_entry using gist (network inet_ops) where network is not null;
-- Serves patterns, which are tried one by one.
create index warning_entry_patterns on warning_entry (list_id) where pattern is not null;
create table indicator_doubt (
  value_id uuid not null,
  list_id uuid not null references warning_list,
  -- Of the oldest entry that fits: it tells nothing of when the value was sighted.
  since timestamptz not null,
  primary key (value_id, list_id)
);
-- Serves a list's next version.
create index indicator_doubt_of_list on indicator_doubt (list_id);
-- What a SOC sighted for the first time and is still to be judged. Until then it is told no doubt, whether others know the value or
-- not. Rows come and go: giving the end of the file back would lock acts out.
create table judgement_due (
  position bigint generated always as identity primary key,
  value_id uuid not null,
  soc_id uuid not null
) with (vacuum_truncate = off);
-- Serves what a SOC is told of a value.
create index judgement_due_of_value on judgement_due (value_id, soc_id);
create table known_exploited (
  cve text primary key,
  -- The digest of the indicator. Serves what is asked of values and of incidents.
  value_id uuid not null unique,
  name text not null,
  added date not null,
  due date,
  ransomware boolean not null,
  -- The version of the catalogue that named it last.
  catalogue text not null,
  -- The day of the first catalogue that did not name it any more.
  withdrawn_on date
);
`;

const FUNCTIONS = `
create function note_for_judgement() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
begin
  insert into judgement_due (value_id, soc_id) select w.value_id, w.soc_id from written w;
  return null;
end
$$;
revoke execute on function note_for_judgement() from public;
-- What a SOC has of a value already is changed and not inserted.
create trigger judged_new after insert on indicator_soc referencing new table as written
  for each statement execute function note_for_judgement();
-- Judges the values \`fresh\` by all lists, and does what is due at these positions; for whoever sees everything. What regular expressions
-- fit is told: which value fits which entry of which list.
create function judge_values(fresh uuid[], positions bigint[], fitting uuid[], keys uuid[], lists uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
begin
  if dabyl_sees() is distinct from 'EVERYTHING' then
    return;
  end if;
  -- Dynamic, so that it is planned for lists as they are now.
  execute 'insert into indicator_doubt (value_id, list_id, since)
    select f.value_id, f.list_id, min(f.since) from (
      select e.key as value_id, e.list_id, e.since from warning_entry e where e.key = any ($1)
      union all
      select v.id, e.list_id, e.since from indicator_value v
        cross join lateral (select string_to_array(rtrim(v.host, ''.''), ''.'') as labels offset 0) s
        cross join lateral generate_series(1, cardinality(s.labels)) n
        join warning_entry e on e.host = array_to_string(s.labels[1:n], ''.'') || ''.''
        join warning_list l on l.id = e.list_id and v.type = any (l.types)
      where v.id = any ($1) and v.host is not null
      union all
      select v.id, e.list_id, e.since from indicator_value v
        join warning_entry e on e.network >>= v.address
        join warning_list l on l.id = e.list_id and v.type = any (l.types)
      where v.id = any ($1) and v.address is not null
      union all
      select v.id, e.list_id, e.since from (
          select i.id, i.type, lower(i.value) as text from indicator_value i where i.id = any ($1) offset 0) v
        join warning_list l on l.kind = ''substring'' and v.type = any (l.types)
        join warning_entry e on e.list_id = l.id and e.pattern is not null and strpos(v.text, e.pattern) > 0
      union all
      select g.value_id, e.list_id, e.since from unnest($2, $3, $4) g (value_id, key, list_id)
        join warning_entry e on e.key = g.key and e.list_id = g.list_id
    ) f group by 1, 2 order by 1, 2
    on conflict (value_id, list_id) do update set since = excluded.since where indicator_doubt.since <> excluded.since'
    using fresh, fitting, keys, lists;
  delete from judgement_due d where d.position = any (positions);
end
$$;
-- A regular expression took too long: it judges no new value, until its list is taken in again; for whoever sees everything.
create function give_up_warning(entry uuid, list uuid, at timestamptz) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    update warning_entry e set given_up_at = at where e.key = entry and e.list_id = list and dabyl_sees() = 'EVERYTHING'
  $$;
revoke execute on function judge_values(uuid[], bigint[], uuid[], uuid[], uuid[]), give_up_warning(uuid, uuid, timestamptz) from public;
grant execute on function judge_values(uuid[], bigint[], uuid[], uuid[], uuid[]), give_up_warning(uuid, uuid, timestamptz)
  to dabyl_gateway, ${Object.values(SCOPE_ROLES).join(", ")};
`;

const PUBLIC = { soc: "true", owner: "true" };
const PARTY = "(select dabyl_party())";
const POLICIES: Readonly<Record<string, { readonly soc: string; readonly owner: string | null }>> = {
  warning_list: PUBLIC,
  warning_entry: PUBLIC,
  known_exploited: PUBLIC,
  // Whose values they are about.
  indicator_doubt: {
    soc: `(select true from indicator_soc seen where seen.value_id = indicator_doubt.value_id and seen.soc_id = ${PARTY})`,
    owner: "value_id in (select k.id from indicators_shown_to(dabyl_party()) k)",
  },
  judgement_due: { soc: `soc_id = ${PARTY}`, owner: null },
};

/** As 0043 has them. */
function policiesOf(table: string, soc: string, owner: string | null): string {
  const scoped = (scope: string, condition: string): string =>
    `create policy ${scope} on ${table} to dabyl_sees_${scope} using (case when ${condition} then true else false end);`;
  return `alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy house on ${table} to current_user using (true);
    create policy everything on ${table} to dabyl_sees_everything using (true);
    ${scoped("soc", soc)}
    ${owner === null ? "" : scoped("owner", owner)}
    grant select on ${table} to dabyl_gateway, ${Object.values(SCOPE_ROLES).join(", ")};`;
}
