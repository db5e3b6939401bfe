import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import * as incidents from "../features/incidents/incident.resolver.js";
import * as submissions from "../features/incidents/submission.resolver.js";
import { ObligationResolver } from "../features/obligations/obligation.resolver.js";
import { AdministrationResolver } from "../features/parties/administration.resolver.js";
import * as parties from "../features/parties/party.resolver.js";
import { NodeResolver } from "../graph/node.resolver.js";
import type { AdministrationService } from "../features/parties/administration.service.js";
import type { CardService } from "../features/incidents/card.service.js";
import type { IncidentService } from "../features/incidents/incident.service.js";

type Resolvers = NonEmptyArray<new (...services: never[]) => object>;

const RESOLVERS = [
  NodeResolver,
  ...Object.values(parties),
  AdministrationResolver,
  ...Object.values(incidents),
  ...Object.values(submissions),
  ObligationResolver,
] as unknown as Resolvers;

/** The use cases that mutations call. */
export interface Services {
  readonly cards: CardService;
  readonly incidents: IncidentService;
  readonly administration: AdministrationService;
}

/** The schema, its mutations bound to `services`; null for a schema that is only to be read or printed. */
export async function createSchema(services: Services | null): Promise<GraphQLSchema> {
  const instances = new Map<unknown, object>();
  if (services) {
    instances.set(
      submissions.SubmissionResolver,
      new submissions.SubmissionResolver(services.cards, services.incidents),
    );
    instances.set(AdministrationResolver, new AdministrationResolver(services.administration));
  }
  return buildSchema({
    resolvers: RESOLVERS,
    container: {
      get(resolver: new () => object): object {
        const known = instances.get(resolver) ?? new resolver();
        instances.set(resolver, known);
        return known;
      },
    },
    validate: false,
    // Every subscription has its own `subscribe`; the bundled PubSub would end the process on one slow reader.
    pubSub: {
      publish: () => {
        throw new Error("facts are read from the journal, not published");
      },
      subscribe: () => {
        throw new Error("facts are read from the journal, not published");
      },
    },
  });
}
