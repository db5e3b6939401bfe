import {
  type TypedDocumentString,
  AcknowledgeNotificationDocument,
  AmendIncidentCardDocument,
  AnswerNotConfirmedDocument,
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  IncidentDocument,
  NotifySocsDocument,
  RecordOwnerNotificationDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  ReportIncidentDocument,
  RequestRetractionDocument,
  ReviewSeverityDocument,
  SubmitEventAnalysisDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  WaiveObligationDocument,
  type AnalysisInput,
  type IncidentCardInput,
  type NotifySocsInput,
  type RegisterConcernInput,
  type ReportIncidentInput,
  type Severity,
  type SubmitIncidentCardInput,
  type SubmitThreatAnalysisInput,
} from "../../schema/operations.generated.js";
import { afterAll, beforeAll } from "vitest";
import { compose, type Gateway } from "../../src/compose.js";
import { HOUR, instant, toIso, type Instant } from "../../src/domain/instant.js";
import type { Actor, ObjectKind, Role, Sector } from "../../src/domain/parties.js";
import { bootstrap } from "../../src/features/parties/bootstrap.js";
import type { Administered } from "../../src/features/parties/administration.service.js";
import { readConfig, type Config } from "../../src/platform/config.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { createLogger } from "../../src/platform/logger.js";
import { FakeClock } from "./clock.js";
import { createDatabase, type TestDatabase } from "./database.js";
import { analysisInput, cardInput, concernInput, reportInput } from "./inputs.js";
import { Watch, type NotificationFrame, type ObligationFrame, type WatchOptions } from "./watch.js";

/** An answer as it was sent over the wire. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly path?: readonly string[]; readonly requestId?: string };
  }[];
}

export type Language = "kk" | "ru" | "en";

export const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

/** An inner id that nothing has. */
export const NOTHING = "01a20653-0000-7000-8000-000000000000";

/** A protected object of the test's world, with its opaque id. */
export interface TestObject {
  readonly id: string;
  readonly innerId: string;
  readonly ownerId: string;
  readonly code: string;
}

interface Options {
  /** The first time that the clock shows. */
  readonly at?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

let count = 0;

/** A name that nothing else in this world has. */
export function unique(prefix: string): string {
  count += 1;
  return `${prefix}-${process.pid.toString(36).toUpperCase()}-${count}`;
}

/** A test's own gateway on its own database, composed as in production except for the clock. */
export async function startGateway(options: Options = {}): Promise<TestGateway> {
  const database = await createDatabase();
  const clock = new FakeClock(options.at ?? "2026-03-01T10:00:00Z");
  const config = readConfig({
    PORT: "0",
    DATABASE_POOL: "8",
    LOG_LEVEL: "silent",
    SMTP_URL: "none",
    // A test closes its own connections, so there is nobody to wait for.
    DRAIN_SECONDS: "0",
    // A busy machine must not fail a test; tests about one of these timeouts set their own.
    LOCK_TIMEOUT_SECONDS: "60",
    ACT_TIMEOUT_SECONDS: "60",
    READING_TIMEOUT_SECONDS: "60",
    ...options.settings,
  });
  const gateway = await compose(database.gatewayUrl, config, clock, createLogger(config.logLevel));
  const origin = { requestId: "test", address: null };
  const expiresAt = instant(clock.now() + 10_000 * HOUR);
  const centre = { code: "CENTRE", name: "Centre", administrator: "Administrator" };
  const { actor, secret } = await bootstrap(gateway.unitOfWork, centre, clock.now(), expiresAt);
  return new TestGateway(gateway, await gateway.listen(), database, clock, config, { actor, origin }, secret);
}

/**
 * One gateway for the tests of a file or of a `describe`, which get it by calling the returned function: for tests that look only
 * at their own parties and do not move the clock.
 */
export function sharedGateway(options: Options = {}): () => TestGateway {
  let world: TestGateway | null = null;
  beforeAll(async () => {
    world = await startGateway(options);
  });
  afterAll(() => world?.[Symbol.asyncDispose]());
  return () => {
    if (!world) throw new Error("the tests that share a gateway have not begun");
    return world;
  };
}

export class TestGateway implements AsyncDisposable {
  readonly others: Gateway[] = [];
  private isStopped = false;

  constructor(
    readonly gateway: Gateway,
    readonly url: string,
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    private readonly config: Config,
    private readonly administrating: { readonly actor: Actor; readonly origin: { requestId: string; address: null } },
    private readonly administratorToken: string,
  ) {}

