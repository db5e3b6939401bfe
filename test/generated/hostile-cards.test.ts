import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IncidentCardInput } from "../../schema/operations.generated.js";
import { instant } from "../../src/domain/instant.js";
import { unique } from "../support/person.js";
import { cardInput } from "../support/inputs.js";
import { character, expectJudged, expectKept, goodCard, NOW, sends } from "../support/generated-cards.js";
import { MANY_RUNS, PATIENCE, RUNS, sharedSender } from "../support/generated-runs.js";

const sender = sharedSender();

describe("a hostile submission", PATIENCE, () => {
  const strangeName = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "card", "0", "\u0000", "length", "then", "toJSON"); // prettier-ignore
  const strangeText = fc.oneof(
    fc.constantFrom(
      "",
      "\u0000",
      "\uD800",
      "\uDFFF\uD800",
      "\u202E",
      "NaN",
      "null",
      "0x10",
      "-1",
      "1e999",
      "{{7*7}}",
      "';--",
      "\\u0000",
      "${x}",
    ),
    fc.constantFrom(
      "HIGH",
      "High",
      "RANSOMWARE",
      "2026-02-30",
      "0000-00-00",
      "2026-03-01",
      "1969-12-31T23:59:59Z",
      "9999-12-31T23:59:59.999-23:59",
      "2026-03-01T10:00:00",
    ),
    fc.string({ unit: "binary", maxLength: 50 }),
    fc.tuple(character, fc.constantFrom(3_000, 20_001, 60_000)).map(([unit, count]) => unit.repeat(count)),
    fc.constantFrom("e\u0301".repeat(5_000), `a${"\u0327\u0301".repeat(20_000)}`, "\u0344".repeat(10_000)),
  );
  const strange: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 3, arbitrary: strangeText },
    fc.constantFrom<unknown>(null, true, 0, -0, 1.5, 1e308, 2 ** 53, -(2 ** 31), [], {}, [[]], [null], [[[[]]]], {
      type: "IPV4",
    }),
    fc.array(strangeText, { maxLength: 4 }),
    fc.dictionary(strangeName, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
    fc.integer({ min: 1_000, max: 12_000 }).map((count) => Array.from({ length: count }, (_, index) => ({ type: "IPV4", value: `10.0.${index >> 8}.${index & 255}` }))), // prettier-ignore
    fc.constant(Array.from({ length: 3_000 }, () => ({}))),
  );
  const fields = Object.keys(cardInput(instant(NOW))).map((field) => `card.${field}`);
  const places = fc.oneof(
    fc.constantFrom("submissionKey", "incidentId", "card", "card.note", ...fields),
    fc.constantFrom("card.affectedObjects.0.objectId", "card.affectedObjects.0.description", "card.contours.0"),
    fc.constantFrom("card.indicators.0", "card.indicators.0.type", "card.indicators.0.value"),
    fc.constantFrom("__proto__", "constructor", "card.__proto__", "card.constructor.prototype", "card.toString"),
    fc.constantFrom("card.affectedObjects.__proto__", "card.indicators.__proto__"),
  );

  /** The same JSON with something else at one place; also where a name would mean something to JavaScript. */
  function withAt(whole: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
    if (step === undefined) return value;
    const copy: object = Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as object) };
    const inner: unknown = Object.hasOwn(copy, step) ? (copy as Record<string, unknown>)[step] : {};
    return Object.defineProperty(copy, step, {
      value: withAt(inner, rest, value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }

  test("is judged: never an error of ours, every path leads to a place, and what is accepted was kept", async () => {
    const changes = fc.array(fc.tuple(places, strange), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(goodCard(sender().object), changes, async (card, changed) => {
        const input = changed.reduce<unknown>((sum, [place, value]) => withAt(sum, place.split("."), value), {
          submissionKey: unique("hostile"),
          card,
        });
        const answer = await sends(sender(), input);
        expectJudged(answer);
        const accepted = answer.data?.submitIncidentCard;
        if (accepted?.__typename !== "CardAccepted") return;
        // GraphQL takes one value for a list of one.
        const sent = input as { submissionKey: string; card: IncidentCardInput };
        const { contours, consequences, indicators, affectedObjects } = sent.card;
        const whole = {
          ...sent.card,
          contours: [contours].flat(),
          consequences: [consequences].flat(),
          indicators: [indicators].flat(),
          affectedObjects: [affectedObjects].flat(),
        };
        await expectKept(sender(), whole, sent.submissionKey, accepted);
      }),
      MANY_RUNS,
    );
  });

  test("may be nested as deep as a body can hold", async () => {
    for (const field of ["severity", "nature", "indicators", "affectedObjects", "registeredOn", "contours"])
      for (const [open, close] of [
        ["[", "]"],
        ['{"a":', "}"],
      ] as const) {
        // prettier-ignore
        const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
        const query =
          "mutation Card($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) { __typename } }";
        const body = JSON.stringify({ query, variables: { input: { submissionKey: "deep", card: { [field]: "@" } } } });
        const response = await fetch(`${sender().world.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${sender().soc.token}` },
          body: body.replace('"@"', deep),
        });
        expect(response.status, `${field} ${open}`).toBe(400);
        expect(await response.text()).toContain('"code":"BAD_');
      }
  });

  test("says whatever it likes to be and is something that its type can be", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }), async (input) => {
        expectJudged(await sends(sender(), input));
      }),
      RUNS,
    );
  });
});
