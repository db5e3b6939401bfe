import { setTimeout as pause } from "node:timers/promises";
import { Agent, request } from "undici";
import { answerJobs } from "../processes.ts";
import { percentile } from "../statistics.ts";
import { cardInput, SUBMIT, type World } from "./world.ts";

/** Another SOC's cards at an even rate, and a load balancer's readiness probe; in its own process. */

export interface BesiegedJob {
  readonly world: World;
  readonly seconds: number;
}

export interface BesiegedResult {
  /** Milliseconds from when a card was due to be sent until its receipt. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly accepted: number;
  /** Cards without a receipt, by reason: an error's code, or no answer in time. */
  readonly failed: Readonly<Record<string, number>>;
  /** The longest wait for a readiness probe's answer, and how often it was not ready. */
  readonly readiness: number;
  readonly notReady: number;
}

const CARDS_A_SECOND = 20;
/** Milliseconds that a client waits for one card. */
const PATIENCE = 60_000;
const READINESS_EVERY = 250;

const agent = new Agent({ connections: 64, pipelining: 1 });
let sent = 0;

async function sendCard(world: World): Promise<string> {
  const { statusCode, body } = await request(`${world.url}/graphql`, {
    dispatcher: agent,
    method: "POST",
    headersTimeout: PATIENCE,
    headers: { "content-type": "application/json", authorization: `Bearer ${world.other.token}` },
    body: JSON.stringify({ query: SUBMIT, variables: { input: cardInput(world.other, `card-${(sent += 1)}`, 3) } }),
  });
  const answer = await body.text();
  if (answer.includes('"position"')) return "accepted";
  return /"code":"(\w+)"/.exec(answer)?.[1] ?? `HTTP ${statusCode}`;
}

async function besieged({ world, seconds }: BesiegedJob): Promise<BesiegedResult> {
  const times: number[] = [];
  const failed: Record<string, number> = {};
  const under = new Set<Promise<void>>();
  const begun = performance.now();
  const readiness = watchReadiness(world.url, begun + seconds * 1_000);
  for (let n = 0; n < seconds * CARDS_A_SECOND; n += 1) {
    const due = begun + (n * 1_000) / CARDS_A_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    const card = sendCard(world)
      .catch((error: unknown) => (error instanceof Error ? error.name : "an error"))
      .then((outcome) => {
        if (outcome === "accepted") times.push(performance.now() - due);
        else failed[outcome] = (failed[outcome] ?? 0) + 1;
      });
    under.add(card);
    void card.finally(() => under.delete(card));
  }
  await Promise.all(under);
  const sorted = Float64Array.from(times).toSorted();
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    worst: sorted.at(-1) ?? Number.NaN,
    accepted: times.length,
    failed,
    ...(await readiness),
  };
}

async function watchReadiness(url: string, until: number): Promise<Pick<BesiegedResult, "readiness" | "notReady">> {
  const waits: number[] = [];
  let notReady = 0;
  while (performance.now() < until) {
    const begun = performance.now();
    const isReady = await request(`${url}/health/ready`, { headersTimeout: PATIENCE }).then(
      async ({ statusCode, body }) => {
        await body.dump();
        return statusCode === 200;
      },
      () => false,
    );
    waits.push(performance.now() - begun);
    if (!isReady) notReady += 1;
    await pause(READINESS_EVERY);
  }
  return { readiness: Math.max(...waits), notReady };
}

answerJobs(besieged);
