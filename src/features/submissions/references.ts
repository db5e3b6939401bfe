import type { Reference } from "../../domain/references.js";
import type { Stores } from "../../operation/stores.js";

/** What references mean, as far as the actor of an act may see it: looked up in its transaction, before anything is judged. */

/** The id of the incident that a submission of this party refers to; null where there is none. */
export async function incidentMeant(work: Stores, partyId: string, { by, value }: Reference): Promise<string | null> {
  switch (by) {
    case "ID":
      return value;
    case "NUMBER":
      return (await work.incidents.byNumber(value))?.id ?? null;
    case "KEY":
      return work.submissions.incidentUnder(partyId, value);
  }
}

/** The ids of what else it refers to, in their order, each null where there is none of that number. By key there is none. */
export async function idsMeant(
  references: readonly Reference[],
  numbered: (numbers: readonly string[]) => Promise<{ readonly id: string; readonly number: string }[]>,
): Promise<(string | null)[]> {
  const numbers = references.flatMap(({ by, value }) => (by === "NUMBER" ? value : []));
  const found = numbers.length === 0 ? [] : await numbered(numbers);
  const idOf = new Map(found.map(({ id, number }) => [number, id]));
  return references.map(({ by, value }) => (by === "ID" ? value : by === "NUMBER" ? (idOf.get(value) ?? null) : null));
}
