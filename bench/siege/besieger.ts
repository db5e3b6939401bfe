import { answerJobs } from "../processes.ts";
import { ATTACKS, type AttackName } from "./attacks.ts";
import type { World } from "./world.ts";

/** The attack, in its own process: how often each answer came. */

export interface BesiegerJob {
  readonly attack: AttackName;
  readonly world: World;
  readonly seconds: number;
}

export type Outcomes = Readonly<Record<string, number>>;

answerJobs(async ({ attack, world, seconds }: BesiegerJob): Promise<Outcomes> => {
  const outcomes: Record<string, number> = {};
  const over = AbortSignal.timeout(seconds * 1_000);
  await ATTACKS[attack](world, over, (outcome) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1));
  return outcomes;
});
