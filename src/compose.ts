import "reflect-metadata";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { Authentication } from "./access/authenticate.js";
import { Confirmations } from "./access/confirmations.js";
import { Presumptions } from "./access/presumptions.js";
import { TokenUses } from "./access/token-uses.js";
import { WrongTokens } from "./access/wrong-tokens.js";
import { Mailer } from "./outbound/mailer.js";
import { WebhookCaller } from "./outbound/webhook.js";
import { DeliveryService } from "./features/deliveries/delivery.service.js";
import { CardService } from "./features/incidents/card.service.js";
import { ObjectLinkService } from "./features/incidents/object-link.service.js";
import { ReceivedOtherwiseService } from "./features/incidents/received-otherwise.service.js";
import { ConfirmationCorrectionService } from "./features/incidents/confirmation-correction.service.js";
import { RetractionService } from "./features/incidents/retraction.service.js";
import { TakingService } from "./features/incidents/taking.service.js";
import { SameIncidentService } from "./features/incidents/same-incident.service.js";
import { WaiverService } from "./features/incidents/waiver.service.js";
import { LeftChanges } from "./features/incidents/left-changes.js";
import { IncidentService } from "./features/incidents/incident.service.js";
import { AnswerService } from "./features/notifications/answer.service.js";
import { NotificationService } from "./features/notifications/notification.service.js";
import { AccountService } from "./features/parties/account.service.js";
import { Administration } from "./features/parties/administered.js";
import type { AdministrationUseCases } from "./features/parties/administration.resolver.js";
import { CoverageService } from "./features/parties/coverage.service.js";
import { Judging } from "./features/indicators/judging.js";
import { PartyService } from "./features/parties/party.service.js";
import { ProtectedObjectService } from "./features/parties/protected-object.service.js";
import { ExportService } from "./features/exports/export.service.js";
import { RegisterService } from "./features/registers/register.service.js";
import { Submissions } from "./features/submissions/submissions.js";
import { Announcements } from "./features/obligations/announcement.service.js";
import { TakingIn } from "./features/search/taking-in.service.js";
import { Tallies } from "./features/timeliness/tally.service.js";
import { Doorbell } from "./journal/doorbell.js";
import { LiveFeed } from "./journal/live-feed.js";
import { Sequencer } from "./journal/sequencer.js";
import { BehindJournal, KEPT_UP } from "./operation/behind-journal.js";
import { Habits } from "./operation/habits.js";
import { SharedActs } from "./operation/shared-acts.js";
import { SharedReadings } from "./operation/shared-readings.js";
import { Tail } from "./journal/tail.js";
import { SECOND } from "./domain/instant.js";
import { ActsUnderWay } from "./platform/acts-under-way.js";
import { Availability, DatabaseAway } from "./platform/availability.js";
import type { Clock } from "./platform/clock.js";
import { ClockComparison } from "./platform/clock-comparison.js";
import type { Config } from "./platform/config.js";
import { directConnection, loneClient, scopedConnection, type Connection } from "./platform/database.js";
import type { Logger } from "./platform/logger.js";
import { Metrics } from "./platform/metrics.js";
import type { Pool } from "./platform/pool.js";
import { FEED_SESSIONS, openPools, type Pools } from "./platform/pools.js";
import { FeedTurns } from "./operation/feed-turns.js";
import { Queue } from "./platform/queue.js";
import { Rates } from "./platform/rates.js";
import { RightOfWay } from "./platform/right-of-way.js";
import { Turnstile } from "./platform/turnstile.js";
import { addressBehind } from "./server/caller-address.js";
import { ExportJudge } from "./server/exports/judged-export.js";
import { ErrorDesk } from "./server/errors.js";
import { Execution } from "./server/execution.js";
import { HeldRefusals } from "./server/held-refusals.js";
import { Bodies } from "./server/bodies.js";
import { readConsole, type ConsoleState } from "./server/console.js";
import { createHttp } from "./server/http.js";
import { Documents } from "./server/documents/documents.js";
import { ReserveFolder } from "./server/folder/reserve-folder.js";
import { openMetricsDoor } from "./server/metrics-door.js";
import { Preparation } from "./server/prepare-operation.js";
import { resolversOf, theSchema } from "./server/schema.js";
import { showStandings } from "./server/standing-metrics.js";
import { showState } from "./server/state-metrics.js";
import { Sockets } from "./server/websocket.js";
import { ROWS } from "./operation/stores.js";
import { UnitOfWork } from "./operation/unit-of-work.js";

