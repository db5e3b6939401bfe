import { useEffect } from "react";
import { preferences } from "../person/preferences.js";
import { commands } from "./commands.js";
import { isPrinting, type Keys, keysOf, readPress } from "./keys.js";

/** Milliseconds for which the first of two keys waits for the second. */
const WAITS = 1_500;

/** Runs the commands of the page by their keys. */
export function useKeyboard(): void {
  useEffect(() => {
    let pending: { readonly keys: Keys; readonly at: number } | null = null;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta)/.test(event.code)) return;
      const keys = keysOf(event);
      const mayPrint = preferences.get().hasLetterKeys && !isField(event.target);
      if (isPrinting(keys) && !mayPrint) return;
      const hasDialog = document.querySelector('dialog[open], [role="dialog"], [role="alertdialog"]') !== null;
      const offered = commands.get().filter(({ inDialogs }) => !hasDialog || inDialogs);
      const known = offered.flatMap((command) => command.keys ?? []);
      const before = pending && event.timeStamp - pending.at < WAITS ? pending.keys : null;
      const read = readPress(before, keys, known);
      pending = read.waits ? { keys: read.waits, at: event.timeStamp } : null;
      const command = offered.findLast(({ keys: its }) => its === read.keys && its !== undefined);
      if (command || read.waits) event.preventDefault();
      command?.run();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** What takes letters; a box that was ticked, or a button, does not. A list goes to what begins with a letter. */
const FIELDS =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [role=textbox], [role=spinbutton]";

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(FIELDS) !== null);
}
