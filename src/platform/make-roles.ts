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

/** Sees that the login of this session may act as each of the roles, and that the gateway's role inherits from none. */
export async function expectScopeRoles(session: pg.Client, setting: string): Promise<void> {
  const { rows } = await session.query<{ login: string }>("select session_user as login");
  const fault = await faultOf(session, rows[0]?.login ?? "");
  if (fault !== null) throw new Hindrance(`${fault.says} (${setting}): as a superuser run: ${fault.remedy}`);
}

/** What is wrong with the roles for this one, which has to act as them; null if nothing is. */
async function faultOf(session: pg.Client, member: string): Promise<Fault | null> {
  const { rows } = await session.query<{ name: string; isOlder: boolean }>(
    `select rolname as name, current_setting('server_version_num')::int < 160000 as "isOlder" from pg_roles
     where rolname = any ($1)`,
    [[GATEWAY, ...NAMES]],
  );
  const missing = [GATEWAY, ...NAMES].filter((name) => !rows.some((row) => row.name === name));
  const granted = `${NAMES.join(", ")} to ${GATEWAY}`;
  const grant = rows[0]?.isOlder
    ? `alter role ${GATEWAY} noinherit; grant ${granted}`
    : `grant ${granted} with inherit false, set true`;
  const remedy = [...missing.map((name) => `create role ${name}`), grant].join("; ");
  if (missing.length > 0) return { says: "PostgreSQL lacks roles that the gateway reads by", remedy };
  for (const name of NAMES) {
    const { rows: held } = await session.query<{ maySet: boolean; inherits: boolean }>(
      `select pg_has_role($1::name, $2::name, ${SETTING}) as "maySet", pg_has_role($3::name, $2::name, 'USAGE') as inherits`,
      [member, name, GATEWAY],
    );
    if (!held[0]?.maySet) return { says: `"${member}" may not act as the role ${name}`, remedy };
    if (held[0].inherits)
      return { says: `${GATEWAY} inherits from ${name}, and would see what no transaction declared`, remedy };
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
