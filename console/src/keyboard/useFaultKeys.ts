import { walkFaults } from "../parts/ViolationSummary.js";
import { useTexts } from "../texts/TextsContext.js";
import { useCommands } from "./commands.js";

/** `F8` and `Shift+F8` walk the fields of a form in which the gateway found faults. */
export function useFaultKeys(): void {
  const { keyboard } = useTexts().shell;
  useCommands([
    {
      id: "next fault",
      says: keyboard.nextFault,
      group: "forms",
      keys: "F8",
      inDialogs: true,
      run: () => walkFaults(1),
    },
    {
      id: "previous fault",
      says: keyboard.previousFault,
      group: "forms",
      keys: "Shift+F8",
      inDialogs: true,
      run: () => walkFaults(-1),
    },
  ]);
}
