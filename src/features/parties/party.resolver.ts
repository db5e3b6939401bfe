import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import {
  LANGUAGE_OF_LOCALE,
  LanguageEnum,
  type Language,
  NationalCentre,
  Party,
  Soc,
  Owner,
  Actor,
  ActorConnection,
  OwnerConnection,
  SocConnection,
  SocFilter,
  Token,
  PARTY_TYPES,
} from "./party.types.js";
import { may } from "../../domain/access.js";
import type { Actor as DomainActor } from "../../domain/parties.js";
import type { Instant } from "../../domain/instant.js";
import { isNumber } from "../../domain/references.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { DateTime } from "../../graph/scalars.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { ActorRow, TokenRecord } from "./actor.store.js";
import type { PartyRow } from "./party.store.js";
import {
  Coverage,
  KindPeriod,
  Ownership,
  ProtectedObject,
  ProtectedObjectConnection,
  ProtectedObjectFilter,
} from "./protected-object.types.js";
import type { EndFilter } from "./ends-sql.js";
import type { CoverageRow, OwnershipRow, ProtectedObjectRow } from "./protected-object.store.js";

@Resolver(() => Party)
export class PartyResolver {
  @Query(() => NationalCentre, { description: "The national centre: there is one." })
  async nationalCentre(@Ctx() context: RequestContext): Promise<PartyRow> {
    const { rows } = await context
      .readingFor("read")
      .parties.page("NATIONAL_CENTRE", { now: context.now }, { first: 1 });
    const [centre] = rows;
    if (!centre) throw new Error("There is no national centre.");
    return centre;
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() party: Pick<PartyRow, "id" | "kind">): string {
    return toGlobalId(PARTY_TYPES[party.kind], party.id);
  }

  @FieldResolver(() => LanguageEnum, {
    nullable: true,
    description:
      "The language of notifications; null if none was chosen (Kazakh is used), or if `email` is hidden from you.",
  })
  language(@Root() party: PartyRow): Language | null {
    return party.language && LANGUAGE_OF_LOCALE[party.language];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The address of its webhook; only the national centre sees it.",
  })
  async webhookUrl(@Root() party: PartyRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.reading.webhookOfParty.load(party.id))[0]?.url ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "Since when the webhook has not been called because its server answered that it is gone (HTTP 410); `changeContact` sets a new one.",
  })
  async webhookGoneAt(@Root() party: PartyRow, @Ctx() context: RequestContext): Promise<Instant | null> {
    return (await context.reading.webhookOfParty.load(party.id))[0]?.goneAt ?? null;
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "As whom the files in its reserve folder act; null if they wait, because the folder is bound to nobody, or if you are no administrator.",
  })
  async reserveActor(@Root() party: PartyRow, @Ctx() context: RequestContext): Promise<ActorRow | null> {
    if (!may(context.actor, "actor.read")) return null;
    return (await context.reading.reserveActorOfParty.load(party.id))[0] ?? null;
  }
}

type ActorSource = ActorRow | DomainActor;

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { description: "The calling actor." })
  me(@Ctx() context: RequestContext): ActorSource {
    return context.actor;
  }

  @Query(() => ActorConnection, { description: "Every actor, for administrators." })
  async actors(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    const page = await context.readingFor("actor.read").actors.page(window);
    return toConnection(page);
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() actor: ActorSource): string {
    return toGlobalId("Actor", actor.id);
  }

  @FieldResolver(() => Party, { description: "The party whose account it is." })
  party(@Root() actor: ActorSource, @Ctx() context: RequestContext) {
    return context.reading.party.load("party" in actor ? actor.party.id : actor.partyId);
  }

  @FieldResolver(() => [Token], { description: "Its tokens, oldest first; for administrators." })
  tokens(@Root() actor: ActorSource, @Ctx() context: RequestContext) {
    return context.readingFor("actor.read").tokensOfActor.load(actor.id);
  }
}

@Resolver(() => Token)
export class TokenResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() token: TokenRecord): string {
    return toGlobalId("Token", token.id);
  }
}

@Resolver(() => Soc)
export class SocsResolver {
  @Query(() => SocConnection, { description: "The SOCs that you may see, by code." })
  async socs(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => SocFilter, { nullable: true }) filter: SocFilter | null,
  ) {
    return toConnection(await context.readingFor("read").parties.page("SOC", endFilter(filter, context), window));
  }

  @Query(() => Soc, {
    nullable: true,
    description: "One SOC by its code, in capitals or not; null if it does not exist or you may not see it.",
  })
  async soc(@Arg("code", () => String) code: string, @Ctx() context: RequestContext) {
    const reading = context.readingFor("read");
    const [found] = isNumber(code) ? await reading.parties.numbered([code.toUpperCase()], ["SOC"]) : [];
    return found ? reading.party.load(found.id) : null;
  }

  @FieldResolver(() => Soc, { nullable: true, description: "The SOC that replaces it, if any and you may see it." })
  replacedBy(@Root() { replacedById }: PartyRow, @Ctx() context: RequestContext) {
    return replacedById && context.reading.party.load(replacedById);
  }
}

