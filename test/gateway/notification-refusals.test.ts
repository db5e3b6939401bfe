import { expect, test } from "vitest";
import {
  NotifySocsDocument,
  RegisterThreatDocument,
  type NotifySocsInput,
  type RegisterDetectionInput,
} from "../../schema/operations.generated.js";
import { HOUR } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { lentGateway, NOTHING, sharedGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, unique, LANGUAGES } from "../support/person.js";
import { detectionInput } from "../support/inputs.js";
import { inbox } from "../support/inbox.js";

/** Each test has SOCs of its own, and leaves the clock alone. There is nobody else: nobody covers a sector. */
const shared = sharedGateway("NEW");

/** What each case may name: a threat, an event, an incident, a notification that stands and one that was withdrawn. */
async function aCentre(world: TestGateway) {
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
  return { centre, soc, known };
}

type Known = Awaited<ReturnType<typeof aCentre>>["known"];

test("F1 F22 F28 every broken rule is said at once: text, subject and recipients", async () => {
  const { centre, known } = await aCentre(shared());
  const said = async (of: Partial<NotifySocsInput>) =>
    rejected(await centre.notifies(of)).violations.map(({ rule, path }) => [rule, path.slice(1).join(".")]);
  expect(await said({ threatId: known.threatId, to: {}, text: " ", marking: "CLEAR" })).toEqual([
    ["F1", "text"],
    ["F28", "marking"],
    ["F22", "to"],
  ]);
  expect(await said({ to: {}, text: " " })).toEqual([
    ["F1", "text"],
    ["F22", ""],
    ["F22", "to"],
  ]);
  expect(await said({ to: { sectors: ["GAS_SUPPLY"] } })).toEqual([
    ["F22", ""],
    ["F22", "to"],
  ]);
  // Who shares its indicators is not known before what it is about is.
  expect(await said({ to: { sharingIndicators: true } })).toEqual([["F22", ""]]);
});

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

test("F17 F22 what breaks a rule is refused with rule, path and remedy in three languages, and nobody is notified", async () => {
  const { centre, soc, known } = await aCentre(shared());
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
  const { centre, soc, known } = await aCentre(shared());
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

test("only the centre's operators record threats and events and notify of them", async () => {
  const world = shared();
  const { soc, known } = await aCentre(world);
  const people = [
    soc,
    await world.owner(),
    await world.nationalCentre("CENTRE_ANALYST"),
    await world.nationalCentre("CENTRE_ADMINISTRATOR"),
  ];
  const detection = { submissionKey: "theirs", ...detectionInput(world.clock.now()) };
  const notice = {
    submissionKey: "theirs",
    text: "x",
    marking: "RED" as const,
    threatId: known.threatId,
    to: known.to,
  };
  for (const person of people) {
    for (const { errors } of [
      await person.asks(RegisterThreatDocument, { input: detection }),
      await person.asks(NotifySocsDocument, { input: notice }),
    ])
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    await expect(person.registersEvent()).rejects.toThrow("FORBIDDEN");
  }
});

const UNREGISTERED: readonly (readonly [
  what: string,
  changes: Partial<RegisterDetectionInput>,
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
  const world = shared();
  const centre = await world.nationalCentre();
  const kept = () => centre.gets("{ threats { nodes { id } } securityEvents { nodes { id } } }");
  const before = await kept();
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
  expect(await kept()).toEqual(before);
});

test("texts with markup are stored and delivered as they are, and are nobody's code", async () => {
  const world = shared();
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
  const kept = (await inbox(centre)).find(({ id }) => id === notification.id);
  expect(kept?.recipients[0]?.analyses).toMatchObject([{ findings: text }]);
});

test("the same key gives the same receipt and notifies nobody twice; with other content it is a conflict", async () => {
  await using world = await lentGateway();
  const { centre, soc, known } = await aCentre(world);
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

  const detection = { submissionKey: "threat", ...detectionInput(world.clock.now()) };
  const made = accepted((await centre.gets(RegisterThreatDocument, { input: detection })).registerThreat);
  const same = accepted((await centre.gets(RegisterThreatDocument, { input: detection })).registerThreat);
  expect(same).toEqual(made);
  await expect(centre.registersThreat({ ...detection, summary: "Another one." })).rejects.toThrow("CONFLICT");
  // The same words as an event are another act.
  await expect(centre.registersEvent(detection)).rejects.toThrow("CONFLICT");
});
