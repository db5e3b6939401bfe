import { Field, InputType, Int } from "type-graphql";
import type { IndicatorOrder, IndicatorType } from "../../domain/indicator.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { Period } from "../../graph/period.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime, LocalDateScalar } from "../../graph/scalars.js";
import { IndicatorTypeEnum } from "../incidents/card.types.js";

@PlainType({
  description:
    "What a public list says of a value: that a sighting of it is no evidence by itself, such as of a private address, of the hash of an empty file or of a site that everybody visits. The operators of the gateway take such lists in. It is no refusal, and the same for everybody who sees the value.",
})
export class Doubt {
  @Field(() => String, { description: "The list's name." })
  list!: string;
  @Field(() => String, { description: "What the list says of its values, in its own words and language." })
  says!: string;
  @Field(() => DateTime, {
    description:
      "When the list that says it was taken in first, without having left it out since; not when the value was sighted.",
  })
  since!: Instant;
}

@PlainType({
  description:
    "What CISA's catalogue of known exploited vulnerabilities says of a CVE, as the gateway last took it in.",
})
export class KnownExploited {
  @Field(() => String, { description: "The CVE, `CVE-2025-48384`." })
  cve!: string;
  @Field(() => String, { description: "What the catalogue calls the vulnerability, in English." })
  name!: string;
  @Field(() => LocalDateScalar, { description: "When the catalogue took it up." })
  added!: LocalDate;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day by which those whom CISA directs had to remedy it; null where the catalogue gives none.",
  })
  due!: LocalDate | null;
  @Field(() => Boolean, { description: "Whether campaigns with ransomware are known to use it." })
  ransomware!: boolean;
}

@PlainType({
  implements: Node,
  description:
    "An indicator as a thing: one value in its normal form, with everything that you may see of it. Sightings are the incidents whose standing card names it, and the standing analyses that do; a retracted incident is none. A SOC reads all of it from its own cards and analyses alone, the national centre from everybody's, an owner from the cards that it sees.",
})
export class IndicatorValue extends Node {
  @Field(() => IndicatorTypeEnum, { description: "What the value is." })
  type!: IndicatorType;
  @Field(() => String, { description: "The normal form, by which values are compared (F8)." })
  value!: string;
  @Field(() => DateTime, {
    description:
      "Of the earliest sighting. An incident's is the time at which the gateway received the first that was said of it, an analysis's that of the first revision with the value.",
  })
  firstSeen!: Instant;
  @Field(() => DateTime, { description: "Of the latest sighting." })
  lastSeen!: Instant;
  @Field(() => Int, { description: "How many there are, 1 or more." })
  sightings!: number;
}

export const IndicatorValueConnection = connectionType(
  "IndicatorValue",
  IndicatorValue,
  "Indicators as things, each value once.",
);

export const IndicatorOrderEnum = registerValues<IndicatorOrder>(
  "IndicatorOrder",
  "By what you may see of the values.",
  {
    LAST_SEEN: "The latest sighting first.",
    MOST_SIGHTINGS: "The most sightings first.",
  },
);

@InputType({ description: "All that is given must hold; what is not given narrows nothing." })
export class IndicatorFilter {
  @Field(() => [IndicatorTypeEnum], { nullable: true, description: "Of one of these types." })
  types?: IndicatorType[] | null;
  @Field(() => Period, { nullable: true, description: "Sighted in this period." })
  seen?: Period | null;
  @Field(() => Int, { nullable: true, description: "With at least so many sightings, at whatever time." })
  atLeastSightings?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Whose host is this name or lies under it, in any spelling: names, URLs, mailboxes, hosts with a port. Also a name of one label, as a whole zone.",
  })
  under?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "In this network, `198.51.100.0/24`, or at this address, in any spelling: addresses, networks, and what has an address as its host.",
  })
  within?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: about which a list has a doubt. False: about which none has; also what is new to you and not compared with the lists yet, which takes seconds.",
  })
  doubtful?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is a CVE that CISA's catalogue names as known to be exploited.",
  })
  knownExploited?: boolean | null;
}
