import { GatewayClient } from "../../client/index.js";
import {
  AcknowledgeNotificationDocument,
  AmendIncidentCardDocument,
  AnswerNotConfirmedDocument,
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  IncidentDocument,
  NotifySocsDocument,
  RecordOwnerNotificationDocument,
  LinkAffectedObjectDocument,
  LinkSameIncidentsDocument,
  RecordReceivedOtherwiseDocument,
  RefuseConfirmationCorrectionDocument,
  WithdrawCorrectionRequestDocument,
  WithdrawReceivedOtherwiseDocument,
  RegisterDetectedIncidentDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  ReportIncidentDocument,
  RequestConfirmationCorrectionDocument,
  RequestRetractionDocument,
  ReviewSeverityDocument,
  SubmitEventAnalysisDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  TakeIncidentDocument,
  ReleaseIncidentDocument,
  UnlinkAffectedObjectDocument,
  UnlinkSameIncidentsDocument,
  WaiveObligationDocument,
  type AnalysisInput,
  type AcknowledgeNotificationInput,
  type AmendIncidentCardInput,
  type RecordOwnerNotificationInput,
  type IncidentCardInput,
  type NotifySocsInput,
  type RegisterDetectionInput,
  type ReportIncidentInput,
  type Severity,
  type SubmitIncidentCardInput,
  type SubmitThreatAnalysisInput,
  type TypedDocumentString,
} from "../../schema/operations.generated.js";
import { toIso, type Instant } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import type { TestGateway } from "./gateway.js";
import { unknownPlaces } from "./input-paths.js";
import { analysisInput, cardInput, detectionInput, reportInput } from "./inputs.js";
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

let count = 0;

/** A name that nothing else in this world has; with a letter after its prefix, so that it differs from itself in lower case. */
export function unique(prefix: string): string {
  count += 1;
  return `${prefix}-P${process.pid.toString(36).toUpperCase()}-${count}`;
}

