import type { IndicatorInput, IndicatorType } from "../../operations/generated.js";

/** A line of the indicators as it is typed; `type` null: what it looks like counts. */
export interface IndicatorDraft {
  readonly value: string;
  readonly type: IndicatorType | null;
}

/** A value as it probably is meant, without the brackets that disarm it: the gateway decides. */
export function understood(typed: string): string {
  return typed
    .trim()
    .replace(/^["'<]+|["'>]+$/g, "")
    .replace(/\[(?:\.|dot)\]|\((?:\.|dot)\)|\{\.\}/gi, ".")
    .replace(/\[(?:@|at)\]|\((?:@|at)\)/gi, "@")
    .replaceAll("[:]", ":")
    .replaceAll("[/]", "/")
    .replace(/^(h)xx(p)/i, "$1tt$2")
    .replace(/^(f)x(p)/i, "$1t$2")
    .replace(/\[?:\/\/\]?/, "://");
}

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const FILE =
  /\.(?:exe|dll|bat|cmd|ps1|vbs|js|jar|docx?|docm|xlsx?|xlsm|pptx?|pdf|zip|rar|7z|lnk|scr|iso|img|hta|msi|sh|elf|so|py|php|aspx?|jsp)$/i;
const NAME = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]*$/u;

/** In this order: what fits the first is it. */
const LOOKS: readonly (readonly [IndicatorType, (value: string) => boolean])[] = [
  ["CVE", (value) => /^CVE-\d{4}-\d{4,}$/i.test(value)],
  ["ASN", (value) => /^AS\d+$/i.test(value)],
  ["MD5", (value) => /^[\da-f]{32}$/i.test(value)],
  ["SHA1", (value) => /^[\da-f]{40}$/i.test(value)],
  ["SHA256", (value) => /^[\da-f]{64}$/i.test(value)],
  ["SHA512", (value) => /^[\da-f]{128}$/i.test(value)],
  ["IPV4", (value) => IPV4.test(value)],
  [
    "CIDR",
    (value) => /^[\da-f.:]+\/\d{1,3}$/i.test(value) && (value.includes(":") || IPV4.test(value.split("/")[0] ?? "")),
  ],
  ["IPV6", (value) => /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(value)],
  ["URL", (value) => /^[a-z][a-z\d+.-]*:\/\//i.test(value)],
  ["EMAIL", (value) => /^[^@\s/]+@[^@\s/]+\.[^@\s/]+$/.test(value)],
  ["HOST_PORT", (value) => /^[\p{L}\p{N}.-]+:\d{1,5}$/u.test(value)],
  ["REGISTRY_KEY", (value) => /^(?:HKEY_|HK(?:LM|CU|CR|U|CC)\\)/i.test(value)],
  ["MUTEX", (value) => /^(?:Global|Local)\\/.test(value)],
  ["FILE_PATH", (value) => /^(?:[a-z]:\\|\\\\|%\w+%\\|\/[^/\s]|~\/)/i.test(value)],
  ["WALLET", (value) => /^(?:bc1[a-z\d]{20,87}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[\da-f]{40})$/.test(value)],
  ["USER_AGENT", (value) => /^[A-Za-z][\w-]*\/\d[\w.]* \(/.test(value)],
  ["FILE_NAME", (value) => !value.includes("/") && FILE.test(value)],
  ["DOMAIN", (value) => NAME.test(value)],
  ["URL_PATH", (value) => /^[\p{L}\p{N}.-]+\.\p{L}[\p{L}\p{N}-]*\/\S*$/u.test(value)],
];

/** The type that a value looks like; Other where it looks like none. */
export function typeOf({ type, value }: IndicatorDraft): IndicatorType {
  if (type !== null) return type;
  const meant = understood(value);
  return LOOKS.find(([, fits]) => fits(meant))?.[0] ?? "OTHER";
}

/** What is sent: a line that was emptied and not left is none. */
export function inputOfIndicators(indicators: readonly IndicatorDraft[]): IndicatorInput[] {
  return indicators.filter(({ value }) => value.trim() !== "").map((one) => ({ type: typeOf(one), value: one.value }));
}

/** The lines of a text, each an indicator; empty ones are none. */
export function linesOf(text: string): readonly IndicatorDraft[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((value) => ({ value, type: null }));
}
