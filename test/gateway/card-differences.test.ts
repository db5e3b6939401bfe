import { describe, expect, test } from "vitest";
import {
  AmendIncidentCardDocument,
  CardDifferencesDocument,
  type IncidentCardInput,
} from "../../schema/operations.generated.js";
import { CARD_FIELDS } from "../../src/domain/card-form.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { accepted, LANGUAGES, unique, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "2026-03-01T10:00:00Z" });

const SERVER = { description: "The boiler house's server", kinds: [], ownerName: "A heat plant" };
const CRITICAL = { ...SERVER, kinds: ["CRITICAL_INFRASTRUCTURE" as const] };

/** What differs between two revisions, for somebody, and why nothing was answered. */
async function between(person: Person, number: string, from: number, to: number) {
  const { data, errors } = await person.asks(CardDifferencesDocument, { number, from, to });
  return {
    incident: data?.incident,
    differences: data?.incident?.cardDifferences,
    errors: errors?.map(({ message, extensions: { code, path } }) => ({ code, path, message })),
  };
}

/** An incident of a SOC with these revisions of its card, each a whole one. */
async function withRevisions(soc: Person, ...cards: readonly IncidentCardInput[]) {
  const [first, ...others] = cards;
  const { incident } = await soc.sendsCard(first);
  for (const [place, card] of others.entries()) {
    const input = { submissionKey: unique("key"), incidentId: incident.id, revision: place + 1, card };
    accepted((await soc.gets(AmendIncidentCardDocument, { input })).amendIncidentCard);
  }
  return incident;
}

