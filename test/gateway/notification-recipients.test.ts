import { expect, test } from "vitest";
import { NodeDocument, NotificationPreviewDocument, type NotifySocsInput } from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { NOTHING, sharedGateway, startGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, type Person } from "../support/person.js";
import { codeOf, inbox, whys } from "../support/inbox.js";

/** Each test has SOCs, objects and indicators of its own. */
const shared = sharedGateway();

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

test("F28 what is marked RED and goes to whole sectors, or follows what went there, is warned about in three languages", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const [bank, grid] = [
    await world.protectedObject({ sectors: ["BANKING"] }),
    await world.protectedObject({ sectors: ["GAS_SUPPLY"] }),
  ];
  const soc = await world.soc({ covering: [bank, grid] });
  const { threat } = accepted(await centre.registersThreat());
  const sectors = { sectors: ["GAS_SUPPLY" as const, "BANKING" as const] };
  const doubts = async (of: object, person = centre) =>
    (await person.sendsNotification({ threatId: threat.id, marking: "RED", ...of })).warnings.map(
      ({ rule, path, message }) => ({ rule, path, message }),
    );
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const [doubt, ...others] = await doubts({ to: sectors }, centre.speaking(language));
    expect(doubt).toMatchObject({ rule: "F28", path: ["input", "marking"] });
    expect(doubt?.message).toContain("BANKING, GAS_SUPPLY");
    expect(others).toEqual([]);
    messages.add(doubt?.message ?? "");
  }
  expect(messages.size).toBe(3);
  expect(await doubts({ to: sectors, marking: "AMBER_STRICT" })).toEqual([]);
  expect(await doubts({ to: { socs: [soc.party("Soc")] } })).toEqual([]);
  expect(await doubts({ to: { objects: [bank.id] } })).toEqual([]);
  const amber = await centre.sendsNotification({ threatId: threat.id, to: sectors, marking: "AMBER" });
  const supplement = { threatId: null, supplements: amber.notification.id };
  expect(await doubts(supplement)).toMatchObject([{ rule: "F28", path: ["input", "marking"] }]);
  // What follows goes to the same recipients (F22): it is no advice to name others for it.
  for (const language of LANGUAGES) {
    const red = await centre.sendsNotification({ threatId: threat.id, to: sectors, marking: "RED" });
    const withdrawal = { threatId: null, withdraws: red.notification.id };
    for (const { message } of await doubts(withdrawal, centre.speaking(language))) messages.add(message);
  }
  expect(messages.size).toBe(6);
});
