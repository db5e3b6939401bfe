import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a token is called, and when it was last used: without them nobody can tell which of an account's tokens is still needed. */
export class NamesOfTokens1764000000052 implements MigrationInterface {
  readonly name = "NamesOfTokens1764000000052";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Neither has an index: a change of last_used_at alone stays on its page.
      alter table token add column name text, add column last_used_at timestamptz;
      -- When tokens were used, by their hashes; left as it is where it lags by less than \`coarseness\`.
      create function note_token_uses(hashes bytea[], times timestamptz[], coarseness interval) returns void
        language sql volatile security definer set search_path = pg_catalog, public, pg_temp
        as $$
          update token t set last_used_at = u.at
          from unnest(hashes, times) u (hash, at)
          where t.hash = u.hash and t.revoked_at is null and u.at < t.expires_at
            and coalesce(t.last_used_at, '-infinity') <= u.at - coarseness
        $$;
      revoke execute on function note_token_uses(bytea[], timestamptz[], interval) from public;
      grant execute on function note_token_uses(bytea[], timestamptz[], interval)
        to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