describe("L6: what differs between two revisions of a card", () => {
  test("is named by every field of the form, in its order and in the reader's words", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident: earlier } = await soc.sendsCard();
    const first: IncidentCardInput = {
      ...cardInput(world.clock.now()),
      occurredAt: "2026-03-01T08:00:00Z",
      indicators: [
        { type: "DOMAIN", value: "bad[.]example" },
        { type: "IPV4", value: "192.0.2.1" },
      ],
      affectedObjects: [{ objectId: object.id }, SERVER],
      note: "Restored by night.",
    };
    const second: IncidentCardInput = {
      ...first,
      registeredOn: "2026-02-28",
      severity: "MEDIUM",
      type: "PHISHING",
      scale: "MASS",
      occurredAt: "2026-02-28T08:00:00Z",
      confirmedAt: "2026-03-01T09:58:00Z",
      recurrence: "REPEAT",
      earlierIncidentNumber: earlier.number,
      indicators: [
        { type: "IPV4", value: "192.0.2.2" },
        { type: "DOMAIN", value: "bad.example" },
      ],
      sign: "ATTEMPT",
      contours: ["EXTERNAL", "INTERNAL"],
      nature: "Files on three servers were encrypted, and a letter was left.",
      consequences: ["INTEGRITY"],
      affectedObjects: [CRITICAL, { objectCode: object.code }],
      measures: "The servers were restored.",
      note: "",
    };
    const { number } = await withRevisions(soc, first, second);
    const { differences = [] } = await between(soc, number, 1, 2);
    expect(differences?.map(({ field }) => field)).toEqual(CARD_FIELDS.map(([name]) => name));
    const byField = Object.fromEntries((differences ?? []).map((one) => [one.field, one]));
    expect(byField).toMatchObject({
      registeredOn: {
        label: "Date of registration of the incident",
        before: { value: "2026-03-01", label: "1 March 2026" },
        after: { value: "2026-02-28", label: "28 February 2026" },
      },
      severity: { before: { value: "HIGH", label: "High (4)" }, after: { value: "MEDIUM", label: "Medium (3)" } },
      occurredAt: {
        before: { value: "2026-03-01T08:00:00.000Z", label: "1 March 2026, 13:00:00 UTC+5" },
        after: { value: "2026-02-28T08:00:00.000Z", label: "28 February 2026, 13:00:00 UTC+5" },
      },
      earlierIncidentNumber: { spans: [{ kind: "ADDED", text: earlier.number }] },
      indicators: {
        added: [{ type: "IPV4", value: "192.0.2.2" }],
        removed: [{ type: "IPV4", value: "192.0.2.1" }],
      },
      contours: { added: [{ value: "EXTERNAL", label: "Local network of the external contour" }], removed: [] },
      nature: {
        spans: [
          { kind: "KEPT", text: "Files on" },
          { kind: "REMOVED", text: " two" },
          { kind: "ADDED", text: " three" },
          { kind: "KEPT", text: " servers were encrypted" },
          { kind: "ADDED", text: ", and a letter was left" },
          { kind: "KEPT", text: "." },
        ],
      },
      consequences: { added: [{ value: "INTEGRITY" }], removed: [{ value: "OPERABILITY" }] },
      affectedObjects: { added: [{ ...CRITICAL, object: null }], removed: [{ ...SERVER, object: null }] },
      note: { spans: [{ kind: "REMOVED", text: "Restored by night." }] },
    });
    const inEach = await Promise.all(
      LANGUAGES.map(async (language) => {
        const { differences: found } = await between(soc.speaking(language), number, 1, 2);
        const type = found?.find(({ field }) => field === "type");
        const at = found?.find(({ field }) => field === "registeredOn");
        if (type?.__typename !== "ValueDifference" || at?.__typename !== "ValueDifference") throw new Error("no value");
        return [type.label, type.before.label, at.before.label];
      }),
    );
    expect(inEach).toEqual([
      ["Ақпараттық қауіпсіздік оқыс оқиғасының түрі", "Шифрлаушы", "2026 жылғы 1 наурыз"],
      ["Вид инцидента ИБ", "Шифровальщик", "01.03.2026"],
      ["Type of the incident", "Ransomware", "1 March 2026"],
    ]);
  });

  test("is nothing where nothing differs, and may be asked for backwards and over several revisions", async () => {
    const world = shared();
    const soc = await world.soc();
    const card = cardInput(world.clock.now());
    const { number } = await withRevisions(soc, card, { ...card, severity: "MEDIUM" }, { ...card, sign: "ATTEMPT" });
    expect(await between(soc, number, 2, 2)).toMatchObject({ differences: [], errors: undefined });
    expect((await between(soc, number, 1, 3)).differences).toMatchObject([
      { field: "sign", before: { value: "ACTUAL" }, after: { value: "ATTEMPT" } },
    ]);
    expect((await between(soc, number, 2, 1)).differences).toMatchObject([
      { field: "severity", before: { value: "MEDIUM" }, after: { value: "HIGH" } },
    ]);
  });

  test("is refused for a revision that there is not, at the argument and in the reader's language; the dossier is answered", async () => {
    const soc = await shared().soc();
    const { incident } = await soc.sendsCard();
    const messages = new Set<string | undefined>();
    for (const language of LANGUAGES)
      for (const [from, to, path] of [
        [2, 1, "from"],
        [1, 2, "to"],
        [0, 1, "from"],
        [1, -1, "to"],
      ] as const) {
        const {
          incident: seen,
          differences,
          errors,
        } = await between(soc.speaking(language), incident.number, from, to);
        expect([differences, errors?.length, errors?.[0]]).toMatchObject([
          null,
          1,
          { code: "NOT_FOUND", path: [path] },
        ]);
        expect(seen).not.toBeNull();
        messages.add(errors?.[0]?.message);
      }
    expect(messages.size).toBe(LANGUAGES.length);
  });
});

