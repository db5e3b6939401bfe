import type { MigrationInterface, QueryRunner } from "typeorm";

/** Deliveries that no mail server can carry, that are tried for a day, and webhooks that are removed or gone. */
export class DeliveriesThatFail1764000000011 implements MigrationInterface {
  readonly name = "DeliveriesThatFail1764000000011";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DELIVERIES);
    await runner.query(WEBHOOKS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

const DELIVERIES = `
alter table delivery drop constraint delivery_state_check,
  add constraint delivery_state_check check
    (state in ('NO_ADDRESS', 'NO_MAIL_SERVER', 'QUEUED', 'ACCEPTED', 'PUT_ASIDE', 'OVERTAKEN')),
  -- From when it is tried again.
  add column released_at timestamptz,
  -- When SOC and centre were notified that it does not get through.
  add column unreached_at timestamptz;
`;

/** One without a secret is not called: it was removed, with its address, or its server said that it is gone. */
const WEBHOOKS = `
alter table webhook alter column url drop not null, alter column secret drop not null, add column gone_at timestamptz,
  add check (url is not null or secret is null);
create or replace function owner_channels(object uuid) returns table (channel text) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select 'EMAIL' from protected_object o join party p on p.id = o.owner_id where o.id = object and p.email is not null
    union all
    select 'WEBHOOK' from protected_object o join webhook w on w.party_id = o.owner_id
    where o.id = object and w.secret is not null
  $$;
`;
