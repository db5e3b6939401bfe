import { MINUTE } from "../time/almaty.js";

/** Milliseconds before its end from which a term ends soon, announced or not. */
const SOON = 15 * MINUTE;

/** How a duty that is open stands. */
export type Running = "RUNNING" | "DUE_SOON" | "OVERDUE";

/** An open duty at `now`: it ends soon where that was announced or is near, and the last instant of its term is in time (L1). */
export function runningAs(dueAt: number, now: number, isAnnounced: boolean): Running {
  if (dueAt < now) return "OVERDUE";
  return isAnnounced || dueAt - now <= SOON ? "DUE_SOON" : "RUNNING";
}