  /** Starts a second gateway on the same database; returns its address. */
  async another(): Promise<string> {
    const gateway = await compose(this.database.gatewayUrl, this.config, this.clock, createLogger("silent"));
    this.others.push(gateway);
    return gateway.listen();
  }

  /** Stops the first gateway; the database stays for another. */
  async stops(): Promise<void> {
    this.isStopped = true;
    await this.gateway.stop();
  }

  administrator(): Person {
    return new Person(this, this.administratorToken, this.administrating.actor.party.id);
  }

  nationalCentre(role: Role = "CENTRE_OPERATOR"): Promise<Person> {
    return this.person(this.administrating.actor.party.id, role);
  }

  async soc(covering: { readonly covering?: readonly TestObject[]; readonly role?: Role } = {}): Promise<Person> {
    const code = unique("SOC");
    const { id } = done(
      await this.gateway.administration.registerParty(this.administrating, "SOC", { code, name: code, email: null }),
    );
    for (const object of covering.covering ?? []) await this.cover(id, object);
    return this.person(id, covering.role ?? "SOC_OPERATOR");
  }

  /** Lets a SOC cover an object, from long ago unless specified. */
  async cover(socId: string, object: TestObject, startsAt?: Instant, endsAt: Instant | null = null): Promise<string> {
    const from = startsAt ?? instant(this.clock.now() - 1_000 * HOUR);
    const draft = { socId, objectId: object.innerId, startsAt: from, endsAt };
    return done(await this.gateway.administration.startCoverage(this.administrating, draft)).id;
  }

  async owner(email?: string | null): Promise<Person> {
    return this.person(await this.registerOwner(email), "OWNER");
  }

  private async registerOwner(email: string | null = "duty@owner.example"): Promise<string> {
    const code = unique("OWNER");
    const draft = { code, name: code, email };
    return done(await this.gateway.administration.registerParty(this.administrating, "OWNER", draft)).id;
  }

  async protectedObject(
    draft: {
      readonly kinds?: readonly ObjectKind[];
      readonly owner?: Person;
      readonly sectors?: readonly Sector[];
    } = {},
  ): Promise<TestObject> {
    const ownerId = draft.owner?.partyId ?? (await this.registerOwner());
    const code = unique("OBJECT");
    const kinds = draft.kinds ?? ["CRITICAL_INFRASTRUCTURE"];
    const object = done(
      await this.gateway.administration.registerObject(this.administrating, {
        code,
        name: code,
        kinds,
        sectors: draft.sectors ?? ["ELECTRICITY_SUPPLY"],
        ownerId,
      }),
    );
    return { id: toGlobalId("ProtectedObject", object.id), innerId: object.id, ownerId, code };
  }

  /** A person of a party, with their own token. */
  async person(partyId: string, role: Role, expiresAt?: Instant): Promise<Person> {
    const { administration } = this.gateway;
    const draft = { partyId, name: unique("actor"), roles: [role] };
    const actor = done(await administration.registerActor(this.administrating, draft));
    const until = expiresAt ?? instant(this.clock.now() + 10_000 * HOUR);
    const { secret, token } = done(await administration.issueToken(this.administrating, actor.id, until));
    return new Person(this, secret, partyId, actor.id, token.id);
  }

  async revoke(person: Person): Promise<void> {
    done(await this.gateway.administration.revokeToken(this.administrating, person.tokenId));
  }

  async giveRoles(person: Person, roles: readonly Role[]): Promise<void> {
    done(await this.gateway.administration.changeRoles(this.administrating, person.actorId, roles));
  }

  async handOver(object: TestObject, owner: Person): Promise<void> {
    const changes = { ownerId: owner.partyId };
    done(await this.gateway.administration.changeObject(this.administrating, object.innerId, changes));
  }

  async endCoverage(coverageId: string, endsAt: Instant): Promise<void> {
    done(await this.gateway.administration.endCoverage(this.administrating, coverageId, endsAt));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const gateway of this.others) await gateway.stop();
    if (!this.isStopped) await this.gateway.stop();
    await this.database[Symbol.asyncDispose]();
  }
}

/** A person with a token; ids here are inner ids. */
export class Person {
  constructor(
    readonly world: TestGateway,
    readonly token: string,
    readonly partyId: string,
    readonly actorId = "",
    readonly tokenId = "",
    private readonly at: string = world.url,
    private readonly language: Language = "en",
  ) {}

  /** The same person, using another language. */
  speaking(language: Language): Person {
    return new Person(this.world, this.token, this.partyId, this.actorId, this.tokenId, this.at, language);
  }

  /** The same person with another token, or with none. */
  withToken(token: string): Person {
    return new Person(this.world, token, this.partyId, this.actorId, this.tokenId, this.at, this.language);
  }

