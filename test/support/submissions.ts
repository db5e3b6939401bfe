import { readFile } from "node:fs/promises";
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
} from "graphql";
import { MINUTE, instant, toIso } from "../../src/domain/instant.js";
import { exporting } from "./exports.js";
import type { TestGateway } from "./gateway.js";
import { accepted, type Person } from "./person.js";
import { analysisInput, cardInput, detectionInput, reportInput } from "./inputs.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** A mutation to send: its name, a document that asks for the receipt, and its input type. */
export interface Submission {
  readonly name: string;
  readonly document: string;
}

/** Every mutation of the schema whose input has a submission key, including any added later. */
export const SUBMISSIONS: readonly Submission[] = Object.values(schema.getMutationType()?.getFields() ?? {})
  .filter(takesKey)
  .map((field) => ({ name: field.name, document: documentOf(field) }));

/** What is only checked takes the same input, and is answered without a receipt. */
function takesKey({ args, type: answer }: GraphQLField<unknown, unknown>): boolean {
  return (
    isUnionType(getNamedType(answer)) &&
    args.some(({ type }) => {
      const input = getNamedType(type);
      return isInputObjectType(input) && "submissionKey" in input.getFields();
    })
  );
}

function documentOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const [input] = args;
  const union = getNamedType(type);
  if (!input || !isNonNullType(input.type) || !isUnionType(union)) throw new Error(`${name} is no submission`);
  const parts = union.getTypes().map((member) => {
    const hasReceipt = isObjectType(member) && "receipt" in member.getFields();
    return `... on ${member.name} { ${hasReceipt ? "receipt { id position entryHash receivedAt contentHash }" : "violations { rule path }"} }`;
  });
  return `mutation Send($input: ${String(input.type)}) { sent: ${name}(input: $input) { __typename ${parts.join(" ")} } }`;
}

/** The sender of a submission and all of its input except the key. `other` is different content for the same key. */
export interface Draft {
  readonly sender: Person;
  readonly input: object;
  readonly other: object;
  /** A query for a `count` of what it creates in the database. */
  readonly made: string;
}

/** Prepares, for each mutation, a submission that its sender can make first, and only once. */
export type Drafts = Readonly<Record<string, (world: TestGateway) => Promise<Draft>>>;

const TEXT = { text: "Look for it.", marking: "AMBER" } as const;

async function withReport(world: TestGateway) {
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], severity: "UNDETERMINED" });
  return { soc, object, incident, card: cardInput(world.clock.now(), { affectedObjects: [{ objectId: object.id }] }) };
}

async function notified(world: TestGateway, kind: "threat" | "event", reported?: Person) {
  const [centre, soc] = [await world.nationalCentre(), reported ?? (await world.soc())];
  const to = { socs: [soc.party("Soc")] };
  const about =
    kind === "threat"
      ? { threatId: accepted(await centre.registersThreat()).threat.id }
      : { eventId: accepted(await centre.registersEvent()).event.id };
  const { notification } = await centre.sendsNotification({ ...about, to });
  return { soc, notification };
}

function count(table: string): string {
  return `select count(*)::int as count from ${table}`;
}

