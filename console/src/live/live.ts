import { GatewayError, Refused, SocketClosed, type Tracking } from "../../../client/index.js";
import type { Link } from "../link/link.js";
import { LiveIncidentsDocument, LiveNotificationsDocument, LiveObligationsDocument } from "../operations/generated.js";
import type { Person } from "../person/person.js";
import { Store } from "../store.js";
import { afterFrames, afterOwnAct, begin, factOf, numbersOf, type OwnAct } from "./changes.js";
import { cursorsFor, type Cursors, KeptCursors } from "./kept-cursors.js";
import { readSnapshot } from "./snapshot.js";
import { type FeedName, type FeedFrame, type LiveState, NOTHING } from "./state.js";
import { NextTask } from "./next-task.js";
import { saysOf } from "../link/says.js";

/** What else the page hears of, besides what is in the store. */
export interface LiveListener {
  /** Something happened to these incidents and notifications (their numbers). */
  happened(numbers: readonly string[]): void;
  /** The token is not accepted any more. */
  refused(error: unknown): void;
  /** A right was lost. */
  forbidden(): void;
}

/** What the page is told of the lists themselves. */
export interface LiveNotes {
  /** When the lists were read again because the feed could not go on (milliseconds, the gateway's), and why. */
  readonly readAgain: { readonly at: number; readonly isOtherDatabase: boolean } | null;
  /** Feeds that this person may not follow any more, and the gateway's reason. */
  readonly gone: Readonly<Partial<Record<FeedName, string>>>;
}

/** Milliseconds between two keepings of the cursors. */
const KEPT_EVERY = 2_000;
/** Milliseconds before the first and, doubling, before the last of many attempts to come back. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** What is live: lists as they were read once, and then three feeds that change them. Nothing is read twice. */
export class Live {
  readonly state = new Store<LiveState>(NOTHING);
  readonly notes = new Store<LiveNotes>({ readAgain: null, gone: {} });
  private readonly kept: KeptCursors;
  private cursors: Cursors;
  /** Of the last frame that the store took. */
  private taken: Partial<Record<FeedName, string>> = {};
  private run = new AbortController();
  private keeping: ReturnType<typeof setInterval> | null = null;
  private unread: FeedFrame[] = [];
  private readonly nextTask = new NextTask();
  /** Feeds that have not yet said that they have caught up since they were followed last. */
  private behind = new Set<FeedName>();
  /** Attempts to come back since the link was there last. */
  private failures = 0;

  constructor(
    private readonly link: Link,
    private readonly person: Person,
    private readonly listener: LiveListener,
  ) {
    this.kept = new KeptCursors(person.id);
    this.cursors = this.kept.read();
    link.state.subscribe(() => {
      if (link.state.get().kind === "LIVE") this.failures = 0;
    });
  }

  /** The feeds of this person: what an owner may know of terms and notifications is in its incidents. */
  get feeds(): readonly FeedName[] {
    return this.person.party.__typename === "Owner" ? ["incidents"] : ["incidents", "notifications", "obligations"];
  }

  start(): void {
    void this.begin(this.run.signal);
    this.keeping ??= setInterval(() => this.kept.write(this.cursors), KEPT_EVERY);
  }

  stop(): void {
    this.run.abort();
    if (this.keeping) clearInterval(this.keeping);
    this.keeping = null;
  }

  /** Connects anew and goes on where it is: after another token or language, and when somebody does not want to wait. */
  readonly restart = (): void => {
    const signal = this.renew();
    void this.link.client.close();
    this.goOn(signal);
  };

  private goOn(signal: AbortSignal): void {
    if (this.state.get().isReady) this.follow(signal);
    else void this.begin(signal);
  }

  /** Ends what is under way; gives the signal of what begins. */
  private renew(): AbortSignal {
    this.run.abort();
    this.run = new AbortController();
    return this.run.signal;
  }

  /** The link is gone: everything comes back together, for one feed alone would leave the page half live. */
  private lost(error: GatewayError): void {
    const signal = this.renew();
    const usual = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    const wait = (error.retryAfter ?? usual / 2) + Math.random() * (usual / 2);
    this.failures += 1;
    this.link.isRetrying(error, wait);
    const timer = setTimeout(() => this.goOn(signal), wait);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  }