  /** The same person, using another gateway. */
  through(url: string): Person {
    return new Person(this.world, this.token, this.partyId, this.actorId, this.tokenId, url, this.language);
  }

  /** The opaque id of the party as this type. */
  party(type: "NationalCentre" | "Soc" | "Owner"): string {
    return toGlobalId(type, this.partyId);
  }

  /** Sends an operation and returns the whole answer, including errors. */
  async asks<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
  ): Promise<Answer<Data> & { readonly status: number }> {
    return this.posts(document, variables);
  }

  /**
   * Sends an operation that can be abandoned before it is answered. `padding`, white space after it, makes a small request large.
   */
  begins<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
    padding = "",
  ) {
    const gone = new AbortController();
    const answer = this.posts(document, variables, padding, gone.signal).catch((error: unknown) => {
      if (gone.signal.aborted) return "gone" as const;
      throw error;
    });
    return { answer, leave: () => gone.abort() };
  }

  private async posts<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables: Variables | undefined,
    padding = "",
    signal: AbortSignal | null = null,
  ): Promise<Answer<Data> & { readonly status: number }> {
    const query = document.toString();
    const response = await fetch(`${this.at}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": this.language, ...this.authorization },
      body: JSON.stringify({ query, variables }) + padding,
      signal,
    });
    return { status: response.status, ...((await response.json()) as Answer<Data>) };
  }

  private get authorization(): Readonly<Record<string, string>> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  /** Sends an operation and returns the data; an error fails the test. */
  async gets<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
  ): Promise<Data> {
    const { data, errors } = await this.asks(document, variables);
    if (errors || !data) throw new Error(`the gateway refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Submits a first card that breaks no rule, apart from `changes`; returns the mutation's answer. */
  async submitsCard(changes: Partial<IncidentCardInput> = {}, submission: Partial<SubmitIncidentCardInput> = {}) {
    const card = cardInput(this.world.clock.now(), changes);
    const input = { submissionKey: unique("key"), card, ...submission };
    return (await this.gets(SubmitIncidentCardDocument, { input })).submitIncidentCard;
  }

  /** The same, but it must be accepted. */
  async sendsCard(changes: Partial<IncidentCardInput> = {}, submission: Partial<SubmitIncidentCardInput> = {}) {
    return accepted(await this.submitsCard(changes, submission));
  }

  async reports(changes: Partial<ReportIncidentInput> = {}) {
    const input = { submissionKey: unique("key"), ...reportInput(this.world.clock.now(), changes) };
    return (await this.gets(ReportIncidentDocument, { input })).reportIncident;
  }

  async sendsReport(changes: Partial<ReportIncidentInput> = {}) {
    return accepted(await this.reports(changes));
  }

  async amends(
    incidentId: string,
    revision: number,
    changes: Partial<IncidentCardInput> = {},
    submissionKey = unique("key"),
  ) {
    const card = cardInput(this.world.clock.now(), changes);
    const input = { submissionKey, incidentId, revision, card };
    return (await this.gets(AmendIncidentCardDocument, { input })).amendIncidentCard;
  }

  async reviews(incidentId: string, severity: Severity, reason: string | null = null) {
    const input = { submissionKey: unique("key"), incidentId, severity, reason };
    return (await this.gets(ReviewSeverityDocument, { input })).reviewSeverity;
  }

  async recordsOwnerNotified(incidentId: string, notifiedAt: Instant, note: string | null = null) {
    const input = {
      submissionKey: unique("key"),
      incidentId,
      channel: "TELEPHONE" as const,
      recipient: "The owner's duty desk",
      notifiedAt: toIso(notifiedAt),
      note,
    };
    return (await this.gets(RecordOwnerNotificationDocument, { input })).recordOwnerNotification;
  }

  async registersThreat(changes: Partial<RegisterConcernInput> = {}) {
    const input = { submissionKey: unique("key"), ...concernInput(this.world.clock.now(), changes) };
    return (await this.gets(RegisterThreatDocument, { input })).registerThreat;
  }

  async registersEvent(changes: Partial<RegisterConcernInput> = {}) {
    const input = { submissionKey: unique("key"), ...concernInput(this.world.clock.now(), changes) };
    return (await this.gets(RegisterSecurityEventDocument, { input })).registerSecurityEvent;
  }

  /** Notifies SOCs; `of` gives the subject and the recipients. */
  async notifies(of: Partial<NotifySocsInput>) {
    const input = { submissionKey: unique("key"), text: "Look for it.", marking: "AMBER" as const, ...of };
    return (await this.gets(NotifySocsDocument, { input })).notifySocs;
  }

  async sendsNotification(of: Partial<NotifySocsInput>) {
    return accepted(await this.notifies(of));
  }

  async acknowledges(about: { readonly notificationId: string } | { readonly incidentId: string }) {
    const input = { submissionKey: unique("key"), ...about };
    return (await this.gets(AcknowledgeNotificationDocument, { input })).acknowledgeNotification;
  }

  async analysesThreat(
    notificationId: string,
    changes: Partial<AnalysisInput> = {},
    submission: Partial<SubmitThreatAnalysisInput> = {},
  ) {
    const input = { submissionKey: unique("key"), notificationId, analysis: analysisInput(changes), ...submission };
    return (await this.gets(SubmitThreatAnalysisDocument, { input })).submitThreatAnalysis;
  }

  async analysesEvent(
    notificationId: string,
    changes: Partial<AnalysisInput> = {},
    submission: Partial<SubmitThreatAnalysisInput> = {},
  ) {
    const input = { submissionKey: unique("key"), notificationId, analysis: analysisInput(changes), ...submission };
    return (await this.gets(SubmitEventAnalysisDocument, { input })).submitEventAnalysis;
  }

  /** States that what it was notified of was not confirmed. */
  async denies(notificationId: string, grounds = "Nothing was found in the logs of ninety days.") {
    const input = { submissionKey: unique("key"), notificationId, grounds };
    return (await this.gets(AnswerNotConfirmedDocument, { input })).answerNotConfirmed;
  }

  async asksForRetraction(incidentId: string, grounds = "It was an exercise.") {
    const input = { submissionKey: unique("key"), incidentId, grounds };
    return (await this.gets(RequestRetractionDocument, { input })).requestRetraction;
  }

  async decidesRetraction(incidentId: string, isGranted: boolean, reason = "The logs say so.") {
    const input = { submissionKey: unique("key"), incidentId, isGranted, reason };
    return (await this.gets(DecideRetractionDocument, { input })).decideRetraction;
  }

  async correctsConfirmation(incidentId: string, confirmedAt: Instant, reason = "The clock of the SOC was wrong.") {
    const input = { submissionKey: unique("key"), incidentId, confirmedAt: toIso(confirmedAt), reason };
    return (await this.gets(CorrectConfirmationDocument, { input })).correctConfirmation;
  }

  async waives(obligationId: string, reason = "It was notified by telephone.") {
    const input = { submissionKey: unique("key"), obligationId, reason };
    return (await this.gets(WaiveObligationDocument, { input })).waiveObligation;
  }

  /** The standings of an incident's duties, by rule. */
  async standings(number: string): Promise<Record<string, string>> {
    const { incident } = await this.gets(IncidentDocument, { number });
    return Object.fromEntries((incident?.obligations ?? []).map(({ rule, standing }) => [rule, standing]));
  }

  async readsMetrics(): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`${this.at}/metrics`, { headers: this.authorization });
    return { status: response.status, text: await response.text() };
  }

  /** Opens a socket and follows `incidentFeed`. */
  watchIncidents(options: WatchOptions = {}): Promise<Watch> {
    return Watch.open(this.at, this.token, this.language, options);
  }

  /** Opens a socket and follows `notificationFeed`. */
  watchNotifications(options: { readonly after?: string } = {}): Promise<Watch<NotificationFrame>> {
    return Watch.notifications(this.at, this.token, this.language, options);
  }

  /** Opens a socket and follows `obligationFeed`. */
  watchObligations(
    options: { readonly after?: string; readonly filter?: object } = {},
  ): Promise<Watch<ObligationFrame>> {
    return Watch.obligations(this.at, this.token, this.language, options);
  }
}

/** The acceptance in a mutation's answer; a rejection fails the test. */
export function accepted<T extends { readonly __typename: string }>(
  answer: T,
): Exclude<T, { readonly __typename: "SubmissionRejected" }> {
  if (answer.__typename === "SubmissionRejected") throw new Error(`rejected: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { readonly __typename: "SubmissionRejected" }>;
}

/** The rejection in a mutation's answer; an acceptance fails the test. */
export function rejected<T extends { readonly __typename: string }>(
  answer: T,
): Extract<T, { readonly __typename: "SubmissionRejected" }> {
  if (answer.__typename !== "SubmissionRejected") throw new Error(`accepted: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { readonly __typename: "SubmissionRejected" }>;
}

function done<T>(administered: Administered<T>): T {
  if (!administered.isAccepted) throw new Error(`refused: ${JSON.stringify(administered.violations)}`);
  return administered.result;
}
