import type { NormalIndicator } from "../indicator.js";
import { ipv4, ipv6, isAddressPattern } from "./addresses.js";
import { plainColons, plainDots } from "./defanging.js";
import { normal, refused } from "./verdict.js";

/** Names of hosts: DOMAIN, HOST_PORT. */

/**
 * A name of two or more labels (RFC 1034, section 3.5, with digits in front as in RFC 1123, section 2.1) and
 * underscores, which service names have. Normal form: A-labels (RFC 5890, section 2.3.2.1; mapped by UTS 46) in lower
 * case, without the dot of the root. A wildcard is refused: sightings are compared for equality.
 */
export function domain(text: string): NormalIndicator {
  const name = plainDots(plainColons(text)).replace(/\.$/, "");
  if (/\s/.test(name)) return refused("WHITE_SPACE");
  if (name.startsWith("*.")) return refused("WILDCARD", { suggests: "OTHER" });
  if (isAddressPattern(name)) return refused("ADDRESS_RANGE");
  const [before = "", port] = name.split(":", 2);
  if (port !== undefined && ipv6(text).ok) return refused("IS_AN_ADDRESS");
  if (/^[^:]+:\d{1,5}$/.test(name)) {
    const known = ipv4(before).ok || domain(before).ok;
    return refused(known ? "HAS_PORT" : "NOT_DOMAIN");
  }
  const ascii = asciiName(name);
  if (ascii === undefined) return refused("NOT_DOMAIN");
  const labels = ascii.split(".");
  if (!labels.every((label) => /^(?!-)[a-z\d_-]+(?<!-)$/.test(label))) return refused("NOT_DOMAIN");
  if (ipv4(ascii).ok) return refused("IS_AN_ADDRESS");
  if (labels.length < 2) return refused("SINGLE_LABEL");
  // No top-level name is a number (RFC 3696, section 2), and browsers take 0x7f.1 for an address.
  if (/^(?:\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? "")) return refused("NOT_DOMAIN");
  return ascii.length > 253 || labels.some((label) => label.length > 63) ? refused("TOO_LONG") : normal(ascii);
}

function asciiName(name: string): string | undefined {
  // What else a URL could find in it (%, :, @, /, \) must not reach the parser.
  if (!/^[A-Za-z\d._\-\u0080-\uffff]+$/.test(name)) return undefined;
  if (!/[\u0080-\uffff]/.test(name)) return name.toLowerCase();
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : undefined;
}

/** An address or a domain name, as RFC 3986, section 3.2.2, writes hosts: IPv6 in square brackets. */
export function host(text: string): NormalIndicator {
  const four = ipv4(text);
  if (four.ok) return four;
  if (!text.startsWith("[")) return domain(text);
  const six = ipv6(text);
  return six.ok ? normal(`[${six.value}]`) : six;
}

/**
 * A host and a port, `198.51.100.7:443`, `[2001:db8::1]:443`, `bad.example:8080`; MISP's bar between them is taken too.
 * Normal form: the host's own, a colon, the port from 1 to 65535 (RFC 6335, section 6) without leading zeros.
 */
export function hostPort(text: string): NormalIndicator {
  const [, name, port] = /^(\[[\da-f:.]*\]|[^:|]*)[:|](\d+)$/i.exec(plainDots(plainColons(text))) ?? [];
  if (name === undefined || port === undefined) {
    return refused(host(text).ok || ipv6(text).ok ? "NO_PORT" : "NOT_HOST_PORT");
  }
  const known = host(name);
  if (!known.ok) return known;
  return isPort(port) ? normal(`${known.value}:${port}`) : refused("BAD_PORT");
}

/** 1 to 65535, without leading zeros. */
export function isPort(digits: string): boolean {
  return /^[1-9]\d{0,4}$/.test(digits) && Number(digits) <= 65_535;
}
