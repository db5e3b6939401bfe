import {
  AcknowledgeNotificationDocument,
  AnswerNotConfirmedDocument,
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  DeliveriesDocument,
  IncidentDocument,
  IssueTokenDocument,
  NotifySocsDocument,
  RegisterDetectedIncidentDocument,
  RegisterSecurityEventDocument,
  RegisterThreatDocument,
  RequestRetractionDocument,
  SubmitEventAnalysisDocument,
  SubmitThreatAnalysisDocument,
  WaiveObligationDocument,
  type NotifySocsInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { campaignsUp } from "./campaigns.js";
import { eventually } from "./eventually.js";
import type { TestGateway, TestObject } from "./gateway.js";
import { accepted, unique, type Person } from "./person.js";
import { catalogue, judgedUp, takesCatalogue, takesLists, warningList } from "./public-lists.js";
import { CARD_FIELDS } from "../../src/domain/card-form.js";

interface Cast {
  readonly centre: Person;
  readonly soc: Person;
  readonly owner: Person;
  readonly object: TestObject;
}

const CARD_TEXTS = CARD_FIELDS.filter(
  ([name, { kind }]) => kind.endsWith("text") && name !== "earlierIncidentNumber",
).map(([name]) => name);

/** An incident about which every kind of statement has been made. */
export async function fillDossier(
  world: TestGateway,
  { centre, soc, owner, object }: Cast,
): Promise<{ readonly number: string; readonly otherNumbers: readonly string[]; readonly incidentFacts: number }> {
  const on = { affectedObjects: [{ objectId: object.id }] };
  const token = { actorId: toGlobalId("Actor", soc.actorId), name: "canary name of a token" };
  const expiresAt = toIso(instant(world.clock.now() + 10_000 * HOUR));
  accepted((await world.administrator().gets(IssueTokenDocument, { input: { ...token, expiresAt } })).issueToken);
  const watch = await centre.watchIncidents();
  const reported = await soc.sendsReport({ ...on, summary: "canary summary", severity: "UNDETERMINED" });
  const { id, number, confirmedAt } = reported.incident;
  const earlier = await soc.sendsCard({ affectedObjects: [{ description: "canary description" }] });
  const card = {
    ...on,
    confirmedAt,
    recurrence: "REPEAT" as const,
    earlierIncidentNumber: earlier.incident.number,
    ...Object.fromEntries(CARD_TEXTS.map((name) => [name, `canary ${name}`])),
    indicators: [{ type: "DOMAIN" as const, value: "canary[.]example" }],
  };
  await soc.sendsCard({ ...card, severity: "UNDETERMINED" }, { incidentId: id });
  await soc.reviews(id, "UNDETERMINED", "canary reason");
  await soc.amends(id, 1, card);
  const sooner = instant(Date.parse(confirmedAt) - MINUTE);
  accepted(await soc.asksForCorrection(id, sooner, "canary reason of a request that is settled"));
  accepted(await soc.amends(id, 2, { ...card, confirmedAt: toIso(sooner) }));
  await soc.recordsOwnerNotified(id, world.clock.now(), { note: "canary note of the call" });
  const key = (): { submissionKey: string } => ({ submissionKey: unique("key") });
  await owner.gets(AcknowledgeNotificationDocument, { input: { ...key(), incidentId: id } });
  accepted(await soc.asksForCorrection(id, world.clock.now(), "canary reason of a first request"));
  accepted(await centre.refusesCorrection(id, "canary reason why it was refused"));
  accepted(await soc.asksForCorrection(id, world.clock.now(), "canary reason of a mistyped request"));
  accepted(await soc.asksForCorrection(id, world.clock.now(), "canary reason of a request"));
  accepted(await soc.withdrawsCorrectionRequest(id));
  accepted(await soc.asksForCorrection(id, world.clock.now(), "canary reason of a last request"));
  const corrected = toIso(instant(Date.parse(confirmedAt) - 1));
  const correction = { incidentId: id, confirmedAt: corrected, reason: "canary reason of a correction" };
  accepted(
    (await centre.gets(CorrectConfirmationDocument, { input: { ...key(), ...correction } })).correctConfirmation,
  );
  const asked = { incidentId: id, grounds: "canary grounds of a retraction" };
  accepted((await soc.gets(RequestRetractionDocument, { input: { ...key(), ...asked } })).requestRetraction);
  const refused = { incidentId: id, isGranted: false, reason: "canary reason of a refusal" };
  accepted((await centre.gets(DecideRetractionDocument, { input: { ...key(), ...refused } })).decideRetraction);
  accepted(await centre.takes(id));
  const description = "canary description";
  const described = await soc.sendsReport({
    affectedObjects: [{ description, kinds: ["CRITICAL_INFRASTRUCTURE"], ownerName: "canary owner or holder" }],
  });
  const notice = { objectDescription: description, note: "canary note of another call" };
  accepted(await soc.recordsOwnerNotified(described.incident.id, world.clock.now(), notice));
  accepted(await centre.links([earlier.incident.id, described.incident.id], "canary reason of a link"));
  accepted(await centre.unlinks([earlier.incident.id, described.incident.id], "canary reason of an unlinking"));
  const answered = described.incident.obligations.find(({ rule }) => rule === "R9.1")?.id ?? "";
  const received = accepted(await centre.recordsReceived(answered, world.clock.now(), "canary reason of a receipt"));
  const [receipt] = received.obligation.receivedOtherwise;
  accepted(await centre.withdrawsReceived(receipt?.id ?? "", "canary reason of its taking back"));
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
    affectedObjects: [{ description: "canary description" }],
    confirmedAt: confirmedLongAgo,
  });
  const neither = await world.protectedObject({ kinds: [] });
  accepted(await centre.linksObject(late.incident.id, description, neither.id, "canary reason of a link"));
  accepted(await centre.unlinksObject(late.incident.id, description, "canary reason of its undoing"));
  accepted(await centre.linksObject(late.incident.id, description, neither.id, "canary reason of another link"));
  // One delivery arrives by webhook, the other by mail.
  const incidentFacts = 35;
  await watch.take(incidentFacts);
  watch.drop();
  return {
    number,
    otherNumbers: [earlier.incident.number, described.incident.number, late.incident.number],
    incidentFacts,
  };
}

