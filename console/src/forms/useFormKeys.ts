import type { DraftState } from "../drafts/draft.js";
import { useCommands } from "../keyboard/commands.js";
import { useFaultKeys } from "../keyboard/useFaultKeys.js";
import { useTexts } from "../texts/TextsContext.js";

/**
 * The keys of a form: Ctrl+Enter sends, Ctrl+S keeps the draft, F8 walks what is wrong. Before it is known what was kept, and while
 * another tab writes it, there is nothing to be sent from here.
 */
export function useFormKeys({
  send,
  save,
  state: { isOpen, isReadOnly },
}: {
  readonly send: () => void;
  readonly save: () => void;
  readonly state: Pick<DraftState<unknown>, "isOpen" | "isReadOnly">;
}): void {
  const { shell } = useTexts();
  useFaultKeys();
  useCommands(
    isOpen && !isReadOnly
      ? [
          { id: "send", says: shell.keyboard.sendForm, group: "forms", keys: "Ctrl+Enter", run: send },
          { id: "save", says: shell.keyboard.saveDraft, group: "forms", keys: "Ctrl+KeyS", run: save },
        ]
      : [],
  );
}
