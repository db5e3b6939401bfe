import { Field, ID, InputType, Int } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import type { ObjectKind, Role, Sector } from "../../domain/parties.js";
import { DateTime } from "../../graph/scalars.js";
import { Notification } from "../notifications/notification.types.js";
import { Obligation } from "../obligations/obligation.types.js";
import { resultType, Warning, BY_CODE } from "../submissions/submission.types.js";
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
  @Field(() => [Obligation], {
    description:
      "The duties (R9.2) that this opened or made void (L23), or that are owed to another owner or holder by it, toward confirmations from `from` on: at most 100, earliest deadline first. A duty whose deadline has passed is overdue at once; its SOC is notified of that, and the national centre may waive it.",
  })
  obligations!: readonly Obligation[];
  @Field(() => Int, {
    description:
      "How many such duties are known by now. Where more than 500 incidents are to be judged anew, or one is being acted on, the rest is judged within a minute after this answer, and is on the feed.",
  })
  obligationCount!: number;
  @Field(() => [Warning], {
    description: "The months that have ended of which this changes the figures (`timeliness`), as far as it is judged.",
  })
  warnings!: readonly Warning[];
}

@PlainType({
  description:
    "The end of the SOC was set, or moved: end and successor are as said last. Coverage that an earlier end cut stays cut; start it anew where that is wrong.",
})
export class SocEnded {
  @Field(() => Soc, { description: "The SOC as it is now." })
  soc!: Soc;
  @Field(() => [Warning], {
    description: "Each kind of duty that is still open and stays owed: how many there are, and the earliest end.",
  })
  warnings!: readonly Warning[];
}

@PlainType({
  description:
    "The end of the object was set, or moved: end and successor are as said last. Coverage that an earlier end cut stays cut; start it anew where that is wrong.",
})
export class ProtectedObjectEnded {
  @Field(() => ProtectedObject, { description: "The object as it is now." })
  object!: ProtectedObject;
  @Field(() => [Warning], {
    description: "Each kind of duty that is still open and stays owed: how many there are, and the earliest end.",
  })
  warnings!: readonly Warning[];
}

@PlainType({ description: "The SOC covers the object." })
export class CoverageStarted {
  @Field(() => Coverage, { description: "The period." })
  coverage!: Coverage;
  @Field(() => [Notification], {
    description:
      "Notifications about the object that this SOC did not receive, and that another SOC, which covered the object then, has not answered yet: the latest 100. They stay that SOC's; to notify this one too, send a new notification.",
  })
  liveNotifications!: readonly Notification[];
  @Field(() => Int, { description: "How many such notifications there are, of which at most 100 are listed." })
  liveNotificationCount!: number;
}

@PlainType({ description: "The end of the period was set." })
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
  @Field(() => String, { description: "The token itself. It is shown here once and not stored." })
  secret!: string;
  @Field(() => Token, { description: "The token's record." })
  token!: Token;
}

@PlainType({ description: "The token was revoked." })
export class TokenRevoked {
  @Field(() => Token, { description: "The token's record." })
  token!: Token;
}

@PlainType({ description: "The files in the reserve folder of the actor's party act as the actor from now on." })
export class ReserveFolderBound {
  @Field(() => Actor, { description: "The actor." })
  actor!: Actor;
}

@PlainType({ description: "The files in the party's reserve folder wait from now on." })
export class ReserveFolderUnbound {
  @Field(() => Party, { description: "The party." })
  party!: Party;
}

export const RegisterSocResult = resultType("RegisterSocResult", SocRegistered);
export const RegisterOwnerResult = resultType("RegisterOwnerResult", OwnerRegistered);
export const ChangeContactResult = resultType("ChangeContactResult", ContactChanged);
export const RegisterProtectedObjectResult = resultType("RegisterProtectedObjectResult", ProtectedObjectRegistered);
export const ChangeProtectedObjectResult = resultType("ChangeProtectedObjectResult", ProtectedObjectChanged);
export const EndSocResult = resultType("EndSocResult", SocEnded);
export const EndProtectedObjectResult = resultType("EndProtectedObjectResult", ProtectedObjectEnded);
export const StartCoverageResult = resultType("StartCoverageResult", CoverageStarted);
export const EndCoverageResult = resultType("EndCoverageResult", CoverageEnded);
export const RegisterActorResult = resultType("RegisterActorResult", ActorRegistered);
export const ChangeActorRolesResult = resultType("ChangeActorRolesResult", ActorRolesChanged);
export const IssueTokenResult = resultType("IssueTokenResult", TokenIssued);
export const RevokeTokenResult = resultType("RevokeTokenResult", TokenRevoked);
export const BindReserveFolderResult = resultType("BindReserveFolderResult", ReserveFolderBound);
export const UnbindReserveFolderResult = resultType("UnbindReserveFolderResult", ReserveFolderUnbound);

@InputType({ description: "A SOC to register." })
export class RegisterSocInput {
  @Field(() => String, { description: "Its code, kept in capitals (F16)." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
}

@InputType({ description: "An owner to register." })
export class RegisterOwnerInput {
  @Field(() => String, { description: "Its code, kept in capitals (F16)." })
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
  @Field(() => ID, { description: `The party. ${BY_CODE}` })
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
    description: "The language in which it is notified; null removes the choice, and Kazakh is used.",
  })
  language?: Language | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The address of its webhook (F21); null removes it. Each change makes a new secret, which is shown once, in the answer.",
  })
  webhookUrl?: string | null;
}

