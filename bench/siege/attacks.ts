import { byConnections } from "./attacks-by-connections.ts";
import { onTheDatabase } from "./attacks-on-the-database.ts";
import { byRequests } from "./attacks-by-requests.ts";
import { bySockets } from "./attacks-by-sockets.ts";
import type { World } from "./world.ts";

/** One attack: it goes on until `over`, and reports how each attempt was answered. */
export type Attack = (world: World, over: AbortSignal, tell: (outcome: string) => void) => Promise<void>;

export const ATTACKS = { ...byRequests, ...bySockets, ...byConnections, ...onTheDatabase } satisfies Record<
  string,
  Attack
>;

export type AttackName = keyof typeof ATTACKS;
