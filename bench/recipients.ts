import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { answerJobs } from "./processes.ts";

/** SOCs that wait for what the national centre tells them, in a process of their own. */

export type RecipientJob =
  | { readonly open: { readonly url: string; readonly tokens: readonly string[] } }
  /** Gives when each frame was here, once there are so many since the last time. */
  | { readonly collect: number };

const FEED = `subscription { notificationFeed { cursor kind at notification { number text marking indicators { value } }
  recipient { availableAt reasons { kind } obligation { rule dueAt standing } } } }`;

let arrived: number[] = [];
let wake: () => void = () => undefined;

async function open(url: string, token: string): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  client.subscribe(
    { query: FEED },
    {
      next({ data, errors }) {
        if (!data || errors) throw new Error(`no frame: ${JSON.stringify(errors)}`);
        arrived.push(performance.timeOrigin + performance.now());
        wake();
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

answerJobs<RecipientJob, number[]>(async (job) => {
  if ("open" in job) {
    await Promise.all(job.open.tokens.map((token) => open(job.open.url, token)));
    return [];
  }
  while (arrived.length < job.collect) await new Promise<void>((resolve) => (wake = resolve));
  const collected = arrived;
  arrived = [];
  return collected;
});
