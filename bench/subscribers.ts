import { setTimeout as pause } from "node:timers/promises";
import { follow } from "./follow.ts";
import { answerJobs } from "./processes.ts";
import { tokenOf } from "./servers/tokens.ts";

/** Followers of the feed, in their own process, through the public client of graphql-ws. */

export type SubscriberJob =
  | { readonly open: { readonly url: string; readonly count: number } }
  /** Returns what has been received since the last time, once there are `expected` frames. */
  | { readonly collect: true; readonly expected?: number };

export interface Received {
  readonly number: string;
  /** When the gateway received the card. */
  readonly at: number;
  /** When the frame arrived, by the same machine's clock, to the microsecond. */
  readonly arrived: number;
}

const FEED = `subscription { incidentFeed { cursor kind at
  incident { number severity soc { code } obligations { rule dueAt standing } } } }`;

interface Frame {
  readonly at: string;
  readonly incident: { readonly number: string };
}

let received: Received[] = [];

async function open(url: string, count: number): Promise<void> {
  const roles = ["CENTRE_OPERATOR", "CENTRE_ANALYST"] as const;
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      follow<{ incidentFeed: Frame }>(
        url,
        tokenOf("CENTRE", roles[index % 2] as string),
        FEED,
        ({ incidentFeed }, arrived) => {
          const { at, incident } = incidentFeed;
          received.push({ number: incident.number, at: Date.parse(at), arrived });
        },
      ),
    ),
  );
}

answerJobs<SubscriberJob, Received[]>(async (job) => {
  if ("open" in job) {
    await open(job.open.url, job.open.count);
    return [];
  }
  const patience = performance.now() + 5_000;
  while (received.length < (job.expected ?? 0) && performance.now() < patience) await pause(20);
  // Allows for frames still on their way when none are expected.
  if (job.expected === undefined) await pause(500);
  const collected = received;
  received = [];
  return collected;
});
