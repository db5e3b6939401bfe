import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import {
  IncidentsDocument,
  NodeDocument,
  NotificationPreviewDocument,
  NotificationsDocument,
  NotifySocsDocument,
  RegisterThreatDocument,
  type NotifySocsInput,
  type RegisterConcernInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { accepted, rejected, startGateway, unique, type Language, type Person } from "../support/gateway.js";
import { concernInput } from "../support/inputs.js";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const NOTHING = "01a20653-0000-7000-8000-000000000000";

/** Everything that somebody can read of notifications, as one text. */
async function everythingOf(person: Person): Promise<string> {
  const notification = `id number text recipients { soc { code } reasons { kind sector indicator object { code } }
    obligation { rule debtor { code } } analyses { findings } notConfirmed { grounds } }`;
  const concern = `number objects { code owner { code } } sectors indicators { value } notifications { ${notification} }`;
  const queries = [
    `{ notifications(first: 5) { nodes { ${notification} threat { ${concern} } event { ${concern} } incident { number }
      incidents { number } followedBy { ${notification} } follows { ${notification} } } } }`,
    `{ threats(first: 5) { nodes { ${concern} } } securityEvents(first: 5) { nodes { ${concern} } } }`,
    "{ socs { nodes { code } } protectedObjects { nodes { code } } incidents { nodes { number } } }",
  ];
  return JSON.stringify(await Promise.all(queries.map((query) => person.gets(query))));
}

async function inbox(person: Person) {
  return (await person.gets(NotificationsDocument, {})).notifications.nodes;
}

/** Why each SOC is told, by its code, as a notification's recipients or a preview say it. */
function whys(
  told: readonly {
    readonly soc: { readonly code: string } | null;
    readonly reasons: readonly {
      readonly kind: string;
      readonly sector: string | null;
      readonly indicator: string | null;
      readonly object: { readonly code: string } | null;
    }[];
  }[],
): Record<string, string[]> {
  return Object.fromEntries(
    told.map(({ soc, reasons }) => [
      soc?.code ?? "",
      reasons.map(({ kind, sector, indicator, object }) =>
        [kind, sector, indicator, object?.code].filter(Boolean).join(" "),
      ),
    ]),
  );
}

async function codeOf(person: Person): Promise<string> {
  return (await person.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }")).me.party.code;
}

test("R12.1 the SOCs that are named are told of a threat, each with 72 hours to answer, and nobody else hears of it", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [first, second, stranger] = [await world.soc(), await world.soc(), await world.soc()];
  const { threat } = accepted(await centre.registersThreat({ summary: "Mail with an archive." }));
  expect(threat.number).toBe("THREAT-2026-0001");
  expect(await inbox(first)).toEqual([]);

  const socs = [first.party("Soc"), second.party("Soc")];
  const { notification, receipt, warnings } = await centre.sendsNotification({ threatId: threat.id, to: { socs } });
  expect(warnings).toEqual([]);
  expect(receipt.position).toBeGreaterThan(0);
  expect(notification).toMatchObject({ subject: "THREAT", threat: { id: threat.id }, event: null, incident: null });
  expect(notification.recipients).toHaveLength(2);
  for (const soc of [first, second])
    expect(await inbox(soc)).toMatchObject([
      {
        id: notification.id,
        number: "NOTIFICATION-2026-0001",
        threat: { summary: "Mail with an archive." },
        recipients: [
          {
            soc: { code: await codeOf(soc) },
            availableAt: toIso(world.clock.now()),
            reasons: [{ kind: "NAMED", object: null, sector: null, indicator: null }],
            obligation: { rule: "R9.4", standing: "RUNNING", dueAt: toIso(instant(world.clock.now() + 72 * HOUR)) },
          },
        ],
      },
    ]);
  expect(await inbox(stranger)).toEqual([]);
  expect(await stranger.gets("{ threats { nodes { id } } }")).toEqual({ threats: { nodes: [] } });
  for (const id of [threat.id, notification.id])
    expect(await stranger.gets(NodeDocument, { id })).toEqual({ node: null });
});

test("R12.1 of those covering an object or a sector are told those whose coverage holds at that moment", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const now = world.clock.now();
  const grid = await world.protectedObject({ sectors: ["ELECTRICITY_SUPPLY", "HEAT_SUPPLY"] });
  const bank = await world.protectedObject({ sectors: ["BANKING"] });
  const [holding, ended, ending, coming, beginning, banking] = await Promise.all(
    Array.from({ length: 6 }, () => world.soc()),
  );
  const cover = (soc: Person | undefined, object: typeof grid, from: number, until: number | null = null) =>
    world.cover(soc?.partyId ?? "", object, instant(now + from), until === null ? null : instant(now + until));
  await cover(holding, grid, -HOUR);
  await cover(ended, grid, -2 * HOUR, -HOUR);
  await cover(ending, grid, -2 * HOUR, 0);
  await cover(coming, grid, HOUR);
  await cover(beginning, grid, 0);
  await cover(banking, bank, -HOUR);
  const { event } = accepted(await centre.registersEvent());
  const of = async (to: NotifySocsInput["to"]) =>
    whys((await centre.sendsNotification({ eventId: event.id, to: to ?? null })).notification.recipients);

  const [held, begun, banked] = await Promise.all([holding!, beginning!, banking!].map(codeOf));
  expect(await of({ objects: [grid.id] })).toEqual({
    [held!]: [`COVERS_OBJECT ${grid.code}`],
    [begun!]: [`COVERS_OBJECT ${grid.code}`],
  });
  expect(await of({ sectors: ["HEAT_SUPPLY", "ELECTRICITY_SUPPLY", "BANKING"] })).toEqual({
    [held!]: ["COVERS_SECTOR ELECTRICITY_SUPPLY", "COVERS_SECTOR HEAT_SUPPLY"],
    [begun!]: ["COVERS_SECTOR ELECTRICITY_SUPPLY", "COVERS_SECTOR HEAT_SUPPLY"],
    [banked!]: ["COVERS_SECTOR BANKING"],
  });
  world.clock.advance(HOUR);
  const later = await of({ objects: [grid.id] });
  expect(new Set(Object.keys(later))).toEqual(new Set([held, begun, await codeOf(coming!)]));
});

