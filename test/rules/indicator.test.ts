import fc from "fast-check";
import { expect, test } from "vitest";
import { INDICATOR_TYPES, normalIndicator } from "../../src/domain/indicator.js";
import type { IndicatorType } from "../../src/domain/indicator.js";

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
    expect(normalIndicator(type, odd)).toMatchObject({ ok: false, fault: "CONTROL_CHARACTER" });
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
        "\\.",
        "<.>",
        " dot ",
        "[.",
        "http__",
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
        "C:\\",
        "\\\\?\\",
        "%APPDATA%\\",
        "HKLM\\",
        "\\REGISTRY\\MACHINE\\",
        "AS1.",
        "%41",
        "~/",
        '"',
        "\u200b",
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
  const start = process.cpuUsage();
  for (const value of values) for (const type of INDICATOR_TYPES) normalIndicator(type, value);
  // 1,170 verdicts take this process some 100 ms, whatever else the machine has to do; one that backtracks takes seconds.
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(3_000);
});
