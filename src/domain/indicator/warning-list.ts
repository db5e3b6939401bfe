import { LONGEST_VALUE, normalIndicator, INDICATOR_TYPES, type IndicatorType } from "../indicator.js";
import { placeOfIndicator } from "./place.js";
import { Unreadable } from "./published-file.js";
import { readPattern } from "./warning-pattern.js";

/**
 * Warning lists in MISP's format (https://github.com/MISP/misp-warninglists, `schema.json`): of which values a sighting is no evidence.
 * Entries are brought to our own normal forms. What no value here can ever fit is left out and named; a file of another form is none.
 */

export const LIST_KINDS = ["string", "substring", "hostname", "cidr", "regex"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface WarningList {
  readonly name: string;
  readonly version: number;
  /** What it says of its values. */
  readonly says: string;
  readonly kind: ListKind;
  /** Types of indicators of which it says anything. */
  readonly types: readonly IndicatorType[];
  readonly entries: readonly WarningEntry[];
  readonly leftOut: readonly LeftOut[];
}

export type WarningEntry =
  /** A value in the normal form of its type. */
  | { readonly is: "VALUE"; readonly type: IndicatorType; readonly value: string }
  /** As `Place` has it: the name and all under it. */
  | { readonly is: "HOST"; readonly host: string }
  /** In normal form; an address is a network of one. */
  | { readonly is: "NETWORK"; readonly network: string }
  /** What a value holds, in lower case. */
  | { readonly is: "SUBSTRING"; readonly pattern: string }
  /** What a value fits, as JavaScript writes it: `/…/i`. */
  | { readonly is: "REGEX"; readonly pattern: string };

/** An entry that no value can fit: where it is (`list[3]`), and why. */
export interface LeftOut {
  readonly path: string;
  readonly entry: string;
  readonly why: string;
}

/** What one list may hold. Patterns are tried one by one on every value. */
export const LIST_LIMITS = {
  name: 500,
  says: 4_000,
  entries: { string: 1_000_000, hostname: 1_000_000, cidr: 1_000_000, substring: 10_000, regex: 500 },
} as const;

/** The list that the content of a file holds. Throws Unreadable for what is none. */
export function readWarningList(content: unknown): WarningList {
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new Unreadable("", "is no warning list: give one in MISP's format, with name, version, type and list");
  const { name, version, description, type, list, matching_attributes: attributes } = content as Members;
  const kind = LIST_KINDS.find((one) => one === type);
  if (kind === undefined) throw new Unreadable("type", `is none of ${LIST_KINDS.join(", ")}: correct it`);
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 0)
    throw new Unreadable("version", "is no whole number: give one, higher than that of the list before");
  if (!Array.isArray(list)) throw new Unreadable("list", "is no list: give the entries as texts");
  const most = LIST_LIMITS.entries[kind];
  if (list.length > most)
    throw new Unreadable(
      "list",
      `has ${list.length} entries; of type ${kind} at most ${most} are read: split the list`,
    );
  const types = attributes === undefined ? INDICATOR_TYPES : typesOf(attributes);
  const entries: WarningEntry[] = [];
  const leftOut: LeftOut[] = [];
  for (const [place, entry] of (list as readonly unknown[]).entries()) {
    const path = `list[${place}]`;
    if (typeof entry !== "string") throw new Unreadable(path, "is no text: correct or leave out the entry");
    const read = readEntry(kind, types, entry);
    if (typeof read === "string") leftOut.push({ path, entry, why: read });
    else entries.push(...read);
  }
  return {
    name: textOf(name, "name", LIST_LIMITS.name),
    version,
    says: textOf(description, "description", LIST_LIMITS.says),
    kind,
    types,
    entries,
    leftOut,
  };
}

type Members = Readonly<Record<string, unknown>>;

function textOf(text: unknown, path: string, most: number): string {
  const trimmed = typeof text === "string" ? text.trim() : "";
  if (trimmed === "" || trimmed.length > most || /[\p{Cc}\p{Cs}]/u.test(trimmed))
    throw new Unreadable(path, `is no text of 1 to ${most} characters without control characters: give one`);
  return trimmed;
}

