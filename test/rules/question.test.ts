import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { questionOf } from "../../src/server/question.js";

const asks = (query: string, variables: object = {}, operationName: string | null = null): string =>
  questionOf({ document: parse(query), variables: variables as Record<string, unknown>, operationName });

describe("what is asked of a frame", () => {
  const plain = asks("subscription { incidentFeed { cursor incident { number } } }");

  test("is the same whatever the white space, the comments and the arguments that select frames", () => {
    expect(asks("subscription{incidentFeed{cursor,incident{number}}}")).toBe(plain);
    expect(asks("subscription {\n  # ours\n  incidentFeed { cursor incident { number } }\n}")).toBe(plain);
    expect(asks(`subscription { incidentFeed(after: "a") { cursor incident { number } } }`)).toBe(plain);
    const feed = "subscription ($a: FeedCursor) { incidentFeed(after: $a) { cursor incident { number } } }";
    expect(asks(feed, { a: "1" })).toBe(plain);
    expect(asks(feed, { a: "2" })).toBe(plain);
  });

  test("is another with other fields, aliases, fragments, directives, or variables in the frame", () => {
    const feed =
      "subscription ($n: Int = 1, $o: Int) { incidentFeed { incident { list(first: $n, last: $o) { id } } } }";
    const other = feed.replace("= 1", "= 2");
    const fragment = "subscription { incidentFeed { ...F } } fragment F on IncidentFrame { cursor }";
    const all = [
      plain,
      asks("subscription { incidentFeed { incident { number } cursor } }"),
      asks("subscription { f: incidentFeed { cursor incident { number } } }"),
      asks("subscription { incidentFeed { cursor incident { number @skip(if: false) } } }"),
      asks(feed),
      asks(other),
      asks(feed, { n: 1 }),
      asks(feed, { n: 2 }),
      asks(feed, { n: 1, o: 2 }),
      asks(fragment),
      asks(fragment.replace("cursor }", "cursor at }")),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(asks(feed, { o: 2, n: 1, unused: 3 })).toBe(asks(feed, { n: 1, o: 2 }));
  });
});
