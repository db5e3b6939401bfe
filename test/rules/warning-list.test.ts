import fc from "fast-check";
import { expect, test } from "vitest";
import { Unreadable } from "../../src/domain/indicator/published-file.js";
import { LIST_LIMITS, readWarningList } from "../../src/domain/indicator/warning-list.js";
import { readPattern } from "../../src/domain/indicator/warning-pattern.js";
import { warningList } from "../support/public-lists.js";

/** The place and the sentence by which a file is refused. */
function refusal(content: unknown): string {
  try {
    readWarningList(content);
  } catch (error) {
    if (error instanceof Unreadable) return `${error.path} ${error.message}`;
    throw error;
  }
  return "";
}

const read = (type: string, list: readonly string[], attributes?: readonly string[]) => {
  const { entries, leftOut } = readWarningList(
    warningList(type, list, attributes ? { matching_attributes: attributes } : {}),
  );
  return { entries, leftOut: leftOut.map(({ path, entry, why }) => `${path} ${entry}: ${why}`) };
};

test("networks are brought to our normal form, in any case, with bits of hosts, and bare addresses", () => {
  expect(read("cidr", ["FE80::/10", "176.31.62.77/30", "8.8.8.8", "2001:DB8::0:1", "10.0.0.0/33", "x"])).toEqual({
    entries: ["fe80::/10", "176.31.62.76/30", "8.8.8.8/32", "2001:db8::1/128"].map((network) => ({
      is: "NETWORK",
      network,
    })),
    leftOut: [
      "list[4] 10.0.0.0/33: it is neither a network nor an address",
      "list[5] x: it is neither a network nor an address",
    ],
  });
});

test("a hash that looks like an address is none: values are of the types that the list is about", () => {
  const md5 = "D41D8CD98F00B204E9800998ECF8427E";
  expect(read("string", ["3::", md5], ["md5", "filename|md5", "ssdeep", "filename|ssdeep"])).toEqual({
    entries: [{ is: "VALUE", type: "MD5", value: md5.toLowerCase() }],
    leftOut: ["list[0] 3::: it is no value of the types that the list is about"],
  });
  expect(read("string", ["3::"], ["ip-src"]).entries).toEqual([{ is: "VALUE", type: "IPV6", value: "3::" }]);
});

test("names of hosts are what we compare hosts by, with one label too; what MISP writes before a zone is dropped", () => {
  expect(read("hostname", ["Bit.LY", "*.a.example", ".b.example", "қаз", "onion", "not a name", "1.2.3.4"])).toEqual({
    entries: ["ly.bit.", "example.a.", "example.b.", "xn--80ao21a.", "onion."].map((host) => ({ is: "HOST", host })),
    leftOut: ["list[5] not a name: it is no name of a host", "list[6] 1.2.3.4: it is no name of a host"],
  });
});

test("regular expressions are JavaScript's, bare or between slashes; what it cannot read is left out", () => {
  expect(read("regex", ["^a/b$", "/^[a-z]+$/gi", "/x/U", "(", "a".repeat(1_001), "/(?i)a/"])).toEqual({
    entries: ["/^a\\/b$/", "/^[a-z]+$/i"].map((pattern) => ({ is: "REGEX", pattern })),
    leftOut: [
      "list[2] /x/U: JavaScript has no flag U",
      expect.stringMatching(/^list\[3\] \(: Invalid regular expression/),
      expect.stringMatching(/^list\[4\] a+: it has more than 1000 characters$/),
      expect.stringMatching(/^list\[5\] \/\(\?i\)a\/: Invalid regular expression/),
    ],
  });
});

test("the spelling of a regular expression is read as itself again, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}/i`),
      ),
      (text) => {
        const once = readPattern(text);
        if (once.ok) expect(readPattern(once.pattern)).toEqual(once);
      },
    ),
  );
});

test("a list about no type of ours says nothing, and one without types is about all", () => {
  expect(read("string", ["+7 700 000 00 00"], ["phone-number"])).toEqual({
    entries: [],
    leftOut: ["list[0] +7 700 000 00 00: the list is about no type of indicator that cards have"],
  });
  const types = read("string", ["8.8.8.8"]).entries.map((entry) => (entry.is === "VALUE" ? entry.type : ""));
  expect(types).toEqual(expect.arrayContaining(["IPV4", "USER_AGENT", "OTHER"]));
  expect(types).not.toContain("DOMAIN");
});

test("what is no warning list is refused, with the place and what to do", () => {
  const whole = warningList("string", ["a"]);
  const refused: readonly (readonly [content: unknown, says: RegExp])[] = [
    [null, /^ is no warning list: give one in MISP's format/],
    [["a"], /^ is no warning list/],
    [{ vulnerabilities: [] }, /^type is none of string, substring, hostname, cidr, regex/],
    [{ ...whole, type: "glob" }, /^type is none of/],
    [{ ...whole, version: "3" }, /^version is no whole number/],
    [{ ...whole, version: -1 }, /^version is no whole number/],
    [{ ...whole, list: { a: 1 } }, /^list is no list/],
    [{ ...whole, list: ["a", 7] }, /^list\[1\] is no text/],
    [{ ...whole, name: " " }, /^name is no text of 1 to 500/],
    [{ ...whole, name: undefined }, /^name is no text/],
    [{ ...whole, description: "a\nb" }, /^description is no text/],
    [{ ...whole, matching_attributes: "md5" }, /^matching_attributes is no list/],
    [{ ...whole, matching_attributes: ["md5", 1] }, /^matching_attributes\[1\] is no text/],
    [
      warningList("regex", Array(LIST_LIMITS.entries.regex + 1).fill("a")),
      /^list has 501 entries; of type regex at most 500/,
    ],
  ];
  for (const [content, says] of refused) expect(refusal(content)).toMatch(says);
});
