import { Store } from "../../store.js";

/** The dialogs of the frame itself, of which one is open at a time. */
export type FrameDialog = "KEYS" | "PALETTE" | "RECEIPT" | "SIGN_OUT" | "END_TOKEN";

export const opened = new Store<FrameDialog | null>(null);

export function openDialog(dialog: FrameDialog): void {
  opened.set(dialog);
}

export function closeDialog(): void {
  opened.set(null);
}
