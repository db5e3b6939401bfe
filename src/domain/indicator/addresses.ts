import type { NormalIndicator } from "../indicator.js";
import { plainColons, plainDots, plainSlashes } from "./defanging.js";
import { normal, refused } from "./verdict.js";

/** Addresses and networks: IPV4, IPV6, CIDR, ASN. */

/** Four decimal octets without leading zeros (RFC 3986, section 3.2.2, `IPv4address`). */
export function ipv4(text: string): NormalIndicator {
  const address = plainDots(plainColons(text));
  if (/\s/.test(address))
    return refused(isAddressPattern(address.replace(/\s/g, "")) ? "ADDRESS_RANGE" : "WHITE_SPACE");
  if (/^\d+(?:\.\d+){3}:\d{1,5}$/.test(address)) return refused("HAS_PORT");
  if (isAddressPattern(address)) return refused("ADDRESS_RANGE");
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return refused("NOT_IPV4");
  const octets = address.split(".");
  if (octets.some((octet) => /^0\d/.test(octet))) return refused("LEADING_ZERO");
  return octets.every((octet) => Number(octet) <= 255) ? normal(address) : refused("NOT_IPV4");
}

/** `198.51.100.x`, `198.51.100.1-9`, `198.51.100.1-198.51.100.9`: several addresses, and no name. */
export function isAddressPattern(text: string): boolean {
  if (text.length > 40) return false;
  const [first = "", last, ...more] = text.split(/[-–—]/);
  if (more.length > 0 || !/^\d{1,3}(?:\.(?:\d{1,3}|x{1,3}|\*)){3}$/i.test(first)) return false;
  return last === undefined ? /[x*]/i.test(first) : /^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(last);
}

/** Any spelling of RFC 4291, section 2.2, in square brackets or not; normal form of RFC 5952, sections 4 and 5. */
export function ipv6(text: string): NormalIndicator {
  const spelled = plainDots(plainColons(text));
  if (/\s/.test(spelled)) return refused("WHITE_SPACE");
  const [, bracketed, port] = /^\[([^\]]*)\](:\d{1,5})?$/.exec(spelled) ?? [];
  const [address = "", zone] = (bracketed ?? spelled).split("%", 2);
  const shortest = shortestIpv6(address);
  if (shortest === undefined) return refused("NOT_IPV6");
  if (zone !== undefined) return refused("ZONE_ID");
  return port === undefined ? normal(mixedIpv6(shortest)) : refused("HAS_PORT");
}

/** The URL standard writes IPv6 as RFC 5952, section 4, does; undefined for what is not an address. */
function shortestIpv6(address: string): string | undefined {
  if (!/^[\da-f:.]+$/i.test(address)) return undefined;
  const url = `http://[${address}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : undefined;
}

/** IPv4-mapped addresses end in a dotted quad (RFC 5952, section 5). */
function mixedIpv6(shortest: string): string {
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(shortest);
  if (!mapped) return shortest;
  const octets = mapped.slice(1).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
  return `::ffff:${octets.join(".")}`;
}

/**
 * An address and the length of its prefix (RFC 4632, section 3.1; RFC 4291, section 2.3); host bits become zero. A
 * network of one address stays a network: `198.51.100.7/32` is no IPV4.
 */
export function cidr(text: string): NormalIndicator {
  const [address = "", prefix, ...rest] = plainSlashes(text).split("/");
  const four = ipv4(address);
  const six = ipv6(address);
  if (!four.ok && !six.ok) {
    if (four.fault !== "NOT_IPV4") return four;
    return six.fault !== "NOT_IPV6" ? six : refused("NOT_CIDR");
  }
  if (prefix === undefined) return refused("NO_PREFIX");
  if (rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefix)) return refused("BAD_PREFIX");
  const length = Number(prefix);
  if (length > (four.ok ? 32 : 128)) return refused("BAD_PREFIX");
  if (four.ok) return normal(`${networkPart(four.value.split(".").map(Number), 8, length).join(".")}/${length}`);
  const groups = networkPart(ipv6Groups(six.ok ? six.value : ""), 16, length).map((group) => group.toString(16));
  return normal(`${mixedIpv6(shortestIpv6(groups.join(":")) ?? "")}/${length}`);
}

function ipv6Groups(address: string): number[] {
  const [front = [], back = []] = (shortestIpv6(address) ?? "")
    .split("::")
    .map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => "0");
  return [...front, ...zeros, ...back].map((group) => parseInt(group, 16));
}

function networkPart(groups: readonly number[], width: number, prefix: number): number[] {
  return groups.map((group, index) => {
    const hostBits = width - Math.min(Math.max(prefix - width * index, 0), width);
    return group - (group % 2 ** hostBits);
  });
}

/**
 * The number of an autonomous system, 0 to 4294967295 (RFC 6793), with `AS` or `ASN` before it or not, also in the
 * notation with a dot (`1.10` is 65546; RFC 5396). Normal form: `AS` and the plain decimal number, as RFC 5396 advises.
 */
export function asn(text: string): NormalIndicator {
  const [, high, low = ""] = /^(?:ASN? ?)?(?:(0|[1-9]\d{0,4})\.)?(0|[1-9]\d{0,9})$/i.exec(text) ?? [];
  if (low === "" || (high !== undefined && Number(low) > 65_535)) return refused("NOT_ASN");
  const number = Number(high ?? 0) * 65_536 + Number(low);
  return number < 2 ** 32 ? normal(`AS${number}`) : refused("NOT_ASN");
}
