import { expect } from "vitest";
import {
  apply,
  type Dossier,
  type Applied,
  type NamedObject,
  type Statement,
  type Terms,
} from "../../src/domain/dossier.js";
import type { Severity } from "../../src/domain/incident-card.js";
import { after, instant, type Instant } from "../../src/domain/instant.js";
import type { Obligation, ObligationKind } from "../../src/domain/obligations.js";
import { at } from "./drafts.js";

export const CONFIRMED = at("2026-03-01T10:00:00Z");
/** Before everything that is said in tests. */
const BEGINNING = instant(-8_640_000_000_000_000);
/** The terms hold, whenever something was confirmed. */
export const TERMS: Terms = { inForceFrom: BEGINNING };
export const PORTAL = { id: "portal", isProtected: true };
export const GRID = { id: "grid", isProtected: true };
export const CANTEEN = { id: "canteen", isProtected: false };

/** So many milliseconds after the confirmation. */
export function past(length: number): Instant {
  return after(CONFIRMED, length);
}

/** What is said of a registered object, or (null) of one that is only described. */
type Said = Partial<Statement> & { readonly object?: typeof PORTAL | null };

/** An object as a report or a card names it: protected always or never. */
export function named(object: typeof PORTAL | null): NamedObject {
  if (object === null) return { objectId: null, description: "a server", protectedIn: [] };
  const protectedIn = object.isProtected ? [{ from: BEGINNING, until: null }] : [];
  return { objectId: object.id, description: null, protectedIn };
}

export function report(receivedAt: Instant, { object = null, ...more }: Said = {}): Statement {
  return { said: "REPORT", receivedAt, confirmedAt: CONFIRMED, severity: null, objects: [named(object)], ...more };
}

export function card(receivedAt: Instant, { object = null, ...more }: Said = {}): Statement {
  const confirmedAtPath = ["card", "confirmedAt"];
  const objects = [named(object)];
  return { said: "CARD", receivedAt, confirmedAt: CONFIRMED, confirmedAtPath, severity: "HIGH", objects, ...more };
}

export function review(receivedAt: Instant, severity: Severity): Statement {
  return { said: "REVIEW", receivedAt, severity };
}

export function ownerNotified(object: typeof PORTAL, notifiedAt: Instant, receivedAt: Instant = notifiedAt): Statement {
  const owner = { of: { objectId: object.id, description: null }, notifiedAt, means: "SOC_STATEMENT" } as const;
  return { said: "OWNER_NOTIFIED", receivedAt, owner };
}

/** A duty of that rule is waived: toward an object's owner, or (null) none; by its SOC (F25) or the national centre. */
export function waiver(
  rule: Obligation["rule"],
  receivedAt: Instant,
  { of = null, isBySoc = false }: { readonly of?: NamedObject | null; readonly isBySoc?: boolean } = {},
): Statement {
  const about = { objectId: of?.objectId ?? null, objectDescription: of?.description ?? null, notificationId: null };
  return { said: "WAIVED", receivedAt, waived: { duty: { rule, ...about }, isBySoc } };
}

/** The national centre's correction of the confirmation. */
export function corrected(dossier: Dossier, confirmedAt: Instant, terms: Terms = TERMS): Dossier {
  return apply(dossier, { said: "CORRECTION", receivedAt: confirmedAt, confirmedAt }, terms).dossier;
}

/** What the last of these statements did to an incident of which the others were said before. */
export function applied(statements: readonly Statement[], inForceFrom: Instant = BEGINNING): Applied {
  const [first, ...rest] = statements;
  if (first === undefined) throw new Error("an incident begins with a statement");
  return rest.reduce(
    (outcome, statement) => apply(outcome.dossier, statement, { inForceFrom }),
    apply(null, first, { inForceFrom }),
  );
}

export function duty({ dossier }: Applied, kind: ObligationKind, objectId: string | null = null): Obligation {
  const found = dossier.obligations.filter((each) => each.kind === kind && each.objectId === objectId);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
}

export function kinds({ obligations }: Dossier): string[] {
  return obligations.map(({ kind, objectId }) => (objectId === null ? kind : `${kind} ${objectId}`)).sort();
}
