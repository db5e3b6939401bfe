import type { Instant } from "../../../domain/instant.js";
import { isNumber } from "../../../domain/references.js";
import { Refusal } from "../../../domain/refusal.js";
import { say } from "../../../domain/wording/wording.js";
import type { Stores } from "../../../operation/stores.js";
import { NOBODY, referenceTo } from "../../../platform/identity.js";
import { allMeant, expectNamed } from "../../submissions/references.js";
import type { IncidentFilter } from "../incident-filter.types.js";
import { askedFilter, expectBranches, type Names } from "./asked-filter.js";
import { branchCount, NEVER, normalForm, type Codes, type Condition, type ObjectWanted } from "./condition.js";

/**
 * A filter with all that it names found, as far as the caller may see it, and the objects that it describes where they are few.
 * Throws BAD_USER_INPUT, with its path, for a code or id of nothing that the caller may see, and as `askedFilter` does.
 */
export async function foundFilter(
  reading: Stores,
  filter: IncidentFilter,
  now: Instant,
  path: readonly string[],
): Promise<Condition> {
  const asked = askedFilter(filter, now, path);
  const names = new Set<Names>();
  mapped(asked, (one) => names.add(one));
  const found = new Map<Names, readonly string[]>();
  for (const [type, some] of Map.groupBy(names, (one) => one.type)) {
    const references = some.flatMap(({ texts, isCode }) => texts.map((text) => referenceOf(type, text, isCode)));
    const meant = await allMeant(reading, type, references);
    for (const one of some) {
      const of = meant.splice(0, one.texts.length);
      for (const [index, { id, near }] of of.entries()) {
        const at = one.isOne ? one.path : [...one.path, String(index)];
        if (!one.isCode) expectNamed(type, one.texts[index] ?? "", { id, near }, at);
        else if (id === NOBODY) throw new Refusal("BAD_USER_INPUT", say("notOfKind", { near }), at);
      }
      found.set(
        one,
        of.map(({ id }) => id),
      );
    }
  }
  const withIds = mapped(asked, (one) => found.get(one) ?? []);
  const condition = normalForm(await withObjects(withIds, reading, now));
  expectBranches(branchCount(condition), path);
  return condition;
}

function referenceOf(type: Names["type"], text: string, isCode: boolean) {
  if (!isCode) return referenceTo(type, text);
  const code = text.trim();
  return isNumber(code) ? { by: "NUMBER" as const, value: code.toUpperCase() } : { by: "ID" as const, value: NOBODY };
}

/** The same condition with other ids. */
function mapped<From, To>(condition: Condition<From>, to: (ids: From) => To): Condition<To> {
  if (condition.is === "ALL" || condition.is === "ANY")
    return { is: condition.is, of: condition.of.map((one) => mapped(one, to)) };
  if (condition.is === "NOT") return { is: "NOT", of: mapped(condition.of, to) };
  if (condition.is === "SOC" || condition.is === "OBJECTS") return { is: condition.is, ids: to(condition.ids) };
  if (condition.is === "NOTIFICATION") {
    const { ids, ...rest } = condition;
    return ids === undefined ? rest : { ...rest, ids: to(ids) };
  }
  if (condition.is !== "OBJECT") return condition;
  const { code, owner, ...rest } = condition.where;
  const where: ObjectWanted<To> = {
    ...rest,
    ...(code ? { code: codesMapped(code, to) } : {}),
    ...(owner ? { owner: codesMapped(owner, to) } : {}),
  };
  return { is: "OBJECT", where };
}

function codesMapped<From, To>({ in: some, notIn, ...rest }: Codes<From>, to: (ids: From) => To): Codes<To> {
  return { ...rest, in: some.map(to), ...(notIn === undefined ? {} : { notIn: to(notIn) }) };
}

/** With the objects themselves in place of what describes them, where they are few: their lists are looked up. */
async function withObjects(condition: Condition, reading: Stores, now: Instant): Promise<Condition> {
  if (condition.is === "ALL" || condition.is === "ANY")
    return { is: condition.is, of: await Promise.all(condition.of.map((one) => withObjects(one, reading, now))) };
  if (condition.is === "NOT") return { is: "NOT", of: await withObjects(condition.of, reading, now) };
  if (condition.is !== "OBJECT") return condition;
  const ids = await reading.incidents.objectsWanted(condition.where, now);
  if (ids === null) return condition;
  return ids.length === 0 ? NEVER : { is: "OBJECTS", ids };
}
