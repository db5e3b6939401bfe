import "reflect-metadata";
import type { AddressInfo } from "node:net";
import type { DataSource } from "typeorm";
import { Authentication, Presumptions } from "./access/authenticate.js";
import { WrongTokens } from "./access/wrong-tokens.js";
import { Mailer } from "./delivery/mailer.js";
import { WebhookCaller } from "./delivery/webhook.js";
import { DeliveryService } from "./features/deliveries/delivery.service.js";
import { CardRow } from "./features/incidents/card.store.js";
import { CardService } from "./features/incidents/card.service.js";
import { CorrectionService } from "./features/incidents/correction.service.js";
import { IncidentService } from "./features/incidents/incident.service.js";
import { IncidentRow } from "./features/incidents/incident.store.js";
import { OwnerNotificationRow } from "./features/incidents/owner-notification.store.js";
import { ReportRow } from "./features/incidents/report.store.js";
import { ReviewRow } from "./features/incidents/review.store.js";
import { AnswerService } from "./features/notifications/answer.service.js";
import { AnalysisRow, DenialRow } from "./features/notifications/answer.store.js";
import { ConcernRow } from "./features/notifications/concern.store.js";
import { NotificationService } from "./features/notifications/notification.service.js";
import { NotificationRow } from "./features/notifications/notification.store.js";
import { ActorRow, TokenRow } from "./features/parties/actor.store.js";
import { AdministrationService } from "./features/parties/administration.service.js";
import { PartyRow } from "./features/parties/party.store.js";
import { CoverageRow, ProtectedObjectRow } from "./features/parties/protected-object.store.js";
import { SubmissionRow } from "./features/submissions/submission.store.js";
import { Submissions } from "./features/submissions/submissions.js";
import { Announcements } from "./features/obligations/announcement.service.js";
import { Doorbell } from "./journal/doorbell.js";
import { LiveFeed } from "./journal/live-feed.js";
import { Sequencer } from "./journal/sequencer.js";
import { SharedReadings } from "./journal/shared-readings.js";
import { Tail } from "./journal/tail.js";
import { SECOND } from "./domain/instant.js";
import type { Clock } from "./platform/clock.js";
import { ClockComparison } from "./platform/clock-comparison.js";
import type { Config } from "./platform/config.js";
import { directConnection, listeningClient, openDatabase, scopedConnection } from "./platform/database.js";
import type { Logger } from "./platform/logger.js";
import { Queue, TryAgain } from "./platform/queue.js";
import { addressBehind } from "./server/caller-address.js";
import { ErrorDesk } from "./server/errors.js";
import { Execution } from "./server/execution.js";
import { createHttp } from "./server/http.js";
import { Preparation } from "./server/prepare-operation.js";
import { createSchema } from "./server/schema.js";
import { Sockets } from "./server/websocket.js";
import { UnitOfWork } from "./unit-of-work.js";

const ROWS = [
  PartyRow,
  ProtectedObjectRow,
  CoverageRow,
  ActorRow,
  TokenRow,
  IncidentRow,
  SubmissionRow,
  ReportRow,
  CardRow,
  ReviewRow,
  OwnerNotificationRow,
  ConcernRow,
  NotificationRow,
  AnalysisRow,
  DenialRow,
];

/** Seconds beyond its own time after which a delivery is taken to be lost with its gateway. */
const LOST_AFTER = 5;

/** A gateway without its doors: what also seeds, verifies and bootstraps. */
export interface Core {
  readonly dataSource: DataSource;
  /** The sequencer's and the tail's own sessions. */
  readonly journal: DataSource;
  readonly unitOfWork: UnitOfWork;
  /** Deliveries to owners and contacts; whoever only seeds or verifies does not start it. */
  readonly queue: Queue;
  readonly administration: AdministrationService;
  stop(): Promise<void>;
}

/** A gateway with its doors still closed. */
export interface Gateway extends Core {
  /** Opens them; gives the address as a URL. */
  listen(): Promise<string>;
}

