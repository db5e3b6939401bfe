import { useMemo } from "react";
import type { LiveState, Obligation } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { type Timeline, timelineOf } from "./timeline.js";

const obligationsOf = ({ obligations }: LiveState): LiveState["obligations"] => obligations;
const wholes = new WeakMap<LiveState["obligations"], Timeline>();

/** The open duties of these SOCs by their ends; of all, where none is named: sorted once, however many parts of the page ask. */
export function useTimeline(socs: readonly string[]): Timeline {
  const obligations = useLive(obligationsOf);
  return useMemo(() => {
    const whole = wholes.get(obligations) ?? timelineOf(obligations.values());
    wholes.set(obligations, whole);
    return socs.length === 0 ? whole : timelineOf(whole.duties.filter((duty) => isOf(duty, socs)));
  }, [obligations, socs]);
}

const isOf = ({ obligor, incident }: Obligation, socs: readonly string[]): boolean =>
  [obligor?.code, incident?.soc?.code].some((code) => code !== undefined && socs.includes(code.toUpperCase()));
