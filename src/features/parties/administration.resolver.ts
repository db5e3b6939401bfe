import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { keptCode } from "../../domain/party-rules.js";
import type { Reference } from "../../domain/references.js";
import { canonicalText, optionalText } from "../../domain/text.js";
import { idOf, referenceTo } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { AccountService } from "./account.service.js";
import type { Administered } from "./administered.js";
import * as types from "./administration.types.js";
import type { CoverageService } from "./coverage.service.js";
import type { EndDraft } from "./ends.js";
import type { PartyService } from "./party.service.js";
import type { ProtectedObjectService } from "./protected-object.service.js";
import { LOCALE_OF_LANGUAGE, PARTY_TYPES } from "./party.types.js";

/** The use cases of administrators. */
export interface AdministrationUseCases {
  readonly parties: PartyService;
  readonly objects: ProtectedObjectService;
  readonly coverage: CoverageService;
  readonly accounts: AccountService;
}

/** What only the national centre's administrators may do. */
@Resolver()
export class AdministrationResolver {
  constructor(private readonly administration: AdministrationUseCases) {}

  @Mutation(() => types.RegisterSocResult, { description: "Registers a SOC." })
  async registerSoc(
    @Arg("input", () => types.RegisterSocInput) input: types.RegisterSocInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = { code: keptCode(input.code), name: canonicalText(input.name), email: null };
    const done = await context.act(() => this.administration.parties.register(context.sender, "SOC", draft));
    return answer(done, "SocRegistered", (soc) => ({ soc }));
  }

  @Mutation(() => types.RegisterOwnerResult, { description: "Registers an owner." })
  async registerOwner(
    @Arg("input", () => types.RegisterOwnerInput) input: types.RegisterOwnerInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = { code: keptCode(input.code), name: canonicalText(input.name), email: input.email ?? null };
    const done = await context.act(() => this.administration.parties.register(context.sender, "OWNER", draft));
    return answer(done, "OwnerRegistered", (owner) => ({ owner }));
  }

  @Mutation(() => types.ChangeContactResult, {
    description:
      "Changes where a party is notified: an owner about incidents (R9.2), a SOC and the national centre about duties.",
  })
  async changeContact(
    @Arg("input", () => types.ChangeContactInput) input: types.ChangeContactInput,
    @Ctx() context: RequestContext,
  ) {
    const { email, phone, language, webhookUrl } = input;
    const changes = {
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(language === undefined ? {} : { language: language && LOCALE_OF_LANGUAGE[language] }),
      ...(webhookUrl === undefined ? {} : { webhookUrl }),
    };
    const party = referenceTo(Object.values(PARTY_TYPES), input.partyId);
    const done = await context.act(() => this.administration.parties.changeContact(context.sender, party, changes));
    return answer(done, "ContactChanged", (changed) => changed);
  }

  @Mutation(() => types.RegisterProtectedObjectResult, { description: "Registers a protected object." })
  async registerProtectedObject(
    @Arg("input", () => types.RegisterProtectedObjectInput) input: types.RegisterProtectedObjectInput,
    @Ctx() context: RequestContext,
  ) {
    const { code, name, kinds, sectors, from = null } = input;
    const owners = { owner: referenceTo("Owner", input.ownerId), holder: holderOf(input) ?? null };
    const draft = { code: keptCode(code), name: canonicalText(name), kinds, sectors, ...owners };
    const done = await context.act(() => this.administration.objects.register(context.sender, draft, from));
    return answer(done, "ProtectedObjectRegistered", (object) => ({ object }));
  }

