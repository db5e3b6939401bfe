import type { Request } from "./questions.ts";
import { tokenOf } from "./servers/tokens.ts";

/** Card submissions as a SOC's system would send them, each under its own key. */

/** A sending SOC, and a protected object that it covers; inner ids. */
export interface SendingSoc {
  readonly id: string;
  readonly code: string;
  readonly actorId: string;
  readonly objectId: string;
}

export const SENDING_SOCS = `select distinct on (s.code) s.id, s.code, a.id as "actorId", o.id as "objectId"
  from party s join actor a on a.party_id = s.id and a.roles = '{SOC_OPERATOR}'
  join coverage c on c.soc_id = s.id join protected_object o on o.id = c.object_id and o.kinds <> '{}'
  order by s.code, o.code`;

const SUBMIT = `mutation Submit($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) {
  ... on CardAccepted { receipt { id submissionKey receivedAt contentHash position entryHash } warnings { rule path message }
    incident { id number } }
  ... on SubmissionRejected { violations { rule path message } } } }`;

const process36 = `${process.pid.toString(36)}-${Date.now().toString(36)}`;

export function cardRequest(socs: readonly SendingSoc[], n: number): Request {
  const soc = socs[n % socs.length];
  if (!soc) throw new Error("no SOC to send as");
  const now = Date.now();
  const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
  const card = {
    registeredOn: new Date(now + 5 * 3_600_000 - 60_000).toISOString().slice(0, 10),
    severity: "HIGH",
    type: "PHISHING",
    scale: "INDIVIDUAL",
    occurredAt: ago(30),
    confirmedAt: ago(1),
    recurrence: "NEW",
    indicators: [
      { type: "IPV4", value: `198.51.100[.]${n % 256}` },
      { type: "DOMAIN", value: `host${n % 1_000}[.]example` },
      { type: "SHA256", value: "4be1d0c7a25f3396e8b07d14c2f95a6830de71bb49c85f0a1763e2d9940c5b18" },
    ],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "A mail that asked for passwords was opened by three people before the filter learned of it.",
    consequences: ["CONFIDENTIALITY"],
    affectedObjects: [{ objectId: Buffer.from(`ProtectedObject:${soc.objectId}`).toString("base64url") }],
    measures: "Passwords changed, the address blocked at the border.",
  };
  const input = { submissionKey: `card-${process36}-${n}`, card };
  return {
    method: "POST",
    path: "/graphql",
    token: tokenOf(soc.code, "SOC_OPERATOR"),
    body: JSON.stringify({ query: SUBMIT, variables: { input } }),
  };
}
