import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, HOUR, instant, MINUTE, SECOND, toIso, type Instant } from "../../src/domain/instant.js";
import { announcedAt, standing, type Obligation } from "../../src/domain/obligations.js";
import { Announcements, type Leads } from "../../src/features/obligations/announcement.service.js";
import { ActsUnderWay } from "../../src/platform/acts-under-way.js";
import { createLogger } from "../../src/platform/logger.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { isWaiting } from "../support/held.js";

/** Announcements over whole histories: acts, outages, clocks that differ, several gateways on one database. */

const LEAD = 10 * MINUTE;
const LEADS = Object.fromEntries(
  ["R9.1", "R9.2", "R9.3", "R9.4", "R9.5", "R9.6", "RA.1"].map((rule) => [rule, LEAD]),
) as Leads;
/** How many histories are made: more in the long run. */
const HISTORIES = Number(process.env["DABYL_HISTORIES"] ?? 50);
/** What the service gives a word of the last instant to arrive in. */
const GRACE = SECOND / 4;

type Step =
  | { readonly does: "pass"; readonly minutes: number }
  | { readonly does: "meet" | "waive"; readonly which: number }
  | { readonly does: "move"; readonly which: number; readonly minutes: number }
  /** So many gateways look at once, each by a clock of its own. */
  | { readonly does: "look"; readonly skews: readonly number[] };

/** Whether a duty was met or waived before its end. */
function wasInTime({ dischargedAt, waivedAt, dueAt }: Obligation): boolean {
  const closedAt = dischargedAt ?? waivedAt;
  return closedAt !== null && closedAt <= dueAt;
}

/** Looks within which a duty is announced, whichever gateway looks. */
const LOOKS = 3;
const DUTIES = 4;
const which = fc.nat(DUTIES - 1);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ does: fc.constantFrom("meet" as const, "waive" as const), which }),
    fc.record({ does: fc.constant("move" as const), which, minutes: fc.integer({ min: -30, max: 30 }) }),
    fc.record({
      does: fc.constant("look" as const),
      skews: fc.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 1, maxLength: 3 }),
    }),
  ),
  { minLength: 5, maxLength: 25 },
);

