import { instant, type Instant } from "../../src/domain/instant.js";
import type { Clock } from "../../src/platform/clock.js";

/** Milliseconds between two looks at the alarms, once it runs. */
const LOOK = 250;

/** A clock that stands while a story is told, moves from act to act, and runs on from where the story ends. */
export class StoryClock implements Clock {
  private readonly alarms = new Set<{ readonly at: Instant; readonly ring: () => void }>();
  private runsSince: number | null = null;

  constructor(private stands: Instant) {}

  now(): Instant {
    return this.runsSince === null ? this.stands : instant(this.stands + Date.now() - this.runsSince);
  }

  alarm(at: Instant, ring: () => void): () => void {
    const alarm = { at, ring };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  /** Moves it to `at`, which is no earlier than what it shows, and rings what is due by then. */
  moveTo(at: Instant): void {
    this.stands = at;
    this.ringDue();
  }

  /** Lets it run from now on, as fast as life. */
  run(): void {
    this.runsSince = Date.now();
    setInterval(() => this.ringDue(), LOOK).unref();
  }

  private ringDue(): void {
    for (const alarm of this.alarms) {
      if (alarm.at > this.now()) continue;
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }
}
