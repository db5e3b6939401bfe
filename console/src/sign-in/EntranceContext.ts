import { createContext, use } from "react";
import type { Entrance } from "./entrance.js";

export const EntranceContext = createContext<Entrance | null>(null);

/** The way in and out of the page. */
export function useEntrance(): Entrance {
  const entrance = use(EntranceContext);
  if (!entrance) throw new Error("There is no way in here.");
  return entrance;
}
