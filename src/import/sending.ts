import { pause, waitBefore } from "../../client/waits.js";
import { addressOf } from "../domain/forms/addresses.js";
import { BatchRequest, type Answer, type End } from "./batch-request.js";
import type { Instant } from "../domain/instant.js";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { say, type Locale } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";
import { faultsOf, isTemporary, refusal, urlOf, warningsOf, type Gateway } from "./gateway.js";
import { stopped, whyOf } from "./obstacle.js";
import type { Entry, Fault } from "./places.js";

/** Milliseconds without any result after which nobody waits any longer. */
const PATIENCE = 600_000;
/** An error of the gateway's own about one document is asked about again so often. */
const ERRORS = 5;

/** What became of a document. `pending`: accepted, its receipt is not ready; `failed`: the gateway could not say, again and again. */
export interface Result {
  readonly entry: Entry;
  readonly status: "accepted" | "repeated" | "pending" | "refused" | "failed";
  readonly number: string | null;
  /** Faults of what is refused, warnings about what is accepted. */
  readonly notes: readonly Fault[];
}

export interface Watcher {
  onResult(result: Result): Promise<void>;
  onWait(why: string, milliseconds: number): void;
}

/**
 * Sends entries in batches, in their order, and tells what became of each. What was cut off is sent again from the first one without a
 * result: keys make that safe. Throws `Stopped` where it cannot go on; ends early, with what is under way answered, when `signal` says so.
 */
export class Sending {
  private again: Entry[] = [];
  private isExhausted = false;
  private readonly errors = new Map<Entry, number>();
  private lastResult: Instant;
  private hasAnswered = false;

  constructor(
    private readonly gateway: Gateway,
    private readonly entries: AsyncIterator<Entry>,
    private readonly signal: AbortSignal,
    private readonly clock: Clock,
    private readonly watcher: Watcher,
  ) {
    this.lastResult = clock.now();
  }

  /** Whether everything was sent and answered. */
  async run(): Promise<boolean> {
    for (let attempt = 0; ;) {
      const first = await this.next();
      if (!first) return this.isExhausted && this.again.length === 0;
      this.again.unshift(first);
      const { end, count } = await this.batch();
      attempt = count > 0 ? 0 : attempt + 1;
      const wait = await this.judge(end, count, attempt);
      if (wait === null) continue;
      await pause(wait, this.signal).catch(() => undefined);
    }
  }

  private async next(): Promise<Entry | null> {
    if (this.signal.aborted) return null;
    const again = this.again.shift();
    if (again) return again;
    const found: IteratorResult<Entry, unknown> = await this.entries.next();
    if (!found.done) return found.value;
    this.isExhausted = true;
    return null;
  }

  private async batch(): Promise<{ readonly end: End; readonly count: number }> {
    const request = new BatchRequest(urlOf(this.gateway, addressOf("documents", {})), this.gateway);
    const later: Entry[] = [];
    let count = 0;
    const end = await request.run(
      () => this.next(),
      async (answer) => {
        this.hasAnswered = true;
        if (this.isForLater(answer, later)) {
          later.push(answer.entry);
          request.stopFeeding();
          return;
        }
        count += 1;
        this.lastResult = this.clock.now();
        await this.watcher.onResult(resultOf(answer, this.gateway.language));
      },
    );
    this.again = [...later, ...request.waiting, ...this.again];
    return { end: end.is === "WHOLE" && later.length > 0 ? { is: "CUT", error: null } : end, count };
  }

  /** Nothing is known of it, or it names what is still to be sent again. */
  private isForLater({ entry, status, problem }: Answer, later: readonly Entry[]): boolean {
    const about = entry.document?.content["incidentId"];
    if (status === 404) return later.some(({ key }) => about === `key:${key}`);
    if (status < 400 || !isTemporary(problem.status ?? status)) return false;
    const errors = (this.errors.get(entry) ?? 0) + (status === 500 ? 1 : 0);
    this.errors.set(entry, errors);
    return errors < ERRORS;
  }

  /** Milliseconds to wait before the next request; null: none. */
  private async judge(end: End, count: number, attempt: number): Promise<number | null> {
    const { address } = this.gateway;
    if (end.is === "WHOLE") return null;
    if (end.is === "STOPPED") {
      const { status, problem } = end.answer;
      if (status === 401 || status === 403) throw refusal(address, status, problem);
      if (count > 0) return null;
      this.again.shift();
      await this.watcher.onResult(resultOf(end.answer, this.gateway.language));
      return null;
    }
    if (end.is === "REFUSED") {
      this.hasAnswered = true;
      if (!isTemporary(end.status)) throw refusal(address, end.status, end.problem);
    }
    const why =
      end.is === "REFUSED"
        ? `${end.status} ${end.problem.code ?? ""}`.trim()
        : reasonOf(end.error, this.gateway.language);
    // A connection that was made and cut off is no gateway that is away.
    if (!this.hasAnswered && !["ECONNRESET", "EPIPE"].includes(why))
      throw stopped(say("importNoGateway", { address: address.href, why }));
    if (this.clock.now() - this.lastResult > PATIENCE) throw stopped(say("importIdle", { address: address.href, why }));
    const wait = waitBefore(attempt + 1, end.is === "REFUSED" ? end.retryAfter : null);
    this.watcher.onWait(why, wait);
    return wait;
  }
}

function resultOf({ entry, status, receipt, problem }: Answer, language: Locale): Result {
  if (status === 202) return { entry, status: "pending", number: null, notes: [] };
  if (!receipt) {
    const isOurs = (problem.status ?? status) >= 500;
    return { entry, status: isOurs ? "failed" : "refused", number: null, notes: faultsOf(entry, problem, language) };
  }
  const { isRepeated, number = null, warnings } = receipt;
  return { entry, status: isRepeated ? "repeated" : "accepted", number, notes: warningsOf(entry, warnings) };
}

function reasonOf(error: Error | null, language: Locale): string {
  return error ? whyOf(error) : IMPORT_WORDS[language].cutOff;
}
