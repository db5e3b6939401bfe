import { BlockList, isIP } from "node:net";

/** Networks of IPv4 that are nobody's on the open internet (IANA, special-purpose address registry; RFC 6890). */
const CLOSED_IPV4 = [
  "0.0.0.0/8", // this network
  "10.0.0.0/8", // private
  "100.64.0.0/10", // carrier-grade NAT
  "127.0.0.0/8", // loopback
  "169.254.0.0/16", // link-local, and the data services of clouds
  "172.16.0.0/12", // private
  "192.0.0.0/24", // protocol assignments
  "192.0.2.0/24", // documentation
  "192.31.196.0/24", // AS112: answered by the nearest network, one's own included
  "192.52.193.0/24", // AMT relays, the same
  "192.88.99.0/24", // relays of 6to4, given up
  "192.168.0.0/16", // private
  "192.175.48.0/24", // AS112
  "198.18.0.0/15", // benchmarks
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // reserved, and broadcast
];

/**
 * Global unicast is where IPv6 is given out. Loopback, discard-only (100::/64), local NAT64 (64:ff9b:1::/48), segment routing
 * (5f00::/16), link-local, unique-local and multicast lie outside.
 */
const OPEN_IPV6 = "2000::/3";

/**
 * Networks within global unicast that are nobody's on the open internet, or that embed IPv4 (IANA,
 * special-purpose address registry and global unicast address assignments).
 */
const CLOSED_IPV6 = [
  "2001::/23", // protocol assignments, Teredo
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4
  "2620:4f:8000::/48", // AS112
  "2d00::/8", // reserved
  "2e00::/7", // reserved
  "3000::/4", // reserved; in it the documentation's 3fff::/20, and 3ffe::/16, which the 6bone gave back
];

/** Prefixes before an IPv4 address in the last 32 bits: IPv4-mapped (RFC 4291), NAT64 (RFC 6052). */
const EMBEDDED_IPV4 = ["::ffff:", "64:ff9b::"];

const closed = new BlockList();
const open = new BlockList();

function add(list: BlockList, network: string, family: "ipv4" | "ipv6", prefixBefore = 0): void {
  const [address = "", prefix] = network.split("/");
  list.addSubnet(address, prefixBefore + Number(prefix), family);
}

add(open, "0.0.0.0/0", "ipv4");
add(open, OPEN_IPV6, "ipv6");
for (const network of CLOSED_IPV6) add(closed, network, "ipv6");
for (const network of CLOSED_IPV4) add(closed, network, "ipv4");
for (const prefix of EMBEDDED_IPV4) {
  add(open, `${prefix}0.0.0.0/0`, "ipv6", 96);
  for (const network of CLOSED_IPV4) add(closed, `${prefix}${network}`, "ipv6", 96);
}

/** True for an IP address that is reached over the open internet; false for every other, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  // A zone (`%eth0`) belongs to addresses of one link only.
  if (version === 0 || address.includes("%")) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  return open.check(address, family) && !closed.check(address, family);
}
