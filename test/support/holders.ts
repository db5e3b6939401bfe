import { ChangeProtectedObjectDocument, type ChangeProtectedObjectInput } from "../../schema/operations.generated.js";
import { instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import type { TestGateway } from "./gateway.js";
import type { Person } from "./person.js";

/** A critical object with an owner and a holder, the SOC that covers it, and how it is changed. */
export async function heldObject(world: TestGateway) {
  const [owner, holder, centre] = [await world.owner(), await world.owner(), await world.nationalCentre()];
  const object = await world.protectedObject({ owner, holder });
  const soc = await world.soc({ covering: [object] });
  const ago = (length: number): Instant => instant(world.clock.now() - length);
  const report = async (confirmedAt = ago(MINUTE)) =>
    (await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt: toIso(confirmedAt) })).incident;
  const changes = (input: Omit<ChangeProtectedObjectInput, "objectId">) => changesObject(world, object.id, input);
  return { world, owner, holder, centre, object, soc, report, changes, ago };
}

export async function changesObject(
  world: TestGateway,
  objectId: string,
  input: Omit<ChangeProtectedObjectInput, "objectId">,
) {
  const answer = await world.administrator().gets(ChangeProtectedObjectDocument, { input: { objectId, ...input } });
  return answer.changeProtectedObject;
}

interface Seen {
  readonly report: object | null;
  readonly retractedAt: string | null;
  readonly ownerNotifications: readonly object[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly state: string;
    readonly party: { readonly id: string } | null;
  }[];
  readonly obligations: readonly {
    readonly rule: string;
    readonly standing: string;
    readonly isVoid: boolean;
    readonly metBy: string | null;
    readonly waivedReason: string | null;
  }[];
}

/** An incident as somebody sees it, of its duties R9.2 alone; null where it does not. */
export async function seenBy(person: Person, number: string): Promise<Seen | null> {
  const asked = `query ($number: String!) { incident(number: $number) { report { summary } retractedAt
    ownerNotifications { recipient } deliveries { id state party { id } }
    obligations { rule standing isVoid metBy waivedReason } } }`;
  const { incident } = await person.gets<{ incident: Seen | null }, object>(asked, { number });
  return incident && { ...incident, obligations: incident.obligations.filter(({ rule }) => rule === "R9.2") };
}

/** How the duties R9.2 of an incident stand that are not void, for somebody. */
export async function standingsFor(person: Person, number: string) {
  const duties = (await seenBy(person, number))?.obligations.filter(({ isVoid }) => !isVoid) ?? [];
  return duties.map(({ standing, metBy }) => ({ standing, metBy }));
}
