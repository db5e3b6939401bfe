import { fromFeedCursor } from "../../src/journal/live-feed.js";
import type { Role } from "../../src/domain/parties.js";
import { startGateway, type TestGateway, type TestObject } from "./gateway.js";
import type { Chance } from "./chance.js";
import { accepted, type Person } from "./person.js";
import { RoomClient, type Asked } from "./room-clients.js";

/** A text that makes a frame large if it is asked for under many names. */
const LONG = "ж".repeat(2_000);
/** The limit of an answer lies between what ninety of it take, and two hundred. */
export const SETTINGS = {
  // Small: a client that lags falls out of it.
  FEED_RING: "20",
  COST_AT_ONCE: "1000000000000",
  MAX_ANSWER_BYTES: "480000",
  MAX_OPERATION_ALIASES: "300",
  MAX_PARTY_SOCKETS: "5000",
  MAX_NAMELESS_SOCKETS: "5000",
};

const asks = (of: string): string =>
  `subscription ($after: FeedCursor, $filter: IncidentFeedFilter) { incidentFeed(after: $after, filter: $filter) { cursor kind incident { id ${of} } } }`;
const natures = (count: number): string =>
  `card { ${Array.from({ length: count }, (_, index) => `n${index}: nature`).join(" ")} }`;

/** The same, with other white space: both are in one room. */
const NARROW = asks("number soc { code } obligations { rule standing }");
const SPACED = NARROW.replaceAll(" ", "\n  ");
const ASKED: readonly Asked[] = [
  { query: NARROW },
  { query: SPACED },
  { query: NARROW },
  { query: SPACED },
  { query: NARROW, kinds: ["CARD_SUBMITTED"] },
  { query: NARROW, kinds: ["CARD_AMENDED", "REPORTED"] },
  { query: asks(natures(90)) },
  { query: asks(natures(200)), kinds: ["CARD_SUBMITTED"] },
];

/** A fact that happened, and whose it is. */
interface Fact {
  readonly position: number;
  readonly kind: string;
  readonly soc: Person;
  readonly owner: Person | null;
}

/** One who follows, with all its clients; it comes and goes by another token, and has more or fewer roles. */
interface Reader {
  person: Person;
  readonly role: Role;
  readonly sees: (fact: Fact) => boolean;
  readonly clients: RoomClient[];
  /** Since when it has no right; null if it has. */
  barredAt: number | null;
}

/** Clients that follow one world in three scopes and two languages, while facts come in bursts. */
export class RoomScene implements AsyncDisposable {
  private readonly facts: Fact[] = [];
  private readonly cards: { readonly id: string; revision: number; readonly fact: Fact; isBusy: boolean }[] = [];

  private constructor(
    readonly world: TestGateway,
    private readonly chance: Chance,
    private readonly watching: Person,
    private readonly socs: readonly Person[],
    private readonly objects: readonly { readonly object: TestObject; readonly owner: Person }[],
    private readonly readers: readonly Reader[],
    private readonly start: number,
  ) {}

  static async begin(chance: Chance): Promise<RoomScene> {
    const world = await startGateway({ settings: SETTINGS });
    const owners = [await world.owner(null), await world.owner(null)];
    const objects = [];
    for (const owner of owners) objects.push({ owner, object: await world.protectedObject({ owner }) });
    const covering = objects.map(({ object }) => object);
    const socs = [await world.soc({ covering }), await world.soc({ covering })];
    const watching = await world.nationalCentre();
    const [soc, owner] = [socs[0] as Person, owners[0] as Person];
    const who: [Person, Role, Reader["sees"]][] = [
      [await world.nationalCentre(), "CENTRE_OPERATOR", () => true],
      [await world.nationalCentre(), "CENTRE_OPERATOR", () => true],
      [await world.nationalCentre("CENTRE_ANALYST"), "CENTRE_ANALYST", () => true],
      [await world.person(soc.partyId, "SOC_READER"), "SOC_READER", (fact) => fact.soc === soc],
      [await world.person(soc.partyId, "SOC_READER"), "SOC_READER", (fact) => fact.soc === soc],
      [await world.person(owner.partyId, "OWNER"), "OWNER", (fact) => fact.owner === owner],
      [await world.person(owner.partyId, "OWNER"), "OWNER", (fact) => fact.owner === owner],
    ];
    const readers = who.map(([person, role, sees]) => ({ person, role, sees, clients: [], barredAt: null }));
    const start = fromFeedCursor(await watching.feedHead());
    const scene = new RoomScene(world, chance, watching, socs, objects, readers, start);
    for (const reader of readers) for (let count = 0; count < 8; count += 1) scene.joins(reader, start);
    return scene;
  }

  /** Facts in a burst, and meanwhile somebody comes, goes, lags, or loses a right. */
  async goesOn(): Promise<void> {
    const burst = Promise.all(Array.from({ length: 1 + this.chance.upTo(24) }, () => this.acts()));
    for (let count = this.chance.upTo(9); count >= 0; count -= 1) await this.changes();
    await burst;
  }

  /** Everybody has its rights and reads; resolves when each has been told everything, or something has gone wrong. */
  async ends(): Promise<void> {
    for (const reader of this.readers) await this.restores(reader);
    for (const { clients } of this.readers) for (const client of clients) client.goesOn();
    const [soc, { object, owner }] = [this.socs[0] as Person, this.objects[0] as (typeof this.objects)[number]];
    await this.submits(soc, object, owner, "The last one.");
    await this.amends(this.cards.at(-1) as (typeof this.cards)[number]);
    await Promise.all(
      this.readers.flatMap((reader) =>
        reader.clients.map((client) => client.reaches(this.expected(reader, client).at(-1) ?? 0)),
      ),
    );
  }

