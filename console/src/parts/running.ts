/** How a duty that is open stands. */
export type Running = "RUNNING" | "DUE_SOON" | "OVERDUE";

/** An open duty at `now`: it is due soon once the gateway has announced that, and the last instant of its term is in time (L1). */
export function runningAs(dueAt: number, now: number, isAnnounced: boolean): Running {
  if (dueAt < now) return "OVERDUE";
  return isAnnounced ? "DUE_SOON" : "RUNNING";
}
