import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, HOUR } from "../../src/domain/instant.js";
import { OBJECT_KINDS, PARTY_KIND_OF_ROLE, PARTY_KINDS, ROLES, SECTORS } from "../../src/domain/parties.js";
import {
  hasEnded,
  judgeCovered,
  judgeEmail,
  judgeEnd,
  judgeFrom,
  judgeLiving,
  judgeNaming,
  keptCode,
  judgeOverlap,
  judgePhone,
  judgeRoles,
  judgeSpan,
  judgeSuccessor,
} from "../../src/domain/party-rules.js";
import type { Violation } from "../../src/domain/verdict.js";
import { circumstances, NOW } from "../support/drafts.js";

const { limits } = circumstances();

function reported(violations: readonly Violation[]): string[] {
  return violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
}

describe("what R9.2 protects", () => {
  test("R2.1 the sectors are those of the definition, and any other because its list is open", () => {
    expect([...SECTORS]).toEqual([
      "HEAT_SUPPLY",
      "ELECTRICITY_SUPPLY",
      "GAS_SUPPLY",
      "WATER_SUPPLY",
      "INDUSTRY",
      "HEALTH_CARE",
      "COMMUNICATIONS",
      "BANKING",
      "TRANSPORT",
      "HYDRAULIC_STRUCTURES",
      "LAW_ENFORCEMENT",
      "E_GOVERNMENT_INFRASTRUCTURE",
      "OTHER",
    ]);
  });

  test("R2.1, R2.2 an object is of e-government, of critical infrastructure, both or neither", () => {
    expect([...OBJECT_KINDS].sort()).toEqual(["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"]);
  });
});

describe("codes and names", () => {
  const named = (code: string, name = "Орталық"): string[] => reported(judgeNaming({ code, name }, limits));

  test.for(["KZ", "SOC-1", "A-B-C", "007", "A".repeat(32)])("F16 %s is a code", (code) => {
    expect(named(code)).toEqual([]);
  });

  const UNFIT = ["", "A", "soc-1", "-A", "A-", "A B", "A_B", "АҚ", "A".repeat(33), "SOC-1\n", "SOC/1"];
  test.for(UNFIT)("F16 %j is no code", (code) => {
    expect(named(code)).toEqual(["F16 code"]);
  });

  test("F16 small Latin letters become capitals; no other letter becomes one of them", () => {
    expect(keptCode("soc-Ab1")).toBe("SOC-AB1");
    for (const other of ["ı-1", "ſ1", "ақ", "ß1"]) expect(keptCode(other)).toBe(other);
  });

  test("F1, F2, F3 a name is a short text that can be read", () => {
    expect(named("SOC-1", " ")).toEqual(["F1 name"]);
    expect(named("SOC-1", "a".repeat(limits.summary + 1))).toEqual(["F2 name"]);
    expect(named("SOC-1", "a\u0007")).toEqual(["F3 name"]);
  });

  test("F1, F16 are reported together", () => {
    expect(named("", "")).toEqual(["F1 name", "F16 code"]);
  });
});

test("F20 an e-mail address is one, or there is none", () => {
  for (const fit of [null, "duty@example.kz", "кезекші@пример.қаз"]) expect(judgeEmail(fit)).toEqual([]);
  for (const unfit of [
    "",
    "duty",
    "duty@",
    "@example.kz",
    "duty@localhost",
    "Duty <duty@example.kz>",
    "a@b.kz, c@d.kz",
    "duty[at]example[.]kz",
    "duty@example[.]kz",
    "mailto:duty@example.kz",
    "<duty@example.kz>",
    '"duty@example.kz"',
    " duty@example.kz",
  ])
    expect(reported(judgeEmail(unfit))).toEqual(["F20 email"]);
});

test("F27 a telephone number is international, or there is none", () => {
  for (const fit of [null, "+77172000000", "+7 7172 000000", "+7 (7172) 00-00-00", "+1234567", "+123456789012345"])
    expect(judgePhone(fit)).toEqual([]);
  for (const unfit of [
    "",
    "+",
    "87172000000",
    "7172000000",
    "+123456",
    "+1234567890123456",
    "+7 7172 000000 ext. 5",
    "++77172000000",
    "+7\n7172000000",
    "+７7172000000",
    `+7${" ".repeat(40)}7172000000`,
  ])
    expect(reported(judgePhone(unfit))).toEqual(["F27 phone"]);
});

describe("roles", () => {
  test("F19 every role belongs to one kind of party, or to any, and is refused to the others", () => {
    for (const role of ROLES)
      for (const kind of PARTY_KINDS)
        expect(reported(judgeRoles([role], kind))).toEqual(
          [null, kind].includes(PARTY_KIND_OF_ROLE[role]) ? [] : ["F19 roles"],
        );
  });

  test("F19 one stranger among fitting roles is named", () => {
    expect(judgeRoles(["SOC_READER", "CENTRE_ANALYST"], "SOC")).toMatchObject([
      { rule: "F19", says: { about: { roles: "CENTRE_ANALYST", kind: "SOC" } } },
    ]);
  });

  test("F4 an actor has at least one role", () => {
    expect(reported(judgeRoles([], "SOC"))).toEqual(["F4 roles"]);
  });
});

