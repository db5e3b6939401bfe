import type { IndicatorType } from "../../domain/indicator.js";
import type { ListKind, WarningEntry, WarningList } from "../../domain/indicator/warning-list.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { digestOf, indicatorDigest, sha256 } from "../../platform/hash.js";
import { newId } from "../../platform/identity.js";
import type { Patterns } from "../../platform/patterns.js";
import { Hindrance } from "../../platform/program.js";
import { timestamp } from "../../platform/sql.js";
import { JUDGING, PATTERN_ROWS, type PatternRow } from "./judgement.store.js";

/** Lists that are kept at once: MISP publishes some 120. */
const MOST_LISTS = 500;
/** Entries that one statement writes, and values that one question to a regular expression has. */
const AT_ONCE = 5_000;

export interface TakenList {
  readonly is: "NEW" | "NEWER" | "SAME";
  /** Values about which it has a doubt now. */
  readonly doubtful: number;
}

/**
 * Takes lists in, each in place of its version before, and judges all values that are there; `connection` is a transaction of the role
 * that owns the tables. Acts go on meanwhile; new values wait for their judgement until it ends. Rejects with a Hindrance.
 */
export async function takeLists(
  connection: Connection,
  lists: readonly WarningList[],
  patterns: Patterns,
  now: Instant,
): Promise<TakenList[]> {
  await connection.query("set local statement_timeout = '30min'");
  await connection.query("select pg_advisory_xact_lock($1)", [JUDGING]);
  await connection.query(
    `create temp table given (key uuid, host text collate "C", network inet, pattern text) on commit drop`,
  );
  await connection.query("create temp table judged (value_id uuid primary key, since timestamptz) on commit drop");
  const taken: TakenList[] = [];
  for (const list of lists) taken.push(await takeList(connection, list, patterns, now));
  return taken;
}

async function takeList(
  connection: Connection,
  list: WarningList,
  patterns: Patterns,
  now: Instant,
): Promise<TakenList> {
  const { name, version, says, kind, types } = list;
  const hash = hashOf(list);
  const [known] = await connection.query<{ id: string; version: string; isSame: boolean }>(
    `select id, version::text, content_hash = $2 as "isSame" from warning_list where name = $1`,
    [name, hash],
  );
  if (known?.isSame) return { is: "SAME", doubtful: await doubtful(connection, known.id) };
  if (known && Number(known.version) >= version)
    throw new Hindrance(
      Number(known.version) === version
        ? `Version ${version} of the list "${name}" was taken in with another content: give the changed list a higher version.`
        : `This is version ${version} of the list "${name}", and ${known.version} was taken in already: give a newer one.`,
    );
  const id = known?.id ?? newId(now);
  if (!known) await expectRoom(connection, name);
  await connection.query(
    `insert into warning_list (id, name, version, says, kind, types, content_hash, taken_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set version = excluded.version, says = excluded.says, kind = excluded.kind, types = excluded.types,
       content_hash = excluded.content_hash, taken_at = excluded.taken_at`,
    [id, name, version, says, kind, types, hash, timestamp(now)],
  );
  await replaceEntries(connection, id, list.entries, now);
  await judgeAll(connection, id, kind, patterns);
  return { is: known ? "NEWER" : "NEW", doubtful: await doubtful(connection, id) };
}

/** What it says, in whatever order. */
function hashOf({ version, says, kind, types, entries }: WarningList): Buffer {
  return sha256(JSON.stringify([version, says, kind, types, entries.map(keyOf).toSorted()]));
}

async function expectRoom(connection: Connection, name: string): Promise<void> {
  const [row] = await connection.query<{ lists: number }>("select count(*)::int as lists from warning_list");
  if ((row?.lists ?? 0) >= MOST_LISTS)
    throw new Hindrance(`There are ${MOST_LISTS} warning lists, the most that are kept: "${name}" is one too many.`);
}

/** Of a value its digest; what else a list names is known by a digest that no value has. */
function keyOf(entry: WarningEntry): string {
  switch (entry.is) {
    case "VALUE":
      return indicatorDigest(entry.type, entry.value);
    case "HOST":
      return digestOf(`HOST ${entry.host}`);
    case "NETWORK":
      return digestOf(`NETWORK ${entry.network}`);
    case "SUBSTRING":
    case "REGEX":
      return digestOf(`${entry.is} ${entry.pattern}`);
  }
}