/** Seconds beyond its own time after which a delivery is taken to be lost with its gateway. */
const LOST_AFTER = 5;

/** A gateway without its doors: what also seeds, verifies and bootstraps. */
export interface Core {
  readonly pools: Pools;
  readonly availability: Availability;
  readonly rightOfWay: RightOfWay;
  readonly sequencer: Sequencer;
  readonly unitOfWork: UnitOfWork;
  /** Deliveries to owners and contacts; tools that only seed or verify do not start it. */
  readonly queue: Queue;
  readonly administration: AdministrationUseCases;
  stop(): Promise<void>;
}

/** A gateway with its doors still closed. */
export interface Gateway extends Core {
  /** Whether `/` has the console. */
  readonly console: ConsoleState;
  /** Opens them; gives the address as a URL. */
  listen(): Promise<string>;
  /** The separate address of the metrics, once it listens; null: on the port of GraphQL. */
  metricsAddress(): { readonly port: number } | null;
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
  const rightOfWay = new RightOfWay();
  const pools = await openPools(databaseUrl, config.database, availability, rightOfWay, ROWS);
  const sequencer = new Sequencer(directConnection(pools.journal), logger, sealTimeout, onSealed);
  const { delivery } = config;
  const queue = new Queue(
    databaseUrl,
    {
      retryDelay: delivery.firstWait / SECOND,
      expiry: delivery.timeout / SECOND + LOST_AFTER,
      slow: delivery.timeout / 4,
    },
    availability,
    logger,
  );
  const unitOfWork = new UnitOfWork(pools.acts, sequencer, queue, {
    isSent: delivery.smtpUrl !== null,
    notSent: (deliveries) =>
      logger.warn({ deliveries }, "nobody is notified by e-mail, since no mail server is set (SMTP_URL)"),
  });
  sequencer.start();
  const { limits } = config;
  const terms = { inForceFrom: config.inForceFrom };
  const administration = new Administration(unitOfWork, clock);
  return {
    pools,
    availability,
    rightOfWay,
    sequencer,
    unitOfWork,
    queue,
    administration: {
      parties: new PartyService(administration, limits, delivery.allowedHosts),
      objects: new ProtectedObjectService(administration, unitOfWork, clock, logger, limits, terms),
      coverage: new CoverageService(administration),
      accounts: new AccountService(administration, unitOfWork, limits),
    },
    async stop() {
      await queue.stop();
      await sequencer.stop();
      availability.stop();
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
    },
  };
}

/** The wiring diagram: every long-lived object of a gateway, once, by hand. What was begun ends where the rest cannot begin. */
export async function compose(databaseUrl: string, config: Config, clock: Clock, logger: Logger): Promise<Gateway> {
  let ring = (): void => undefined;
  const core = await composeCore(databaseUrl, config, clock, logger, () => ring());
  try {
    return await composeDoors(core, databaseUrl, config, clock, logger, (onSealed) => (ring = onSealed));
  } catch (error) {
    await core.stop();
    throw error;
  }
}

