import "reflect-metadata";
import type { AddressInfo } from "node:net";
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
import { Availability, DatabaseAway } from "./platform/availability.js";
import type { Clock } from "./platform/clock.js";
import { ClockComparison } from "./platform/clock-comparison.js";
import type { Config } from "./platform/config.js";
import { directConnection, loneClient, scopedConnection } from "./platform/database.js";
import type { Logger } from "./platform/logger.js";
import { openPools, type Pools } from "./platform/pools.js";
import { Queue, TryAgain } from "./platform/queue.js";
import { Rates } from "./platform/rates.js";
import { Turnstile } from "./platform/turnstile.js";
import { addressBehind } from "./server/caller-address.js";
import { ErrorDesk } from "./server/errors.js";
import { Execution } from "./server/execution.js";
import { HeldRefusals } from "./server/held-refusals.js";
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
  readonly pools: Pools;
  readonly availability: Availability;
  readonly sequencer: Sequencer;
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
  const { connectTimeout, sealTimeout } = config.database;
  const availability = new Availability(() => loneClient(databaseUrl, "dabyl availability", connectTimeout), logger);
  const pools = await openPools(databaseUrl, config.database, availability, ROWS);
  const sequencer = new Sequencer(directConnection(pools.journal), logger, sealTimeout, onSealed);
  const { delivery } = config;
  const queue = new Queue(
    databaseUrl,
    { retryDelay: delivery.firstWait / SECOND, expiry: delivery.timeout / SECOND + LOST_AFTER },
    availability,
    logger,
  );
  const unitOfWork = new UnitOfWork(pools.acts, sequencer, queue, {
    isSent: delivery.smtpUrl !== null,
    notSent: (deliveries) =>
      logger.warn({ deliveries }, "nobody is told by e-mail, since no mail server is set (SMTP_URL)"),
  });
  sequencer.start();
  return {
    pools,
    availability,
    sequencer,
    unitOfWork,
    queue,
    administration: new AdministrationService(unitOfWork, clock, config.limits, delivery.allowedHosts),
    async stop() {
      await queue.stop();
      await sequencer.stop();
      availability.stop();
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
    },
  };
}

/** The wiring diagram: every long-lived object of a gateway, once, by hand. */
export async function compose(databaseUrl: string, config: Config, clock: Clock, logger: Logger): Promise<Gateway> {
  const core = await composeCore(databaseUrl, config, clock, logger, () => tail.ring());
  const { pools, availability, unitOfWork } = core;
  // They read everybody's facts; what a subscriber may see is asked at each delivery.
  const everything = scopedConnection(pools.journal, { sees: "EVERYTHING" });
  const announcements = new Announcements(unitOfWork, clock, logger, config.dueSoon);
  const tail = new Tail(everything, logger, config.feedRing, () => announcements.hear());
  const feed = new LiveFeed(scopedConnection(pools.vital, { sees: "EVERYTHING" }), tail);
  const doorbell = new Doorbell(
    () => loneClient(databaseUrl, "dabyl doorbell", config.database.connectTimeout),
    availability,
    logger,
    () => tail.ring(),
  );
  const gateway = {
    pools,
    clock,
    logger,
    tail,
    feed,
    sharedReadings: new SharedReadings(pools.vital, tail, config.operationLimits),
    presumptions: new Presumptions(),
    isSealing: () => core.sequencer.isSealing,
    answerLimits: config.operationLimits,
  };

  const submissions = new Submissions(unitOfWork, config.limits);
  const { limits, inForceFrom } = config;
  const { smtpUrl, mailFrom, timeout, window, firstWait, allowedHosts } = config.delivery;
  if (smtpUrl === null)
    logger.warn("no mail server is set (SMTP_URL): owners and contacts who have only an e-mail address are not told");
  const mailer = new Mailer(smtpUrl === null ? null : { url: smtpUrl, from: mailFrom, timeout });
  const webhooks = new WebhookCaller({ timeout, allowedHosts });
  const transport = { mailer, webhooks };
  const patience = { window, firstWait };
  const deliveries = new DeliveryService(unitOfWork, submissions, transport, clock, patience, inForceFrom);
  const schema = await createSchema({
    cards: new CardService(submissions, limits, inForceFrom),
    incidents: new IncidentService(submissions, limits, inForceFrom),
    corrections: new CorrectionService(submissions, limits),
    notifications: new NotificationService(submissions, limits),
    answers: new AnswerService(submissions, limits, inForceFrom),
    deliveries,
    administration: core.administration,
  });
  const { perParty, database } = config;
  const turnstiles = {
    acts: new Turnstile({ each: perParty.acts, total: database.acts, waiting: perParty.waiting }),
    readings: new Turnstile({ each: perParty.readings, total: database.readings, waiting: perParty.waiting }),
  };
  const rates = new Rates(config.rates, () => performance.now());
  const preparation = new Preparation(schema, config.operationLimits, rates);
  const execution = new Execution(schema, preparation, turnstiles, rates, config.operationLimits);
  const errors = new ErrorDesk(logger, config.operationLimits);
  const authentication = new Authentication(
    directConnection(pools.vital),
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
    held: new HeldRefusals(),
    addressOf: addressBehind(config.trustedProxies),
  };
  const { app, drain } = await createHttp({ ...doors, schema, config });
  const sockets = new Sockets(app.server, { ...doors, limits: config.socketLimits, bodyBytes: config.bodyBytes });

  await tail.start();
  await doorbell.start();
  const clocks = new ClockComparison(directConnection(pools.vital), clock, logger);
  if (config.clockSpeed === 1) clocks.start();
  await core.queue.start(async (id) => {
    const nextIn = await deliveries.attempt(id).catch((error: unknown) => {
      if (!(error instanceof DatabaseAway))
        logger.error({ err: error, delivery: id }, "an attempt to deliver failed on our side");
      throw new TryAgain(null);
    });
    if (nextIn !== null) throw new TryAgain(Math.ceil(nextIn / SECOND));
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
