import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import type { Person } from "./person.js";
import { seenIn, stepsOf } from "./walk.js";

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

/** How many facts of each feed a person sees. */
export type Facts = Readonly<Record<string, number>>;

export interface Walked {
  /** Everything that was sent over the wire. */
  readonly wire: string;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Queries everything there is: every query, `node` for every given id, and the whole feed. */
export async function walk(
  person: Person,
  ids: Iterable<string>,
  numbers: Iterable<string>,
  facts: Facts,
  preview: object | null = null,
): Promise<Walked> {
  const leaves = new Map<string, Set<string>>();
  const wire: string[] = [];
  const collect = (answer: unknown): void => {
    const written = JSON.stringify(answer);
    // What fails shows nothing, which proves nothing.
    if (written.includes("INTERNAL_SERVER_ERROR")) throw new Error(`a query of the walk failed: ${written}`);
    wire.push(written);
    seenIn(answer, (leaf, value) => leaves.set(leaf, (leaves.get(leaf) ?? new Set()).add(value)));
  };
  const ask = async (document: string, variables: object): Promise<void> =>
    collect(await person.asks(document, variables));
  const fills = [{}, ...[...ids].map((id) => ({ id })), ...[...numbers].map((number) => ({ number }))];
  for (const fill of fills)
    for (const { name, document, variables } of stepsOf(schema, "Query", fill)) {
      const isOfFill = Object.keys(fill).every((argument) => argument in variables);
      const needsFill = name === "node" || name === "incident";
      if (Object.keys(fill).length === 0 ? !needsFill : isOfFill && needsFill) await ask(document, variables);
    }
  // Every duty of a test's world starts in this period.
  const period = { from: "2026-01-01", before: "2027-01-01" };
  for (const { name, document, variables } of stepsOf(schema, "Query", { period }))
    if (name === "timeliness") await ask(document, variables);
  if (preview)
    for (const { name, document, variables } of stepsOf(schema, "Query", { input: preview }))
      if (name === "notificationPreview") await ask(document, variables);
  for (const { name, document, variables } of stepsOf(schema, "Subscription", { after: toFeedCursor(0) }))
    for (const frame of await framesOf(person, document, variables, facts[name] ?? 0)) collect(frame);
  return { wire: wire.join("\n"), leaves };
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
