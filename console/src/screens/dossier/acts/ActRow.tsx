import { Link } from "wouter";
import { Button, buttonClass } from "../../../parts/Button.js";
import { Icon } from "../../../parts/Icon.js";
import { MoreMenu } from "../../../parts/MoreMenu.js";
import { useTexts } from "../../../texts/TextsContext.js";
import type { Incident } from "../useDossier.js";
import type { OfferedAct } from "./acts.js";
import styles from "./Acts.module.css";

/** The acts beside the number: those that are needed most as buttons, the others behind one. */
export function ActRow({ acts, incident }: { readonly acts: readonly OfferedAct[]; readonly incident: Incident }) {
  const { dossier } = useTexts();
  const [main, others] = [acts.filter(({ isMain }) => isMain), acts.filter(({ isMain }) => !isMain)];
  return (
    <div className={styles.row}>
      {main.map(({ name, says, run, icon, isNext = false }) =>
        name === "PRINT" ? (
          // In this tab: another one would ask for the token first.
          <Link className={buttonClass()} href={`/print/incidents/${incident.number}`} key={name}>
            <Icon name="print" />
            <span>{says}</span>
          </Link>
        ) : (
          <Button icon={icon} key={name} kind={isNext ? "primary" : "ordinary"} onPress={run}>
            {says}
          </Button>
        ),
      )}
      <MoreMenu items={others.map(({ name, says, run }) => ({ id: name, says, run }))} label={dossier.acts.more} />
    </div>
  );
}