@Resolver(() => Owner)
export class OwnersResolver {
  @Query(() => OwnerConnection, {
    description:
      "The owners and holders that you may see, by code: a SOC those in whose time it covered their objects, an owner itself and who has one of its objects beside it.",
  })
  async owners(@Ctx() context: RequestContext, @Args(() => WindowArgs) window: WindowArgs) {
    return toConnection(await context.readingFor("read").parties.page("OWNER", { now: context.now }, window));
  }
}

function endFilter(filter: { readonly isEnded?: boolean | null } | null, { now }: RequestContext): EndFilter {
  return typeof filter?.isEnded === "boolean" ? { isEnded: filter.isEnded, now } : { now };
}

@Resolver(() => ProtectedObject)
export class ProtectedObjectResolver {
  @Query(() => ProtectedObjectConnection, { description: "The protected objects that you may see, by code." })
  async protectedObjects(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("filter", () => ProtectedObjectFilter, { nullable: true }) filter: ProtectedObjectFilter | null,
  ) {
    const { kinds, sectors } = filter ?? {};
    const page = await context
      .readingFor("read")
      .objects.page(
        { ...(kinds ? { kinds } : {}), ...(sectors ? { sectors } : {}), ...endFilter(filter, context) },
        window,
      );
    return toConnection(page);
  }

  @Query(() => ProtectedObject, {
    nullable: true,
    description:
      "One protected object by its code, in capitals or not; null if it does not exist or you may not see it.",
  })
  async protectedObject(@Arg("code", () => String) code: string, @Ctx() context: RequestContext) {
    const reading = context.readingFor("read");
    const [found] = isNumber(code) ? await reading.objects.numbered([code.toUpperCase()]) : [];
    return found ? reading.object.load(found.id) : null;
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() object: ProtectedObjectRow): string {
    return toGlobalId("ProtectedObject", object.id);
  }

  @FieldResolver(() => Owner, { nullable: true, description: "Its owner; its holder where no owner is known." })
  owner(@Root() object: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(object.ownerId);
  }

  @FieldResolver(() => Owner, {
    nullable: true,
    description: "Who holds it beside its owner: notified too, and telling either meets R9.2. Null: nobody, or hidden.",
  })
  holder(@Root() { holderId }: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return holderId && context.reading.party.load(holderId);
  }

  @FieldResolver(() => ProtectedObject, {
    nullable: true,
    description: "The object that replaces it, if any and you may see it.",
  })
  replacedBy(@Root() { replacedById }: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return replacedById && context.reading.object.load(replacedById);
  }

  @FieldResolver(() => [KindPeriod], { description: "Of which kinds it was and when, oldest first: the latest 100." })
  kindPeriods(@Root() object: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return context.reading.kindPeriodsOfObject.load(object.id);
  }

  @FieldResolver(() => [Ownership], {
    description:
      "Whose it was and when, oldest first, as far as you may see: a SOC those of the time in which it covered the object, an owner its own. The latest 100.",
  })
  ownerships(@Root() object: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return context.reading.ownershipsOfObject.load(object.id);
  }

  @FieldResolver(() => [Coverage], { description: "Which SOCs cover it, and when, as far as you may see." })
  coverage(@Root() object: ProtectedObjectRow, @Ctx() context: RequestContext) {
    return context.reading.coverageOfObject.load(object.id);
  }
}

@Resolver(() => Ownership)
export class OwnershipResolver {
  @FieldResolver(() => Owner, { nullable: true, description: "The owner or holder." })
  owner(@Root() ownership: OwnershipRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(ownership.ownerId);
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() coverage: CoverageRow): string {
    return toGlobalId("Coverage", coverage.id);
  }

  @FieldResolver(() => Soc, { nullable: true, description: "The SOC that serves." })
  soc(@Root() coverage: CoverageRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(coverage.socId);
  }

  @FieldResolver(() => ProtectedObject, { nullable: true, description: "The object that is served." })
  object(@Root() coverage: CoverageRow, @Ctx() context: RequestContext) {
    return context.reading.object.load(coverage.objectId);
  }
}