test("R12.1 SOCs one of whose incidents has an indicator that is told of are told, however it was spelt", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [domain, address, otherType, corrected, nothing] = await Promise.all(
    Array.from({ length: 5 }, () => world.soc()),
  );
  await domain!.sendsCard({ indicators: [{ type: "DOMAIN", value: "Пример[.]қаз" }] });
  await address!.sendsCard({ indicators: [{ type: "IPV6", value: "2001:DB8:0:0::7" }] });
  await otherType!.sendsCard({ indicators: [{ type: "OTHER", value: "2001:db8::7" }] });
  const { incident } = await corrected!.sendsCard({ indicators: [{ type: "IPV6", value: "2001:db8::7" }] });
  await corrected!.amends(incident.id, 1, { indicators: [{ type: "IPV6", value: "2001:db8::8" }] });
  await nothing!.sendsCard({ indicators: [] });
  const { threat } = accepted(await centre.registersThreat({ indicators: [{ type: "DOMAIN", value: "пример.қаз." }] }));
  const about = { threatId: threat.id, indicators: [{ type: "IPV6" as const, value: "2001:db8::0:7" }] };
  const { notification } = await centre.sendsNotification({ ...about, to: { sharingIndicators: true } });
  expect(whys(notification.recipients)).toEqual({
    [await codeOf(domain!)]: [expect.stringMatching(/^SHARES_INDICATOR xn--\S+\.xn--\S+$/)],
    [await codeOf(address!)]: ["SHARES_INDICATOR 2001:db8::7"],
  });
  const { notification: named } = await centre.sendsNotification({
    ...about,
    to: { sharingIndicators: false, socs: [nothing!.party("Soc")] },
  });
  expect(whys(named.recipients)).toEqual({ [await codeOf(nothing!)]: ["NAMED"] });
});

test("R12.1 an incident's indicators are those of its card's last revision, for those who share them", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, sharer, past] = [await world.soc(), await world.soc(), await world.soc()];
  const { incident } = await soc.sendsCard({ indicators: [{ type: "DOMAIN", value: "first.example" }] });
  await soc.amends(incident.id, 1, { indicators: [{ type: "DOMAIN", value: "last.example" }] });
  await sharer.sendsCard({ indicators: [{ type: "DOMAIN", value: "LAST[.]example" }] });
  await past.sendsCard({ indicators: [{ type: "DOMAIN", value: "first.example" }] });
  const to = { sharingIndicators: true };
  const { notification } = await centre.sendsNotification({ incidentId: incident.id, to });
  expect(whys(notification.recipients)).toEqual({
    [await codeOf(soc)]: ["SHARES_INDICATOR last.example"],
    [await codeOf(sharer)]: ["SHARES_INDICATOR last.example"],
  });
});

test("F8 an indicator as long as any that is kept is kept, and found by those who share it", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  // Nothing in it repeats, so that no compression makes it short.
  const long = (seed: number): string => {
    let state = seed;
    return Array.from({ length: 4_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCodePoint(0x4e00 + (state % 20_000));
    }).join("");
  };
  const other = `${long(1).slice(0, 3_999)}x`;
  await soc.sendsCard({ indicators: [{ type: "OTHER", value: long(1) }] });
  const preview = async (value: string): Promise<number> => {
    const input = { to: { sharingIndicators: true }, indicators: [{ type: "OTHER" as const, value }] };
    return (await centre.gets(NotificationPreviewDocument, { input })).notificationPreview.length;
  };
  expect(await preview(long(1))).toBe(1);
  expect(await preview(other)).toBe(0);
  expect(await preview(long(2))).toBe(0);
});

