import { Field, Int } from "type-graphql";
import { PlainType } from "./plain-type.js";

@PlainType({ description: "How many there are." })
export class Count {
  @Field(() => Int, { description: "The number; of an estimate its first two digits." })
  value!: number;
  @Field(() => Boolean, {
    description:
      "True: counted at the moment of the answer. False: estimated from a sample, and more than 10,000; usually right to a tenth, and less so where what fits lies close together in time.",
  })
  isExact!: boolean;
}
