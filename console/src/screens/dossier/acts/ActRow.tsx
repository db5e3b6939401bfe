import { Button, ButtonLink } from "../../../parts/Button.js";
import { MoreMenu } from "../../../parts/MoreMenu.js";
import { useTexts } from "../../../texts/TextsContext.js";
import type { OfferedAct } from "./acts.js";
import styles from "./Acts.module.css";

/** The acts beside the number: those that are needed most as buttons, the others behind one. */
export function ActRow({ acts }: { readonly acts: readonly OfferedAct[] }) {
  const { dossier } = useTexts();
  const [main, others] = [acts.filter(({ isMain }) => isMain), acts.filter(({ isMain }) => !isMain)];
  return (
    <div className={styles.row}>
      {main.map(({ name, says, run, icon, path, isNext = false }) =>
        path === undefined ? (
          <Button icon={icon} key={name} kind={isNext ? "primary" : "ordinary"} onPress={run}>
            {says}
          </Button>
        ) : (
          <ButtonLink href={path} icon={icon} key={name}>
            {says}
          </ButtonLink>
        ),
      )}
      <MoreMenu items={others.map(({ name, says, run }) => ({ id: name, says, run }))} label={dossier.acts.more} />
    </div>
  );
}
