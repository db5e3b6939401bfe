import { beforeAll, expect, test } from "vitest";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { STANDINGS } from "../../src/domain/obligations.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

interface Count {
  readonly soc: { readonly code: string } | null;
  readonly rule: string | null;
  readonly standing: string | null;
  readonly count: number;
}
interface Duty {
  readonly obligor: { readonly code: string } | null;
  readonly rule: string;
  readonly standing: string;
}
interface List {
  readonly totalCount: { readonly value: number; readonly isExact: boolean };
  readonly nodes: readonly Duty[];
}

const COUNTS = `query ($by: [ObligationDimension!]!, $filter: ObligationFilter) {
  obligationCounts(by: $by, filter: $filter) { soc { code } rule standing count }
}`;
const DUTIES = `query ($filter: ObligationFilter) {
  obligations(first: 100, filter: $filter) { totalCount { value isExact } nodes { obligor { code } rule standing } }
}`;
const OF = { SOC: "soc", RULE: "rule", STANDING: "standing" } as const;
const WAYS: readonly (readonly (keyof typeof OF)[])[] = [
  ["SOC", "RULE", "STANDING"],
  ["STANDING", "SOC"],
  ["RULE", "RULE"],
  [],
];

async function counts(person: Person, by: readonly string[], filter: object = {}): Promise<readonly Count[]> {
  return (await person.gets<{ obligationCounts: readonly Count[] }, object>(COUNTS, { by, filter })).obligationCounts;
}

/** What the list itself comes to, counted here. */
async function counted(person: Person, by: readonly string[], filter: object): Promise<Map<string, number>> {
  const { obligations } = await person.gets<{ obligations: List }, object>(DUTIES, { filter });
  expect(obligations.totalCount).toEqual({ value: obligations.nodes.length, isExact: true });
  const found = new Map<string, number>();
  for (const { obligor, rule, standing } of obligations.nodes) {
    const values = { SOC: obligor?.code, RULE: rule, STANDING: standing };
    const key = Object.entries(values)
      .map(([name, value]) => (by.includes(name) ? (value ?? null) : null))
      .join();
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** Nobody changes what it has. */
const shared = sharedGateway("NEW");
let people: Readonly<Record<"centre" | "soc" | "other" | "owner" | "nobody", Person>>;
beforeAll(async () => {
  const world = shared();
  const [centre, owner] = [await world.nationalCentre(), await world.owner()];
  const object = await world.protectedObject({ owner });
  const [soc, other] = [await world.soc({ covering: [object] }), await world.soc()];
  people = { centre, soc, other, owner, nobody: await world.soc() };
  const ago = (length: number) => ({ confirmedAt: toIso(instant(world.clock.now() - length)) });
  const on = { affectedObjects: [{ objectId: object.id }] };
  await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
  await soc.sendsReport({ ...on, ...ago(20 * MINUTE) });
  await other.sendsCard({ ...ago(80 * HOUR), severity: "UNDETERMINED" });
  const waived = await other.sendsReport();
  accepted(await centre.waives(waived.incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? ""));
});

test("R9.1 to RA.1 duties are counted by SOC, rule and standing as their list has them, for everybody and whatever is asked for", async () => {
  const seen = new Set<string | null>();
  const soc = people.soc.party("Soc");
  const filters = [{}, { standings: ["RUNNING", "OVERDUE"] }, { rules: ["R9.2"] }, { socs: [soc] }, { standings: [] }];
  for (const [name, person] of Object.entries(people))
    for (const by of WAYS)
      for (const filter of filters) {
        const found = await counts(person, by, filter);
        const given = new Map(found.map((one) => [[one.soc?.code ?? null, one.rule, one.standing].join(), one.count]));
        expect([name, by, filter, given.size]).toEqual([name, by, filter, found.length]);
        expect([name, by, filter, given]).toEqual([name, by, filter, await counted(person, by, filter)]);
        for (const { standing } of found) seen.add(standing);
      }
  expect([...seen].filter((one) => one !== null).toSorted()).toEqual([...STANDINGS].toSorted());
  expect(await counts(people.nobody, ["SOC"])).toEqual([]);
});

test("counts come in the order of the SOCs' codes, and turn with the clock", async () => {
  const world = shared();
  const codes = (await counts(people.centre, ["SOC"])).map(({ soc }) => soc?.code ?? "");
  expect(codes).toEqual(codes.toSorted());
  const open = async () =>
    (await counts(people.centre, ["STANDING"], { rules: ["R9.3"], standings: ["RUNNING", "OVERDUE"] })).map(
      ({ standing, count }) => [standing, count],
    );
  expect(await open()).toEqual([["RUNNING", 2]]);
  world.clock.advance(72 * HOUR - MINUTE);
  expect(await open()).toEqual([
    ["OVERDUE", 1],
    ["RUNNING", 1],
  ]);
});

test("the centre reads when each SOC was last heard, a SOC of itself, and nobody else", async () => {
  const world = shared();
  const heard = async (person: Person) =>
    Object.fromEntries(
      (
        await person.gets<{ socs: { nodes: { code: string; lastHeardAt: string | null }[] } }, object>(
          "{ socs(first: 100) { nodes { code lastHeardAt } } }",
        )
      ).socs.nodes.map(({ code, lastHeardAt }) => [code, lastHeardAt]),
    );
  const [soc] = await counts(people.soc, ["SOC"]);
  const code = soc?.soc?.code ?? "";
  world.clock.advance(HOUR);
  const now = toIso(world.clock.now());
  await people.soc.sendsReport();
  world.clock.advance(HOUR);
  const { [code]: ofSoc, ...others } = await heard(people.centre);
  expect(ofSoc).toBe(now);
  expect(Object.values(others).filter((at) => at === null)).toHaveLength(1);
  expect(Object.values(others).filter((at) => at !== null && at < now)).toHaveLength(1);
  expect(await heard(people.soc)).toEqual({ [code]: now });
  expect((await heard(people.owner))[code]).toBeNull();
});
