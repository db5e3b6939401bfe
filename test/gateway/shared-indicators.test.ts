import { expect, test } from "vitest";
import { lentGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

const REASONS = `query { notifications { nodes { recipients { reasons { kind indicator } } } } }`;

interface Seen {
  readonly notifications: {
    readonly nodes: readonly {
      readonly recipients: readonly {
        readonly reasons: readonly { readonly kind: string; readonly indicator: string | null }[];
      }[];
    }[];
  };
}

/** The reasons of each notification, newest first, of the one recipient that a SOC sees or of all that the centre does. */
async function reasonsSeenBy(person: Person) {
  const { notifications } = await person.gets<Seen, object>(REASONS);
  return notifications.nodes.map(({ recipients }) => recipients.flatMap(({ reasons }) => reasons));
}

const secret = { type: "DOMAIN" as const, value: "secret-of-b.example" };
const notified = { type: "DOMAIN" as const, value: "notified.example" };

test("R12.1 a SOC that guesses indicators learns from a notification no more of another SOC's card than it shows", async () => {
  await using world = await lentGateway();
  const centre = await world.nationalCentre();
  const [guessing, other] = [await world.soc(), await world.soc()];
  const { incident } = await other.sendsCard({ indicators: [secret, notified] });
  await guessing.sendsCard({ indicators: [secret, notified, { type: "DOMAIN", value: "guess.example" }] });
  await using feed = await guessing.watchNotifications();

  const to = { sharingIndicators: true };
  const about = { incidentId: incident.id, to };
  await centre.sendsNotification({ ...about, text: "In general.", marking: "RED" });
  // The same with an indicator that the notification itself shows, and of a threat that shows one.
  await centre.sendsNotification({ ...about, indicators: [notified] });
  const { threat } = accepted(await centre.registersThreat({ indicators: [secret] }));
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
  // A follow-up keeps what was shown before.
  await centre.sendsNotification({ supplements: notification.id, to: null });

  const shared = (...values: string[]) => values.map((indicator) => ({ kind: "SHARES_INDICATOR", indicator }));
  // All at one instant: in which order they stand in the list is not known.
  const inOrder = (lists: readonly object[]) => lists.map((list) => JSON.stringify(list)).toSorted();
  expect(inOrder(await reasonsSeenBy(guessing))).toEqual(
    inOrder([shared(secret.value), shared(secret.value), shared(notified.value), []]),
  );
  const all = await reasonsSeenBy(centre);
  expect(all).toContainEqual(expect.arrayContaining(shared(secret.value, notified.value)));
  const [frame] = await feed.take(4);
  expect(JSON.stringify(frame)).not.toContain("SHARES_INDICATOR");
  expect(JSON.stringify(frame)).not.toContain(secret.value);
});
