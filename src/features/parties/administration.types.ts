import { Field, ID, InputType } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import type { ObjectKind, Role, Sector } from "../../domain/parties.js";
import { DateTime } from "../../graph/scalars.js";
import { resultType } from "../submissions/submission.types.js";
import { Actor, LanguageEnum, Owner, Party, RoleEnum, Soc, Token, type Language } from "./party.types.js";
import { Coverage, ObjectKindEnum, ProtectedObject, SectorEnum } from "./protected-object.types.js";
import { PlainType } from "../../graph/plain-type.js";

@PlainType({ description: "The SOC was registered." })
export class SocRegistered {
  @Field(() => Soc, { description: "The SOC." })
  soc!: Soc;
}

@PlainType({ description: "The owner was registered." })
export class OwnerRegistered {
  @Field(() => Owner, { description: "The owner." })
  owner!: Owner;
}

@PlainType({ description: "The contact details were changed." })
export class ContactChanged {
  @Field(() => Party, { description: "The party as it is now." })
  party!: Party;
  @Field(() => String, {
    nullable: true,
    description: "The secret that signs calls of a new webhook (Standard Webhooks, `whsec_…`). It is shown here once.",
  })
  webhookSecret!: string | null;
}

@PlainType({ description: "The object was registered." })
export class ProtectedObjectRegistered {
  @Field(() => ProtectedObject, { description: "The object." })
  object!: ProtectedObject;
}

@PlainType({ description: "The object was changed." })
export class ProtectedObjectChanged {
  @Field(() => ProtectedObject, { description: "The object as it is now." })
  object!: ProtectedObject;
}

@PlainType({ description: "The SOC covers the object." })
export class CoverageStarted {
  @Field(() => Coverage, { description: "The period." })
  coverage!: Coverage;
}

@PlainType({ description: "The period has an end." })
export class CoverageEnded {
  @Field(() => Coverage, { description: "The period as it is now." })
  coverage!: Coverage;
}

@PlainType({ description: "The actor was registered." })
export class ActorRegistered {
  @Field(() => Actor, { description: "The actor." })
  actor!: Actor;
}

@PlainType({ description: "The actor's roles were changed." })
export class ActorRolesChanged {
  @Field(() => Actor, { description: "The actor as it is now." })
  actor!: Actor;
}

@PlainType({ description: "A token was issued." })
export class TokenIssued {
  @Field(() => String, { description: "The token itself. It is shown here once and kept nowhere." })
  secret!: string;
  @Field(() => Token, { description: "What is known of it." })
  token!: Token;
}

@PlainType({ description: "The token was revoked." })
export class TokenRevoked {
  @Field(() => Token, { description: "What is known of it." })
  token!: Token;
}

export const RegisterSocResult = resultType("RegisterSocResult", SocRegistered);
export const RegisterOwnerResult = resultType("RegisterOwnerResult", OwnerRegistered);
export const ChangeContactResult = resultType("ChangeContactResult", ContactChanged);
export const RegisterProtectedObjectResult = resultType("RegisterProtectedObjectResult", ProtectedObjectRegistered);
export const ChangeProtectedObjectResult = resultType("ChangeProtectedObjectResult", ProtectedObjectChanged);
export const StartCoverageResult = resultType("StartCoverageResult", CoverageStarted);
export const EndCoverageResult = resultType("EndCoverageResult", CoverageEnded);
export const RegisterActorResult = resultType("RegisterActorResult", ActorRegistered);
export const ChangeActorRolesResult = resultType("ChangeActorRolesResult", ActorRolesChanged);
export const IssueTokenResult = resultType("IssueTokenResult", TokenIssued);
export const RevokeTokenResult = resultType("RevokeTokenResult", TokenRevoked);

@InputType({ description: "A SOC to register." })
export class RegisterSocInput {
  @Field(() => String, { description: "Its code (F16)." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
}

@InputType({ description: "An owner to register." })
export class RegisterOwnerInput {
  @Field(() => String, { description: "Its code (F16)." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "The address that is notified about incidents (F20)." })
  email?: string | null;
}

@InputType({
  description:
    "Where a party is notified: an owner about incidents, a SOC and the national centre about duties. Omitted fields keep their values.",
})
export class ChangeContactInput {
  @Field(() => ID, { description: "The party." })
  partyId!: string;
  @Field(() => String, { nullable: true, description: "Its e-mail address (F20); null removes it." })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its duty officer's telephone number, international (F27), such as `+7 7172 000000`; null removes it.",
  })
  phone?: string | null;
  @Field(() => LanguageEnum, {
    nullable: true,
    description: "The language in which it is notified; null removes the choice: Kazakh then.",
  })
  language?: Language | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The address of its webhook (F21); null removes it. Each change makes a new secret, which the answer shows once.",
  })
  webhookUrl?: string | null;
}

@InputType({ description: "A protected object to register." })
export class RegisterProtectedObjectInput {
  @Field(() => String, { description: "Its code (F16)." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [ObjectKindEnum], { description: "None, one or both (R2.1, R2.2)." })
  kinds!: ObjectKind[];
  @Field(() => [SectorEnum], { description: "The sectors that it serves." })
  sectors!: Sector[];
  @Field(() => ID, { description: "Its owner." })
  ownerId!: string;
}

@InputType({ description: "What changes about a protected object; what is absent stays." })
export class ChangeProtectedObjectInput {
  @Field(() => ID, { description: "The object." })
  objectId!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name?: string | null;
  @Field(() => [ObjectKindEnum], {
    nullable: true,
    description: "None, one or both. Obligations already running are not affected (L14).",
  })
  kinds?: ObjectKind[] | null;
  @Field(() => [SectorEnum], { nullable: true, description: "The sectors that it serves." })
  sectors?: Sector[] | null;
  @Field(() => ID, { nullable: true, description: "Its owner; from now on this one sees the incidents on it." })
  ownerId?: string | null;
}

@InputType({ description: "A period in which a SOC covers an object." })
export class StartCoverageInput {
  @Field(() => ID, { description: "The SOC." })
  socId!: string;
  @Field(() => ID, { description: "The object." })
  objectId!: string;
  @Field(() => DateTime, { description: "From when, included." })
  startsAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "Until when, not included; absent: open (F18)." })
  endsAt?: Instant | null;
}

@InputType({ description: "When a period of coverage ends." })
export class EndCoverageInput {
  @Field(() => ID, { description: "The period." })
  coverageId!: string;
  @Field(() => DateTime, { description: "Until when, not included (F18)." })
  endsAt!: Instant;
}

@InputType({ description: "An actor to register." })
export class RegisterActorInput {
  @Field(() => ID, { description: "Whose account it is." })
  partyId!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [RoleEnum], { description: "What it may do (F19)." })
  roles!: Role[];
}

@InputType({ description: "An actor's roles." })
export class ChangeActorRolesInput {
  @Field(() => ID, { description: "The actor." })
  actorId!: string;
  @Field(() => [RoleEnum], {
    description: "The full set of roles from now on; an empty list removes all access (F19).",
  })
  roles!: Role[];
}

@InputType({ description: "A token to issue." })
export class IssueTokenInput {
  @Field(() => ID, { description: "Whose token." })
  actorId!: string;
  @Field(() => DateTime, { description: "When it expires." })
  expiresAt!: Instant;
}

@InputType({ description: "A token to revoke." })
export class RevokeTokenInput {
  @Field(() => ID, { description: "The token's id." })
  tokenId!: string;
}
