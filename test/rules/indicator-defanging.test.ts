import fc from "fast-check";
import { expect, test } from "vitest";
import { INDICATOR_TYPES, normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";

/** Published forms of a dot: iocextract, ioc-fanger, MISP, reports of vendors. */
const DOTS = [".", "[.]", "(.)", "{.}", "<.>", "[.", ".]", "(.", ".)", "\\.", "%.", "[dot]", "(dot)", "{dot}", "(DOT)", " dot ", " [.] ", "[.)", "(.]", "。", "．"]; // prettier-ignore
const COLONS = [":", "[:]", "(:)", "{:}"];
const ATS = ["@", "[@]", "(@)", "{@}", "[at]", "(at)", "{at}", "[@", "@]", " at ", " [@] "];
const SEPARATORS = ["://", "[://]", "[:]//", "(:)//", "{://}", ":[//]", "[:]\\\\", "__", ":__"];
const SCHEMES = ["http", "hxxp", "hXXp", "hxtp", "htxp", "h**p"];
const QUOTES = [(text: string) => text, ...["\"\"", "''", "``", "<>", "«»", "“”", "‘’"].map(([open, close]) => (text: string) => `${open}${text}${close}`)]; // prettier-ignore

const dots = fc.infiniteStream(fc.constantFrom(...DOTS));
const quote = fc.constantFrom(...QUOTES);

function withDots(text: string, stream: Iterator<string>): string {
  return text.replaceAll(".", () => String(stream.next().value));
}

test("F8 every published form of a dot, mixed at will, is read as a dot in addresses and names", () => {
  const values: readonly (readonly [IndicatorType, string])[] = [
    ["IPV4", "198.51.100.7"],
    ["DOMAIN", "www.bad.example"],
    ["CIDR", "198.51.100.0/24"],
    ["HOST_PORT", "www.bad.example:8080"],
    ["HOST_PORT", "198.51.100.7:443"],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...values), dots, fc.constantFrom(...COLONS), quote, (of, stream, colon, quoted) => {
      const [type, value] = of;
      const spelled = quoted(withDots(value, stream).replace(":", colon));
      expect([spelled, normalIndicator(type, spelled)]).toEqual([spelled, { ok: true, value }]);
    }),
    { numRuns: 1_000 },
  );
});

test("F8 every published form of an @ and of the dots behind it is read in an e-mail address", () => {
  fc.assert(
    fc.property(dots, fc.constantFrom(...ATS), quote, fc.constantFrom("", "mailto:"), (stream, at, quoted, scheme) => {
      const spelled = quoted(`${scheme}user${at}${withDots("mail.bad.example", stream)}`);
      expect([spelled, normalIndicator("EMAIL", spelled)]).toEqual([
        spelled,
        { ok: true, value: "user@mail.bad.example" },
      ]);
    }),
    { numRuns: 1_000 },
  );
});

test("F8 every published form of a scheme, what follows it and the host's dots is read in a URL", () => {
  // An escaped dot behind plain ones may be a folder such as .git, and behind backslashes a separator.
  const plain = fc.infiniteStream(fc.constantFrom(...DOTS.filter((dot) => dot !== "\\.")));
  const scheme = fc.tuple(fc.constantFrom(...SCHEMES), fc.constantFrom("", "s"));
  fc.assert(
    fc.property(scheme, fc.constantFrom(...SEPARATORS), plain, quote, ([name, s], separator, stream, quoted) => {
      const spelled = quoted(`${name}${s}${separator}${withDots("www.bad.example", stream)}/a?b=c`);
      const value = `http${s}://www.bad.example/a?b=c`;
      expect([spelled, normalIndicator("URL", spelled)]).toEqual([spelled, { ok: true, value }]);
    }),
    { numRuns: 1_000 },
  );
  expect(normalIndicator("URL", "hxxp:// bad .example /path")).toEqual({ ok: true, value: "http://bad.example/path" });
  expect(normalIndicator("URL_PATH", "bad .example[/]path")).toEqual({ ok: true, value: "bad.example/path" });
});

test("F8 names of files, paths, keys and mutexes are never mended", () => {
  const OBSERVED: readonly IndicatorType[] = ["FILE_NAME", "MUTEX", "USER_AGENT", "OTHER"];
  for (const type of OBSERVED)
    for (const value of ["a[.]b (dot) hxxp", '"a"', "<a>", "a dot b", "sha256:a"])
      expect(normalIndicator(type, value)).toEqual({ ok: true, value });
  expect(normalIndicator("FILE_PATH", "/tmp/a[.]b dot c")).toEqual({ ok: true, value: "/tmp/a[.]b dot c" });
});

test("F8 what was not meant as defanging is not mended", () => {
  const REFUSED: readonly (readonly [IndicatorType, string])[] = [
    ["IPV4", "198.51.100[7"],
    ["DOMAIN", "bad[example"],
    ["DOMAIN", "bad(dot.example"],
    ["DOMAIN", "baddot example"],
    ["EMAIL", "user at home@bad.example"],
    ["MD5", "md5 of bad.exe"],
  ];
  for (const [type, value] of REFUSED) expect([value, normalIndicator(type, value).ok]).toEqual([value, false]);
  expect(normalIndicator("DOMAIN", "red-dot-award.example")).toEqual({ ok: true, value: "red-dot-award.example" });
  expect(normalIndicator("EMAIL", "a{b}@bad.example")).toEqual({ ok: true, value: "a{b}@bad.example" });
});

/** A value of each type in normal form, and types that read the same text with the same meaning. */
const RECOGNISED: readonly (readonly [IndicatorType, string, readonly IndicatorType[]])[] = [
  ["IPV4", "198.51.100.7", []],
  ["IPV6", "2001:db8::1", []],
  ["CIDR", "198.51.100.0/24", []],
  ["DOMAIN", "bad.example", []],
  ["URL", "http://bad.example/a", []],
  ["URL_PATH", "bad.example/a", []],
  ["HOST_PORT", "bad.example:8080", []],
  ["HOST_PORT", "[2001:db8::1]:443", []],
  ["EMAIL", "user@bad.example", []],
  ["MD5", "d41d8cd98f00b204e9800998ecf8427e", ["IMPHASH", "JA3"]],
  ["SHA1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", []],
  ["FILE_PATH", "C:\\temp\\bad.exe", []],
  ["FILE_PATH", "/tmp/bad", []],
  ["REGISTRY_KEY", "HKEY_LOCAL_MACHINE\\software\\bad", []],
  ["WALLET", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", []],
  ["ASN", "AS64500", []],
  ["CVE", "CVE-2021-44228", []],
];

test.for(RECOGNISED)(
  "F8 the normal form of %s (%s) is no value of another type with a form of its own",
  ([type, value, same]) => {
    const texts: readonly IndicatorType[] = ["OTHER", "MUTEX", "USER_AGENT", "FILE_NAME"];
    const others = INDICATOR_TYPES.filter((other) => other !== type && !texts.includes(other) && !same.includes(other));
    expect(normalIndicator(type, value)).toEqual({ ok: true, value });
    expect(others.filter((other) => normalIndicator(other, value).ok)).toEqual([]);
  },
);