  @Mutation(() => types.ChangeProtectedObjectResult, {
    description:
      "Changes a protected object. New kinds, a new owner and a new holder hold from an instant that may be past, and incidents confirmed since then are judged anew (R9.2, L9).",
  })
  async changeProtectedObject(
    @Arg("input", () => types.ChangeProtectedObjectInput) input: types.ChangeProtectedObjectInput,
    @Ctx() context: RequestContext,
  ) {
    const { name, kinds, sectors, ownerId, from = null } = input;
    const reason = typeof input.reason === "string" ? canonicalText(input.reason) : null;
    const holder = holderOf(input);
    const changes = {
      ...(typeof name === "string" ? { name: canonicalText(name) } : {}),
      ...(kinds ? { kinds } : {}),
      ...(sectors ? { sectors } : {}),
      ...(typeof ownerId === "string" ? { owner: referenceTo("Owner", ownerId) } : {}),
      ...(holder === undefined ? {} : { holder }),
    };
    const changed = referenceTo("ProtectedObject", input.objectId);
    const done = await context.act(() =>
      this.administration.objects.change(context.sender, changed, changes, from, reason),
    );
    return answer(done, "ProtectedObjectChanged", ({ object, duties, warnings }) => ({
      object,
      warnings,
      obligations: duties.slice(0, SHOWN_DUTIES),
      obligationCount: duties.length,
    }));
  }

  @Mutation(() => types.EndSocResult, {
    description:
      "Sets the end of a SOC. Its coverage ends then, and it is notified of nothing new; its tokens hold on, so that it can still do what it owes. Done again, it moves the end.",
  })
  async endSoc(@Arg("input", () => types.EndSocInput) input: types.EndSocInput, @Ctx() context: RequestContext) {
    const draft = endOf(input, "Soc");
    const done = await context.act(() =>
      this.administration.parties.endSoc(context.sender, referenceTo("Soc", input.socId), draft),
    );
    return answer(done, "SocEnded", ({ ended, warnings }) => ({ soc: ended, warnings }));
  }

  @Mutation(() => types.EndProtectedObjectResult, {
    description:
      "Sets the end of a protected object. Its coverage ends then; a card that names it is accepted with a warning that names its successor. Done again, it moves the end.",
  })
  async endProtectedObject(
    @Arg("input", () => types.EndProtectedObjectInput) input: types.EndProtectedObjectInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = endOf(input, "ProtectedObject");
    const done = await context.act(() =>
      this.administration.objects.end(context.sender, referenceTo("ProtectedObject", input.objectId), draft),
    );
    return answer(done, "ProtectedObjectEnded", ({ ended, warnings }) => ({ object: ended, warnings }));
  }

  @Mutation(() => types.StartCoverageResult, { description: "Records that a SOC covers an object." })
  async startCoverage(
    @Arg("input", () => types.StartCoverageInput) input: types.StartCoverageInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = {
      soc: referenceTo("Soc", input.socId),
      object: referenceTo("ProtectedObject", input.objectId),
      startsAt: input.startsAt,
      endsAt: input.endsAt ?? null,
    };
    const done = await context.act(() => this.administration.coverage.start(context.sender, draft));
    return answer(done, "CoverageStarted", ({ coverage, missed, missedCount }) => ({
      coverage,
      liveNotifications: missed,
      liveNotificationCount: missedCount,
    }));
  }

  @Mutation(() => types.EndCoverageResult, { description: "Sets the end of a period of coverage." })
  async endCoverage(
    @Arg("input", () => types.EndCoverageInput) { coverageId, endsAt }: types.EndCoverageInput,
    @Ctx() context: RequestContext,
  ) {
    const id = idOf("Coverage", coverageId);
    const done = await context.act(() => this.administration.coverage.end(context.sender, id, endsAt));
    return answer(done, "CoverageEnded", (coverage) => ({ coverage }));
  }

  @Mutation(() => types.RegisterActorResult, { description: "Registers a person or a system account." })
  async registerActor(
    @Arg("input", () => types.RegisterActorInput) input: types.RegisterActorInput,
    @Ctx() context: RequestContext,
  ) {
    const draft = {
      party: referenceTo(Object.values(PARTY_TYPES), input.partyId),
      name: canonicalText(input.name),
      roles: input.roles,
    };
    const done = await context.act(() => this.administration.accounts.registerActor(context.sender, draft));
    return answer(done, "ActorRegistered", (actor) => ({ actor }));
  }

