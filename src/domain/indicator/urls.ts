import type { NormalIndicator } from "../indicator.js";
import { cidr, isAddressPattern } from "./addresses.js";
import { plainAts, plainColons, plainDots, plainScheme } from "./defanging.js";
import { host, isPort } from "./names.js";
import { normal, refused } from "./verdict.js";

/** URL and URL_PATH. */

/** Schemes whose `//` is not followed by a host. */
const HOSTLESS = new Set(["javascript", "vbscript", "data", "blob", "mailto", "magnet"]);
/** Those whose backslashes a browser reads as slashes (the special schemes of the WHATWG URL standard). */
const SPECIAL = new Set(["http", "https", "ftp", "ws", "wss"]);
/**
 * Schemes with a host that are registered with IANA or met in reports. What is not here is more often a disguise
 * (`hxp`, `htp`) than a scheme, and OTHER takes it as it is.
 */
const SCHEMES = new Set(
  [
    "http https ftp ftps sftp tftp file ws wss tcp udp tls ssl quic ssh telnet rlogin scp rsync git svn git+ssh git+http",
    "git+https svn+ssh ldap ldaps ldapi smb smb2 cifs nfs afp dav davs webdav webdavs dns doh ntp snmp syslog gopher nntp",
    "news irc ircs irc6 xmpp sip sips rtsp rtsps rtmp rtmps rtp srtp mms mmsh mqtt mqtts amqp amqps coap coaps kafka nats",
    "stomp redis rediss mongodb mongodb+srv mysql mariadb postgres postgresql mssql sqlserver oracle jdbc memcached",
    "elasticsearch smtp smtps imap imaps pop pop3 pop3s rdp vnc x11 winrm rmi iiop corba rpc grpc grpcs socks socks4",
    "socks4a socks5 socks5h proxy stratum stratum+tcp stratum+tcps stratum+ssl stratum+tls stratum1+tcp stratum1+ssl",
    "stratum2+tcp daemon+http daemon+https ss ssr vmess vless trojan hysteria hysteria2 wireguard tor onion ipfs ipns i2p",
    "s3 s3a gs azure abfss wasbs hdfs docker oci ms-appinstaller ms-msdt ms-officecmd ms-word ms-excel ms-powerpoint",
    "search-ms intent market tg whatsapp viber skype steam zoommtg slack msteams discord android-app itms itms-apps",
    "itms-services chrome-extension moz-extension view-source feed webcal turn turns stun stuns bitcoin ethereum",
  ].flatMap((line) => line.split(" ")),
);

