import { Field, ID, InterfaceType } from "type-graphql";
import { PlainType } from "./plain-type.js";

/** A row of ours that the schema knows by an opaque id. `__typename` is set where the type is not known otherwise. */
export interface NodeSource {
  readonly __typename: string;
}

/** What every id of the schema is. */
export const OPAQUE_ID = "Opaque; never changes.";

@InterfaceType({
  description: "An object with a global id (Relay's Node).",
  resolveType: (source: NodeSource) => source.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: OPAQUE_ID })
  id!: string;
}

@PlainType({ description: "The position of a page in a list (Relay's PageInfo)." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are rows after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether there are rows before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first row; null on an empty page." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Cursor of the last row; null on an empty page." })
  endCursor!: string | null;
}
