import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

/** Each test has SOCs of its own. */
const shared = sharedGateway({ at: "MOVING" });

interface Inbox {
  readonly notifications: {
    readonly nodes: readonly { readonly number: string }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly startCursor: string | null };
  };
}
const INBOX = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: NotificationFilter, $orderBy: NotificationOrder) {
  notifications(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { number } pageInfo { startCursor endCursor }
  }
}`;

async function inbox(person: Person, variables: object = {}): Promise<readonly string[]> {
  const { notifications } = await person.gets<Inbox, object>(INBOX, { first: 100, ...variables });
  return notifications.nodes.map(({ number }) => number);
}

/** A notification about a security event, to these SOCs. */
async function notifies(centre: Person, socs: readonly Person[]) {
  const { event } = accepted(await centre.registersEvent());
  const to = { socs: socs.map((soc) => soc.party("Soc")) };
  return (await centre.sendsNotification({ eventId: event.id, to })).notification;
}

test("R9.5 what is unanswered and how answers stand narrows a SOC's inbox by its own answer, the centre's outbox by anybody's", async () => {
  const world = shared();
  const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  const late = await notifies(centre, [soc]);
  world.clock.advance(72 * HOUR + 1);
  const both = await notifies(centre, [soc, other]);
  world.clock.advance(MINUTE);
  const denied = await notifies(centre, [soc]);
  accepted(await soc.denies(both.id));
  accepted(await soc.denies(denied.id));
  world.clock.advance(MINUTE);
  const { notification: supplement } = await centre.sendsNotification({ supplements: both.id, to: null });
  const numbers = (...all: readonly { readonly number: string }[]) => all.map(({ number }) => number);
  const unanswered = { filter: { isUnanswered: true } };
  expect(await inbox(soc)).toEqual(numbers(supplement, denied, both, late));
  expect(await inbox(soc, unanswered)).toEqual(numbers(late));
  expect(await inbox(other, unanswered)).toEqual(numbers(both));
  const ours = numbers(supplement, denied, both, late);
  const ofCentre = async (filter: object) => (await inbox(centre, { filter })).filter((one) => ours.includes(one));
  expect(await ofCentre({ isUnanswered: true })).toEqual(numbers(both, late));
  expect(await ofCentre({ standings: ["MET"] })).toEqual(numbers(denied, both));
  const standing = async (...standings: readonly string[]) => inbox(soc, { filter: { standings } });
  expect(await standing("OVERDUE")).toEqual(numbers(late));
  expect(await standing("MET", "OVERDUE")).toEqual(numbers(denied, both, late));
  expect(await standing("RUNNING")).toEqual([]);
  expect(await standing()).toEqual([]);
  expect(await inbox(other, { filter: { standings: ["RUNNING"], isUnanswered: true } })).toEqual(numbers(both));
  expect(await inbox(await world.owner(), unanswered)).toEqual([]);
});

test("R9.5 a SOC's inbox comes by the deadline of its answer, in pages that neither repeat nor miss, and only in this order", async () => {
  const world = shared();
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  const sent: string[] = [];
  for (let count = 0; count < 7; count += 1) {
    // Two at one instant: the id tells them apart.
    if (count % 2 === 0) world.clock.advance(MINUTE);
    sent.push((await notifies(centre, [soc])).number);
  }
  const last = await notifies(centre, [soc]);
  await centre.sendsNotification({ supplements: last.id, to: null });
  const all = await inbox(soc, { orderBy: "DUE_FIRST" });
  expect(all.toSorted()).toEqual([...sent, last.number].toSorted());
  expect(all.slice(0, 2).toSorted()).toEqual(sent.slice(0, 2).toSorted());
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const { notifications }: Inbox = await soc.gets<Inbox, object>(INBOX, { first: 3, after, orderBy: "DUE_FIRST" });
    walked.push(...notifications.nodes.map(({ number }) => number));
    after = notifications.nodes.length === 3 ? notifications.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(all);
  expect(await inbox(soc, { first: null, last: 2, orderBy: "DUE_FIRST" })).toEqual(all.slice(-2));

  for (const [given, asked] of [
    ["DUE_FIRST", "NEWEST_FIRST"],
    ["NEWEST_FIRST", "DUE_FIRST"],
  ]) {
    const { notifications } = await soc.gets<Inbox, object>(INBOX, { first: 1, orderBy: given });
    const { errors } = await soc.asks(INBOX, { orderBy: asked, after: notifications.pageInfo.endCursor });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["after"] } }]);
  }
  for (const person of [centre, await world.owner()])
    expect((await person.asks(INBOX, { orderBy: "DUE_FIRST" })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", path: ["orderBy"] } },
    ]);
});

test("F8 a SOC reads which indicators of a notification and of what was detected are in its own incidents, and in which", async () => {
  const world = shared();
  const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  const domain = (value: string) => ({ type: "DOMAIN" as const, value });
  const first = await soc.sendsCard({ indicators: [domain("own[.]example"), domain("past.example")] });
  await soc.amends(first.incident.id, 1, { indicators: [domain("own.example"), domain("told.example")] });
  world.clock.advance(MINUTE);
  const second = await soc.sendsCard({ indicators: [domain("told.example")] });
  const retracted = await soc.sendsCard({ indicators: [domain("own.example")] });
  accepted(await soc.asksForRetraction(retracted.incident.id));
  accepted(await centre.decidesRetraction(retracted.incident.id, true));
  await other.sendsCard({ indicators: [domain("own.example"), domain("others.example")] });
  const { event } = accepted(
    await centre.registersEvent({ indicators: [domain("OWN.example"), domain("past.example")] }),
  );
  const { notification } = await centre.sendsNotification({
    eventId: event.id,
    to: { socs: [soc.party("Soc"), other.party("Soc")] },
    indicators: [domain("told.example"), domain("others.example"), domain("new.example")],
  });
  const read = async (person: Person): Promise<unknown> => {
    const { notification: found } = await person.gets<{ notification: { ownIndicators: unknown } | null }, object>(
      `query ($number: String!) { notification(number: $number) { ownIndicators { type value incidents { number } } } }`,
      { number: notification.number },
    );
    return found?.ownIndicators;
  };
  const number = ({ incident }: { readonly incident: { readonly number: string } }) => ({ number: incident.number });
  expect(await read(soc)).toEqual([
    { type: "DOMAIN", value: "own.example", incidents: [number(first)] },
    { type: "DOMAIN", value: "told.example", incidents: [number(second), number(first)] },
  ]);
  const values = ((await read(other)) as readonly { readonly value: string }[]).map(({ value }) => value);
  expect(values).toEqual(["others.example", "own.example"]);
  expect(await read(centre)).toEqual([]);
  expect(await read(await world.soc())).toBeUndefined();
});
