import type { Actor, Role } from "./parties.js";

/** The part of the world that an actor may see, as a value. Stores cannot be made without one. */
export type Scope =
  | { readonly sees: "EVERYTHING" }
  | { readonly sees: "SOC"; readonly soc: string }
  | { readonly sees: "OWNER"; readonly owner: string };

/** A SOC sees its own world, an owner what concerns its own objects, the national centre everything. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.party.kind) {
    case "NATIONAL_CENTRE":
      return { sees: "EVERYTHING" };
    case "SOC":
      return { sees: "SOC", soc: actor.party.id };
    case "OWNER":
      return { sees: "OWNER", owner: actor.party.id };
  }
}

/** One string for each distinct scope, to share what was read through it. */
export function scopeKey(scope: Scope): string {
  switch (scope.sees) {
    case "EVERYTHING":
      return "*";
    case "SOC":
      return `soc:${scope.soc}`;
    case "OWNER":
      return `owner:${scope.owner}`;
  }
}

/** Every act that someone may or may not do, and the roles that may. What is not listed is not permitted. */
const PERMITTED = {
  "incident.report": ["SOC_OPERATOR"],
  "card.submit": ["SOC_OPERATOR"],
  "card.amend": ["SOC_OPERATOR"],
  "severity.review": ["SOC_OPERATOR"],
  "owner.record": ["SOC_OPERATOR"],
  "owner.acknowledge": ["OWNER"],
  "retraction.request": ["SOC_OPERATOR"],
  "retraction.decide": ["CENTRE_OPERATOR"],
  "correction.request": ["SOC_OPERATOR"],
  "correction.refuse": ["CENTRE_OPERATOR"],
  "correction.withdraw": ["SOC_OPERATOR"],
  "incident.link": ["CENTRE_OPERATOR"],
  "object.link": ["CENTRE_OPERATOR"],
  "object.unlink": ["CENTRE_OPERATOR"],
  "incident.unlink": ["CENTRE_OPERATOR"],
  "incident.take": ["CENTRE_OPERATOR"],
  "incident.release": ["CENTRE_OPERATOR"],
  "confirmation.correct": ["CENTRE_OPERATOR"],
  "obligation.waive": ["CENTRE_OPERATOR", "SOC_OPERATOR"],
  "obligation.receive": ["CENTRE_OPERATOR"],
  "receipt.withdraw": ["CENTRE_OPERATOR"],
  "threat.register": ["CENTRE_OPERATOR"],
  "event.register": ["CENTRE_OPERATOR"],
  "detected-incident.register": ["CENTRE_OPERATOR"],
  "notification.send": ["CENTRE_OPERATOR"],
  "notification.acknowledge": ["SOC_OPERATOR"],
  "threat.analyse": ["SOC_OPERATOR"],
  "event.analyse": ["SOC_OPERATOR"],
  "notification.deny": ["SOC_OPERATOR"],
  "delivery.read": ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR"],
  "delivery.retry": ["CENTRE_OPERATOR"],
  "metrics.read": ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR"],
  "party.administer": ["CENTRE_ADMINISTRATOR"],
  "actor.read": ["CENTRE_ADMINISTRATOR"],
  "journal.read": ["CENTRE_ADMINISTRATOR"],
  "export.prepare": ["EXPORTER"],
  "register.take": ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR", "SOC_OPERATOR", "SOC_READER"],
  read: ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR", "SOC_OPERATOR", "SOC_READER", "OWNER"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMITTED;

/** Whether one of the actor's roles permits the action. */
export function may(actor: Actor, action: Action): boolean {
  return actor.roles.some((role) => rolesFor(action).includes(role));
}

/** The roles of which one permits the action. */
export function rolesFor(action: Action): readonly Role[] {
  return PERMITTED[action];
}
