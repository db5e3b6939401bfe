import { ChangeContactDocument } from "../../schema/operations.generated.js";
import { dateInAlmaty, HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { startGateway, type TestGateway, type TestObject } from "./gateway.js";
import { accepted, rejected, type Person } from "./person.js";
import { startMailbox, startReceiver } from "./receivers.js";
import {
  ANNOUNCED,
  announceDuties,
  fillCampaign,
  fillDossier,
  fillLists,
  fillNotifications,
} from "./secret-contents.js";
import { LARGE, Walk, walk, type Facts, type Walked } from "./whole-walk.js";

/** Values that are not secret in themselves: the schema's own names, instants, counts. */
const PLAIN = /^([A-Z][A-Z_]*|[A-Z][a-z]\w*|[RLF]A?\d*\.?\d*|true|false|-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/;

/** An attempt that a busy machine fails is made again at once. */
const QUICK = { DELIVERY_TIMEOUT_SECONDS: "60", DELIVERY_RETRY_SECONDS: "1" };

export interface Secret {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly owner: Person;
  readonly object: TestObject;
  readonly centre: Walked;
  /** Everything that the national centre sees of the secret and did not see before. */
  readonly canaries: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly numbers: readonly string[];
  /** What SOCs call where the gateway cannot be reached: no secret to them. */
  readonly centrePhone: string;
  readonly strangers: Readonly<Record<string, { readonly person: Person; readonly facts: Facts }>>;
  /** Stops the world and everything started for it. */
  end(): Promise<void>;
}

const CENTRE_PHONE = "+7 000 000 00 12";

/** A world of strangers with incidents of their own, then one dossier in which every field that can be filled is filled. */
export async function makeSecret(): Promise<Secret> {
  const mailbox = await startMailbox();
  const world = await startGateway({ settings: { ...LARGE, ...QUICK, SMTP_URL: mailbox.url } });
  const receiver = await startReceiver();
  // The person who may query everything.
  const centre = await world.nationalCentre("CENTRE_ADMINISTRATOR");
  await world.giveRoles(centre, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
  const otherOwner = await world.owner();
  const otherObject = await world.protectedObject({ owner: otherOwner, kinds: [] });
  const otherSoc = await world.soc({ covering: [otherObject] });
  await otherSoc.sendsCard({ affectedObjects: [{ objectId: otherObject.id }] });
  const newSoc = await world.soc();
  const newOwner = await world.owner();
  const former = await world.protectedObject();
  const anHourAgo = instant(world.clock.now() - HOUR);
  await world.reclassify(former, [], anHourAgo);
  await world.handOver(former, otherOwner, anHourAgo);
  await world.endObject(former, otherObject);
  await world.endSoc(await world.soc(), newSoc);
  const before = await walk(centre, [], [], { incidentFeed: 1 });
  const known = new Set([...before.leaves.values()].flatMap((values) => [...values]));

  const owner = await world.owner();
  const webhook = { partyId: owner.party("Owner"), webhookUrl: receiver.url };
  await centre.gets(ChangeContactDocument, { input: { ...webhook, language: "RU", phone: "+7 000 000 00 10" } });
  const object = await world.protectedObject({ owner, kinds: ["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"] });
  const soc = await world.soc();
  for (const [person, type, phone] of [
    [soc, "Soc", "+7 000 000 00 11"],
    [centre, "NationalCentre", CENTRE_PHONE],
  ] as const) {
    const email = `canary-contact-of-the-${type}@example.kz`;
    const contact = {
      partyId: person.party(type),
      email,
      phone,
      language: "EN" as const,
      webhookUrl: receiver.url + type,
    };
    accepted((await centre.gets(ChangeContactDocument, { input: contact })).changeContact);
  }
  await world.endCoverage(await world.cover(soc.partyId, object), instant(world.clock.now() + 1_000 * MINUTE));
  const facts = await fillDossier(world, { centre, soc, owner, object });
  const notified = await fillNotifications(world, { centre, soc, object, otherSoc, number: facts.number });
  const ofCampaign = await fillCampaign(world, soc);
  await fillLists(world);
  const stale = await world.person(soc.partyId, "SOC_READER");
  await world.revoke(stale);

  await announceDuties(world, centre);
  rejected(await soc.asksForRetraction([...facts.otherNumbers][0] ?? "", ""));
  // As if each had answered its last call with 410.
  await world.database.asOwner("update webhook set secret = null, gone_at = now()");
  const everything = {
    incidentFeed: facts.incidentFacts + notified.incidentFacts + ofCampaign + 1,
    notificationFeed: notified.facts,
    obligationFeed: ANNOUNCED,
  };
  const numbers = [facts.number, ...facts.otherNumbers];
  const seen = new Walk(centre);
  await seen.takesAll(everything, notified.preview);
  const ids = new Set([...seen.leaves].filter(([leaf]) => leaf.endsWith(".id")).flatMap(([, values]) => [...values]));
  await seen.names(ids, numbers);
  // A path is made of the schema's own names.
  const said = [...seen.leaves].filter(([leaf]) => !leaf.endsWith(".path")).flatMap(([, values]) => [...values]);
  const canaries = [...new Set(said)].filter(
    // Requests of the gateway's own clock are all called so.
    (value) => !known.has(value) && !PLAIN.test(value) && !notified.alsoShown.has(value) && value !== "clock",
  );
  return {
    world,
    soc,
    owner,
    object,
    centre: seen,
    canaries,
    ids,
    numbers,
    centrePhone: CENTRE_PHONE,
    strangers: {
      "another SOC that was notified of one thing": {
        person: otherSoc,
        facts: { incidentFeed: 1, notificationFeed: 1, obligationFeed: 1 },
      },
      "an owner of other objects": { person: otherOwner, facts: { incidentFeed: 1 } },
      "a new SOC": { person: newSoc, facts: {} },
      "a new owner": { person: newOwner, facts: {} },
      "an actor without roles": { person: await withoutRoles(world, soc), facts: {} },
      nobody: { person: soc.withToken(""), facts: {} },
    },
    async end() {
      await world[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}

async function withoutRoles(world: TestGateway, soc: Person): Promise<Person> {
  const person = await world.person(soc.partyId, "SOC_READER");
  await world.giveRoles(person, []);
  return person;
}

/** Canaries found in `wire`, apart from those in `given`. */
export function leaks({ canaries }: Secret, wire: string, given: readonly string[] = []): string[] {
  return canaries.filter((canary) => !given.includes(canary) && shows(wire, canary));
}

/** Whether the value is there as a whole: `key-7` is not within `key-72`. */
function shows(wire: string, value: string): boolean {
  for (let at = wire.indexOf(value); at >= 0; at = wire.indexOf(value, at + 1))
    if (!(/\d$/.test(value) && /^\d/.test(wire.slice(at + value.length, at + value.length + 1)))) return true;
  return false;
}

/** A card that names the secret's object. */
export function hostileCard(now: number, object: TestObject): object {
  return {
    registeredOn: dateInAlmaty(instant(now)),
    severity: "LOW",
    type: "OTHER",
    scale: "MASS",
    occurredAt: toIso(instant(now - MINUTE)),
    confirmedAt: toIso(instant(now - MINUTE)),
    recurrence: "NEW",
    indicators: [],
    sign: "ATTEMPT",
    contours: ["EXTERNAL"],
    nature: "x",
    consequences: ["NONE"],
    affectedObjects: [{ objectId: object.id }],
    measures: "x",
  };
}

/** An analysis that names the secret's object. */
export function hostileAnalysis(object: TestObject): object {
  return { findings: "x", affectedObjects: [object.id], indicators: [], measures: "x", conclusions: "x" };
}
