import { NotificationsDocument } from "../../schema/operations.generated.js";
import type { Subject } from "../../src/domain/notification.js";
import type { TestGateway } from "./gateway.js";
import { accepted, type Person } from "./person.js";

export const SUBJECTS: readonly Subject[] = ["THREAT", "EVENT", "INCIDENT"];
export const RULE_OF = { THREAT: "R9.4", EVENT: "R9.5", INCIDENT: "R9.6" } as const;

/** Notifies SOCs of something of this kind; gives the notification's id. */
export async function notified(world: TestGateway, subject: Subject, ...socs: readonly Person[]): Promise<string> {
  const centre = await world.nationalCentre();
  const to = { socs: socs.map((soc) => soc.party("Soc")) };
  const about = async () => {
    if (subject === "THREAT") return { threatId: accepted(await centre.registersThreat()).threat.id };
    if (subject === "EVENT") return { eventId: accepted(await centre.registersEvent()).event.id };
    const elsewhere = await world.soc();
    return { incidentId: (await elsewhere.sendsReport()).incident.id };
  };
  return (await centre.sendsNotification({ ...(await about()), to })).notification.id;
}

/** A SOC of this world that was notified of something of this kind. */
export async function aNotifiedSoc(world: TestGateway, subject: Subject) {
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  return { world, soc, object, notificationId: await notified(world, subject, soc) };
}

/** The SOC's part in a notification. */
export async function partOf(soc: Person, notificationId: string) {
  const { notifications } = await soc.gets(NotificationsDocument, {});
  const found = notifications.nodes.find(({ id }) => id === notificationId);
  const [part] = found?.recipients ?? [];
  if (!found || !part?.obligation) throw new Error("the SOC was not notified");
  return { ...part, obligation: part.obligation, incidents: found.incidents };
}

/** The number of a notification. */
export async function numberOf(person: Person, id: string): Promise<string> {
  const document = "query ($id: ID!) { node(id: $id) { ... on Notification { number } } }";
  const { node } = await person.gets<{ node: { number: string } }, object>(document, { id });
  return node.number;
}
