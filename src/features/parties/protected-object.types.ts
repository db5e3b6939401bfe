import { Field, ID, InputType } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import type { Capacity, ObjectKind, Sector } from "../../domain/parties.js";
import { connectionType } from "../../graph/connection-types.js";
import { registerValues } from "../../graph/enums.js";
import { Node } from "../../graph/node.js";
import { DateTime } from "../../graph/scalars.js";
import { PlainType } from "../../graph/plain-type.js";

export const ObjectKindEnum = registerValues<ObjectKind>(
  "ObjectKind",
  "The kinds of object whose owner must be notified (R9.2); an object has none, one or both.",
  {
    E_GOVERNMENT: "E-government informatization object (R2.2). ЭҮ АО · ОИ ЭП.",
    CRITICAL_INFRASTRUCTURE: "Critical ICT infrastructure object (R2.1). АКИАМО · КВОИКИ.",
  },
);

export const CapacityEnum = registerValues<Capacity>("Capacity", "As what a party has an object (R9.2).", {
  OWNER: "Its owner. Меншік иесі · Собственник.",
  HOLDER: "Its holder, beside the owner. Иеленуші · Владелец.",
});

export const SectorEnum = registerValues<Sector>(
  "Sector",
  "The sectors that R2.1 lists; the list of the law is open.",
  {
    HEAT_SUPPLY: "Heat supply.",
    ELECTRICITY_SUPPLY: "Electricity supply.",
    GAS_SUPPLY: "Gas supply.",
    WATER_SUPPLY: "Water supply.",
    INDUSTRY: "Industry.",
    HEALTH_CARE: "Health care.",
    COMMUNICATIONS: "Communications.",
    BANKING: "Banking.",
    TRANSPORT: "Transport.",
    HYDRAULIC_STRUCTURES: "Hydraulic structures.",
    LAW_ENFORCEMENT: "Law enforcement.",
    E_GOVERNMENT_INFRASTRUCTURE: '"E-government" infrastructure.',
    OTHER: "Another sector.",
  },
);

@PlainType({ implements: Node, description: "An e-government or critical object, or another that a SOC serves." })
export class ProtectedObject extends Node {
  @Field(() => String, { description: "Its short code, for people." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [ObjectKindEnum], { description: "None, one or both; R9.2 applies if there is at least one." })
  kinds!: readonly ObjectKind[];
  @Field(() => [SectorEnum], { description: "The sectors that it serves." })
  sectors!: readonly Sector[];
  @Field(() => DateTime, { nullable: true, description: "When it ends or ended, exclusive; null if it has no end." })
  endedAt!: Instant | null;
}

@PlainType({
  description: "Of which kinds an object was, from when to when: R9.2 goes by those at the confirmation (L9).",
})
export class KindPeriod {
  @Field(() => [ObjectKindEnum], { description: "None, one or both." })
  kinds!: readonly ObjectKind[];
  @Field(() => DateTime, { nullable: true, description: "Since when, inclusive; null: always." })
  from!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Until when, exclusive; null: it is so." })
  until!: Instant | null;
}

@PlainType({
  description:
    "Whose an object was, from when to when: R9.2 is owed to its owner and its holder at the confirmation; telling either meets it.",
})
export class Ownership {
  @Field(() => CapacityEnum, { description: "As what." })
  capacity!: Capacity;
  @Field(() => DateTime, { nullable: true, description: "Since when, inclusive; null: always." })
  from!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Until when, exclusive; null: it is so." })
  until!: Instant | null;
}

@PlainType({ description: "Which SOC serves which object, from when to when." })
export class Coverage {
  @Field(() => ID, { description: "Opaque; the id that `endCoverage` takes." })
  id!: string;
  @Field(() => DateTime, { description: "When it begins, inclusive." })
  startsAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it ends, exclusive; null if it is open-ended." })
  endsAt!: Instant | null;
}

@InputType({ description: "Narrows a list of protected objects. All given conditions must hold." })
export class ProtectedObjectFilter {
  @Field(() => [ObjectKindEnum], { nullable: true, description: "Of at least one of these kinds." })
  kinds?: ObjectKind[] | null;
  @Field(() => [SectorEnum], { nullable: true, description: "In at least one of these sectors." })
  sectors?: Sector[] | null;
  @Field(() => Boolean, { nullable: true, description: "Only those that have ended, or only those that have not." })
  isEnded?: boolean | null;
}

export const ProtectedObjectConnection = connectionType(
  "ProtectedObject",
  ProtectedObject,
  "Protected objects, by code.",
);
