import { Icon } from "../../parts/Icon.js";
import type { IconName } from "../../parts/icons.js";
import { Panel } from "../../parts/Panel.js";
import { type Reason, reasonInFull } from "../../shared/notifications/reasons.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Part } from "./thread.js";
import styles from "./Why.module.css";

const ICON = {
  NAMED: "person",
  COVERS_OBJECT: "owner",
  COVERS_SECTOR: "object",
  SHARES_INDICATOR: "level",
} as const satisfies Record<Reason["kind"], IconName>;

/** Why a SOC was told. */
export function Why({ part }: { readonly part: Part }) {
  const texts = useTexts();
  const { inbox } = texts;
  return (
    <Panel title={inbox.why}>
      {part.reasons.length === 0 ? (
        <p>{inbox.whyHidden}</p>
      ) : (
        <ul className={styles.reasons}>
          {part.reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.object?.id ?? reason.sector ?? reason.indicator ?? ""}`}>
              <Icon name={ICON[reason.kind]} />
              <span>{reasonInFull(reason, texts)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
