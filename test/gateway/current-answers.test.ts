import pg from "pg";
import { expect, test, vi } from "vitest";
import {
  AnswersToNotificationDocument,
  IncidentDocument,
  type AnswersToNotificationQuery,
} from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { reportInput } from "../support/inputs.js";
import { aNotifiedSoc, notified, partOf } from "../support/notified-socs.js";
import { accepted, LANGUAGES, type Person } from "../support/person.js";

const shared = sharedGateway("NEW");

type Recipient = Extract<AnswersToNotificationQuery["node"], { readonly recipients: unknown }>["recipients"][number];
type Given = Recipient["answers"][number]["others"][number];

function named({ at, answer }: Given): string {
  switch (answer.__typename) {
    case "Analysis":
      return `${answer.kind} ${answer.revision} ${answer.findings} ${at}`;
    case "Incident":
      return `${answer.number} ${at}`;
    case "NotConfirmed":
      return `${answer.grounds} ${at}`;
    case "Retraction":
      return `${answer.reason} ${at}`;
    case "ReceivedOtherwise":
      return `${answer.channel} ${at}`;
  }
}

/** What each SOC that one may see answered, by its id: rule, what stands, the others. */
async function answersTo(person: Person, notificationId: string) {
  const { node } = await person.gets(AnswersToNotificationDocument, { id: notificationId });
  if (!node || !("recipients" in node)) throw new Error("the notification is not there to be seen");
  return new Map(
    node.recipients.map(({ soc, answers }) => [
      soc?.id,
      answers.map(({ rule, incident, current, others }) => [
        incident ? `${rule} ${incident.number}` : rule,
        current && named(current),
        ...others.map(named),
      ]),
    ]),
  );
}

test("R9.5 R9.6 M4 the SOC and the centre see which answer stands and what it replaced: a denial, an analysis and its revision, a card, a retraction", async () => {
  const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
  const centre = await world.nationalCentre();
  const id = soc.party("Soc");
  const seen = async () => {
    const both = [await answersTo(centre, notificationId), await answersTo(soc, notificationId)];
    expect(both[1]).toEqual(both[0]);
    return both[0]?.get(id);
  };
  const hourLater = (): string => {
    world.clock.advance(HOUR);
    return toIso(world.clock.now());
  };
  expect(await seen()).toEqual([]);
  const denied = `Nothing. ${hourLater()}`;
  accepted(await soc.denies(notificationId, "Nothing."));
  expect(await seen()).toEqual([["R9.5", denied]]);
  const first = `EVENT 1 Something. ${hourLater()}`;
  accepted(await soc.analysesEvent(notificationId, { findings: "Something." }));
  expect(await seen()).toEqual([["R9.5", first, denied]]);
  const second = `EVENT 2 More. ${hourLater()}`;
  accepted(await soc.analysesEvent(notificationId, { findings: "More." }, { revision: 1 }));
  expect(await seen()).toEqual([["R9.5", second, denied, first]]);
  // An incident that is confirmed is no answer yet, and leaves the analysis as it stands.
  hourLater();
  const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
  expect(await seen()).toEqual([["R9.5", second, denied, first]]);
  const card = `${incident.number} ${hourLater()}`;
  await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  expect(await seen()).toEqual([
    ["R9.5", card, denied, first, second],
    [`R9.6 ${incident.number}`, card],
  ]);
  const retracted = `The logs say so. ${hourLater()}`;
  accepted(await soc.asksForRetraction(incident.id));
  hourLater();
  accepted(await centre.decidesRetraction(incident.id, true));
  // What was analysed was an event all the same.
  expect(await seen()).toEqual([
    ["R9.5", second, denied, first, card, retracted],
    [`R9.6 ${incident.number}`, retracted, card],
  ]);
});

test("R9.6 M4 a denial stands no longer once the SOC has confirmed the incident: its card is owed", async () => {
  const { world, soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
  const denied = `Nothing. ${toIso(world.clock.now())}`;
  accepted(await soc.denies(notificationId, "Nothing."));
  const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
  expect((await answersTo(soc, notificationId)).get(soc.party("Soc"))).toEqual([["R9.6", null, denied]]);
  expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "RUNNING", metBy: null });
  await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  const card = `${incident.number} ${toIso(world.clock.now())}`;
  expect((await answersTo(soc, notificationId)).get(soc.party("Soc"))).toEqual([["R9.6", card, denied]]);
});

