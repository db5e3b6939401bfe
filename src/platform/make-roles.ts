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
 * Sees that the login of this session may act as each of the roles, that the gateway's role inherits from none, and that this
 * database has their policies and rights. Its schema is up to date.
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
  const { rows } = await session.query<{ isOlder: boolean; missing: string[] }>(
    `select current_setting('server_version_num')::int < 160000 as "isOlder",
       array(select name from unnest($1::text[]) name where not exists (select from pg_roles where rolname = name)) as missing`,
    [[GATEWAY, ...NAMES]],
  );
  const { isOlder = false, missing = [] } = rows[0] ?? {};
  const granted = `${NAMES.join(", ")} to ${GATEWAY}`;
  const grant = isOlder
    ? `alter role ${GATEWAY} noinherit; grant ${granted}`
    : `grant ${granted} with inherit false, set true`;
  const remedy = [...missing.map((name) => `create role ${name}`), grant].join("; ");
  if (missing.length > 0) return { says: "PostgreSQL lacks roles that the gateway reads by", remedy, isMissing: true };
  for (const name of NAMES) {
    const { rows: held } = await session.query<{ maySet: boolean; inherits: boolean }>(
      `select pg_has_role($1::name, $2::name, ${SETTING}) as "maySet", pg_has_role($3::name, $2::name, 'USAGE') as inherits`,
      [member, name, GATEWAY],
    );
    if (!held[0]?.maySet) return { says: `"${member}" may not act as the role ${name}`, remedy, isMissing: false };
    if (held[0].inherits)
      return {
        says: `${GATEWAY} inherits from ${name}, and would see what no transaction declared`,
        remedy,
        isMissing: false,
      };
  }
  return null;
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
