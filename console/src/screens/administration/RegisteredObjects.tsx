import { useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { Button } from "../../parts/Button.js";
import { ObjectList } from "../../shared/registers/ObjectList.js";
import { useTexts } from "../../texts/TextsContext.js";
import { ObjectForm } from "./acts/ObjectForm.js";
import styles from "../../shared/registers/Registers.module.css";

/** The register of objects, for its administrator. */
export function RegisteredObjects() {
  const { administration } = useTexts();
  const [isOpen, setOpen] = useState(false);
  useCommands([
    { id: "register", says: administration.objects.register, group: "here", keys: "KeyN", run: () => setOpen(true) },
  ]);
  return (
    <div className={styles.columns}>
      <div className={styles.whole}>
        <ObjectList
          acts={
            <Button icon="add" kind="primary" onPress={() => setOpen(true)}>
              {administration.objects.register}
            </Button>
          }
          at="/administration/objects"
          empty={{ title: administration.objects.empty, why: administration.objects.emptyWhy }}
        />
      </div>
      {isOpen && <ObjectForm of={null} onClose={() => setOpen(false)} />}
    </div>
  );
}
