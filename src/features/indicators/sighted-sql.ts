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

function shows(scope: Scope, parameters: Parameters, incident: string, isIt: (id: string) => string): string {
  const ids =
    scope.sees === "OWNER"
      ? `select k.incident_id from indicators_shown_to(${parameters.add(scope.owner)}) k where ${isIt("k.id")}`
      : `select g.source_id from sighting g
         where ${isIt("g.value_id")} and g.is_card and ${ownRowsInScope(scope, parameters, "g")}`;
  return `${incident}.id in (${ids})`;
}