async function replaceEntries(
  connection: Connection,
  id: string,
  entries: readonly WarningEntry[],
  now: Instant,
): Promise<void> {
  await connection.query("truncate given");
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    await connection.query("insert into given select * from unnest($1::uuid[], $2::text[], $3::inet[], $4::text[])", [
      some.map(keyOf),
      some.map((one) => (one.is === "HOST" ? one.host : null)),
      some.map((one) => (one.is === "NETWORK" ? one.network : null)),
      some.map((one) => (one.is === "SUBSTRING" || one.is === "REGEX" ? one.pattern : null)),
    ]);
  }
  await connection.query("analyze given");
  await connection.query(
    "delete from warning_entry e where e.list_id = $1 and not exists (select from given g where g.key = e.key)",
    [id],
  );
  await connection.query(
    `insert into warning_entry as e (key, list_id, since, host, network, pattern)
     select distinct on (g.key) g.key, $1::uuid, $2::timestamptz, g.host, g.network, g.pattern from given g order by g.key
     on conflict (key, list_id) do update set given_up_at = null where e.given_up_at is not null`,
    [id, timestamp(now)],
  );
  await connection.query("analyze warning_entry");
}

/** Of a list's entries `e` the values `v` that fit, by an index of theirs: an entry looks up what lies in its range. */
const RANGES: Readonly<Record<Exclude<ListKind, "regex">, string>> = {
  string: "join indicator_value v on v.id = e.key",
  hostname: `cross join lateral (
    select v.id from indicator_value v where v.host >= e.host and v.host < rtrim(e.host, '.') || '/' and v.type = any (l.types) offset 0) v`,
  cidr: `cross join lateral (
    select v.id from indicator_value v where v.address >= e.network
      and v.address <= set_masklen(broadcast(e.network), case family(e.network) when 4 then 32 else 128 end)
      and v.type = any (l.types) offset 0) v`,
  substring: `join (select i.id, i.type, lower(i.value) as text from indicator_value i offset 0) v
    on v.type = any (l.types) and strpos(v.text, e.pattern) > 0`,
};

async function judgeAll(connection: Connection, id: string, kind: ListKind, patterns: Patterns): Promise<void> {
  await connection.query("truncate judged");
  if (kind === "regex") await judgeByPatterns(connection, id, patterns);
  else
    await connection.query(
      `insert into judged select v.id, min(e.since) from warning_list l join warning_entry e on e.list_id = l.id ${RANGES[kind]}
       where l.id = $1 group by v.id`,
      [id],
    );
  await connection.query(
    `delete from indicator_doubt d where d.list_id = $1 and not exists (select from judged j where j.value_id = d.value_id)`,
    [id],
  );
  await connection.query(
    `insert into indicator_doubt as d (value_id, list_id, since) select j.value_id, $1::uuid, j.since from judged j
     on conflict (value_id, list_id) do update set since = excluded.since where d.since <> excluded.since`,
    [id],
  );
}

async function judgeByPatterns(connection: Connection, id: string, patterns: Patterns): Promise<void> {
  const rows = await connection.query<PatternRow>(`${PATTERN_ROWS} and l.id = $1`, [id]);
  const types: readonly IndicatorType[] = rows[0]?.types ?? [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const values = await connection.query<{ id: string; value: string }>(
      "select id, value from indicator_value where id > $1 and type = any ($2::text[]) order by id limit $3",
      [after, types, AT_ONCE],
    );
    const texts = values.map(({ value }) => value);
    for (const { key, pattern, list } of rows) {
      const places = await patterns.fitting(pattern, texts);
      if (places === null)
        throw new Hindrance(
          `The regular expression ${pattern} of the list "${list}" takes too long for ${texts.length} values: correct it or leave it out. Nothing was taken in.`,
        );
      await connection.query(
        `insert into judged as j select g.id, e.since from unnest($1::uuid[]) g (id) join warning_entry e on e.key = $2 and e.list_id = $3
         on conflict (value_id) do update set since = least(j.since, excluded.since)`,
        [places.map((place) => values[place]?.id), key, id],
      );
    }
    const last = values.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function doubtful(connection: Connection, id: string): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    "select count(*)::int as count from indicator_doubt where list_id = $1",
    [id],
  );
  return row?.count ?? 0;
}