describe("periods of coverage", () => {
  const moments = fc.integer({ min: 0, max: 12 }).map((hours) => after(NOW, hours * HOUR));
  const spans = fc
    .record({ startsAt: moments, endsAt: fc.option(moments, { nil: null }) })
    .filter((span) => judgeSpan(span).length === 0);

  test("F18 a period ends after it begins, or is open", () => {
    expect(judgeSpan({ startsAt: NOW, endsAt: null })).toEqual([]);
    expect(judgeSpan({ startsAt: NOW, endsAt: after(NOW, 1) })).toEqual([]);
    expect(reported(judgeSpan({ startsAt: NOW, endsAt: NOW }))).toEqual(["F18 endsAt"]);
    expect(reported(judgeSpan({ startsAt: NOW, endsAt: after(NOW, -1) }))).toEqual(["F18 endsAt"]);
  });

  test("F18 one period may begin in the instant in which another ends", () => {
    const first = { startsAt: NOW, endsAt: after(NOW, HOUR) };
    const second = { startsAt: after(NOW, HOUR), endsAt: null };
    expect(judgeOverlap(second, [first])).toEqual([]);
    expect(judgeOverlap(first, [second])).toEqual([]);
  });

  test("F18 two periods overlap exactly where some instant is in both", () => {
    fc.assert(
      fc.property(spans, fc.array(spans, { maxLength: 3 }), (span, others) => {
        const holds = ({ startsAt, endsAt }: typeof span, hour: number): boolean => {
          const moment = after(NOW, hour * HOUR);
          return moment >= startsAt && (endsAt === null || moment < endsAt);
        };
        const shared = Array.from({ length: 14 }, (_, hour) => hour).some(
          (hour) => holds(span, hour) && others.some((other) => holds(other, hour)),
        );
        expect(reported(judgeOverlap(span, others))).toEqual(shared ? ["F18 startsAt"] : []);
      }),
    );
  });
});

describe("what begins and ends in time", () => {
  const hours = (count: number) => after(NOW, count * HOUR);
  const ended = (count: number) => ({ code: "OLD", endedAt: hours(count), successor: "NEW" });
  const living = { code: "OLD", endedAt: null, successor: null };

  test("F11 what holds of an object is told of no future", () => {
    const from = (at: number | null) => reported(judgeFrom(at === null ? null : hours(at), NOW, limits));
    expect(from(null)).toEqual([]);
    expect(from(-1)).toEqual([]);
    expect(from(1)).toEqual(["F11 from"]);
    expect(reported(judgeFrom(after(NOW, limits.clockSkew), NOW, limits))).toEqual([]);
  });

  test("F17 what has ended is named no more, from the instant of its end on", () => {
    expect(hasEnded(ended(0), NOW)).toBe(true);
    expect(reported(judgeLiving(ended(0), NOW, ["to"]))).toEqual(["F17 to"]);
    expect(judgeLiving(ended(1), NOW, ["to"])).toEqual([]);
    expect(judgeLiving(living, NOW, ["to"])).toEqual([]);
  });

  test("F17 coverage may last until the end of its SOC and its object, and no longer", () => {
    expect(judgeCovered(ended(1), { endsAt: hours(1) }, ["socId"])).toEqual([]);
    expect(reported(judgeCovered(ended(1), { endsAt: hours(2) }, ["socId"]))).toEqual(["F17 socId"]);
    expect(reported(judgeCovered(ended(1), { endsAt: null }, ["socId"]))).toEqual(["F17 socId"]);
    expect(judgeCovered(living, { endsAt: null }, ["socId"])).toEqual([]);
  });

  test("F18 an end comes after the registration and the beginning of the coverage that it ends", () => {
    const coverage = [{ startsAt: hours(-2), endsAt: null }];
    const registered = { registeredAt: hours(-5) };
    expect(judgeEnd(registered, NOW, coverage)).toEqual([]);
    expect(judgeEnd(registered, hours(-5), [])).toEqual([]);
    expect(reported(judgeEnd(registered, hours(-6), []))).toEqual(["F18 endsAt"]);
    expect(reported(judgeEnd(registered, hours(-2), coverage))).toEqual(["F18 endsAt"]);
  });

  test("F17 what replaces something is another one without an end", () => {
    const ending = { id: "a", replacedById: null };
    expect(judgeSuccessor({ id: "b", endedAt: null }, ending)).toEqual([]);
    for (const successor of [null, { id: "a", endedAt: null }, { id: "b", endedAt: hours(1) }])
      expect(reported(judgeSuccessor(successor, ending))).toEqual(["F17 replacedById"]);
    // One that was named before may have ended since: the end that is put right keeps it.
    expect(judgeSuccessor({ id: "b", endedAt: hours(1) }, { ...ending, replacedById: "b" })).toEqual([]);
  });
});
