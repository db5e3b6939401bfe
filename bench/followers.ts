import { setTimeout as pause } from "node:timers/promises";
import { follow } from "./follow.ts";
import { answerJobs } from "./processes.ts";
import { tokenOf } from "./servers/tokens.ts";

/** One follower of `obligationFeed`, in its own process. */

export type FollowerJob =
  | { readonly open: string }
  /** Returns what has been received since the last time, once there is this much of it or after so many seconds. */
  | { readonly collect: number; readonly seconds: number };

/** Instants are in milliseconds; `arrived` is when the frame arrived, by the same machine's clock. */
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

function open(url: string): Promise<void> {
  return follow<{ obligationFeed: Frame }>(
    url,
    tokenOf("CENTRE", "CENTRE_OPERATOR"),
    FEED,
    ({ obligationFeed }, arrived) => {
      const { at, obligation } = obligationFeed;
      announced.push({ id: obligation.id, dueAt: Date.parse(obligation.dueAt), at: Date.parse(at), arrived });
    },
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
