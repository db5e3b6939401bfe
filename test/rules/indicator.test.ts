import fc from "fast-check";
import { expect, test } from "vitest";
import { INDICATOR_TYPES, normalIndicator } from "../../src/domain/indicator.js";
import type { IndicatorFault, IndicatorType } from "../../src/domain/indicator.js";

type Accepted = readonly [type: IndicatorType, submitted: string, value: string];
type Refused = readonly [type: IndicatorType, submitted: string, fault: IndicatorFault, suggests?: IndicatorType];

const MD5 = "d41d8cd98f00b204e9800998ecf8427e";
const SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SHA512 = `${SHA256}${SHA256}`;

const ONE_INDICATOR: Readonly<Record<string, readonly [IndicatorType, string, readonly string[]]>> = {
  "a name": [
    "DOMAIN",
    "mail.example.kz",
    [
      "mail.example.kz",
      "Mail.EXAMPLE.kz",
      "mail.example.kz.",
      "  mail.example.kz\n",
      "mail[.]example[.]kz",
      "mail(.)example{.}kz",
      "mail[dot]example(DOT)kz",
      "mail。example．kz",
      "mail.example[.]kz[.]",
      "ｍａｉｌ.example.kz",
    ],
  ],
  "a name in Cyrillic letters": [
    "DOMAIN",
    "xn--e1afmkfd.xn--80ao21a",
    [
      "пример.қаз",
      "ПРИМЕР.ҚАЗ",
      "Пример.қаз.",
      "пример[.]қаз",
      "пример(dot)қаз",
      "пример。қаз",
      "xn--e1afmkfd.xn--80ao21a",
      "XN--E1AFMKFD.XN--80AO21A",
      "xn--e1afmkfd.қаз",
      "\u00a0пример{.}xn--80ao21a.",
    ],
  ],
  "an IPv6 address": [
    "IPV6",
    "2001:db8::1",
    [
      "2001:db8::1",
      "2001:DB8::1",
      "2001:0db8:0000:0000:0000:0000:0000:0001",
      "2001:db8:0:0:0:0:0:1",
      "2001:db8:0::0:1",
      "[2001:db8::1]",
      "2001[:]db8[:][:]1",
      "[2001[:]db8::1]",
      "2001:db8::0.0.0.1",
      " 2001:db8::0001 ",
    ],
  ],
  "an IPv4 address": [
    "IPV4",
    "192.0.2.17",
    [
      "192.0.2.17",
      " 192.0.2.17\t",
      "192[.]0[.]2[.]17",
      "192.0.2[.]17",
      "192(.)0(.)2(.)17",
      "192{.}0{.}2{.}17",
      "192[dot]0[dot]2[dot]17",
      "192(dot)0(Dot)2.17",
      "192。0。2。17",
      "192．0．2｡17",
    ],
  ],
  "a network": [
    "CIDR",
    "10.1.0.0/16",
    [
      "10.1.0.0/16",
      "10.1.2.3/16",
      "10.1.255.255/16",
      "10[.]1[.]0[.]0/16",
      "10.1.0.0[/]16",
      "10(.)1.0.0/16",
      "10{.}1.0.9/16",
      "10[dot]1.0.0/16",
      "10．1．0．0/16",
      " 10.1.0.0/16 ",
    ],
  ],
  "a URL": [
    "URL",
    "https://xn--e1afmkfd.xn--80ao21a/a.php?q=1#f",
    [
      "https://пример.қаз/a.php?q=1#f",
      "HTTPS://ПРИМЕР.ҚАЗ/a.php?q=1#f",
      "hxxps://пример.қаз/a.php?q=1#f",
      "hXXps[://]пример[.]қаз/a[.]php?q=1#f",
      "hxxps[:]//пример(dot)қаз/a.php?q=1#f",
      "https:[//]пример{.}қаз/a.php?q=1#f",
      "https://пример.қаз:443/a.php?q=1#f",
      "https://пример.қаз./x/../a.php?q=1#f",
      "https://пример。қаз[:]443/a.php?q=1#f",
      "\thttps://xn--e1afmkfd.xn--80ao21a/a.php?q=1#f\n",
    ],
  ],
  "an e-mail address": [
    "EMAIL",
    "a.b@example.kz",
    [
      "a.b@example.kz",
      "A.B@Example.KZ",
      "a.b@example.kz.",
      "a.b[@]example.kz",
      "a.b[at]example[.]kz",
      "a.b(at)example(dot)kz",
      "a[.]b@example[.]kz",
      "a(dot)b@example.kz",
      "a．b@example。kz",
      " a.b@example.kz ",
    ],
  ],
  "a vulnerability": [
    "CVE",
    "CVE-2021-44228",
    [
      "CVE-2021-44228",
      "cve-2021-44228",
      "Cve-2021-44228",
      "CVE‐2021‐44228",
      "CVE‑2021‑44228",
      "CVE–2021–44228",
      "CVE—2021—44228",
      "CVE−2021−44228",
      "CVE－2021-44228",
      "\ufeffCVE-2021-44228 ",
    ],
  ],
};

