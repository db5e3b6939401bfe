import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalText,
  forbiddenCharacter,
  isBlank,
  judgeOptionalText,
  judgeText,
  spoiledTexts,
} from "../../src/domain/text.js";

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("a", "қ", "и\u0306", "\r", "\n", "\t", " ", "\u0000", "\u200b", "😀", "\ud800", "\u0301"))
    .map((pieces) => pieces.join("")),
);

const STACKED = `a${"\u0301".repeat(31)}`;

describe("the canonical form", () => {
  test("every line ends in a line feed, however it was sent", () => {
    expect(canonicalText("а\r\nб\rв\nг\n\rд\r\r\nе")).toBe("а\nб\nв\nг\n\nд\n\nе");
  });

  test("F3 Statement's soft line break and the NEL of mainframes are line feeds; what was accepted before stays", () => {
    const sent = "а\u000bб\u0085в";
    expect(canonicalText(sent)).toBe("а\nб\nв");
    expect(judgeText(canonicalText(sent), ["nature"], 100)).toEqual([]);
    expect(canonicalText("а\u2028б\u2029в")).toBe("а\u2028б\u2029в");
  });

  test("a letter and its mark are one letter, as Unicode composes them", () => {
    expect(canonicalText("и\u0306")).toBe("й");
    expect(canonicalText("\u212b")).toBe("\u00c5");
  });

  test("case, spaces and compatibility forms stay as they were sent", () => {
    expect(canonicalText("  Қ  ﬁ ½ ")).toBe("  Қ  ﬁ ½ ");
  });

  test("it is its own canonical form, and so is compared by equality", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const canonical = canonicalText(text);
        expect(canonicalText(canonical)).toBe(canonical);
        expect(canonical).not.toContain("\r");
      }),
    );
  });

  test("however long a text is, its lines end as in a short one", () => {
    const units = fc.constantFrom("a", "қ", "\r", "\n", "\r\n", "\v", "\u0085", "\ud800", "😀");
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 9 }), fc.nat(9), (pieces, more) => {
        const part = pieces.join("");
        const text = "a".repeat(more) + part.repeat(Math.ceil(70_000 / part.length));
        expect(canonicalText(text) === text.replace(/\r\n?|[\v\u0085]/g, "\n").normalize("NFC")).toBe(true);
        const [fault] = judgeOptionalText(text, [], 1);
        expect(fault).toMatchObject({ rule: "F2", says: { about: { length: [...text].length } } });
      }),
      { numRuns: 10 },
    );
  });

  test("a text of nothing but marks takes no longer than a plain one", () => {
    const start = performance.now();
    const marks = "a" + "\u0301\u0316".repeat(100_000);
    expect(canonicalText(marks)).toBe(marks);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("a required text", () => {
  const BLANK = ["", " ", "\n\t", "\u00a0\u2003\u3000", "\u200b\u200d\ufeff", "\u00ad", "\u202e \u2066"];
  test.for(BLANK)("F1 %j has no content", (text) => {
    expect(isBlank(text)).toBe(true);
    expect(judgeText(text, ["nature"], 10)).toMatchObject([{ rule: "F1", path: ["nature"] }]);
  });

  test.for(["0", ".", " a ", "😀", "қ"])("F1 %j has content", (text) => {
    expect(judgeText(text, ["nature"], 10)).toEqual([]);
  });

  test("F2 the limit itself is not too long, one more is", () => {
    expect(judgeText("қ".repeat(10), ["nature"], 10)).toEqual([]);
    expect(judgeText("қ".repeat(11), ["nature"], 10)).toEqual([
      { rule: "F2", path: ["nature"], says: { key: "textTooLong", about: { length: 11, limit: 10 } } },
    ]);
  });

  test("F2 counts characters and not the halves of which some are made", () => {
    expect(judgeText("😀".repeat(10), ["nature"], 10)).toEqual([]);
    expect(judgeText("😀".repeat(11), ["nature"], 10)).toMatchObject([{ rule: "F2" }]);
  });

  const CONTROL: readonly (readonly [text: string, character: string, place: number])[] = [
    ["a\u0000b", "U+0000", 2],
    ["\u0007", "U+0007", 1],
    ["😀\n\u000cb", "U+000C", 3],
    ["\u001b[31mred", "U+001B", 1],
    ["a\u007f", "U+007F", 2],
    ["a\u009f", "U+009F", 2],
    ["half \ud800", "U+D800", 6],
    ["no XML: \uffff", "U+FFFF", 9],
  ];
  test.for(CONTROL)("F3 %j may not hold %s, at place %d", ([text, character, place]) => {
    expect(judgeText(text, ["nature"], 100)).toEqual([
      { rule: "F3", path: ["nature"], says: { key: "textControl", about: { character, place } } },
    ]);
  });

  test("F3 tabs and line ends of every kind may stay", () => {
    expect(forbiddenCharacter("a\tb\nc\r\nd\re\u000bf\u0085g")).toBeNull();
  });

  test("F3 thirty marks on a letter may stay, thirty-one may not", () => {
    expect(judgeText(STACKED.slice(0, 31), ["nature"], 100)).toEqual([]);
    expect(judgeText(STACKED, ["nature"], 100)).toMatchObject([{ rule: "F3", says: { key: "textStacked" } }]);
  });

  test("what is too long and holds what it may not gets both violations", () => {
    const rules = judgeText(`\u0007${STACKED}`, ["nature"], 10).map(({ rule }) => rule);
    expect(rules).toEqual(["F2", "F3", "F3"]);
  });
});

describe("a text that was spoiled before it was sent", () => {
  test("F26 warns of each text with U+FFFD, at whatever depth, with its place", () => {
    const said = { nature: "\ufffd\ufffd", note: null, count: 3, indicators: [{ type: "OTHER", value: "ab\ufffd" }] };
    expect(spoiledTexts(said, ["card"])).toEqual([
      { rule: "F26", path: ["card", "nature"], says: { key: "textReplaced", about: { place: 1 } } },
      { rule: "F26", path: ["card", "indicators", "0", "value"], says: { key: "textReplaced", about: { place: 3 } } },
    ]);
    expect(spoiledTexts({ grounds: "таза мәтін" }, [])).toEqual([]);
  });
});

describe("an optional text", () => {
  test("may be absent or blank", () => {
    expect(judgeOptionalText(null, ["note"], 10)).toEqual([]);
    expect(judgeOptionalText(" ", ["note"], 10)).toEqual([]);
  });

  test("F2, F3 is judged as any other where it is there", () => {
    expect(judgeOptionalText("a".repeat(11), ["note"], 10)).toMatchObject([{ rule: "F2", path: ["note"] }]);
    expect(judgeOptionalText("\u0007", ["note"], 10)).toMatchObject([{ rule: "F3", path: ["note"] }]);
  });
});

test("no text is both accepted and unfit to be kept", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const canonical = canonicalText(text);
      fc.pre(judgeText(canonical, [], limit).length === 0);
      expect(canonical.isWellFormed()).toBe(true);
      expect(Array.from(canonical).length).toBeLessThanOrEqual(limit);
      // PostgreSQL keeps no NUL, and an answer in JSON or XML shows no other control character.
      expect(/[^\P{Cc}\t\n]/u.test(canonical)).toBe(false);
      expect(canonical.trim()).not.toBe("");
    }),
  );
});
