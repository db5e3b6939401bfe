import { Ctx, FieldResolver, Float, ID, Resolver, Root } from "type-graphql";
import { SECOND } from "../../domain/instant.js";
import { lateness, standing, type Standing } from "../../domain/obligations.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../request-context.js";
import { Incident } from "../incidents/incident.types.js";
import { Party } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import type { ObligationRow } from "./obligation.store.js";
import { Obligation, StandingEnum } from "./obligation.types.js";

@Resolver(() => Obligation)
export class ObligationResolver {
  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() obligation: ObligationRow): string {
    return toGlobalId("Obligation", obligation.id);
  }

  @FieldResolver(() => StandingEnum)
  standing(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): Standing {
    return standing(obligation, context.now);
  }

  @FieldResolver(() => Float)
  latenessSeconds(@Root() obligation: ObligationRow, @Ctx() context: RequestContext): number {
    return lateness(obligation, context.now) / SECOND;
  }

  @FieldResolver(() => Party, { nullable: true, description: "Whose duty it is." })
  debtor(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(obligation.debtorId);
  }

  @FieldResolver(() => ProtectedObject, { nullable: true, description: "R9.2: the object whose owner must be told." })
  object(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return obligation.objectId === null ? null : context.reading.object.load(obligation.objectId);
  }

  @FieldResolver(() => Incident, { nullable: true, description: "The incident that it is about." })
  incident(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return obligation.incidentId === null ? null : context.reading.incident.load(obligation.incidentId);
  }
}
