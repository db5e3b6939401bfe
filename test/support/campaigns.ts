import { groupsOf, JOINED_WITHIN, joinedTo, MOST_INCIDENTS, NEWEST } from "../../src/domain/campaigns.js";
import { asGateway, type Composed } from "./counted-incidents.js";
import type { TestGateway } from "./gateway.js";
import { judgedUp } from "./public-lists.js";

/** An incident and what its standing card shows. */
export interface Shown {
  readonly id: string;
  readonly at: number;
  readonly values: readonly string[];
}

/** Which belong together, computed afresh from all that stands: each group in order, the groups too. */
export function togetherOf(all: readonly Shown[]): string[][] {
  const isBefore = (a: Shown, b: Shown): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);
  const pairs = all.flatMap((one) => {
    const lists = one.values.map((value) => {
      const before = all
        .filter((other) => other.values.includes(value) && isBefore(other, one) && other.at > one.at - JOINED_WITHIN)
        .toSorted((a, b) => (isBefore(a, b) ? 1 : -1));
      return { count: Math.min(before.length, MOST_INCIDENTS), newest: before.slice(0, NEWEST).map(({ id }) => id) };
    });
    return joinedTo(lists).map((other) => [one.id, other] as const);
  });
  const many = all.filter(({ values }) => values.length > 1).map(({ id }) => id);
  return inOrder(groupsOf(many, pairs));
}

/** The same as it is kept. */
export async function keptTogether(world: TestGateway): Promise<string[][]> {
  const rows = await world.database.asOwner(
    "select array_agg(incident_id::text) as ids from incident_component group by component",
  );
  return inOrder(rows.map(({ ids }) => ids as string[]));
}

/** Resolves once all that is sealed is looked at, and SOCs are shown what they are shown on this day. */
export async function campaignsUp(world: Composed): Promise<void> {
  await judgedUp(world);
  for (;;) {
    const isMore = await asGateway(world, ({ campaigning }) => campaigning.lookSome(world.clock.now()));
    if (isMore === false) return;
  }
}

function inOrder(groups: readonly (readonly string[])[]): string[][] {
  return groups.map((group) => group.toSorted()).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}
