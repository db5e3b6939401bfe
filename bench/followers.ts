import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { answerJobs } from "./processes.ts";
import { tokenOf } from "./servers/tokens.ts";

/** One follower of `obligationFeed`, in a process of its own. */

export type FollowerJob =
  | { readonly open: string }
  /** Gives what was heard since the last time once it is so many, or after so many seconds. */
  | { readonly collect: number; readonly seconds: number };

/** Instants are milliseconds; `arrived` is when the frame was here, by the same machine's clock. */
export interface Announced {
  readonly id: string;
  readonly dueAt: number;
  readonly at: number;
  readonly arrived: number;
}

const FEED = `subscription { obligationFeed(filter: { kinds: [OVERDUE] }) { at obligation { id dueAt rule standing } } }`;

interface Frame {
  readonly at: string;
  readonly obligation: { readonly id: string; readonly dueAt: string };
}

let announced: Announced[] = [];

async function open(url: string): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${tokenOf("CENTRE", "CENTRE_OPERATOR")}` },
    retryAttempts: 0,
  });
  client.subscribe<{ obligationFeed: Frame }>(
    { query: FEED },
    {
      next({ data, errors }) {
        const arrived = performance.timeOrigin + performance.now();
        if (!data || errors) throw new Error(`no frame: ${JSON.stringify(errors)}`);
        const { at, obligation } = data.obligationFeed;
        announced.push({ id: obligation.id, dueAt: Date.parse(obligation.dueAt), at: Date.parse(at), arrived });
      },
      error(error) {
        console.error(error);
        process.exit(1);
      },
      complete: () => undefined,
    },
  );
  // Messages of one socket are taken in order: once this is answered, the subscription has begun.
  await new Promise<void>((resolve, reject) =>
    client.subscribe({ query: "{ __typename }" }, { next: () => undefined, error: reject, complete: resolve }),
  );
}

answerJobs<FollowerJob, Announced[]>(async (job) => {
  if ("open" in job) {
    await open(job.open);
    return [];
  }
  const patience = performance.now() + job.seconds * 1_000;
  while (announced.length < job.collect && performance.now() < patience) await pause(20);
  // A second announcement of the same duty would come now.
  await pause(2_000);
  const collected = announced;
  announced = [];
  return collected;
});
