import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, type Dossier, type Applied, type Statement } from "../../src/domain/dossier.js";
import { SEVERITIES } from "../../src/domain/incident-card.js";
import { after, HOUR, instant, MINUTE, type Instant } from "../../src/domain/instant.js";
import { lateness, type Obligation } from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";
import { named as asNamed, TERMS } from "../support/statements.js";

/**
 * Properties of `apply` over whole histories: what a SOC may say of one incident, in any order, each statement received after
 * the one before it.
 */

const BEGIN = at("2026-03-01T10:00:00Z");
const OBJECTS = [
  { id: "portal", isProtected: true },
  { id: "grid", isProtected: true },
  { id: "canteen", isProtected: false },
];
const TERM: Partial<Record<Obligation["rule"], number>> = {
  "R9.1": 15 * MINUTE,
  "R9.2": 15 * MINUTE,
  "R9.3": 72 * HOUR,
  "RA.1": 48 * HOUR,
};

type Unreceived = Omit<Statement, "receivedAt">;

const moments = fc.integer({ min: -100 * 60, max: 100 * 60 }).map((minutes) => after(BEGIN, minutes * MINUTE));
const levels = fc.constantFrom(...SEVERITIES);
const named = fc.constantFrom(...OBJECTS);
const reports: fc.Arbitrary<Unreceived> = fc.record({
  said: fc.constant("REPORT" as const),
  confirmedAt: moments,
  severity: fc.option(levels, { nil: null }),
  objects: fc.option(named, { nil: null }).map((object) => [asNamed(object)]),
});
const cards: fc.Arbitrary<Unreceived> = fc.record({
  said: fc.constant("CARD" as const),
  confirmedAt: moments,
  confirmedAtPath: fc.constant(["card", "confirmedAt"]),
  severity: levels,
  objects: fc.option(named, { nil: null }).map((object) => [asNamed(object)]),
});
const reviews: fc.Arbitrary<Unreceived> = fc.record({ said: fc.constant("REVIEW" as const), severity: levels });
const ownersNotified: fc.Arbitrary<Unreceived> = fc.record({
  said: fc.constant("OWNER_NOTIFIED" as const),
  owner: fc.record({
    of: named.map(({ id }) => ({ objectId: id, description: null })),
    notifiedAt: moments,
    means: fc.constant("SOC_STATEMENT" as const),
  }),
});

const histories: fc.Arbitrary<readonly Statement[]> = fc
  .tuple(
    fc.oneof(reports, cards),
    fc.array(fc.oneof(cards, reviews, ownersNotified), { maxLength: 8 }),
    fc.array(fc.integer({ min: 1, max: 30 * 60 }), { minLength: 9, maxLength: 9 }),
  )
  .map(([first, rest, waits]) => {
    let receivedAt: Instant = BEGIN;
    const history: Statement[] = [];
    for (const [index, statement] of [first, ...rest].entries()) {
      receivedAt = after(receivedAt, (waits[index] ?? 1) * MINUTE);
      history.push({ ...statement, receivedAt });
    }
    return history;
  });

/** What each statement of a history did. */
function appliedOf(history: readonly Statement[], terms = TERMS): Applied[] {
  const applied: Applied[] = [];
  for (const statement of history) applied.push(apply(applied.at(-1)?.dossier ?? null, statement, terms));
  return applied;
}

function last(history: readonly Statement[]): Dossier {
  const applied = appliedOf(history).at(-1);
  if (applied === undefined) throw new Error("an incident begins with a statement");
  return applied.dossier;
}

function name({ kind, objectId }: Obligation): string {
  return `${kind} ${objectId ?? ""}`;
}

function earliest(among: readonly (Instant | undefined)[]): Instant | null {
  const known = among.filter((moment) => moment !== undefined);
  return known.length === 0 ? null : instant(Math.min(...known));
}

function check(property: (history: readonly Statement[]) => void): void {
  fc.assert(fc.property(histories, property));
}

