import { useMemo } from "react";
import { useNowFor } from "./now.js";
import { useSession } from "./SessionContext.js";
import { useStore } from "../store.js";
import type { LiveNotes } from "../live/live.js";
import { overdueAt } from "../live/standing.js";
import type { LiveState, Obligation } from "../live/state.js";

/** What `pick` picks of what is live; it must give the same object as long as the state is the same. */
export function useLive<Picked>(pick: (state: LiveState) => Picked): Picked {
  return useStore(useSession().live.state, pick);
}

export function useLiveNotes<Picked>(pick: (notes: LiveNotes) => Picked): Picked {
  return useStore(useSession().live.notes, pick);
}

const obligationsOf = ({ obligations }: LiveState): LiveState["obligations"] => obligations;

/** The open duties, in no order; drawn anew when one changes, not each second. */
export function useObligations(): readonly Obligation[] {
  const obligations = useLive(obligationsOf);
  return useMemo(() => [...obligations.values()], [obligations]);
}

/** How many open duties are overdue, which changes with the clock too. */
export function useOverdueCount(): number {
  const obligations = useObligations();
  return useNowFor(useMemo(() => (now: number) => overdueAt(obligations, now), [obligations]));
}
