import { eventually } from "./eventually.js";
import type { TestGateway } from "./gateway.js";
import type { Answer, Person } from "./person.js";

/** What a search answers. */
export interface Found {
  readonly meant: readonly string[];
  readonly orderedBy: string;
  readonly totalCount: { readonly value: number; readonly isExact: boolean };
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly rank: number | null;
    readonly node: { readonly __typename: string; readonly number?: string; readonly code?: string };
    readonly passages: readonly {
      readonly in: string;
      readonly text: string;
      readonly marks: readonly { readonly from: number; readonly to: number }[];
    }[];
  }[];
}

export interface Sought {
  readonly text: string;
  readonly in?: readonly string[];
  readonly first?: number;
  readonly after?: string | null;
}

const DOCUMENT = `query Find($text: String!, $in: [SearchIn!], $first: Int, $after: String) {
  search(text: $text, in: $in, first: $first, after: $after) {
    meant orderedBy totalCount { value isExact } pageInfo { hasNextPage endCursor }
    edges { rank passages { in text marks { from to } }
      node { __typename ... on Incident { number } ... on Notification { number } ... on ProtectedObject { code } } }
  }
}`;

/** The whole answer, once all that was written has been taken in. */
export async function seeks(person: Person, sought: Sought): Promise<Answer<{ search: Found }>> {
  await takenIn(person.world);
  return person.asks<{ search: Found }, Sought>(DOCUMENT, sought);
}

export async function finds(person: Person, sought: Sought): Promise<Found> {
  const answer = await seeks(person, sought);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.search;
}

/** Resolves once nothing waits to be taken into the search. */
export function takenIn(world: Pick<TestGateway, "database">): Promise<void> {
  return eventually(async () => (await world.database.asOwner("select from search_due limit 1")).length === 0);
}

/** Numbers and codes of what was found, in its order. */
export function named({ edges }: Found): string[] {
  return edges.map(({ node }) => node.number ?? node.code ?? node.__typename);
}

/** The words that are marked in each hit. */
export function marked({ edges }: Found): string[][] {
  return edges.map(({ passages }) =>
    passages.flatMap(({ text, marks }) => marks.map(({ from, to }) => text.slice(from, to))),
  );
}
