import { describe, expect, test } from "vitest";
import {
  NodeDocument,
  NotificationPreviewDocument,
  NotificationsDocument,
  type NotifySocsInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { accepted, sharedGateway, startGateway, type Language, type Person } from "../support/gateway.js";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const NOTHING = "01a20653-0000-7000-8000-000000000000";

/** Each test has SOCs, objects and indicators of its own. */
const shared = sharedGateway();

/** Everything that somebody can read of notifications, as one text. */
async function everythingOf(person: Person): Promise<string> {
  const notification = `id number text recipients { soc { code } reasons { kind sector indicator object { code } }
    obligation { rule obligor { code } } analyses { findings } notConfirmed { grounds } }`;
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

/** Why each SOC is notified, by its code, as a notification's recipients or a preview say it. */
function whys(
  notified: readonly {
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
    notified.map(({ soc, reasons }) => [
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

test("R12.1 the SOCs that are named are notified of a threat, each with 72 hours to answer, and nobody else sees it", async () => {
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

test("R12.1 of those covering an object or a sector the SOCs are notified whose coverage runs at that moment", async () => {
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

test("R12.1 SOCs with an incident that shares an indicator are notified, however it was spelt", async () => {
  const world = shared();
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
  const world = shared();
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
  const world = shared();
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

test("R12.1 a preview says whom a notification would reach and why, exactly as the sending does, and sends nothing", async () => {
  const world = shared();
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
  const acts = "select act from journal where body::jsonb ->> 'actor' = $1 order by position";
  const kept = () => world.database.asOwner(acts, [centre.actorId]);
  const before = await kept();
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
  expect(await kept()).toEqual(before);
  expect(await inbox(covering)).toEqual([]);

  const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
  expect(whys(notification.recipients)).toEqual(whys(notificationPreview));
  expect((await watch.next()).notification.id).toBe(notification.id);
});

test("a preview of what nobody fits is empty, and only the centre's operators may ask for one", async () => {
  const world = shared();
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
  const world = shared();
  const centre = await world.nationalCentre();
  const [mine, theirs] = [await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: [mine] });
  const other = await world.soc({ covering: [theirs] });
  const indicator = { type: "DOMAIN" as const, value: "shared.example" };
  const { incident } = await other.sendsCard({ indicators: [indicator], affectedObject: { objectId: theirs.id } });
  const { threat } = accepted(await centre.registersThreat({ objects: [theirs.id, mine.id] }));
  await using watch = await soc.watchNotifications();
  const to = { objects: [mine.id, theirs.id], socs: [other.party("Soc")], sharingIndicators: true };
  const about = { threatId: threat.id, indicators: [indicator] };
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

test("a SOC without notifications sees none, whatever it asks, and an owner has none", async () => {
  const world = shared();
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

test("R12.1 an incident of which a recipient sees nothing: the sender is warned, and the recipient gets the text alone", async () => {
  const world = shared();
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
  test("L19 a supplement goes to the original recipients, restarts nothing and edits nothing", async () => {
    const world = shared();
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
    const owed = "select count(*)::int as count from obligation where obligor_id = $1";
    expect(await world.database.asOwner(owed, [soc.partyId])).toEqual([{ count: 1 }]);
    const marker = { threatId: threat.id, to: { socs: [stranger.party("Soc")] } };
    await other.staysQuiet(() => centre.sendsNotification(marker));
  });

  test("L19 a withdrawal waives what is open and leaves what was answered; the text stays", async () => {
    const world = shared();
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
    const world = shared();
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

  test("L19 a follow-up of a follow-up follows the first, and a SOC registered since is not notified", async () => {
    const world = shared();
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
    const world = shared();
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
