import { createUnionType, Field, Float, Int } from "type-graphql";
import type { SearchedPart } from "../../domain/search/parts.js";
import { Count } from "../../graph/count.js";
import { registerValues } from "../../graph/enums.js";
import { PageInfo } from "../../graph/node.js";
import { PlainType } from "../../graph/plain-type.js";
import { Incident } from "../incidents/incident.types.js";
import { Analysis } from "../notifications/answer.types.js";
import { Notification } from "../notifications/notification.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";

export const SearchInEnum = registerValues<SearchedPart>("SearchIn", "Where the words of a search may stand.", {
  NATURE: "The nature of an incident, by the latest revision of its card.",
  MEASURES: "The measures taken, by the latest revision of the card.",
  NOTE: "The note on the latest revision of the card.",
  SUMMARY: "The summary of an incident's report; the text of a notification.",
  ANALYSIS: "The findings, measures, conclusions and recommendations of an analysis.",
  OBJECT: "The name and the code of a protected object.",
  INDICATOR: "The values of the first 200 indicators of the latest revision of the card.",
});

export type SearchOrder = "RANK" | "NEWEST";
export const SearchOrderEnum = registerValues<SearchOrder>("SearchOrder", "The order of the hits of a search.", {
  RANK: "The best first: by how often the words occur, how near to each other and where; of equal ones the newest.",
  NEWEST: "The newest first: more than 10,000 texts fit, and a rank over some of them would be none.",
});

export const SearchHit = createUnionType({
  name: "SearchHit",
  description: "What a search finds: what holds the words. An incident is found by its report and by its card.",
  types: () => [Incident, Notification, Analysis, ProtectedObject] as const,
  resolveType: (source) => (source as unknown as { readonly __typename: string }).__typename,
});

@PlainType({ description: "A word that was found, in its passage." })
export class SearchMark {
  @Field(() => Int, { description: "Its first UTF-16 code unit in `text`, from 0, as JavaScript, Java and C# count." })
  from!: number;
  @Field(() => Int, { description: "The first UTF-16 code unit after it." })
  to!: number;
}

@PlainType({ description: "A piece of a text that holds words of the search." })
export class SearchPassage {
  @Field(() => SearchInEnum, { description: "Where it stands." })
  in!: SearchedPart;
  @Field(() => String, {
    description: "About 250 characters around the first word found, as they were written, without any markup.",
  })
  text!: string;
  @Field(() => [SearchMark], { description: "The words found in it, in their order." })
  marks!: readonly SearchMark[];
}

@PlainType({ description: "A hit of a search." })
export class SearchEdge {
  @Field(() => String, { description: "Its position among the hits, as a cursor." })
  cursor!: string;
  @Field(() => Float, {
    nullable: true,
    description: "How well it fits, comparable within one search; null where the newest stand first.",
  })
  rank!: number | null;
  @Field(() => SearchHit, { description: "What holds the words." })
  node!: object;
  @Field(() => [SearchPassage], { description: "At most four pieces of its texts that hold the words." })
  passages!: readonly SearchPassage[];
}

@PlainType({ description: "The hits of a search, forward from the best or the newest." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "The hits of this page." })
  edges!: readonly SearchEdge[];
  @Field(() => PageInfo, { description: "The position of the page among the hits." })
  pageInfo!: PageInfo;
  @Field(() => Count, {
    description: "How many things fit: counted, or, where more than 10,000 texts do, 10,000 with `isExact: false`.",
  })
  totalCount!: Count;
  @Field(() => [String], {
    description:
      "The words that were looked for in place of those of `text` that stand in nothing that you may read: written alike, and standing in something that you may read. Empty where each word was found as it is.",
  })
  meant!: readonly string[];
  @Field(() => SearchOrderEnum, { description: "How the hits are ordered." })
  orderedBy!: SearchOrder;
}