/** Milliseconds for an answer: far beyond what any test takes. */
const PATIENCE = 120_000;

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
    const client = new GatewayClient({
      address: this.at,
      token: this.token,
      language: this.language,
      timeout: PATIENCE,
    });
    const answer = (await client.send(document, variables)) as Answer<Data> & { readonly status: number };
    const unknown = unknownPlaces(document.toString(), variables, answer);
    if (unknown.length > 0) throw new Error(`the answer names what the input has not: ${unknown.join("; ")}`);
    return answer;
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
    const answer = fetch(`${this.at}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": this.language, ...this.authorization },
      body: JSON.stringify({ query: document.toString(), variables }) + padding,
      signal: gone.signal,
    })
      .then(async (response) => ({ status: response.status, ...((await response.json()) as Answer<Data>) }))
      .catch((error: unknown) => {
        if (gone.signal.aborted) return "gone" as const;
        throw error;
      });
    return { answer, leave: () => gone.abort() };
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

  /** The cursor of now. */
  async feedHead(): Promise<string> {
    const { incidents } = await this.gets<{ incidents: { feedCursor: string } }, object>(
      "{ incidents(first: 0) { feedCursor } }",
    );
    return incidents.feedCursor;
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
    submission: Partial<AmendIncidentCardInput> = {},
  ) {
    const card = cardInput(this.world.clock.now(), changes);
    const input = { submissionKey: unique("key"), incidentId, revision, card, ...submission };
    return (await this.gets(AmendIncidentCardDocument, { input })).amendIncidentCard;
  }

  async reviews(incidentId: string, severity: Severity, reason: string | null = null) {
    const input = { submissionKey: unique("key"), incidentId, severity, reason };
    return (await this.gets(ReviewSeverityDocument, { input })).reviewSeverity;
  }

  async recordsOwnerNotified(
    incidentId: string,
    notifiedAt: Instant,
    more: Partial<RecordOwnerNotificationInput> = {},
  ) {
    const input = {
      submissionKey: unique("key"),
      incidentId,
      channel: "TELEPHONE" as const,
      recipient: "The owner's duty desk",
      notifiedAt: toIso(notifiedAt),
      ...more,
    };
    return (await this.gets(RecordOwnerNotificationDocument, { input })).recordOwnerNotification;
  }

  async registersThreat(changes: Partial<RegisterDetectionInput> = {}) {
    const input = { submissionKey: unique("key"), ...detectionInput(this.world.clock.now(), changes) };
    return (await this.gets(RegisterThreatDocument, { input })).registerThreat;
  }

  async registersEvent(changes: Partial<RegisterDetectionInput> = {}) {
    const input = { submissionKey: unique("key"), ...detectionInput(this.world.clock.now(), changes) };
    return (await this.gets(RegisterSecurityEventDocument, { input })).registerSecurityEvent;
  }

  async registersDetectedIncident(changes: Partial<RegisterDetectionInput> = {}) {
    const input = { submissionKey: unique("key"), ...detectionInput(this.world.clock.now(), changes) };
    return (await this.gets(RegisterDetectedIncidentDocument, { input })).registerDetectedIncident;
  }

  /** Notifies SOCs; `of` gives the subject and the recipients. */
  async notifies(of: Partial<NotifySocsInput>) {
    const input = { submissionKey: unique("key"), text: "Look for it.", marking: "AMBER" as const, ...of };
    return (await this.gets(NotifySocsDocument, { input })).notifySocs;
  }

  async sendsNotification(of: Partial<NotifySocsInput>) {
    return accepted(await this.notifies(of));
  }

  async acknowledges(about: Omit<AcknowledgeNotificationInput, "submissionKey">) {
    const input = { submissionKey: unique("key"), ...about };
    return (await this.gets(AcknowledgeNotificationDocument, { input })).acknowledgeNotification;
  }

  async analysesThreat(
    notificationId: string,
    changes: Partial<AnalysisInput> = {},
    submission: Partial<SubmitThreatAnalysisInput> = {},
  ) {
    const input = {
      submissionKey: unique("key"),
      notificationIds: [notificationId],
      analysis: analysisInput(changes),
      ...submission,
    };
    return (await this.gets(SubmitThreatAnalysisDocument, { input })).submitThreatAnalysis;
  }

  async analysesEvent(
    notificationId: string,
    changes: Partial<AnalysisInput> = {},
    submission: Partial<SubmitThreatAnalysisInput> = {},
  ) {
    const input = {
      submissionKey: unique("key"),
      notificationIds: [notificationId],
      analysis: analysisInput(changes),
      ...submission,
    };
    return (await this.gets(SubmitEventAnalysisDocument, { input })).submitEventAnalysis;
  }

  /** States that what it was notified of was not confirmed. */
  async denies(notificationId: string, grounds = "Nothing was found in the logs of ninety days.") {
    const input = { submissionKey: unique("key"), notificationIds: [notificationId], grounds };
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

  async asksForCorrection(incidentId: string, confirmedAt: Instant, reason = "The month was mistyped.") {
    const input = { submissionKey: unique("key"), incidentId, confirmedAt: toIso(confirmedAt), reason };
    return (await this.gets(RequestConfirmationCorrectionDocument, { input })).requestConfirmationCorrection;
  }

  async correctsConfirmation(incidentId: string, confirmedAt: Instant, reason = "The clock of the SOC was wrong.") {
    const input = { submissionKey: unique("key"), incidentId, confirmedAt: toIso(confirmedAt), reason };
    return (await this.gets(CorrectConfirmationDocument, { input })).correctConfirmation;
  }

  /** The national centre records that a duty was met by telephone. */
  async recordsReceived(obligationId: string, receivedAt: Instant, reason = "The gateway could not be reached.") {
    const received = { channel: "TELEPHONE", receivedAt: toIso(receivedAt), receivedBy: "The duty desk" } as const;
    const input = { submissionKey: unique("key"), obligationId, ...received, reason };
    return (await this.gets(RecordReceivedOtherwiseDocument, { input })).recordReceivedOtherwise;
  }

  /** The national centre takes back what it recorded of that. */
  async withdrawsReceived(receivedOtherwiseId: string, reason = "It was another incident.") {
    const input = { submissionKey: unique("key"), receivedOtherwiseId, reason };
    return (await this.gets(WithdrawReceivedOtherwiseDocument, { input })).withdrawReceivedOtherwise;
  }

  async withdrawsCorrectionRequest(incidentId: string) {
    const input = { submissionKey: unique("key"), incidentId };
    return (await this.gets(WithdrawCorrectionRequestDocument, { input })).withdrawCorrectionRequest;
  }

  async refusesCorrection(incidentId: string, reason = "The log says otherwise.") {
    const input = { submissionKey: unique("key"), incidentId, reason };
    return (await this.gets(RefuseConfirmationCorrectionDocument, { input })).refuseConfirmationCorrection;
  }

  /** The national centre finds that what an incident describes is a registered object. */
  async linksObject(incidentId: string, description: string, objectId: string, reason = "The address is the same.") {
    const input = { submissionKey: unique("key"), incidentId, description, objectId, reason };
    return (await this.gets(LinkAffectedObjectDocument, { input })).linkAffectedObject;
  }

  /** The national centre takes that back. */
  async unlinksObject(incidentId: string, description: string, reason = "Another address.") {
    const input = { submissionKey: unique("key"), incidentId, description, reason };
    return (await this.gets(UnlinkAffectedObjectDocument, { input })).unlinkAffectedObject;
  }

  /** The national centre says that dossiers are of one incident. */
  async links(incidentIds: readonly string[], reason = "One address, one hour.") {
    const input = { submissionKey: unique("key"), incidentIds: [...incidentIds], reason };
    return (await this.gets(LinkSameIncidentsDocument, { input })).linkSameIncidents;
  }

  /** The national centre takes that back. */
  async unlinks(incidentIds: readonly string[], reason = "Two addresses.") {
    const input = { submissionKey: unique("key"), incidentIds: [...incidentIds], reason };
    return (await this.gets(UnlinkSameIncidentsDocument, { input })).unlinkSameIncidents;
  }

  /** An officer of the national centre takes an incident in hand. */
  async takes(incidentId: string) {
    return (await this.gets(TakeIncidentDocument, { input: { submissionKey: unique("key"), incidentId } }))
      .takeIncident;
  }

  /** And has it in hand no more. */
  async releases(incidentId: string) {
    const input = { submissionKey: unique("key"), incidentId };
    return (await this.gets(ReleaseIncidentDocument, { input })).releaseIncident;
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
