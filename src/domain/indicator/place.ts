import type { IndicatorType } from "../indicator.js";
import { cidr, ipv4, ipv6 } from "./addresses.js";

/**
 * Where an indicator is in the network, by its normal form: the name of its host, or its address. So a name meets the URLs, mailboxes
 * and ports under it, and a network the addresses in it, by comparing texts and numbers.
 */

export interface Place {
  /** Labels of the host's name from the root down, each with a dot after it: `kz.example.mail.`; null where no name is. */
  readonly host: string | null;
  /** An address, or a network as `192.0.2.0/24`; null where there is none. */
  readonly address: string | null;
}

const NOWHERE: Place = { host: null, address: null };

/** `value` is in the normal form of `type`. */
export function placeOfIndicator(type: IndicatorType, value: string): Place {
  switch (type) {
    case "IPV4":
    case "IPV6":
    case "CIDR":
      return { host: null, address: value };
    case "DOMAIN":
      return placeOfHost(value);
    case "EMAIL":
      return placeOfHost(value.slice(value.lastIndexOf("@") + 1));
    case "HOST_PORT":
      return placeOfHost(value.slice(0, value.lastIndexOf(":")));
    case "URL":
      return placeOfHost(/^[a-z\d+.-]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(value)?.[1] ?? "");
    case "URL_PATH":
      return placeOfHost(/^(\[[^\]]*\]|[^/?#:]*)/.exec(value)?.[1] ?? "");
    case "MD5":
    case "SHA1":
    case "SHA256":
    case "SHA512":
    case "IMPHASH":
    case "JA3":
    case "FILE_NAME":
    case "FILE_PATH":
    case "REGISTRY_KEY":
    case "MUTEX":
    case "USER_AGENT":
    case "WALLET":
    case "ASN":
    case "CVE":
    case "OTHER":
      return NOWHERE;
  }
}

/** Of a name, an IPv4 address, or an IPv6 address in square brackets, as URLs have them. */
function placeOfHost(host: string): Place {
  if (host === "") return NOWHERE;
  const address = host.startsWith("[") ? ipv6(host) : ipv4(host);
  return address.ok ? { host: null, address: address.value } : { host: reversedHost(host), address: null };
}

/** `mail.example.kz` as `kz.example.mail.`: what lies under a name begins with it. */
export function reversedHost(name: string): string {
  return `${name.split(".").toReversed().join(".")}.`;
}

/** The texts from `reversed` up to the first that does not begin with it: itself and what lies under it. */
export function rangeUnder(reversed: string): { readonly from: string; readonly before: string } {
  // The sign after the dot.
  return { from: reversed, before: `${reversed.slice(0, -1)}/` };
}

/** A name and what it lies under, itself first, the longest after it: at most 127. */
export function suffixesOf(name: string): string[] {
  const labels = name.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

/** An address, or a network: itself, and the networks around it, the smallest first: at most 33 of IPv4, 129 of IPv6. */
export function networksAround(address: string): string[] {
  const [base = "", prefix] = address.split("/");
  const longest = prefix === undefined ? bitsOf(base) : Number(prefix);
  return Array.from({ length: longest + 1 }, (_, index) => networkOf(base, longest - index));
}

function bitsOf(address: string): number {
  return address.includes(":") ? 128 : 32;
}

function networkOf(address: string, length: number): string {
  const network = cidr(`${address}/${length}`);
  if (!network.ok) throw new Error("an address in normal form has every prefix of its length");
  return network.value;
}