  /** What went wrong, by client. */
  differences() {
    return this.readers.flatMap((reader) =>
      reader.clients.flatMap((client) => {
        const expected = this.expected(reader, client);
        const missed = expected.filter((position) => !client.told.includes(position));
        const foreign = client.told.filter((position) => !expected.includes(position));
        const { name, faults } = client;
        return missed.length + foreign.length + faults.length > 0 ? [{ name, missed, foreign, faults }] : [];
      }),
    );
  }

  /** How often sockets were closed, by code; how many frames were told; and the wording of those that were too large. */
  summary() {
    const clients = this.readers.flatMap((reader) => reader.clients);
    const closed: Record<number, number> = {};
    for (const code of clients.flatMap((client) => client.closed)) closed[code] = (closed[code] ?? 0) + 1;
    const words = new Map(clients.map(({ language }) => [language, new Set<string>()]));
    for (const { language, words: heard } of clients) for (const word of heard) words.get(language)?.add(word);
    return { clients: clients.length, facts: this.facts.length, told: clients.reduce((sum, { told }) => sum + told.length, 0), closed, words }; // prettier-ignore
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { clients } of this.readers) for (const client of clients) client.stop();
    await this.world[Symbol.asyncDispose]();
  }

  private expected({ sees }: Reader, { asked: { kinds }, start }: RoomClient): number[] {
    return this.facts
      .filter((fact) => fact.position > start && sees(fact) && (!kinds || kinds.includes(fact.kind)))
      .map(({ position }) => position)
      .toSorted((one, other) => one - other);
  }

  private joins(reader: Reader, start: number): void {
    const language = this.chance.one(["en", "kk"] as const);
    const asked = this.chance.one(ASKED);
    const name = `${reader.role} ${language} ${ASKED.indexOf(asked)} ${reader.clients.length}`;
    reader.clients.push(new RoomClient(name, reader.person, language, asked, start));
  }

  private async changes(): Promise<void> {
    const reader = this.chance.one(this.readers);
    const client = this.chance.one(reader.clients);
    const what = this.chance.upTo(9);
    if (reader.barredAt !== null) {
      if (what < 5) await this.restores(reader);
    } else if (what < 2) client.drop();
    else if (what < 3) client.begins();
    else if (what < 5) for (const one of reader.clients) one.stall();
    else if (what < 6) for (const one of reader.clients) one.goesOn();
    else if (what < 7) this.joins(reader, this.start);
    else if (what < 9) for (const one of reader.clients) one.begins();
    else await this.loses(reader);
  }

  /** Its roles, its token, or only one role of two. */
  private async loses(reader: Reader): Promise<void> {
    const { person, role, clients } = reader;
    const way = this.chance.upTo(2);
    if (way === 0) {
      const other: Role = role === "SOC_READER" ? "SOC_OPERATOR" : "CENTRE_ADMINISTRATOR";
      if (role !== "OWNER") await this.world.giveRoles(person, [role, other]);
      return;
    }
    for (const client of clients) client.bar();
    await (way === 1 ? this.world.giveRoles(person, []) : this.world.revoke(person));
    if (way === 2) reader.person = await this.world.person(person.partyId, role);
    reader.barredAt = fromFeedCursor(await this.watching.feedHead());
  }

  private async restores(reader: Reader): Promise<void> {
    const { barredAt, clients, person, role } = reader;
    if (barredAt === null) return;
    for (const client of clients) client.expectNothingAfter(barredAt);
    reader.barredAt = null;
    await this.world.giveRoles(person, [role]);
    for (const client of clients) client.admit(person);
  }

  private async acts(): Promise<void> {
    const card = this.cards.findLast(({ isBusy }) => !isBusy);
    if (card && this.chance.is(0.3)) {
      await this.amends(card);
      return;
    }
    const { object, owner } = this.chance.one(this.objects);
    const nature = this.chance.is(0.5) ? LONG : "Files were encrypted.";
    if (this.chance.is(0.3)) await this.submits(this.chance.one(this.socs), null, null, nature);
    else await this.submits(this.chance.one(this.socs), object, owner, nature);
  }

  private async submits(soc: Person, object: TestObject | null, owner: Person | null, nature: string): Promise<void> {
    const sent = await soc.sendsCard({ nature, ...(object ? { affectedObjects: [{ objectId: object.id }] } : {}) });
    const fact = { position: sent.receipt.position, kind: "CARD_SUBMITTED", soc, owner };
    this.facts.push(fact);
    this.cards.push({ id: sent.incident.id, revision: 1, fact, isBusy: false });
  }

  private async amends(card: (typeof this.cards)[number]): Promise<void> {
    card.isBusy = true;
    const { soc, owner } = card.fact;
    const object = this.objects.find((one) => one.owner === owner)?.object;
    const nature = `${LONG.slice(0, 1_600)}${card.revision}`;
    const changes = { nature, ...(object ? { affectedObjects: [{ objectId: object.id }] } : {}) };
    const { receipt } = accepted(await soc.amends(card.id, card.revision, changes));
    card.revision += 1;
    card.isBusy = false;
    this.facts.push({ position: receipt.position, kind: "CARD_AMENDED", soc, owner });
  }
}
