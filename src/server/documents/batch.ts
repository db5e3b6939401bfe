import { setTimeout as pause } from "node:timers/promises";
import type { DocumentKind } from "../../domain/forms/documents.js";
import type { Instant } from "../../domain/instant.js";
import { SECOND } from "../../domain/instant.js";
import { unansweredAtEnd } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import { Unreadable } from "../../exchange/decoded.js";
import type { Cut, Item } from "../../exchange/items.js";
import { FormRefusal, type Format, type ReadDocument } from "../../exchange/read-document.js";
import { RequestContext, type KnownCaller, type Seen } from "../../operation/request-context.js";
import type { ActsInOrder } from "../../operation/shared-acts.js";
import type { Audience } from "../errors.js";
import { patiently } from "../patience.js";
import { BoundedQueue } from "./bounded-queue.js";
import type { Documents } from "./documents.js";
import type { ResultWriter } from "./results.js";
import type { Outcome } from "./submitter.js";

/** What may be between reading and its result. */
const UNDER_WAY = { count: 256, bytes: 16_777_216 };

/** What is sent in a batch, and by whom. */
export interface BatchSent {
  readonly items: AsyncIterator<Cut>;
  readonly format: Format;
  /** Null: of any kind. */
  readonly kind: DocumentKind | null;
  /** Aborted when the gateway ends: then nothing more is read. */
  readonly ending: AbortSignal;
}

interface UnderWay {
  readonly index: number;
  readonly bytes: number;
  readonly submissionKey: string | null;
  readonly outcome: Promise<Outcome>;
}

/**
 * Many documents in one request (R13.2): read as a stream, each like a single one, and answered in their order while more are read.
 * Their acts run one after the other, in transactions that they share. Where the party's budget is used up it waits; nothing is refused
 * because of that.
 */
export class Batch {
  private readonly queue = new BoundedQueue<UnderWay>(UNDER_WAY);
  private readonly acts: ActsInOrder;
  private readonly audience: Audience;
  private read = 0;
  private isComplete = false;
  private readonly unfinished = new Set<Promise<unknown>>();
  /** Resolves once nothing more is read and what was read is finished, whether anybody waits for it or not. */
  readonly over: Promise<unknown>;

  private constructor(
    private readonly documents: Documents,
    private readonly sent: BatchSent,
    private readonly caller: KnownCaller,
    private readonly seen: Seen,
    private readonly first: Cut,
  ) {
    this.acts = documents.gateway.sharedActs.begin(caller.session.actor);
    this.audience = { locale: caller.locale, way: caller.way, requestId: caller.origin.requestId };
    caller.signal.addEventListener("abort", () => this.queue.leave());
    this.over = this.readAll().then(() => Promise.all(this.unfinished));
  }

  /** Once its first item is there. Throws what a single document would be refused for where there is none. */
  static async begin(documents: Documents, sent: BatchSent, caller: KnownCaller): Promise<Batch> {
    const changes = documents.gateway.tail.accessChanges;
    const { session } = await new RequestContext(documents.gateway, caller).confirmed("ACT");
    const first = await sent.items.next();
    if (first.done) throw new Unreadable(say("documentEmpty", {}));
    caller.signal.throwIfAborted();
    const seen = { changes, session };
    return new Batch(documents, sent, { ...caller, session, isPresumed: false }, seen, first.value);
  }

  /** What became of each item, and in the end of all. Where nobody takes the results any more, what was read is finished. */
  async *results(writer: ResultWriter): AsyncGenerator<string> {
    const counts = { accepted: 0, repeated: 0, refused: 0 };
    try {
      if (writer.head !== "") yield writer.head;
      for (let one = await this.queue.next(); one; one = await this.queue.next()) {
        const outcome = await one.outcome;
        counts[kindOf(outcome)] += 1;
        yield writer.result({ ...one, outcome });
        this.queue.done(one);
      }
      yield writer.summary({ read: this.read, ...counts, isComplete: this.isComplete });
    } finally {
      this.queue.leave();
      await this.over;
    }
  }

