/** The network that an address is counted under: the holder of one IPv6 address usually has all 2^64 of its network. */
export function networkOf(address: string | null): string {
  if (address === null || !address.includes(":")) return address ?? "";
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array<string>(Math.max(0, missing)).fill("0")].slice(0, 4).join(":");
}
