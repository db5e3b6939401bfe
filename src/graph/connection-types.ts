import { Field, type ClassType } from "type-graphql";
import { PageInfo } from "./node.js";
import { PlainType } from "./plain-type.js";

/** The edge of a connection to `node`: `NameEdge`. */
export function edgeType<T extends object>(name: string, node: ClassType<T>) {
  @PlainType(`${name}Edge`, { description: `One row of a list: ${name}.` })
  class Edge {
    @Field(() => String, { description: "The row's position in the list, as a cursor." })
    cursor!: string;
    @Field(() => node, { description: "The row." })
    node!: T;
  }
  return Edge;
}

/** A connection to `node` after Relay's specification: `NameConnection`. */
export function connectionType<T extends object>(name: string, node: ClassType<T>, description: string) {
  const Edge = edgeType(name, node);
  @PlainType(`${name}Connection`, { description })
  class Connection {
    @Field(() => [Edge], { description: "The rows with their cursors." })
    edges!: InstanceType<typeof Edge>[];
    @Field(() => [node], { description: "The rows alone." })
    nodes!: T[];
    @Field(() => PageInfo, { description: "The position of the page in the list." })
    pageInfo!: PageInfo;
  }
  return Connection;
}
