import type { MigrationInterface, QueryRunner } from "typeorm";
import { placeOfIndicator } from "../src/domain/indicator/place.js";
import type { IndicatorType } from "../src/domain/indicator.js";
import { SCOPE_ROLES } from "../src/platform/roles.js";

/**
 * Indicators as things: one row for each value in its normal form, and where it was sighted. Cards and analyses keep what was submitted; a
 * sighting belongs to the revision that stands, and what was retracted was not sighted. Rows are never changed by more than the acts that
 * write cards and analyses, in their transactions, through the two functions below.
 */
export class Indicators1764000000054 implements MigrationInterface {
  readonly name = "Indicators1764000000054";

  async up(runner: QueryRunner): Promise<void> {
    // Keeps out whoever writes cards, retracts or analyses until the sightings are committed. Before anything that takes a snapshot.
    await runner.query("lock table incident, analysis in share row exclusive mode");
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    for (const { table, condition } of SIGHTED) await fill(runner, table, condition);
    await runner.query(`insert into indicator_soc (value_id, soc_id, type, first_seen, last_seen, sightings)
      select g.value_id, g.soc_id, v.type, min(g.seen_at), max(g.seen_at), count(*)::int
      from sighting g join indicator_value v on v.id = g.value_id group by 1, 2, 3`);
    await runner.query(INDEXES);
    for (const [table, { soc, owner }] of Object.entries(POLICIES)) await runner.query(policiesOf(table, soc, owner));
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const TABLES = `
-- The digest of a type and a value, by which the value is known: \`indicatorDigest\`.
create function indicator_digest(type text, value text) returns uuid language sql immutable parallel safe
  as $$ select encode(substring(sha256(convert_to(type || ' ' || value, 'UTF8')) for 16), 'hex')::uuid $$;
create table indicator_value (
  -- Its digest: a running number would tell how many there are, and a value of 4,000 characters fits no index.
  id uuid primary key,
  type text not null,
  value text not null,
  -- Its host's labels from the root down, as \`kz.example.mail.\`.
  host text collate "C",
  -- Its address or network, or that of its host.
  address inet
);
-- References are not declared: a card may have 100,000 values, and whoever writes them has written what they refer to.
create table sighting (
  value_id uuid not null,
  soc_id uuid not null,
  -- Of an incident: when the gateway received the first that was said of it. Of an analysis: when the first revision with the value came.
  seen_at timestamptz not null,
  -- The incident, if \`is_card\`, or the analysis.
  source_id uuid not null,
  is_card boolean not null
);
-- Serves a later revision and a retraction.
create unique index sighting_key on sighting (source_id, value_id);
create table indicator_soc (
  value_id uuid not null,
  soc_id uuid not null,
  type text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  sightings int not null
);
`;

const INDEXES = `
-- Serves the incidents of a value, SOC by SOC, newest first; and what is left of a SOC's sightings of it.
create index sighting_of_value on sighting (value_id, soc_id, seen_at desc, source_id desc);
alter table sighting replica identity using index sighting_key;
-- Serves one value.
alter table indicator_soc add primary key (value_id, soc_id);
-- Serve a SOC's list, in its two orders.
create index indicator_soc_last on indicator_soc (soc_id, last_seen desc, value_id desc);
create index indicator_soc_most on indicator_soc (soc_id, sightings desc, value_id desc);
-- Serves the national centre's list.
create index indicator_last on indicator_soc (last_seen desc, value_id desc, soc_id);
-- Serve what is under a name and within a network.
create index indicator_by_host on indicator_value (host) where host is not null;
create index indicator_by_address on indicator_value (address) where address is not null;
`;

const FUNCTIONS = `
-- Records that a SOC's card or analysis shows these values, each once and in the order of their digests. Many values are planned for anew: by
-- a plan that was kept from when the tables were small, 100,000 took minutes. A usual card's look up nothing, so any plan will do.
create function record_sightings(source uuid, of_card boolean, soc uuid, seen timestamptz, ids uuid[], types text[], "values" text[],
    hosts text[], addresses inet[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
begin
  if soc is distinct from dabyl_party() then
    return;
  end if;
  if cardinality(ids) <= 100 then
    insert into indicator_value (id, type, value, host, address)
    select g.* from unnest(ids, types, "values", hosts, addresses) g (id, type, value, host, address) on conflict do nothing;
    with added as (
      insert into sighting (value_id, soc_id, seen_at, source_id, is_card) select g.id, soc, seen, source, of_card from unnest(ids) g (id)
      on conflict do nothing returning value_id
    )
    insert into indicator_soc as s (value_id, soc_id, type, first_seen, last_seen, sightings)
    select a.value_id, soc, types[array_position(ids, a.value_id)], seen, seen, 1 from added a order by 1
    on conflict (value_id, soc_id) do update set sightings = s.sightings + 1, first_seen = least(s.first_seen, excluded.first_seen),
      last_seen = greatest(s.last_seen, excluded.last_seen);
    return;
  end if;
  execute 'insert into indicator_value (id, type, value, host, address)
    select g.* from unnest($1, $2, $3, $4, $5) g (id, type, value, host, address) on conflict do nothing'
    using ids, types, "values", hosts, addresses;
  execute 'with added as (
      insert into sighting (value_id, soc_id, seen_at, source_id, is_card) select g.id, $2, $3, $4, $5 from unnest($1) g (id)
      on conflict do nothing returning value_id
    )
    insert into indicator_soc as s (value_id, soc_id, type, first_seen, last_seen, sightings)
    select a.value_id, $2, (select v.type from indicator_value v where v.id = a.value_id), $3, $3, 1 from added a order by 1
    on conflict (value_id, soc_id) do update set sightings = s.sightings + 1, first_seen = least(s.first_seen, excluded.first_seen),
      last_seen = greatest(s.last_seen, excluded.last_seen)'
    using ids, soc, seen, source, of_card;
end
  $$;
-- Removes the sightings of a card or an analysis, but those of the values \`kept\`, which from now on are those of \`successor\`.
create function drop_sightings(source uuid, kept uuid[], successor uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  gone uuid[];
  soc uuid;
begin
  select s.soc_id into soc from sighting s where s.source_id = source and (dabyl_sees() = 'EVERYTHING' or s.soc_id = dabyl_party()) limit 1;
  if not found then
    return;
  end if;
  execute 'with dropped as (delete from sighting s where s.source_id = $1 and s.value_id <> all ($2) returning s.value_id)
    select array_agg(d.value_id order by d.value_id) from dropped d' into gone using source, kept;
  if successor <> source then
    execute 'update sighting s set source_id = $2 where s.source_id = $1' using source, successor;
  end if;
  if gone is null then
    return;
  end if;
  execute 'select from indicator_soc s where s.soc_id = $1 and s.value_id = any ($2) order by s.value_id for update' using soc, gone;
  execute 'delete from indicator_soc s where s.soc_id = $1 and s.value_id = any ($2) and s.sightings = 1' using soc, gone;
  execute 'update indicator_soc s set sightings = s.sightings - 1,
      first_seen = (select min(g.seen_at) from sighting g where g.value_id = s.value_id and g.soc_id = $1),
      last_seen = (select max(g.seen_at) from sighting g where g.value_id = s.value_id and g.soc_id = $1)
    where s.soc_id = $1 and s.value_id = any ($2)' using soc, gone;
end
  $$;
-- What cards show an owner: those of its copies of incidents, as it last saw them.
create function indicators_shown_to(owner uuid) returns table (id uuid, incident_id uuid, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select distinct indicator_digest(n.type, n.value), i.id, i.received_at from owner_incident i
      cross join lateral (select c.id from incident_card c where c.incident_id = i.id and owner = any (c.owner_ids)
        order by c.revision desc limit 1) c
      join indicator n on n.card_id = c.id
    where i.owner_id = owner and i.retracted_at is null
  $$;
revoke execute on function record_sightings(uuid, boolean, uuid, timestamptz, uuid[], text[], text[], text[], inet[]),
  drop_sightings(uuid, uuid[], uuid), indicators_shown_to(uuid) from public;
grant execute on function record_sightings(uuid, boolean, uuid, timestamptz, uuid[], text[], text[], text[], inet[]),
  drop_sightings(uuid, uuid[], uuid), indicators_shown_to(uuid)
  to dabyl_gateway, ${Object.values(SCOPE_ROLES).join(", ")};
`;

const PARTY = "(select dabyl_party())";
const POLICIES: Readonly<Record<string, { readonly soc: string; readonly owner: string | null }>> = {
  indicator_value: {
    soc: `(select true from indicator_soc seen where seen.value_id = id and seen.soc_id = ${PARTY})`,
    owner: "id in (select k.id from indicators_shown_to(dabyl_party()) k)",
  },
  sighting: { soc: `soc_id = ${PARTY}`, owner: null },
  indicator_soc: { soc: `soc_id = ${PARTY}`, owner: null },
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

/** The statements that stand, by the tables of their indicators: \`n\` is a row of the table, \`s\` what it is a part of. */
const SIGHTED = [
  {
    table: "indicator",
    condition: `select c.incident_id as source, true as "isCard", i.soc_id as soc, i.received_at as seen
      from incident_card c join incident i on i.id = c.incident_id
      where c.id = n.card_id and i.last_revision = c.revision and i.retracted_at is null`,
  },
  {
    table: "analysis_indicator",
    condition: `select a.id as source, false as "isCard", a.soc_id as soc, a.received_at as seen from analysis a
      where a.id = n.analysis_id and not exists (
        select from analysis_notification l join analysis_notification o on o.notification_id = l.notification_id
          join analysis b on b.id = o.analysis_id
        where l.analysis_id = a.id and b.soc_id = a.soc_id and b.kind = a.kind and b.revision > a.revision)`,
  },
] as const;

/** Rows that are read and written at once. */
const BATCH = 5_000;

interface Read {
  readonly parent: string;
  readonly ordinal: number;
  readonly type: IndicatorType;
  readonly value: string;
  readonly source: string | null;
}

async function fill(runner: QueryRunner, table: string, condition: string): Promise<void> {
  const parent = table === "indicator" ? "card_id" : "analysis_id";
  let after: readonly [string, number] = ["00000000-0000-0000-0000-000000000000", -1];
  for (;;) {
    const rows: readonly Read[] = await runner.query(
      `select n.${parent} as parent, n.ordinal, n.type, n.value, s.source
       from (select * from ${table} where (${parent}, ordinal) > ($1::uuid, $2::int) order by ${parent}, ordinal limit ${BATCH}) n
         left join lateral (${condition}) s on true order by 1, 2`,
      [...after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const sighted = rows.filter(({ source }) => source !== null);
    const places = sighted.map(({ type, value }) => placeOfIndicator(type, value));
    await runner.query(
      `with given as (
         select indicator_digest(g.type, g.value) as id, g.* from unnest($1::uuid[], $2::text[], $3::text[], $4::text[],
           $5::inet[]) g (parent, type, value, host, address)
       ), named as (
         insert into indicator_value (id, type, value, host, address)
         select distinct on (id) id, type, value, host, address from given order by id on conflict do nothing
       )
       insert into sighting (value_id, soc_id, seen_at, source_id, is_card)
       select g.id, s.soc, s.seen, s.source, s."isCard" from given g
         cross join lateral (select g.parent as ${parent}) n cross join lateral (${condition}) s
       on conflict do nothing`,
      [
        sighted.map((row) => row.parent),
        sighted.map(({ type }) => type),
        sighted.map(({ value }) => value),
        places.map(({ host }) => host),
        places.map(({ address }) => address),
      ],
    );
    after = [last.parent, last.ordinal];
  }
}
