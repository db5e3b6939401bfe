import { instant, parseInstant, type Instant } from "../../src/domain/instant.js";
import type { Clock } from "../../src/platform/clock.js";

/** A clock that stands until it is turned. */
export class FakeClock implements Clock {
  private readonly alarms = new Set<{ readonly at: Instant; readonly ring: () => void }>();
  private at: Instant;

  constructor(at: string) {
    const start = parseInstant(at);
    if (start === null) throw new Error(`no instant: ${at}`);
    this.at = start;
  }

  now(): Instant {
    return this.at;
  }

  alarm(at: Instant, ring: () => void): () => void {
    const alarm = { at, ring };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  /** Turns the clock forward and rings what is due. */
  advance(milliseconds: number): void {
    this.at = instant(this.at + milliseconds);
    for (const alarm of this.alarms) {
      if (alarm.at > this.at) continue;
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }
}
