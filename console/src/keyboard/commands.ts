import { useEffect, useRef } from "react";
import { Store } from "../store.js";
import type { Keys } from "./keys.js";

/** Something that a person can do here: by its keys, from the palette, and listed in the help. */
export interface Command {
  /** One for each; the later of two with one id counts. */
  readonly id: string;
  /** What it does, in the person's language: "Go to: Incidents". */
  readonly says: string;
  /** Where the help lists it. */
  readonly group: "everywhere" | "lists" | "forms" | "here";
  /** None: from the palette alone. */
  readonly keys?: Keys;
  readonly run: () => void;
  /** Also while a dialog is open. */
  readonly inDialogs?: boolean;
  /** Too many of a kind to be in the palette, or senseless there. */
  readonly isHidden?: boolean;
}

/** What can be done on the page now, the latest last. */
export const commands = new Store<readonly Command[]>([]);

/** Offers commands as long as the component is on the page; of two with the same keys the inner one counts. */
export function useCommands(offered: readonly Command[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const shape = offered.map(({ id, says, keys }) => `${id} ${keys ?? ""} ${says}`).join("\n");
  useEffect(() => {
    const mine = latest.current.map((command) => ({
      ...command,
      // What it does may have changed since.
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    commands.set([...commands.get(), ...mine]);
    return () => commands.set(commands.get().filter((command) => !mine.includes(command)));
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies -- offered anew only when it reads otherwise
  }, [shape]);
}
