import { asn, cidr, ipv4, ipv6 } from "./indicator/addresses.js";
import { unquoted } from "./indicator/defanging.js";
import { fileName, filePath, isAbsolutePath, isWindowsPath } from "./indicator/files.js";
import { cve, hash } from "./indicator/hashes.js";
import { hiddenAt, isJoiner, withoutMargins } from "./indicator/invisible.js";
import { email } from "./indicator/mailboxes.js";
import { domain, hostPort } from "./indicator/names.js";
import { registryKey } from "./indicator/registry.js";
import { url, urlPath } from "./indicator/urls.js";
import { normal, refused, type Rule } from "./indicator/verdict.js";
import { wallet } from "./indicator/wallets.js";
import { codePointName, placeOf } from "./text.js";

/** What an indicator can be; `OTHER` is text that is compared as it is. */
export const INDICATOR_TYPES = [
  "IPV4",
  "IPV6",
  "CIDR",
  "DOMAIN",
  "URL",
  "URL_PATH",
  "HOST_PORT",
  "EMAIL",
  "MD5",
  "SHA1",
  "SHA256",
  "SHA512",
  "IMPHASH",
  "JA3",
  "FILE_NAME",
  "FILE_PATH",
  "REGISTRY_KEY",
  "MUTEX",
  "USER_AGENT",
  "WALLET",
  "ASN",
  "CVE",
  "OTHER",
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** How lists of values are ordered: by the latest sighting, or by the number of sightings. */
export type IndicatorOrder = "LAST_SEEN" | "MOST_SIGHTINGS";

/** Why a value is not what its type says, each one something that its sender can mend. */
export type IndicatorFault =
  | "EMPTY" // nothing in it that can be seen
  | "TOO_LONG" // 4,000 characters, a file name 255, a domain name 253, one label 63
  | "CONTROL_CHARACTER" // a tab, a line break, a NUL, half of a surrogate pair, what XML cannot hold
  | "HIDDEN_CHARACTER" // U+200B and its kin inside, where nobody sees them
  | "STACKED_MARKS" // more than 30 accents on one letter
  | "WHITE_SPACE" // inside an address or a name: one value at a time, without text around it
  | "NOT_IPV4"
  | "ADDRESS_RANGE" // 198.51.100.x, 198.51.100.1-9: several addresses
  | "LEADING_ZERO" // 010.0.0.1: some read it as octal
  | "NOT_IPV6"
  | "ZONE_ID" // fe80::1%eth0: means something on one machine only
  | "NOT_CIDR"
  | "NO_PREFIX" // an address without /24
  | "BAD_PREFIX" // not a decimal number, or longer than the address
  | "HAS_PORT" // 192.0.2.1:443
  | "NOT_DOMAIN"
  | "SINGLE_LABEL" // a name without a dot
  | "WILDCARD" // *.example.kz: a pattern, and nothing observed is equal to a pattern
  | "IS_AN_ADDRESS" // an IP address where a name belongs
  | "NOT_URL"
  | "NO_SCHEME" // example.kz/login
  | "UNKNOWN_SCHEME" // hxp://: more often a disguise that nobody published than a scheme
  | "SCHEME_TWICE" // http://http://
  | "BACKSLASH" // http://bad.example\a: a slash to browsers, an escape to people
  | "NO_HOST" // mailto:, javascript:, data:, file:///
  | "NOT_URL_PATH"
  | "HAS_SCHEME" // https:// where the scheme is not known
  | "NO_PATH" // a host alone
  | "NOT_HOST_PORT"
  | "NO_PORT"
  | "BAD_PORT" // not 1 to 65535
  | "NOT_EMAIL"
  | "DISPLAY_NAME" // Name <a@example.kz>: the address alone
  | "NOT_HEX"
  | "HASH_LENGTH" // hexadecimal, but another kind of hash or a part of one
  | "IS_A_PATH" // a file name with folders in front of it
  | "NOT_A_PATH"
  | "NO_HIVE" // Software\…: of which hive?
  | "NOT_WALLET"
  | "BAD_CHECKSUM" // a letter was misread or left out
  | "NOT_ASN"
  | "NOT_CVE";

/**
 * A value in its normal form, or why it has none, which type it looks like, and exactly what is wrong in it: a code
 * point (`U+200B`) with its place, counted in characters from 1, or a scheme.
 */
export type NormalIndicator =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly fault: IndicatorFault;
      readonly suggests?: IndicatorType;
      readonly named?: string;
      readonly place?: number;
    };

/** UTF-16 code units of a value. */
export const LONGEST_VALUE = 4_000;

const RULES: Readonly<Record<IndicatorType, Rule>> = {
  IPV4: ipv4,
  IPV6: ipv6,
  CIDR: cidr,
  DOMAIN: domain,
  URL: url,
  URL_PATH: urlPath,
  HOST_PORT: hostPort,
  EMAIL: email,
  MD5: hash(32, /md-?5/),
  SHA1: hash(40, /sha-?1/),
  SHA256: hash(64, /sha-?(?:2-?)?256/),
  SHA512: hash(128, /sha-?(?:2-?)?512/),
  IMPHASH: hash(32, /imphash/),
  JA3: hash(32, /ja3/),
  FILE_NAME: fileName,
  FILE_PATH: filePath,
  REGISTRY_KEY: registryKey,
  MUTEX: normal,
  USER_AGENT: normal,
  WALLET: wallet,
  ASN: asn,
  CVE: cve,
  OTHER: normal,
};