test("R12.1 a preview says whom a notification would reach and why, in the very words of the sending, and sends nothing", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject({ sectors: ["BANKING"] });
  const [covering, sharing, named] = [await world.soc({ covering: [object] }), await world.soc(), await world.soc()];
  await sharing.sendsCard({ indicators: [{ type: "CVE", value: "CVE-2026-0001" }] });
  const { threat } = accepted(await centre.registersThreat({ indicators: [{ type: "CVE", value: "cve-2026-0001" }] }));
  await using watch = await covering.watchNotifications();
  const to = {
    socs: [named.party("Soc"), covering.party("Soc"), named.party("Soc")],
    objects: [object.id],
    sectors: ["BANKING" as const],
    sharingIndicators: true,
  };
  const before = await world.database.asOwner("select count(*)::int as count from journal");
  const { notificationPreview } = await centre.gets(NotificationPreviewDocument, {
    input: { threatId: threat.id, to },
  });
  expect(whys(notificationPreview)).toEqual({
    [await codeOf(covering)]: ["COVERS_OBJECT " + object.code, "COVERS_SECTOR BANKING", "NAMED"],
    [await codeOf(sharing)]: ["SHARES_INDICATOR CVE-2026-0001"],
    [await codeOf(named)]: ["NAMED"],
  });
  const codes = notificationPreview.map(({ soc }) => soc?.code ?? "");
  expect(codes).toEqual(codes.toSorted());
  expect(await world.database.asOwner("select count(*)::int as count from journal")).toEqual(before);
  expect(await inbox(covering)).toEqual([]);

  const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
  expect(whys(notification.recipients)).toEqual(whys(notificationPreview));
  expect((await watch.next()).notification.id).toBe(notification.id);
});

test("a preview of what nobody fits is empty, and only the centre's operators may ask for one", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const input = { to: { objects: [object.id], socs: [toGlobalId("Soc", NOTHING)] } };
  expect(await centre.gets(NotificationPreviewDocument, { input })).toEqual({ notificationPreview: [] });
  const soc = await world.soc({ covering: [object] });
  const others = [await world.nationalCentre("CENTRE_ANALYST"), soc, await world.owner()];
  for (const other of others)
    expect((await other.asks(NotificationPreviewDocument, { input })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
  expect((await soc.withToken("").asks(NotificationPreviewDocument, { input })).errors).toMatchObject([
    { extensions: { code: "UNAUTHENTICATED" } },
  ]);
});

test("R12.1 a recipient gets its own reasons and the objects that it covers, and sees no other recipient anywhere", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [mine, theirs] = [await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: [mine] });
  const other = await world.soc({ covering: [theirs] });
  const shared = { type: "DOMAIN" as const, value: "shared.example" };
  const { incident } = await other.sendsCard({ indicators: [shared], affectedObject: { objectId: theirs.id } });
  const { threat } = accepted(await centre.registersThreat({ objects: [theirs.id, mine.id] }));
  await using watch = await soc.watchNotifications();
  const to = { objects: [mine.id, theirs.id], socs: [other.party("Soc")], sharingIndicators: true };
  const about = { threatId: threat.id, indicators: [shared] };
  const { notification } = await centre.sendsNotification({ ...about, to });
  expect(Object.values(whys(notification.recipients)).flat()).toHaveLength(4);
  await other.acknowledges({ notificationId: notification.id });
  await other.analysesThreat(notification.id, { findings: "Found by the other one." });
  await centre.sendsNotification({ supplements: notification.id, text: "More of it." });

  const seen = await everythingOf(soc);
  expect(seen).toContain(mine.code);
  expect(seen).toContain("COVERS_OBJECT");
  const frames = await watch.take(2);
  expect(frames.map(({ kind }) => kind)).toEqual(["NOTIFIED", "SUPPLEMENTED"]);
  expect(whys(frames.map(({ recipient }) => recipient))).toEqual({
    [await codeOf(soc)]: [`COVERS_OBJECT ${mine.code}`],
  });
  const secrets = [
    await codeOf(other),
    other.partyId,
    other.party("Soc"),
    theirs.code,
    theirs.id,
    incident.number,
    "Found by the other one.",
    "SHARES_INDICATOR",
    "NAMED",
  ];
  for (const secret of secrets) expect(seen + JSON.stringify(frames), secret).not.toContain(secret);
  // What is kept from one is there for the centre.
  const whole = await everythingOf(centre);
  for (const secret of [theirs.code, "Found by the other one.", "SHARES_INDICATOR", incident.number])
    expect(whole).toContain(secret);
});

test("who is told of no notification sees none, whatever it asks, and an owner has none", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { event } = accepted(await centre.registersEvent({ objects: [object.id] }));
  const { notification } = await centre.sendsNotification({ eventId: event.id, to: { objects: [object.id] } });
  const { analysis } = accepted(await soc.analysesEvent(notification.id));
  const [recipient] = notification.recipients;
  for (const stranger of [await world.soc(), owner, await world.owner()]) {
    const { notifications } = await stranger.gets(NotificationsDocument, {});
    expect(notifications.nodes).toEqual([]);
    for (const id of [event.id, notification.id, analysis.id, recipient?.obligation?.id ?? ""])
      expect(await stranger.gets(NodeDocument, { id })).toEqual({ node: null });
  }
  expect(await soc.gets(NodeDocument, { id: notification.id })).toMatchObject({ node: { id: notification.id } });
});

