import { useState } from "react";
import { Button } from "../src/parts/Button.js";
import { ConfirmAct } from "../src/parts/ConfirmAct.js";
import { Panel } from "../src/parts/Panel.js";
import { useTexts } from "../src/texts/TextsContext.js";
import styles from "./PartsPage.module.css";

/** What stands over the page. */
export function Overlays({ dialog }: { readonly dialog: string | null }) {
  const { shell, words } = useTexts();
  const [isOpen, setOpen] = useState(dialog !== null);
  return (
    <Panel note="Dialog, ConfirmAct" title="Over the page">
      <div className={styles.row}>
        <Button onPress={() => setOpen(true)}>{shell.acts.confirm}</Button>
      </div>
      {isOpen && (
        <ConfirmAct
          act={shell.drafts.discard}
          level="HIGH"
          number="DEMO-WATER-2026-0007"
          onClose={() => setOpen(false)}
          onConfirm={() => setOpen(false)}
          reason={words.duties["R9.2"].full}
          title={words.incidentFacts.OBLIGATION_WAIVED}
        >
          <p>{shell.drafts.discardAsk}</p>
        </ConfirmAct>
      )}
    </Panel>
  );
}
