import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/supervisor.js";
import { migrate } from "../../src/platform/database.js";
import { createDatabase } from "../support/database.js";
import {
  Chain,
  demoWorldOn,
  eventually,
  expectedFrames,
  flood,
  Follower,
  Hold,
  killWithChildren,
  peakMemory,
  readiness,
  repeat,
  seeded,
  storyOfEach,
  SubscriberProcess,
  type Kind,
} from "../support/faults.js";
import { createDataDir, credentialsOf, GatewayProcess, runTool } from "../support/process.js";
import { Watch } from "../support/watch.js";

const isLinux = process.platform === "linux";

const SEED = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);

/** Chains that are at work at once, and how many of them are held in the middle of a transaction. */
const CHAINS = 200;
const HELD = 3;

const STORIES: readonly (readonly Kind[])[] = [
  ["REPORTED"],
  ["CARD_SUBMITTED"],
  ["REPORTED", "CARD_SUBMITTED"],
  ["CARD_SUBMITTED", "CARD_AMENDED"],
  ["REPORTED", "CARD_SUBMITTED", "CARD_AMENDED"],
];

type Soc = { readonly token: string };

/** Reports, first cards and amendments of all SOCs; the first chains open with a card and go on with an amendment. */
function makeChains(name: string, socs: readonly Soc[]): Chain[] {
  return Array.from({ length: CHAINS }, (_, index) => {
    const kinds = index < HELD ? STORIES[3] : STORIES[index % STORIES.length];
    return new Chain(`${name} ${index}`, socs[index % socs.length]?.token ?? "", kinds ?? []);
  });
}

interface Figures {
  readonly acknowledged: number;
  readonly inFlight: number;
  readonly faults: Readonly<Record<string, number>>;
}

/**
 * Floods the gateway with the chains and breaks something once so many submissions are acknowledged, while the amendments of
 * the held ones wait inside their transactions: whatever the timing, something is acknowledged then and something is not.
 */
async function breakUnderLoad(
  gateway: GatewayProcess,
  ownerUrl: string,
  chains: readonly Chain[],
  breakAt: number,
  breaks: () => void,
): Promise<{ readonly isBroken: Promise<void>; readonly ended: Promise<Figures> }> {
  const held = chains.slice(0, HELD);
  for (const chain of held) await chain.send(gateway, 0);
  await using stack = new AsyncDisposableStack();
  const hold = stack.use(await Hold.on(ownerUrl, held));
  const waiting = flood(gateway, held);
  await hold.isAwaitedBy(HELD);

  let acknowledged = 0;
  let inFlight = 0;
  const { promise: isBroken, resolve } = Promise.withResolvers<void>();
  const rest = flood(gateway, chains.slice(HELD), {
    isOver: () => acknowledged >= breakAt,
    onReceipt() {
      acknowledged += 1;
      if (acknowledged !== breakAt) return;
      inFlight = chains.filter((chain) => chain.acknowledged < chain.kinds.length).length;
      breaks();
      resolve();
    },
  });
  const hands = stack.move();
  void isBroken.then(() => hands.disposeAsync());
  return {
    isBroken,
    ended: Promise.all([waiting, rest]).then((floods) => {
      const faults: Record<string, number> = {};
      for (const flooded of floods)
        for (const [fault, count] of Object.entries(flooded.faults)) faults[fault] = (faults[fault] ?? 0) + count;
      return { acknowledged: chains.reduce((sum, chain) => sum + chain.acknowledged, 0), inFlight, faults };
    }),
  };
}
