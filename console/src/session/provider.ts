/** How a person proves who they are: today by a token, one day by the organisation's own sign-in. */
export interface Provider {
  /** The token of this window from before a reload, or null. */
  restored(): string | null;
  /** Keeps a token that the gateway has accepted. */
  keep(secret: string): void;
  /** Forgets it, everywhere in this browser. */
  forget(): void;
  /** Told when another window of this browser has forgotten it; gives what stops telling. */
  onForgotten(forgotten: () => void): () => void;
}

const KEPT_AS = "dabyl.token";

/** A token that was pasted: a reload keeps it, a closed tab forgets it; it is in no address, cookie or database. */
export class TokenProvider implements Provider {
  private readonly windows = new BroadcastChannel("dabyl.session");

  restored(): string | null {
    return sessionStorage.getItem(KEPT_AS);
  }

  keep(secret: string): void {
    sessionStorage.setItem(KEPT_AS, secret);
  }

  forget(): void {
    this.windows.postMessage(fingerprint(this.restored()));
    sessionStorage.removeItem(KEPT_AS);
  }

  onForgotten(forgotten: () => void): () => void {
    const listener = ({ data }: MessageEvent<unknown>): void => {
      if (data !== fingerprint(this.restored())) return;
      sessionStorage.removeItem(KEPT_AS);
      forgotten();
    };
    this.windows.addEventListener("message", listener);
    return () => this.windows.removeEventListener("message", listener);
  }
}

/** Enough to know the same token by, and nothing to guess it from: a window of another person stays signed in. */
function fingerprint(secret: string | null): number {
  let sum = 0;
  for (const character of secret ?? "") sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return sum;
}
