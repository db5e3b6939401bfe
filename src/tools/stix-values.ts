import type { IndicatorDraft } from "../domain/incident-card.js";
import type { IndicatorType } from "../domain/indicator.js";
import { PatternError, readPattern, type Comparison } from "./stix-pattern.js";

/** What in STIX is an indicator of ours, and of which type. */

type Members = Readonly<Record<string, unknown>>;

/** The observables of STIX 2.1, section 6, and those that OpenCTI adds. */
const OBSERVABLES = new Set([
  "artifact",
  "autonomous-system",
  "cryptocurrency-wallet",
  "directory",
  "domain-name",
  "email-addr",
  "email-message",
  "file",
  "hostname",
  "ipv4-addr",
  "ipv6-addr",
  "mac-addr",
  "mutex",
  "network-traffic",
  "process",
  "software",
  "url",
  "user-account",
  "user-agent",
  "windows-registry-key",
  "x509-certificate",
]);

/** True of a bundle and of an object of STIX 2: one whose id begins with its type, or an indicator with a pattern. */
export function isStix(object: Members): boolean {
  const { type, id, objects, pattern } = object;
  if (typeof type !== "string") return false;
  if (type === "bundle") return Array.isArray(objects);
  return (
    (typeof id === "string" && id.startsWith(`${type}--`)) || (type === "indicator" && typeof pattern === "string")
  );
}

/** True of an object that represents something observed, such as an `ipv4-addr`. */
export function isObservable(object: Members): boolean {
  return typeof object["type"] === "string" && OBSERVABLES.has(object["type"]);
}

/** An observable in short: its type and what identifies it. */
export function observedValue(object: Members): string {
  const known = ["value", "name", "path", "key", "number", "command_line", "id"].map((member) => object[member]);
  const value = known.find((one) => typeof one === "string" || typeof one === "number") ?? "";
  return `${String(object["type"])} ${String(value)}`.trim();
}

/** Every value that an indicator's pattern is compared with, and what of it no card can hold. */
export function valuesOf(indicator: Members): {
  readonly values: readonly IndicatorDraft[];
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
} {
  const { pattern, pattern_type: language = "stix" } = indicator;
  const text = typeof pattern === "string" ? pattern : "";
  if (language !== "stix") return { values: [], leftOut: [{ what: text, why: `its language is ${String(language)}` }] };
  try {
    const comparisons = readPattern(text);
    return {
      values: comparisons
        .filter(({ isNegated }) => !isNegated)
        .map((comparison) => ({ type: indicatorTypeOf(comparison), value: comparison.value })),
      leftOut: comparisons
        .filter(({ isNegated }) => isNegated)
        .map(({ value }) => ({ what: value, why: "the pattern holds without it" })),
    };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { values: [], leftOut: [{ what: text, why: error.message }] };
  }
}

const HASHES: Readonly<Record<string, IndicatorType>> = {
  MD5: "MD5",
  SHA1: "SHA1",
  SHA256: "SHA256",
  SHA512: "SHA512",
  IMPHASH: "IMPHASH",
};

const TYPES: Readonly<Record<string, IndicatorType>> = {
  "domain-name:value": "DOMAIN",
  "hostname:value": "DOMAIN",
  "url:value": "URL",
  "email-addr:value": "EMAIL",
  "file:name": "FILE_NAME",
  "file:extensions.windows-pebinary-ext.imphash": "IMPHASH",
  "file:parent_directory_ref.path": "FILE_PATH",
  "directory:path": "FILE_PATH",
  "windows-registry-key:key": "REGISTRY_KEY",
  "mutex:name": "MUTEX",
  "network-traffic:extensions.http-request-ext.request_header.User-Agent": "USER_AGENT",
  "user-agent:value": "USER_AGENT",
  "cryptocurrency-wallet:value": "WALLET",
  "autonomous-system:number": "ASN",
};

/** What a compared value is, by its object path; an expression that values are matched with is no value of its type. */
export function indicatorTypeOf({ path, operator, value }: Comparison): IndicatorType {
  if (operator === "LIKE" || operator === "MATCHES" || /^[<>]=?$/.test(operator)) return "OTHER";
  const [object = "", property = "", last = ""] = path;
  if (object === "file" && property === "hashes") return HASHES[last.toUpperCase().replaceAll("-", "")] ?? "OTHER";
  if (object === "email-message" && property === "from_ref" && last === "value") return "EMAIL";
  if (object === "network-traffic" && /^(?:src|dst)_ref$/.test(property) && last === "value") return hostTypeOf(value);
  const whole = `${object}:${path.slice(1).join(".")}`;
  if (whole === "ipv4-addr:value" || whole === "ipv6-addr:value")
    return value.includes("/") ? "CIDR" : whole === "ipv4-addr:value" ? "IPV4" : "IPV6";
  return TYPES[whole] ?? "OTHER";
}

function hostTypeOf(value: string): IndicatorType {
  if (value.includes("/")) return "CIDR";
  if (value.includes(":")) return "IPV6";
  return /^\d+(?:\.\d+){3}$/.test(value) ? "IPV4" : "DOMAIN";
}