/** The entry, of a value one for each type that it can be; or why no value can fit it. */
function readEntry(kind: ListKind, types: readonly IndicatorType[], entry: string): readonly WarningEntry[] | string {
  if (types.length === 0) return "the list is about no type of indicator that cards have";
  if (entry.length > LONGEST_VALUE || entry.trim() === "") return `it has not 1 to ${LONGEST_VALUE} characters`;
  switch (kind) {
    case "string":
      return valuesOf(types, entry);
    case "hostname": {
      const host = hostOf(entry);
      return host === null ? "it is no name of a host" : [{ is: "HOST", host }];
    }
    case "cidr": {
      const network = networkOf(entry);
      return network === null ? "it is neither a network nor an address" : [{ is: "NETWORK", network }];
    }
    case "substring":
      return entry.includes("\0") ? "it holds a NUL" : [{ is: "SUBSTRING", pattern: entry.toLowerCase() }];
    case "regex": {
      const read = readPattern(entry);
      return read.ok ? [{ is: "REGEX", pattern: read.pattern }] : read.why;
    }
  }
}

function valuesOf(types: readonly IndicatorType[], entry: string): readonly WarningEntry[] | string {
  const values = types.flatMap((type): WarningEntry[] => {
    const known = normalIndicator(type, entry);
    return known.ok ? [{ is: "VALUE", type, value: known.value }] : [];
  });
  return values.length === 0 ? "it is no value of the types that the list is about" : values;
}

/** Also a name of one label; `*.` and a dot before it say what the type says of each name. */
function hostOf(entry: string): string | null {
  const text = entry.trim().replace(/^(?:\*\.|\.)/, "");
  const name = normalIndicator("DOMAIN", text);
  if (name.ok) return placeOfIndicator("DOMAIN", name.value).host;
  const known = name.fault === "SINGLE_LABEL" ? normalIndicator("URL", `http://${text}/`) : name;
  return known.ok ? placeOfIndicator("URL", known.value).host : null;
}

function networkOf(entry: string): string | null {
  const network = normalIndicator("CIDR", entry);
  if (network.ok) return network.value;
  for (const [type, bits] of [
    ["IPV4", 32],
    ["IPV6", 128],
  ] as const) {
    const address = normalIndicator(type, entry);
    if (address.ok) return `${address.value}/${bits}`;
  }
  return null;
}

const ADDRESSES = ["IPV4", "IPV6", "CIDR"] as const;

/**
 * MISP's types of attributes, by those of indicators (https://github.com/MISP/misp-objects, `describeTypes.json`). Of two that stand
 * together (`filename|md5`) the one that the lists are about.
 */
const TYPES: Readonly<Record<string, readonly IndicatorType[]>> = {
  "ip-src": ADDRESSES,
  "ip-dst": ADDRESSES,
  "ip-src|port": ["HOST_PORT"],
  "ip-dst|port": ["HOST_PORT"],
  "hostname|port": ["HOST_PORT"],
  hostname: ["DOMAIN"],
  domain: ["DOMAIN"],
  "domain|ip": ["DOMAIN", ...ADDRESSES],
  url: ["URL", "URL_PATH"],
  uri: ["URL", "URL_PATH"],
  link: ["URL"],
  email: ["EMAIL"],
  "email-src": ["EMAIL"],
  "email-dst": ["EMAIL"],
  "email-reply-to": ["EMAIL"],
  "target-email": ["EMAIL"],
  "whois-registrant-email": ["EMAIL"],
  "dns-soa-email": ["EMAIL"],
  md5: ["MD5"],
  sha1: ["SHA1"],
  sha256: ["SHA256"],
  sha512: ["SHA512"],
  imphash: ["IMPHASH"],
  "ja3-fingerprint-md5": ["JA3"],
  filename: ["FILE_NAME", "FILE_PATH"],
  "filename|md5": ["MD5"],
  "filename|sha1": ["SHA1"],
  "filename|sha256": ["SHA256"],
  "filename|sha512": ["SHA512"],
  "filename|imphash": ["IMPHASH"],
  regkey: ["REGISTRY_KEY"],
  mutex: ["MUTEX"],
  "user-agent": ["USER_AGENT"],
  btc: ["WALLET"],
  xmr: ["WALLET"],
  AS: ["ASN"],
  vulnerability: ["CVE"],
  text: ["OTHER"],
  other: ["OTHER"],
};

function typesOf(attributes: unknown): readonly IndicatorType[] {
  if (!Array.isArray(attributes))
    throw new Unreadable("matching_attributes", "is no list: give MISP's types of attributes, or leave it out");
  const found = new Set<IndicatorType>();
  for (const [place, attribute] of (attributes as readonly unknown[]).entries()) {
    if (typeof attribute !== "string")
      throw new Unreadable(`matching_attributes[${place}]`, "is no text: give one of MISP's types of attributes");
    for (const type of Object.hasOwn(TYPES, attribute) ? (TYPES[attribute] ?? []) : []) found.add(type);
  }
  return INDICATOR_TYPES.filter((type) => found.has(type));
}
