import { expect, test } from "vitest";
import type { Step } from "../../src/operation/leads.js";
import { many } from "../../src/operation/loaders.js";
import { LookAhead } from "../../src/operation/look-ahead.js";
import type { loadersOf } from "../../src/operation/stores.js";
import type { Connection } from "../../src/platform/database.js";
import { Parameters } from "../../src/platform/sql.js";

interface Row {
  readonly id: string;
  readonly incidentId: string;
}

const STEPS = ["reportOfIncident", "reviewsOfIncident"].map((to) => ({
  to,
  from: [{ step: null, by: "id", isArray: false }],
})) as readonly Step[];

/** A dossier with reports and reviews on a database that answers every statement like this. */
function dossierOn(answer: (sql: string) => object[], reviews?: () => Promise<Row[]>) {
  const sent: string[] = [];
  const connection = {
    query: async (sql: string) => {
      sent.push(sql);
      return answer(sql);
    },
    insert: () => Promise.reject(new Error("nothing is inserted")),
  } as Connection;
  const lookAhead = new LookAhead(connection);
  const loaderOn = (table: string) =>
    many<Row>(
      async (ids) => {
        const parameters = new Parameters();
        return lookAhead.query(`select * from ${table} where incident_id = any (${parameters.add(ids)})`);
      },
      ({ incidentId }) => incidentId,
    );
  const loaders = {
    reportOfIncident: loaderOn("report"),
    reviewsOfIncident: reviews ? many<Row>(reviews, ({ incidentId }) => incidentId) : loaderOn("review"),
  };
  const incident = async (): Promise<{ id: string } | null> =>
    (await lookAhead.query<{ id: string }>("root"))[0] ?? null;
  const ask = () => lookAhead.askWith(STEPS, loaders as unknown as ReturnType<typeof loadersOf>, incident);
  return { ask, loaders, sent };
}

const FOUND = [
  { place: 0, row: { id: "I" } },
  { place: 1, row: { id: "R", incidentId: "I" } },
];

test("one statement gives the question its row, and the loaders theirs: also that there is none", async () => {
  const { ask, loaders, sent } = dossierOn(() => FOUND);
  expect(await ask()).toEqual({ id: "I" });
  expect(await loaders.reportOfIncident.load("I")).toEqual([{ id: "R", incidentId: "I" }]);
  expect(await loaders.reviewsOfIncident.load("I")).toEqual([]);
  expect(sent).toHaveLength(1);
});

test("a store that fails before it sends anything fails for its own field alone", async () => {
  const { ask, loaders, sent } = dossierOn(
    () => FOUND,
    () => Promise.reject(new Error("its own")),
  );
  expect(await ask()).toEqual({ id: "I" });
  expect(await loaders.reportOfIncident.load("I")).toHaveLength(1);
  expect(sent).toHaveLength(1);
  await expect(loaders.reviewsOfIncident.load("I")).rejects.toThrow("its own");
});

test("a statement that fails takes the question with it", async () => {
  const { ask } = dossierOn(() => {
    throw new Error("it took too long");
  });
  await expect(ask()).rejects.toThrow("it took too long");
});