test("R12.1 an incident of which a recipient sees nothing: the sender is warned, and the recipient gets the words alone", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { incident } = await soc.sendsReport({ summary: "Known to one." });
  const to = { socs: [soc.party("Soc"), other.party("Soc")] };
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const sent = await centre.speaking(language).sendsNotification({ incidentId: incident.id, to, text: "Beware." });
    expect(sent.warnings).toMatchObject([{ rule: "R12.1", path: ["input", "incidentId"] }]);
    expect(sent.warnings[0]?.message).toContain(await codeOf(other));
    expect(sent.warnings[0]?.message).not.toContain(await codeOf(soc));
    messages.add(sent.warnings[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  expect((await inbox(soc))[0]).toMatchObject({ subject: "INCIDENT", incident: { number: incident.number } });
  expect((await inbox(other))[0]).toMatchObject({ subject: "INCIDENT", text: "Beware.", incident: null });
  expect(await everythingOf(other)).not.toContain(incident.number);
  const alone = await centre.sendsNotification({ incidentId: incident.id, to: { socs: [soc.party("Soc")] } });
  expect(alone.warnings).toEqual([]);
});

describe("what follows a notification", () => {
  test("L19 a supplement goes to those who were told, restarts nothing and edits nothing", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const [soc, stranger] = [await world.soc(), await world.soc()];
    const { threat } = accepted(await centre.registersThreat());
    const to = { socs: [soc.party("Soc")] };
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to, text: "At first." });
    const dueAt = toIso(instant(world.clock.now() + 72 * HOUR));
    world.clock.advance(HOUR);
    await using watch = await soc.watchNotifications();
    await using other = await stranger.watchNotifications();
    const supplement = await centre.sendsNotification({
      supplements: notification.id,
      text: "And more.",
      marking: "RED",
    });
    expect(supplement.notification).toMatchObject({ follows: { id: notification.id }, isWithdrawal: false });
    const frame = await watch.next();
    expect(frame).toMatchObject({ kind: "SUPPLEMENTED", notification: { id: supplement.notification.id } });
    expect(frame.recipient).toMatchObject({ availableAt: toIso(world.clock.now()), obligation: null });
    expect(await inbox(soc)).toMatchObject([
      { text: "And more.", marking: "RED", threat: { id: threat.id } },
      {
        text: "At first.",
        marking: "AMBER",
        followedBy: [{ text: "And more.", isWithdrawal: false }],
        recipients: [{ obligation: { dueAt, standing: "RUNNING" } }],
      },
    ]);
    expect(await world.database.asOwner("select count(*)::int as count from obligation")).toEqual([{ count: 1 }]);
    const marker = { threatId: threat.id, to: { socs: [stranger.party("Soc")] } };
    await other.staysQuiet(() => centre.sendsNotification(marker));
  });

  test("L19 a withdrawal waives what is open and leaves what was answered; the words stay", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const [quick, slow] = [await world.soc(), await world.soc()];
    const { event } = accepted(await centre.registersEvent());
    const to = { socs: [quick.party("Soc"), slow.party("Soc")] };
    const { notification } = await centre.sendsNotification({ eventId: event.id, to, text: "At first." });
    world.clock.advance(HOUR);
    accepted(await quick.denies(notification.id));
    await using watch = await slow.watchNotifications();
    world.clock.advance(HOUR);
    const sent = await centre.sendsNotification({ withdraws: notification.id, text: "A false alarm." });
    expect(sent.notification).toMatchObject({ isWithdrawal: true, event: { id: event.id } });
    expect(await watch.next()).toMatchObject({ kind: "WITHDRAWN", notification: { text: "A false alarm." } });
    const of = async (soc: Person) => (await inbox(soc)).at(-1);
    expect(await of(quick)).toMatchObject({ recipients: [{ obligation: { standing: "MET", waivedAt: null } }] });
    expect(await of(slow)).toMatchObject({
      text: "At first.",
      followedBy: [{ isWithdrawal: true, text: "A false alarm." }],
      recipients: [{ obligation: { standing: "WAIVED", waivedAt: toIso(world.clock.now()), dischargedAt: null } }],
    });
    world.clock.advance(100 * HOUR);
    expect(await of(slow)).toMatchObject({ recipients: [{ obligation: { standing: "WAIVED", latenessSeconds: 0 } }] });
  });

  test("L19 an answer to what was withdrawn in the meantime is kept, and said to be no longer owed", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ withdraws: notification.id });
    const answer = accepted(await soc.analysesThreat(notification.id, { findings: "On its way already." }));
    expect(answer.warnings).toMatchObject([{ rule: "L19", path: ["input", "notificationId"] }]);
    expect((await inbox(soc)).at(-1)?.recipients).toMatchObject([{ analyses: [{ findings: "On its way already." }] }]);
  });

  test("L19 a follow-up of a follow-up follows the first, and a SOC registered since is not told", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { threat } = accepted(await centre.registersThreat());
    const first = await centre.sendsNotification({ threatId: threat.id, to: { objects: [object.id] } });
    world.clock.advance(MINUTE);
    const supplement = await centre.sendsNotification({ supplements: first.notification.id });
    const late = await world.soc({ covering: [object] });
    const withdrawal = await centre.sendsNotification({ withdraws: supplement.notification.id });
    expect(withdrawal.notification.follows?.id).toBe(first.notification.id);
    expect(whys(withdrawal.notification.recipients)).toEqual({ [await codeOf(soc)]: [`COVERS_OBJECT ${object.code}`] });
    expect((await inbox(soc)).at(-1)?.recipients).toMatchObject([{ obligation: { standing: "WAIVED" } }]);
    expect(await inbox(late)).toEqual([]);
  });

  test("F22 of two withdrawals at once one is accepted", async () => {
    await using world = await startGateway();
    const elsewhere = await world.another();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const answers = await Promise.all(
      [centre, centre.through(elsewhere), centre].map((one) => one.notifies({ withdraws: notification.id })),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      "SocsNotified",
      "SubmissionRejected",
      "SubmissionRejected",
    ]);
    expect(await inbox(soc)).toHaveLength(2);
  });
});