test.each(Object.entries(ONE_INDICATOR))(
  "ten spellings of one indicator are one: %s",
  (_, [type, value, spellings]) => {
    expect(new Set(spellings).size).toBe(10);
    for (const spelling of spellings)
      expect([spelling, normalIndicator(type, spelling)]).toEqual([spelling, { ok: true, value }]);
  },
);

const ACCEPTED: readonly Accepted[] = [
  ["IPV4", "0.0.0.0", "0.0.0.0"],
  ["IPV4", "255.255.255.255", "255.255.255.255"],
  ["IPV6", "::", "::"],
  ["IPV6", "[:][:]", "::"],
  ["IPV6", "::FFFF:192.0.2.128", "::ffff:192.0.2.128"],
  ["IPV6", "::ffff:c000:280", "::ffff:192.0.2.128"],
  ["IPV6", "::ffff:192[.]0[.]2[.]128", "::ffff:192.0.2.128"],
  ["IPV6", "::192.0.2.128", "::c000:280"],
  ["IPV6", "2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["IPV6", "2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["IPV6", "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["IPV6", "2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["CIDR", "192.0.2.1/32", "192.0.2.1/32"],
  ["CIDR", "203.0.113.77/0", "0.0.0.0/0"],
  ["CIDR", "203.0.113.77/27", "203.0.113.64/27"],
  ["CIDR", "2001:DB8:FFFF::1/33", "2001:db8:8000::/33"],
  ["CIDR", "[2001:db8::1]/128", "2001:db8::1/128"],
  ["CIDR", "2001[:]db8::5/0", "::/0"],
  ["CIDR", "::ffff:192.0.2.200/120", "::ffff:192.0.2.0/120"],
  ["DOMAIN", "_dmarc.example.kz", "_dmarc.example.kz"],
  ["DOMAIN", "1.example.kz", "1.example.kz"],
  ["DOMAIN", "r3---sn-a.example.kz", "r3---sn-a.example.kz"],
  ["DOMAIN", "faß.de", "xn--fa-hia.de"],
  ["DOMAIN", "例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["URL", "http://Example.KZ", "http://example.kz/"],
  ["URL", "http://localhost:8080/x", "http://localhost:8080/x"],
  ["URL", "http://0x7f.1/", "http://127.0.0.1/"],
  ["URL", "http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"],
  ["URL", "fxp://files.example.kz/a", "ftp://files.example.kz/a"],
  ["URL", "ldap://Пример.қаз:1389/Exploit", "ldap://xn--e1afmkfd.xn--80ao21a:1389/Exploit"],
  ["URL", "tcp://192[.]0[.]2[.]1[:]4444", "tcp://192.0.2.1:4444"],
  ["URL", "http://user[@]example.kz/", "http://user@example.kz/"],
  ["URL", "http://user(at)example.kz/", "http://user@example.kz/"],
  ["URL", "http://user(at)home@example.kz/", "http://user(at)home@example.kz/"],
  ["URL", "http://example.kz/report(at)home(.)x", "http://example.kz/report(at)home(.)x"],
  ["URL", "http://example.kz/есеп", "http://example.kz/%D0%B5%D1%81%D0%B5%D0%BF"],
  ["URL", "http://-a.example.kz/", "http://-a.example.kz/"],
  ["EMAIL", "ерлан@пример.қаз", "ерлан@xn--e1afmkfd.xn--80ao21a"],
  ["EMAIL", "o'neil+tag=x@example.kz", "o'neil+tag=x@example.kz"],
  ["MD5", ` ${MD5.toUpperCase()} `, MD5],
  ["SHA1", SHA1.toUpperCase(), SHA1],
  ["SHA256", SHA256.toUpperCase(), SHA256],
  ["SHA512", SHA512.toUpperCase(), SHA512],
  ["FILE_NAME", "Invoice 2026.PDF.exe", "Invoice 2026.PDF.exe"],
  ["FILE_NAME", "й.docx".normalize("NFD"), "й.docx"],
  ["FILE_NAME", "annex\u202efdp.exe", "annex\u202efdp.exe"],
  ["CVE", "CVE-1999-0001", "CVE-1999-0001"],
  ["CVE", `CVE-2026-${"9".repeat(19)}`, `CVE-2026-${"9".repeat(19)}`],
  ["OTHER", " Global\\Mutex  {A} ", "Global\\Mutex  {A}"],
];

test.for(ACCEPTED)("%s takes %j as %j", ([type, submitted, value]) => {
  expect(normalIndicator(type, submitted)).toEqual({ ok: true, value });
});

const REFUSED: readonly Refused[] = [
  ["IPV4", "256.1.1.1", "NOT_IPV4"],
  ["IPV4", "1.2.3", "NOT_IPV4"],
  ["IPV4", "0x7f.0.0.1", "NOT_IPV4"],
  ["IPV4", "1.2.3.4.", "NOT_IPV4"],
  ["IPV4", "１.2.3.4", "NOT_IPV4"],
  ["IPV4", "010.0.0.1", "LEADING_ZERO"],
  ["IPV4", "1.2.3.4:443", "HAS_PORT"],
  ["IPV4", "1.2.3.4 1.2.3.5", "WHITE_SPACE"],
  ["IPV4", "1 [.] 2.3.4", "WHITE_SPACE"],
  ["IPV4", "10.0.0.0/8", "NOT_IPV4", "CIDR"],
  ["IPV4", "::1", "NOT_IPV4", "IPV6"],
  ["IPV4", "example.kz", "NOT_IPV4", "DOMAIN"],
  ["IPV6", "2001:db8::1::2", "NOT_IPV6"],
  ["IPV6", "1:2:3:4:5:6:7:8:9", "NOT_IPV6"],
  ["IPV6", "12345::", "NOT_IPV6"],
  ["IPV6", "[::1", "NOT_IPV6"],
  ["IPV6", "::ffff:1.2.3.04", "NOT_IPV6"],
  ["IPV6", "fe80::1%eth0", "ZONE_ID"],
  ["IPV6", "[fe80::1%25eth0]", "ZONE_ID"],
  ["IPV6", "[::1]:80", "HAS_PORT"],
  ["IPV6", "192.0.2.1", "NOT_IPV6", "IPV4"],
  ["CIDR", "10.0.0.1", "NO_PREFIX", "IPV4"],
  ["CIDR", "2001:db8::1", "NO_PREFIX", "IPV6"],
  ["CIDR", "10.0.0.0/33", "BAD_PREFIX"],
  ["CIDR", "2001:db8::/129", "BAD_PREFIX"],
  ["CIDR", "10.0.0.0/08", "BAD_PREFIX"],
  ["CIDR", "10.0.0.0/", "BAD_PREFIX"],
  ["CIDR", "10.0.0.0/255.0.0.0", "BAD_PREFIX"],
  ["CIDR", "10.0.0.0/8/8", "BAD_PREFIX"],
  ["CIDR", "010.0.0.0/8", "LEADING_ZERO"],
  ["CIDR", "fe80::1%eth0/64", "ZONE_ID"],
  ["CIDR", "example/24", "NOT_CIDR"],
  ["DOMAIN", "localhost", "SINGLE_LABEL"],
  ["DOMAIN", SHA256, "SINGLE_LABEL", "SHA256"],
  ["DOMAIN", "*.example.kz", "WILDCARD", "OTHER"],
  ["DOMAIN", "192.0.2.1", "IS_AN_ADDRESS", "IPV4"],
  ["DOMAIN", "192[.]0[.]2[.]1", "IS_AN_ADDRESS", "IPV4"],
  ["DOMAIN", "[2001:db8::1]", "IS_AN_ADDRESS", "IPV6"],
  ["DOMAIN", "１９２.０.２.１", "IS_AN_ADDRESS"],
  ["DOMAIN", "0x7f.1", "NOT_DOMAIN"],
  ["DOMAIN", "1.2.3", "NOT_DOMAIN"],
  ["DOMAIN", "example.0x1", "NOT_DOMAIN"],
  ["DOMAIN", "ex%61mple.kz", "NOT_DOMAIN"],
  ["DOMAIN", "ex％61mple.kz", "NOT_DOMAIN"],
  ["DOMAIN", "example.kz\\a", "NOT_DOMAIN"],
  ["DOMAIN", "exa\tmple.kz", "CONTROL_CHARACTER"],
  ["DOMAIN", "user@example.kz", "NOT_DOMAIN", "EMAIL"],
  ["DOMAIN", "hxxp://example.kz", "NOT_DOMAIN", "URL"],
  ["DOMAIN", "example.kz/login", "NOT_DOMAIN"],
  ["DOMAIN", "пример／қаз.kz", "NOT_DOMAIN"],
  ["DOMAIN", "example.kz:443", "HAS_PORT"],
  ["DOMAIN", "example..kz", "NOT_DOMAIN"],
  ["DOMAIN", "example.kz..", "NOT_DOMAIN"],
  ["DOMAIN", ".example.kz", "NOT_DOMAIN"],
  ["DOMAIN", "-a.kz", "NOT_DOMAIN"],
  ["DOMAIN", "example dot kz", "WHITE_SPACE"],
  ["URL", "example.kz/login", "NO_SCHEME"],
  ["URL", "example.kz:8080/login", "NO_SCHEME"],
  ["URL", "//example.kz/", "NO_SCHEME"],
  ["URL", "example.kz", "NO_SCHEME", "DOMAIN"],
  ["URL", "http:/example.kz/", "NO_HOST"],
  ["URL", "http:///example.kz/", "NO_HOST"],
  ["URL", "file:///etc/passwd", "NO_HOST"],
  ["URL", "file://localhost/etc/passwd", "NO_HOST"],
  ["URL", "mailto:a@example.kz", "NO_HOST"],
  ["URL", "JavaScript:alert(1)", "NO_HOST"],
  ["URL", "javascript://example.kz/%0aalert(1)", "NO_HOST"],
  ["URL", "data:text/html,x", "NO_HOST"],
  ["URL", "http://example.kz/a b", "WHITE_SPACE"],
  ["URL", "java\nscript://a.kz", "CONTROL_CHARACTER"],
  ["URL", "http://example..kz/", "NOT_URL"],
  ["URL", "http://example.kz:99999/", "NOT_URL"],
  ["URL", "http://exa<mple.kz/", "NOT_URL"],
  ["URL", "http://example.kz,/", "NOT_URL"],
  ["URL", "ldap://a.kz\\@b.kz,/", "NOT_URL"],
  ["EMAIL", "Name <a@example.kz>", "DISPLAY_NAME"],
  ["EMAIL", "<a@example.kz>", "DISPLAY_NAME"],
  ["EMAIL", "a b@example.kz", "WHITE_SPACE"],
  ["EMAIL", "a..b@example.kz", "NOT_EMAIL"],
  ["EMAIL", ".a@example.kz", "NOT_EMAIL"],
  ["EMAIL", "a@b@example.kz", "NOT_EMAIL"],
  ["EMAIL", "@example.kz", "NOT_EMAIL"],
  ["EMAIL", "a@", "NOT_EMAIL"],
  ["EMAIL", '"a"@example.kz', "NOT_EMAIL"],
  ["EMAIL", "a@localhost", "SINGLE_LABEL"],
  ["EMAIL", "a@192.0.2.1", "IS_AN_ADDRESS"],
  ["EMAIL", "a@[192.0.2.1]", "NOT_DOMAIN"],
  ["EMAIL", "example.kz", "NOT_EMAIL", "DOMAIN"],
  ["MD5", SHA1, "HASH_LENGTH", "SHA1"],
  ["SHA1", SHA256, "HASH_LENGTH", "SHA256"],
  ["SHA256", MD5, "HASH_LENGTH", "MD5"],
  ["SHA512", SHA512.slice(1), "HASH_LENGTH"],
  ["MD5", `0x${MD5.slice(2)}`, "NOT_HEX"],
  ["MD5", "invoice.exe", "NOT_HEX"],
  ["FILE_NAME", "C:\\Windows\\evil.exe", "IS_A_PATH", "OTHER"],
  ["FILE_NAME", "/tmp/evil", "IS_A_PATH", "OTHER"],
  ["FILE_NAME", "..", "IS_A_PATH", "OTHER"],
  ["FILE_NAME", "http://example.kz/evil.exe", "IS_A_PATH", "URL"],
  ["CVE", "2021-44228", "NOT_CVE"],
  ["CVE", "CVE-2021-442", "NOT_CVE"],
  ["CVE", `CVE-2021-${"1".repeat(20)}`, "NOT_CVE"],
  ["CVE", "CVE-2021-44228, CVE-2021-45046", "NOT_CVE"],
];

test.for(REFUSED)("%s refuses %j: %s", ([type, submitted, fault, suggests]) => {
  expect(normalIndicator(type, submitted)).toEqual({ ok: false, fault, ...(suggests && { suggests }) });
});

test("the longest value of each limit is taken, one character more is not", () => {
  const limits: readonly (readonly [IndicatorType, longest: string, longer: string])[] = [
    ["DOMAIN", `${"a".repeat(63)}.kz`, `${"a".repeat(64)}.kz`],
    ["DOMAIN", `${"abc.".repeat(62)}abcde`, `${"abc.".repeat(62)}abcdef`],
    ["URL", `http://a.kz/${"қ".repeat(664)}aaaa`, `http://a.kz/${"қ".repeat(664)}aaaaa`],
    ["FILE_NAME", "a".repeat(255), "a".repeat(256)],
    ["OTHER", "a".repeat(4_000), "a".repeat(4_001)],
  ];
  for (const [type, longest, longer] of limits) {
    expect(normalIndicator(type, longest).ok).toBe(true);
    expect(normalIndicator(type, longer)).toMatchObject({ ok: false, fault: "TOO_LONG" });
  }
  const sender = `${"a".repeat(80)}@example.kz`;
  expect(normalIndicator("EMAIL", sender)).toEqual({ ok: true, value: sender });
});

test.each(INDICATOR_TYPES)("%s refuses what nobody can see, what is too long and what no text holds", (type) => {
  for (const nothing of ["", " \t\n", "\u200b\u2060"]) {
    expect(normalIndicator(type, nothing)).toEqual({ ok: false, fault: "EMPTY" });
  }
  expect(normalIndicator(type, "a".repeat(4_001))).toEqual({ ok: false, fault: "TOO_LONG" });
  expect(normalIndicator(type, `a${"\u0301\u0316".repeat(16)}`)).toEqual({ ok: false, fault: "STACKED_MARKS" });
  for (const odd of ["a\u0000b", "a\nb", "a\u0085b", "a\u007fb", "\ud800", "a\udc00b"]) {
    expect(normalIndicator(type, odd)).toEqual({ ok: false, fault: "CONTROL_CHARACTER" });
  }
});

const anyType = fc.constantFrom(...INDICATOR_TYPES);
/** Text made of what the rules look for, whole and in pieces, so that it comes near to what they accept. */
const nearlyAnything = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "http",
        "hxxps",
        "ldap",
        "file",
        "://",
        "[://]",
        "[:]",
        "[.]",
        "[[.]]",
        "{.}",
        "{{.}}",
        "(.)",
        "((.))",
      ),
      fc.constantFrom(
        "(dot)",
        "[at]",
        "(at)",
        "((at))",
        "@",
        "/",
        "\\",
        "?",
        "#",
        ":",
        "::",
        "..",
        ".",
        "。",
        "%2e",
        "%",
      ),
      fc.constantFrom(
        "example",
        "kz",
        "пример",
        "қаз",
        "xn--e1afmkfd",
        "ß",
        "İ",
        "Σ",
        "\u0301",
        "\u200d",
        "א",
        "🤡",
        "\ud800",
      ),
      fc.constantFrom(
        "0",
        "255",
        "0x7f",
        "[::1]",
        "2001",
        "db8",
        "ffff",
        "CVE-",
        "–",
        "-",
        "_",
        "*",
        "<",
        ">",
        " ",
        "|",
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
const anyText = fc.oneof(
  nearlyAnything,
  nearlyAnything.map((text) => `hxxp://${text}`),
  nearlyAnything.map((text) => `ldap://a@example.kz/${text}`),
  nearlyAnything.map((text) => `${text}@example.kz`),
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

test("a normal form is its own normal form, and no text makes a rule throw", () => {
  fc.assert(
    fc.property(anyType, anyText, (type, text) => {
      const first = normalIndicator(type, text);
      if (first.ok) expect(normalIndicator(type, first.value)).toEqual(first);
    }),
    { numRuns: 20_000 },
  );
});

test("a suggested type takes the value", () => {
  fc.assert(
    fc.property(anyType, fc.oneof(anyText, fc.ipV4(), fc.ipV6(), fc.webUrl(), fc.emailAddress()), (type, text) => {
      const judged = normalIndicator(type, text);
      if (!judged.ok && judged.suggests) expect(normalIndicator(judged.suggests, text).ok).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

/** Upper case here and there, some dots defanged, white space around. */
function respelled(dots: readonly string[]): fc.Arbitrary<(value: string) => string> {
  return fc
    .tuple(fc.infiniteStream(fc.constantFrom(...dots)), fc.infiniteStream(fc.boolean()), fc.constantFrom("", " ", "\n"))
    .map(([dot, upper, space]) => (value) => {
      const letters = Array.from(value, (letter) => {
        if (letter === ".") return dot.next().value;
        return upper.next().value ? letter.toUpperCase() : letter;
      });
      return `${space}${letters.join("")}${space}`;
    });
}

test("case, defanging and the dot of the root do not make another name", () => {
  const dots = [".", "[.]", "(.)", "{.}", "[dot]", "(DOT)", "。", "．", "｡"];
  fc.assert(
    fc.property(fc.domain(), respelled(dots), fc.constantFrom("", "."), (name, spell, root) => {
      expect(normalIndicator("DOMAIN", spell(name + root))).toEqual(normalIndicator("DOMAIN", name));
      expect(normalIndicator("URL", `hXXps[://]${spell(name).trim()}/A`)).toEqual(
        normalIndicator("URL", `https://${name}/A`),
      );
    }),
  );
});

const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 });

test("every spelling of the same 128 bits is one address, and no other bits are", () => {
  fc.assert(
    fc.property(groups, groups, respelled(["."]), (bits, otherBits, spell) => {
      const long = bits.map((group) => group.toString(16).padStart(4, "0")).join(":");
      const short = bits.map((group) => group.toString(16)).join(":");
      const last = [(bits[6] ?? 0) >> 8, (bits[6] ?? 0) & 255, (bits[7] ?? 0) >> 8, (bits[7] ?? 0) & 255].join(".");
      const mixed = `${short.split(":").slice(0, 6).join(":")}:${last}`;
      const one = normalIndicator("IPV6", long);
      expect(one.ok).toBe(true);
      for (const spelling of [short, mixed, `[${long}]`, short.replaceAll(":", "[:]")]) {
        expect(normalIndicator("IPV6", spell(spelling))).toEqual(one);
      }
      const other = normalIndicator("IPV6", otherBits.map((group) => group.toString(16)).join(":"));
      if (bits.join() !== otherBits.join()) expect(other).not.toEqual(one);
    }),
  );
});

test("any address of a network names that network", () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 128 }), groups, (bits, prefix, noise) => {
      const binary = (of: readonly number[]) => of.map((group) => group.toString(2).padStart(16, "0")).join("");
      const mixed = binary(bits).slice(0, prefix) + binary(noise).slice(prefix);
      const sibling = (mixed.match(/.{16}/g) ?? []).map((group) => parseInt(group, 2));
      const written = (of: readonly number[]) => `${of.map((group) => group.toString(16)).join(":")}/${prefix}`;
      const one = normalIndicator("CIDR", written(bits));
      expect(one.ok).toBe(true);
      expect(normalIndicator("CIDR", written(sibling))).toEqual(one);
    }),
  );
});

test("values made to be slow are not", () => {
  const seeds = [
    "[",
    "[.",
    "((",
    "{.}",
    "<@",
    "@",
    "a@",
    "<",
    "a.",
    "a:",
    "::",
    "1.",
    "%",
    "[/]",
    "[.]",
    "-",
    "xn--",
    "\u0301\u0316",
  ];
  const values = seeds.flatMap((seed) =>
    ["", "http://", "http://a.kz/", "a@", "::"].map((start) => (start + seed.repeat(4_000)).slice(0, 4_000)),
  );
  const start = performance.now();
  for (const value of values) for (const type of INDICATOR_TYPES) normalIndicator(type, value);
  // 1,170 verdicts take some 100 ms; one that backtracks takes seconds.
  expect(performance.now() - start).toBeLessThan(3_000);
});
