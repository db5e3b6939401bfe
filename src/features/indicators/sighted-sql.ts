import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { rangeUnder } from "../../domain/indicator/place.js";
import type { Parameters } from "../../platform/sql.js";

/** Questions about values and where they were sighted, as SQL that row-level security lets an index answer. */

/** That the host of the value `v` is this one, or lies under it; `host` is as `Place` has it. */
export function liesUnder(parameters: Parameters, host: string, v: string): string {
  const { from, before } = rangeUnder(host);
  return `${v}.host >= ${parameters.add(from)} and ${v}.host < ${parameters.add(before)}`;
}

/** That the address of the value `v` is this one, or lies in this network; `network` is in normal form. */
export function liesWithin(parameters: Parameters, network: string, v: string): string {
  const around = `${parameters.add(network)}::inet`;
  return `${v}.address >= ${around}
    and ${v}.address <= set_masklen(broadcast(${around}), case family(${around}) when 4 then 32 else 128 end)`;
}

/**
 * A condition on the incident `incident`: that its standing card shows a value of one of these digests, as far as the scope sees
 * it. What was retracted shows none.
 */
export function showsOneOf(scope: Scope, parameters: Parameters, digests: readonly string[], incident: string): string {
  const isOne = (id: string): string => `${id} = any (${parameters.add(digests)}::uuid[])`;
  return shows(scope, parameters, incident, isOne);
}

/** The same of a value `v` for which `condition` holds. */
export function showsSome(scope: Scope, parameters: Parameters, condition: string, incident: string): string {
  return shows(scope, parameters, incident, (id) => `${id} in (select v.id from indicator_value v where ${condition})`);
}

/** The digests of the vulnerabilities that are known to be exploited. */
export const EXPLOITED = "select k.value_id from known_exploited k where k.withdrawn_on is null";

/** A condition on the incident `incident`: that its standing card shows one of them, as far as the scope sees it. */
export function showsExploited(scope: Scope, parameters: Parameters, incident: string): string {
  return shows(scope, parameters, incident, (id) => `${id} in (${EXPLOITED})`);
}

/** That there is a doubt about the value `id` which the scope may be told; that it sees the value stands beside it. */
export function isDoubtful(scope: Scope, parameters: Parameters, id: string): string {
  return `exists (select from indicator_doubt d where d.value_id = ${id} and ${notPending(scope, parameters, "d.value_id")})`;
}

/**
 * That the SOC whose scope it is has waited for the judgement of the value `id`, as it does of each value that is new to it: an answer
 * that came at once would tell it that others know the value.
 */
export function notPending(scope: Scope, parameters: Parameters, id: string): string {
  if (scope.sees !== "SOC") return "true";
  return `not exists (select from judgement_due w where w.value_id = ${id} and ${ownRowsInScope(scope, parameters, "w")})`;
}

function shows(scope: Scope, parameters: Parameters, incident: string, isIt: (id: string) => string): string {
  const ids =
    scope.sees === "OWNER"
      ? `select k.incident_id from indicators_shown_to(${parameters.add(scope.owner)}) k where ${isIt("k.id")}`
      : `select g.source_id from sighting g
         where ${isIt("g.value_id")} and g.is_card and ${ownRowsInScope(scope, parameters, "g")}`;
  return `${incident}.id in (${ids})`;
}
