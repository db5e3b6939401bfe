import { expect } from "vitest";
import { apply, type Dossier, type Applied, type Statement } from "../../src/domain/dossier.js";
import type { Severity } from "../../src/domain/incident-card.js";
import { after, type Instant } from "../../src/domain/instant.js";
import type { Obligation, ObligationKind } from "../../src/domain/obligations.js";
import { at } from "./drafts.js";

export const CONFIRMED = at("2026-03-01T10:00:00Z");
export const PORTAL = { id: "portal", isProtected: true };
export const GRID = { id: "grid", isProtected: true };
export const CANTEEN = { id: "canteen", isProtected: false };

/** So many milliseconds after the confirmation. */
export function past(length: number): Instant {
  return after(CONFIRMED, length);
}

export function report(receivedAt: Instant, more: Partial<Statement> = {}): Statement {
  return { said: "REPORT", receivedAt, confirmedAt: CONFIRMED, severity: null, object: null, ...more };
}

export function card(receivedAt: Instant, more: Partial<Statement> = {}): Statement {
  const confirmedAtPath = ["card", "confirmedAt"];
  return { said: "CARD", receivedAt, confirmedAt: CONFIRMED, confirmedAtPath, severity: "HIGH", object: null, ...more };
}

export function review(receivedAt: Instant, severity: Severity): Statement {
  return { said: "REVIEW", receivedAt, severity };
}

export function ownerNotified(object: typeof PORTAL, notifiedAt: Instant, receivedAt: Instant = notifiedAt): Statement {
  return { said: "OWNER_NOTIFIED", receivedAt, notifiedAt, object };
}

/** What the last of these statements did to an incident of which the others were said before. */
export function applied(statements: readonly Statement[], inForceFrom: Instant | null = null): Applied {
  const [first, ...rest] = statements;
  if (first === undefined) throw new Error("an incident begins with a statement");
  return rest.reduce(
    (outcome, statement) => apply(outcome.dossier, statement, inForceFrom),
    apply(null, first, inForceFrom),
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
