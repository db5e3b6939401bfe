import type { NormalIndicator } from "../indicator.js";
import { plainAts, plainDotsOfMailbox } from "./defanging.js";
import { domain } from "./names.js";
import { normal, refused } from "./verdict.js";

/** EMAIL. */

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * A dot-atom (RFC 5322, section 3.2.3) that may have letters of any script (RFC 6531, section 3.3), `@`, a domain name.
 * No limit on the local part, as RFC 5321, section 4.5.3.1, asks. Normal form: all in lower case. That is our rule and
 * not RFC 5321's (section 2.4): two spellings of a sender are seen far more often than two senders in one spelling.
 */
export function email(text: string): NormalIndicator {
  const address = plainAts(text.replace(/^mailto: ?/i, ""));
  if (/<[^<>@]*@[^<>]*>$/.test(address)) return refused("DISPLAY_NAME");
  const [spelled = "", after, ...rest] = address.split("@");
  if (after === undefined || rest.length > 0) return refused(/\s/.test(address) ? "WHITE_SPACE" : "NOT_EMAIL");
  const local = plainDotsOfMailbox(spelled).toLowerCase().normalize("NFC");
  if (/\s/.test(local)) return refused("WHITE_SPACE");
  if (!LOCAL_PART.test(local)) return refused("NOT_EMAIL");
  const name = domain(after);
  return name.ok ? normal(`${local}@${name.value}`) : refused(after === "" ? "NOT_EMAIL" : name.fault);
}

/** True of an address that mail can be sent to as it is written: nothing in it is defanged or quoted. */
export function isMailbox(text: string): boolean {
  return /^[^\s@<>()[\]\\:]+@[^\s@<>()[\]{}\\:]+$/.test(text) && email(text).ok;
}
