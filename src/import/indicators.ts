import { normalIndicator, type IndicatorType } from "../domain/indicator.js";
import type { IndicatorDraft } from "../domain/incident-card.js";

/** What people write before an indicator, with a colon behind it: `IP: 1.2.3.4`. `null`: its form tells which. */
const PREFIXES: Readonly<Record<string, IndicatorType | null>> = {
  ip: null,
  "ip-адрес": null,
  "ip адрес": null,
  "ip-мекенжай": null,
  ipv4: "IPV4",
  ipv6: "IPV6",
  cidr: "CIDR",
  подсеть: "CIDR",
  domain: "DOMAIN",
  домен: "DOMAIN",
  host: null,
  хост: null,
  url: "URL",
  uri: "URL",
  ссылка: "URL",
  сілтеме: "URL",
  email: "EMAIL",
  "e-mail": "EMAIL",
  mail: "EMAIL",
  почта: "EMAIL",
  пошта: "EMAIL",
  md5: "MD5",
  sha1: "SHA1",
  "sha-1": "SHA1",
  sha256: "SHA256",
  "sha-256": "SHA256",
  sha512: "SHA512",
  "sha-512": "SHA512",
  hash: null,
  хеш: null,
  хэш: null,
  imphash: "IMPHASH",
  ja3: "JA3",
  file: "FILE_NAME",
  файл: "FILE_NAME",
  path: "FILE_PATH",
  путь: "FILE_PATH",
  registry: "REGISTRY_KEY",
  реестр: "REGISTRY_KEY",
  mutex: "MUTEX",
  мьютекс: "MUTEX",
  "user-agent": "USER_AGENT",
  wallet: "WALLET",
  кошелёк: "WALLET",
  кошелек: "WALLET",
  asn: "ASN",
  cve: "CVE",
};

/** Names of files that are names of domains, too: nobody can tell. */
const OF_FILES =
  /\.(?:exe|dll|sys|scr|com|bat|cmd|ps1|vbs|js|jar|py|sh|hta|lnk|msi|iso|img|zip|rar|7z|gz|docm?|docx|xlsm?|xlsx|pptx?|pdf|rtf|txt|md|tmp|dat|bin|html?|php|apk|so|pl)$/i;

/** One indicator as it stands in a cell; null where its type cannot be told. What its type makes of its value is judged by rules. */
export function indicatorIn(cell: string, type: IndicatorType | null): IndicatorDraft | null {
  if (type) return { type, value: cell };
  const [, name = "", rest = ""] = /^([\p{L}][\p{L}\d -]{0,20}?)\s*:\s*(?!\/\/)(.+)$/su.exec(cell) ?? [];
  const said = name.toLowerCase();
  const isPrefixed = Object.hasOwn(PREFIXES, said);
  const value = isPrefixed ? rest.trim() : cell;
  const told = (isPrefixed ? PREFIXES[said] : null) ?? typeOf(value);
  return told ? { type: told, value } : null;
}

function typeOf(value: string): IndicatorType | null {
  const read = normalIndicator("IPV4", value);
  const type = read.ok ? "IPV4" : (read.suggests ?? null);
  return type === "DOMAIN" && OF_FILES.test(value) ? null : type;
}
