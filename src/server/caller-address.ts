import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Gives the address that a request came from: the peer's, or what proxies that are trusted say of it. */
export type AddressOf = (request: IncomingMessage) => string | null;

/** Entries of X-Forwarded-For that are looked at. */
const HOPS = 32;

/**
 * Believes the entries of X-Forwarded-For from the right, as long as what added them is trusted: the first that is not, is
 * the caller. Whatever stands left of it anybody may have written.
 */
export function addressBehind(trustedProxies: readonly string[]): AddressOf {
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", prefix] = entry.split("/");
    if (prefix === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(prefix), familyOf(address));
  }
  const isTrusted = (address: string): boolean => trusted.check(address, familyOf(address));
  return ({ socket, headers }) => {
    const peer = plain(socket.remoteAddress ?? "");
    if (peer === null) return null;
    const forwarded = [headers["x-forwarded-for"]].flat().join(",").split(",");
    let address = peer;
    for (const entry of forwarded.slice(-HOPS).reverse()) {
      const before = isTrusted(address) ? plain(entry.trim()) : null;
      if (before === null) break;
      address = before;
    }
    return address;
  };
}

/** An IP address without port, brackets, zone and the prefix of an IPv4 address in IPv6 clothes; null for anything else. */
function plain(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