test("R9.4 R9.6 L22 beside a threat's own analysis stand an event's and the card of what it led to, one received by telephone", async () => {
  const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
  const centre = await world.nationalCentre();
  const at = toIso(world.clock.now());
  const own = (await partOf(soc, notificationId)).obligation.id;
  accepted(await centre.recordsReceived(own, world.clock.now()));
  const opened = accepted(
    await soc.analysesEvent(notificationId, { findings: "An event." }, { incident: reportInput(world.clock.now()) }),
  ).incident;
  const number = opened?.number ?? "";
  const { incident } = await centre.gets(IncidentDocument, { number });
  const ownCard = incident?.obligations.find(({ rule }) => rule === "R9.6")?.id ?? "";
  world.clock.advance(HOUR);
  const called = instant(world.clock.now());
  accepted(await centre.recordsReceived(ownCard, called));
  expect((await answersTo(centre, notificationId)).get(soc.party("Soc"))).toEqual([
    ["R9.4", `TELEPHONE ${at}`],
    ["R9.5", `EVENT 1 An event. ${at}`],
    [`R9.6 ${number}`, `TELEPHONE ${toIso(called)}`],
  ]);
  accepted(await soc.analysesThreat(notificationId, { findings: "The threat." }));
  expect((await answersTo(centre, notificationId)).get(soc.party("Soc"))?.[0]).toEqual([
    "R9.4",
    `THREAT 1 The threat. ${toIso(world.clock.now())}`,
    `TELEPHONE ${at}`,
  ]);
});

test("R9.5 L17 an analysis of an event after the card is kept beside it, and the SOC is told; its correction counts from the first", async () => {
  const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
  const first = toIso(world.clock.now());
  const before = accepted(await soc.analysesEvent(notificationId, { findings: "Something." }));
  expect(before.warnings).toEqual([]);
  world.clock.advance(HOUR);
  accepted(await soc.analysesEvent(notificationId, { findings: "More." }, { revision: 1 }));
  const { node } = await soc.gets(AnswersToNotificationDocument, { id: notificationId });
  expect(node).toMatchObject({
    recipients: [
      {
        obligation: { standing: "MET", dischargedAt: first },
        answers: [{ current: { at: toIso(world.clock.now()), countsFrom: first }, others: [{ countsFrom: first }] }],
      },
    ],
  });
  const card = await soc.sendsCard({}, { notificationIds: [notificationId] });
  const messages = new Set<string>();
  for (const [index, language] of LANGUAGES.entries()) {
    const said = soc.speaking(language).analysesEvent(notificationId, { findings: "Late." }, { revision: 2 + index });
    const warnings = accepted(await said).warnings.filter(({ rule }) => rule === "L17");
    expect(warnings).toMatchObject([{ path: ["input", "notificationIds"] }]);
    messages.add(warnings[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  const shown = (await answersTo(soc, notificationId)).get(soc.party("Soc"))?.[0];
  expect(shown?.[1]).toContain(card.incident.number);
  expect(shown).toHaveLength(2 + 5);
});

test("each SOC sees its own answers alone, and the centre those of all in as many statements for many as for few", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const socs = await Promise.all(Array.from({ length: 6 }, () => world.soc()));
  const statements = async (...asked: readonly Person[]): Promise<number> => {
    const notificationId = await notified(world, "EVENT", ...asked);
    for (const soc of asked) {
      accepted(await soc.denies(notificationId));
      accepted(await soc.analysesEvent(notificationId));
      await soc.sendsCard({}, { notificationIds: [notificationId] });
    }
    for (const soc of asked) {
      const seen = await answersTo(soc, notificationId);
      expect([...seen.keys()]).toEqual([soc.party("Soc")]);
      expect(seen.get(soc.party("Soc"))?.[0]).toHaveLength(4);
    }
    const query = vi.spyOn(pg.Client.prototype, "query");
    const all = await answersTo(centre, notificationId);
    const sent = query.mock.calls.flatMap(([one]: unknown[], call) =>
      typeof one === "object" ? [{ session: query.mock.contexts[call], text: (one as { text: string }).text }] : [],
    );
    query.mockRestore();
    expect(new Set(all.keys())).toEqual(new Set(asked.map((soc) => soc.party("Soc"))));
    // Those of the snapshot alone: other gateways of this process look for work.
    const begun = sent.find(({ text }) => text.includes("begin isolation level repeatable read read only"));
    expect(begun).toBeDefined();
    return sent.filter(
      ({ session, text }) => session === begun?.session && !/find_token|seal_journal|from journal/.test(text),
    ).length;
  };
  const [first, second, ...others] = socs;
  if (!first || !second) throw new Error("no SOCs");
  const two = await statements(first, second);
  expect(two).toBeGreaterThan(4);
  expect(await statements(...others)).toBe(two);
});
