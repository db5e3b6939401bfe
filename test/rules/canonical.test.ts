import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../src/domain/canonical.js";

describe("RFC 8785's own examples", () => {
  test("section 3.2.2: literals, numbers and a string", () => {
    // Written as the RFC writes it, with more digits than a number keeps.
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("section 3.2.3: names in the order of their UTF-16 code units", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      // A JavaScript object keeps whole numbers in front; the text itself is compared below.
      "One",
      "Carriage Return",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
    expect(canonicalJson(value)).toMatch(/^\{"\\r":"Carriage Return","1":"One","\u0080":"Control"/);
  });

  const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ];
  test.for(NUMBERS)("appendix B: the number %s is %s", ([bits, text]) => {
    expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toBe(text);
  });
});

describe("the one spelling", () => {
  test("what is absent, undefined or null in an object is the same", () => {
    const spelled = '{"a":1}';
    expect([canonicalJson({ a: 1 }), canonicalJson({ a: 1, b: null }), canonicalJson({ b: undefined, a: 1 })]).toEqual([
      spelled,
      spelled,
      spelled,
    ]);
  });

  test("a null in a list keeps its place", () => {
    expect(canonicalJson([1, null, 2])).toBe("[1,null,2]");
  });

  test("nothing is null", () => {
    expect([canonicalJson(null), canonicalJson(undefined)]).toEqual(["null", "null"]);
  });

  test("names are sorted at every depth and lists are not", () => {
    expect(canonicalJson([{ b: { d: [3, 1, 2], c: "" }, a: true }])).toBe('[{"a":true,"b":{"c":"","d":[3,1,2]}}]');
  });

  test("a name such as __proto__ is a name like any other", () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"b":1},"a":2}') as Json)).toBe('{"__proto__":{"b":1},"a":2}');
  });
});

describe("for any JSON", () => {
  const values = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 }).map((value) => value as Json);

  /** The same JSON without the members that are null. */
  function withoutNulls(value: Json): Json {
    return JSON.parse(JSON.stringify(value), (_, member: unknown) =>
      member !== null && typeof member === "object" && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).filter(([, inner]) => inner !== null))
        : member,
    ) as Json;
  }

  /** The same JSON with the names of every object in the opposite order. */
  function turnedRound(value: Json): Json {
    if (Array.isArray(value)) return value.map((item: Json) => turnedRound(item));
    if (value === null || typeof value !== "object") return value;
    const members = Object.entries(value as Readonly<Record<string, Json>>).reverse();
    return Object.fromEntries(members.map(([name, member]) => [name, turnedRound(member)]));
  }

  test("what is read back is what was written, without its nulls", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(withoutNulls(value));
      }),
    );
  });

  test("its own spelling is spelled the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        const spelled = canonicalJson(value);
        expect(canonicalJson(JSON.parse(spelled) as Json)).toBe(spelled);
      }),
    );
  });

  test("the order in which an object was made does not show", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(turnedRound(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test("names stand in the order of their UTF-16 code units", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" }), { maxLength: 12 }), (names) => {
        const spelled = canonicalJson(Object.fromEntries(names.map((name) => [name, 1])));
        // Array.prototype.sort compares strings by code units.
        expect(spelled).toBe(
          `{${[...names]
            .sort()
            .map((name) => `${JSON.stringify(name)}:1`)
            .join(",")}}`,
        );
      }),
    );
  });
});