/** Types whose value is a text that was observed: invisible characters and quotation marks in it are evidence. */
const OBSERVED = new Set<IndicatorType>(["FILE_NAME", "FILE_PATH", "REGISTRY_KEY", "MUTEX", "USER_AGENT", "OTHER"]);
/** Types with a host, whose name may have joiners. */
const NETWORK = new Set<IndicatorType>(["IPV4", "IPV6", "CIDR", "DOMAIN", "URL", "URL_PATH", "HOST_PORT", "EMAIL"]);

/** Types that can be recognised by their form, the surest first. */
const RECOGNISABLE = [
  "IPV4",
  "IPV6",
  "CIDR",
  "URL",
  "EMAIL",
  "HOST_PORT",
  "CVE",
  "MD5",
  "SHA1",
  "SHA256",
  "SHA512",
  "REGISTRY_KEY",
  "WALLET",
] as const;

/**
 * Brings `submitted` to the one spelling by which indicators of `type` are compared. Never throws; time grows with the
 * length of the value; giving it its own output changes nothing.
 *
 * For every type: what nobody can see is cut at both ends, the text is in NFC, and neither it nor its normal form has
 * more than 4,000 characters (UTF-16 code units). In what has a form of its own (addresses, names, URLs, hashes, ids)
 * quotation marks around are dropped, published defanging is undone (`indicator/defanging.ts`), and an invisible
 * character inside is refused and named; texts that were observed (file names, paths, keys, mutexes, user agents) stay as
 * they are.
 */
export function normalIndicator(type: IndicatorType, submitted: string): NormalIndicator {
  const { text: cut, start } = withoutMargins(submitted);
  const excess = excessOf(cut);
  if (excess) return refused(excess);
  const text = cut.normalize("NFC");
  const at = (index: number): { named: string; place: number } => ({
    named: codePointName(text, index),
    place: placeOf(submitted, start) + placeOf(text, index) - 1,
  });
  const control = text.search(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
  if (control >= 0) return refused("CONTROL_CHARACTER", at(control));
  if (!/[^\s\p{Cf}]/u.test(text)) return refused("EMPTY");
  const judged = judge(type, text);
  if (judged.ok && OBSERVED.has(type)) return judged;
  const hidden = hiddenAt(text);
  if (hidden >= 0 && !OBSERVED.has(type)) {
    if (judged.ok && NETWORK.has(type) && onlyJoiners(text)) return judged;
    return refused("HIDDEN_CHARACTER", at(hidden));
  }
  if (judged.ok) return judged;
  const suggests = lookalike(type, text) ?? judged.suggests;
  const { suggests: _, ...rest } = judged;
  return suggests === undefined ? rest : { ...rest, suggests };
}

/** The rule's verdict on what it made of the text: a second scheme or a range may come to light by the first reading. */
function judge(type: IndicatorType, text: string): NormalIndicator {
  const judged = read(type, text);
  if (!judged.ok) return judged;
  if (judged.value === text) return judged;
  const grown = excessOf(judged.value);
  return grown ? refused(grown) : read(type, judged.value);
}

function read(type: IndicatorType, text: string): NormalIndicator {
  return RULES[type](OBSERVED.has(type) ? text : unquoted(text));
}

/** Sorting the marks of one letter for NFC is not linear, therefore the limit of UAX 15, section 13 (UAX15-D3). */
function excessOf(text: string): IndicatorFault | undefined {
  if (text.length > LONGEST_VALUE) return "TOO_LONG";
  return /\p{M}{31}/u.test(text) ? "STACKED_MARKS" : undefined;
}

function onlyJoiners(text: string): boolean {
  return Array.from(text).every((character) => hiddenAt(character) < 0 || isJoiner(character));
}

/** No type is suggested for longer texts: they are hardly one value, and each type would have to read them. */
const LONGEST_TOLD = 500;

/** A type that takes the text and is plain from its form; a name or a host's path only where a network was spoken of. */
function lookalike(type: IndicatorType, text: string): IndicatorType | undefined {
  if (text.length > LONGEST_TOLD) return undefined;
  const isHiding = hiddenAt(text) >= 0;
  const takes = (other: IndicatorType): boolean =>
    other !== type && (!isHiding || OBSERVED.has(other)) && judge(other, text).ok;
  const other = RECOGNISABLE.find(takes);
  if (other !== undefined) return other;
  if (/^ASN? ?\d/i.test(text) && takes("ASN")) return "ASN";
  if (NETWORK.has(type) && takes("DOMAIN")) return "DOMAIN";
  // 10.0.0.0/33 is a network that was mistyped, and no path 33.
  const isNetwork = /^[\da-f.:[\](){}]+\/[\d./]*$/i.test(text);
  if ((NETWORK.has(type) || type === "FILE_PATH") && !isNetwork && takes("URL_PATH")) return "URL_PATH";
  const isPath = NETWORK.has(type) ? isWindowsPath(text) : isAbsolutePath(text);
  return isPath && takes("FILE_PATH") ? "FILE_PATH" : undefined;
}
