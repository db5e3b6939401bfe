import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A function with its owner's rights looks names up where its path says. A path that does not name pg_temp searches it first
 * (PostgreSQL, "Writing SECURITY DEFINER Functions Safely"): a temporary table of its caller would take the place of a real one.
 */
const PATHS = `
do $$
declare
  one record;
begin
  for one in
    select p.oid::regprocedure as called from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', one.called);
  end loop;
end
$$;
`;

/** The walk along the chain looks up the submission that an entry acknowledges. */
const BY_ENTRY = `create index submission_by_entry on submission (entry_id)`;

/** Functions with their owner's rights see no temporary table first; the walk along the chain reads each submission once. */
export class SearchPaths1764000000009 implements MigrationInterface {
  readonly name = "SearchPaths1764000000009";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PATHS);
    await runner.query(BY_ENTRY);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
