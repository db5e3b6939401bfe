/** What an indicator can be; `OTHER` is text that is compared as it stands. */
export const INDICATOR_TYPES = [
  "IPV4",
  "IPV6",
  "CIDR",
  "DOMAIN",
  "URL",
  "EMAIL",
  "MD5",
  "SHA1",
  "SHA256",
  "SHA512",
  "FILE_NAME",
  "CVE",
  "OTHER",
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** Why a value is not what its type says, each one something that its sender can mend. */
export type IndicatorFault =
  | "EMPTY" // nothing in it that can be seen
  | "TOO_LONG" // 4,000 characters, a file name 255, a domain name 253, one label 63
  | "CONTROL_CHARACTER" // a tab, a line break, a NUL, half of a surrogate pair
  | "STACKED_MARKS" // more than 30 accents on one letter
  | "WHITE_SPACE" // inside an address or a name: one value at a time, without words around it
  | "NOT_IPV4"
  | "LEADING_ZERO" // 010.0.0.1: some read it as octal
  | "NOT_IPV6"
  | "ZONE_ID" // fe80::1%eth0: means something on one machine only
  | "NOT_CIDR"
  | "NO_PREFIX" // an address without /24
  | "BAD_PREFIX" // not a decimal number, or longer than the address
  | "HAS_PORT" // 192.0.2.1:443: the address alone, or a URL
  | "NOT_DOMAIN"
  | "SINGLE_LABEL" // a name without a dot
  | "WILDCARD" // *.example.kz: a pattern, and nothing observed is equal to a pattern
  | "IS_AN_ADDRESS" // an IP address where a name belongs
  | "NOT_URL"
  | "NO_SCHEME" // example.kz/login
  | "NO_HOST" // mailto:, javascript:, data:, file:///
  | "NOT_EMAIL"
  | "DISPLAY_NAME" // Name <a@example.kz>: the address alone
  | "NOT_HEX"
  | "HASH_LENGTH" // hexadecimal, but another kind of hash or a part of one
  | "IS_A_PATH" // a file name with folders in front of it
  | "NOT_CVE";

/** A value in its normal form, or why it has none and which type it looks like. */
export type NormalIndicator =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly fault: IndicatorFault; readonly suggests?: IndicatorType };

type Rule = (text: string) => NormalIndicator;

const LONGEST = 4_000;

const RULES: Readonly<Record<IndicatorType, Rule>> = {
  IPV4: unbroken(ipv4),
  IPV6: unbroken(ipv6),
  CIDR: unbroken(cidr),
  DOMAIN: unbroken(domain),
  URL: unbroken(url),
  EMAIL: email,
  MD5: hash(32),
  SHA1: hash(40),
  SHA256: hash(64),
  SHA512: hash(128),
  FILE_NAME: fileName,
  CVE: cve,
  OTHER: normal,
};

/** Types that can be told by their form. `DOMAIN` is not one: `invoice.exe` has that form too. */
const TELLING = ["IPV4", "IPV6", "CIDR", "URL", "EMAIL", "CVE", "MD5", "SHA1", "SHA256", "SHA512"] as const;
const NETWORK: readonly IndicatorType[] = ["IPV4", "IPV6", "CIDR", "URL", "EMAIL"];

/**
 * Brings `submitted` to the one spelling by which indicators of `type` are compared. Never throws; time grows with the
 * length of the value; giving it its own output changes nothing.
 *
 * For every type: white space around is cut, the text is in NFC, and neither it nor its normal form has more than 4,000
 * characters (UTF-16 code units). In addresses, names and URLs the usual defanging is undone: `hxxp`, `fxp`, `[.]`,
 * `(.)`, `{.}`, `[dot]`, `(dot)`, `[:]`, `[://]`, `[/]`, `[@]`, `[at]`, `(at)`, and the dots of East Asian keyboards.
 */
export function normalIndicator(type: IndicatorType, submitted: string): NormalIndicator {
  const trimmed = submitted.trim();
  const excess = excessOf(trimmed);
  if (excess) return refused(excess);
  const text = trimmed.normalize("NFC");
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return refused("CONTROL_CHARACTER");
  if (!/[^\s\p{Cf}]/u.test(text)) return refused("EMPTY");
  const judged = RULES[type](text);
  if (!judged.ok) return refused(judged.fault, lookalike(type, text) ?? judged.suggests);
  const grown = excessOf(judged.value);
  return grown ? refused(grown) : judged;
}

/** Sorting the marks of one letter for NFC is not linear, hence the limit of UAX 15, section 13 (UAX15-D3). */
function excessOf(text: string): IndicatorFault | undefined {
  if (text.length > LONGEST) return "TOO_LONG";
  return /\p{M}{31}/u.test(text) ? "STACKED_MARKS" : undefined;
}

