import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Returns the address that a request came from: the peer's, or the one that trusted proxies report. */
export type AddressOf = (request: IncomingMessage) => string | null;

/** Entries of X-Forwarded-For that are read. */
const HOPS = 32;

/**
 * Reads X-Forwarded-For from the right, as long as the hop that added an entry is trusted; the first untrusted one is the caller.
 * Anything left of it could have been written by anybody.
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

/** An IP address without port, brackets, zone and IPv4-mapped prefix; null for anything else. */
function plain(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
