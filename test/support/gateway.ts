import { afterAll, beforeAll } from "vitest";
import { compose, type Gateway } from "../../src/compose.js";
import { HOUR, instant, parseInstant, type Instant } from "../../src/domain/instant.js";
import type { Actor, ObjectKind, Role, Sector } from "../../src/domain/parties.js";
import { bootstrap } from "../../src/features/parties/bootstrap.js";
import type { Administered } from "../../src/features/parties/administered.js";
import { readConfig, type Config } from "../../src/platform/config.js";
import { byId } from "../../src/domain/references.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { createLogger } from "../../src/platform/logger.js";
import { FakeClock } from "./clock.js";
import { createDatabase, type TestDatabase } from "./database.js";
import { Person, unique } from "./person.js";

/** An inner id that nothing has. */
export const NOTHING = "01a20653-0000-7000-8000-000000000000";

/** A protected object of the test's world, with its opaque id. */
export interface TestObject {
  readonly id: string;
  readonly innerId: string;
  readonly ownerId: string;
  readonly code: string;
}

interface Options {
  /** The first time that the clock shows. `MOVING`, of a lent gateway: whatever it shows, moved on by those who had it before. */
  readonly at?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const START = "2026-03-01T10:00:00Z";

/** A test's own gateway on its own database, composed as in production except for the clock. */
export async function startGateway(options: Options = {}): Promise<TestGateway> {
  const database = await createDatabase();
  const clock = new FakeClock(options.at ?? START);
  const config = readConfig({
    PORT: "0",
    DATABASE_POOL: "8",
    LOG_LEVEL: "silent",
    SMTP_URL: "none",
    // Whether it is built or not.
    CONSOLE_DIR: "none",
    // A test closes its own connections, so there is nobody to wait for.
    DRAIN_SECONDS: "0",
    // A busy machine must not fail a test; tests about one of these timeouts set their own.
    LOCK_TIMEOUT_SECONDS: "60",
    ACT_TIMEOUT_SECONDS: "60",
    READING_TIMEOUT_SECONDS: "60",
    CONNECT_TIMEOUT_SECONDS: "60",
    ...options.settings,
  });
  const gateway = await compose(database.nearGatewayUrl, config, clock, createLogger(config.logLevel));
  const origin = { requestId: "test", address: null };
  const expiresAt = instant(clock.now() + 10_000 * HOUR);
  const centre = { code: "CENTRE", name: "Centre", administrator: "Administrator" };
  const { actor, secret } = await bootstrap(gateway.unitOfWork, centre, clock.now(), expiresAt);
  return new TestGateway(gateway, await gateway.listen(), database, clock, config, { actor, origin }, secret);
}

/** Gateways that were given back and that nobody has now, by their settings; the one that was given back last comes last. */
const idle: { readonly settings: string; readonly world: TestGateway }[] = [];
/** How many of them are kept: each looks for work while nobody has it. */
const KEPT = 2;

/**
 * A gateway that a test has to itself, as if started for it, except that others may have had it before: what they submitted is still
 * there, none of it later than what this test begins with. For tests that look only at their own parties, which are most: a start
 * takes longer than what they do, and PostgreSQL plans every statement anew in each session. `MOVING` is for those that ask nothing
 * of the time at which they begin.
 */
export async function lentGateway(options: Options = {}): Promise<TestGateway> {
  const { settings = {}, at: asked = START } = options;
  const at = asked === "MOVING" ? START : asked;
  const key = JSON.stringify(settings);
  const begins = parseInstant(at) ?? 0;
  const fits = ({ clock }: TestGateway): boolean => asked === "MOVING" || clock.now() <= begins;
  const place = idle.findLastIndex((one) => one.settings === key && fits(one.world));
  const [kept] = place < 0 ? [] : idle.splice(place, 1);
  const world = kept?.world ?? (await startGateway({ settings, at }));
  if (world.clock.now() < begins) world.clock.advance(begins - world.clock.now());
  world.whenGivenBack = async () => {
    idle.push({ settings: key, world });
    for (const { world: oldest } of idle.splice(0, idle.length - KEPT)) await oldest.ends();
  };
  return world;
}

/**
 * One gateway for many tests, which get it by calling the returned function: for tests that look only at their own parties. It is lent
 * to the file, or to the `describe`; a `NEW` one has had nobody before.
 */
export function sharedGateway(options: Options | "NEW" = {}): () => TestGateway {
  let world: TestGateway | null = null;
  beforeAll(async () => {
    world = options === "NEW" ? await startGateway() : await lentGateway(options);
  });
  afterAll(() => world?.[Symbol.asyncDispose]());
  return () => {
    if (!world) throw new Error("the tests that share a gateway have not begun");
    return world;
  };
}

/** Why a register is corrected. */
const WHY = "The register was in error.";

export class TestGateway implements AsyncDisposable {
  readonly others: Gateway[] = [];
  /** Keeps it for the next test; null: it ends with the one that started it. */
  whenGivenBack: (() => Promise<void>) | null = null;
  private isStopped = false;

