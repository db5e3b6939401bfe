import { describe, expect, test } from "vitest";
import {
  TimelinessDocument,
  type TimelinessQuery,
  type TimelinessQueryVariables,
} from "../../schema/operations.generated.js";
import { after, HOUR, SECOND } from "../../src/domain/instant.js";
import {
  CONFIRMATION_TERMS,
  discharge as dischargeBy,
  open,
  waive,
  type Obligation,
} from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";
import { putDuties } from "../support/duties.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

/** A duty met by whatever meets it. */
function discharge(duty: Obligation, metAt: Obligation["startsAt"]): Obligation {
  return dischargeBy(duty, metAt, "REPORT");
}

type Kept = TimelinessQuery["timeliness"][number];

const { NOTIFY_CENTRE, SUBMIT_CARD } = CONFIRMATION_TERMS;
const SPRING = { from: "2026-03-01", before: "2026-05-01" };

async function timeliness(person: Person, period = SPRING, socs: string[] | null = null) {
  return (await person.gets(TimelinessDocument, { period, socs })).timeliness;
}

describe("a small world", () => {
  const NOW = "2026-04-15T00:00:00Z";
  const first = (startsAt: string): Obligation => open(NOTIFY_CENTRE, at(startsAt));
  const metLate = (startsAt: string, late: number): Obligation => {
    const duty = first(startsAt);
    return discharge(duty, after(duty.dueAt, late));
  };
  const DUTIES: readonly Obligation[] = [
    // The last instant of February in Asia/Almaty, and the first of March.
    metLate("2026-02-28T18:59:59.999Z", 900 * HOUR),
    discharge(first("2026-02-28T19:00:00.000Z"), at("2026-02-28T19:15:00.000Z")),
    metLate("2026-03-10T10:00:00Z", 60 * SECOND),
    metLate("2026-03-11T10:00:00Z", 180 * SECOND),
    metLate("2026-04-02T10:00:00Z", 600.5 * SECOND),
    waive(first("2026-04-10T10:00:00Z"), at("2026-04-12T10:00:00Z")),
    // Overdue by 45 minutes, and still running.
    first("2026-04-14T23:00:00Z"),
    first("2026-04-14T23:55:00Z"),
    open(SUBMIT_CARD, at("2026-04-14T23:55:00Z")),
  ];

  const shared = sharedGateway({ at: NOW });

  test("is counted by SOC and rule, in all and by month", async () => {
    await using world = await startGateway({ at: NOW });
    const [centre, soc, other] = [await world.nationalCentre("CENTRE_ANALYST"), await world.soc(), await world.soc()];
    await putDuties(world.database, [
      ...DUTIES.map((duty) => ({ socId: soc.partyId, duty })),
      { socId: other.partyId, duty: discharge(first("2026-03-31T18:59:59.999Z"), at("2026-03-31T18:00:00Z")) },
    ]);
    const [late, running, prompt, ...rest] = await timeliness(centre);
    expect(rest).toEqual([]);
    expect(late).toMatchObject({
      soc: { id: soc.party("Soc") },
      rule: "R9.1",
      opened: 7,
      met: 1,
      late: 3,
      overdue: 1,
      waived: 0,
      waivedLate: 1,
      running: 1,
      shareInTime: 1 / 6,
      lateness: { medianSeconds: 600.5, worstSeconds: 47.75 * 3_600 },
      months: [
        { month: "2026-03-01", opened: 3, met: 1, late: 2, overdue: 0, waivedLate: 0, running: 0, shareInTime: 1 / 3 },
        { month: "2026-04-01", opened: 4, met: 0, late: 1, overdue: 1, waivedLate: 1, running: 1, shareInTime: 0 },
      ],
    });
    // Between the fourth and the fifth of five.
    expect(late?.lateness?.p95Seconds).toBeCloseTo(2_700 + 0.8 * (47.75 * 3_600 - 2_700), 6);
    expect(running).toMatchObject({
      soc: { id: soc.party("Soc") },
      rule: "R9.3",
      opened: 1,
      running: 1,
      shareInTime: null,
      lateness: null,
      months: [{ month: "2026-04-01", opened: 1, shareInTime: null }],
    });
    expect(prompt).toMatchObject({
      soc: { id: other.party("Soc") },
      rule: "R9.1",
      opened: 1,
      met: 1,
      shareInTime: 1,
      lateness: null,
      months: [{ month: "2026-03-01", opened: 1, met: 1 }],
    });
  });

  test("is seen by the centre; by a SOC its own part, whichever SOC it asks about; by an owner not at all", async () => {
    const world = shared();
    const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
    await putDuties(world.database, [
      ...DUTIES.map((duty) => ({ socId: soc.partyId, duty })),
      { socId: other.partyId, duty: first("2026-03-31T18:59:59.999Z") },
    ]);
    const all = await timeliness(centre);
    // Who is shown one SOC is shown no other SOC's incidents.
    const alone = <Row extends { readonly incidents: number }>(row: Row) => ({
      ...row,
      incidentsOfAllSocs: row.incidents,
    });
    const of = (person: Person): Kept[] =>
      all
        .filter((one) => one.soc?.id === person.party("Soc"))
        .map((row) => ({ ...alone(row), months: row.months.map(alone) }));
    expect(all[0]?.incidentsOfAllSocs).toBeGreaterThan(all[0]?.incidents ?? Infinity);
    expect(of(soc)).toHaveLength(2);
    expect(of(other)).toHaveLength(1);
    for (const person of [soc, other]) {
      const reader = await world.person(person.partyId, "SOC_READER");
      expect(await timeliness(reader)).toEqual(of(person));
      expect(await timeliness(centre, SPRING, [person.party("Soc")])).toEqual(of(person));
      expect(await timeliness(person, SPRING, [soc.party("Soc"), other.party("Soc")])).toEqual(of(person));
    }
    expect(await timeliness(soc, SPRING, [other.party("Soc")])).toEqual([]);
    expect(await timeliness(centre, SPRING, [])).toEqual([]);
    const object = await world.protectedObject();
    await world.cover(soc.partyId, object);
    const owner = await world.person(object.ownerId, "OWNER");
    await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    expect(await timeliness(owner)).toEqual([]);
    expect(await timeliness(owner, SPRING, [soc.party("Soc")])).toEqual([]);
    const nobody = await soc.withToken("").asks(TimelinessDocument, { period: SPRING });
    expect(nobody.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("comes under the rules asked for, the SOC that keeps them worst first where that is asked", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const socs = [await world.soc(), await world.soc(), await world.soc()] as const;
    const inTime = (startsAt: string): Obligation => discharge(first(startsAt), at(startsAt));
    const [day, later] = ["2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z"];
    const owed: readonly (readonly Obligation[])[] = [
      [inTime(day), metLate(later, HOUR)],
      // Nothing is judged yet.
      [first("2026-04-14T23:55:00Z")],
      [metLate(day, SECOND), discharge(open(SUBMIT_CARD, at(day)), at(day))],
    ];
    await putDuties(
      world.database,
      owed.flatMap((duties, index) => duties.map((duty) => ({ socId: socs[index as 0].partyId, duty }))),
    );
    const asked = async (variables: Omit<TimelinessQueryVariables, "period">) => {
      const { timeliness: records } = await centre.gets(TimelinessDocument, {
        period: SPRING,
        socs: socs.map((one) => one.party("Soc")),
        ...variables,
      });
      return records.map(({ soc, rule, shareInTime }) => [
        socs.findIndex((one) => one.party("Soc") === soc?.id),
        rule,
        shareInTime,
      ]);
    };
    expect(await asked({ rules: ["R9.1"], orderBy: "LEAST_IN_TIME" })).toEqual([
      [2, "R9.1", 0],
      [0, "R9.1", 0.5],
      [1, "R9.1", null],
    ]);
    expect(await asked({ rules: ["R9.3"] })).toEqual([[2, "R9.3", 1]]);
    expect(await asked({ rules: [] })).toEqual([]);
    expect(await asked({ orderBy: "SOC" })).toEqual(await asked({}));
  });

  test("M8 dossiers of several SOCs that are linked as of one incident count once over all SOCs, until the link is taken back", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const socs = [await world.soc(), await world.soc()] as const;
    const [here, there, again] = [
      (await socs[0].sendsReport()).incident,
      (await socs[1].sendsReport()).incident,
      (await socs[1].sendsReport()).incident,
    ];
    const asked = socs.map((one) => one.party("Soc"));
    const counts = async () => {
      const { timeliness: rows } = await centre.gets(TimelinessDocument, {
        period: { from: "2026-04-01", before: "2026-05-01" },
        socs: asked,
        rules: ["R9.1"],
      });
      expect(rows.map(({ months }) => months.map((one) => [one.incidents, one.incidentsOfAllSocs]))).toEqual(
        rows.map((one) => [[one.incidents, one.incidentsOfAllSocs]]),
      );
      return rows
        .map(({ opened, incidents, incidentsOfAllSocs }) => [opened, incidents, incidentsOfAllSocs] as const)
        .toSorted(([one], [other]) => one - other);
    };
    expect(await counts()).toEqual([
      [1, 1, 3],
      [2, 2, 3],
    ]);
    accepted(await centre.links([here.id, there.id]));
    expect(await counts()).toEqual([
      [1, 1, 2],
      [2, 2, 2],
    ]);
    accepted(await centre.links([there.id, again.id]));
    expect(await counts()).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ]);
    accepted(await centre.unlinks([there.id]));
    expect(await counts()).toEqual([
      [1, 1, 2],
      [2, 2, 2],
    ]);
  });

  test("F18 a period that ends before it begins or is longer than ten years is refused, in three languages", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    for (const period of [
      { from: "2026-03-01", before: "2026-03-01" },
      { from: "2026-03-01", before: "2026-02-01" },
      { from: "2026-03-01", before: "2036-03-02" },
    ]) {
      const words = new Set<string>();
      for (const language of ["kk", "ru", "en"] as const) {
        const { errors } = await centre.speaking(language).asks(TimelinessDocument, { period });
        expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["period", "before"] } }]);
        words.add(errors?.[0]?.message ?? "");
      }
      expect(words.size).toBe(3);
    }
    expect(await timeliness(centre, { from: "2006-03-01", before: "2016-03-01" })).toEqual([]);
  });

  test("months count against the cost of an operation, which no estimate foresees", async () => {
    // The field itself costs 10,000.
    await using world = await startGateway({ at: NOW, settings: { MAX_OPERATION_COST: "10102" } });
    const soc = await world.soc();
    const duties = Array.from({ length: 101 }, (_, month) => first(new Date(Date.UTC(2017, month, 15)).toISOString()));
    await putDuties(
      world.database,
      duties.map((duty) => ({ socId: soc.partyId, duty })),
    );
    const months = async (before: string) =>
      soc.asks(`query Months($period: TimelinessPeriod!) { timeliness(period: $period) { months { month } } }`, {
        period: { from: "2017-01-01", before },
      });
    expect((await months("2025-05-01")).errors).toBeUndefined();
    const { errors } = await months("2025-06-01");
    expect(errors?.[0]?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY", limit: 10_102 });
  });
});