  /** Reads the lists and follows from there. */
  private async begin(signal: AbortSignal): Promise<void> {
    try {
      // What is late, and what has just happened, is told by the gateway's clock alone.
      await this.link.asked;
      const { clock, client } = this.link;
      const now = clock.isKnown.get() ? clock.now() : null;
      const { snapshot, cursors } = await readSnapshot(client, this.feeds, now, signal);
      if (signal.aborted) return;
      this.state.set(begin(this.state.get(), snapshot));
      this.cursors = { ...cursors, ...this.cursors };
      this.taken = {};
      this.follow(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof GatewayError && error.isTemporary) return this.lost(error);
      this.listener.refused(error);
      if (!isOfToken(error)) this.link.handle({ kind: "REFUSED", at: this.link.clock.now(), says: saysOf(error) });
    }
  }

  private follow(signal: AbortSignal): void {
    this.behind = new Set(this.feeds.filter((feed) => !(feed in this.notes.get().gone)));
    for (const feed of this.behind) void this.followOne(feed, signal);
  }

  private async followOne(feed: FeedName, signal: AbortSignal): Promise<void> {
    const after = this.taken[feed] ?? this.cursors[feed] ?? null;
    const onRetry = (error: GatewayError): void => {
      if (signal.aborted) return;
      if (isOfToken(error)) this.listener.refused(error);
      else this.lost(error);
    };
    const onCaughtUp = (cursor: string): void => {
      // After the store has taken what came before.
      this.nextTask.run(() => {
        if (signal.aborted) return;
        this.taken[feed] = cursor;
        this.isLevel(feed);
      });
    };
    try {
      for await (const heard of this.framesOf(feed, after, { signal, onRetry, onCaughtUp })) this.hear(heard);
    } catch (error) {
      if (signal.aborted) return;
      this.ended(feed, error);
    }
  }

  private async *framesOf(
    feed: FeedName,
    after: string | null,
    repeating: Tracking,
  ): AsyncGenerator<FeedFrame, void, undefined> {
    const { client } = this.link;
    // A frame that is too large comes as its cursor alone; what it would have changed is read with the next one.
    switch (feed) {
      case "incidents":
        for await (const { frame } of client.follow(LiveIncidentsDocument, { after }, repeating))
          if (frame) yield { feed, frame };
        break;
      case "notifications":
        for await (const { frame } of client.follow(LiveNotificationsDocument, { after }, repeating))
          if (frame) yield { feed, frame };
        break;
      case "obligations":
        for await (const { frame } of client.follow(LiveObligationsDocument, { after }, repeating))
          if (frame) yield { feed, frame };
        break;
    }
  }

  /** Takes what an act of one's own was answered with. */
  readonly applyAnswer = (act: OwnAct): void => this.state.set(afterOwnAct(this.state.get(), act));

  /** The page has caught up once each of its feeds has. */
  private isLevel(feed: FeedName): void {
    this.behind.delete(feed);
    if (this.behind.size > 0) return;
    // Whoever waits for it sees everything at once.
    this.take();
    this.link.handle({ kind: "CAUGHT_UP" });
  }

  /** Frames that come together change the store once: a thousand after an absence are not a thousand drawings. */
  private hear(heard: FeedFrame): void {
    this.link.handle({ kind: "HEARD" });
    this.unread.push(heard);
    if (this.unread.length === 1) this.nextTask.run(() => this.take());
  }

  private take(): void {
    const all = this.unread;
    if (all.length === 0) return;
    this.unread = [];
    const before = this.state.get();
    const after = afterFrames(before, all);
    const left = new Set(after.facts);
    this.cursors = cursorsFor(
      this.cursors,
      before.facts.filter((fact) => !left.has(fact)),
    );
    this.state.set(after);
    for (const { feed, frame } of all) this.taken[feed] = frame.cursor;
    this.listener.happened([...new Set(all.flatMap((heard) => numbersOf(factOf(heard))))]);
  }

  /** Why a feed ended for good. */
  private ended(feed: FeedName, error: unknown): void {
    const code = error instanceof Refused ? error.code : null;
    if (isOfToken(error)) this.listener.refused(error);
    else if (code === "CURSOR_EXPIRED" || code === "CURSOR_AHEAD") this.readAgain(code === "CURSOR_AHEAD");
    else {
      const { gone, ...notes } = this.notes.get();
      this.notes.set({ ...notes, gone: { ...gone, [feed]: saysOf(error) } });
      this.isLevel(feed);
      if (code === "FORBIDDEN") this.listener.forbidden();
    }
  }

  private readAgain(isOtherDatabase: boolean): void {
    const signal = this.renew();
    this.cursors = {};
    this.taken = {};
    this.notes.set({ ...this.notes.get(), readAgain: { at: this.link.clock.now(), isOtherDatabase } });
    void this.begin(signal);
  }
}

function isOfToken(error: unknown): boolean {
  return error instanceof SocketClosed || (error instanceof Refused && error.code === "UNAUTHENTICATED");
}
