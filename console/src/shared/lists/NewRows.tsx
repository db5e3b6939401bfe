import { Icon } from "../../parts/Icon.js";
import styles from "./NewRows.module.css";

/** What has come while somebody was at the list, to be shown at a press. */
export function NewRows({ says, show }: { readonly says: string; readonly show: () => void }) {
  return (
    <button className={styles.bar} onClick={show} type="button">
      <Icon name="up" />
      {says}
    </button>
  );
}