function normal(value: string): NormalIndicator {
  return { ok: true, value };
}

function refused(fault: IndicatorFault, suggests?: IndicatorType): NormalIndicator {
  return suggests === undefined ? { ok: false, fault } : { ok: false, fault, suggests };
}

function lookalike(type: IndicatorType, text: string): IndicatorType | undefined {
  const candidates: readonly IndicatorType[] = NETWORK.includes(type) ? [...TELLING, "DOMAIN"] : TELLING;
  return candidates.find((other) => other !== type && RULES[other](text).ok);
}

function unbroken(rule: Rule): Rule {
  return (text) => (/\s/.test(text) ? refused("WHITE_SPACE") : rule(text));
}

function plainDots(text: string): string {
  return text.replace(/[。．｡]/g, ".").replace(/\[(?:\.|dot)\]|\((?:\.|dot)\)|\{\.\}/gi, ".");
}

function plainColons(text: string): string {
  return text.replace(/\[:\]/g, ":");
}

function plainAts(text: string): string {
  return text.replace(/\[(?:@|at)\]|\(at\)/gi, "@");
}

/** Four decimal octets without leading zeros (RFC 3986, section 3.2.2, `IPv4address`). */
function ipv4(text: string): NormalIndicator {
  const address = plainDots(plainColons(text));
  if (/^\d+(?:\.\d+){3}:\d{1,5}$/.test(address)) return refused("HAS_PORT");
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return refused("NOT_IPV4");
  const octets = address.split(".");
  if (octets.some((octet) => /^0\d/.test(octet))) return refused("LEADING_ZERO");
  return octets.every((octet) => Number(octet) <= 255) ? normal(address) : refused("NOT_IPV4");
}

/** Any spelling of RFC 4291, section 2.2, in square brackets or not; normal form of RFC 5952, sections 4 and 5. */
function ipv6(text: string): NormalIndicator {
  const spelled = plainDots(plainColons(text));
  const [, bracketed, port] = /^\[([^\]]*)\](:\d{1,5})?$/.exec(spelled) ?? [];
  const [address = "", zone] = (bracketed ?? spelled).split("%", 2);
  const shortest = shortestIpv6(address);
  if (shortest === undefined) return refused("NOT_IPV6");
  if (zone !== undefined) return refused("ZONE_ID");
  return port === undefined ? normal(mixedIpv6(shortest)) : refused("HAS_PORT");
}

/** The URL standard writes IPv6 as RFC 5952, section 4, does; undefined for what is not an address. */
function shortestIpv6(address: string): string | undefined {
  return /^[\da-f:.]+$/i.test(address) ? parsedUrl(`http://[${address}]`)?.hostname.slice(1, -1) : undefined;
}

/** IPv4-mapped addresses end in a dotted quad (RFC 5952, section 5). */
function mixedIpv6(shortest: string): string {
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(shortest);
  if (!mapped) return shortest;
  const octets = mapped.slice(1).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
  return `::ffff:${octets.join(".")}`;
}

