import { useCommands } from "../keyboard/commands.js";
import { useFaultKeys } from "../keyboard/useFaultKeys.js";
import { useTexts } from "../texts/TextsContext.js";

/** The keys of a form: Ctrl+Enter sends, Ctrl+S keeps the draft, F8 walks what is wrong. */
export function useFormKeys({ send, save }: { readonly send: () => void; readonly save: () => void }): void {
  const { shell } = useTexts();
  useFaultKeys();
  useCommands([
    { id: "send", says: shell.keyboard.sendForm, group: "forms", keys: "Ctrl+Enter", run: send },
    { id: "save", says: shell.keyboard.saveDraft, group: "forms", keys: "Ctrl+KeyS", run: save },
  ]);
}
