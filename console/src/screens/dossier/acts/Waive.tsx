import { useState } from "react";
import { useMay, useSession } from "../../../session/SessionContext.js";
import { Button } from "../../../parts/Button.js";
import { Dialog } from "../../../parts/Dialog.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { dutyOf } from "../../../shared/duties/words.js";
import { dotted } from "../../../texts/one-line.js";
import { WaiveDialog } from "../../../shared/duties/WaiveDialog.js";
import type { Duty } from "../useDossier.js";
import type { ActProps } from "./acts.js";
import { waivableOf } from "./acts.js";

/** Which of the open duties is waived, where there are several; then the reason. */
export function Waive({ incident, onClose }: ActProps) {
  const texts = useTexts();
  const { dossier, shell } = texts;
  const { clock } = useSession().link;
  const isCentre = useMay("decide");
  const [duties] = useState(() => waivableOf(incident, isCentre, clock.now()));
  const [chosen, choose] = useState<Duty | null>(duties.length === 1 ? (duties[0] ?? null) : null);
  if (chosen) return <WaiveDialog obligation={{ ...chosen, incident, notification: null }} onClose={onClose} />;
  return (
    <Dialog
      acts={<Button onPress={onClose}>{shell.acts.cancel}</Button>}
      onClose={onClose}
      title={`${dossier.acts.waive}: ${incident.number}`}
    >
      <p>{dossier.acts.which}</p>
      {duties.map((duty) => (
        <Button key={duty.id} onPress={() => choose(duty)}>
          {dotted(
            dutyOf(duty.rule, texts),
            duty.rule,
            duty.object?.name ?? duty.objectCode ?? duty.objectDescription ?? "",
          )}
        </Button>
      ))}
    </Dialog>
  );
}