describe("announcements", () => {
  let world: TestGateway;
  let soc: string;
  let owner: Client;
  beforeAll(async () => {
    world = await startGateway();
    owner = await world.database.session();
    soc = (await world.soc()).partyId;
  });
  afterAll(async () => {
    await owner.end();
    await world[Symbol.asyncDispose]();
  });

  /** Duties of one incident each, due within the next two hours. */
  async function makeDuties(now: Instant): Promise<(Obligation & { id: string })[]> {
    const duties = Array.from({ length: DUTIES }, (_, index) => ({
      id: randomUUID(),
      incident: randomUUID(),
      kind: "SUBMIT_CARD" as const,
      rule: "R9.3" as const,
      objectId: null,
      objectDescription: null,
      notificationId: null,
      metBy: null,
      isVoid: false,
      startsAt: instant(now - HOUR),
      dueAt: instant(now + (5 + index * 12) * MINUTE),
      dischargedAt: null,
      waivedAt: null,
    }));
    for (const { id, incident, startsAt, dueAt } of duties) {
      await owner.query(
        `insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
         values ($1, $2, $3, '[{"objectId": null, "code": null, "description": "A network", "kinds": null, "ownerName": null}]', 'OTHER', $4, $4, 0)`,
        [incident, incident, soc, toIso(startsAt)],
      );
      await owner.query(
        `insert into obligation (id, incident_id, obligor_id, kind, rule, starts_at, due_at) values ($1, $2, $3, 'SUBMIT_CARD', 'R9.3', $4, $5)`,
        [id, incident, soc, toIso(startsAt), toIso(dueAt)],
      );
    }
    return duties;
  }

  async function write({ id, dueAt, dischargedAt, waivedAt }: Obligation & { id: string }): Promise<void> {
    const at = (moment: Instant | null): string | null => (moment === null ? null : toIso(moment));
    await owner.query(`update obligation set due_at = $2, discharged_at = $3, waived_at = $4 where id = $1`, [
      id,
      at(dueAt),
      at(dischargedAt),
      at(waivedAt),
    ]);
  }

  /** What stands in the journal about these duties, in its order. */
  async function announced(ids: readonly string[]): Promise<{ id: string; fact: string; at: number }[]> {
    await owner.query(`select count(*) from seal_journal('{}')`);
    const { rows } = await owner.query<{ id: string; fact: string; at: string }>(
      `select obligation_id as id, fact, body::jsonb ->> 'at' as at from journal where obligation_id = any ($1) order by position`,
      [ids],
    );
    return rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
  }

  test(
    "each stands in the feed once for each due time, none is false, and none is missing",
    async () => {
      const logger = createLogger("silent");
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          let now = instant(world.clock.now());
          const duties = await makeDuties(now);
          const ids = duties.map(({ id }) => id);
          const seen = new Set<string>();
          for (const step of [
            ...history,
            { does: "pass", minutes: 200 } as const,
            { does: "look", skews: [0] } as const,
          ]) {
            if (step.does === "pass") now = after(now, step.minutes * MINUTE);
            else if (step.does === "look") {
              const before = (await announced(ids)).length;
              const announce = (at: Instant): Promise<Instant | null> =>
                new Announcements(world.gateway.unitOfWork, world.clock, logger, LEADS, new ActsUnderWay()).announce(
                  at,
                );
              const latest = after(now, Math.max(...step.skews));
              await Promise.all(step.skews.map((skew) => announce(after(now, skew))));
              // What one of them has left because another one held it just then comes with the next look.
              const next = await announce(latest);
              for (const { id, fact, at } of (await announced(ids)).slice(before)) {
                const duty = duties.find((one) => one.id === id);
                if (!duty) throw new Error("a duty of nobody");
                // Once for each due time.
                const name = `${id} ${fact} ${duty.dueAt}`;
                expect(seen.has(name)).toBe(false);
                seen.add(name);
                // What was announced by a clock that is ahead is taken back where it was met in time after all.
                if (fact === "NOT_OVERDUE") {
                  expect(seen).toContain(`${duty.id} OVERDUE ${duty.dueAt}`);
                  expect(["MET", "WAIVED"]).toContain(standing(duty, instant(at)));
                  continue;
                }
                // None is false, by the arithmetic of the core at the instant of the one that announced it.
                expect(standing(duty, instant(at))).toBe(fact === "OVERDUE" ? "OVERDUE" : "RUNNING");
                expect(at).toBeGreaterThanOrEqual(announcedAt(duty, LEAD)[fact as "OVERDUE"]);
              }
              // None is missing.
              for (const duty of duties) {
                const isMistaken = wasInTime(duty) && seen.has(`${duty.id} OVERDUE ${duty.dueAt}`);
                if (isMistaken) expect(seen).toContain(`${duty.id} NOT_OVERDUE ${duty.dueAt}`);
                if (standing(duty, after(latest, -GRACE)) === "OVERDUE")
                  expect(seen).toContain(`${duty.id} OVERDUE ${duty.dueAt}`);
                const isSoon = standing(duty, latest) === "RUNNING" && announcedAt(duty, LEAD).DUE_SOON < latest;
                if (isSoon) expect(seen).toContain(`${duty.id} DUE_SOON ${duty.dueAt}`);
                // What comes next is looked at as soon as it is to be announced.
                if (!["RUNNING", "OVERDUE"].includes(standing(duty, latest))) continue;
                const at = announcedAt(duty, LEAD);
                const coming = { DUE_SOON: at.DUE_SOON, OVERDUE: after(at.OVERDUE, GRACE) };
                for (const [fact, moment] of Object.entries(coming))
                  if (moment >= latest && !seen.has(`${duty.id} ${fact} ${duty.dueAt}`))
                    expect(next).toBeLessThanOrEqual(moment + 1);
              }
            } else {
              const duty = duties[step.which];
              if (!duty) continue;
              const changed = {
                ...duty,
                ...(step.does === "meet" ? { dischargedAt: duty.dischargedAt ?? now } : {}),
                ...(step.does === "waive" ? { waivedAt: duty.waivedAt ?? now } : {}),
                ...(step.does === "move" ? { dueAt: after(duty.dueAt, step.minutes * MINUTE) } : {}),
              };
              duties[step.which] = changed;
              await write(changed);
            }
          }
        }),
        { numRuns: HISTORIES },
      );
    },
    120_000 + 1_000 * HISTORIES,
  );

  test("a duty of which somebody says something just now is left for the next time", async () => {
    const logger = createLogger("silent");
    const now = instant(world.clock.now());
    const [duty] = await makeDuties(now);
    if (!duty) throw new Error("no duty");
    const late = after(duty.dueAt, SECOND);
    const announcements = new Announcements(world.gateway.unitOfWork, world.clock, logger, LEADS, new ActsUnderWay());
    const client = await world.database.session();
    await client.query("begin");
    await client.query(
      `select 1 from incident where id = (select incident_id from obligation where id = $1) for update`,
      [duty.id],
    );
    await announcements.announce(late);
    expect((await announced([duty.id])).map(({ fact }) => fact)).not.toContain("OVERDUE");
    // It was received in time, and commits late.
    await client.query(`update obligation set discharged_at = $2 where id = $1`, [duty.id, toIso(duty.dueAt)]);
    await client.query("commit");
    await client.end();
    await announcements.announce(late);
    expect((await announced([duty.id])).map(({ fact }) => fact)).not.toContain("OVERDUE");
  });

  test("a duty of which one says something after the other is announced all the same", async () => {
    const logger = createLogger("silent");
    const [duty] = await makeDuties(instant(world.clock.now()));
    if (!duty) throw new Error("no duty");
    const announcements = new Announcements(world.gateway.unitOfWork, world.clock, logger, LEADS, new ActsUnderWay());
    const hasWord = new AbortController();
    // One of them has the incident, and the others wait for it.
    const speak = async (): Promise<void> => {
      const client = await world.database.session();
      while (!hasWord.signal.aborted) {
        await client.query("begin");
        await client.query(
          `select 1 from incident where id = (select incident_id from obligation where id = $1) for update`,
          [duty.id],
        );
        await client.query("select pg_sleep(0.2)");
        await client.query("commit");
      }
      await client.end();
    };
    const spoken = Promise.all([speak(), speak(), speak()]);
    await isWaiting(world.database, 2);
    const late = after(duty.dueAt, 2 * MINUTE);
    for (let looks = 0; looks < LOOKS; looks += 1) await announcements.announce(late);
    hasWord.abort();
    await spoken;
    expect((await announced([duty.id])).map(({ fact }) => fact)).toEqual(["OVERDUE"]);
  });

  test("what another gateway had received in time and keeps afterwards takes the announcement back, once", async () => {
    const logger = createLogger("silent");
    const [duty, late] = await makeDuties(instant(world.clock.now()));
    if (!duty || !late) throw new Error("no duty");
    const announcements = new Announcements(world.gateway.unitOfWork, world.clock, logger, LEADS, new ActsUnderWay());
    const later = after(late.dueAt, SECOND);
    await announcements.announce(later);
    await write({ ...duty, dischargedAt: duty.dueAt });
    await write({ ...late, dischargedAt: after(late.dueAt, 1) });
    for (let looks = 0; looks < 2; looks += 1) await announcements.announce(after(later, SECOND));
    expect((await announced([duty.id])).map(({ fact }) => fact)).toEqual(["OVERDUE", "NOT_OVERDUE"]);
    expect((await announced([late.id])).map(({ fact }) => fact)).toEqual(["OVERDUE"]);
  });

  test("nothing is announced as overdue that an act under way may have met in time", async () => {
    const logger = createLogger("silent");
    const [earlierOne, duty] = await makeDuties(instant(world.clock.now()));
    if (!earlierOne || !duty) throw new Error("no duty");
    const acts = new ActsUnderWay();
    const announcements = new Announcements(world.gateway.unitOfWork, world.clock, logger, LEADS, acts);
    const isOver = acts.begin(duty.dueAt);
    const overdue = async () => (await announced([earlierOne.id, duty.id])).filter(({ fact }) => fact === "OVERDUE");
    await announcements.announce(after(duty.dueAt, HOUR));
    expect((await overdue()).map(({ id }) => id)).toEqual([earlierOne.id]);
    isOver();
    await announcements.announce(after(duty.dueAt, HOUR));
    expect((await overdue()).map(({ id }) => id)).toEqual([earlierOne.id, duty.id]);
  });

  test("an act that does not end holds up the clock for two minutes, and its successors no longer each", async () => {
    let now = 0;
    const acts = new ActsUnderWay(() => now);
    const first = instant(world.clock.now());
    const isOver = acts.begin(first);
    now += 2 * MINUTE - 1;
    acts.begin(after(first, now));
    expect(acts.earliest).toBe(first);
    now += 1;
    expect(acts.earliest).toBe(after(first, 2 * MINUTE - 1));
    isOver();
    now += 2 * MINUTE;
    expect(acts.earliest).toBeNull();
  });
});