  constructor(
    readonly gateway: Gateway,
    readonly url: string,
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    private readonly config: Config,
    private readonly administrating: { readonly actor: Actor; readonly origin: { requestId: string; address: null } },
    private readonly administratorToken: string,
  ) {}

  /** Starts a second gateway on the same database; returns its address. */
  async another(): Promise<string> {
    const gateway = await compose(this.database.nearGatewayUrl, this.config, this.clock, createLogger("silent"));
    this.others.push(gateway);
    return gateway.listen();
  }

  /** Stops the first gateway; the database stays for another. */
  async stops(): Promise<void> {
    this.isStopped = true;
    await this.gateway.stop();
  }

  administrator(): Person {
    return new Person(this, this.administratorToken, this.administrating.actor.party.id);
  }

  nationalCentre(role: Role = "CENTRE_OPERATOR"): Promise<Person> {
    return this.person(this.administrating.actor.party.id, role);
  }

  async soc(covering: { readonly covering?: readonly TestObject[]; readonly role?: Role } = {}): Promise<Person> {
    const code = unique("SOC");
    const { id } = done(
      await this.gateway.administration.parties.register(this.administrating, "SOC", { code, name: code, email: null }),
    );
    for (const object of covering.covering ?? []) await this.cover(id, object);
    return this.person(id, covering.role ?? "SOC_OPERATOR");
  }

  /** Lets a SOC cover an object, from long ago unless specified. */
  async cover(socId: string, object: TestObject, startsAt?: Instant, endsAt: Instant | null = null): Promise<string> {
    const from = startsAt ?? instant(this.clock.now() - 1_000 * HOUR);
    const draft = { soc: byId(socId), object: byId(object.innerId), startsAt: from, endsAt };
    return done(await this.gateway.administration.coverage.start(this.administrating, draft)).coverage.id;
  }

  async owner(email?: string | null): Promise<Person> {
    return this.person(await this.registerOwner(email), "OWNER");
  }

  private async registerOwner(email: string | null = "duty@owner.example"): Promise<string> {
    const code = unique("OWNER");
    const draft = { code, name: code, email };
    return done(await this.gateway.administration.parties.register(this.administrating, "OWNER", draft)).id;
  }

  async protectedObject(
    draft: {
      readonly kinds?: readonly ObjectKind[];
      readonly owner?: Person;
      readonly holder?: Person;
      readonly sectors?: readonly Sector[];
    } = {},
  ): Promise<TestObject> {
    const ownerId = draft.owner?.partyId ?? (await this.registerOwner());
    const code = unique("OBJECT");
    const kinds = draft.kinds ?? ["CRITICAL_INFRASTRUCTURE"];
    const object = done(
      await this.gateway.administration.objects.register(this.administrating, {
        code,
        name: code,
        kinds,
        sectors: draft.sectors ?? ["ELECTRICITY_SUPPLY"],
        owner: byId(ownerId),
        holder: draft.holder ? byId(draft.holder.partyId) : null,
      }),
    );
    return { id: toGlobalId("ProtectedObject", object.id), innerId: object.id, ownerId, code };
  }

