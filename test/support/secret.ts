import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import {
  AcknowledgeNotificationDocument,
  AnswerNotConfirmedDocument,
  ChangeContactDocument,
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  DeliveriesDocument,
  IncidentDocument,
  NotifySocsDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  RequestRetractionDocument,
  SubmitEventAnalysisDocument,
  SubmitThreatAnalysisDocument,
  WaiveObligationDocument,
  type NotifySocsInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { eventually } from "./eventually.js";
import { accepted, startGateway, unique, type Person, type TestGateway, type TestObject } from "./gateway.js";
import { startMailbox, startReceiver } from "./receivers.js";
import { seenIn, stepsOf } from "./walk.js";

/** The schema as published. */
export const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** Settings under which a whole walk fits into one operation. */
export const LARGE = {
  MAX_OPERATION_ALIASES: "100000",
  MAX_OPERATION_DEPTH: "100",
  MAX_OPERATION_TOKENS: "1000000",
  MAX_OPERATION_COST: "1000000000",
  COST_AT_ONCE: "1000000000000",
  COST_PER_MINUTE: "1000000000000",
  // The webhook receiver is on this machine.
  WEBHOOK_ALLOWED_HOSTS: "127.0.0.1",
};

/** How many facts of each feed a person sees. */
export type Facts = Readonly<Record<string, number>>;

/** Values that are not secret in themselves: the schema's own names, instants, counts. */
const PLAIN = /^([A-Z][A-Z_]*|[A-Z][a-z]\w*|[RLF]A?\d*\.?\d*|true|false|-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/;

export interface Walked {
  /** Everything that was sent over the wire. */
  readonly wire: string;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Queries everything there is: every query, `node` for every given id, and the whole feed. */
export async function walk(
  person: Person,
  ids: Iterable<string>,
  numbers: Iterable<string>,
  facts: Facts,
  preview: object | null = null,
): Promise<Walked> {
  const leaves = new Map<string, Set<string>>();
  const wire: string[] = [];
  const collect = (answer: unknown): void => {
    wire.push(JSON.stringify(answer));
    seenIn(answer, (leaf, value) => leaves.set(leaf, (leaves.get(leaf) ?? new Set()).add(value)));
  };
  const ask = async (document: string, variables: object): Promise<void> =>
    collect(await person.asks(document, variables));
  const fills = [{}, ...[...ids].map((id) => ({ id })), ...[...numbers].map((number) => ({ number }))];
  for (const fill of fills)
    for (const { name, document, variables } of stepsOf(schema, "Query", fill)) {
      const isOfFill = Object.keys(fill).every((argument) => argument in variables);
      const needsFill = name === "node" || name === "incident";
      if (Object.keys(fill).length === 0 ? !needsFill : isOfFill && needsFill) await ask(document, variables);
    }
  // Every duty of a test's world starts in this period.
  const period = { from: "2026-01-01", before: "2027-01-01" };
  for (const { name, document, variables } of stepsOf(schema, "Query", { period }))
    if (name === "timeliness") await ask(document, variables);
  if (preview)
    for (const { name, document, variables } of stepsOf(schema, "Query", { input: preview }))
      if (name === "notificationPreview") await ask(document, variables);
  for (const { name, document, variables } of stepsOf(schema, "Subscription", { after: toFeedCursor(0) }))
    for (const frame of await framesOf(person, document, variables, facts[name] ?? 0)) collect(frame);
  return { wire: wire.join("\n"), leaves };
}

/** What a person receives from a subscription: `count` frames, and whatever arrived before the answer to a later query. */
async function framesOf(
  person: Person,
  query: string,
  variables: Record<string, unknown>,
  count: number,
): Promise<unknown[]> {
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: person.token ? { authorization: `Bearer ${person.token}` } : {},
  });
  const received: unknown[] = [];
  await new Promise<void>((resolve) => {
    const collect = (answer: unknown): void => {
      received.push(answer);
      if (received.length === count) resolve();
    };
    client.subscribe({ query, variables }, { next: collect, error: () => resolve(), complete: resolve });
    if (count === 0)
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      );
  });
  await client.dispose();
  return received;
}

export interface Secret {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly owner: Person;
  readonly object: TestObject;
  readonly centre: Walked;
  /** Everything that the national centre sees of the secret and did not see before. */
  readonly canaries: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly numbers: readonly string[];
  readonly strangers: Readonly<Record<string, { readonly person: Person; readonly facts: Facts }>>;
  /** Stops the world and everything started for it. */
  end(): Promise<void>;
}