/** What each case may name: a threat, an event, an incident, a notification that stands and one that was withdrawn. */
async function aCentre() {
  const world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const { threat } = accepted(await centre.registersThreat());
  const { event } = accepted(await centre.registersEvent());
  const { incident } = await soc.sendsReport();
  const to = { socs: [soc.party("Soc")] };
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
  const { notification: withdrawn } = await centre.sendsNotification({ threatId: threat.id, to });
  await centre.sendsNotification({ withdraws: withdrawn.id });
  const known = {
    to,
    threatId: threat.id,
    eventId: event.id,
    incidentId: incident.id,
    notification: notification.id,
    withdrawn: withdrawn.id,
    object: (await world.protectedObject()).id,
    owner: (await world.owner()).party("Owner"),
  };
  return { world, centre, soc, known };
}

type Known = Awaited<ReturnType<typeof aCentre>>["known"];

/** Refusals of substance: what is wrong, the rule that says so, and where. */
const REFUSED: readonly (readonly [
  what: string,
  of: (known: Known) => Partial<NotifySocsInput>,
  rule: string,
  path: string,
])[] = [
  ["about nothing", ({ to }) => ({ to }), "F22", ""],
  ["about two things", ({ to, threatId, eventId }) => ({ to, threatId, eventId }), "F22", ""],
  ["about a threat and a withdrawal", (k) => ({ threatId: k.threatId, withdraws: k.notification }), "F22", ""],
  ["a supplement that withdraws", (k) => ({ supplements: k.notification, withdraws: k.notification }), "F22", ""],
  ["no addressing", ({ threatId }) => ({ threatId }), "F22", "input.to"],
  ["an empty addressing", ({ threatId }) => ({ threatId, to: {} }), "F22", "input.to"],
  ["sharers of nothing", ({ threatId }) => ({ threatId, to: { sharingIndicators: true } }), "F22", "input.to"],
  ["an object that nobody covers", (k) => ({ threatId: k.threatId, to: { objects: [k.object] } }), "F22", "input.to"],
  ["a sector that nobody covers", (k) => ({ eventId: k.eventId, to: { sectors: ["GAS_SUPPLY"] } }), "F22", "input.to"],
  ["an addressed supplement", ({ to, notification }) => ({ to, supplements: notification }), "F22", "input.to"],
  ["an addressed withdrawal", ({ to, notification }) => ({ to, withdraws: notification }), "F22", "input.to"],
  ["a second withdrawal", ({ withdrawn }) => ({ withdraws: withdrawn }), "F22", "input.withdraws"],
  ["a supplement of what was withdrawn", (k) => ({ supplements: k.withdrawn }), "F22", "input.supplements"],
  [
    "a SOC that does not exist",
    ({ to, threatId }) => ({ threatId, to: { socs: [...to.socs, toGlobalId("Soc", NOTHING)] } }),
    "F17",
    "input.to.socs.1",
  ],
  ["a SOC that is an owner", (k) => ({ threatId: k.threatId, to: { socs: [k.owner] } }), "F17", "input.to.socs.0"],
  ["an id that is none", ({ threatId }) => ({ threatId, to: { socs: ["nonsense"] } }), "F17", "input.to.socs.0"],
  [
    "an object that does not exist",
    ({ to, threatId }) => ({ threatId, to: { ...to, objects: [toGlobalId("ProtectedObject", NOTHING)] } }),
    "F17",
    "input.to.objects.0",
  ],
  ["no words", ({ to, threatId }) => ({ to, threatId, text: " \n" }), "F1", "input.text"],
  ["too many words", ({ to, threatId }) => ({ to, threatId, text: "x".repeat(20_001) }), "F2", "input.text"],
  ["a control character", ({ to, threatId }) => ({ to, threatId, text: "bell \u0007" }), "F3", "input.text"],
  [
    "a control character in a supplement",
    (k) => ({ supplements: k.notification, text: "\u001B[31m" }),
    "F3",
    "input.text",
  ],
  [
    "an indicator that is none",
    ({ to, threatId }) => ({ to, threatId, indicators: [{ type: "IPV4", value: "1.2.3.256" }] }),
    "F8",
    "input.indicators.0.value",
  ],
  ["an empty key", ({ to, threatId }) => ({ to, threatId, submissionKey: "" }), "F10", "input.submissionKey"],
];

test("F17 F22 what breaks a rule is refused with rule, path and remedy in three languages, and nobody is told", async () => {
  const { world, centre, soc, known } = await aCentre();
  await using _ = world;
  await using watch = await soc.watchNotifications();
  for (const [what, of, rule, path] of REFUSED) {
    const messages = [];
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).notifies(of(known)));
      const found = violations.filter((one) => one.rule === rule && one.path.join(".") === path);
      expect(found, `${what}: ${JSON.stringify(violations)}`).toHaveLength(1);
      messages.push(found[0]?.message);
    }
    expect(new Set(messages).size, what).toBe(3);
  }
  await watch.staysQuiet(() => centre.sendsNotification({ threatId: known.threatId, to: known.to }));
});

