import type { MigrationInterface, QueryRunner } from "typeorm";

/** R13.2: a party's reserve folder is bound to one of its actors, as whom the files in it act. */
export class ReserveFolders1764000000045 implements MigrationInterface {
  readonly name = "ReserveFolders1764000000045";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table party add column reserve_actor_id uuid references actor;
      -- Who acts by the files of a party's folder, with the roles of this moment; nothing where it is not bound.
      create function find_reserve_actor(code text)
      returns table (actor_id uuid, actor_name text, roles text[], party_id uuid, party_kind text, party_code text,
        party_name text, language text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select a.id, a.name, a.roles, p.id, p.kind, p.code, p.name, p.language
        from party p join actor a on a.id = p.reserve_actor_id and a.party_id = p.id where p.code = find_reserve_actor.code
      $$;
      revoke execute on function find_reserve_actor(text) from public;
      grant execute on function find_reserve_actor(text) to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