/** Sessions, sequencer and use cases on a migrated database. */
export async function composeCore(
  databaseUrl: string,
  config: Config,
  clock: Clock,
  logger: Logger,
  onSealed: () => void = () => undefined,
): Promise<Core> {
  const onPoolError = (error: Error): void => logger.warn({ err: error }, "a database session broke");
  const dataSource = await openDatabase(databaseUrl, { pool: config.databasePool, entities: ROWS, onPoolError });
  // Sessions of its own: acknowledgements do not wait behind anybody's long question.
  const journal = await openDatabase(databaseUrl, { pool: 2, entities: [], onPoolError });
  const sequencer = new Sequencer(journal, logger, onSealed);
  const { delivery } = config;
  const queue = new Queue(
    databaseUrl,
    { retryDelay: delivery.retryDelay / SECOND, expiry: delivery.timeout / SECOND + LOST_AFTER },
    logger,
  );
  const unitOfWork = new UnitOfWork(dataSource, sequencer, queue);
  sequencer.start();
  return {
    dataSource,
    journal,
    unitOfWork,
    queue,
    administration: new AdministrationService(unitOfWork, clock, config.limits, delivery.allowedHosts),
    async stop() {
      await queue.stop();
      await sequencer.stop();
      await journal.destroy();
      await dataSource.destroy();
    },
  };
}

/** The wiring diagram: every long-lived object of a gateway, once, by hand. */
export async function compose(databaseUrl: string, config: Config, clock: Clock, logger: Logger): Promise<Gateway> {
  const core = await composeCore(databaseUrl, config, clock, logger, () => tail.ring());
  const { dataSource, unitOfWork } = core;
  // They read everybody's facts; what a subscriber may see is asked at each delivery.
  const everything = scopedConnection(core.journal, { sees: "EVERYTHING" });
  const announcements = new Announcements(unitOfWork, clock, logger, config.dueSoon);
  const tail = new Tail(everything, logger, config.feedRing, () => announcements.hear());
  const feed = new LiveFeed(scopedConnection(dataSource, { sees: "EVERYTHING" }), tail);
  const doorbell = new Doorbell(
    () => listeningClient(databaseUrl),
    logger,
    () => tail.ring(),
  );
  const gateway = {
    dataSource,
    clock,
    logger,
    tail,
    feed,
    sharedReadings: new SharedReadings(dataSource, tail),
    presumptions: new Presumptions(),
    rowLimit: config.operationLimits.cost,
  };

  const submissions = new Submissions(unitOfWork, clock, config.limits);
  const { limits, inForceFrom } = config;
  const { smtpUrl, mailFrom, timeout, attempts, allowedHosts } = config.delivery;
  const mailer = new Mailer(smtpUrl === null ? null : { url: smtpUrl, from: mailFrom, timeout });
  const webhooks = new WebhookCaller({ timeout, allowedHosts });
  const deliveries = new DeliveryService(unitOfWork, submissions, { mailer, webhooks }, clock, attempts, inForceFrom);
  const schema = await createSchema({
    cards: new CardService(submissions, limits, inForceFrom),
    incidents: new IncidentService(submissions, limits, inForceFrom),
    corrections: new CorrectionService(submissions, limits),
    notifications: new NotificationService(submissions, limits),
    answers: new AnswerService(submissions, limits, inForceFrom),
    deliveries,
    administration: core.administration,
  });
  const preparation = new Preparation(schema, config.operationLimits);
  const execution = new Execution(schema, preparation);
  const errors = new ErrorDesk(logger, config.operationLimits);
  const authentication = new Authentication(
    directConnection(dataSource),
    clock,
    gateway.presumptions,
    new WrongTokens(clock, logger),
  );
  const doors = {
    gateway,
    preparation,
    execution,
    errors,
    authentication,
    addressOf: addressBehind(config.trustedProxies),
  };
  const { app, drain } = await createHttp({ ...doors, schema, config });
  const sockets = new Sockets(app.server, { ...doors, limits: config.socketLimits, bodyBytes: config.bodyBytes });

  await tail.start();
  await doorbell.start();
  const clocks = new ClockComparison(dataSource, clock, logger);
  if (config.clockSpeed === 1) clocks.start();
  await core.queue.start(async (id) => {
    const ended = await deliveries.attempt(id).catch((error: unknown) => {
      logger.error({ err: error, delivery: id }, "an attempt to deliver failed on our side");
      return "AGAIN";
    });
    if (ended === "AGAIN") throw new TryAgain();
  });
  // It puts deliveries on the queue.
  announcements.start();
  return {
    ...core,
    async listen() {
      await app.listen({ host: config.host, port: config.port });
      const { port } = app.server.address() as AddressInfo;
      return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    },
    async stop() {
      await Promise.all([drain(), sockets.close()]);
      await announcements.stop();
      await clocks.stop();
      await app.close();
      await doorbell.stop();
      await tail.stop();
      await core.stop();
      mailer.close();
    },
  };
}
