import type pg from "pg";
import { Hindrance } from "./program.js";
import { SCOPE_ROLES, GATEWAY } from "./roles.js";

const NAMES = Object.values(SCOPE_ROLES);

/** For pg_has_role: whether a member may set the role. */
const SETTING = "case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end";

/** What is wrong with the roles, and the statements with which a superuser mends it. */
interface Fault {
  readonly says: string;
  readonly remedy: string;
  /** Whether roles are missing. */
  readonly isMissing: boolean;
}

/**
 * Makes the roles that are missing, as an owner that may; roles belong to all databases of a server, so somebody else may be making
 * them too. Rejects with a Hindrance that says what a superuser has to run.
 */
export async function makeRoles(owner: pg.Client): Promise<void> {
  await owner.query(MAKE);
  const fault = await faultOf(owner, GATEWAY);
  if (fault === null) return;
  throw new Hindrance(
    `${fault.says}, and this login may not change that. As a superuser run: ${fault.remedy}; then migrate with the owner's login (DATABASE_OWNER_URL).`,
  );
}

/**
 * Sees that the login of this session may act as each of the roles, that each sees by its own policies alone, and that this database
 * has its policies and rights. Its schema is up to date.
 */
export async function expectScopeRoles(session: pg.Client, setting: string): Promise<void> {
  const { rows } = await session.query<{ login: string }>("select session_user as login");
  const fault = await faultOf(session, rows[0]?.login ?? "");
  // A role that has policies cannot be dropped: where it is missing, a backup was restored without it.
  const then = fault?.isMissing ? "; then restore the backup again, with its rights." : "";
  if (fault !== null) throw new Hindrance(`${fault.says} (${setting}): as a superuser run: ${fault.remedy}${then}`);
  const { rows: bare } = await session.query<{ name: string }>(
    `select name from unnest($1::text[]) name where not has_table_privilege(name, 'party', 'select')
       or not exists (select from pg_policies where tablename = 'party' and name = any (roles))`,
    [NAMES],
  );
  if (bare[0]) throw restoredWithout(bare[0].name, setting);
}

/** The error for a database in which a role has nothing: the role was not there when a backup was restored. */
export function restoredWithout(role: string, setting: string): Hindrance {
  return new Hindrance(
    `The role ${role} has no rights in the database of ${setting}: a backup was restored while PostgreSQL lacked roles of the gateway. Make them (docs/operations.md, "Your own PostgreSQL"), and restore it again into an empty database, with its rights.`,
  );
}

/** What is wrong with the roles for this one, which has to act as them; null if nothing is. */
async function faultOf(session: pg.Client, member: string): Promise<Fault | null> {
  const { rows } = await session.query<{ isOlder: boolean; missing: string[]; unbound: string[] }>(
    `select current_setting('server_version_num')::int < 160000 as "isOlder",
       array(select name from unnest($1::text[]) name where not exists (select from pg_roles where rolname = name)) as missing,
       array(select rolname::text from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls)) as unbound`,
    [[GATEWAY, ...NAMES]],
  );
  const { isOlder = false, missing = [], unbound = [] } = rows[0] ?? {};
  const granted = `${NAMES.join(", ")} to ${GATEWAY}`;
  const grant = isOlder
    ? `alter role ${GATEWAY} noinherit; grant ${granted}`
    : `grant ${granted} with inherit false, set true`;
  if (missing.length > 0) {
    const remedy = [...missing.map((name) => `create role ${name}`), grant].join("; ");
    return { says: "PostgreSQL lacks roles that the gateway reads by", remedy, isMissing: true };
  }
  if (unbound.length > 0) {
    const remedy = unbound.map((name) => `alter role ${name} nosuperuser nobypassrls`).join("; ");
    return { says: `Row-level security does not bind ${unbound.join(", ")}`, remedy, isMissing: false };
  }
  const { rows: closed } = await session.query<{ name: string }>(
    `select name from unnest($2::text[]) name where not pg_has_role($1::name, name::name, ${SETTING})`,
    [member, NAMES],
  );
  if (closed[0])
    return { says: `"${member}" may not act as the role ${closed[0].name}`, remedy: grant, isMissing: false };
  const { rows: heirs } = await session.query<{ heir: string; name: string; revoked: string[] }>(
    `select heir, name, array(select format('revoke %I from %I granted by %s', name, heir, m.grantor::regrole) from pg_auth_members m
         where m.roleid = name::regrole and m.member = heir::regrole) as revoked
     from unnest($1::text[]) heir, unnest($2::text[]) name
     where heir <> name and pg_has_role(heir::name, name::name, 'USAGE')`,
    [[GATEWAY, ...NAMES], NAMES],
  );
  const [first] = heirs;
  if (!first) return null;
  // Somebody else's grant stands beside a superuser's.
  const remedy = [...heirs.flatMap(({ revoked }) => revoked), grant].join("; ");
  return {
    says: `${first.heir} inherits from ${first.name}, and would see what no transaction declared`,
    remedy,
    isMissing: false,
  };
}

/** Step by step, as far as it is needed and allowed; what failed shows afterwards. Another database's owner may be at the same. */
const MAKE = `do $$
declare
  wanted text;
begin
  foreach wanted in array '{${[GATEWAY, ...NAMES].join(",")}}'::text[] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when insufficient_privilege or duplicate_object or unique_violation then null;
    end;
  end loop;
  foreach wanted in array '{${NAMES.join(",")}}'::text[] loop
    begin
      if not pg_has_role('${GATEWAY}', wanted, ${SETTING}) or pg_has_role('${GATEWAY}', wanted, 'USAGE') then
        if current_setting('server_version_num')::int >= 160000 then
          execute format('grant %I to ${GATEWAY} with inherit false, set true', wanted);
        else
          alter role ${GATEWAY} noinherit;
          execute format('grant %I to ${GATEWAY}', wanted);
        end if;
      end if;
    -- No such role, or updated by somebody else at this moment (internal_error).
    exception when insufficient_privilege or undefined_object or unique_violation or internal_error then null;
    end;
  end loop;
end $$`;
