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
  @Field(() => String, { nullable: true, description: "Start after the row with this cursor." })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: "Rows from the end or before `before`: 0 to 100." })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "End before the row with this cursor." })
  before?: string | null;
}

/** A page of rows as Relay's edges. */
export function toConnection<Row>(page: Page<Row>): {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
} {
  const cursorOf = (row: Row): string => page.cursorOf(row);
  const [first, last] = [page.rows[0], page.rows.at(-1)];
  return {
    /** Made only where they are asked for. */
    get edges() {
      return page.rows.map((node) => ({ cursor: cursorOf(node), node }));
    },
    nodes: page.rows,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
  };
}
