import { useTexts } from "../texts/TextsContext.js";
import { useCommands } from "./commands.js";

/** `J` and `K` walk the rows of a list (`useRows`). */
export function useRowKeys(rows: { readonly next: () => void; readonly previous: () => void }): void {
  const { keyboard } = useTexts().shell;
  useCommands([
    { id: "next row", says: keyboard.nextRow, group: "lists", keys: "KeyJ", isHidden: true, run: rows.next },
    {
      id: "previous row",
      says: keyboard.previousRow,
      group: "lists",
      keys: "KeyK",
      isHidden: true,
      run: rows.previous,
    },
  ]);
}
