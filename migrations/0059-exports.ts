import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Exports that were prepared. What each asks for is its submission's content; here is by whose token and at which address it is
 * fetched, once. Neither the token nor the address is kept, only what each is known by.
 */
export class Exports1764000000059 implements MigrationInterface {
  readonly name = "Exports1764000000059";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table prepared_export (
        submission_id uuid primary key references submission,
        party_id uuid not null references party,
        actor_id uuid not null references actor,
        -- SHA-256 of the token by which it was asked for, and with whose rights it runs.
        token_hash bytea not null,
        -- SHA-256 of the secret in its address.
        secret_hash bytea not null unique,
        expires_at timestamptz not null,
        fetched_at timestamptz
      );
      -- Serves the count of those that somebody has prepared and not fetched.
      create index prepared_export_waiting on prepared_export (actor_id, expires_at) where fetched_at is null;
      alter table prepared_export enable row level security;
      alter table prepared_export force row level security;
      create policy house on prepared_export to current_user using (true);
      create policy everything on prepared_export to dabyl_sees_everything using (true);
      create policy soc on prepared_export to dabyl_sees_soc using (
        case when party_id = (select dabyl_party()) then true else false end);
      create policy owner on prepared_export to dabyl_sees_owner using (
        case when party_id = (select dabyl_party()) then true else false end);
      grant select, insert, update (token_hash, secret_hash, fetched_at) on prepared_export
        to dabyl_gateway, dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
