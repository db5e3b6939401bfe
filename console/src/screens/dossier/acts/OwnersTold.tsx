import { Button } from "../../../parts/Button.js";
import { Dialog } from "../../../parts/Dialog.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { TellOwner } from "../../../shared/incident-form/TellOwner.js";
import tell from "../../../shared/incident-form/TellOwner.module.css";
import type { ActProps } from "./acts.js";
import styles from "./Acts.module.css";

/** R9.2: the SOC tells the owners itself, and records that it did. */
export function OwnersTold({ incident, onClose }: ActProps) {
  const { dossier, shell } = useTexts();
  const duties = incident.obligations.filter(({ rule, isVoid }) => rule === "R9.2" && !isVoid);
  return (
    <Dialog
      acts={<Button onPress={onClose}>{shell.acts.close}</Button>}
      onClose={onClose}
      title={dossier.acts.ownerToldTitle}
    >
      {duties.length === 0 && <p>{dossier.acts.nobodyToTell}</p>}
      <div className={styles.duties}>
        <ul className={tell.duties}>
          {duties.map((duty) => (
            <TellOwner
              deliveries={incident.deliveries}
              duty={{ ...duty, object: duty.object }}
              incident={{ ...incident, severity: incident.severity ?? null }}
              key={duty.id}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