test("what a notification is about exists, or the answer is NOT_FOUND with its path", async () => {
  const { world, centre, soc, known } = await aCentre();
  await using _ = world;
  const cases = [
    ["threatId", toGlobalId("Threat", NOTHING)],
    ["threatId", known.eventId],
    ["eventId", known.threatId],
    ["incidentId", toGlobalId("Incident", NOTHING)],
    ["supplements", toGlobalId("Notification", NOTHING)],
    ["withdraws", known.threatId],
  ] as const;
  for (const [path, id] of cases) {
    const to = path === "supplements" || path === "withdraws" ? null : known.to;
    const input = { submissionKey: unique("key"), text: "x", marking: "RED" as const, to, [path]: id };
    const { errors } = await centre.asks(NotifySocsDocument, { input });
    expect(errors, `${path} ${id}`).toMatchObject([{ extensions: { code: "NOT_FOUND", path: ["input", path] } }]);
  }
  expect(await inbox(soc)).toHaveLength(3);
});

test("only the centre's operators record threats and events and tell of them", async () => {
  const { world, soc, known } = await aCentre();
  await using _ = world;
  const people = [
    soc,
    await world.owner(),
    await world.nationalCentre("CENTRE_ANALYST"),
    await world.nationalCentre("CENTRE_ADMINISTRATOR"),
  ];
  const concern = { submissionKey: "theirs", ...concernInput(world.clock.now()) };
  const notice = {
    submissionKey: "theirs",
    text: "x",
    marking: "RED" as const,
    threatId: known.threatId,
    to: known.to,
  };
  for (const person of people) {
    for (const { errors } of [
      await person.asks(RegisterThreatDocument, { input: concern }),
      await person.asks(NotifySocsDocument, { input: notice }),
    ])
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    await expect(person.registersEvent()).rejects.toThrow("FORBIDDEN");
  }
});

const UNREGISTERED: readonly (readonly [
  what: string,
  changes: Partial<RegisterConcernInput>,
  rule: string,
  path: string,
])[] = [
  ["no summary", { summary: "\u200B" }, "F1", "input.summary"],
  ["a source that is too long", { source: "x".repeat(2_001) }, "F2", "input.source"],
  ["a control character", { source: "a\u0000b" }, "F3", "input.source"],
  ["an observation in the future", { observedAt: "2026-03-01T10:03:00Z" }, "F11", "input.observedAt"],
  [
    "an indicator that is none",
    { indicators: [{ type: "DOMAIN", value: "10.0.0.1" }] },
    "F8",
    "input.indicators.0.value",
  ],
  ["an object that does not exist", { objects: [toGlobalId("ProtectedObject", NOTHING)] }, "F17", "input.objects.0"],
];

test("F17 R12.1 a threat or event that breaks a rule is refused with rule, path and remedy in three languages", async () => {
  await using world = await startGateway({ at: "2026-03-01T10:00:00Z" });
  const centre = await world.nationalCentre();
  for (const [what, changes, rule, path] of UNREGISTERED)
    for (const verb of ["registersThreat", "registersEvent"] as const) {
      const messages = [];
      for (const language of LANGUAGES) {
        const { violations } = rejected(await centre.speaking(language)[verb](changes));
        expect(violations, what).toMatchObject([{ rule, path: path.split(".") }]);
        messages.push(violations[0]?.message);
      }
      expect(new Set(messages).size, what).toBe(3);
    }
  expect(await centre.gets("{ threats { nodes { id } } securityEvents { nodes { id } } }")).toEqual({
    threats: { nodes: [] },
    securityEvents: { nodes: [] },
  });
});

test("texts with markup are kept and told as they are, and are nobody's code", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const text = `<script>alert("1")</script> & <img src=x onerror=alert(1)> ' ; drop table notification; -- {{7*7}} %s`;
  const { threat } = accepted(await centre.registersThreat({ summary: text, source: text }));
  await using watch = await soc.watchNotifications();
  const { notification } = await centre.sendsNotification({
    threatId: threat.id,
    to: { socs: [soc.party("Soc")] },
    text,
  });
  expect(notification.text).toBe(text);
  expect((await watch.next()).notification).toMatchObject({ text, threat: { summary: text } });
  const { analysis } = accepted(await soc.analysesThreat(notification.id, { findings: text }));
  expect(analysis.findings).toBe(text);
  expect((await inbox(centre))[0]?.recipients[0]?.analyses).toMatchObject([{ findings: text }]);
});

