import { expect, test } from "vitest";
import { DOCUMENT_KINDS, DOCUMENTS } from "../../src/domain/forms/documents.js";
import type { Shape } from "../../src/domain/forms/form.js";
import { inWords, LOCALES, say, type Saying } from "../../src/domain/wording/wording.js";
import { OF_IMPORTS } from "../support/import-sentences.js";
import { KEYS, sayings, type Key } from "../support/sentences.js";

/** R13.2: whoever sends documents is told of documents, and where only GraphQL helps, that it is GraphQL. */

/** Said only of requests in GraphQL and its sockets and feeds, and of acts that no document asks for. */
const OF_GRAPHQL_ALONE: readonly Key[] = [
  "requestUnfit",
  "requestPartUnfit",
  "notJson",
  "operationUnnamed",
  "operationTooCostly",
  "changeByGet",
  "socketBusy",
  "socketFollowsMuch",
  "partyFollowsMuch",
  "subscriptionOverHttp",
  "feedCursor",
  "cursorAhead",
  "cursorExpired",
  "socketClosed",
  "descriptionNotLinked",
  "whichObject",
  "notLinked",
  "coverageBeyondEnd",
  "notGivenUp",
  "noRecipients",
  "oneSubject",
  "followUpAddressed",
  "orderedTwice",
  "sortFields",
  "listsOfTooMany",
  "exportDocumentUnfit",
  "exportOneOperation",
  "exportNoList",
  "exportRows",
  "exportPlain",
  "exportUnknown",
  "exportFetched",
  "exportExpired",
  "exportNoLonger",
];

/** Every name that stands in a form. */
function names(shape: Shape): string[] {
  if (shape.is === "list") return [shape.item, ...names(shape.of)];
  if (shape.is !== "record") return [];
  return Object.entries(shape.members).flatMap(([name, member]) => [name, ...names(member.shape)]);
}

/** What XML, HTTP and addresses name, and what stands in what is given out. */
const OTHERS = [
  "id",
  "version",
  "content-type",
  "Idempotency-Key",
  "Accept",
  "Location",
  ".html",
  ".csv",
  ".json",
  ".xml",
  "Bearer",
  "xsi:",
];
const KNOWN = new Set([
  ...OTHERS,
  ...DOCUMENT_KINDS,
  ...DOCUMENT_KINDS.flatMap((kind) => names(DOCUMENTS[kind].shape)),
]);

/** What a sentence names: in backticks, or by its spelling. What it was given to name is not its own. */
function foreign({ about }: Saying, text: string): string[] {
  const given = JSON.stringify(about).replaceAll("`", "");
  const found = [...(text.match(/`[^`]+`|(?<![.\w])[a-z]+[A-Z]\w*/g) ?? [])].map((name) => name.replaceAll("`", ""));
  const isCode = (name: string): boolean => /[\s<&:="/]/.test(name);
  const own = found.filter((name) => !KNOWN.has(name) && !given.includes(name) && !isCode(name));
  const words = text.match(/\b(mutation|query|operation|subscription|fragment|socket|alias)s?\b/gi) ?? [];
  return [...own, ...words];
}

test.for(LOCALES)(
  "R13.2: in %s, every name in a sentence is one that documents have, or it says that it is GraphQL's",
  (locale) => {
    const faults = KEYS.filter((key) => !OF_GRAPHQL_ALONE.includes(key) && !(key in OF_IMPORTS)).flatMap((key) =>
      sayings(key).flatMap((saying) => {
        const text = inWords(saying, locale, "DOCUMENTS");
        const unknown = text.includes("GraphQL") ? [] : foreign(saying, text);
        return unknown.length > 0 ? [`${key}: ${unknown.join(" ")}: ${text}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  },
);

test("what is left out of that names something that documents do not have", () => {
  const namesNothing = OF_GRAPHQL_ALONE.filter((key) =>
    sayings(key).every((saying) => foreign(saying, inWords(saying, "en", "DOCUMENTS")).length === 0),
  );
  expect(namesNothing).toEqual([]);
});

test("F13 where a document asks for the same, it is named; where none does, GraphQL is", () => {
  const missing = say("cardMissing", {});
  expect(LOCALES.map((locale) => inWords(missing, locale, "DOCUMENTS"))).toEqual([
    "Түзететін карточка әлі жоқ. Алғашқысын `revision` көрсетілмеген `incidentCard` құжатымен жіберіңіз.",
    "Исправлять пока нечего: карточки нет. Отправьте первую документом `incidentCard` без `revision`.",
    "There is no card to correct yet. Submit the first one with the document `incidentCard`, without `revision`.",
  ]);
  const confirmed = say("incidentConfirmed", {});
  expect(inWords(confirmed, "en", "DOCUMENTS")).toMatch(
    /ask for its retraction over GraphQL, with `requestRetraction`\.$/,
  );
  expect(inWords(confirmed, "en")).toMatch(/ask for its retraction with `requestRetraction`\.$/);
  const other = say("answerOfOtherKind", {
    subject: "EVENT",
    mutations: ["submitEventAnalysis", "answerNotConfirmed"],
  });
  expect(inWords(other, "en", "DOCUMENTS")).toMatch(/with one of the documents `eventAnalysis`, `notConfirmed`\.$/);
});
