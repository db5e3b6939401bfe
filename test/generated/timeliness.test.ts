import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { TimelinessDocument, type TimelinessQuery } from "../../schema/operations.generated.js";
import { after, dateInAlmaty, dayInAlmaty, HOUR, MINUTE, SECOND, type Instant } from "../../src/domain/instant.js";
import {
  ANSWER_TERMS,
  CONFIRMATION_TERMS,
  lateness,
  MEANS,
  type Means,
  open,
  standing,
  STANDINGS,
  type Obligation,
  type Standing,
  type Term,
} from "../../src/domain/obligations.js";
import { newId } from "../../src/platform/identity.js";
import { at, on } from "../support/drafts.js";
import { tallyDifferences } from "../support/duty-tally.js";
import { clearDuties, putDuties, type OwedDuty } from "../support/duties.js";
import { startGateway } from "../support/gateway.js";

type Kept = TimelinessQuery["timeliness"][number];

const NOW = at("2026-03-15T10:00:00Z");
const TERMS: readonly Term[] = [...Object.values(CONFIRMATION_TERMS), ...Object.values(ANSWER_TERMS)];
const hours = (most: number) => fc.integer({ min: 0, max: most * HOUR });
// Over a year, and within milliseconds of where a month begins.
const starts = fc.oneof(
  hours(9_000).map((ago) => after(NOW, -ago)),
  fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: -2, max: 2 }))
    .map(([month, ms]) => after(dayInAlmaty(on(`2025-${String(month + 1).padStart(2, "0")}-01`)), ms)),
  hours(80).map((ago) => after(NOW, -ago)),
);
const moments = (from: Instant): fc.Arbitrary<Instant | null> =>
  fc.option(
    fc.oneof(hours(200), fc.integer({ min: 15 * MINUTE - 2, max: 15 * MINUTE + 2 })).map((ms) => after(from, ms)),
    {
      nil: null,
    },
  );
const duties = fc.tuple(fc.constantFrom(...TERMS), starts).chain(([term, startsAt]) =>
  fc
    .tuple(moments(startsAt), moments(startsAt), fc.constantFrom(...MEANS))
    .map(([dischargedAt, waivedAt, means]): Obligation => ({
      ...open(term, startsAt),
      dischargedAt,
      metBy: dischargedAt === null ? null : means,
      waivedAt,
    })),
);
const periods = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 })).map(([ago, length]) => {
  const from = after(NOW, -ago * 24 * HOUR);
  return { from: dateInAlmaty(from), before: dateInAlmaty(after(from, length * 24 * HOUR)) };
});

/** The same by plain arithmetic over the pure core. */
function expected(owed: readonly OwedDuty[], period: { readonly from: string; readonly before: string }) {
  const groups = Map.groupBy(
    owed.filter(({ duty }) => {
      const date = dateInAlmaty(duty.startsAt);
      return period.from <= date && date < period.before;
    }),
    ({ socId, duty }) => `${socId} ${duty.rule}`,
  );
  const all = Map.groupBy([...groups.values()].flat(), ({ duty }) => duty.rule);
  return [...groups].map(([key, members]) => {
    const ofAll = all.get(members[0]!.duty.rule) ?? [];
    const late = members
      .filter(({ isRetracted }) => !isRetracted)
      .map(({ duty }) => lateness(duty, NOW) / SECOND)
      .filter((seconds) => seconds > 0)
      .toSorted((a, b) => a - b);
    const months = Map.groupBy(members, ({ duty }) => monthOf(duty));
    return {
      key,
      ...counted(members, ofAll),
      lateness: late.length === 0 ? null : [percentile(late, 0.5), percentile(late, 0.95), percentile(late, 1)],
      months: [...months]
        .map(([month, of]) => ({
          month,
          ...counted(
            of,
            ofAll.filter(({ duty }) => monthOf(duty) === month),
          ),
        }))
        .toSorted(byMonth),
    };
  });
}

/** How many distinct incidents duties are of: linked dossiers are one. */
function incidentsOf(members: readonly OwedDuty[]): number {
  const real = members.filter(({ isRetracted }) => !isRetracted);
  return new Set(real.map(({ groupId, incidentId }) => groupId ?? incidentId)).size;
}

function monthOf({ startsAt }: Obligation): string {
  return `${dateInAlmaty(startsAt).slice(0, 7)}-01`;
}

