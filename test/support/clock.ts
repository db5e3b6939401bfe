import { instant, parseInstant, SECOND, type Instant } from "../../src/domain/instant.js";
import { KEPT_UP } from "../../src/operation/behind-journal.js";
import type { Clock } from "../../src/platform/clock.js";

/** What looks again and again in a gateway, every few seconds: announcements, judgements by the warning lists, and all that is kept up. */
const LOOKS = 2 + KEPT_UP.length;
const OFTEN = 5 * SECOND;

/** A clock that moves only when a test moves it. */
export class FakeClock implements Clock {
  private readonly alarms = new Set<{ readonly at: Instant; readonly ring: () => void }>();
  private at: Instant;
  private waiting: (() => void)[] = [];

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
    for (const look of this.waiting.splice(0)) look();
    return () => this.alarms.delete(alarm);
  }

  /** Resolves once `count` alarms are set to ring within `within` milliseconds. */
  async armed(count: number, within: number): Promise<void> {
    const isArmed = (): boolean => [...this.alarms].filter(({ at }) => at <= this.at + within).length >= count;
    while (!isArmed()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Resolves once nothing of what gateways do every few seconds is under way: each has its next look set. */
  atRest(gateways = 1): Promise<void> {
    return this.armed(gateways * LOOKS, OFTEN);
  }

  /** Moves the clock forward and rings the alarms that are due. */
  advance(milliseconds: number): void {
    this.at = instant(this.at + milliseconds);
    for (const alarm of this.alarms) {
      if (alarm.at > this.at) continue;
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }
}
