import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { REGISTER_NAMES } from "../../src/domain/registers.js";
import { campaignsUp } from "./campaigns.js";
import { countedUp } from "./counted-incidents.js";
import type { Person } from "./person.js";
import { takenIn } from "./search.js";
import { sharedUp } from "./shared.js";
import { takesRegister } from "./registers.js";
import { seenIn, stepsOf, type Step } from "./walk.js";

/** The schema as published. */
export const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

/** Settings under which a whole walk fits into one operation. */
export const LARGE = {
  MAX_OPERATION_ALIASES: "100000",
  MAX_OPERATION_DEPTH: "100",
  MAX_OPERATION_TOKENS: "1000000",
  MAX_OPERATION_COST: "1000000000",
  COST_AT_ONCE: "1000000000000",
  COST_PER_MINUTE: "1000000000000",
  // The webhook receiver is on this machine.
  WEBHOOK_ALLOWED_HOSTS: "127.0.0.1",
};

/** The queries that need a name. */
const BY_NAME = ["node", "incident", "notification"];

/** How many facts of each feed a person sees. */
export type Facts = Readonly<Record<string, number>>;

export interface Walked {
  /** Everything that was sent over the wire. */
  readonly wire: string;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What one person is shown of what it asks for. */
export class Walk implements Walked {
  readonly leaves = new Map<string, Set<string>>();
  private readonly received: string[] = [];

  constructor(private readonly person: Person) {}

  get wire(): string {
    return this.received.join("\n");
  }

  /** Asks every query that needs no name, and takes the whole feeds. */
  async takesAll(facts: Facts, preview: object | null = null): Promise<void> {
    await countedUp(this.person.world);
    await takenIn(this.person.world);
    await sharedUp(this.person.world);
    await campaignsUp(this.person.world);
    for (const step of stepsOf(schema, "Query", {})) if (!BY_NAME.includes(step.name)) await this.ask(step);
    // Every duty of a test's world starts in this period.
    const period = { from: "2026-01-01", before: "2027-01-01" };
    const by = ["SOC", "RULE", "STANDING"];
    for (const step of stepsOf(schema, "Query", { period, by }))
      if (step.name === "timeliness" || step.name === "obligationCounts") await this.ask(step);
    for (const step of stepsOf(schema, "Query", { period, by: ["SOC", "MONTH"] }))
      if (step.name === "incidentStatistics") await this.ask(step);
    // As it stands in the secret, and mistyped.
    for (const text of ["canary", "cannary"])
      for (const step of stepsOf(schema, "Query", { text })) if (step.name === "search") await this.ask(step);
    // What people did is far behind what the gateway itself did last.
    for (const step of stepsOf(schema, "Query", { filter: { act: "retraction.request" } }))
      if (step.name === "auditEntries") await this.ask(step);
    if (preview)
      for (const step of stepsOf(schema, "Query", { input: preview }))
        if (step.name === "notificationPreview") await this.ask(step);
    for (const { name, document, variables } of stepsOf(schema, "Subscription", { after: toFeedCursor(0) }))
      for (const frame of await framesOf(this.person, document, variables, facts[name] ?? 0)) this.collect(frame);
  }

  /** Asks for what has these ids and numbers. */
  async names(ids: Iterable<string>, numbers: Iterable<string>): Promise<void> {
    const fills = [...[...ids].map((id) => ({ id })), ...[...numbers].map((number) => ({ number }))];
    for (const fill of fills)
      for (const step of stepsOf(schema, "Query", fill))
        if (BY_NAME.includes(step.name) && Object.keys(fill).every((argument) => argument in step.variables))
          await this.ask(step);
  }

  /** Takes every register of a whole year. */
  async takesRegisters(): Promise<void> {
    for (const name of REGISTER_NAMES) {
      const { status, text } = await takesRegister(this.person, `${name}.csv`, {
        from: "2026-01-01",
        until: "2026-12-31",
      });
      if (status >= 500) throw new Error(`a register failed: ${text}`);
      if (status === 200) this.received.push(text);
    }
  }

  private async ask({ document, variables }: Step): Promise<void> {
    this.collect(await this.person.asks(document, variables));
  }

  private collect(answer: unknown): void {
    const written = JSON.stringify(answer);
    // What fails shows nothing, which proves nothing.
    if (written.includes("INTERNAL_SERVER_ERROR")) throw new Error(`a query of the walk failed: ${written}`);
    this.received.push(written);
    seenIn(answer, (leaf, value) => this.leaves.set(leaf, (this.leaves.get(leaf) ?? new Set()).add(value)));
  }
}

/** Everything there is for a person: every query, `node` for every given id, and the whole feeds. */
export async function walk(
  person: Person,
  ids: Iterable<string>,
  numbers: Iterable<string>,
  facts: Facts,
): Promise<Walked> {
  const walked = new Walk(person);
  await walked.takesAll(facts);
  await walked.names(ids, numbers);
  await walked.takesRegisters();
  return walked;
}

/** What a person receives from a subscription: `count` frames, and whatever arrived before the answer to a later query. */
async function framesOf(
  person: Person,
  query: string,
  variables: Record<string, unknown>,
  count: number,
): Promise<unknown[]> {
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: person.token ? { authorization: `Bearer ${person.token}` } : {},
  });
  const received: unknown[] = [];
  await new Promise<void>((resolve) => {
    const collect = (answer: unknown): void => {
      received.push(answer);
      if (received.length === count) resolve();
    };
    client.subscribe({ query, variables }, { next: collect, error: () => resolve(), complete: resolve });
    if (count === 0)
      client.subscribe(
        { query: "{ __typename }" },
        { next: () => undefined, error: () => resolve(), complete: resolve },
      );
  });
  await client.dispose();
  return received;
}
