import { expect, test } from "vitest";
import { createDemoDatabase, type DemoDatabase } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { reportInput } from "../support/inputs.js";
import { freePort, GatewayProcess } from "../support/process.js";
import { startMailbox, startReceiver, type Mailbox } from "../support/receivers.js";
import { systemClock } from "../../src/platform/clock.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";

/** Short times, so that what is lost with a gateway is taken up again soon; long enough for an answer under load. */
const QUICK = { DELIVERY_TIMEOUT_SECONDS: "5", DELIVERY_RETRY_SECONDS: "1", WEBHOOK_ALLOWED_HOSTS: "127.0.0.1" };

interface Delivery {
  readonly channel: string;
  readonly state: string;
  readonly acceptedAt: string | null;
  readonly attempts: readonly {
    readonly ordinal: number;
    readonly endedAt: string | null;
    readonly isAccepted: boolean | null;
    readonly isRepeat: boolean;
    readonly proof: string | null;
  }[];
}

/** A gateway on a database of the test's own, which may be killed and started again. */
class World {
  gateway!: GatewayProcess;

  private constructor(
    private readonly database: DemoDatabase,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async on(database: DemoDatabase, settings: Readonly<Record<string, string>>): Promise<World> {
    const world = new World(database, { ...QUICK, ...settings });
    await world.start();
    return world;
  }

  async start(): Promise<void> {
    const { gatewayUrl, ownerUrl } = this.database;
    this.gateway = await GatewayProcess.start({
      DATABASE_URL: gatewayUrl,
      DATABASE_OWNER_URL: ownerUrl,
      LOG_LEVEL: "silent",
      ...this.settings,
    });
  }

  /** The energy SOC reports an incident on its critical object; gives the incident's number. */
  async report(): Promise<string> {
    const token = this.database.credentials.socs.find(({ code }) => code === "DEMO-ENERGY")?.token ?? "";
    const { data } = (await this.gateway.asks(token, `{ protectedObjects { nodes { id code } } }`)) as {
      data: { protectedObjects: { nodes: { id: string; code: string }[] } };
    };
    const objectId = data.protectedObjects.nodes.find(({ code }) => code === "DEMO-GRID-SCADA")?.id;
    const now = systemClock.now();
    const confirmedAt = toIso(instant(now - MINUTE));
    const input = { submissionKey: "report", ...reportInput(now, { confirmedAt, affectedObjects: [{ objectId }] }) };
    const answer = (await this.gateway.asks(
      token,
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { ... on ReportAccepted { incident { number } } } }`,
      { input },
    )) as { data: { reportIncident: { incident: { number: string } } } };
    return answer.data.reportIncident.incident.number;
  }

  /** The centre's look at an incident: its deliveries, and how R9.2 stands. */
  async look(number: string) {
    const answer = (await this.gateway.asks(
      this.database.credentials.centre,
      `query ($number: String!) { incident(number: $number) {
        deliveries { channel state acceptedAt attempts { ordinal endedAt isAccepted isRepeat proof } }
        obligations { rule standing dischargedAt } } }`,
      { number },
    )) as {
      data: {
        incident: {
          deliveries: Delivery[];
          obligations: { rule: string; standing: string; dischargedAt: string | null }[];
        };
      };
    };
    const { deliveries, obligations } = answer.data.incident;
    return { deliveries, duty: obligations.find(({ rule }) => rule === "R9.2") };
  }

  /** Resolves once a channel's delivery is so. */
  async until(number: string, isSo: (deliveries: readonly Delivery[]) => boolean): Promise<void> {
    await eventually(async () => isSo((await this.look(number)).deliveries));
  }

  /** Calls the energy company's system from now on, beside its mail. */
  async hook(webhookUrl: string): Promise<void> {
    const { data } = (await this.gateway.asks(
      this.database.credentials.administrator,
      `{ protectedObjects { nodes { code owner { id } } } }`,
    )) as { data: { protectedObjects: { nodes: { code: string; owner: { id: string } }[] } } };
    const ownerId = data.protectedObjects.nodes.find(({ code }) => code === "DEMO-GRID-SCADA")?.owner.id;
    await this.gateway.asks(
      this.database.credentials.administrator,
      `mutation ($input: ChangeContactInput!) { changeContact(input: $input) { __typename } }`,
      { input: { partyId: ownerId, webhookUrl } },
    );
  }
}

/** R9.2 was met at the moment at which the first of the owner's servers accepted the message. */
async function isMetByIt(world: World, number: string): Promise<void> {
  const { deliveries, duty } = await world.look(number);
  for (const { state } of deliveries) expect(state).toBe("ACCEPTED");
  const first = Math.min(...deliveries.map(({ acceptedAt }) => Date.parse(acceptedAt ?? "")));
  expect(duty).toEqual({ rule: "R9.2", standing: "MET", dischargedAt: toIso(instant(first)) });
}

test.concurrent("R9.2 a mail server that is down for a while delays the owner's mail and loses nothing", async () => {
  await using database = await createDemoDatabase();
  const port = await freePort();
  // A server that is down says so at once; one that is up may be slow on this machine.
  const world = await World.on(database, { SMTP_URL: `smtp://127.0.0.1:${port}`, DELIVERY_TIMEOUT_SECONDS: "30" });
  await using _ = world.gateway;
  const number = await world.report();
  await world.until(number, ([delivery]) => (delivery?.attempts[0]?.endedAt ?? null) !== null);
  expect((await world.look(number)).duty?.standing).toBe("RUNNING");
  await using mailbox: Mailbox = await startMailbox(port);
  await world.until(number, ([delivery]) => delivery?.state === "ACCEPTED");
  await isMetByIt(world, number);
  const [delivery] = (await world.look(number)).deliveries;
  expect(delivery?.attempts[0]).toMatchObject({ isAccepted: false, proof: expect.stringMatching(/ECONNREFUSED/) });
  expect(delivery?.attempts.at(-1)).toMatchObject({ isAccepted: true, isRepeat: false, proof: "250 queued as 1" });
  expect(mailbox.mails).toHaveLength(1);
});

test.concurrent(
  "R9.2 a gateway killed in the middle of a mail and of a webhook's call: both arrive, and a repeat is known for one",
  async () => {
    await using database = await createDemoDatabase();
    await using mailbox = await startMailbox();
    mailbox.reply = "HOLD";
    await using receiver = await startReceiver();
    receiver.status = null;
    const world = await World.on(database, { SMTP_URL: mailbox.url });
    await world.hook(receiver.url);
    const number = await world.report();
    await eventually(() => mailbox.mails.length === 1 && receiver.calls.length === 1);
    await world.gateway.end("SIGKILL");
    mailbox.reply = "ACCEPT";
    receiver.status = 204;
    await world.start();
    await using _ = world.gateway;
    await world.until(number, (deliveries) => deliveries.every(({ state }) => state === "ACCEPTED"));
    await isMetByIt(world, number);
    const { deliveries } = await world.look(number);
    expect(deliveries).toHaveLength(2);
    const attemptsOf = (one: string) => deliveries.find(({ channel }) => channel === one)?.attempts;
    expect(attemptsOf("EMAIL")).toEqual([
      expect.objectContaining({ ordinal: 1, endedAt: null, isAccepted: null }),
      expect.objectContaining({ ordinal: 2, isAccepted: true, isRepeat: true }),
    ]);
    expect(attemptsOf("WEBHOOK")?.at(-1)).toMatchObject({ isRepeat: true, proof: "HTTP 204" });
    // The receivers distinguish the two from two messages by their id.
    expect(mailbox.mails.map(({ messageId }) => messageId)).toEqual([
      mailbox.mails[0]?.messageId,
      mailbox.mails[0]?.messageId,
    ]);
    const ids = receiver.calls.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toEqual([ids[0], ids[0]]);
  },
);

test.concurrent(
  "R9.2 a gateway that is stopped in the middle of a delivery ends in good order, and the next one makes it",
  async () => {
    await using database = await createDemoDatabase();
    await using mailbox = await startMailbox();
    mailbox.reply = "HOLD";
    const world = await World.on(database, { SMTP_URL: mailbox.url, DELIVERY_TIMEOUT_SECONDS: "30" });
    const number = await world.report();
    await eventually(() => mailbox.mails.length === 1);
    expect((await world.gateway.end("SIGTERM")).code).toBe(0);
    mailbox.reply = "ACCEPT";
    await world.start();
    await using _ = world.gateway;
    await world.until(number, ([delivery]) => delivery?.state === "ACCEPTED");
    await isMetByIt(world, number);
    const [delivery] = (await world.look(number)).deliveries;
    expect(delivery?.attempts.at(-1)).toMatchObject({ isAccepted: true, isRepeat: true });
    expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  },
);
