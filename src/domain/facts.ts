/**
 * What can happen to an incident, as the feed tells it. Past tense; a kind never changes its meaning. The last two are
 * named by the contract and told by nothing yet.
 */
export const INCIDENT_FACT_KINDS = [
  "REPORTED",
  "CARD_SUBMITTED",
  "CARD_AMENDED",
  "SEVERITY_REVIEWED",
  "OWNER_NOTIFIED",
  "CONFIRMATION_CORRECTED",
  "RETRACTED",
] as const;
export type IncidentFactKind = (typeof INCIDENT_FACT_KINDS)[number];

/** Every act that leaves an entry in the journal. */
export type Act =
  | "incident.report"
  | "card.submit"
  | "card.amend"
  | "severity.review"
  | "owner.record"
  | "soc.register"
  | "owner.register"
  | "object.register"
  | "object.change"
  | "coverage.start"
  | "coverage.end"
  | "actor.register"
  | "actor.change"
  | "token.issue"
  | "token.revoke";

/** The fact that an accepted submission becomes. */
export const FACT_OF_ACT = {
  "incident.report": "REPORTED",
  "card.submit": "CARD_SUBMITTED",
  "card.amend": "CARD_AMENDED",
  "severity.review": "SEVERITY_REVIEWED",
  "owner.record": "OWNER_NOTIFIED",
} as const satisfies Partial<Record<Act, IncidentFactKind>>;

/** The acts that a SOC submits under a key and gets a receipt for. */
export type SubmissionAct = keyof typeof FACT_OF_ACT;
