import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The second line of defence: row-level security, forced, on every table with parties' data. Each transaction declares
 * its visibility: `dabyl.sees` is EVERYTHING, SOC or OWNER, `dabyl.party` the party's id. Who
 * says nothing sees nothing. The role that owns the tables has a policy of its own, for migrations and for the few
 * functions below; the gateway's role owns nothing.
 */
export class RowLevelSecurity1764000000002 implements MigrationInterface {
  readonly name = "RowLevelSecurity1764000000002";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VISIBILITY);
    for (const [table, policy] of Object.entries(POLICIES))
      await runner.query(`alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy house on ${table} to current_user using (true);
        create policy scope on ${table} using (${EVERYTHING} or ${policy})`);
    await runner.query(OUTBOX);
    await runner.query(SYSTEM);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}

/** Sub-selects, so that PostgreSQL asks once for each statement and not for each row. */
const EVERYTHING = "(select dabyl_sees()) = 'EVERYTHING'";
const SOC = "(select dabyl_sees()) = 'SOC'";
const OWNER = "(select dabyl_sees()) = 'OWNER'";
const PARTY = "(select dabyl_party())";
const OWN_OBJECTS = "(select objects_owned_by(dabyl_party()))";

/** What an owner sees of an incident is what is about an object of its own. */
const PART = `exists (select 1 from incident i where i.id = incident_id)
  and (${SOC} or object_id in ${OWN_OBJECTS})`;

const POLICIES: Readonly<Record<string, string>> = {
  party: `(kind = 'NATIONAL_CENTRE' and (${SOC} or ${OWNER})) or id = ${PARTY}
    or (${SOC} and id in (select owners_known_to(dabyl_party())))
    or (${OWNER} and id in (select socs_known_to(dabyl_party())))`,
  protected_object: `(${SOC} and id in (select objects_covered_by(dabyl_party()))) or (${OWNER} and owner_id = ${PARTY})`,
  coverage: `(${SOC} and soc_id = ${PARTY}) or (${OWNER} and object_id in ${OWN_OBJECTS})`,
  actor: "false",
  token: "false",
  incident_numbering: `${SOC} and soc_id = ${PARTY}`,
  incident: `(${SOC} and soc_id = ${PARTY}) or (${OWNER} and object_id in ${OWN_OBJECTS})`,
  submission: `${SOC} and party_id = ${PARTY}`,
  incident_report: PART,
  incident_card: PART,
  indicator: "exists (select 1 from incident_card c where c.id = card_id)",
  severity_review: "exists (select 1 from incident i where i.id = incident_id)",
  owner_notification: PART,
  obligation: `exists (select 1 from incident i where i.id = incident_id)
    and (${SOC} or object_id is null or object_id in ${OWN_OBJECTS})`,
  journal: `(${SOC} and soc_id = ${PARTY}) or (${OWNER} and object_id in ${OWN_OBJECTS})`,
};

/** Policies cannot query tables whose policies query them: functions of the owner give what they need of each other. */
const VISIBILITY = `
create function dabyl_sees() returns text language sql stable parallel safe
  as $$ select current_setting('dabyl.sees', true) $$;
create function dabyl_party() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('dabyl.party', true), '')::uuid $$;

create function objects_owned_by(party uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select id from protected_object where owner_id = party $$;
create function objects_covered_by(party uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select object_id from coverage where soc_id = party $$;
create function owners_known_to(soc uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select o.owner_id from protected_object o join coverage c on c.object_id = o.id where c.soc_id = soc $$;
create function socs_known_to(owner uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select c.soc_id from protected_object o join coverage c on c.object_id = o.id where o.owner_id = owner
    union
    select i.soc_id from protected_object o join incident i on i.object_id = o.id where o.owner_id = owner
  $$;
`;

/** Everybody writes into the outbox; only the sequencer reads it. */
const OUTBOX = `
alter table outbox enable row level security;
alter table outbox force row level security;
create policy house on outbox to current_user using (true);
create policy scope on outbox for insert with check (true);
revoke select on outbox from dabyl_gateway;
`;

/** The gateway's own work, outside any party's visibility: each function does one thing and no more. */
const SYSTEM = `
-- What a token's hash means.
create function find_token(token_hash bytea)
returns table (expires_at timestamptz, revoked_at timestamptz, actor_id uuid, actor_name text, roles text[],
  party_id uuid, party_kind text, party_code text, party_name text)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select t.expires_at, t.revoked_at, a.id, a.name, a.roles, p.id, p.kind, p.code, p.name
  from token t join actor a on a.id = t.actor_id join party p on p.id = a.party_id where t.hash = token_hash
$$;

-- The last position of the journal, and the last one that is no longer kept: the same for everybody.
create function journal_bounds() returns table (head bigint, anchor bigint)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select coalesce((select max(j.position) from journal j), a.position), a.position from journal_anchor a
$$;

-- A gateway sees for itself that the schema is up to date.
grant select on migration to dabyl_gateway;

revoke execute on function objects_owned_by(uuid), objects_covered_by(uuid), owners_known_to(uuid), socs_known_to(uuid),
  find_token(bytea), journal_bounds() from public;
grant execute on function objects_owned_by(uuid), objects_covered_by(uuid), owners_known_to(uuid), socs_known_to(uuid),
  find_token(bytea), journal_bounds() to dabyl_gateway;
`;
