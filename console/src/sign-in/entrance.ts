import { GatewayError, Unreachable } from "../../../client/index.js";
import { Store } from "../store.js";
import { preferences } from "../person/preferences.js";
import type { Provider } from "./provider.js";
import { saysOf } from "../link/says.js";
import { personOf, Session } from "../session/session.js";

/** Why nobody is signed in: the gateway's own sentence, or what the page knows itself. */
export type Problem =
  | { readonly kind: "REFUSED"; readonly says: string }
  | { readonly kind: "UNREACHABLE" }
  | { readonly kind: "SIGNED_OUT" }
  | { readonly kind: "SIGNED_OUT_ELSEWHERE" }
  /** The token is another person's than the one whose page this is. */
  | { readonly kind: "SOMEBODY_ELSE" };

export type EntranceState =
  /** A token from before a reload, or of another window, is being looked up; `problem` while the gateway is not reached. */
  | { readonly kind: "RETURNING"; readonly problem: Problem | null }
  | { readonly kind: "SIGNED_OUT"; readonly problem: Problem | null }
  | { readonly kind: "SIGNED_IN"; readonly session: Session };

/** Milliseconds between two attempts to come back while the gateway is not reached. */
const RETURNS_EVERY = 3_000;

/** The way in and out of the page. */
export class Entrance {
  readonly state: Store<EntranceState>;

  constructor(private readonly provider: Provider) {
    this.state = new Store<EntranceState>(
      provider.restored() || provider.mayAsk()
        ? { kind: "RETURNING", problem: null }
        : { kind: "SIGNED_OUT", problem: null },
    );
    provider.handOver(() => this.shared());
    provider.onForgotten(() => void this.leave({ kind: "SIGNED_OUT_ELSEWHERE" }));
  }

  /** Goes on after a reload, or with the token of another window, as soon as the gateway answers. */
  async comeBack(): Promise<void> {
    if (this.state.get().kind !== "RETURNING") return;
    let secret = this.provider.restored() ?? (await this.provider.fromAnotherWindow());
    while (secret && this.state.get().kind === "RETURNING") {
      const problem = await this.enter(secret, this.provider.isLocked);
      if (!problem) return;
      if (problem.kind !== "UNREACHABLE") return this.state.set({ kind: "SIGNED_OUT", problem });
      this.state.set({ kind: "RETURNING", problem });
      await new Promise((resolve) => setTimeout(resolve, RETURNS_EVERY));
      secret = this.provider.restored();
    }
    if (this.state.get().kind === "RETURNING") this.state.set({ kind: "SIGNED_OUT", problem: null });
  }

  /** Signs somebody in; gives what is wrong with the token, or null. */
  signIn(secret: string): Promise<Problem | null> {
    return this.enter(secret, false);
  }

  private async enter(secret: string, isLocked: boolean): Promise<Problem | null> {
    try {
      const session = new Session(await personOf(secret, preferences.get().language), secret, languageNow);
      this.provider.keep(secret);
      if (isLocked) session.lock();
      this.provider.lock(isLocked);
      // A reload unlocks nothing.
      session.state.subscribe(() => this.provider.lock(session.state.get().isLocked));
      session.open();
      this.state.set({ kind: "SIGNED_IN", session });
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** A new token for the person whose page this is; gives what is wrong with it, or null. */
  async signInAgain(session: Session, secret: string): Promise<Problem | null> {
    try {
      if (!(await session.signInAgain(secret))) return { kind: "SOMEBODY_ELSE" };
      this.provider.keep(secret);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** Signs out, in every window of this browser that has the same token. */
  async signOut(): Promise<void> {
    this.provider.forget();
    await this.leave({ kind: "SIGNED_OUT" });
  }

  /** What another window may have: nothing of a page that is locked, or whose token is not accepted. */
  private shared(): string | null {
    const state = this.state.get();
    if (state.kind !== "SIGNED_IN") return null;
    const { isLocked, asksAgain } = state.session.state.get();
    return isLocked || asksAgain ? null : this.provider.restored();
  }

  private async leave(problem: Problem): Promise<void> {
    const state = this.state.get();
    this.state.set({ kind: "SIGNED_OUT", problem });
    if (state.kind === "SIGNED_IN") await state.session.close();
  }
}

const languageNow = () => preferences.get().language;

function problemOf(error: unknown): Problem {
  if (error instanceof Unreachable || (error instanceof GatewayError && error.isTemporary))
    return { kind: "UNREACHABLE" };
  return { kind: "REFUSED", says: saysOf(error) };
}
