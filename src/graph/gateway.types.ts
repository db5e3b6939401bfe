import { Field, Float, Int } from "type-graphql";
import { PlainType } from "./plain-type.js";

@PlainType({
  description:
    "What a submission and a page may measure at this gateway; settings of its operator, checked again by the rules that are named.",
})
export class GatewayLimits {
  @Field(() => Int, {
    description:
      "Characters of a text (F2), counted in code points of Unicode's form NFC, a line's end as one: nature, measures, note, findings, reasons.",
  })
  text!: number;
  @Field(() => Int, {
    description:
      "Characters of a short text (F2), counted the same: a report's summary, names, the description of an object that is not registered.",
  })
  shortText!: number;
  @Field(() => Int, { description: "Length of one indicator's value (F8), in UTF-16 code units." })
  indicatorValue!: number;
  @Field(() => Int, { description: "Indicators on one card, analysis or notification (F9)." })
  indicators!: number;
  @Field(() => Int, { description: "Objects that one incident harmed (F9)." })
  affectedObjects!: number;
  @Field(() => Int, { description: "Notifications that one submission names (F9)." })
  notifications!: number;
  @Field(() => Int, { description: "Length of a submission key (F10), in UTF-16 code units." })
  submissionKey!: number;
  @Field(() => Float, {
    description: "Seconds by which a time in a submission may be ahead of the gateway's clock (L3, F11).",
  })
  clockAllowanceSeconds!: number;
  @Field(() => Int, { description: "Rows of one page of a list: the largest `first` and `last`." })
  page!: number;
  @Field(() => Boolean, {
    description:
      "Whether a program for people may keep on their devices, in clear, what they have begun to write and not sent.",
  })
  allowsDrafts!: boolean;
}
