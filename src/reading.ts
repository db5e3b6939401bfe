import DataLoader from "dataloader";
import type { Scope } from "./domain/access.js";
import { CardStore, type CardRow, type IndicatorOfCard } from "./features/incidents/card.store.js";
import { CorrectionStore, type CorrectionRow, type RetractionRow } from "./features/incidents/correction.store.js";
import { AttemptStore, type AttemptRow } from "./features/deliveries/attempt.store.js";
import { DeliveryStore, type DeliveryRow } from "./features/deliveries/delivery.store.js";
import { IncidentStore, type IncidentRow } from "./features/incidents/incident.store.js";
import {
  OwnerNotificationStore,
  type AcknowledgementRow,
  type OwnerNotificationRow,
} from "./features/incidents/owner-notification.store.js";
import { ReportStore, type ReportRow } from "./features/incidents/report.store.js";
import { ReviewStore, type ReviewRow } from "./features/incidents/review.store.js";
import {
  AnswerStore,
  type AnalysisRow,
  type DenialRow,
  type IndicatorOfAnalysis,
} from "./features/notifications/answer.store.js";
import { ConcernStore, type ConcernRow, type IndicatorOfConcern } from "./features/notifications/concern.store.js";
import {
  NotificationStore,
  type IndicatorOfNotification,
  type NotificationRow,
  type RecipientRow,
} from "./features/notifications/notification.store.js";
import { ObligationStore, type ObligationRow, type WaiverRow } from "./features/obligations/obligation.store.js";
import { ActorStore, type TokenRecord } from "./features/parties/actor.store.js";
import { PartyStore, type PartyRow, type WebhookOfParty } from "./features/parties/party.store.js";
import {
  ProtectedObjectStore,
  type CoverageRow,
  type ProtectedObjectRow,
} from "./features/parties/protected-object.store.js";
import { SubmissionStore, type ReceiptRecord } from "./features/submissions/submission.store.js";
import { TimelinessStore } from "./features/timeliness/timeliness.store.js";
import { journalBounds } from "./journal/journal.store.js";
import { scopedConnection, type Connection, type RowBound } from "./platform/database.js";
import type { Pool } from "./platform/pool.js";
import type { Session } from "./platform/session.js";

/** One row for each key, or null. */
type One<Row> = DataLoader<string, Row | null>;
/** Every row for each key, in the store's order. */
type Many<Row> = DataLoader<string, readonly Row[]>;

/** Reading through one pair of eyes: stores for lists, loaders that batch what a page of things asks for. */
export class Reading {
  readonly incidents: IncidentStore;
  readonly objects: ProtectedObjectStore;
  readonly parties: PartyStore;
  readonly actors: ActorStore;
  readonly concerns: ConcernStore;
  readonly notifications: NotificationStore;
  readonly deliveries: DeliveryStore;
  readonly obligations: ObligationStore;
  readonly timeliness: TimelinessStore;

  readonly incident: One<IncidentRow>;
  readonly card: One<CardRow>;
  readonly object: One<ProtectedObjectRow>;
  readonly party: One<PartyRow>;
  readonly obligation: One<ObligationRow>;
  readonly receipt: One<ReceiptRecord>;
  readonly concern: One<ConcernRow>;
  readonly notification: One<NotificationRow>;
  readonly analysis: One<AnalysisRow>;
  readonly delivery: One<DeliveryRow>;
  readonly reportOfIncident: Many<ReportRow>;
  readonly cardsOfIncident: Many<CardRow>;
  readonly reviewsOfIncident: Many<ReviewRow>;
  readonly ownerNotificationsOfIncident: Many<OwnerNotificationRow>;
  readonly acknowledgementsOfIncident: Many<AcknowledgementRow>;
  readonly correctionsOfIncident: Many<CorrectionRow>;
  readonly retractionsOfIncident: Many<RetractionRow>;
  readonly deliveriesOfIncident: Many<DeliveryRow>;
  readonly obligationsOfIncident: Many<ObligationRow>;
  readonly waiverOfObligation: Many<WaiverRow>;
  readonly attemptsOfDelivery: Many<AttemptRow>;
  readonly indicatorsOfConcern: Many<IndicatorOfConcern>;
  readonly objectsOfConcern: Many<{ readonly concernId: string; readonly objectId: string }>;
  readonly notificationsOfConcern: Many<NotificationRow>;
  readonly followingNotification: Many<NotificationRow>;
  readonly recipientsOfNotification: Many<RecipientRow>;
  readonly indicatorsOfNotification: Many<IndicatorOfNotification>;
  readonly obligationsOfNotification: Many<ObligationRow>;
  readonly analysesOfNotification: Many<AnalysisRow>;
  readonly denialsOfNotification: Many<DenialRow>;
  readonly incidentsOfNotification: Many<IncidentRow>;
  readonly indicatorsOfAnalysis: Many<IndicatorOfAnalysis>;
  readonly indicatorsOfCard: Many<IndicatorOfCard>;
  readonly coverageOfObject: Many<CoverageRow>;
  readonly tokensOfActor: Many<TokenRecord>;
  readonly webhookOfParty: Many<WebhookOfParty>;