export const DRAFTS: Drafts = {
  async reportIncident(world) {
    const input = reportInput(world.clock.now());
    return { sender: await world.soc(), input, other: { ...input, summary: "Another." }, made: count("incident") };
  },
  async submitIncidentCard(world) {
    const { soc: sender, incident, card } = await withReport(world);
    const input = { incidentId: incident.id, card };
    return { sender, input, other: { ...input, card: { ...card, nature: "Another." } }, made: count("incident_card") };
  },
  async amendIncidentCard(world) {
    const { soc: sender, incident, card } = await withReport(world);
    await sender.sendsCard(card, { incidentId: incident.id });
    const input = { incidentId: incident.id, revision: 1, card: { ...card, nature: "Amended." } };
    const made = `${count("incident_card")} where revision > 1`;
    return { sender, input, other: { ...input, card: { ...card, nature: "Another." } }, made };
  },
  async reviewSeverity(world) {
    const { soc: sender, incident } = await withReport(world);
    const input = { incidentId: incident.id, severity: "LOW" };
    return { sender, input, other: { ...input, severity: "HIGH" }, made: count("severity_review") };
  },
  async recordOwnerNotification(world) {
    const { soc: sender, incident } = await withReport(world);
    const notifiedAt = toIso(world.clock.now());
    const input = { incidentId: incident.id, channel: "TELEPHONE", recipient: "The duty desk", notifiedAt };
    return { sender, input, other: { ...input, recipient: "Another" }, made: count("owner_notification") };
  },
  async requestRetraction(world) {
    const { soc: sender, incident } = await withReport(world);
    const input = { incidentId: incident.id, grounds: "It was an exercise." };
    return { sender, input, other: { ...input, grounds: "Another." }, made: count("retraction") };
  },
  async decideRetraction(world) {
    const { soc, incident } = await withReport(world);
    accepted(await soc.asksForRetraction(incident.id));
    const input = { incidentId: incident.id, isGranted: true, reason: "The logs say so." };
    const made = `${count("retraction")} where decided_at is not null`;
    return { sender: await world.nationalCentre(), input, other: { ...input, isGranted: false }, made };
  },
  async requestConfirmationCorrection(world) {
    const { soc: sender, incident } = await withReport(world);
    const confirmedAt = toIso(instant(world.clock.now() - 2 * MINUTE));
    const input = { incidentId: incident.id, confirmedAt, reason: "The month was mistyped." };
    return { sender, input, other: { ...input, reason: "Another." }, made: count("correction_request") };
  },
  async linkSameIncidents(world) {
    const [first, second] = [await withReport(world), await withReport(world)];
    const input = { incidentIds: [first.incident.id, second.incident.id], reason: "One address, one hour." };
    const sender = await world.nationalCentre();
    return {
      sender,
      input,
      other: { ...input, reason: "Another." },
      made: "select count(distinct group_id)::int as count from same_incident",
    };
  },
  async unlinkSameIncidents(world) {
    const [first, second] = [await withReport(world), await withReport(world)];
    const sender = await world.nationalCentre();
    const incidentIds = [first.incident.id, second.incident.id];
    accepted(await sender.links(incidentIds));
    const input = { incidentIds, reason: "Two addresses." };
    const made = "select count(distinct submission_id)::int as count from same_incident_decision where not is_linked";
    return { sender, input, other: { ...input, reason: "Another." }, made };
  },
  async takeIncident(world) {
    const [first, second] = [await withReport(world), await withReport(world)];
    const input = { incidentId: first.incident.id };
    const other = { incidentId: second.incident.id };
    return { sender: await world.nationalCentre(), input, other, made: `${count("taking")} where is_taken` };
  },
  async releaseIncident(world) {
    const [first, second] = [await withReport(world), await withReport(world)];
    const sender = await world.nationalCentre();
    for (const { incident } of [first, second]) accepted(await sender.takes(incident.id));
    const input = { incidentId: first.incident.id };
    const made = `${count("taking")} where not is_taken`;
    return { sender, input, other: { incidentId: second.incident.id }, made };
  },
  async correctConfirmation(world) {
    const { incident } = await withReport(world);
    const confirmedAt = toIso(instant(world.clock.now() - 2 * MINUTE));
    const input = { incidentId: incident.id, confirmedAt, reason: "The clock was wrong." };
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, reason: "Another." }, made: count("confirmation_correction") };
  },
  async waiveObligation(world) {
    const { incident } = await withReport(world);
    const obligationId = incident.obligations.find(({ rule }) => rule === "R9.3")?.id;
    const input = { obligationId, reason: "It came on paper." };
    const made = `${count("obligation")} where waived_at is not null`;
    return { sender: await world.nationalCentre(), input, other: { ...input, reason: "Another." }, made };
  },
  async recordReceivedOtherwise(world) {
    const { incident } = await withReport(world);
    const obligationId = incident.obligations.find(({ rule }) => rule === "R9.3")?.id;
    const received = { channel: "TELEPHONE", receivedAt: toIso(world.clock.now()), receivedBy: "The duty desk" };
    const input = { obligationId, ...received, reason: "The gateway could not be reached." };
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, reason: "Another." }, made: count("received_otherwise") };
  },
  async withdrawReceivedOtherwise(world) {
    const { incident } = await withReport(world);
    const sender = await world.nationalCentre();
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    const { obligation } = accepted(await sender.recordsReceived(duty, world.clock.now()));
    const input = { receivedOtherwiseId: obligation.receivedOtherwise[0]?.id, reason: "It was another incident." };
    return { sender, input, other: { ...input, reason: "Another." }, made: count("receipt_withdrawal") };
  },
  async withdrawCorrectionRequest(world) {
    const { soc, incident } = await withReport(world);
    const { incident: second } = await soc.sendsReport();
    for (const { id } of [incident, second]) accepted(await soc.asksForCorrection(id, world.clock.now()));
    const made = `${count("correction_request")} where withdrawn_at is not null`;
    return { sender: soc, input: { incidentId: incident.id }, other: { incidentId: second.id }, made };
  },
  async refuseConfirmationCorrection(world) {
    const { soc, incident } = await withReport(world);
    accepted(await soc.asksForCorrection(incident.id, world.clock.now()));
    const input = { incidentId: incident.id, reason: "The log says otherwise." };
    const made = `${count("correction_request")} where refusal_reason is not null`;
    return { sender: await world.nationalCentre(), input, other: { ...input, reason: "Another." }, made };
  },
  async linkAffectedObject(world) {
    const { incident } = await (await world.soc()).sendsReport({ affectedObjects: [{ description: "A kiosk" }] });
    const object = await world.protectedObject();
    const input = { incidentId: incident.id, description: "A kiosk", objectId: object.id, reason: "One address." };
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, reason: "Another." }, made: count("object_link") };
  },
  async unlinkAffectedObject(world) {
    const { incident } = await (await world.soc()).sendsReport({ affectedObjects: [{ description: "A kiosk" }] });
    const object = await world.protectedObject();
    const sender = await world.nationalCentre();
    accepted(await sender.linksObject(incident.id, "A kiosk", object.id));
    const input = { incidentId: incident.id, description: "A kiosk", reason: "Another address." };
    return { sender, input, other: { ...input, reason: "Another." }, made: count("object_unlinking") };
  },
  async registerThreat(world) {
    const input = detectionInput(world.clock.now());
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, summary: "Another." }, made: count("concern") };
  },
  async registerSecurityEvent(world) {
    const input = detectionInput(world.clock.now());
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, summary: "Another." }, made: count("concern") };
  },
  async registerDetectedIncident(world) {
    const input = detectionInput(world.clock.now());
    const sender = await world.nationalCentre();
    return { sender, input, other: { ...input, summary: "Another." }, made: count("concern") };
  },
  async notifySocs(world) {
    const sender = await world.nationalCentre();
    const { threat } = accepted(await sender.registersThreat());
    const input = { ...TEXT, threatId: threat.id, to: { socs: [(await world.soc()).party("Soc")] } };
    return { sender, input, other: { ...input, text: "Another." }, made: count("notification") };
  },
  async acknowledgeNotification(world) {
    const { soc: sender, notification } = await notified(world, "threat");
    const { notification: second } = await notified(world, "event", sender);
    const made = `${count("notification_recipient")} where acknowledged_at is not null`;
    return { sender, input: { notificationId: notification.id }, other: { notificationId: second.id }, made };
  },
  async submitThreatAnalysis(world) {
    const { soc: sender, notification } = await notified(world, "threat");
    const input = { notificationIds: [notification.id], analysis: analysisInput() };
    const other = { ...input, analysis: analysisInput({ findings: "Another." }) };
    return { sender, input, other, made: count("analysis") };
  },
  async submitEventAnalysis(world) {
    const { soc: sender, notification } = await notified(world, "event");
    const incident = reportInput(world.clock.now());
    const input = { notificationIds: [notification.id], analysis: analysisInput(), incident };
    const other = { ...input, analysis: analysisInput({ findings: "Another." }) };
    return { sender, input, other, made: count("incident") };
  },
  async answerNotConfirmed(world) {
    const { soc: sender, notification } = await notified(world, "event");
    const input = { notificationIds: [notification.id], grounds: "Nothing was found." };
    return { sender, input, other: { ...input, grounds: "Another." }, made: count("denial") };
  },
  async retryDelivery(world) {
    const sender = await world.nationalCentre();
    const [first, second] = [await withReport(world), await withReport(world)];
    const ids: string[] = [];
    for (const { incident } of [first, second]) {
      const asked = `{ incident(number: "${incident.number}") { deliveries { id } } }`;
      const { data } = await sender.asks<{ incident: { deliveries: { id: string }[] } }, object>(asked);
      ids.push(data?.incident.deliveries[0]?.id ?? "");
    }
    await world.database.asOwner("update delivery set state = 'GIVEN_UP', channel = 'WEBHOOK'");
    const made = `${count("journal")} where act = 'delivery.retry'`;
    return { sender, input: { deliveryId: ids[0] }, other: { deliveryId: ids[1] }, made };
  },
  async prepareExport(world) {
    const sender = await exporting(await world.soc());
    const input = { document: "{ incidents { nodes { number } } }", format: "CSV" };
    return { sender, input, other: { ...input, format: "NDJSON" }, made: count("prepared_export") };
  },
};
