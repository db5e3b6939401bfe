import { instant } from "../domain/instant.js";
import { isRoleOf, type PartyKind, type Role } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import type { Locale } from "../domain/wording/wording.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import type { Session } from "./session.js";

interface Row {
  readonly actorId: string;
  readonly actorName: string;
  readonly roles: Role[];
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyCode: string;
  readonly partyName: string;
  readonly language: Locale | null;
}

/** The last instant that ISO 8601 writes with four digits of a year. */
const NEVER = instant(253_402_300_799_999);

/**
 * Who acts by the files of a party's reserve folder, with the roles of this moment, and the language of its notifications. Null: the
 * folder is bound to nobody, or there is no party of this code.
 */
export async function reserveSession(
  connection: Connection,
  code: string,
): Promise<{ readonly session: Session; readonly locale: Locale } | null> {
  const [row] = await connection.query<Row>(
    `select actor_id as "actorId", actor_name as "actorName", roles, party_id as "partyId", party_kind as "partyKind",
       party_code as "partyCode", party_name as "partyName", language
     from find_reserve_actor($1)`,
    [code],
  );
  if (!row) return null;
  const actor = {
    id: row.actorId,
    name: row.actorName,
    // F19: a role of another kind of party grants nothing, whatever the table says.
    roles: row.roles.filter((role) => isRoleOf(role, row.partyKind)),
    party: { id: row.partyId, kind: row.partyKind, code: row.partyCode, name: row.partyName },
  };
  const session: Session = {
    actor,
    expiresAt: NEVER,
    key: `folder ${code} ${row.actorId}`,
    tokenHash: null,
    async revalidate(again) {
      const found = await reserveSession(again, code);
      if (!found) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
      return found.session;
    },
    async stillStands(again) {
      const found = await reserveSession(again, code);
      return JSON.stringify(found?.session.actor) === JSON.stringify(actor);
    },
  };
  return { session, locale: row.language ?? "kk" };
}
