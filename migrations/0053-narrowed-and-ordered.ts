import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows that one statement fills: it holds no other row, and none of them for long. */
const BATCH = 10_000;

/**
 * What lists of incidents are narrowed and ordered by: the level as a number, and which incidents name an object, newest first.
 * Nothing is locked for long: each statement commits by itself, and what failed on the way is begun again without harm. From the
 * first one on triggers keep both, whichever gateway writes.
 */
export class NarrowedAndOrdered1764000000053 implements MigrationInterface {
  readonly name = "NarrowedAndOrdered1764000000053";
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    for (const table of LEVELLED) await runner.query(levelOf(table));
    await runner.query(OBJECTS);
    await fill(runner, "incident", ["id"]);
    await fill(runner, "owner_incident", ["owner_id", "id"]);
    for (const table of LEVELLED)
      await runner.query(`alter table ${table} validate constraint ${table}_level_of_severity`);
    for (const [name, on] of Object.entries(INDEXES)) {
      // One that was begun and not finished is not valid, and is of no use to anybody.
      await runner.query(`drop index concurrently if exists ${name}`);
      await runner.query(`create index concurrently ${name} on ${on}`);
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const LEVELLED = ["incident", "owner_incident"] as const;

/** Serve the lists of incidents by level or type, everybody's and one SOC's, and those that are narrowed to a level or a type. */
const INDEXES = {
  incident_by_level: "incident (level desc, confirmed_at, id)",
  incident_by_type: "incident (type, received_at desc, id desc)",
  incident_by_level_of_soc: "incident (soc_id, level desc, confirmed_at, id)",
  incident_by_type_of_soc: "incident (soc_id, type, received_at desc, id desc)",
};

const FUNCTIONS = `
-- The law's number of a level, 0 where none is given: what lists are ordered by knows no null.
create or replace function level_of(severity text) returns smallint language sql immutable parallel safe
  as $$ select case severity when 'HIGH' then 4 when 'MEDIUM' then 3 when 'LOW' then 2 when 'UNDETERMINED' then 1 else 0 end::smallint $$;
create or replace function keep_level() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$ begin new.level := level_of(new.severity); return new; end $$;
revoke execute on function keep_level() from public;
`;

function levelOf(table: (typeof LEVELLED)[number]): string {
  return `
-- A default that is a constant rewrites nothing.
alter table ${table} add column if not exists level smallint not null default 0;
create or replace trigger keep_level before insert or update of severity on ${table} for each row execute function keep_level();
alter table ${table} drop constraint if exists ${table}_level_of_severity;
alter table ${table} add constraint ${table}_level_of_severity check (level = level_of(severity)) not valid;
`;
}

const OBJECTS = `
-- Which incidents name an object now, newest first: of an array no index gives the order of a list.
create table if not exists incident_object (
  object_id uuid not null,
  received_at timestamptz not null,
  incident_id uuid not null,
  soc_id uuid not null,
  primary key (object_id, received_at, incident_id)
);
alter table incident_object enable row level security;
alter table incident_object force row level security;
drop policy if exists house on incident_object;
drop policy if exists everything on incident_object;
drop policy if exists soc on incident_object;
create policy house on incident_object to current_user using (true);
create policy everything on incident_object to dabyl_sees_everything using (true);
create policy soc on incident_object to dabyl_sees_soc using (case when soc_id = (select dabyl_party()) then true else false end);
grant select on incident_object to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;

create or replace function keep_objects() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
begin
  if tg_op = 'UPDATE' then
    delete from incident_object m
      where m.object_id = any (old.object_ids) and m.received_at = old.received_at and m.incident_id = old.id
        and not m.object_id = any (new.object_ids);
  end if;
  insert into incident_object (object_id, received_at, incident_id, soc_id)
    select distinct o, new.received_at, new.id, new.soc_id from unnest(new.object_ids) o on conflict do nothing;
  return null;
end
  $$;
revoke execute on function keep_objects() from public;
create or replace trigger keep_objects_of_new after insert on incident for each row when (new.object_ids <> '{}')
  execute function keep_objects();
create or replace trigger keep_objects after update of object_ids on incident for each row
  when (old.object_ids is distinct from new.object_ids) execute function keep_objects();
`;

/** Fills what the triggers keep of the rows that were there before, in the order of a key. */
async function fill(runner: QueryRunner, table: (typeof LEVELLED)[number], key: readonly string[]): Promise<void> {
  const row = `(${key.join(", ")})`;
  const order = key.join(", ");
  let last: readonly unknown[] = key.map(() => "00000000-0000-0000-0000-000000000000");
  for (;;) {
    const after = `${row} > (${key.map((_, index) => `$${index + 1}::uuid`).join(", ")})`;
    const batch: unknown = await runner.query(
      `select ${order} from ${table} where ${after} order by ${order} limit ${BATCH}`,
      [...last],
    );
    const end = Array.isArray(batch) ? (batch.at(-1) as Record<string, unknown> | undefined) : undefined;
    if (!end) return;
    const until = key.map((column) => end[column]);
    const within = `${after} and ${row} <= (${key.map((_, index) => `$${key.length + index + 1}::uuid`).join(", ")})`;
    await runner.query(
      `update ${table} set level = level_of(severity) where level <> level_of(severity) and ${within}`,
      [...last, ...until],
    );
    if (table === "incident")
      await runner.query(
        `insert into incident_object (object_id, received_at, incident_id, soc_id)
         select distinct o, received_at, id, soc_id from incident, unnest(object_ids) o where ${within} on conflict do nothing`,
        [...last, ...until],
      );
    last = until;
  }
}
