import pg from "pg";
import { expect, test, vi } from "vitest";
import { startGateway } from "../support/gateway.js";

interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What PostgreSQL was asked while `act` ran, apart from bare texts: those are the queue's and the sequencer's. */
async function askedIn(act: () => Promise<unknown>): Promise<Asked[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await act();
    return query.mock.calls.flatMap(([asked]: unknown[]) => (typeof asked === "object" ? [asked as Asked] : []));
  } finally {
    query.mockRestore();
  }
}

test("a card that answers no notification asks nothing about notifications, and is copied for all its owners at once", async () => {
  await using world = await startGateway();
  const objects = [await world.protectedObject(), await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: objects });
  const affectedObjects = objects.map(({ id: objectId }) => ({ objectId }));
  const asked = await askedIn(() => soc.sendsCard({ affectedObjects }));
  expect(asked.map(({ text }) => text).filter((text) => text.includes("from notification"))).toEqual([]);
  expect(asked.filter(({ text }) => text.includes("into owner_incident"))).toHaveLength(1);
  const copies = await world.database.asOwner(
    "select owner_id as owner, object_ids as objects, jsonb_array_length(affected) as harmed from owner_incident",
    [],
  );
  expect(copies.toSorted((a, b) => (String(a["owner"]) < String(b["owner"]) ? -1 : 1))).toEqual(
    objects
      .map(({ innerId, ownerId }) => ({ owner: ownerId, objects: [innerId], harmed: 1 }))
      .toSorted((a, b) => (a.owner < b.owner ? -1 : 1)),
  );
});
