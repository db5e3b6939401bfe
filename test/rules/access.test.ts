import { describe, expect, test } from "vitest";
import { may, scopeKey, scopeOf, type Action } from "../../src/domain/access.js";
import { PARTY_KIND_OF_ROLE, ROLES, type Actor, type PartyKind, type Role } from "../../src/domain/parties.js";

function actorOf(kind: PartyKind, roles: readonly Role[], partyId = "party"): Actor {
  return { id: "actor", name: "Aigerim", roles, party: { id: partyId, kind, code: "CODE", name: "Name" } };
}

/** Who may do what: `+` in the column of a role that may. The columns stand in the order of `columns`. */
const columns = [
  "SOC_OPERATOR",
  "SOC_READER",
  "CENTRE_OPERATOR",
  "CENTRE_ANALYST",
  "CENTRE_ADMINISTRATOR",
  "OWNER",
  "EXPORTER",
] as const satisfies readonly Role[];
const TABLE: Record<Action, string> = {
  "incident.report": "+ - - - - - -",
  "card.submit": "+ - - - - - -",
  "card.amend": "+ - - - - - -",
  "severity.review": "+ - - - - - -",
  "owner.record": "+ - - - - - -",
  "owner.acknowledge": "- - - - - + -",
  "retraction.request": "+ - - - - - -",
  "retraction.decide": "- - + - - - -",
  "correction.request": "+ - - - - - -",
  "correction.refuse": "- - + - - - -",
  "correction.withdraw": "+ - - - - - -",
  "incident.link": "- - + - - - -",
  "object.link": "- - + - - - -",
  "object.unlink": "- - + - - - -",
  "incident.unlink": "- - + - - - -",
  "incident.take": "- - + - - - -",
  "incident.release": "- - + - - - -",
  "confirmation.correct": "- - + - - - -",
  "obligation.waive": "+ - + - - - -",
  "obligation.receive": "- - + - - - -",
  "receipt.withdraw": "- - + - - - -",
  "threat.register": "- - + - - - -",
  "event.register": "- - + - - - -",
  "detected-incident.register": "- - + - - - -",
  "notification.send": "- - + - - - -",
  "notification.acknowledge": "+ - - - - - -",
  "threat.analyse": "+ - - - - - -",
  "event.analyse": "+ - - - - - -",
  "notification.deny": "+ - - - - - -",
  "delivery.read": "- - + + + - -",
  "metrics.read": "- - + + + - -",
  "delivery.retry": "- - + - - - -",
  "export.prepare": "- - - - - - +",
  "register.take": "+ + + + + - -",
  read: "+ + + + + + -",
  "party.administer": "- - - - + - -",
  "actor.read": "- - - - + - -",
  "journal.read": "- - - - + - -",
};

describe("who may do what", () => {
  test("the table has a column for every role", () => {
    expect([...columns].sort()).toEqual([...ROLES].sort());
  });

  const cells = Object.entries(TABLE).flatMap(([action, row]) =>
    columns.map((role, column) => ({ action: action as Action, role, permitted: row.split(" ")[column] === "+" })),
  );
  test.for(cells)("$role and $action: $permitted", ({ action, role, permitted }) => {
    expect(may(actorOf(PARTY_KIND_OF_ROLE[role] ?? "SOC", [role]), action)).toBe(permitted);
  });

  test("an actor without roles may do nothing", () => {
    for (const action of Object.keys(TABLE) as Action[]) expect(may(actorOf("SOC", []), action)).toBe(false);
  });

  test("one role that permits is enough", () => {
    expect(may(actorOf("SOC", ["SOC_READER", "SOC_OPERATOR"]), "card.submit")).toBe(true);
  });

  test("nobody of the national centre speaks in a SOC's place", () => {
    const everyone = actorOf("NATIONAL_CENTRE", ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR"]);
    expect(may(everyone, "incident.report")).toBe(false);
    expect(may(everyone, "owner.record")).toBe(false);
  });
});

describe("what an actor sees", () => {
  test("the national centre sees everything, whatever the role", () => {
    for (const role of ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR"] as const)
      expect(scopeOf(actorOf("NATIONAL_CENTRE", [role]))).toEqual({ sees: "EVERYTHING" });
  });

  test("a SOC sees its own world", () => {
    expect(scopeOf(actorOf("SOC", ["SOC_READER"], "a"))).toEqual({ sees: "SOC", soc: "a" });
  });

  test("an owner sees what concerns its own objects", () => {
    expect(scopeOf(actorOf("OWNER", ["OWNER"], "a"))).toEqual({ sees: "OWNER", owner: "a" });
  });

  test("a role never widens what the party sees", () => {
    expect(scopeOf(actorOf("SOC", ["CENTRE_ADMINISTRATOR"], "a"))).toEqual({ sees: "SOC", soc: "a" });
  });

  test("two scopes share a key only where they see the same", () => {
    const scopes = [
      scopeOf(actorOf("NATIONAL_CENTRE", [])),
      scopeOf(actorOf("SOC", [], "a")),
      scopeOf(actorOf("SOC", [], "b")),
      scopeOf(actorOf("OWNER", [], "a")),
      scopeOf(actorOf("OWNER", [], "b")),
    ];
    expect(new Set(scopes.map(scopeKey)).size).toBe(scopes.length);
    expect(scopeKey(scopeOf(actorOf("SOC", ["SOC_READER"], "a")))).toBe(scopeKey({ sees: "SOC", soc: "a" }));
  });
});
