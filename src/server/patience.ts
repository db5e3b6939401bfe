import { setTimeout as pause } from "node:timers/promises";
import { SECOND } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";

/** Tries again what is refused because too much was asked in a short time; rejects once `signal` is aborted meanwhile. */
export async function patiently<T>(attempt: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "RATE_LIMITED") throw error;
      await pause(Number(error.details["retryAfterSeconds"] ?? 1) * SECOND, undefined, signal ? { signal } : {});
    }
}