test("the same key gives the same receipt and tells nobody twice; with other content it is a conflict", async () => {
  const { world, centre, soc, known } = await aCentre();
  await using _ = world;
  const input = {
    submissionKey: "retry",
    threatId: known.threatId,
    to: known.to,
    text: "Look for it.",
    marking: "AMBER" as const,
  };
  await using watch = await soc.watchNotifications();
  const first = accepted((await centre.gets(NotifySocsDocument, { input })).notifySocs);
  world.clock.advance(HOUR);
  const again = accepted((await centre.gets(NotifySocsDocument, { input })).notifySocs);
  expect(again.receipt).toEqual(first.receipt);
  expect(again.notification).toEqual(first.notification);
  // Another spelling of the same addressing is the same content.
  const respelt = { ...input, to: { ...known.to, objects: [], sectors: [], sharingIndicators: false } };
  const respeltAnswer = accepted((await centre.gets(NotifySocsDocument, { input: respelt })).notifySocs);
  expect(respeltAnswer.receipt).toEqual(first.receipt);
  for (const changes of [
    { text: "Other words." },
    { marking: "RED" as const },
    { to: { sectors: ["BANKING" as const] } },
  ]) {
    const { errors } = await centre.asks(NotifySocsDocument, { input: { ...input, ...changes } });
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } }]);
  }
  expect((await watch.next()).notification.id).toBe(first.notification.id);
  await watch.staysQuiet(() => centre.sendsNotification({ threatId: known.threatId, to: known.to }));

  const concern = { submissionKey: "threat", ...concernInput(world.clock.now()) };
  const made = accepted((await centre.gets(RegisterThreatDocument, { input: concern })).registerThreat);
  const same = accepted((await centre.gets(RegisterThreatDocument, { input: concern })).registerThreat);
  expect(same).toEqual(made);
  await expect(centre.registersThreat({ ...concern, summary: "Another one." })).rejects.toThrow("CONFLICT");
  // The same words as an event are another act.
  await expect(centre.registersEvent(concern)).rejects.toThrow("CONFLICT");
});

describe("notificationFeed", () => {
  test("a notification is with its recipient as soon as it is acknowledged, with the answer that it asks for", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    await using watch = await soc.watchNotifications();
    await using outbox = await centre.watchNotifications();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    for (const frame of [await watch.next(), await outbox.next()])
      expect(frame).toMatchObject({
        kind: "NOTIFIED",
        at: toIso(world.clock.now()),
        notification: { id: notification.id, threat: { number: threat.number } },
        recipient: { soc: { code: await codeOf(soc) }, obligation: { rule: "R9.4", standing: "RUNNING" } },
      });
    await soc.acknowledges({ notificationId: notification.id });
    await soc.analysesThreat(notification.id);
    for (const frames of [await watch.take(2), await outbox.take(2)])
      expect(frames).toMatchObject([
        { kind: "ACKNOWLEDGED", recipient: { acknowledgedAt: toIso(world.clock.now()) } },
        { kind: "ANSWERED", recipient: { obligation: { standing: "MET" } } },
      ]);
  });

  test("a SOC hears only what is between it and the centre; an owner hears nothing of it", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const [soc, other] = [await world.soc({ covering: [object] }), await world.soc()];
    const { threat } = accepted(await centre.registersThreat({ objects: [object.id] }));
    await using watch = await soc.watchNotifications();
    await using owners = await owner.watchIncidents();
    const of = (socs: readonly Person[]) => ({
      threatId: threat.id,
      to: { socs: socs.map((one) => one.party("Soc")) },
    });
    const { notification } = await centre.sendsNotification(of([other]));
    await other.acknowledges({ notificationId: notification.id });
    await other.analysesThreat(notification.id);
    await centre.sendsNotification({ withdraws: notification.id });
    await watch.staysQuiet(() => centre.sendsNotification(of([soc, other])));
    await owners.staysQuiet(() => soc.sendsCard({ affectedObject: { objectId: object.id } }));
  });

  test("a SOC that loses its connection misses nothing and hears nothing twice", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const tell = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    await using before = await soc.watchNotifications();
    await tell();
    const { cursor } = await before.next();
    before.drop();
    const sent = await Promise.all(Array.from({ length: 20 }, tell));
    await using again = await soc.watchNotifications({ after: cursor });
    const frames = await again.take(20);
    expect(new Set(frames.map((frame) => frame.notification.id))).toEqual(
      new Set(sent.map(({ notification }) => notification.id)),
    );
    expect(new Set(frames.map((frame) => frame.cursor)).size).toBe(20);
    await again.staysQuiet(tell);
  });

  test("an inbox, then the feed from its position, leave no hole", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const tell = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const before = await tell();
    const { notifications } = await soc.gets(NotificationsDocument, {});
    const after = await tell();
    expect(notifications.nodes.map(({ id }) => id)).toEqual([before.notification.id]);
    await using watch = await soc.watchNotifications({ after: notifications.feedCursor });
    expect((await watch.next()).notification.id).toBe(after.notification.id);
  });

  test("both feeds are one order: a cursor of one is good at the other, and neither tells what is the other's", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const tell = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const { notifications } = await soc.gets(NotificationsDocument, {});
    const [first, told] = [await soc.sendsReport(), await tell()];
    const [second, toldAgain] = [await soc.sendsReport(), await tell()];
    await using incidents = await soc.watchIncidents({ after: notifications.feedCursor });
    await using telling = await soc.watchNotifications({ after: notifications.feedCursor });
    const reported = await incidents.take(2);
    const notified = await telling.take(2);
    expect(reported.map(({ incident }) => incident.id)).toEqual([first.incident.id, second.incident.id]);
    expect(notified.map(({ notification }) => notification.id)).toEqual([
      told.notification.id,
      toldAgain.notification.id,
    ]);
    // After the first report stand both notifications, after the first notification the second report alone.
    await using onward = await soc.watchNotifications({ after: reported[0]?.cursor ?? "" });
    expect((await onward.take(2)).map(({ cursor }) => cursor)).toEqual(notified.map(({ cursor }) => cursor));
    await using back = await soc.watchIncidents({ after: notified[0]?.cursor ?? "" });
    expect((await back.next()).incident.id).toBe(second.incident.id);
    const { incidents: list } = await soc.gets(IncidentsDocument, {});
    await using fromList = await soc.watchNotifications({ after: list.feedCursor });
    await fromList.staysQuiet(tell);
    await incidents.staysQuiet(() => soc.sendsReport());
  });

  test("a notification sent at one of two gateways is in the feed of the other", async () => {
    await using world = await startGateway();
    const elsewhere = await world.another();
    const centre = await world.nationalCentre();
    const soc = (await world.soc()).through(elsewhere);
    await using watch = await soc.watchNotifications();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    expect((await watch.next()).notification.id).toBe(notification.id);
  });
});