  @Mutation(() => types.ChangeActorRolesResult, {
    description: "Changes what an actor may do; takes effect on open feeds at once.",
  })
  async changeActorRoles(
    @Arg("input", () => types.ChangeActorRolesInput) { actorId, roles }: types.ChangeActorRolesInput,
    @Ctx() context: RequestContext,
  ) {
    const id = idOf("Actor", actorId);
    const done = await context.act(() => this.administration.accounts.changeRoles(context.sender, id, roles));
    return answer(done, "ActorRolesChanged", (actor) => ({ actor }));
  }

  @Mutation(() => types.IssueTokenResult, { description: "Issues a bearer token; it is shown once." })
  async issueToken(
    @Arg("input", () => types.IssueTokenInput) { actorId, expiresAt, name }: types.IssueTokenInput,
    @Ctx() context: RequestContext,
  ) {
    const id = idOf("Actor", actorId);
    const done = await context.act(() =>
      this.administration.accounts.issueToken(context.sender, id, expiresAt, optionalText(name)),
    );
    return answer(done, "TokenIssued", (issued) => issued);
  }

  @Mutation(() => types.RevokeTokenResult, { description: "Revokes a token; takes effect on open feeds at once." })
  async revokeToken(
    @Arg("input", () => types.RevokeTokenInput) { tokenId }: types.RevokeTokenInput,
    @Ctx() context: RequestContext,
  ) {
    const id = idOf("Token", tokenId);
    const done = await context.act(() => this.administration.accounts.revokeToken(context.sender, id));
    return answer(done, "TokenRevoked", (token) => ({ token }));
  }

  @Mutation(() => types.BindReserveFolderResult, {
    description:
      "Binds the reserve folder of an actor's party to that actor: files in it act as the actor. Takes the place of an earlier binding.",
  })
  async bindReserveFolder(
    @Arg("input", () => types.BindReserveFolderInput) { actorId }: types.BindReserveFolderInput,
    @Ctx() context: RequestContext,
  ) {
    const id = idOf("Actor", actorId);
    const done = await context.act(() => this.administration.accounts.bindFolder(context.sender, id));
    return answer(done, "ReserveFolderBound", (actor) => ({ actor }));
  }

  @Mutation(() => types.UnbindReserveFolderResult, {
    description: "Binds a party's reserve folder to nobody: files in it wait.",
  })
  async unbindReserveFolder(
    @Arg("input", () => types.UnbindReserveFolderInput) { partyId }: types.UnbindReserveFolderInput,
    @Ctx() context: RequestContext,
  ) {
    const named = referenceTo(Object.values(PARTY_TYPES), partyId);
    const done = await context.act(() => this.administration.accounts.unbindFolder(context.sender, named));
    return answer(done, "ReserveFolderUnbound", (party) => ({ party }));
  }
}

/** How many of the duties that a change opened are in its answer. */
const SHOWN_DUTIES = 100;

/** Null: nobody holds it beside its owner; undefined: nothing is said of that. */
function holderOf({ holderId }: { readonly holderId?: string | null }): Reference | null | undefined {
  return typeof holderId === "string" ? referenceTo("Owner", holderId) : holderId;
}

function endOf(
  { endsAt, reason, replacedById }: types.EndSocInput | types.EndProtectedObjectInput,
  type: string,
): EndDraft {
  const replacedBy = typeof replacedById === "string" ? referenceTo(type, replacedById) : null;
  return { endsAt, reason: canonicalText(reason), replacedBy };
}

function answer<T, Fields extends object>(done: Administered<T>, typename: string, fields: (result: T) => Fields) {
  return done.isAccepted
    ? { __typename: typename, ...fields(done.result) }
    : { __typename: "SubmissionRejected", ...done };
}
