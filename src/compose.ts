import "reflect-metadata";
import type { AddressInfo } from "node:net";
import type { DataSource } from "typeorm";
import { Presumptions } from "./access/authenticate.js";
import { CardRow } from "./features/incidents/card.store.js";
import { CardService } from "./features/incidents/card.service.js";
import { IncidentService } from "./features/incidents/incident.service.js";
import { IncidentRow } from "./features/incidents/incident.store.js";
import { OwnerNotificationRow } from "./features/incidents/owner-notification.store.js";
import { ReportRow } from "./features/incidents/report.store.js";
import { ReviewRow } from "./features/incidents/review.store.js";
import { SubmissionRow } from "./features/incidents/submission.store.js";
import { Submissions } from "./features/incidents/submissions.js";
import { ActorRow, TokenRow } from "./features/parties/actor.store.js";
import { AdministrationService } from "./features/parties/administration.service.js";
import { PartyRow } from "./features/parties/party.store.js";
import { CoverageRow, ProtectedObjectRow } from "./features/parties/protected-object.store.js";
import { Doorbell } from "./journal/doorbell.js";
import { LiveFeed } from "./journal/live-feed.js";
import { Sequencer } from "./journal/sequencer.js";
import { SharedReadings } from "./journal/shared-readings.js";
import { Tail } from "./journal/tail.js";
import type { Clock } from "./platform/clock.js";
import type { Config } from "./platform/config.js";
import { listeningClient, openDatabase, scopedConnection } from "./platform/database.js";
import type { Logger } from "./platform/logger.js";
import { ErrorDesk } from "./server/errors.js";
import { Execution } from "./server/execution.js";
import { createHttp } from "./server/http.js";
import { Preparation } from "./server/prepare-operation.js";
import { createSchema } from "./server/schema.js";
import { attachWebSocket } from "./server/websocket.js";
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
];

/** A gateway without its doors: what also seeds, verifies and bootstraps. */
export interface Core {
  readonly dataSource: DataSource;
  /** The sequencer's and the tail's own sessions. */
  readonly journal: DataSource;
  readonly unitOfWork: UnitOfWork;
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
  const unitOfWork = new UnitOfWork(dataSource, sequencer);
  sequencer.start();
  return {
    dataSource,
    journal,
    unitOfWork,
    administration: new AdministrationService(unitOfWork, clock, config.limits),
    async stop() {
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
  const tail = new Tail(scopedConnection(core.journal, { sees: "EVERYTHING" }), logger, config.feedRing);
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
  const schema = await createSchema({
    cards: new CardService(submissions, config.limits, config.inForceFrom),
    incidents: new IncidentService(submissions, config.limits, config.inForceFrom),
    administration: core.administration,
  });
  const preparation = new Preparation(schema, config.operationLimits);
  const execution = new Execution(schema, preparation);
  const errors = new ErrorDesk(logger, config.operationLimits);
  const parts = { gateway, schema, preparation, execution, errors, config, bodyBytes: config.bodyBytes };
  const { app, drain } = await createHttp(parts);
  const closeSockets = attachWebSocket(app.server, parts);

  await tail.start();
  await doorbell.start();
  return {
    ...core,
    async listen() {
      await app.listen({ host: config.host, port: config.port });
      const { port } = app.server.address() as AddressInfo;
      return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    },
    async stop() {
      drain();
      await closeSockets();
      await app.close();
      await doorbell.stop();
      await tail.stop();
      await core.stop();
    },
  };
}