/** Notifications of every kind to one SOC, which answers them all; one of them also goes to another SOC. */
export async function fillNotifications(
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
  const detection = (what: string) => ({
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
  const { registerThreat } = await centre.gets(RegisterThreatDocument, { input: detection("threat") });
  const { registerSecurityEvent } = await centre.gets(RegisterSecurityEventDocument, { input: detection("event") });
  const [threatId, eventId] = [accepted(registerThreat).threat.id, accepted(registerSecurityEvent).event.id];
  const { registerDetectedIncident } = await centre.gets(RegisterDetectedIncidentDocument, {
    input: detection("detected-incident"),
  });
  const detectedIncidentId = accepted(registerDetectedIncident).detectedIncident.id;
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
    marking: "AMBER" as const,
    to: { socs: [otherSoc.party("Soc")] },
  };
  const plain = {
    ...detection("shared"),
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
  await notify({ incidentId: incident?.id, to: only });
  const aboutDetected = await notify({ detectedIncidentId, to: only });
  const mistaken = await soc.sendsReport({ affectedObjects: [{ description: "canary description" }] });
  await notify({ incidentId: mistaken.incident.id, to: only });
  accepted(await soc.asksForRetraction(mistaken.incident.id, "canary grounds of a retraction"));
  accepted(await centre.decidesRetraction(mistaken.incident.id, true, "canary reason of a grant"));
  await notify({ supplements: aboutThreat.id });
  const acknowledged = { ...key(), notificationId: aboutThreat.id };
  accepted((await soc.gets(AcknowledgeNotificationDocument, { input: acknowledged })).acknowledgeNotification);
  const analysis = {
    findings: "canary findings",
    affectedObjects: [object.id],
    indicators: [
      { type: "DOMAIN" as const, value: "found.canary.example" },
      { type: "CVE" as const, value: "CVE-2026-99998" },
    ],
    measures: "canary measures of an analysis",
    conclusions: "canary conclusions",
    recommendations: "canary recommendations",
  };
  const confirmed = {
    confirmedAt: toIso(instant(world.clock.now() - MINUTE)),
    type: "PHISHING" as const,
    summary: "canary summary of a confirmed incident",
    affectedObjects: [{ description: "canary description of another object" }],
  };
  const answerTo = (notificationId: string) => ({ ...key(), notificationIds: [notificationId] });
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
  const denied = {
    ...key(),
    notificationIds: [aboutDetected.id],
    grounds: "canary grounds of a denial",
  };
  accepted((await soc.gets(AnswerNotConfirmedDocument, { input: denied })).answerNotConfirmed);
  await notify({ withdraws: sector.id });
  return {
    preview: { threatId, to },
    // Sent to both, and delivered: nine notifications reach the SOC, one the other; a statement, a retraction, three answers.
    facts: 15,
    incidentFacts: 4,
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

/** A campaign of the SOC and another one; gives how many facts its incidents have. */
export async function fillCampaign(world: TestGateway, soc: Person): Promise<number> {
  const other = await world.soc();
  const card = {
    affectedObjects: [{ description: "canary description" }],
    indicators: ["joins.canary.example", "also-joins.canary.example"].map((value) => ({
      type: "DOMAIN" as const,
      value,
    })),
  };
  for (const one of [soc, soc, other]) await one.sendsCard(card);
  await campaignsUp(world);
  await world.database.asOwner("update campaign set name = 'canary name of a campaign'");
  return 3;
}

/**
 * Announcements after two and a half days: of both SOCs' answers, of the card for an incident that an analysis confirmed (R9.3,
 * R9.6), and of the card that was overdue from the beginning.
 */
export const ANNOUNCED = 5;

/** Lets deadlines come near; resolves once every contact's delivery has ended: by mail and by webhook. */
export async function announceDuties(world: TestGateway, centre: Person): Promise<void> {
  world.clock.advance(61 * HOUR);
  const toCentre = 2 * ANNOUNCED;
  const toSoc = 2 * (ANNOUNCED - 1);
  await eventually(async () => {
    const { deliveries } = await centre.gets(DeliveriesDocument, { first: 100 });
    const ended = deliveries.nodes.filter(({ announcement, state }) => announcement !== null && state !== "QUEUED");
    return ended.length === toCentre + toSoc;
  });
}

/** What public lists say of the values that were sighted: only who sees a value is told. */
export async function fillLists(world: TestGateway): Promise<void> {
  const list = { name: "canary list", description: "canary words of a list" };
  await takesLists(world, warningList("hostname", ["canary.example"], list));
  const entry = { cve: "CVE-2026-99998", name: "canary vulnerability", due: "2026-02-27", ransomware: true };
  await takesCatalogue(world, catalogue("2026.02.20", [entry]));
  await judgedUp(world);
}