const COLON = String.raw`(?::|\[:\]|\(:\)|\{:\}|\[:|:\])`;
const SLASHES = String.raw`(?:\/\/|\[\/\/\]|\(\/\/\)|\[\/\]\[\/\]|\\\\)`;
const BEGINNING = new RegExp(String.raw`^([^\s:/?#@\\]{1,40}?)(\[:\/\/\]|\(:\/\/\)|\{:\/\/\}|${COLON}${SLASHES})`);
/** `http__bad.example` and `hxxp:__bad.example` (iocextract). */
const UNDERSCORES = /^((?:h[tx*]{2}p|f[tx*]p)s?):?__/i;
/** Up to the first slash, `[/]`, question mark, number sign, or backslash that escapes no dot. */
const AUTHORITY = /^(?:[^/?#\\[]|\\\.|\[(?!\/\]))*/;

/**
 * `scheme://host…` of a known scheme. Normal form: as a browser understands it and writes it back (`href` of the WHATWG
 * URL standard), so `http://0x7f.1` is `http://127.0.0.1/`; the fragment stays. Ours beyond that: the hosts of `ldap`,
 * `tcp` and the like get the same mapping as those of `http`, a host loses the dot of the root, and percent-encoding has
 * one spelling (RFC 3986, section 6.2.2). A host of one label is taken, since intranets have such; `hasDotlessHost`.
 */
export function url(text: string): NormalIndicator {
  const spelled = text.replace(UNDERSCORES, "$1://");
  const [beginning, scheme = "", separator = ""] = BEGINNING.exec(spelled) ?? [];
  if (beginning === undefined) return refused(/^[a-z][a-z\d+-]+:(?!\d)/i.test(text) ? "NO_HOST" : "NO_SCHEME");
  const rest = spelled.slice(beginning.length).replace(/^ /, "");
  const plain = plainScheme(scheme);
  const authority = AUTHORITY.exec(rest)?.[0] ?? "";
  if (authority === "" || HOSTLESS.has(plain)) return refused(rest.startsWith("\\") ? "BACKSLASH" : "NO_HOST");
  if (!SCHEMES.has(plain)) return refused("UNKNOWN_SCHEME", { suggests: "OTHER", named: scheme });
  const tail = rest.slice(authority.length);
  if (BEGINNING.test(rest) || (tail.startsWith("//") && SPECIAL.has(plainScheme(authority))))
    return refused("SCHEME_TWICE");
  const isSlanted = separator.includes("\\") && SPECIAL.has(plain);
  if (isAmbiguous(authority, tail, isSlanted)) return refused("BACKSLASH");
  const squareAts = authority.replace(/\[(?:@|at)\]/gi, "@");
  // Beside an @, an (at) is part of the user's name.
  const whole = squareAts.includes("@") ? squareAts : plainAts(squareAts);
  const [, user = "", name = ""] = /^(.*@)?(.*)$/s.exec(whole) ?? [];
  const full = `${plain}://${user.replaceAll("\\.", ".")}${plainHost(name)}${plainTail(tail)}`;
  if (/\s/.test(full)) return refused("WHITE_SPACE");
  const parsed = parsedUrl(full);
  if (!parsed) return refused("NOT_URL");
  if (parsed.hostname === "") return refused("NO_HOST");
  const { hostname } = SPECIAL.has(plain) ? parsed : (parsedUrl(`http://${parsed.hostname}`) ?? {});
  const known = hostname?.replace(/\.$/, "");
  if (known !== undefined && isAddressPattern(known)) return refused("ADDRESS_RANGE");
  if (known === undefined || !isHost(known)) return refused("NOT_URL");
  if (known !== parsed.hostname) parsed.hostname = known;
  return normal(plainPercents(parsed.href));
}

/**
 * A host and a path whose scheme nobody knows, `bad.example/a?b`; a port may stand between them. Normal form: the host's
 * own, the port as it is, the path as in a URL of http.
 */
export function urlPath(text: string): NormalIndicator {
  if (BEGINNING.test(text.replace(UNDERSCORES, "$1://"))) return refused("HAS_SCHEME");
  if (cidr(text).ok) return refused("NOT_URL_PATH");
  const rest = text.replace(/^\/\//, "");
  const authority = AUTHORITY.exec(rest)?.[0] ?? "";
  const tail = rest.slice(authority.length);
  if (isAmbiguous(authority, tail, false)) return refused("BACKSLASH");
  const [, name = "", port] = /^(\[[\da-f:.]*\]|[^:]*)(?::(\d+))?$/i.exec(plainHost(authority)) ?? [];
  const known = host(name);
  if (!known.ok) return known.fault === "ADDRESS_RANGE" ? known : refused("NOT_URL_PATH");
  if (port !== undefined && !isPort(port)) return refused("BAD_PORT");
  if (tail === "") return refused("NO_PATH");
  if (/\s/.test(tail)) return refused("WHITE_SPACE");
  const parsed = parsedUrl(`http://a.example${plainTail(tail)}`);
  if (!parsed) return refused("NOT_URL_PATH");
  const path = plainPercents(`${parsed.pathname}${parsed.search}${parsed.hash}`);
  return normal(`${known.value}${port === undefined ? "" : `:${port}`}${path}`);
}

/** True of a URL in normal form whose host is one label and no address: an intranet name, or half of a name. */
export function hasDotlessHost(href: string): boolean {
  return /^[a-z\d+.-]+:\/\/(?:[^/?#@]*@)?[^/?#:.[\]]+(?::\d+)?(?:[/?#]|$)/.test(href);
}

/**
 * A backslash before the path: browsers read a slash, defanging means an escaped dot. Where either could be meant, as in
 * `http://bad.example\.git/`, it is neither.
 */
function isAmbiguous(authority: string, tail: string, isSlanted: boolean): boolean {
  if (tail.startsWith("\\") && !isSlanted) return true;
  const escaped = authority.lastIndexOf("\\.");
  const plain = authority.search(/(?<![\\[({<%])\.(?![\])}>])/);
  return escaped >= 0 && (isSlanted || (plain >= 0 && plain < escaped));
}

/** Spaces around dots and behind the host are the defanging of mail filters: `http:// bad .example /a`. */
function plainHost(name: string): string {
  return plainDots(plainColons(name))
    .replace(/ ?\. ?/g, ".")
    .replace(/ $/, "");
}

/** After the host, round brackets and words belong to the URL (RFC 3986, section 3.3); square brackets do not. */
function plainTail(tail: string): string {
  return tail.replace(/(?<!\[)\[([.:@/])\](?!\])/g, "$1");
}

/** RFC 3986, section 6.2.2: hexadecimal digits in upper case, unreserved characters plain, a lone % as %25. */
function plainPercents(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/%([\da-f]{2})?/gi, (_, digits: string | undefined) => {
    if (digits === undefined) return "%25";
    const character = String.fromCharCode(parseInt(digits, 16));
    return /[\w.~-]/.test(character) ? character : `%${digits.toUpperCase()}`;
  });
}

/** Looser than a domain name, because browsers are: one label will do, and a hyphen may stand anywhere. */
function isHost(name: string): boolean {
  return (
    name.startsWith("[") || (name.length <= 253 && name.split(".").every((label) => /^[a-z\d_-]{1,63}$/.test(label)))
  );
}

function parsedUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
