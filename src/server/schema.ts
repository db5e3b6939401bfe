import "reflect-metadata";
import {
  defaultFieldResolver,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { ResolverData } from "type-graphql";
import type { PartyKind } from "../domain/parties.js";
import { AuditResolver } from "../features/audit/audit.resolver.js";
import * as deliveries from "../features/deliveries/delivery.resolver.js";
import { ExportMutations } from "../features/exports/export.resolver.js";
import type { ExportService } from "../features/exports/export.service.js";
import { CardDifferencesResolver } from "../features/incidents/card-differences.resolver.js";
import { ConfirmationMutations } from "../features/incidents/confirmation-correction.resolver.js";
import type { ConfirmationCorrectionService } from "../features/incidents/confirmation-correction.service.js";
import { IncidentChecks } from "../features/incidents/incident-checks.resolver.js";
import { IncidentMutations, type IncidentUseCases } from "../features/incidents/incident-submission.resolver.js";
import * as facts from "../features/incidents/fact.resolver.js";
import * as incidentLists from "../features/incidents/incident-list.resolver.js";
import * as incidents from "../features/incidents/incident.resolver.js";
import { IndicatorResolver } from "../features/indicators/indicator.resolver.js";
import { TakingMutations } from "../features/incidents/taking.resolver.js";
import type { TakingService } from "../features/incidents/taking.service.js";
import * as answers from "../features/notifications/answer.resolver.js";
import * as detections from "../features/notifications/detection.resolver.js";
import * as notifications from "../features/notifications/notification.resolver.js";
import * as recipients from "../features/notifications/recipient.resolver.js";
import { ObligationFeedResolver } from "../features/obligations/obligation-feed.resolver.js";
import * as obligations from "../features/obligations/obligation.resolver.js";
import { AdministrationResolver, type AdministrationUseCases } from "../features/parties/administration.resolver.js";
import { OwnTokenMutations } from "../features/parties/own-token.resolver.js";
import * as parties from "../features/parties/party.resolver.js";
import { PARTY_TYPES } from "../features/parties/party.types.js";
import { SearchResolver } from "../features/search/search.resolver.js";
import * as campaigns from "../features/sharing/campaign.resolver.js";
import * as sharing from "../features/sharing/sharing.resolver.js";
import * as submitted from "../features/submissions/submitted.resolver.js";
import * as submissions from "../features/submissions/submission.resolver.js";
import * as statistics from "../features/statistics/statistics.resolver.js";
import * as timeliness from "../features/timeliness/timeliness.resolver.js";
import { GatewayResolver } from "../graph/gateway.resolver.js";
import { NodeResolver } from "../graph/node.resolver.js";
import type { DeliveryService } from "../features/deliveries/delivery.service.js";
import type { AnswerService } from "../features/notifications/answer.service.js";
import type { NotificationService } from "../features/notifications/notification.service.js";
import type { RequestContext } from "../operation/request-context.js";
import { isListOfObjects, valuesOfRow } from "./operation-cost.js";
import { schemaOf } from "./type-graphql.js";

const RESOLVERS = [
  NodeResolver,
  GatewayResolver,
  ...Object.values(parties),
  AdministrationResolver,
  OwnTokenMutations,
  AuditResolver,
  IncidentMutations,
  IncidentChecks,
  TakingMutations,
  ConfirmationMutations,
  ...Object.values(incidents),
  ...Object.values(incidentLists),
  CardDifferencesResolver,
  ...Object.values(facts),
  IndicatorResolver,
  ...Object.values(sharing),
  ...Object.values(campaigns),
  ...Object.values(submissions),
  ...Object.values(submitted).flat(),
  ...Object.values(obligations),
  ObligationFeedResolver,
  ...Object.values(statistics),
  ...Object.values(timeliness),
  ...Object.values(deliveries),
  ...Object.values(detections),
  ...Object.values(notifications),
  ...Object.values(recipients),
  ...Object.values(answers),
  SearchResolver,
  ExportMutations,
];

/** The use cases that mutations call. */
export interface Services extends IncidentUseCases {
  readonly confirmations: ConfirmationCorrectionService;
  readonly takings: TakingService;
  readonly notifications: NotificationService;
  readonly answers: AnswerService;
  readonly deliveries: DeliveryService;
  readonly administration: AdministrationUseCases;
  readonly exports: ExportService;
}

/** The resolvers that call use cases, by class. */
export function resolversOf(services: Services): ReadonlyMap<unknown, object> {
  return new Map<unknown, object>([
    [IncidentMutations, new IncidentMutations(services)],
    [IncidentChecks, new IncidentChecks(services)],
    [TakingMutations, new TakingMutations(services.takings)],
    [ConfirmationMutations, new ConfirmationMutations(services.confirmations)],
    [detections.DetectionMutations, new detections.DetectionMutations(services.notifications)],
    [
      notifications.NotificationMutations,
      new notifications.NotificationMutations(services.notifications, services.answers),
    ],
    [answers.AnswerMutations, new answers.AnswerMutations(services.answers)],
    [deliveries.DeliveryMutations, new deliveries.DeliveryMutations(services.deliveries)],
    [ExportMutations, new ExportMutations(services.exports)],
    [AdministrationResolver, new AdministrationResolver(services.administration)],
    [OwnTokenMutations, new OwnTokenMutations(services.administration.accounts)],
  ]);
}

let built: Promise<GraphQLSchema> | null = null;

/** The schema. A process has only one; everything else comes with each request's context. */
export function theSchema(): Promise<GraphQLSchema> {
  built ??= createSchema();
  return built;
}

let printed: Promise<string> | null = null;

/** The schema's SDL, sorted by name, for clients to build on. */
export function schemaText(): Promise<string> {
  printed ??= theSchema().then((schema) => `${printSchema(lexicographicSortSchema(schema))}\n`);
  return printed;
}

async function createSchema(): Promise<GraphQLSchema> {
  const stateless = new Map<unknown, object>();
  const statelessOf = (resolver: new () => object): object => {
    if (resolver.length > 0)
      throw new Error(`${resolver.name} calls use cases, and is not given them: name it in resolversOf`);
    const known = stateless.get(resolver) ?? new resolver();
    stateless.set(resolver, known);
    return known;
  };
  const schema = await schemaOf({
    resolvers: RESOLVERS,
    container: {
      get: (resolver: new () => object, { context }: ResolverData<RequestContext>) =>
        context.gateway.resolvers.get(resolver) ?? statelessOf(resolver),
    },
    statelessOf,
    typeOf,
  });
  meterFields(schema);
  return schema;
}

/**
 * Every list of objects charges the values of its rows as they are resolved, and waits for its turn where there are many. Once the operation is over, fields still pending get
 * a promise that never resolves: nobody waits for them, and unlike an error per field it costs nothing.
 */
function meterFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      const isList = isListOfObjects(field);
      const { resolve = isList ? (defaultFieldResolver as Resolve) : undefined } = field;
      if (!resolve || isLeafType(getNamedType(field.type))) continue;
      field.resolve = isList ? charging(resolve) : unlessOver(resolve);
      field.extensions = { ...field.extensions, isCharged: isList };
    }
  }
}

function unlessOver(resolve: Resolve): Resolve {
  return (source, args, context, info) => (context.meter.isOver ? never() : resolve(source, args, context, info));
}

function charging(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    if (context.meter.isOver) return never();
    const charged = (found: unknown): unknown => {
      if (!Array.isArray(found)) return found;
      const values = found.length * valuesOfRow(info);
      if (!context.meter.count(values)) return never();
      const turn = context.turnFor(values);
      return turn ? turn.then((): unknown => (context.meter.isOver ? never() : found)) : found;
    };
    const found = resolve(source, args, context, info);
    return found instanceof Promise ? found.then(charged) : charged(found);
  };
}

/** A new promise each time: a shared one would retain everything that waits for it. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type Field = GraphQLField<unknown, RequestContext>;

/** The type of a source where the schema names an interface or a union. */
function typeOf(source: { readonly __typename: string } | { readonly kind: PartyKind }): string {
  return "__typename" in source ? source.__typename : PARTY_TYPES[source.kind];
}
