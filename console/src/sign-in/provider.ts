import { newKey } from "../link/new-key.js";
import { channelTo, keptByWindow } from "../person/kept.js";

/** How a person proves who they are: today by a token, one day by the organisation's own sign-in. */
export interface Provider {
  /** The token of this window from before a reload, or null. */
  restored(): string | null;
  /** Whether another window may be asked: not where somebody has just signed out of this one. */
  mayAsk(): boolean;
  /** The token of another window of this browser in which somebody is signed in, which is kept, or null. */
  fromAnotherWindow(): Promise<string | null>;
  /** Answers such questions of other windows from now on; `given` gives what may be handed over, or null. */
  handOver(given: () => string | null): void;
  /** Keeps a token that the gateway has accepted. */
  keep(secret: string): void;
  /** Whether this window was locked, also before a reload. */
  readonly isLocked: boolean;
  /** Keeps that it is locked, or is no more. */
  lock(isLocked: boolean): void;
  /** Forgets it, everywhere in this browser. */
  forget(): void;
  /** Told when another window of this browser has forgotten it. */
  onForgotten(forgotten: () => void): void;
}

const KEPT_AS = "dabyl.token";
const LEFT_AS = "dabyl.left";
const LOCKED_AS = "dabyl.locked";

/** Milliseconds within which another window answers; one that is frozen never does. */
const ANSWERS_WITHIN = 250;

/** What windows of one origin tell each other; nobody else hears it. */
type Message =
  | { readonly says: "ASKED"; readonly question: string }
  | { readonly says: "GIVEN"; readonly question: string; readonly secret: string }
  | { readonly says: "FORGOTTEN"; readonly of: number };

/** A token that was pasted: a reload keeps it, a closed tab forgets it; it is in no address, cookie or database. */
export class TokenProvider implements Provider {
  private readonly windows = channelTo("dabyl.session");

  restored(): string | null {
    return keptByWindow.read(KEPT_AS);
  }

  mayAsk(): boolean {
    return keptByWindow.read(LEFT_AS) === null;
  }

  async fromAnotherWindow(): Promise<string | null> {
    if (!this.windows) return null;
    const question = newKey();
    const secret = await new Promise<string | null>((resolve) => {
      const stop = this.listen((message) => {
        if (message.says === "GIVEN" && message.question === question) settle(message.secret);
      });
      const settle = (answer: string | null): void => {
        stop();
        resolve(answer);
      };
      setTimeout(() => settle(null), ANSWERS_WITHIN);
      this.post({ says: "ASKED", question });
    });
    if (secret !== null) this.keep(secret);
    return secret;
  }

  handOver(given: () => string | null): void {
    this.listen((message) => {
      const secret = message.says === "ASKED" ? given() : null;
      if (message.says === "ASKED" && secret !== null) this.post({ says: "GIVEN", question: message.question, secret });
    });
  }

  keep(secret: string): void {
    keptByWindow.remove(LEFT_AS);
    keptByWindow.write(KEPT_AS, secret);
  }

  get isLocked(): boolean {
    return keptByWindow.read(LOCKED_AS) !== null;
  }

  lock(isLocked: boolean): void {
    if (isLocked) keptByWindow.write(LOCKED_AS, "yes");
    else keptByWindow.remove(LOCKED_AS);
  }

  forget(): void {
    this.post({ says: "FORGOTTEN", of: fingerprint(this.restored()) });
    this.drop();
  }

  onForgotten(forgotten: () => void): void {
    this.listen((message) => {
      if (message.says !== "FORGOTTEN" || message.of !== fingerprint(this.restored())) return;
      this.drop();
      forgotten();
    });
  }

  private drop(): void {
    keptByWindow.remove(KEPT_AS);
    // Whoever signs out here does not mean to come back with the next reload as whoever is signed in elsewhere.
    keptByWindow.write(LEFT_AS, "yes");
  }

  private post(message: Message): void {
    this.windows?.postMessage(message);
  }

  /** Gives what stops hearing. */
  private listen(heard: (message: Message) => void): () => void {
    const listener = ({ data }: MessageEvent<Message>): void => heard(data);
    this.windows?.addEventListener("message", listener);
    return () => this.windows?.removeEventListener("message", listener);
  }
}

/** Enough to know the same token by, and nothing to guess it from: a window of another person stays signed in. */
function fingerprint(secret: string | null): number {
  let sum = 0;
  for (const character of secret ?? "") sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return sum;
}
