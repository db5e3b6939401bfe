import { channelTo } from "../person/kept.js";
import { Store } from "../store.js";
import { newKey } from "../link/new-key.js";
import type { Drafts } from "./drafts.js";

export interface DraftState<Value> {
  /** False until it is known whether there is one from before. */
  readonly isOpen: boolean;
  readonly value: Value;
  readonly submissionKey: string;
  /** When it was kept last, milliseconds by the gateway's clock; null: nothing is kept. */
  readonly savedAt: number | null;
  /** Something was changed since. */
  readonly isChanged: boolean;
  /** Another tab writes it: this one may only read. */
  readonly isReadOnly: boolean;
  /** This browser keeps nothing. */
  readonly isUnkept: boolean;
}

/** What sending takes of a draft, whatever is written in it. */
export interface SentDraft {
  readonly state: { readonly get: () => Pick<DraftState<unknown>, "submissionKey"> };
  readonly done: () => Promise<void>;
  readonly conflicts: () => void;
}

/** Milliseconds after the last change. */
const SAVED_AFTER = 500;

/** What a person writes into one form, kept while it is written, with the key under which it is to be sent. */
export class Draft<Value> {
  readonly state: Store<DraftState<Value>>;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isConflicting = false;
  private unlock: () => void = () => undefined;
  private closing = new AbortController();
  /** Among the tabs of this browser: one asks the other to let it write. */
  private tabs: BroadcastChannel | null = null;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly drafts: Drafts,
    private readonly form: string,
    private readonly subject: string,
    private readonly empty: Value,
  ) {
    this.state = new Store<DraftState<Value>>({
      isOpen: false,
      value: empty,
      submissionKey: newKey(),
      savedAt: null,
      isChanged: false,
      isReadOnly: false,
      isUnkept: false,
    });
  }

  /** Takes the draft for this tab, or learns that another has it, and reads what was kept. */
  async open(): Promise<void> {
    this.closing = new AbortController();
    const { signal } = this.closing;
    this.tabs = channelTo(this.name);
    this.tabs?.addEventListener("message", () => void this.give());
    const isMine = await this.lock(signal);
    await this.read(!isMine);
    if (!isMine) void this.wait(signal);
  }

  /** Asks the tab that writes it to keep what it has, and to let this one write. */
  readonly takeOver = (): void => this.tabs?.postMessage(null);

  /** The form's whole value after a change. */
  readonly edit = (value: Value): void => {
    if (this.state.get().isReadOnly) return;
    // What was accepted under the old key said something else: this is something new.
    const submissionKey = this.isConflicting ? newKey() : this.state.get().submissionKey;
    this.isConflicting = false;
    this.change({ value, submissionKey, isChanged: true });
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), SAVED_AFTER);
  };

  /** Keeps at once what has changed. */
  readonly save = (): Promise<void> => {
    if (this.timer) clearTimeout(this.timer);
    if (!this.timer) return this.saving;
    this.timer = null;
    const { value, submissionKey } = this.state.get();
    const savedAt = this.drafts.now();
    this.saving = this.drafts.write({ form: this.form, subject: this.subject, value, submissionKey, savedAt }).then(
      () => this.change({ savedAt, isUnkept: false, isChanged: this.timer !== null }),
      () => this.change({ isUnkept: true }),
    );
    return this.saving;
  };

  /** The gateway has accepted it, or the person throws it away: the next one is new. */
  readonly done = async (): Promise<void> => {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.saving;
    this.change({ value: this.empty, submissionKey: newKey(), savedAt: null, isChanged: false });
    await this.drafts.remove(this.form, this.subject).catch(() => undefined);
  };

  /** The key was used for something else that was accepted: the next change takes a new one. */
  readonly conflicts = (): void => {
    this.isConflicting = true;
  };

  /** The same is sent as something new: the person says so, after its key was used for something else. */
  readonly renew = (): void => {
    this.isConflicting = true;
    this.edit(this.state.get().value);
  };

  /** Keeps what has changed and lets another tab write. */
  close(): void {
    this.tabs?.close();
    this.tabs = null;
    this.closing.abort();
    // Whoever has it next reads what was kept.
    void this.save().finally(() => this.unlock());
  }

  /** Resolves once it is known whether this tab has it. Without locks (no secure context) every tab writes. */
  private lock(signal: AbortSignal): Promise<boolean> {
    const { locks } = navigator;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      void locks.request(this.name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && !signal.aborted ? this.hold() : undefined;
      });
    });
  }

  /** Until the other tab closes it or gives it: then what that tab has left is written here. */
  private async wait(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await navigator.locks
      .request(this.name, { signal }, async () => {
        if (signal.aborted) return;
        const held = this.hold();
        await this.read(false);
        await held;
      })
      // The form was left before its turn came.
      .catch(() => undefined);
  }

  private hold(): Promise<void> {
    return new Promise((release) => (this.unlock = release));
  }

  private async give(): Promise<void> {
    if (this.state.get().isReadOnly) return;
    this.change({ isReadOnly: true });
    await this.save();
    this.unlock();
    await this.wait(this.closing.signal);
  }

  private async read(isReadOnly: boolean): Promise<void> {
    try {
      const kept = await this.drafts.read(this.form, this.subject);
      if (kept) {
        const { submissionKey, savedAt } = kept;
        this.change({ isOpen: true, isReadOnly, value: kept.value as Value, submissionKey, savedAt });
      } else if (this.state.get().savedAt === null) {
        this.change({ isOpen: true, isReadOnly });
      } else {
        // It was sent or thrown away in the other tab: here it must not be sent again.
        this.change({ isOpen: true, isReadOnly, value: this.empty, submissionKey: newKey(), savedAt: null });
      }
    } catch {
      this.change({ isOpen: true, isReadOnly, isUnkept: true });
    }
  }

  /** Of the lock and of the channel among the tabs. */
  private get name(): string {
    return `dabyl.draft.${this.drafts.idOf(this.form, this.subject)}`;
  }

  private change(changes: Partial<DraftState<Value>>): void {
    this.state.set({ ...this.state.get(), ...changes });
  }
}

/** How a draft is shown to be kept. */
export function savedOf({ isChanged, isUnkept }: DraftState<unknown>): "SAVED" | "SAVING" | "NOT_SAVED" {
  if (isUnkept) return "NOT_SAVED";
  return isChanged ? "SAVING" : "SAVED";
}
