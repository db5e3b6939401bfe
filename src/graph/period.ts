import { Field, InputType } from "type-graphql";
import type { Instant } from "../domain/instant.js";
import { DateTime } from "./scalars.js";

@InputType({ description: "From an instant (included) to another (not included)." })
export class Period {
  @Field(() => DateTime, { nullable: true, description: "Included." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Not included." })
  before?: Instant | null;
}
