import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { Refusal } from "../../domain/refusal.js";
import { passagesOf, type Passage } from "../../domain/search/passages.js";
import {
  SEARCHED_INDICATORS,
  type SearchedKind,
  type SearchedPart,
  type SearchedText,
} from "../../domain/search/parts.js";
import type { Terms } from "../../domain/search/words.js";
import { say } from "../../domain/wording/wording.js";
import { countedUpTo } from "../../graph/counted-list.js";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import { LARGEST_PAGE, USUAL_PAGE } from "../../platform/keyset.js";
import { find, wordsAsked } from "./question.js";
import type { HitRow, SearchPlace } from "./search.store.js";
import { SearchConnection, SearchInEnum } from "./search.types.js";

/** More hits are not counted. */
const MOST_COUNTED = 10_000;

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    // Of words that stand nearly everywhere, ten thousand texts are ranked.
    complexity: 1_000,
    description:
      "Finds incidents, notifications, analyses and objects by words in Kazakh, Russian and English, in whatever form and on whatever keyboard they were written: each word of `text` has to stand in one report, card, notification, analysis or object. What was written is found some moments after its receipt. Only what you may read counts, for hits, ranks and suggestions alike; an owner finds by the latest revision of a card.",
  })
  async search(
    @Ctx() context: RequestContext,
    @Arg("text", () => String, {
      description:
        "At least one word, at most 10 and 200 characters. An address, a file's name and a number are one word each.",
    })
    text: string,
    @Arg("in", () => [SearchInEnum], { nullable: true, description: "Only there; everywhere by default." })
    parts: readonly SearchedPart[] | null,
    @Arg("first", () => Int, { nullable: true, description: "Hits: 0 to 100, 20 by default." })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "Start after the hit with this cursor." })
    after: string | null,
  ): Promise<SearchConnection> {
    const reading = context.readingFor("read");
    const words = wordsAsked(text);
    const most = first ?? USUAL_PAGE;
    if (most < 0 || most > LARGEST_PAGE)
      throw new Refusal("BAD_USER_INPUT", say("pageSize", { most: LARGEST_PAGE }), ["first"]);
    const place = after === null || after === undefined ? null : placeOf(after);
    const found = await find(reading.search, words, parts ?? null, { most: most + 1, after: place });
    const page = found.rows.slice(0, most);
    const edges = (await Promise.all(page.map((row) => edgeOf(reading, row, found.terms)))).filter(
      (edge) => edge !== null,
    );
    const [start, end] = [page[0], page.at(-1)];
    return {
      edges,
      pageInfo: {
        hasNextPage: found.rows.length > most,
        hasPreviousPage: place !== null,
        startCursor: start ? cursorOf(start) : null,
        endCursor: end ? cursorOf(end) : null,
      },
      totalCount: countedUpTo(MOST_COUNTED, found.hits),
      meant: found.meant,
      orderedBy: found.isByTime ? "NEWEST" : "RANK",
    };
  }
}

/** Null where row-level security does not let it through: what was found has changed hands meanwhile. */
async function edgeOf(reading: Reading, row: HitRow, terms: readonly Terms[]) {
  const node = await nodeOf(reading, row.kinds[0] ?? "REPORT", row.id);
  if (node === null) return null;
  const passages: Passage[] = passagesOf(await textsOf(reading, row), terms);
  return { cursor: cursorOf(row), rank: row.rank === null ? null : Number(row.rank), node, passages };
}

async function nodeOf(reading: Reading, kind: SearchedKind, id: string): Promise<object | null> {
  switch (kind) {
    case "REPORT":
    case "CARD":
      return named("Incident", await reading.incident.load(id));
    case "NOTIFICATION":
      return named("Notification", await reading.notification.load(id));
    case "ANALYSIS":
      return named("Analysis", await reading.analysis.load(id));
    case "OBJECT":
      return named("ProtectedObject", await reading.object.load(id));
  }
}

function named(__typename: string, row: object | null): object | null {
  return row && { ...row, __typename };
}

/** The texts that hold the words, as the asker may read them, the card before the report. */
async function textsOf(reading: Reading, { kinds, ids }: HitRow): Promise<readonly SearchedText[]> {
  const texts = await Promise.all(kinds.map((kind, index) => textsOfOne(reading, kind, ids[index] ?? "")));
  return kinds
    .map((kind, index) => ({ kind, texts: texts[index] ?? [] }))
    .toSorted((a, b) => a.kind.localeCompare(b.kind))
    .flatMap((one) => one.texts);
}

async function textsOfOne(reading: Reading, kind: SearchedKind, id: string): Promise<readonly SearchedText[]> {
  switch (kind) {
    case "REPORT": {
      const [report] = await reading.reportOfIncident.load(id);
      return report ? [{ part: "SUMMARY", text: report.summary }] : [];
    }
    case "CARD": {
      const [card, indicators] = await Promise.all([reading.card.load(id), reading.indicatorsOfCard.load(id)]);
      return card
        ? [
            { part: "NATURE", text: card.nature },
            { part: "MEASURES", text: card.measures },
            { part: "NOTE", text: card.note ?? "" },
            ...indicators
              .slice(0, SEARCHED_INDICATORS)
              .map(({ value }) => ({ part: "INDICATOR" as const, text: value })),
          ]
        : [];
    }
    case "NOTIFICATION": {
      const notification = await reading.notification.load(id);
      return notification ? [{ part: "SUMMARY", text: notification.text }] : [];
    }
    case "ANALYSIS": {
      const analysis = await reading.analysis.load(id);
      if (!analysis) return [];
      const { findings, measures, conclusions, recommendations } = analysis;
      return [findings, measures, conclusions, recommendations ?? ""].map((text) => ({ part: "ANALYSIS", text }));
    }
    case "OBJECT": {
      const object = await reading.object.load(id);
      return object ? [object.name, object.code].map((text) => ({ part: "OBJECT", text })) : [];
    }
  }
}

const RANK = /^\d+(?:\.\d+)?(?:e-\d+)?$/;
const AT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf({ rank, at, id }: SearchPlace): string {
  return Buffer.from(JSON.stringify(["search", rank, at, id])).toString("base64url");
}

function placeOf(cursor: string): SearchPlace {
  const refused = new Refusal("BAD_USER_INPUT", say("listCursor", {}), ["after"]);
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw refused;
  }
  if (!Array.isArray(read) || read.length !== 4) throw refused;
  const [list, rank, at, id]: unknown[] = read;
  const isRank = rank === null || (typeof rank === "string" && RANK.test(rank));
  if (list !== "search" || !isRank || typeof at !== "string" || typeof id !== "string") throw refused;
  if (!AT.test(at) || !ID.test(id) || Number.isNaN(Date.parse(at))) throw refused;
  return { rank, at, id };
}
