import { Store } from "../store.js";
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

/** Milliseconds after the last change. */
const SAVED_AFTER = 500;

/** What a person writes into one form, kept while it is written, with the key under which it is to be sent. */
export class Draft<Value> {
  readonly state: Store<DraftState<Value>>;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isConflicting = false;
  private unlock: () => void = () => undefined;
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
    const isReadOnly = !(await this.lock());
    try {
      const kept = await this.drafts.read(this.form, this.subject);
      this.change({
        isOpen: true,
        isReadOnly,
        ...(kept ? { value: kept.value as Value, submissionKey: kept.submissionKey, savedAt: kept.savedAt } : {}),
      });
    } catch {
      this.change({ isOpen: true, isReadOnly, isUnkept: true });
    }
  }

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
    void this.save();
    this.unlock();
  }

  /** Resolves once it is known whether this tab has it. Without locks (no secure context) every tab writes. */
  private lock(): Promise<boolean> {
    const { locks } = navigator;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const name = `dabyl.draft.${this.drafts.idOf(this.form, this.subject)}`;
      void locks.request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<void>((release) => (this.unlock = release)) : undefined;
      });
    });
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

/** A UUID of version 4; `crypto.randomUUID` is there in secure contexts only, and a gateway on the own network is none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
