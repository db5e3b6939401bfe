import { Field, InterfaceType } from "type-graphql";
import type { SpanKind } from "../../domain/text-spans.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { AffectedObject, Indicator } from "./card.types.js";

@InterfaceType({
  description: "A field in which two revisions of a card differ.",
  resolveType: (source: { readonly __typename: string }) => source.__typename,
})
export abstract class CardDifference {
  @Field(() => String, { description: "The field's name in IncidentCard: `nature`." })
  field!: string;
  @Field(() => String, { description: "The form's words for it, in your language (Accept-Language)." })
  label!: string;
}

@PlainType({ description: "What a date, a time or a choice is." })
export class FieldValue {
  @Field(() => String, { description: "As IncidentCard gives it: `HIGH`, `2026-03-01`, `2026-03-01T10:00:00.000Z`." })
  value!: string;
  @Field(() => String, {
    description:
      "The form's words for a choice, or a date or time as it is written in your language, by the clocks of Almaty.",
  })
  label!: string;
}

@PlainType({ implements: CardDifference, description: "Another date, time or choice." })
export class ValueDifference extends CardDifference {
  @Field(() => FieldValue, { description: "In the revision `from`." })
  before!: FieldValue;
  @Field(() => FieldValue, { description: "In the revision `to`." })
  after!: FieldValue;
}

@PlainType({ implements: CardDifference, description: "Other choices, of those of which there may be several." })
export class ChoicesDifference extends CardDifference {
  @Field(() => [FieldValue], { description: "Those that only the revision `to` has." })
  added!: readonly FieldValue[];
  @Field(() => [FieldValue], { description: "Those that only the revision `from` has." })
  removed!: readonly FieldValue[];
}

export const TextSpanKindEnum = registerValues<SpanKind>("TextSpanKind", "What became of a piece of a text.", {
  KEPT: "It stands in both revisions.",
  REMOVED: "It stands in the revision `from` only.",
  ADDED: "It stands in the revision `to` only.",
});

@PlainType({ description: "A piece of a text: whole words, with the white space before them." })
export class TextSpan {
  @Field(() => TextSpanKindEnum, { description: "What became of it." })
  kind!: SpanKind;
  @Field(() => String, { description: "Its text, never empty." })
  text!: string;
}

@PlainType({ implements: CardDifference, description: "A text with other words. An empty text is the same as none." })
export class TextDifference extends CardDifference {
  @Field(() => [TextSpan], {
    description:
      "The text in order; what was removed comes before what was added in its place. Without what was added it is the text of the revision `from`, without what was removed that of `to`. Of texts that differ too much to be compared by words, only the common beginning and end are kept.",
  })
  spans!: readonly TextSpan[];
}

@PlainType({
  implements: CardDifference,
  description: "Other indicators, by type and normal form: another spelling is no difference.",
})
export class IndicatorsDifference extends CardDifference {
  @Field(() => [Indicator], { description: "Those that only the revision `to` has, each once." })
  added!: readonly Indicator[];
  @Field(() => [Indicator], { description: "Those that only the revision `from` has, each once." })
  removed!: readonly Indicator[];
}

@PlainType({
  implements: CardDifference,
  description:
    "Other objects; for an owner, of its own. A described object of which something else is said was removed and added.",
})
export class AffectedObjectsDifference extends CardDifference {
  @Field(() => [AffectedObject], { description: "Those that only the revision `to` has." })
  added!: readonly AffectedObject[];
  @Field(() => [AffectedObject], { description: "Those that only the revision `from` has." })
  removed!: readonly AffectedObject[];
}
