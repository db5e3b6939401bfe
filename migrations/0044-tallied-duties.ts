import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Timeliness adds up what is settled from sums by SOC, rule and month. A change of a duty appends what it changes in them, so that
 * no two acts wait for each other; `sum_up_duty_changes` adds that to the sums now and then. Whoever adds up both tables counts,
 * in every snapshot, what is in `obligation`.
 */
export class TalliedDuties1764000000044 implements MigrationInterface {
  readonly name = "TalliedDuties1764000000044";

  async up(runner: QueryRunner): Promise<void> {
    // Keeps out whoever writes duties, until the sums are committed with the triggers. Before anything that takes a snapshot.
    await runner.query("lock table obligation in share row exclusive mode");
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(TRIGGERS);
    await runner.query("insert into duty_tally select * from count_settled_duties()");
    await runner.query(INDEXES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const TABLES = `
create table duty_tally (
  obligor_id uuid not null,
  rule text not null,
  -- The first day, in Asia/Almaty, of the month in which the terms started.
  month date not null,
  -- As \`settled_as\` has it.
  settled_as text not null,
  -- Of duties that were met.
  met_by text,
  duties int not null
);
create unique index duty_tally_key on duty_tally (obligor_id, rule, month, settled_as, met_by) nulls not distinct;
-- What is still to be added. Rows come and go: giving the end of the file back would lock acts out.
create table duty_tally_change (like duty_tally) with (vacuum_truncate = off);
${["duty_tally", "duty_tally_change"]
  .map(
    (table) => `
-- Without a key, deletions from a published table would be refused.
alter table ${table} replica identity full;
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy house on ${table} to current_user using (true);
create policy everything on ${table} to dabyl_sees_everything using (true);
create policy soc on ${table} to dabyl_sees_soc using (case when obligor_id = (select dabyl_party()) then true else false end);
grant select on ${table} to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;`,
  )
  .join("")}
`;

const FUNCTIONS = `
-- The first day of the month that it is in Asia/Almaty. Since 1 March 2024 it keeps UTC+5, whatever an old time-zone database says.
create function almaty_month(at timestamptz) returns date language sql immutable parallel safe
  as $$ select date_trunc('month', case when at >= timestamptz '2024-02-29 18:00:00+00' then at at time zone 'UTC' + interval '5 hours'
    else at at time zone 'Asia/Almaty' end)::date $$;
-- How a duty counts for good, whatever time it is; null while that is open, and for one that never was.
create function settled_as(is_void boolean, is_retracted boolean, due_at timestamptz, discharged_at timestamptz, waived_at timestamptz)
  returns text language sql immutable parallel safe
  as $$ select case when is_void then null when is_retracted then 'RETRACTED' when discharged_at <= due_at then 'MET'
    when discharged_at > due_at then 'MET_LATE' when waived_at <= due_at then 'WAIVED' when waived_at > due_at then 'WAIVED_LATE' end $$;
-- The sums, from the duties themselves.
create function count_settled_duties() returns setof duty_tally language sql stable
  as $$
    select obligor_id, rule, almaty_month(starts_at), s.settled_as, case when s.settled_as in ('MET', 'MET_LATE') then met_by end,
      count(*)::int
    from obligation o cross join settled_as(o.is_void, o.is_retracted, o.due_at, o.discharged_at, o.waived_at) as s (settled_as)
    where s.settled_as is not null group by 1, 2, 3, 4, 5
  $$;
create function tally_duty() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  was text := settled_as(old.is_void, old.is_retracted, old.due_at, old.discharged_at, old.waived_at);
  is_now text := settled_as(new.is_void, new.is_retracted, new.due_at, new.discharged_at, new.waived_at);
begin
  if was = is_now and old.starts_at = new.starts_at and old.met_by is not distinct from new.met_by and old.rule = new.rule
    and old.obligor_id = new.obligor_id then
    return null;
  end if;
  if was is not null then
    insert into duty_tally_change values (old.obligor_id, old.rule, almaty_month(old.starts_at), was,
      case when was in ('MET', 'MET_LATE') then old.met_by end, -1);
  end if;
  if is_now is not null then
    insert into duty_tally_change values (new.obligor_id, new.rule, almaty_month(new.starts_at), is_now,
      case when is_now in ('MET', 'MET_LATE') then new.met_by end, 1);
  end if;
  return null;
end
  $$;
-- Adds what has changed to the sums. Any number of gateways may call it at once: each change is deleted by one of them. However
-- many there are, as after a repair of all duties, it ends long before a statement of an act times out.
create function sum_up_duty_changes() returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    with changes as (
      delete from duty_tally_change where ctid = any (array(
        select ctid from duty_tally_change where dabyl_sees() = 'EVERYTHING' limit 100000)) returning *
    )
    insert into duty_tally as t
    select obligor_id, rule, month, settled_as, met_by, sum(duties) from changes group by 1, 2, 3, 4, 5
    having sum(duties) <> 0 order by 1, 2, 3, 4, 5
    on conflict (obligor_id, rule, month, settled_as, met_by) do update set duties = t.duties + excluded.duties
  $$;
revoke execute on function tally_duty(), sum_up_duty_changes() from public;
grant execute on function sum_up_duty_changes() to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
`;

/** Whether there is anything to count is asked of the bare columns: PostgreSQL prepares such a condition anew for each statement. */
const TRIGGERS = `
create trigger tally_opened after insert on obligation for each row
  when (new.discharged_at is not null or new.waived_at is not null or new.is_retracted) execute function tally_duty();
create trigger tally_changed after update on obligation for each row when (old.* is distinct from new.*) execute function tally_duty();
create trigger tally_deleted after delete on obligation for each row execute function tally_duty();
`;

const INDEXES = `
-- What the sums do not say, out of the index alone: what is open, and how late the rest was.
create index obligation_unsettled on obligation (obligor_id, rule, starts_at) include (due_at)
  where discharged_at is null and waived_at is null and not is_void and not is_retracted;
create index obligation_late on obligation (obligor_id, rule, starts_at) include (due_at, discharged_at, waived_at)
  where coalesce(discharged_at, waived_at) > due_at and not is_void and not is_retracted;
`;
