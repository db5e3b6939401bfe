import { expect, onTestFinished, test, vi } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { Session } from "../../src/platform/session.js";
import { sharedGateway, type TestObject } from "../support/gateway.js";
import type { Person } from "../support/person.js";

const shared = sharedGateway();

/** How many statements the transaction of an act takes that writes into `table`, beside whatever else the gateway does. */
async function statementsOf<T>(
  table: string,
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly count: number }> {
  const query = vi.spyOn(Session.prototype, "query");
  onTestFinished(() => query.mockRestore());
  const result = await act();
  const { calls, contexts } = query.mock;
  const writing = calls.findIndex(([sql]) => sql.includes(`insert into ${table}`));
  const count = contexts.filter((session) => session === contexts[writing]).length;
  query.mockRestore();
  return { result, count };
}

/** Statements of a report that names as many objects, and of a card that names one more and moves the confirmation. */
async function statementsFor(
  soc: Person,
  objects: number,
): Promise<{ readonly report: number; readonly card: number }> {
  const world = shared();
  const named: TestObject[] = [];
  for (let count = 0; count <= objects; count += 1) named.push(await world.protectedObject());
  const [other, ...rest] = named.map(({ id }) => ({ objectId: id }));
  const report = await statementsOf("delivery", () => soc.sendsReport({ affectedObjects: rest }));
  const confirmed = Date.parse(report.result.incident.confirmedAt);
  const earlier = (length: number) => new Date(confirmed - length).toISOString();
  const affectedObjects = [...(other ? [other] : []), ...rest];
  const dates = { confirmedAt: earlier(MINUTE), occurredAt: earlier(2 * MINUTE) };
  const card = await statementsOf("obligation", () =>
    soc.sendsCard({ affectedObjects, ...dates }, { incidentId: report.result.incident.id }),
  );
  return { report: report.count, card: card.count };
}

test("a report and a card take as many statements for many objects as for one", async () => {
  const soc = await shared().soc();
  const [few, many] = [await statementsFor(soc, 1), await statementsFor(soc, 40)];
  expect(many).toEqual(few);
  expect(few.report).toBeGreaterThan(10);
});
