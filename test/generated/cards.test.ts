import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SubmitIncidentCardDocument, type IncidentCardInput } from "../../schema/operations.generated.js";
import { unique } from "../support/person.js";
import {
  contentHash,
  canonical,
  expectJudged,
  expectKept,
  goodCard,
  nextTo,
  sends,
  spelling,
  spellings,
  utc,
} from "../support/generated-cards.js";
import { PATIENCE, RUNS, sharedSender } from "../support/generated-runs.js";

const sender = sharedSender();

describe("a card that breaks no rule", PATIENCE, () => {
  test("is accepted, readable again as it was sent, proven by its hash, and the same for the same key", async () => {
    await fc.assert(
      fc.asyncProperty(goodCard(sender().object), async (card) => {
        const submissionKey = unique("good");
        const { submitIncidentCard } = await sender().soc.gets(SubmitIncidentCardDocument, {
          input: { submissionKey, card },
        });
        await expectKept(sender(), card, submissionKey, submitIncidentCard);
      }),
      RUNS,
    );
  });

  test("is the same card in another spelling: order of names, null for absent, accents, line ends, offsets", async () => {
    const decomposed = (text: string): string => text.normalize("NFD").replace(/\n/g, "\r\n");
    await fc.assert(
      fc.asyncProperty(goodCard(sender().object), spellings, async (card, other) => {
        const submissionKey = unique("respelt");
        const first = await sender().soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
        const respelt = {
          ...card,
          occurredAt: spelling(Date.parse(utc(card.occurredAt)), other),
          confirmedAt: spelling(Date.parse(utc(card.confirmedAt)), other),
          nature: decomposed(canonical(card.nature)),
          measures: decomposed(canonical(card.measures)),
          note: typeof card.note === "string" ? decomposed(canonical(card.note)) : undefined,
          affectedObjects: card.affectedObjects.map(({ objectId, description }) =>
            typeof objectId === "string"
              ? { description: null, objectId }
              : { description: decomposed(canonical(description ?? "")), objectId: null },
          ),
        };
        // Marks that stack up only when taken apart are another text, which F3 refuses.
        fc.pre(!/\p{M}{31}/u.test(JSON.stringify(respelt)));
        const turned = Object.fromEntries(Object.entries(respelt).reverse()) as unknown as IncidentCardInput;
        const again = await sender().soc.gets(SubmitIncidentCardDocument, { input: { card: turned, submissionKey } });
        expect(again.submitIncidentCard).toEqual(first.submitIncidentCard);
      }),
      RUNS,
    );
  });

  const CHANGES: Readonly<Record<string, (card: IncidentCardInput) => Partial<IncidentCardInput>>> = {
    "another level": ({ severity }) => ({ severity: severity === "HIGH" ? "LOW" : "HIGH" }),
    "another scale": ({ scale }) => ({ scale: scale === "MASS" ? "INDIVIDUAL" : "MASS" }),
    "another date": ({ registeredOn }) => ({
      registeredOn: registeredOn === "2026-02-01" ? "2026-02-02" : "2026-02-01",
    }),
    "a millisecond": ({ confirmedAt }) => ({ confirmedAt: nextTo(confirmedAt) }),
    "a letter": ({ nature }) => ({ nature: `${nature}.` }),
    "a space at the end": ({ measures }) => ({ measures: `${measures} ` }),
    "a mark that nobody sees": ({ nature }) => ({ nature: `${nature}\u200B` }),
    "a letter in its compatible form": ({ nature }) => ({ nature: `${nature}ﬁ` }),
    "a note": ({ note }) => ({ note: typeof note === "string" ? null : "" }),
    "another description": ({ affectedObjects: [{ description = null } = {}] }) => ({
      affectedObjects: [{ description: `${description ?? ""}!` }],
    }),
    "an indicator more": ({ indicators }) => ({ indicators: [...indicators, { type: "OTHER", value: "more" }] }),
    "another order": ({ contours }) => ({
      contours: contours.length > 1 ? [...contours].reverse() : ["INTERNAL", "EXTERNAL"],
    }),
    "another spelling of an indicator": ({ indicators }) => ({
      indicators: indicators.length > 0 ? indicators.map(({ type, value }) => ({ type, value: ` ${value}` })) : [{ type: "OTHER", value: "x" }], // prettier-ignore
    }),
  };

  test("is another card with any other change, and its key is taken", async () => {
    await fc.assert(
      fc.asyncProperty(goodCard(sender().object), fc.constantFrom(...Object.keys(CHANGES)), async (card, change) => {
        const submissionKey = unique("changed");
        const first = await sender().soc.gets(SubmitIncidentCardDocument, { input: { submissionKey, card } });
        expect(first.submitIncidentCard.__typename).toBe("CardAccepted");
        const changed = { ...card, ...CHANGES[change]?.(card) };
        expect(contentHash(changed)).not.toBe(contentHash(card));
        const { errors } = await sends(sender(), { submissionKey, card: changed });
        expect(errors, change).toMatchObject([{ extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } }]);
      }),
      RUNS,
    );
  });
});