function byMonth(a: { readonly month: string }, b: { readonly month: string }): number {
  return a.month < b.month ? -1 : 1;
}

function counted(members: readonly OwedDuty[], ofAllSocs: readonly OwedDuty[]) {
  const real = members.filter(({ isRetracted }) => !isRetracted);
  const count = (wanted: Standing): number => real.filter(({ duty }) => standing(duty, NOW) === wanted).length;
  const by = (means: Means): number => real.filter(({ duty }) => duty.metBy === means).length;
  const [running, met, late, overdue, gone] = STANDINGS.map(count) as [number, number, number, number, number];
  const waivedLate = real.filter(({ duty }) => standing(duty, NOW) === "WAIVED" && lateness(duty, NOW) > 0).length;
  const judged = met + late + overdue + waivedLate;
  return {
    opened: real.length,
    met,
    late,
    overdue,
    waived: gone - waivedLate,
    waivedLate,
    running,
    retracted: members.length - real.length,
    bySocStatement: by("SOC_STATEMENT"),
    receivedOtherwise: by("RECEIVED_OTHERWISE"),
    leftUndetermined: by("REVIEW_LEFT_UNDETERMINED"),
    incidents: incidentsOf(members),
    incidentsOfAllSocs: incidentsOf(ofAllSocs),
    shareInTime: judged ? met / judged : null,
  };
}

function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below = 0, above = below] = sorted.slice(Math.floor(place));
  return rounded(below + (place - Math.floor(place)) * (above - below));
}

/** To the millisecond, halves upward; first to the microsecond, by less than which two ways of reckoning differ. */
function rounded(seconds: number): number {
  return Math.round(Math.round(seconds * 1e6) / 1e3) / 1e3;
}

function reported(records: readonly Kept[]) {
  return records.map(({ soc, rule, lateness: late, ...counts }) => ({
    key: `${Buffer.from(soc?.id ?? "", "base64url")
      .toString()
      .slice("Soc:".length)} ${rule}`,
    ...counts,
    lateness: late === null ? null : [late.medianSeconds, late.p95Seconds, late.worstSeconds],
  }));
}

test("M5 timeliness counts any duties as the pure core does, what a review left Undetermined apart, in all and by month", async () => {
  await using world = await startGateway({ at: "2026-03-15T10:00:00Z", settings: { COST_AT_ONCE: "1000000000000" } });
  const [centre, ...socs] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  // Few dossiers, so that one has several duties, and fewer groups of dossiers of one incident.
  const worlds = fc
    .array(fc.tuple(fc.constantFrom(...socs), duties, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 7 })), {
      maxLength: 60,
      size: "max",
    })
    .map((all) => {
      const taken = new Set<string>();
      return all.map(([soc, duty, one, dossier]): OwedDuty => {
        const name = `${soc.partyId} ${dossier}`;
        // Under every other rule a dossier has one duty.
        const isTaken = !["R9.2", "R9.6"].includes(duty.rule) && taken.has(`${name} ${duty.rule}`);
        taken.add(`${name} ${duty.rule}`);
        const incidentId = isTaken ? newId(NOW) : idOf(name);
        const groupId = !isTaken && dossier < 4 ? idOf(`group ${dossier % 2}`) : null;
        return { socId: soc.partyId, duty, isRetracted: one === 0, incidentId, groupId };
      });
    });
  const ids = new Map<string, string>();
  function idOf(name: string): string {
    const id = ids.get(name) ?? newId(NOW);
    ids.set(name, id);
    return id;
  }
  const seen = new Set<Standing>();
  await fc.assert(
    fc.asyncProperty(worlds, periods, async (owed, period) => {
      await clearDuties(world.database);
      await putDuties(world.database, owed);
      const answer = reported((await centre.gets(TimelinessDocument, { period })).timeliness).toSorted((a, b) =>
        a.key < b.key ? -1 : 1,
      );
      const wanted = expected(owed, period).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      expect(answer).toEqual(wanted);
      expect(await tallyDifferences(world.database)).toEqual([]);
      for (const { duty } of owed) seen.add(standing(duty, NOW));
    }),
    { numRuns: 40 },
  );
  expect([...seen].toSorted()).toEqual([...STANDINGS].toSorted());
});

vi.setConfig({ testTimeout: 60_000 });
