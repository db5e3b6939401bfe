import { GatewayClient } from "../client/index.js";
import {
  NotifySocsDocument,
  RecordOwnerNotificationDocument,
  RegisterThreatDocument,
  ReportIncidentDocument,
  ReviewSeverityDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  SocsDocument,
  TimelinessDocument,
  ProtectedObjectsDocument,
  type IncidentCardInput,
} from "../schema/operations.generated.js";
import { after, dateInAlmaty, HOUR, instant, MINUTE, toIso, type Instant } from "../src/domain/instant.js";
import { Account } from "./account.js";
import { readCredentials } from "../src/tools/running-gateway.js";
import { DemoError } from "./answers.js";
import { DutyScreen, type Announcement } from "./duty-screen.js";
import { timelinessRows } from "./overview.js";
import { Screen } from "./screen.js";
import { TrainingGateway } from "./training-gateway.js";

/** Two hours pass in a second: three days in less than forty. */
const SPEED = 7_200;

const DAY = 24 * HOUR;

/** Who plays, each with an account at the training gateway. */
interface Cast {
  readonly centre: Account;
  readonly energy: Account;
  readonly health: Account;
  readonly water: Account;
}

/** Where it is played. */
interface Stage {
  readonly gateway: TrainingGateway;
  readonly since: Since;
  readonly duties: DutyScreen;
  readonly screen: Screen;
  /** Ids of SOCs and protected objects by their codes. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Plays three days of running clocks on a separate gateway, and what they leave in each SOC's record. */
export async function playThreeDays(output: ConstructorParameters<typeof Screen>[0]): Promise<void> {
  await using gateway = await TrainingGateway.start(SPEED);
  const since = new Since();
  const screen = new Screen(output, () => since.stamp(gateway.now()));
  screen.title("Clocks: three days on a separate gateway, two hours in a second");
  screen.print("Times are hours and minutes since the confirmation of two incidents, by the gateway's clock");
  const credentials = await readCredentials(gateway.dataDir);
  const centre = new GatewayClient({ address: gateway.address, token: credentials.centre });
  const soc = (code: string): Account => {
    const token = credentials.socs.find((one) => one.code === code)?.token ?? "";
    return new Account(code, new GatewayClient({ address: gateway.address, token }), screen);
  };
  const cast = {
    centre: new Account("DEMO-CENTRE", centre, screen),
    energy: soc("DEMO-ENERGY"),
    health: soc("DEMO-HEALTH"),
    water: soc("DEMO-WATER"),
  };
  const duties = new DutyScreen(centre, (announcement) => show(announcement, since, screen));
  try {
    await play(cast, { gateway, since, duties, screen, ids: await idsOf(centre) });
    const now = gateway.now();
    const period = { from: dateInAlmaty(after(now, -5 * DAY)), before: dateInAlmaty(after(now, DAY)) };
    const { timeliness } = await centre.ask(TimelinessDocument, { period });
    screen.title("How well each SOC met its terms");
    screen.table(timelinessRows(timeliness));
  } finally {
    await duties.leave();
  }
}

async function play({ centre, energy, health, water }: Cast, stage: Stage): Promise<void> {
  const { gateway, since, duties, screen } = stage;
  const grid = { objectId: idOf(stage, "DEMO-GRID-SCADA") };
  const office = { description: "An office network of a water company" };

  await screen.scene("The centre notifies two SOCs of a threat: each has 72 hours (R9.4)");
  const { threat } = await centre.submits("records a threat", "", RegisterThreatDocument, {
    submissionKey: "threat",
    summary: "A crew encrypts dispatchers' workstations through remote access.",
    observedAt: toIso(after(gateway.now(), -HOUR)),
    source: "Reports of SOCs",
    marking: "AMBER",
    indicators: [{ type: "IPV4", value: "198.51.100.24" }],
    types: ["RANSOMWARE"],
    sectors: [],
    objects: [],
  });
  const { notification } = await centre.submits("notifies two SOCs", "", NotifySocsDocument, {
    submissionKey: "notice",
    threatId: threat.id,
    to: { socs: [idOf(stage, energy.code), idOf(stage, health.code)] },
    text: "Search for this address, and send your analysis.",
    marking: "AMBER",
  });

  await screen.scene("Two reports: one on a critical object, one whose level nobody knows yet");
  const begin = after(gateway.now(), -MINUTE);
  since.begins(begin);
  const ransomware = await reports(energy, "ransomware", begin, {
    type: "RANSOMWARE",
    severity: "HIGH",
    affectedObjects: [grid],
  });
  const unclear = await reports(water, "unclear", after(gateway.now(), -MINUTE), {
    type: "OTHER",
    severity: "UNDETERMINED",
    affectedObjects: [office],
  });

  await screen.scene("Fifteen minutes: nobody notified the owner in time (R9.2)");
  await duties.receives("OVERDUE", energy.code, "R9.2");
  await energy.submits("notifies the owner by telephone, and records it", "", RecordOwnerNotificationDocument, {
    submissionKey: "owner",
    incidentId: ransomware.id,
    channel: "TELEPHONE",
    recipient: "The duty desk of the grid",
    notifiedAt: toIso(gateway.now()),
  });

  await gateway.until(after(begin, 30 * HOUR));
  await screen.scene("One of the two analyses comes on the second day, the other never");
  await energy.submits("submits its analysis", "", SubmitThreatAnalysisDocument, {
    submissionKey: "analysis",
    notificationIds: [notification.id],
    analysis: {
      findings: "The address was asked for once, and blocked.",
      affectedObjects: [],
      indicators: [],
      measures: "Remote access was closed.",
      conclusions: "There is no incident.",
    },
  });

  await screen.scene("Forty-eight hours: the review comes when their end is near (RA.1)");
  await duties.receives("DUE_SOON", water.code, "RA.1");
  await water.submits("reviews the level: LOW", "", ReviewSeverityDocument, {
    submissionKey: "review",
    incidentId: unclear.id,
    severity: "LOW",
    reason: "The workstation was a contractor's, and is known now.",
  });
  await gateway.until(after(begin, 60 * HOUR));
  await sendsCard(water, unclear, gateway, [office]);

  await screen.scene("Seventy-two hours: an answer and a card stay away (R9.4, R9.3); the card comes in hour 73");
  await duties.receives("OVERDUE", health.code, "R9.4");
  await duties.receives("OVERDUE", energy.code, "R9.3");
  await gateway.until(after(begin, 73 * HOUR));
  await sendsCard(energy, ransomware, gateway, [grid]);
}

type First = Pick<IncidentCardInput, "type" | "severity" | "affectedObjects">;

interface Reported {
  readonly id: string;
  readonly confirmedAt: Instant;
}

async function reports(soc: Account, key: string, confirmedAt: Instant, first: First): Promise<Reported> {
  const { incident } = await soc.submits("reports an incident, confirmed a minute ago", "", ReportIncidentDocument, {
    submissionKey: key,
    confirmedAt: toIso(confirmedAt),
    summary: "Two workstations of the dispatchers behave strangely.",
    ...first,
  });
  return { id: incident.id, confirmedAt };
}

async function sendsCard(
  soc: Account,
  { id: incidentId, confirmedAt }: Reported,
  gateway: TrainingGateway,
  affectedObjects: IncidentCardInput["affectedObjects"],
): Promise<void> {
  const card: IncidentCardInput = {
    registeredOn: dateInAlmaty(gateway.now()),
    severity: "MEDIUM",
    type: "OTHER",
    scale: "INDIVIDUAL",
    occurredAt: toIso(after(confirmedAt, -HOUR)),
    confirmedAt: toIso(confirmedAt),
    recurrence: "NEW",
    indicators: [],
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "A workstation gave commands that nobody had ordered.",
    consequences: ["OPERABILITY"],
    affectedObjects,
    measures: "It was taken off the network.",
  };
  await soc.submits("submits the card", "", SubmitIncidentCardDocument, {
    submissionKey: `card of ${incidentId}`,
    incidentId,
    card,
  });
}

async function idsOf(client: GatewayClient): Promise<ReadonlyMap<string, string>> {
  const [{ socs }, { protectedObjects }] = await Promise.all([
    client.ask(SocsDocument, { first: 100 }),
    client.ask(ProtectedObjectsDocument, { first: 100 }),
  ]);
  return new Map([...socs.nodes, ...protectedObjects.nodes].map(({ code, id }) => [code, id]));
}

function idOf({ ids }: Stage, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new DemoError(`The gateway knows no ${code}.`);
  return id;
}

function show({ kind, at, obligation }: Announcement, since: Since, screen: Screen): void {
  const { rule, obligor, incident, notification, dueAt } = obligation;
  screen.announces({
    stamp: since.stamp(instant(Date.parse(at))),
    kind,
    what: `${rule} of ${obligor?.code ?? "?"} for ${incident?.number ?? notification?.number ?? "?"}`,
    end: since.stamp(instant(Date.parse(dueAt))).trim(),
  });
}

/** Counts from the beginning of the play. */
class Since {
  private begin: Instant | null = null;

  begins(at: Instant): void {
    this.begin = at;
  }

  /** Hours and minutes since then, as `  +47:05`; eight characters. */
  stamp(at: Instant): string {
    if (this.begin === null) return "  before";
    const minutes = Math.floor((at - this.begin) / MINUTE);
    return `+${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`.padStart(8);
  }
}
