import { Field, Int } from "type-graphql";
import { PlainType } from "./plain-type.js";

@PlainType({ description: "How many there are." })
export class Count {
  @Field(() => Int, { description: "The number; of an estimate its first two digits." })
  value!: number;
  @Field(() => Boolean, {
    description:
      "True: counted at the moment of the answer. False: an estimate from a sample, of more than 10,000, usually right to a tenth; for a SOC or an owner, who have all up to 100,000 counted: that many and more.",
  })
  isExact!: boolean;
}
