import { follow } from "./follow.ts";
import { answerJobs } from "./processes.ts";

/** SOCs that wait for the national centre's notifications, in their own process. */

export type RecipientJob =
  | { readonly open: { readonly url: string; readonly tokens: readonly string[] } }
  /** Returns the arrival times of frames, once there are this many since the last time. */
  | { readonly collect: number };

const FEED = `subscription { notificationFeed { cursor kind at notification { number text marking indicators { value } }
  recipient { availableAt reasons { kind } obligation { rule dueAt standing } } } }`;

let arrived: number[] = [];
let wake: () => void = () => undefined;

function open(url: string, token: string): Promise<void> {
  return follow<object>(url, token, FEED, (_, at) => {
    arrived.push(at);
    wake();
  });
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
