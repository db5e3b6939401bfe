import type pg from "pg";
import type { Scope } from "../domain/access.js";
import { Hindrance } from "./program.js";

/** The role that every session of the gateway runs as, whichever role logged in. No row of a party is visible to it. */
export const GATEWAY = "dabyl_gateway";

/**
 * The role of a transaction that has declared its scope, by what it sees: each has its own policies, so that a statement is planned
 * with the conditions of one kind of scope. It has the same rights as the gateway's role, which may become it but inherits nothing.
 */
export const EYES: Readonly<Record<Scope["sees"], string>> = {
  EVERYTHING: "dabyl_sees_everything",
  SOC: "dabyl_sees_soc",
  OWNER: "dabyl_sees_owner",
};

const NAMES = Object.values(EYES);

/** What a superuser runs where the owner may not. */
const REMEDY = `${NAMES.map((name) => `create role ${name}; `).join("")}alter role ${GATEWAY} noinherit; grant ${NAMES.join(", ")} to ${GATEWAY}`;

/** For pg_has_role: whether a member may set the role. */
const SETTING = "case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end";

/**
 * Makes the roles that are missing, as an owner that may; roles belong to all databases of a server, so somebody else may be making
 * them too. Rejects with a Hindrance that says what a superuser has to run.
 */
export async function makeRoles(owner: pg.Client): Promise<void> {
  await owner.query(MAKE);
  if ((await faultOf(owner, `'${GATEWAY}'`)) === null) return;
  throw new Hindrance(
    `This version needs roles of the server that are missing, and this login may not make them. As a superuser run: ${REMEDY}; then migrate with the owner's login (DATABASE_OWNER_URL).`,
  );
}

/** Sees that the login of this session may act as each of the roles, and that the gateway's role inherits from none. */
export async function expectEyes(session: pg.Client, setting: string): Promise<void> {
  const fault = await faultOf(session, "session_user");
  if (fault !== null) throw new Hindrance(`${fault} (${setting}): as a superuser run: ${REMEDY}`);
}

/** What is wrong with the roles for this member (SQL) of them; null if nothing is. */
async function faultOf(session: pg.Client, member: string): Promise<string | null> {
  for (const name of NAMES) {
    const { rows } = await session.query<{ roles: number }>(
      "select count(*)::int as roles from pg_roles where rolname in ($1, $2)",
      [GATEWAY, name],
    );
    if (rows[0]?.roles !== 2) return `PostgreSQL has no role ${name}, which the gateway reads by`;
    const { rows: held } = await session.query<{ maySet: boolean; inherits: boolean }>(
      `select pg_has_role(${member}, $2, ${SETTING}) as "maySet", pg_has_role($1, $2, 'USAGE') as inherits`,
      [GATEWAY, name],
    );
    if (!held[0]?.maySet) return `The login may not act as the role ${name}, which the gateway reads by`;
    if (held[0].inherits)
      return `The role ${GATEWAY} inherits from ${name}, and so would see what nobody declared that it may`;
  }
  return null;
}

/** Step by step, as far as it is needed and allowed; what failed shows afterwards. Another database's owner may be at the same. */
const MAKE = `do $$
declare
  eye text;
begin
  foreach eye in array '{${[GATEWAY, ...NAMES].join(",")}}'::text[] loop
    begin
      if not exists (select from pg_roles where rolname = eye) then
        execute format('create role %I nologin', eye);
      end if;
    exception when insufficient_privilege or duplicate_object or unique_violation then null;
    end;
  end loop;
  foreach eye in array '{${NAMES.join(",")}}'::text[] loop
    begin
      if not pg_has_role('${GATEWAY}', eye, ${SETTING}) or pg_has_role('${GATEWAY}', eye, 'USAGE') then
        if current_setting('server_version_num')::int >= 160000 then
          execute format('grant %I to ${GATEWAY} with inherit false, set true', eye);
        else
          alter role ${GATEWAY} noinherit;
          execute format('grant %I to ${GATEWAY}', eye);
        end if;
      end if;
    -- No such role, or updated by somebody else at this moment (internal_error).
    exception when insufficient_privilege or undefined_object or unique_violation or internal_error then null;
    end;
  end loop;
end $$`;
