import { FaultList, type Fault } from "../../parts/Field.js";
import { useTexts } from "../../texts/TextsContext.js";

/** What is to be looked at though it was done. */
export function Warnings({ warnings }: { readonly warnings: readonly Fault[] }) {
  const { administration } = useTexts();
  return (
    <div role="status">
      <p>{administration.warnings}</p>
      <FaultList faults={warnings} kind="warning" />
    </div>
  );
}
