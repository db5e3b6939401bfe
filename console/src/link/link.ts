import { GatewayClient, type GatewayError, Refused } from "../../../client/index.js";
import { ServerClockDocument } from "../operations/generated.js";
import type { Language } from "../texts/languages.js";
import { Store } from "../store.js";
import { GatewayClock } from "./gateway-clock.js";
import { afterEvent, type LinkEvent, type LinkState } from "./link-state.js";

/** Milliseconds between two questions for the gateway's time. */
const CLOCK_ASKED_EVERY = 60_000;
/** Milliseconds between two looks at whether this computer's clock was set, and by which it must have been. */
const CLOCK_LOOKED_AT_EVERY = 1_000;
const WAS_SET = 1_000;
/** Milliseconds. A line that has gone silent is told of after both at most; one that was closed, at once. */
const PING_EVERY = 5_000;
const ANSWERS_WITHIN = 5_000;

/** People read what the gateway says here: it names what it means as the console does. */
export const READER = "console";

export interface LinkSettings {
  readonly address: string;
  /** The token that is accepted now; where the last one was not, it waits until the person has given another. */
  readonly token: () => string | Promise<string>;
  readonly language: () => Language;
}

/** The signed-in person's way to the gateway: one client with one socket, how it stands, and the gateway's clock. */
export class Link {
  readonly state = new Store<LinkState>({ kind: "CONNECTING" });
  readonly clock = new GatewayClock();
  readonly client: GatewayClient;
  private asking: ReturnType<typeof setInterval>[] = [];
  private isAsking = false;
  /** How far this computer's clock was before the one that nobody sets when the gateway's was heard last, milliseconds. */
  private before = aheadOfSteady();

  constructor(private readonly settings: LinkSettings) {
    this.client = new GatewayClient({
      ...settings,
      reader: READER,
      pingEvery: PING_EVERY,
      answersWithin: ANSWERS_WITHIN,
      onLink: ({ state }) => {
        this.handle(state === "CONNECTED" ? { kind: "OPENED" } : { kind: "CLOSED", at: this.clock.now() });
        if (state === "CONNECTED") void this.askTime();
      },
    });
  }

  /** Resolves once the gateway's clock has been asked for the first time. */
  asked: Promise<void> = Promise.resolve();

  open(): void {
    this.asked = this.askTime();
    if (this.asking.length > 0) return;
    this.asking = [
      setInterval(() => void this.askTime(), CLOCK_ASKED_EVERY),
      // Set, or asleep for a while: no term is shown by a wrong clock for longer than that.
      setInterval(() => {
        if (Math.abs(aheadOfSteady() - this.before) > WAS_SET) void this.askTime();
      }, CLOCK_LOOKED_AT_EVERY),
    ];
  }

  async close(): Promise<void> {
    for (const timer of this.asking) clearInterval(timer);
    this.asking = [];
    await this.client.close();
  }

  /** A file that the gateway gives out at a path of its own, such as a card on paper; throws the gateway's sentence where it does not. */
  async file(path: string): Promise<Blob> {
    const { address, token, language } = this.settings;
    const response = await fetch(new URL(path, address), {
      headers: { authorization: `Bearer ${await token()}`, "accept-language": language(), "dabyl-reader": READER },
    });
    if (response.ok) return response.blob();
    const problem = (await response.json().catch(() => ({}))) as { readonly title?: string };
    throw new Refused(problem.title === undefined ? [] : [{ message: problem.title }]);
  }

  /** What feeds tell of themselves. */
  readonly handle = (event: LinkEvent): void => this.state.set(afterEvent(this.state.get(), event));

  readonly isRetrying = (_error: GatewayError, wait: number): void =>
    this.handle({ kind: "RETRYING", at: this.clock.now(), wait });

  private async askTime(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    const asked = Date.now();
    const before = aheadOfSteady();
    try {
      const { serverTime } = await this.client.ask(ServerClockDocument, {});
      const isSteady = Math.abs(aheadOfSteady() - before) <= WAS_SET;
      // While it was under way the clock was set: what it says is by neither.
      if (isSteady) this.clock.sample(serverTime, asked, Date.now());
      if (isSteady) this.before = before;
    } catch {
      // Whatever is the matter, the feeds tell it.
    } finally {
      this.isAsking = false;
    }
  }
}

const aheadOfSteady = (): number => Date.now() - performance.now();