  constructor(
    private readonly connection: Connection,
    scope: Scope,
  ) {
    const cards = new CardStore(connection, scope);
    const reports = new ReportStore(connection, scope);
    const reviews = new ReviewStore(connection, scope);
    const ownerNotifications = new OwnerNotificationStore(connection, scope);
    const submissions = new SubmissionStore(connection, scope);
    const corrections = new CorrectionStore(connection, scope);
    const answers = new AnswerStore(connection, scope);
    this.concerns = new ConcernStore(connection, scope);
    this.notifications = new NotificationStore(connection, scope);
    this.deliveries = new DeliveryStore(connection, scope);
    this.obligations = new ObligationStore(connection, scope);
    this.timeliness = new TimelinessStore(connection, scope);
    this.incidents = new IncidentStore(connection, scope);
    this.objects = new ProtectedObjectStore(connection, scope);
    this.parties = new PartyStore(connection, scope);
    this.actors = new ActorStore(connection, scope);

    this.incident = one((ids) => this.incidents.byIds(ids));
    this.card = one((ids) => cards.byIds(ids));
    this.object = one((ids) => this.objects.byIds(ids));
    this.party = one((ids) => this.parties.byIds(ids));
    this.obligation = one((ids) => this.obligations.byIds(ids));
    this.receipt = one((ids) => submissions.receipts(ids));
    this.concern = one((ids) => this.concerns.byIds(ids));
    this.notification = one((ids) => this.notifications.byIds(ids));
    this.analysis = one((ids) => answers.byIds(ids));
    this.delivery = one((ids) => this.deliveries.byIds(ids));
    this.acknowledgementsOfIncident = many((ids) => ownerNotifications.acknowledgementsOf(ids), "incidentId");
    this.correctionsOfIncident = many((ids) => corrections.correctionsOf(ids), "incidentId");
    this.retractionsOfIncident = many((ids) => corrections.retractionsOf(ids), "incidentId");
    this.deliveriesOfIncident = many((ids) => this.deliveries.ofIncidents(ids), "incidentId");
    this.waiverOfObligation = many((ids) => this.obligations.waiversOf(ids), "obligationId");
    const attempts = new AttemptStore(connection, scope);
    this.attemptsOfDelivery = many((ids) => attempts.ofDeliveries(ids), "deliveryId");
    this.indicatorsOfConcern = many((ids) => this.concerns.indicatorsOf(ids), "concernId");
    this.objectsOfConcern = many((ids) => this.concerns.objectsOf(ids), "concernId");
    this.notificationsOfConcern = many((ids) => this.notifications.ofConcerns(ids), "concernId");
    this.followingNotification = many((ids) => this.notifications.following(ids), "followsId");
    this.recipientsOfNotification = many((ids) => this.notifications.recipientsOf(ids), "notificationId");
    this.indicatorsOfNotification = many((ids) => this.notifications.indicatorsOf(ids), "notificationId");
    this.obligationsOfNotification = many((ids) => this.obligations.ofNotifications(ids), "notificationId");
    this.analysesOfNotification = many((ids) => answers.analysesOf(ids), "notificationId");
    this.denialsOfNotification = many((ids) => answers.denialsOf(ids), "notificationId");
    this.incidentsOfNotification = many((ids) => this.incidents.ofNotifications(ids), "notificationId");
    this.indicatorsOfAnalysis = many((ids) => answers.indicatorsOf(ids), "analysisId");
    this.reportOfIncident = many((ids) => reports.ofIncidents(ids), "incidentId");
    this.cardsOfIncident = many((ids) => cards.ofIncidents(ids), "incidentId");
    this.reviewsOfIncident = many((ids) => reviews.ofIncidents(ids), "incidentId");
    this.ownerNotificationsOfIncident = many((ids) => ownerNotifications.ofIncidents(ids), "incidentId");
    this.obligationsOfIncident = many((ids) => this.obligations.ofIncidents(ids), "incidentId");
    this.indicatorsOfCard = many((ids) => cards.indicatorsOf(ids), "cardId");
    this.coverageOfObject = many((ids) => this.objects.coverageOf(ids), "objectId");
    this.webhookOfParty = many((ids) => this.parties.webhooksOf(ids), "partyId");
    this.tokensOfActor = many((ids) => this.actors.tokensOf(ids), "actorId");
  }

