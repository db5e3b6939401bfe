import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { DeliveryState } from "../../domain/parties.js";
import { toConnection, WindowArgs } from "../../graph/connection.js";
import { OPAQUE_ID } from "../../graph/node.js";
import { idOf, toGlobalId } from "../../platform/identity.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { Incident } from "../incidents/incident.types.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import { Obligation } from "../obligations/obligation.types.js";
import { Party } from "../parties/party.types.js";
import { ProtectedObject } from "../parties/protected-object.types.js";
import { resultOf, subjectOf } from "../submissions/result.js";
import type { DeliveryService } from "./delivery.service.js";
import type { DeliveryRow } from "./delivery.store.js";
import {
  Delivery,
  DeliveryAttempt,
  DeliveryConnection,
  DeliveryRetried,
  DeliveryStateEnum,
  RetryDeliveryInput,
  RetryDeliveryResult,
} from "./delivery.types.js";

@Resolver()
export class DeliveryMutations {
  constructor(private readonly deliveries: DeliveryService) {}

  @Mutation(() => RetryDeliveryResult, {
    description: "Queues again a delivery that was given up or had no mail server.",
  })
  async retryDelivery(
    @Arg("input", () => RetryDeliveryInput) { submissionKey, deliveryId }: RetryDeliveryInput,
    @Ctx() context: RequestContext,
  ) {
    const delivery = idOf("Delivery", deliveryId);
    const done = await context.act(() => this.deliveries.retry(context.sender, submissionKey, delivery));
    return resultOf(DeliveryRetried, done, context, {
      delivery: (accepted, reading) => subjectOf(accepted, reading.delivery),
    });
  }
}

@Resolver(() => Delivery)
export class DeliveryResolver {
  @Query(() => DeliveryConnection, {
    description: "Deliveries to owners and contacts, newest first; for the national centre, to see what was given up.",
  })
  async deliveries(
    @Ctx() context: RequestContext,
    @Args(() => WindowArgs) window: WindowArgs,
    @Arg("states", () => [DeliveryStateEnum], { nullable: true, description: "In one of these states." })
    states: DeliveryState[] | null,
    @Arg("ownerNotNotified", () => Boolean, {
      nullable: true,
      description:
        "True: only deliveries to owners that were not notified in another way either: their R9.2 is neither met nor waived.",
    })
    ownerNotNotified: boolean | null,
    @Arg("dutyOpen", () => Boolean, {
      nullable: true,
      description:
        "True: only deliveries that still matter: to owners as with `ownerNotNotified`, and to contacts about a duty that is neither met nor waived.",
    })
    dutyOpen: boolean | null,
  ) {
    const filter = { states, isOwnerNotNotified: ownerNotNotified ?? false, isDutyOpen: dutyOpen ?? false };
    return toConnection(await context.readingFor("delivery.read").deliveries.page(filter, window));
  }

  @FieldResolver(() => ID, { description: OPAQUE_ID })
  id(@Root() delivery: DeliveryRow): string {
    return toGlobalId("Delivery", delivery.id);
  }

  @FieldResolver(() => Incident, { nullable: true, description: "The incident that an owner is notified of." })
  incident(@Root() delivery: DeliveryRow, @Ctx() context: RequestContext) {
    return delivery.incidentId === null ? null : context.reading.incident.load(delivery.incidentId);
  }

  @FieldResolver(() => ProtectedObject, { nullable: true, description: "The object whose owner is notified." })
  object(@Root() delivery: DeliveryRow, @Ctx() context: RequestContext) {
    return delivery.objectId === null ? null : context.reading.object.load(delivery.objectId);
  }

  @FieldResolver(() => Obligation, { nullable: true, description: "The duty that a contact is notified of." })
  obligation(@Root() delivery: DeliveryRow, @Ctx() context: RequestContext) {
    return delivery.obligationId === null ? null : context.reading.obligation.load(delivery.obligationId);
  }

  @FieldResolver(() => Party, { nullable: true, description: "The party that is notified." })
  party(@Root() delivery: DeliveryRow, @Ctx() context: RequestContext) {
    return context.reading.party.load(delivery.partyId);
  }

  @FieldResolver(() => [DeliveryAttempt], { description: "Every attempt, oldest first." })
  attempts(@Root() delivery: DeliveryRow, @Ctx() context: RequestContext) {
    return context.reading.attemptsOfDelivery.load(delivery.id);
  }
}

/** What this feature adds to an incident. */
@Resolver(() => Incident)
export class IncidentDeliveriesResolver {
  @FieldResolver(() => [Delivery], { description: "The gateway's deliveries to the owner, oldest first (R9.2)." })
  deliveries(@Root() incident: IncidentRow, @Ctx() context: RequestContext) {
    return context.reading.deliveriesOfIncident.load(incident.id);
  }
}

/** What this feature adds to a duty. */
@Resolver(() => Obligation)
export class ObligationDeliveriesResolver {
  @FieldResolver(() => [Delivery], {
    description:
      "R9.2: the gateway's deliveries to the owner or holder that must be notified, oldest first; their states say why the duty is not met yet. Of a duty under another rule there are none.",
  })
  deliveries(@Root() obligation: ObligationRow, @Ctx() context: RequestContext) {
    return context.reading.deliveriesOfDuty.load(obligation.id);
  }
}
