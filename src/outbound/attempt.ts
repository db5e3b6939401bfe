import { getSystemErrorName } from "node:util";

/**
 * The result of one attempt to hand a message over. `proof` is what the receiving server answered; `isFinal` says that
 * trying again cannot help; `detail` is for operators and holds no secret. `retryAfter`: the milliseconds that the receiver
 * asks for before the next attempt. `isAddressGone`: nothing is to be sent to this address any more, whatever it is about.
 */
export type Attempted =
  | { readonly isAccepted: true; readonly proof: string }
  | {
      readonly isAccepted: false;
      readonly isFinal: boolean;
      readonly detail: string;
      readonly retryAfter?: number;
      readonly isAddressGone?: boolean;
    };

/** Characters of a proof or detail: enough for any reply that means something, and no place to store things in. */
const KEPT = 500;

/** The receiving server accepted the message; its own reply. */
export function accepted(proof: string): Attempted {
  return { isAccepted: true, proof: printable(proof) };
}

/** The message was not taken, but may be at another time; `retryAfter` milliseconds later, where the receiver says so. */
export function failed(detail: string, retryAfter?: number): Attempted {
  const asked = retryAfter === undefined ? {} : { retryAfter };
  return { isAccepted: false, isFinal: false, detail: printable(detail), ...asked };
}

/** The message was not taken and never will be, as it is addressed. */
export function failedForGood(detail: string): Attempted {
  return { isAccepted: false, isFinal: true, detail: printable(detail) };
}

/** The message was not taken, and no other one will be at this address. */
export function addressGone(detail: string): Attempted {
  return { isAccepted: false, isFinal: true, detail: printable(detail), isAddressGone: true };
}

/** One line that a column and a terminal can take: no control characters, no halves of characters, 500 at most. */
function printable(said: string): string {
  // A server may send megabytes: what will not be kept is not looked at.
  const line = said
    .slice(0, 8 * KEPT)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ");
  return Array.from(line.trim()).slice(0, KEPT).join("");
}

/** What went wrong, as Node or a library reports it; if several addresses failed, the first one's. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return "an unknown error";
  const code = "code" in error && typeof error.code === "string" ? error.code : "an unnamed error";
  // Sentences of the system name hosts and addresses, which are the party's; its number is there under any library's code.
  if ("errno" in error && typeof error.errno === "number" && error.errno < 0) return getSystemErrorName(error.errno);
  const isOfTheNetwork = "hostname" in error || "address" in error;
  return error.message === "" || isOfTheNetwork ? code : error.message;
}