/** A world of strangers with incidents of their own, then one dossier in which every field that can be filled is filled. */
export async function makeSecret(): Promise<Secret> {
  const mailbox = await startMailbox();
  const world = await startGateway({ settings: { ...LARGE, SMTP_URL: mailbox.url } });
  const receiver = await startReceiver();
  // The person who may query everything.
  const centre = await world.nationalCentre("CENTRE_ADMINISTRATOR");
  await world.giveRoles(centre, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
  const otherOwner = await world.owner();
  const otherObject = await world.protectedObject({ owner: otherOwner, kinds: [] });
  const otherSoc = await world.soc({ covering: [otherObject] });
  await otherSoc.sendsCard({ affectedObject: { objectId: otherObject.id } });
  const newSoc = await world.soc();
  const newOwner = await world.owner();
  const before = await walk(centre, [], [], { incidentFeed: 1 });
  const known = new Set([...before.leaves.values()].flatMap((values) => [...values]));

  const owner = await world.owner();
  const webhook = { partyId: owner.party("Owner"), webhookUrl: receiver.url };
  await centre.gets(ChangeContactDocument, { input: { ...webhook, language: "RU", phone: "+7 000 000 00 10" } });
  const object = await world.protectedObject({ owner, kinds: ["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"] });
  const soc = await world.soc();
  for (const [person, type, phone] of [
    [soc, "Soc", "+7 000 000 00 11"],
    [centre, "NationalCentre", "+7 000 000 00 12"],
  ] as const) {
    const email = `canary-contact-of-the-${type}@example.kz`;
    const contact = {
      partyId: person.party(type),
      email,
      phone,
      language: "EN" as const,
      webhookUrl: receiver.url + type,
    };
    accepted((await centre.gets(ChangeContactDocument, { input: contact })).changeContact);
  }
  await world.endCoverage(await world.cover(soc.partyId, object), instant(world.clock.now() + 1_000 * MINUTE));
  const facts = await fillDossier(world, { centre, soc, owner, object });
  const notified = await fillNotifications(world, { centre, soc, object, otherSoc, number: facts.number });
  const stale = await world.person(soc.partyId, "SOC_READER");
  await world.revoke(stale);

  await announceDuties(world, centre);
  // As if each had answered its last call with 410.
  await world.database.asOwner("update webhook set secret = null, gone_at = now()");
  const everything = {
    incidentFeed: facts.incidentFacts + notified.incidentFacts + 1,
    notificationFeed: notified.facts,
    obligationFeed: ANNOUNCED,
  };
  const numbers = [facts.number, ...facts.otherNumbers];
  const first = await walk(centre, [], [], everything, notified.preview);
  const ids = new Set([...first.leaves].filter(([leaf]) => leaf.endsWith(".id")).flatMap(([, values]) => [...values]));
  const seen = await walk(centre, ids, numbers, everything, notified.preview);
  const canaries = [...new Set([...seen.leaves.values()].flatMap((values) => [...values]))].filter(
    (value) => !known.has(value) && !PLAIN.test(value) && !notified.alsoShown.has(value),
  );
  return {
    world,
    soc,
    owner,
    object,
    centre: seen,
    canaries,
    ids,
    numbers,
    strangers: {
      "another SOC that was notified of one thing": {
        person: otherSoc,
        facts: { incidentFeed: 1, notificationFeed: 1, obligationFeed: 1 },
      },
      "an owner of other objects": { person: otherOwner, facts: { incidentFeed: 1 } },
      "a new SOC": { person: newSoc, facts: {} },
      "a new owner": { person: newOwner, facts: {} },
      "an actor without roles": { person: await withoutRoles(world, soc), facts: {} },
      nobody: { person: soc.withToken(""), facts: {} },
    },
    async end() {
      await world[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}

interface Cast {
  readonly centre: Person;
  readonly soc: Person;
  readonly owner: Person;
  readonly object: TestObject;
}

/** An incident about which every kind of statement has been made. */
async function fillDossier(
  world: TestGateway,
  { centre, soc, owner, object }: Cast,
): Promise<{ readonly number: string; readonly otherNumbers: readonly string[]; readonly incidentFacts: number }> {
  const on = { affectedObject: { objectId: object.id } };
  const watch = await centre.watchIncidents();
  const reported = await soc.sendsReport({ ...on, summary: "canary summary", severity: "UNDETERMINED" });
  const { id, number, confirmedAt } = reported.incident;
  const card = {
    ...on,
    confirmedAt,
    nature: "canary nature",
    measures: "canary measures",
    note: "canary note",
    indicators: [{ type: "DOMAIN" as const, value: "canary[.]example" }],
  };
  await soc.sendsCard({ ...card, severity: "UNDETERMINED" }, { incidentId: id });
  await soc.reviews(id, "UNDETERMINED", "canary reason");
  await soc.amends(id, 1, card);
  await soc.recordsOwnerNotified(id, world.clock.now(), "canary note of the call");
  const key = (): { submissionKey: string } => ({ submissionKey: unique("key") });
  await owner.gets(AcknowledgeNotificationDocument, { input: { ...key(), incidentId: id } });
  const correction = { incidentId: id, confirmedAt, reason: "canary reason of a correction" };
  accepted(
    (await centre.gets(CorrectConfirmationDocument, { input: { ...key(), ...correction } })).correctConfirmation,
  );
  const asked = { incidentId: id, grounds: "canary grounds of a retraction" };
  accepted((await soc.gets(RequestRetractionDocument, { input: { ...key(), ...asked } })).requestRetraction);
  const refused = { incidentId: id, isGranted: false, reason: "canary reason of a refusal" };
  accepted((await centre.gets(DecideRetractionDocument, { input: { ...key(), ...refused } })).decideRetraction);
  const described = await soc.sendsReport({ affectedObject: { description: "canary description" } });
  const duty = described.incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
  const waived = { obligationId: duty, reason: "canary reason of a waiver" };
  accepted((await centre.gets(WaiveObligationDocument, { input: { ...key(), ...waived } })).waiveObligation);
  accepted(
    (await soc.gets(RequestRetractionDocument, { input: { ...key(), ...asked, incidentId: described.incident.id } }))
      .requestRetraction,
  );
  const granted = { incidentId: described.incident.id, isGranted: true, reason: "canary reason of a grant" };
  accepted((await centre.gets(DecideRetractionDocument, { input: { ...key(), ...granted } })).decideRetraction);
  // Long ago: its report is late and its card overdue, which the clock announces.
  const confirmedLongAgo = toIso(instant(world.clock.now() - 73 * HOUR));
  const late = await soc.sendsReport({
    affectedObject: { description: "canary description" },
    confirmedAt: confirmedLongAgo,
  });
  // One delivery arrives by webhook, the other by mail.
  const incidentFacts = 16;
  await watch.take(incidentFacts);
  watch.drop();
  return { number, otherNumbers: [described.incident.number, late.incident.number], incidentFacts };
}

/** Notifications of every kind to one SOC, which answers them all; one of them also goes to another SOC. */
async function fillNotifications(
  world: TestGateway,
  {
    centre,
    soc,
    object,
    otherSoc,
    number,
  }: Omit<Cast, "owner"> & { readonly otherSoc: Person; readonly number: string },
) {
  const key = (): { submissionKey: string } => ({ submissionKey: unique("key") });
  const concern = (what: string) => ({
    ...key(),
    summary: `canary ${what}`,
    observedAt: toIso(world.clock.now()),
    source: `canary source of the ${what}`,
    marking: "AMBER" as const,
    indicators: [
      { type: "DOMAIN" as const, value: "canary.example" },
      { type: "DOMAIN" as const, value: `${what}.canary.example` },
    ],
    types: ["RANSOMWARE" as const],
    sectors: ["ELECTRICITY_SUPPLY" as const],
    objects: [object.id],
  });
  const { registerThreat } = await centre.gets(RegisterThreatDocument, { input: concern("threat") });
  const { registerSecurityEvent } = await centre.gets(RegisterSecurityEventDocument, { input: concern("event") });
  const [threatId, eventId] = [accepted(registerThreat).threat.id, accepted(registerSecurityEvent).event.id];
  const { incident } = await soc.gets(IncidentDocument, { number });
  const text = { marking: "AMBER" as const, indicators: [{ type: "CVE" as const, value: "CVE-2026-99999" }] };
  const to = {
    socs: [soc.party("Soc")],
    objects: [object.id],
    sectors: ["ELECTRICITY_SUPPLY" as const],
    sharingIndicators: true,
  };
  const only = { socs: [soc.party("Soc")], sharingIndicators: true, objects: [object.id] };
  const notify = async (about: object) => {
    const input = { ...key(), text: "canary text of a notification", ...text, ...about } as NotifySocsInput;
    return accepted((await centre.gets(NotifySocsDocument, { input })).notifySocs).notification;
  };
  // The other SOC covers an object of the sector, so it is notified of this one and of nothing else.
  const shared = {
    ...key(),
    text: "What both are notified of.",
    marking: "GREEN" as const,
    to: { socs: [otherSoc.party("Soc")] },
  };
  const plain = {
    ...concern("shared"),
    summary: "A thing that both know.",
    source: "A source that both know.",
    indicators: [],
    objects: [],
  };
  const { registerThreat: common } = await centre.gets(RegisterThreatDocument, { input: plain });
  const toBoth = {
    ...shared,
    to: { socs: [otherSoc.party("Soc"), soc.party("Soc")] },
    threatId: accepted(common).threat.id,
  };
  const both = accepted((await centre.gets(NotifySocsDocument, { input: toBoth })).notifySocs).notification;

  const aboutThreat = await notify({ threatId, to: only });
  const aboutEvent = await notify({ eventId, to: only });
  const sector = await notify({ eventId, to: { socs: [soc.party("Soc")] } });
  const aboutIncident = await notify({ incidentId: incident?.id, to: only });
  await notify({ supplements: aboutThreat.id });
  const acknowledged = { ...key(), notificationId: aboutThreat.id };
  accepted((await soc.gets(AcknowledgeNotificationDocument, { input: acknowledged })).acknowledgeNotification);
  const analysis = {
    findings: "canary findings",
    affectedObjects: [object.id],
    indicators: [{ type: "DOMAIN" as const, value: "found.canary.example" }],
    measures: "canary measures of an analysis",
    conclusions: "canary conclusions",
    recommendations: "canary recommendations",
  };
  const confirmed = {
    confirmedAt: toIso(instant(world.clock.now() - MINUTE)),
    type: "PHISHING" as const,
    summary: "canary summary of a confirmed incident",
    affectedObject: { description: "canary description of another object" },
  };
  const answerTo = (notificationId: string) => ({ ...key(), notificationId });
  accepted(
    (await soc.gets(SubmitThreatAnalysisDocument, { input: { ...answerTo(aboutThreat.id), analysis } }))
      .submitThreatAnalysis,
  );
  accepted(
    (
      await soc.gets(SubmitEventAnalysisDocument, {
        input: { ...answerTo(aboutEvent.id), analysis, incident: confirmed },
      })
    ).submitEventAnalysis,
  );
  const denied = { ...answerTo(aboutIncident.id), grounds: "canary grounds of a denial" };
  accepted((await soc.gets(AnswerNotConfirmedDocument, { input: denied })).answerNotConfirmed);
  await notify({ withdraws: sector.id });
  return {
    preview: { threatId, to },
    // Sent to both, and delivered: seven notifications reach the SOC, one the other; one statement, three answers.
    facts: 12,
    incidentFacts: 1,
    alsoShown: new Set([
      both.id,
      both.number,
      both.text,
      accepted(common).threat.id,
      accepted(common).threat.number,
      plain.summary,
      plain.source,
      ...both.recipients.flatMap(({ soc: notified, obligation }) =>
        notified?.id === otherSoc.party("Soc") && obligation ? [obligation.id] : [],
      ),
    ]),
  };
}

/**
 * Announcements after two and a half days: of both SOCs' answers, of the card for an incident that an analysis confirmed, and of
 * the card that was overdue from the beginning.
 */
const ANNOUNCED = 4;

/** Lets deadlines come near; resolves once every contact's delivery has ended: by mail and by webhook. */
async function announceDuties(world: TestGateway, centre: Person): Promise<void> {
  world.clock.advance(61 * HOUR);
  const toCentre = 2 * ANNOUNCED;
  const toSoc = 2 * (ANNOUNCED - 1);
  await eventually(async () => {
    const { deliveries } = await centre.gets(DeliveriesDocument, { first: 100 });
    const ended = deliveries.nodes.filter(({ announcement, state }) => announcement !== null && state !== "QUEUED");
    return ended.length === toCentre + toSoc;
  });
}

async function withoutRoles(world: TestGateway, soc: Person): Promise<Person> {
  const person = await world.person(soc.partyId, "SOC_READER");
  await world.giveRoles(person, []);
  return person;
}

/** Canaries found in `wire`, apart from those in `given`. */
export function leaks({ canaries }: Secret, wire: string, given: readonly string[] = []): string[] {
  return canaries.filter((canary) => !given.includes(canary) && wire.includes(canary));
}

/** A card that names the secret's object. */
export function hostileCard(now: number, object: TestObject): object {
  return {
    registeredOn: toIso(instant(now)).slice(0, 10),
    severity: "LOW",
    type: "OTHER",
    scale: "MASS",
    occurredAt: toIso(instant(now - MINUTE)),
    confirmedAt: toIso(instant(now - MINUTE)),
    recurrence: "NEW",
    indicators: [],
    sign: "ATTEMPT",
    contours: ["EXTERNAL"],
    nature: "x",
    consequences: ["NONE"],
    affectedObject: { objectId: object.id },
    measures: "x",
  };
}

/** An analysis that names the secret's object. */
export function hostileAnalysis(object: TestObject): object {
  return { findings: "x", affectedObjects: [object.id], indicators: [], measures: "x", conclusions: "x" };
}
