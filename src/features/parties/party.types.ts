import { Field, ID, InputType, InterfaceType } from "type-graphql";
import type { PartyKind, Role } from "../../domain/parties.js";
import { registerValues } from "../../graph/enums.js";
import { connectionType } from "../../graph/connection-types.js";
import { Node } from "../../graph/node.js";
import { DateTime } from "../../graph/scalars.js";
import type { Instant } from "../../domain/instant.js";
import type { Locale } from "../../domain/wording/wording.js";
import { PlainType } from "../../graph/plain-type.js";

export const RoleEnum = registerValues<Role>(
  "Role",
  "What an actor may be; each role belongs to one kind of party, but EXPORTER to any.",
  {
    CENTRE_OPERATOR: "The national centre's duty officer.",
    CENTRE_ANALYST: "Reads everything at the national centre, changes nothing.",
    CENTRE_ADMINISTRATOR: "Registers parties, objects, actors and tokens.",
    SOC_OPERATOR: "Reports and submits for a SOC.",
    SOC_READER: "Reads what its SOC may see.",
    OWNER: "Reads the incidents on its own objects.",
    EXPORTER: "Takes out as files what its other roles let it read.",
  },
);

/** The languages of the gateway, as the schema spells them. */
export type Language = "KK" | "RU" | "EN";
export const LanguageEnum = registerValues<Language>("Language", "A language in which a party is notified.", {
  KK: "Kazakh.",
  RU: "Russian.",
  EN: "English.",
});
export const LOCALE_OF_LANGUAGE: Readonly<Record<Language, Locale>> = { KK: "kk", RU: "ru", EN: "en" };
export const LANGUAGE_OF_LOCALE: Readonly<Record<Locale, Language>> = { kk: "KK", ru: "RU", en: "EN" };

@InterfaceType({
  description: "The national centre, a SOC or an owner.",
  resolveType: (source: { kind: PartyKind }) => PARTY_TYPES[source.kind],
})
export abstract class Party {
  @Field(() => ID, { description: "Opaque global ID." })
  id!: string;
  @Field(() => String, { description: "Its short code, for people." })
  code!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "The e-mail address for notifications: an owner's about incidents, a SOC's and the national centre's about duties. A SOC's or the centre's is visible only to itself and the centre, an owner's to SOCs as well.",
  })
  email!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The duty officer's telephone number, given in mails about its incidents; visible as `email` is, the national centre's to SOCs as well: they call it where the gateway cannot be reached (R9.1, L22).",
  })
  phone!: string | null;
}

@PlainType({
  implements: [Party, Node],
  description: "The National Coordination Centre for Information Security; there is one. АҚҰҰО · НКЦИБ.",
})
export class NationalCentre extends Party {}

@PlainType({
  implements: [Party, Node],
  description: "An operational information-security centre. АҚЖО · ОЦИБ.",
})
export class Soc extends Party {
  @Field(() => DateTime, { nullable: true, description: "When it ends or ended, exclusive; null if it has no end." })
  endedAt!: Instant | null;
}

@InputType({ description: "Narrows a list of SOCs." })
export class SocFilter {
  @Field(() => Boolean, { nullable: true, description: "Only those that have ended, or only those that have not." })
  isEnded?: boolean | null;
}

@PlainType({ implements: [Party, Node], description: "Owner or holder of protected objects (R9.2)." })
export class Owner extends Party {}

/** The schema's type for each kind of party. */
export const PARTY_TYPES: Readonly<Record<PartyKind, string>> = {
  NATIONAL_CENTRE: NationalCentre.name,
  SOC: Soc.name,
  OWNER: Owner.name,
};

@PlainType({ description: "A bearer token, of which the gateway keeps only a hash." })
export class Token {
  @Field(() => ID, { description: "Opaque; the id that `revokeToken` takes." })
  id!: string;
  @Field(() => String, {
    nullable: true,
    description: "What it is for, as was said when it was issued; null: nothing was.",
  })
  name!: string | null;
  @Field(() => DateTime, { description: "When it was issued." })
  issuedAt!: Instant;
  @Field(() => DateTime, { description: "When it expires." })
  expiresAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was revoked." })
  revokedAt!: Instant | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When it was last used, at most about ten minutes before the truth: each request counts, and a socket as long as it is open. Null: never, or not since it has been kept.",
  })
  lastUsedAt!: Instant | null;
}

@PlainType({ description: "A person or a system account of a party." })
export class Actor {
  @Field(() => ID, { description: "Opaque global ID." })
  id!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => [RoleEnum], { description: "Its roles." })
  roles!: readonly Role[];
}

export const SocConnection = connectionType("Soc", Soc, "SOCs, by code.");
export const OwnerConnection = connectionType("Owner", Owner, "Owners and holders, by code.");
export const ActorConnection = connectionType("Actor", Actor, "Actors, in the order of registration.");