@InputType({ description: "A protected object to register." })
export class RegisterProtectedObjectInput {
  @Field(() => String, { description: "Its code, kept in capitals (F16)." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [ObjectKindEnum], { description: "None, one or both (R2.1, R2.2)." })
  kinds!: ObjectKind[];
  @Field(() => [SectorEnum], { description: "The sectors that it serves." })
  sectors!: Sector[];
  @Field(() => ID, { description: `Its owner; its holder where no owner is known. ${BY_CODE}` })
  ownerId!: string;
  @Field(() => ID, {
    nullable: true,
    description: `Who holds it beside its owner, if anybody does: notified too and shown the same; telling either meets R9.2. ${BY_CODE}`,
  })
  holderId?: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Since when it is of these kinds, and this owner's and this holder's, not in the future (F11); absent: always.",
  })
  from?: Instant | null;
}

@InputType({ description: "Changes of a protected object; omitted fields keep their values." })
export class ChangeProtectedObjectInput {
  @Field(() => ID, { description: `The object. ${BY_CODE}` })
  objectId!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name?: string | null;
  @Field(() => [ObjectKindEnum], {
    nullable: true,
    description: "None, one or both. A duty toward its owner that no confirmation opens by them never was (L23).",
  })
  kinds?: ObjectKind[] | null;
  @Field(() => [SectorEnum], { nullable: true, description: "The sectors that it serves." })
  sectors?: Sector[] | null;
  @Field(() => ID, {
    nullable: true,
    description: `Its owner, to whom R9.2 is owed and who sees the incidents on it that are confirmed from \`from\` on, and what is said of it from now on. ${BY_CODE}`,
  })
  ownerId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: `Who holds it beside its owner, with the same rights; null: nobody any more. ${BY_CODE}`,
  })
  holderId?: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "From when on the kinds, the owner and the holder hold that are given; absent: from now on. It may be past, but not in the future (F11); what was registered for that time before ends. The same values with an earlier time correct it. Incidents that were confirmed since then are judged anew (L9).",
  })
  from?: Instant | null;
  @Field(() => String, { nullable: true, description: "Why; kept in the journal. Required with `from` (F1)." })
  reason?: string | null;
}

@InputType({ description: "The end of a SOC. It covers nothing from then on, and is notified of nothing new." })
export class EndSocInput {
  @Field(() => ID, { description: `The SOC. ${BY_CODE}` })
  socId!: string;
  @Field(() => DateTime, { description: "When it ends, exclusive (F18). Its coverage ends with it." })
  endsAt!: Instant;
  @Field(() => String, { description: "Why; kept in the journal." })
  reason!: string;
  @Field(() => ID, { nullable: true, description: `The SOC that replaces it, if any (F17). ${BY_CODE}` })
  replacedById?: string | null;
}

@InputType({ description: "The end of a protected object. It is covered by nobody from then on." })
export class EndProtectedObjectInput {
  @Field(() => ID, { description: `The object. ${BY_CODE}` })
  objectId!: string;
  @Field(() => DateTime, { description: "When it ends, exclusive (F18). Its coverage ends with it." })
  endsAt!: Instant;
  @Field(() => String, { description: "Why; kept in the journal." })
  reason!: string;
  @Field(() => ID, { nullable: true, description: `The object that replaces it, if any (F17). ${BY_CODE}` })
  replacedById?: string | null;
}

@InputType({ description: "A period in which a SOC covers an object." })
export class StartCoverageInput {
  @Field(() => ID, { description: `The SOC. ${BY_CODE}` })
  socId!: string;
  @Field(() => ID, { description: `The object. ${BY_CODE}` })
  objectId!: string;
  @Field(() => DateTime, { description: "When it begins, inclusive." })
  startsAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it ends, exclusive; absent if it is open-ended (F18)." })
  endsAt?: Instant | null;
}

@InputType({ description: "The end of a period of coverage." })
export class EndCoverageInput {
  @Field(() => ID, { description: "The period." })
  coverageId!: string;
  @Field(() => DateTime, { description: "When it ends, exclusive (F18)." })
  endsAt!: Instant;
}

@InputType({ description: "An actor to register." })
export class RegisterActorInput {
  @Field(() => ID, { description: `The party whose account it is. ${BY_CODE}` })
  partyId!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [RoleEnum], { description: "Its roles (F19)." })
  roles!: Role[];
}

@InputType({ description: "The roles to give to an actor." })
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
  @Field(() => ID, { description: "The actor whose token it is." })
  actorId!: string;
  @Field(() => DateTime, { description: "When it expires." })
  expiresAt!: Instant;
  @Field(() => String, {
    nullable: true,
    description:
      "What it is for, so that it is known among the account's others (F1 to F3): a program, a place of work.",
  })
  name?: string | null;
}

@InputType({ description: "A token to revoke." })
export class RevokeTokenInput {
  @Field(() => ID, { description: "The token's id." })
  tokenId!: string;
}

@InputType({ description: "As whom the files in a reserve folder act." })
export class BindReserveFolderInput {
  @Field(() => ID, {
    description:
      "The actor, whose party's folder it is. Files act with the roles that it has when each of them is taken in; tokens have no part in it.",
  })
  actorId!: string;
}

@InputType({ description: "A reserve folder that is to be bound to nobody." })
export class UnbindReserveFolderInput {
  @Field(() => ID, { description: `The party whose folder it is. ${BY_CODE}` })
  partyId!: string;
}
