import { consoleEn } from "./console-en.js";
import { consoleKk } from "./console-kk.js";
import { consoleRu } from "./console-ru.js";
import { DOCUMENT_SENTENCES } from "./document-sentences.js";
import { EXPORT_SENTENCES } from "./export-sentences.js";
import { FILTER_SENTENCES } from "./filter-sentences.js";
import { IMPORT_SENTENCES } from "./import-sentences.js";
import { MAPPING_SENTENCES } from "./mapping-sentences.js";
import type { Catalog, Locale } from "./wording.js";

/** Sentences about how a program asked: whoever sits before it can only load it again. */
const OF_PROGRAMS: readonly string[] = [
  "operationTooCostly",
  "addressUnknown",
  "noConsole",
  "bodyInPieces",
  "hostUnfit",
  "jsonTooFine",
  "targetUnreadable",
  "methodUnfit",
  "changeByGet",
  "mediaTypeUnfit",
  "charsetUnfit",
  "transferUnfit",
  "encodingUnfit",
  "notUtf8",
  "notJson",
  "requestUnfit",
  "requestPartUnfit",
  "answerTypeUnfit",
  "headUnreadable",
  "headTooLarge",
  "upgradeBehind",
  "pageSize",
  "listCursor",
  "dueFirstOfSoc",
  "termRuleUnknown",
  "actUnknown",
  "feedCursor",
  "feedSince",
  "feedLast",
  "subscriptionOverHttp",
  "operationUnnamed",
  "formUnknownField",
  "formUnknownValue",
  "formObject",
  "formOther",
  ...[DOCUMENT_SENTENCES, FILTER_SENTENCES, IMPORT_SENTENCES, MAPPING_SENTENCES].flatMap(({ en }) => Object.keys(en)),
  // What else is said of exports is said of the document, which the console writes, or at the address itself.
  ...Object.keys(EXPORT_SENTENCES.en).filter((key) => key !== "exportsWaiting" && key !== "exportCellTooLong"),
];

const CATALOGS = { kk: consoleKk, ru: consoleRu, en: consoleEn };

/** The catalogue in a language, `catalog`, for people at the console: nothing in it is named as the API calls it. */
export function atTheConsole(catalog: Catalog, locale: Locale): Catalog {
  const sentences = CATALOGS[locale];
  return { ...catalog, ...Object.fromEntries(OF_PROGRAMS.map((key) => [key, sentences.requestUnfit])), ...sentences };
}