describe("a card that breaks rules", PATIENCE, () => {
  /** One fault each: what it changes, and what must be said about it. */
  const FAULTS: Readonly<
    Record<
      string,
      readonly [change: (card: IncidentCardInput) => Partial<IncidentCardInput>, rule: string, path: string]
    >
  > = {
    "nothing to see": [() => ({ nature: "\u200B \u2066\n" }), "F1", "nature"],
    "too long": [() => ({ measures: "𝒳".repeat(20_001) }), "F2", "measures"],
    "a bell": [({ nature }) => ({ nature: `${nature}\u0007` }), "F3", "nature"],
    "a NUL in a note": [() => ({ note: "\u0000" }), "F3", "note"],
    "half a pair": [({ measures }) => ({ measures: `${measures}\uDC00` }), "F3", "measures"],
    "stacked marks": [() => ({ note: `a${"\u0301".repeat(31)}` }), "F3", "note"],
    "no contour": [() => ({ contours: [] }), "F4", "contours"],
    "a consequence twice": [() => ({ consequences: ["INTEGRITY", "INTEGRITY"] }), "F4", "consequences"],
    "none and some": [() => ({ consequences: ["INTEGRITY", "NONE"] }), "F5", "consequences"],
    both: [() => ({ affectedObjects: [{ objectId: "x", description: "y" }] }), "F6", "affectedObjects.0"],
    "nobody's object": [() => ({ affectedObjects: [{ objectId: "__proto__" }] }), "F17", "affectedObjects.0.objectId"],
    "confirmed tomorrow": [() => ({ confirmedAt: "9999-12-31T23:59:59.999Z" }), "L3", "confirmedAt"],
    "occurred after all": [() => ({ occurredAt: "2026-03-01T15:02:00.001+05:00" }), "F11", "occurredAt"],
    "registered in the last year": [() => ({ registeredOn: "9999-12-31" }), "F11", "registeredOn"],
    "an indicator in front that is none": [
      ({ indicators }) => ({ indicators: [{ type: "MD5", value: "x" }, ...indicators] }),
      "F8",
      "indicators.0.value",
    ],
    "too many": [
      () => ({ indicators: Array.from({ length: 10_001 }, () => ({ type: "OTHER" as const, value: "x" })) }),
      "F9",
      "indicators",
    ],
  };

  test("is refused for each of them, by rule and path", async () => {
    const names = fc.uniqueArray(fc.constantFrom(...Object.keys(FAULTS)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(goodCard(sender().object), names, async (good, faults) => {
        // Of two faults in one field the later one is left.
        const broken = new Map(
          faults.flatMap((fault) => (FAULTS[fault] ? [[FAULTS[fault][2].split(".")[0], FAULTS[fault]]] : [])),
        );
        const card = Object.assign(
          {},
          good,
          ...[...broken.values()].map(([change]) => change(good)),
        ) as IncidentCardInput;
        const answer = await sends(sender(), { submissionKey: unique("broken"), card });
        expectJudged(answer);
        const rejected = answer.data?.submitIncidentCard;
        if (rejected?.__typename !== "SubmissionRejected") throw new Error(`accepted: ${JSON.stringify(answer)}`);
        const reported = rejected.violations.map(({ rule, path }) => `${rule} ${path.join(".")}`);
        for (const [, rule, path] of broken.values()) expect(reported).toContain(`${rule} input.card.${path}`);
      }),
      RUNS,
    );
  });
});
