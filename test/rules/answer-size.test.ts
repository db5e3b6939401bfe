import fc from "fast-check";
import { expect, test } from "vitest";
import { isLargerThan } from "../../src/server/answer-size.js";

const { value: answers } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("list"), tie("object")),
  leaf: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true),
  ),
  list: fc.array(tie("value"), { maxLength: 8 }),
  object: fc.dictionary(fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]{0,9}$/), tie("value"), { maxKeys: 8 }),
}));

test("an answer is as large as its JSON, to the byte", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const size = Buffer.byteLength(JSON.stringify(answer));
      expect(isLargerThan(answer, size)).toBe(false);
      expect(isLargerThan(answer, size - 1)).toBe(true);
    }),
  );
});

test("no more of an answer is looked at than the limit takes", () => {
  let looked = 0;
  const rows = new Proxy(
    Array.from({ length: 100_000 }, () => 0),
    {
      get(target, name) {
        if (typeof name === "string" && /^\d/.test(name)) looked += 1;
        return Reflect.get(target, name) as unknown;
      },
    },
  );
  expect(isLargerThan(rows, 1_000)).toBe(true);
  expect(looked).toBeLessThan(2_000);
});