  /** The feed position at which this reading stands. */
  async feedPosition(): Promise<number> {
    return (await journalBounds(this.connection)).head;
  }
}

/** What a snapshot goes by beside its scope. */
interface SnapshotOptions {
  /** Aborted when nobody waits any more: what runs is stopped then, and nothing more is asked. */
  readonly signal: AbortSignal;
  /** Counts what the statements bring; throws once that is too much. */
  readonly bound?: RowBound;
  /** Asks something of its own as soon as the transaction has begun. */
  readonly onBegun?: (connection: Connection) => void;
}

/**
 * A reading of one moment: every statement of it sees the same committed state (REPEATABLE READ). The transaction begins
 * with the first statement and ends with `close`.
 */
export class Snapshot {
  private opened: { readonly session: Session; readonly begun: Promise<void> } | null = null;
  private isClosed = false;
  readonly reading: Reading;

  constructor(
    private readonly pool: Pool,
    private readonly scope: Scope,
    private readonly options: SnapshotOptions,
  ) {
    this.reading = new Reading(
      {
        query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
          const { session, begun } = this.open();
          // Sent behind `begin` without waiting for it: one round trip.
          const [rows] = await Promise.all([session.query<Row>(sql, parameters, options.bound), begun]);
          return rows;
        },
        insert: () => Promise.reject(new Error("a snapshot is for reading")),
      },
      scope,
    );
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { opened } = this;
    this.opened = null;
    if (!opened) return;
    this.options.signal.removeEventListener("abort", this.stop);
    await opened.session.endReading();
    await opened.session.release();
  }

  private open(): { readonly session: Session; readonly begun: Promise<void> } {
    if (this.isClosed) throw new Error("the snapshot has ended");
    const { signal, onBegun } = this.options;
    signal.throwIfAborted();
    if (this.opened) return this.opened;
    const session = this.pool.session("READING");
    const begun = session.begin(this.scope, "isolation level repeatable read read only");
    begun.catch(() => undefined);
    this.opened = { session, begun };
    signal.addEventListener("abort", this.stop);
    onBegun?.(session);
    return this.opened;
  }

  private readonly stop = (): void => this.opened?.session.cancel(this.options.signal.reason as Error);
}

/** A reading in which every statement sees the latest state: for frames of a feed. */
export function latestReading(pool: Pool, scope: Scope, bound?: RowBound): Reading {
  const connection = scopedConnection(pool, scope);
  const query: Connection["query"] = (sql, parameters) => connection.query(sql, parameters, bound);
  return new Reading({ ...connection, query }, scope);
}

function one<Row extends { readonly id: string }>(load: (ids: readonly string[]) => Promise<Row[]>): One<Row> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await load(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** Rows that belong to none of the keys, since what they belong to is null, are asked for by nobody. */
function many<Row, Key extends keyof Row>(
  load: (ids: readonly string[]) => Promise<Row[]>,
  key: Row[Key] extends string | null ? Key : never,
): Many<Row> {
  return new DataLoader(async (ids) => {
    const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await load(ids)) groups.get(row[key] as string)?.push(row);
    return ids.map((id) => groups.get(id) ?? []);
  });
}
