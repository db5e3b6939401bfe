import type { DeliveryState } from "../operations/generated.js";

/** How a delivery stands as people ask it: one that a server did not take is not just being sent, whatever is tried next. */
export type ShownDeliveryState = DeliveryState | "NOT_YET";

export function shownStateOf({
  state,
  attempts,
}: {
  readonly state: DeliveryState;
  readonly attempts: readonly { readonly isAccepted?: boolean | null }[];
}): ShownDeliveryState {
  return state === "QUEUED" && attempts.some(({ isAccepted }) => isAccepted === false) ? "NOT_YET" : state;
}

/** Why an attempt was not taken, as the gateway notes it in `proof`, in English and partly in codes of its system. */
const FAILURES = [
  ["NO_CONNECTION", /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ECONNECTION/],
  ["NO_SUCH_HOST", /ENOTFOUND|EAI_|EDNS|ENODATA|the host has no address/],
  ["TOO_SLOW", /ETIMEDOUT|ETIME|did not finish within|no answer within/],
  ["CERTIFICATE", /CERT|certificate|SELF_SIGNED|\bSSL|\bTLS|EPROTO|wrong version/i],
  ["LOGIN", /EAUTH|refused our user name/],
  ["NO_MAIL_SERVER", /no mail server is set/],
  ["LETTERS", /SMTPUTF8/],
  ["NO_ADDRESS", /has no (?:e-mail address|webhook) any more/],
  ["ADDRESS_UNFIT", /^the address (?:is|has)\b/],
  ["GONE", /^HTTP 410\b/],
  ["TOLD_LATER", /^4\d\d[ -]|^HTTP (?:408|425|429|503)\b/],
  ["REFUSED", /^5\d\d[ -]|^HTTP \d{3}\b/],
  [
    "BROKEN_OFF",
    /ECONNRESET|EPIPE|ECONNABORTED|ESOCKET|hang up|ended without an answer|informational|Unexpected|closed/i,
  ],
] as const;

export type DeliveryFailure = (typeof FAILURES)[number][0] | "OTHER";

/** What a server refuses with is its own answer; whatever else went wrong, there was none. */
const ANSWERS: readonly (DeliveryFailure | null)[] = [null, "GONE", "TOLD_LATER", "REFUSED"];

/** Whether what an attempt left behind are words of the other server, or a note of the gateway's. */
export function leftBy(failure: DeliveryFailure | null): "ANSWER" | "NOTE" {
  return ANSWERS.includes(failure) ? "ANSWER" : "NOTE";
}

/** Null where it was taken, or where nobody knows yet. */
export function failureOf({
  isAccepted,
  proof,
}: {
  readonly isAccepted?: boolean | null;
  readonly proof?: string | null;
}): DeliveryFailure | null {
  if (isAccepted !== false) return null;
  return FAILURES.find(([, says]) => says.test(proof ?? ""))?.[0] ?? "OTHER";
}
