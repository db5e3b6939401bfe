import type { Gateway } from "../../src/compose.js";
import type { Stores } from "../../src/operation/stores.js";
import type { Clock } from "../../src/platform/clock.js";
import { GATEWAY } from "../../src/domain/parties.js";
import { encoded } from "../../src/features/statistics/kept-sql.js";
import type { TestGateway } from "./gateway.js";

/** A gateway, and the clock that it goes by. */
export interface Composed {
  readonly gateway: Gateway;
  readonly clock: Clock;
}

const ORIGIN = { requestId: "test", address: null };

/** Something asked or done with everybody's sight. */
export function asGateway<T>({ gateway }: Pick<Composed, "gateway">, act: (stores: Stores) => Promise<T>): Promise<T> {
  return gateway.unitOfWork.run(GATEWAY, ORIGIN, act);
}

/** Resolves once all that is sealed is counted; another gateway's counting is waited for. */
export async function countedUp(world: Pick<Composed, "gateway">): Promise<void> {
  for (;;) {
    const isMore = await asGateway(world, ({ counting }) => counting.countSome());
    if (isMore === false) return;
  }
}

/** Where what is kept of counts is not what a fresh count gives. Nobody may act meanwhile. */
export async function countDifferences(world: TestGateway): Promise<readonly unknown[]> {
  await countedUp(world);
  const ids = (await world.database.asOwner("select id from incident")).map(({ id }) => String(id));
  const [kept, fresh] = await asGateway(world, async ({ countedIncidents }) => [
    await countedIncidents.kept(ids),
    (await countedIncidents.fresh(ids)).map(encoded),
  ]);
  const texts = (rows: readonly unknown[]): Set<string> => new Set(rows.map((row) => JSON.stringify(row)));
  const [were, are] = [texts(kept), texts(fresh)];
  const days = await world.database.asOwner(`
    with fresh as (
      select day, soc_id, type, level, is_retracted, count(*)::int as incidents from counted_incident group by 1, 2, 3, 4, 5
    ), kept as (select day, soc_id, type, level, is_retracted, incidents from counted_day where incidents <> 0)
    (select 'too much' as fault, k.* from (select * from kept except select * from fresh) k)
    union all (select 'missing', f.* from (select * from fresh except select * from kept) f)`);
  const orphans = await world.database.asOwner(
    "select 'of nothing' as fault, incident_id from counted_incident where incident_id not in (select id from incident)",
  );
  return [
    ...[...were].filter((row) => !are.has(row)),
    ...[...are].filter((row) => !were.has(row)),
    ...days,
    ...orphans,
  ];
}
