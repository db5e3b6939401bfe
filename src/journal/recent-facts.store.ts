import { factsInScope } from "../access/scope-sql.js";
import type { Scope } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
import { after, DAY, type Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import { Parameters, timestamp } from "../platform/sql.js";

/** How much of the past a feed is to begin with; both bounds hold. */
export interface RecentFacts {
  readonly since?: Instant | null;
  readonly last?: number | null;
}

const MOST = 500;

/**
 * The position before the recent facts of these kinds that a scope sees; null where it sees none, and where none are asked for. Of
 * what others did it says nothing: it is a fact's own place, which its frame says too. Throws BAD_USER_INPUT for what is out of bounds.
 */
export async function positionBefore(
  connection: Connection,
  scope: Scope,
  kinds: readonly FactKind[],
  { since, last }: RecentFacts,
  now: Instant,
): Promise<number | null> {
  if (typeof since !== "number" && typeof last !== "number") return null;
  const earliest = after(now, -DAY);
  if (typeof since === "number" && since < earliest)
    throw new Refusal("BAD_USER_INPUT", say("feedSince", { earliest }), ["since"]);
  if (typeof last === "number" && (last < 1 || last > MOST))
    throw new Refusal("BAD_USER_INPUT", say("feedLast", { most: MOST }), ["last"]);
  const parameters = new Parameters();
  const [row] = await connection.query<{ position: number | null }>(
    // In the order of a sum, so that no plan goes back through the whole journal for a party that has long been silent.
    `select min(j.position) - 1 as position from (
       select j.position from journal j
       where j.position > 0 and j.at >= ${parameters.add(timestamp(since ?? earliest))}
         and j.fact = any (${parameters.add(kinds)}) and ${factsInScope(scope, parameters, "j")}
       order by j.position + 0 desc limit ${parameters.add(last ?? null)}
     ) j`,
    parameters.values,
  );
  return row?.position ?? null;
}
