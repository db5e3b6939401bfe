import { expect, test } from "vitest";
import { GATEWAY } from "../../src/domain/parties.js";
import { idOf } from "../../src/platform/identity.js";
import { sharedGateway } from "../support/gateway.js";

const shared = sharedGateway();

test("of two acts that wait for each other both are carried out: the one that PostgreSQL fails runs again", async () => {
  const world = shared();
  const soc = await world.soc();
  const [first, second] = [(await soc.sendsReport()).incident, (await soc.sendsReport()).incident];
  const ids = [idOf("Incident", first.id), idOf("Incident", second.id)];
  const isLocked = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  let transactions = 0;
  const lockBoth = (mine: number) =>
    world.gateway.unitOfWork.run(GATEWAY, { requestId: "test", address: null }, async (work) => {
      transactions += 1;
      await work.incidents.lock(ids[mine] ?? "");
      isLocked[mine]?.resolve(null);
      await isLocked[1 - mine]?.promise;
      return (await work.incidents.lock(ids[1 - mine] ?? ""))?.number;
    });
  expect(await Promise.all([lockBoth(0), lockBoth(1)])).toEqual([second.number, first.number]);
  // It may begin again before the other one has taken the lock that it waited for, and meet it once more.
  expect(transactions).toBeGreaterThanOrEqual(3);
});