async function composeDoors(
  core: Core,
  databaseUrl: string,
  config: Config,
  clock: Clock,
  logger: Logger,
  whenSealed: (onSealed: () => void) => void,
): Promise<Gateway> {
  const { pools, availability, rightOfWay, unitOfWork } = core;
  // They read everybody's facts; what a subscriber may see is asked at each delivery.
  const unscoped = (pool: Pool): Connection => scopedConnection(pool, { sees: "EVERYTHING" });
  const actsUnderWay = new ActsUnderWay();
  const announcements = new Announcements(unitOfWork, clock, logger, config.dueSoon, actsUnderWay);
  const takingIn = new TakingIn(unitOfWork, clock, logger);
  const tail = new Tail(unscoped(pools.journal), logger, config.feedRing, () => {
    announcements.wake();
    takingIn.wake();
  });
  whenSealed(() => tail.ring());
  const feed = new LiveFeed(unscoped(pools.vital), unscoped(pools.feeds), tail);
  const doorbell = new Doorbell(
    () => loneClient(databaseUrl, "dabyl doorbell", config.database.connectTimeout),
    availability,
    logger,
    () => tail.ring(),
  );
  const metrics = new Metrics();
  const leftChanges = new LeftChanges(unitOfWork, clock, logger, { inForceFrom: config.inForceFrom });
  const tallies = new Tallies(unitOfWork, clock, logger);
  const keptUp = KEPT_UP.map((job) => new BehindJournal(unitOfWork, tail, clock, logger, job));
  const judging = new Judging(unitOfWork, tail, clock, logger);
  const submissions = new Submissions(unitOfWork, config.limits, rightOfWay, (rules) => {
    for (const rule of rules) metrics.rejections.inc({ rule });
  });
  const { limits, perParty, database, socketLimits, bodyBytes } = config;
  const terms = { inForceFrom: config.inForceFrom };
  const rates = new Rates(config.rates, () => performance.now());
  const [schema, console] = await Promise.all([theSchema(), readConsole(config.consoleDir)]);
  const preparation = new Preparation(schema, config.operationLimits, rates);
  const exportJudge = new ExportJudge(schema, preparation);
  const exports = new ExportService(submissions, unitOfWork, pools.readings, clock, exportJudge, config.publicUrl);
  const { smtpUrl, mailFrom, timeout, window, firstWait, allowedHosts } = config.delivery;
  const mailer = new Mailer(smtpUrl === null ? null : { url: smtpUrl, from: mailFrom, timeout });
  const webhooks = new WebhookCaller({ timeout, allowedHosts });
  const transport = { mailer, webhooks };
  const patience = { window, firstWait };
  const deliveries = new DeliveryService(unitOfWork, submissions, transport, clock, actsUnderWay, patience, terms);
  const resolvers = resolversOf({
    cards: new CardService(submissions, limits, terms),
    incidents: new IncidentService(submissions, limits, terms),
    sameIncidents: new SameIncidentService(submissions, limits),
    takings: new TakingService(submissions),
    retractions: new RetractionService(submissions, limits, terms),
    confirmations: new ConfirmationCorrectionService(submissions, limits, terms),
    waivers: new WaiverService(submissions, limits),
    receivedOtherwise: new ReceivedOtherwiseService(submissions, limits, terms),
    objectLinks: new ObjectLinkService(submissions, limits, terms),
    notifications: new NotificationService(submissions, limits, terms),
    answers: new AnswerService(submissions, limits, terms),
    deliveries,
    administration: core.administration,
    exports,
  });
  const turnstiles = {
    acts: new Turnstile({ each: perParty.acts, total: database.acts, waiting: perParty.waiting }),
    readings: new Turnstile({ each: perParty.readings, total: database.readings, waiting: perParty.waiting }),
    frames: new Turnstile({ each: FEED_SESSIONS / 2, total: FEED_SESSIONS, waiting: Infinity, isPatient: true }),
  };
  const feedTurns = new FeedTurns(turnstiles.frames, rates);
  const habits = new Habits();
  const gateway = {
    pools,
    rightOfWay,
    clock,
    logger,
    tail,
    feed,
    habits,
    sharedActs: new SharedActs({ unitOfWork, pool: pools.acts, habits, rightOfWay, turns: turnstiles.acts }),
    sharedReadings: new SharedReadings(pools.feeds, tail, config.operationLimits, () => performance.now()),
    feedTurns,
    presumptions: new Presumptions(() => tail.accessChanges),
    confirmations: new Confirmations(
      () => tail.accessChanges,
      (session) => session.revalidate(directConnection(pools.vital), clock.now()),
    ),
    actsUnderWay,
    isSealing: () => core.sequencer.isSealing,
    answerLimits: config.operationLimits,
    limits,
    allowsDrafts: config.allowsDrafts,
    resolvers,
  };
  const execution = new Execution(
    schema,
    preparation,
    { turnstiles, rightOfWay, feedTurns },
    rates,
    config.operationLimits,
    metrics,
  );
  const errors = new ErrorDesk(logger, config.operationLimits, (code) => metrics.errors.inc({ code }));
  const wrongTokens = new WrongTokens(clock, logger);
  const tokenUses = new TokenUses(directConnection(pools.vital), clock, logger);
  const recurring = [leftChanges, tallies, ...keptUp, judging, takingIn, tokenUses];
  const authentication = new Authentication(
    directConnection(pools.vital, "TOKEN"),
    clock,
    gateway.presumptions,
    wrongTokens,
    tokenUses,
  );
  const doors = {
    gateway,
    preparation,
    execution,
    errors,
    authentication,
    held: new HeldRefusals(perParty.waiting),
    bodies: new Bodies(rates, rightOfWay, { largest: config.bodyBytes, waiting: perParty.waiting }),
    addressOf: addressBehind(config.trustedProxies),
    exports,
    exportJudge,
    registers: new RegisterService(unitOfWork, pools.readings, clock, perParty.readings),
  };
  const documents = new Documents(doors, { bytes: bodyBytes, items: config.batchItems });
  const { app, drain, isFree } = await createHttp({ ...doors, documents, schema, config, console, metrics });
  const sockets = new Sockets(app.server, { ...doors, isFree, limits: socketLimits, bodyBytes });
  tokenUses.alsoOf(() => sockets.sessions());
  const reserve =
    config.reserveDir === null
      ? null
      : new ReserveFolder({
          root: resolve(config.reserveDir),
          documents,
          isOutbound: config.isReserveOutbound,
          connect: () => loneClient(databaseUrl, "dabyl reserve folder", database.connectTimeout),
          availability,
          clock,
          logger,
        });
  await reserve?.check();
  showState(metrics, { ...core, tail, sockets, wrongTokens, waiting: turnstiles, bodies: doors.bodies, reserve });
  showStandings(metrics, pools.readings, clock);
  let metricsDoor: Awaited<ReturnType<typeof openMetricsDoor>> | null = null;

  await tail.start();
  await doorbell.start();
  const clocks = new ClockComparison(directConnection(pools.vital), clock, logger);
  if (config.clockSpeed === 1) clocks.start();
  await core.queue.start(async (id) => {
    const { nextIn, called } = await deliveries.attempt(id).catch((error: unknown) => {
      if (!(error instanceof DatabaseAway))
        logger.error({ err: error, delivery: id }, "an attempt to deliver failed on our side");
      throw error;
    });
    return { nextIn: nextIn === null ? null : Math.ceil(nextIn / SECOND), called };
  });
  // It puts deliveries on the queue.
  announcements.start();
  for (const one of recurring) one.start();
  reserve?.start();
  return {
    ...core,
    console: typeof console === "string" ? console : "SERVED",
    async listen() {
      if (config.metricsAddress) metricsDoor = await openMetricsDoor(config.metricsAddress, metrics, logger);
      await app.listen({ host: config.host, port: config.port });
      const { port } = app.server.address() as AddressInfo;
      return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    },
    metricsAddress: () => metricsDoor,
    async stop() {
      await Promise.all([drain(), sockets.close(), reserve?.stop()]);
      await announcements.stop();
      for (const one of recurring) await one.stop();
      await clocks.stop();
      await app.close();
      await metricsDoor?.close();
      await doorbell.stop();
      await tail.stop();
      await core.stop();
      mailer.close();
    },
  };
}
