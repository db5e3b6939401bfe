import { Field, InputType } from "type-graphql";

@InputType({
  description:
    "What is asked of a code; codes count in capitals or not. All that is given must hold. A code that nothing has which you may see is refused, with the one that was probably meant.",
})
export class CodeComparison {
  @Field(() => String, { nullable: true, description: "It is this code." })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: "It is one of these." })
  in?: string[] | null;
  @Field(() => [String], { nullable: true, description: "It is none of these." })
  notIn?: string[] | null;
  @Field(() => String, { nullable: true, description: "It begins so." })
  startsWith?: string | null;
}

/** What is asked of a set of values of one enum: an input of the schema. */
export function setComparison<Value extends string>(name: string, values: Record<Value, Value>, of: string) {
  @InputType(name, { description: `What is asked of ${of}. All that is given must hold.` })
  class SetComparison {
    @Field(() => [values], { nullable: true, description: "At least one of these is among them." })
    any?: Value[] | null;
    @Field(() => [values], { nullable: true, description: "Each of these is among them." })
    all?: Value[] | null;
    @Field(() => [values], { nullable: true, description: "None of these is among them." })
    none?: Value[] | null;
  }
  return SetComparison;
}
