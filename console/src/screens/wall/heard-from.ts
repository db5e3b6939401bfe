import type { Fact } from "../../live/state.js";

/** Facts that a SOC makes by sending something. */
const SENT: ReadonlySet<string> = new Set([
  "REPORTED",
  "CARD_SUBMITTED",
  "CARD_AMENDED",
  "SEVERITY_REVIEWED",
  "CORRECTION_REQUESTED",
  "CORRECTION_WITHDRAWN",
  "RETRACTION_REQUESTED",
  "ACKNOWLEDGED",
  "ANSWERED",
] satisfies Fact["kind"][]);

/** When each SOC, by code, was last heard in the line of facts, milliseconds. */
export function heardIn(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const heard = new Map<string, number>();
  for (const fact of facts) {
    if (!SENT.has(fact.kind) || fact.feed === "obligations") continue;
    const code = fact.feed === "incidents" ? fact.incident.soc?.code : fact.recipient.soc?.code;
    if (code !== undefined) heard.set(code, Math.max(heard.get(code) ?? 0, Date.parse(fact.at)));
  }
  return heard;
}