/** An address and the length of its prefix (RFC 4632, section 3.1; RFC 4291, section 2.3); host bits become zero. */
function cidr(text: string): NormalIndicator {
  const [address = "", prefix, ...rest] = text.replace(/\[\/\]/g, "/").split("/");
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
 * A name of two or more labels (RFC 1034, section 3.5, with digits in front as in RFC 1123, section 2.1) and
 * underscores, which service names have. Normal form: A-labels (RFC 5890, section 2.3.2.1; mapped by UTS 46) in lower
 * case, without the dot of the root. A wildcard is refused: sightings are compared for equality.
 */
function domain(text: string): NormalIndicator {
  const name = plainDots(plainColons(text)).replace(/\.$/, "");
  if (name.startsWith("*.")) return refused("WILDCARD", "OTHER");
  const [host, port] = name.split(":", 2);
  if (port !== undefined && ipv6(text).ok) return refused("IS_AN_ADDRESS");
  if (/^[^:]+:\d{1,5}$/.test(name)) return domain(host ?? "").ok ? refused("HAS_PORT") : refused("NOT_DOMAIN");
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
  return /[\u0080-\uffff]/.test(name) ? parsedUrl(`http://${name}`)?.hostname : name.toLowerCase();
}

/** Schemes whose `//` is not followed by a host. */
const HOSTLESS = new Set(["javascript", "vbscript", "data", "blob"]);

/**
 * `scheme://host…` of any scheme. Normal form: as a browser understands it and writes it back (`href` of the WHATWG URL
 * standard), so `http://0x7f.1` is `http://127.0.0.1/`; the fragment stays. Ours beyond that: the hosts of `ldap`, `tcp`
 * and the like get the same mapping as those of `http`, and a host loses the dot of the root.
 */
function url(text: string): NormalIndicator {
  const parts = /^([a-z][a-z\d+.-]*)(?:\[:\/\/\]|(?::|\[:\])(?:\/\/|\[\/\/\]))([^/?#\\]*)(.*)$/i.exec(text);
  if (!parts) return refused(/^[a-z][a-z\d+-]*:(?!\d)/i.test(text) ? "NO_HOST" : "NO_SCHEME");
  const [, scheme = "", authority = "", tail = ""] = parts;
  const plainScheme = scheme
    .toLowerCase()
    .replace(/^hxxp(?=s?$)/, "http")
    .replace(/^fxp(?=s?$)/, "ftp");
  if (authority === "" || HOSTLESS.has(plainScheme)) return refused("NO_HOST");
  const squareAts = authority.replace(/\[(?:@|at)\]/gi, "@");
  // Beside an @, an (at) is part of the user's name.
  const whole = squareAts.includes("@") ? squareAts : plainAts(squareAts);
  const [, user = "", host = ""] = /^(.*@)?(.*)$/.exec(whole) ?? [];
  // After the host, round brackets and words belong to the URL (RFC 3986, section 3.3); square brackets do not.
  const plainTail = tail.replace(/(?<!\[)\[([.:@])\](?!\])/g, "$1");
  const parsed = parsedUrl(`${plainScheme}://${user}${plainDots(plainColons(host))}${plainTail}`);
  if (!parsed) return refused("NOT_URL");
  if (parsed.hostname === "") return refused("NO_HOST");
  const known = parsedUrl(`http://${parsed.hostname}`)?.hostname.replace(/\.$/, "");
  if (known === undefined || !isHost(known)) return refused("NOT_URL");
  parsed.hostname = known;
  return normal(parsed.href);
}

/** Looser than a domain name, because browsers are: one label will do, and a hyphen may stand anywhere. */
function isHost(host: string): boolean {
  return (
    host.startsWith("[") || (host.length <= 253 && host.split(".").every((label) => /^[a-z\d_-]{1,63}$/.test(label)))
  );
}

function parsedUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * A dot-atom (RFC 5322, section 3.2.3) that may have letters of any script (RFC 6531, section 3.3), `@`, a domain name.
 * No limit on the local part, as RFC 5321, section 4.5.3.1, asks. Normal form: all in lower case. That is our rule and
 * not RFC 5321's (section 2.4): two spellings of a sender are seen far more often than two senders in one spelling.
 */
function email(text: string): NormalIndicator {
  if (/<[^<>@]*@[^<>]*>$/.test(plainAts(text))) return refused("DISPLAY_NAME");
  if (/\s/.test(text)) return refused("WHITE_SPACE");
  const [spelled = "", host, ...rest] = plainAts(text).split("@");
  if (host === undefined || rest.length > 0) return refused("NOT_EMAIL");
  // Braces are letters of an atom, so {.} is left alone here.
  const local = spelled
    .replace(/[。．｡]|\[(?:\.|dot)\]|\((?:\.|dot)\)/gi, ".")
    .toLowerCase()
    .normalize("NFC");
  if (!/^[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+)*$/u.test(local)) {
    return refused("NOT_EMAIL");
  }
  const name = domain(host);
  return name.ok ? normal(`${local}@${name.value}`) : refused(host === "" ? "NOT_EMAIL" : name.fault);
}

/** A digest of so many hexadecimal digits (MD5: RFC 1321; SHA: FIPS 180-4), in lower case. */
function hash(digits: number): Rule {
  return (text) => {
    if (!/^[\da-f]+$/i.test(text)) return refused("NOT_HEX");
    return text.length === digits ? normal(text.toLowerCase()) : refused("HASH_LENGTH");
  };
}

/** A name within a folder, as NTFS counts and keeps it: 255 UTF-16 code units, case kept. */
function fileName(text: string): NormalIndicator {
  if (/[/\\]/.test(text) || text === "." || text === "..") return refused("IS_A_PATH", "OTHER");
  return text.length > 255 ? refused("TOO_LONG") : normal(text);
}

/** `CVE-`, a year, 4 to 19 digits (CVE record format 5, `cveId`), in upper case; word processors' dashes are hyphens. */
function cve(text: string): NormalIndicator {
  const id = text.replace(/[‐‑‒–—―−﹣－]/g, "-").toUpperCase();
  return /^CVE-\d{4}-\d{4,19}$/.test(id) ? normal(id) : refused("NOT_CVE");
}