  /** Reads until there is nothing more, nobody takes the results, or what comes cannot be read: then that is the last item. */
  private async readAll(): Promise<void> {
    const { items } = this.sent;
    const { gateway, refusals, limits } = this.documents;
    const giveWay = gateway.rightOfWay.steps();
    try {
      for (let cut: Cut | null = this.first; cut;) {
        if (this.read === limits.items)
          throw new Unreadable(say("batchTooLong", { limit: limits.items }), placeOf(cut), 413);
        await this.take(cut, gateway.clock.now());
        await giveWay();
        if (!(await this.queue.room())) return;
        cut = await this.next();
      }
      this.isComplete = true;
    } catch (error) {
      const hasGone = this.caller.signal.aborted || (error as { readonly code?: string }).code === "ECONNRESET";
      if (!hasGone) this.push(0, null, Promise.resolve(refusals.thrown(error, this.audience)));
    } finally {
      this.queue.end();
      void items.return?.();
    }
  }

  /** The next item; null behind the last. Throws UNAVAILABLE where the gateway ends before it has come. */
  private next(): Promise<Cut | null> {
    const { ending, items } = this.sent;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(unansweredAtEnd());
      if (ending.aborted) return stop();
      ending.addEventListener("abort", stop);
      items
        .next()
        .then(({ done, value }) => resolve(done ? null : value), reject)
        .finally(() => ending.removeEventListener("abort", stop));
    });
  }

  /** Waits for the party's budget. Throws UNAVAILABLE where the gateway ends meanwhile. */
  private pause(milliseconds: number): Promise<void> {
    return unlessEnding(pause(milliseconds, undefined, { signal: this.sent.ending }));
  }

  /** The same for what is refused because too much was asked in a short time: it is tried again. */
  private patiently<T>(attempt: () => T): Promise<T> {
    return unlessEnding(patiently(attempt, this.sent.ending));
  }

  private push(bytes: number, submissionKey: string | null, outcome: Promise<Outcome>): void {
    const answered = outcome.catch((error: unknown) => this.documents.refusals.thrown(error, this.audience));
    this.unfinished.add(answered);
    void answered.then(() => this.unfinished.delete(answered));
    this.queue.push({ index: this.read, bytes, submissionKey, outcome: answered });
    this.read += 1;
  }

  /** Takes an item; resolves once its act has its place in the order, or it has been refused before. Throws where its sender may not act any more. */
  private async take(cut: Cut, receivedAt: Instant): Promise<void> {
    const { gateway, bodies, execution, submitter, refusals } = this.documents;
    const { format, kind } = this.sent;
    await new RequestContext(gateway, this.caller).confirmedActor(this.seen);
    const { session } = this.seen;
    const { actor } = session;
    let document: ReadDocument;
    try {
      const item = readable(cut);
      await this.patiently(() => bodies.charge(actor, item.bytes.length));
      document = await submitter.readItem(item, format, kind);
    } catch (error) {
      await this.patiently(() => execution.charges.takeFault(actor));
      const submissionKey = error instanceof FormRefusal ? error.submissionKey : null;
      this.push(submissionKey?.length ?? 0, submissionKey, Promise.resolve(refusals.thrown(error, this.audience)));
      return;
    }
    const { submissionKey } = document.content as { readonly submissionKey: string };
    const caller = { ...this.caller, session, receivedAt };
    for (;;) {
      for (;;) {
        const wait = execution.charges.untilHalfIsLeft(actor);
        if (wait <= 0) break;
        await this.pause(wait);
      }
      const inBatch = this.acts.next();
      const outcome = submitter.submit(document, { ...caller, inBatch });
      const refused = await Promise.race([inBatch.asked, outcome.catch(() => undefined)]);
      const wait = refused && waitOf(refused);
      if (!wait) return this.push(readable(cut).bytes.length, submissionKey, outcome);
      await this.pause(wait);
    }
  }
}

/** What waits until the gateway ends at the latest. */
async function unlessEnding<T>(waiting: Promise<T>): Promise<T> {
  return waiting.catch((error: unknown) => {
    throw (error as { readonly code?: string }).code === "ABORT_ERR" ? unansweredAtEnd() : error;
  });
}

function readable(cut: Cut): Item {
  if (cut instanceof Unreadable) throw cut;
  return cut;
}

function placeOf(cut: Cut) {
  return cut instanceof Unreadable ? cut.place : cut.at;
}

function kindOf(outcome: Outcome): "accepted" | "repeated" | "refused" {
  if ("problem" in outcome) return outcome.standing === "KEPT" ? "accepted" : "refused";
  return outcome.accepted.isRepeated ? "repeated" : "accepted";
}

/** Milliseconds after which what was asked too much can be asked again; null for any other outcome. */
function waitOf(outcome: Outcome): number | null {
  if (!("problem" in outcome) || outcome.problem.code !== "RATE_LIMITED") return null;
  return (outcome.retryAfter ?? 1) * SECOND;
}