test("no incident has two duties of one kind toward one object", () => {
  check((history) => {
    const names = last(history).obligations.map(name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("R9.1, R9.2, R9.3, RA.1 between start and due time lies the term, in every history", () => {
  check((history) => {
    for (const { rule, startsAt, dueAt } of last(history).obligations) expect(dueAt - startsAt).toBe(TERM[rule]);
  });
});

test("L4 every term runs from the earliest confirmation declared so far", () => {
  check((history) => {
    appliedOf(history).forEach(({ dossier, warnings }, index) => {
      const declared = history.slice(0, index + 1).map(({ confirmedAt }) => confirmedAt);
      expect(dossier.confirmedAt).toBe(earliest(declared));
      for (const { startsAt } of dossier.obligations) expect(startsAt).toBe(dossier.confirmedAt);
      const isLater = (history[index]?.confirmedAt ?? -Infinity) > dossier.confirmedAt;
      expect(warnings.some(({ rule }) => rule === "L4")).toBe(isLater);
    });
  });
});

test("L14 no duty is ever taken back, and the moment at which one was met only gets earlier", () => {
  check((history) => {
    const applied = appliedOf(history);
    applied.slice(1).forEach(({ dossier }, index) => {
      const before = applied[index]?.dossier.obligations ?? [];
      expect(dossier.obligations.slice(0, before.length).map(name)).toEqual(before.map(name));
      before.forEach(({ dischargedAt }, place) => {
        if (dischargedAt !== null) expect(dossier.obligations[place]?.dischargedAt).toBeLessThanOrEqual(dischargedAt);
      });
    });
  });
});

test("R9.1 is met by the first statement, R9.3 by the first card, in every history", () => {
  check((history) => {
    const { obligations } = last(history);
    const met = (kind: string): unknown => obligations.find((each) => each.kind === kind)?.dischargedAt;
    expect(met("NOTIFY_CENTRE")).toBe(history[0]?.receivedAt);
    expect(met("SUBMIT_CARD")).toBe(history.find(({ said }) => said === "CARD")?.receivedAt ?? null);
  });
});

test("R9.2 is owed for each protected object that was named, met when its owner was first notified, in whatever order", () => {
  check((history) => {
    const owed = OBJECTS.filter(
      ({ id, isProtected }) =>
        isProtected && history.some(({ objects = [] }) => objects.some(({ objectId }) => objectId === id)),
    ).map(({ id }) => {
      const notified = history.flatMap(({ owner }) => (owner?.of.objectId === id ? [owner.notifiedAt] : []));
      return [id, earliest(notified)];
    });
    const duties = last(history).obligations.filter(({ kind }) => kind === "NOTIFY_OWNER");
    expect(new Map(duties.map(({ objectId, dischargedAt }) => [objectId, dischargedAt]))).toEqual(
      new Map(owed as [string, Instant | null][]),
    );
  });
});

test("RA.1 is owed from the first Undetermined and met by the next review or level, in every history", () => {
  check((history) => {
    const applied = appliedOf(history);
    const first = history.findIndex(({ severity }) => severity === "UNDETERMINED");
    const meeting = history.findIndex(
      ({ said, severity }, index) =>
        first >= 0 && index > first && (said === "REVIEW" || (said === "CARD" && severity !== "UNDETERMINED")),
    );
    const duty = applied.at(-1)?.dossier.obligations.find(({ kind }) => kind === "REVIEW_SEVERITY");
    expect(duty !== undefined).toBe(first >= 0);
    if (duty) expect(duty.dischargedAt).toBe(history[meeting]?.receivedAt ?? null);
    // A card that meets it is recorded as a review; a review is one already.
    applied.forEach(({ isReview, dossier }, index) =>
      expect(isReview).toBe(
        history[index]?.said === "CARD" &&
          first >= 0 &&
          index > first &&
          dossier.severity !== "UNDETERMINED" &&
          dossier.severity !== applied[index - 1]?.dossier.severity,
      ),
    );
  });
});

test("L10 the level is the last one that was named", () => {
  check((history) => {
    const levelsNamed = history
      .map(({ severity }) => severity)
      .filter((severity) => severity !== undefined && severity !== null);
    expect(last(history).severity).toBe(levelsNamed.at(-1) ?? null);
  });
});

test("L2 each duty that a statement meets late is warned about, once, with its lateness", () => {
  check((history) => {
    const applied = appliedOf(history);
    applied.forEach(({ dossier, warnings }, index) => {
      const before = applied[index - 1]?.dossier.obligations ?? [];
      const late = dossier.obligations.filter(
        (duty, place) =>
          duty.dischargedAt !== null &&
          duty.dischargedAt > duty.dueAt &&
          (before[place]?.dischargedAt ?? null) === null,
      );
      const outcome = warnings.filter(({ says }) => says.key === "acceptedLate");
      expect(outcome.map(({ rule, says }) => [rule, says.about])).toEqual(
        late.map((duty) => [
          duty.rule,
          {
            dueAt: duty.dueAt,
            late: lateness(duty, duty.dischargedAt ?? duty.dueAt),
            object: duty.objectDescription,
          },
        ]),
      );
    });
  });
});

test("L15 an incident whose confirmations all lie before the amendment is in force has no duties", () => {
  check((history) => {
    for (const { dossier, warnings } of appliedOf(history, { inForceFrom: after(BEGIN, 101 * HOUR) })) {
      expect(dossier.obligations).toEqual([]);
      expect(warnings.filter(({ rule }) => rule !== "L4" && rule !== "L15")).toEqual([]);
    }
  });
});
