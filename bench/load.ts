import { setTimeout as pause } from "node:timers/promises";
import { Client } from "undici";
import { cardRequest, type SendingSoc } from "./cards.ts";
import { answerJobs } from "./processes.ts";
import type { Request } from "./questions.ts";
import { percentile } from "./statistics.ts";

/** The load, in its own process: a fixed number of connections, each with one request at a time. */

export interface LoadJob {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** What is sent, in turn; null: new cards of these SOCs. */
  readonly requests: readonly Request[] | null;
  readonly socs: readonly SendingSoc[] | null;
  /** Requests per second, evenly spaced; null: as fast as answers come. */
  readonly rate: number | null;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

let sent = 0;

async function load({ url, connections, seconds, requests, socs, rate }: LoadJob): Promise<LoadResult> {
  const clients = Array.from({ length: connections }, () => new Client(url, { pipelining: 1 }));
  const latencies: number[] = [];
  const next = (): Request => {
    sent += 1;
    const request = requests ? requests[sent % requests.length] : cardRequest(socs ?? [], sent);
    if (!request) throw new Error("nothing to send");
    return request;
  };
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  let slot = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (;;) {
        if (rate !== null) {
          const due = begun + (slot++ * 1_000) / rate;
          if (due > performance.now()) await pause(due - performance.now());
        }
        const at = performance.now();
        if (at >= until) return;
        await send(client, next());
        latencies.push(performance.now() - at);
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1_000;
  await Promise.all(clients.map((client) => client.close()));
  const sorted = Float64Array.from(latencies).toSorted();
  return {
    perSecond: latencies.length / elapsed,
    count: latencies.length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    worst: sorted.at(-1) ?? Number.NaN,
  };
}

const ERRORS = Buffer.from('"errors":');
const REJECTED = Buffer.from("SubmissionRejected");

async function send(client: Client, { method, path, token, body }: Request): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === null ? {} : { "content-type": "application/json" }),
  };
  const answer = await client.request({ method, path, headers, body });
  const content = Buffer.from(await answer.body.arrayBuffer());
  if (answer.statusCode !== 200 || content.includes(ERRORS) || content.includes(REJECTED))
    throw new Error(`${path} answers ${answer.statusCode}: ${content.toString().slice(0, 500)}`);
}

answerJobs(load);
