import fc from "fast-check";
import { expect, test } from "vitest";
import { INDICATOR_TYPES, normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";

/** A value of each type in its normal form. */
const PLAIN: Readonly<Record<IndicatorType, string>> = {
  IPV4: "198.51.100.7",
  IPV6: "2001:db8::1",
  CIDR: "198.51.100.0/24",
  DOMAIN: "bad.example",
  URL: "http://bad.example/a",
  URL_PATH: "bad.example/a",
  HOST_PORT: "bad.example:8080",
  EMAIL: "user@bad.example",
  MD5: "d41d8cd98f00b204e9800998ecf8427e",
  SHA1: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
  SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  SHA512: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".repeat(2),
  IMPHASH: "f34d5f2d4577ed6d9ceec516c1f5a744",
  JA3: "e7d705a3286e19ea42f587b344ee6865",
  FILE_NAME: "invoice.exe",
  FILE_PATH: "C:\\temp\\invoice.exe",
  REGISTRY_KEY: "HKEY_LOCAL_MACHINE\\software\\bad",
  MUTEX: "Global\\Bad",
  USER_AGENT: "Mozilla/4.0 (compatible)",
  WALLET: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
  ASN: "AS64500",
  CVE: "CVE-2021-44228",
  OTHER: "anything",
};

const INVISIBLE = ["\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\ufeff", "\u00ad", "\u00a0", "\u3000", "\u2028", "\u{e0001}", " ", "\n"]; // prettier-ignore
const OBSERVED: readonly IndicatorType[] = ["FILE_NAME", "FILE_PATH", "REGISTRY_KEY", "MUTEX", "USER_AGENT", "OTHER"];

test("F8 what nobody can see is cut at both ends of every value", () => {
  const margin = fc.array(fc.constantFrom(...INVISIBLE), { maxLength: 4 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.constantFrom(...INDICATOR_TYPES), margin, margin, (type, before, after) => {
      const value = PLAIN[type];
      expect(normalIndicator(type, before + value + after)).toEqual({ ok: true, value });
    }),
    { numRuns: 1_000 },
  );
});

test.for(INDICATOR_TYPES.filter((type) => !OBSERVED.includes(type)))(
  "F8 an invisible character inside %s is refused by its name and place",
  (type) => {
    const value = PLAIN[type];
    for (const [character, named] of [
      ["\u200b", "U+200B"],
      ["\u200e", "U+200E"],
      ["\u00a0", "U+00A0"],
      ["\u{e0001}", "U+E0001"],
    ] as const) {
      // prettier-ignore
      const spoiled = ` \u200f${value.slice(0, 3)}${character}${value.slice(3)}`;
      expect(normalIndicator(type, spoiled)).toEqual({ ok: false, fault: "HIDDEN_CHARACTER", named, place: 6 });
    }
  },
);

test.for(OBSERVED)("F8 an invisible character inside %s is evidence and stays", (type) => {
  const value = PLAIN[type];
  const kept = `${value.slice(0, -3)}\u202e${value.slice(-3)}`;
  expect(normalIndicator(type, kept)).toEqual({ ok: true, value: kept });
});

test("F8 a joiner between letters that need it belongs to the name", () => {
  const name = "نامه\u200cای.example";
  expect(normalIndicator("DOMAIN", name)).toMatchObject({ ok: true });
  expect(normalIndicator("DOMAIN", "ba\u200dd.example")).toEqual({
    ok: false,
    fault: "HIDDEN_CHARACTER",
    named: "U+200D",
    place: 3,
  });
});

test("F8 a control character is refused by its name and place", () => {
  expect(normalIndicator("URL", "  http://bad\u0007.example")).toEqual({
    ok: false,
    fault: "CONTROL_CHARACTER",
    named: "U+0007",
    place: 13,
  });
});

test("F8 thousands of blanks around or inside a value take no time", () => {
  const blanks = " \u200b".repeat(1_990);
  const start = performance.now();
  for (let round = 0; round < 100; round += 1)
    for (const value of [`${blanks}a`, `a${blanks}`, `a${blanks}b`]) normalIndicator("DOMAIN", value);
  expect(performance.now() - start).toBeLessThan(3_000);
});