describe("scope: what differs is what the reader sees of both revisions", () => {
  test("the national centre and the SOC see all, another SOC no dossier, an owner what is said of its own objects", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const mine = [
      await world.protectedObject({ owner: first }),
      await world.protectedObject({ owner: first }),
    ] as const;
    const theirs = await world.protectedObject({ owner: second });
    const soc = await world.soc({ covering: [...mine, theirs] });
    const card = cardInput(world.clock.now());
    const named = (...ids: string[]) => ids.map((objectId) => ({ objectId }));
    const { number } = await withRevisions(
      soc,
      { ...card, affectedObjects: named(mine[0].id), nature: "About the first one." },
      { ...card, affectedObjects: named(theirs.id), nature: "The other's secret.", measures: "The other's measures." },
      { ...card, affectedObjects: [...named(mine[1].id, theirs.id), SERVER], nature: "About the second one." },
    );
    for (const person of [await world.nationalCentre(), soc]) {
      const { differences } = await between(person, number, 1, 3);
      expect(differences?.find(({ field }) => field === "affectedObjects")).toMatchObject({
        added: [{ object: { id: mine[1].id } }, { object: { id: theirs.id } }, SERVER],
        removed: [{ object: { id: mine[0].id } }],
      });
      expect((await between(person, number, 1, 2)).differences).toHaveLength(3);
    }
    expect((await between(await world.soc(), number, 1, 3)).incident).toBeNull();

    const { differences } = await between(first, number, 1, 3);
    expect(differences).toMatchObject([
      { field: "nature", spans: [{ text: "About the" }, { text: " first" }, { text: " second" }, { text: " one." }] },
      {
        field: "affectedObjects",
        added: [{ code: mine[1].code, object: { id: mine[1].id } }],
        removed: [{ code: mine[0].code }],
      },
    ]);
    expect(JSON.stringify(differences)).not.toContain(theirs.code);
    expect(JSON.stringify(differences)).not.toContain(SERVER.description);
    // A revision about another's object is, for an owner, one that there is not.
    for (const language of LANGUAGES) {
      const owner = first.speaking(language);
      expect((await between(owner, number, 1, 2)).errors).toEqual((await between(owner, number, 1, 9)).errors);
    }
    expect((await between(second, number, 2, 3)).differences).toMatchObject([
      { field: "nature" },
      { field: "measures" },
    ]);
    expect((await between(second, number, 1, 3)).errors).toMatchObject([{ code: "NOT_FOUND", path: ["from"] }]);
  });
});

describe("what it costs", () => {
  interface Cost {
    readonly extensions?: { readonly cost: { readonly produced: number } };
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  }
  const asked = (name: string): string =>
    `${name}: cardDifferences(from: 1, to: 2) { field ... on IndicatorsDifference { added { value } } }`;

  /** Asks for what differs between the two revisions of such a card. */
  async function asking(changes: Partial<IncidentCardInput>) {
    const world = shared();
    const soc = await world.soc();
    const card = cardInput(world.clock.now());
    const { number } = await withRevisions(soc, { ...card, indicators: [] }, { ...card, indicators: [], ...changes });
    return async (times: number): Promise<Cost> => {
      const fields = Array.from({ length: times }, (_, place) => asked(`a${place}`));
      return soc.asks(`{ incident(number: "${number}") { ${fields.join(" ")} } }`);
    };
  }

  test("what is compared is charged, and the rows of an answer as they come", async () => {
    const indicators = Array.from({ length: 600 }, (_, index) => ({ type: "OTHER" as const, value: `sign ${index}` }));
    const { extensions, errors } = await (await asking({ indicators }))(1);
    expect(errors).toBeUndefined();
    // Half a value for each indicator that is compared, one for each that is shown.
    expect(extensions?.cost.produced).toBeGreaterThan(300 + 600);
    expect(extensions?.cost.produced).toBeLessThan(300 + 600 + 20);
  });

  test("long texts that are compared again and again end at the limit of an operation", async () => {
    const ask = await asking({ nature: "сөз ".repeat(5_000).trim(), measures: "a, ".repeat(6_000).trim() });
    const { extensions, errors } = await ask(1);
    expect(errors).toBeUndefined();
    expect(extensions?.cost.produced).toBeGreaterThan(3_700);
    expect(await ask(29)).toMatchObject({ errors: [{ extensions: { code: "QUERY_TOO_COSTLY" } }] });
  });
});