test("inbox and outbox come newest first, in pages, narrowed by subject and by what is not acknowledged", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { threat } = accepted(await centre.registersThreat());
  const { event } = accepted(await centre.registersEvent());
  const both = { socs: [soc.party("Soc"), other.party("Soc")] };
  const sent: string[] = [];
  for (const about of [{ threatId: threat.id }, { eventId: event.id }, { threatId: threat.id }]) {
    world.clock.advance(MINUTE);
    sent.unshift((await centre.sendsNotification({ ...about, to: both })).notification.id);
  }
  const ids = async (person: Person, variables: object) =>
    (await person.gets(NotificationsDocument, variables)).notifications.nodes.map(({ id }) => id);
  for (const person of [centre, soc]) {
    expect(await ids(person, {})).toEqual(sent);
    expect(await ids(person, { filter: { subjects: ["EVENT"] } })).toEqual([sent[1]]);
    expect(await ids(person, { filter: { subjects: [] } })).toEqual([]);
    const { notifications } = await person.gets(NotificationsDocument, { first: 2 });
    expect(notifications.pageInfo.hasNextPage).toBe(true);
    expect(await ids(person, { first: 2, after: notifications.pageInfo.endCursor })).toEqual(sent.slice(2));
  }
  const unacknowledged = { filter: { isUnacknowledged: true } };
  await soc.acknowledges({ notificationId: sent[0]! });
  expect(await ids(soc, unacknowledged)).toEqual(sent.slice(1));
  expect(await ids(centre, unacknowledged)).toEqual(sent);
  await other.acknowledges({ notificationId: sent[0]! });
  expect(await ids(centre, unacknowledged)).toEqual(sent.slice(1));
});

test("R12.1 two hundred SOCs are told in as many statements as three, and each of them has its frame", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject({ sectors: ["BANKING"] });
  const socs = await Promise.all(Array.from({ length: 200 }, () => world.soc({ covering: [object] })));
  const { threat } = accepted(await centre.registersThreat());
  const { notifications } = await centre.gets(NotificationsDocument, {});
  const statements = async (told: readonly Person[], to: NotifySocsInput["to"]): Promise<number> => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: to ?? null });
    // What comes as a bare text is asked by the queue and the sequencer, which keep their own time.
    const texts = asked.mock.calls.flatMap(([query]: unknown[]) =>
      typeof query === "string" ? [] : [(query as { readonly text: string }).text],
    );
    asked.mockRestore();
    expect(notification.recipients).toHaveLength(told.length);
    return texts.filter((text) => !/^(begin|commit)|seal_journal|from journal j where|find_token/.test(text)).length;
  };
  const three = await statements(socs.slice(0, 3), { socs: socs.slice(0, 3).map((soc) => soc.party("Soc")) });
  expect(three).toBeGreaterThan(5);
  expect(await statements(socs, { sectors: ["BANKING"] })).toBe(three);
  expect(await statements(socs, { socs: socs.map((soc) => soc.party("Soc")) })).toBe(three);

  await using outbox = await centre.watchNotifications({ after: notifications.feedCursor });
  const frames = await outbox.take(403);
  const codes = await Promise.all(socs.map(codeOf));
  const toldTwice = frames.map(({ recipient }) => recipient.soc?.code ?? "").slice(3);
  expect(toldTwice.toSorted()).toEqual([...codes, ...codes].toSorted());
  expect(new Set(frames.map(({ cursor }) => cursor)).size).toBe(403);
  for (const [index, soc] of socs.entries()) {
    await using watch = await soc.watchNotifications({ after: notifications.feedCursor });
    const heard = await watch.take(index < 3 ? 3 : 2);
    expect(heard.every(({ recipient }) => recipient.soc?.code === codes[index])).toBe(true);
    expect(heard.every(({ recipient }) => recipient.obligation?.standing === "RUNNING")).toBe(true);
  }
  const [{ count } = { count: 0 }] = await world.database.asOwner(
    "select count(distinct (notification_id, debtor_id))::int as count from obligation",
  );
  expect(count).toBe(403);
});