  /** A person of a party, with their own token. */
  async person(partyId: string, role: Role, expiresAt?: Instant): Promise<Person> {
    const { administration } = this.gateway;
    const draft = { party: byId(partyId), name: unique("actor"), roles: [role] };
    const actor = done(await administration.accounts.registerActor(this.administrating, draft));
    const until = expiresAt ?? instant(this.clock.now() + 10_000 * HOUR);
    const { secret, token } = done(await administration.accounts.issueToken(this.administrating, actor.id, until));
    return new Person(this, secret, partyId, actor.id, token.id);
  }

  async revoke(person: Person): Promise<void> {
    done(await this.gateway.administration.accounts.revokeToken(this.administrating, person.tokenId));
  }

  async giveRoles(person: Person, roles: readonly Role[]): Promise<void> {
    done(await this.gateway.administration.accounts.changeRoles(this.administrating, person.actorId, roles));
  }

  /** Whose an object is from now on, or since another time. */
  async handOver(object: TestObject, owner: Person, from: Instant | null = null): Promise<void> {
    const changes = { owner: byId(owner.partyId) };
    done(
      await this.gateway.administration.objects.change(this.administrating, byId(object.innerId), changes, from, WHY),
    );
  }

  /** Who holds an object beside its owner from now on; null: nobody. */
  async lets(object: TestObject, holder: Person | null): Promise<void> {
    const changes = { holder: holder && byId(holder.partyId) };
    done(
      await this.gateway.administration.objects.change(this.administrating, byId(object.innerId), changes, null, WHY),
    );
  }

  /** What kinds of object it is from now on, or since another time (L9). */
  async reclassify(object: TestObject, kinds: readonly ObjectKind[], from: Instant | null = null): Promise<void> {
    done(
      await this.gateway.administration.objects.change(this.administrating, byId(object.innerId), { kinds }, from, WHY),
    );
  }

  async endCoverage(coverageId: string, endsAt: Instant): Promise<void> {
    done(await this.gateway.administration.coverage.end(this.administrating, coverageId, endsAt));
  }

  /** A SOC ends now, and another one replaces it. */
  async endSoc(soc: Person, successor: Person): Promise<void> {
    const draft = { endsAt: this.clock.now(), reason: "Its licence ended.", replacedBy: byId(successor.partyId) };
    done(await this.gateway.administration.parties.endSoc(this.administrating, byId(soc.partyId), draft));
  }

  /** An object ends now, and another one replaces it. */
  async endObject(object: TestObject, successor: TestObject): Promise<void> {
    const draft = { endsAt: this.clock.now(), reason: "It was switched off.", replacedBy: byId(successor.innerId) };
    done(await this.gateway.administration.objects.end(this.administrating, byId(object.innerId), draft));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.whenGivenBack || this.isStopped || this.others.length > 0) return this.ends();
    // Nothing of this test is to come due, or to be delivered, in the next one.
    await this.database.asOwner(
      "update obligation set waived_at = starts_at where coalesce(discharged_at, waived_at) is null",
    );
    await this.database.asOwner("delete from queue.job");
    await this.whenGivenBack();
  }

  async ends(): Promise<void> {
    for (const gateway of this.others) await gateway.stop();
    if (!this.isStopped) await this.gateway.stop();
    await this.database[Symbol.asyncDispose]();
  }
}

function done<T>(administered: Administered<T>): T {
  if (!administered.isAccepted) throw new Error(`refused: ${JSON.stringify(administered.violations)}`);
  return administered.result;
}
