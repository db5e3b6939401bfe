import { GatewayClient, Refused, SocketClosed } from "../../../client/index.js";
import { Drafts } from "../drafts/drafts.js";
import { Link, READER } from "../link/link.js";
import { Alarms } from "../live/alarms.js";
import { Live } from "../live/live.js";
import { Readings } from "../live/readings.js";
import { MeDocument, RevokeOwnTokenDocument } from "../operations/generated.js";
import { Store } from "../store.js";
import type { Language } from "../texts/languages.js";
import { Credentials } from "./credentials.js";
import type { Person } from "../person/person.js";
import { saysOf } from "../link/says.js";

export interface SessionState {
  readonly person: Person;
  /** Why the dialog stands over the page: the gateway's sentence where it refused the token. Null: none stands there. */
  readonly asksAgain: { readonly says: string } | null;
  /** Nobody has touched the page for twelve hours: it may be read, and nothing may be done, until somebody signs in. */
  readonly isLocked: boolean;
}

/** One person at the gateway, from signing in until signing out, and all that the page holds for them. */
export class Session {
  readonly state: Store<SessionState>;
  readonly link: Link;
  readonly live: Live;
  readonly readings: Readings;
  readonly alarms = new Alarms();
  readonly drafts: Drafts;
  private readonly credentials: Credentials;
  private isEnding = false;
  private readonly closing = new AbortController();
  /** Aborted once the person has signed out: nothing is sent any more for whoever has left. */
  readonly closed = this.closing.signal;

  constructor(
    { person, allowsDrafts }: SignedIn,
    secret: string,
    private readonly language: () => Language,
  ) {
    this.state = new Store<SessionState>({ person, asksAgain: null, isLocked: false });
    this.credentials = new Credentials(secret);
    this.link = new Link({ address: location.origin, token: this.credentials.current, language });
    this.readings = new Readings();
    this.drafts = new Drafts(person, allowsDrafts, this.link.clock.now);
    this.link.clock.whenKnown(() => void this.drafts.removeOld().catch(() => undefined));
    this.live = new Live(this.link, person, {
      happened: (about) => this.readings.invalidate(about),
      refused: (error) => this.refused(error),
      forbidden: () => void this.lookUpPerson(),
    });
  }

  open(): void {
    this.link.open();
    this.live.start();
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.live.stop();
    await this.link.close();
  }

  /**
   * Ends the token for everybody who has it; gives null, or what the gateway says against it; empty: it does not answer. What is open with it here is closed with the
   * session, and asks for no other.
   */
  async endToken(): Promise<string | null> {
    this.isEnding = true;
    const client = new GatewayClient({
      address: location.origin,
      token: this.credentials.last,
      language: this.language,
      reader: READER,
    });
    try {
      await client.ask(RevokeOwnTokenDocument, {});
      return null;
    } catch (error) {
      // It had ended before.
      if (error instanceof Refused && error.code === "UNAUTHENTICATED") return null;
      this.isEnding = false;
      return saysOf(error);
    }
  }

  /** Told whatever an answer failed with: a token that is not accepted any more asks for another, over the page as it is. */
  readonly refused = (error: unknown): void => {
    const isToken = error instanceof SocketClosed || (error instanceof Refused && error.code === "UNAUTHENTICATED");
    if (!isToken || this.isEnding) return;
    this.credentials.refuse();
    this.link.handle({ kind: "REFUSED", at: this.link.clock.now(), says: saysOf(error) });
    this.state.set({ ...this.state.get(), asksAgain: { says: saysOf(error) } });
  };

  /** Signs in again, as the same person: what was on the page goes on. Gives false where it is somebody else's token. */
  async signInAgain(secret: string): Promise<boolean> {
    const { person, allowsDrafts } = await personOf(secret, this.language());
    if (person.id !== this.state.get().person.id) return false;
    this.credentials.replace(secret);
    this.drafts.isAllowed = allowsDrafts;
    this.state.set({ person, asksAgain: null, isLocked: false });
    this.live.restart();
    this.readings.invalidate("EVERYTHING");
    return true;
  }

  readonly askAgain = (): void => this.state.set({ ...this.state.get(), asksAgain: { says: "" } });
  readonly askLater = (): void => this.state.set({ ...this.state.get(), asksAgain: null });
  readonly lock = (): void => this.state.set({ ...this.state.get(), isLocked: true });

  /** After a right was lost: the page shows what is left. */
  private async lookUpPerson(): Promise<void> {
    try {
      const { me } = await this.link.client.ask(MeDocument, {});
      this.state.set({ ...this.state.get(), person: me });
    } catch (error) {
      this.refused(error);
    }
  }
}

/** Who signed in, and whether the gateway's operator lets drafts lie in browsers. */
export interface SignedIn {
  readonly person: Person;
  readonly allowsDrafts: boolean;
}

/** Whose token it is; throws Refused with the gateway's sentence, or Unreachable. */
export async function personOf(token: string, language: Language): Promise<SignedIn> {
  const client = new GatewayClient({ address: location.origin, token, language, reader: READER });
  const { me, limits } = await client.ask(MeDocument, {});
  return { person: me, allowsDrafts: limits.allowsDrafts };
}
