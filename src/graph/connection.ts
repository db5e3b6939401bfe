import { ArgsType, Field, Int } from "type-graphql";
import type { Page } from "../platform/keyset.js";
import type { PageInfo } from "./node.js";

/** Relay's arguments of a connection. */
@ArgsType()
export class WindowArgs {
  @Field(() => Int, {
    nullable: true,
    description: "Rows from the beginning or after `after`: 0 to 100, 20 by default.",
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "Cursor of the row after which to begin." })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: "Rows from the end or before `before`: 0 to 100." })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "Cursor of the row before which to end." })
  before?: string | null;
}

/** A page of rows as Relay's edges. */
export function toConnection<Row>(
  page: Page<Row>,
  cursorOf: (row: Row) => string,
): {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
} {
  const edges = page.rows.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes: page.rows,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
