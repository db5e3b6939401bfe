import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Notify.module.css";
import type { Follows } from "./NotifyForm.js";

/** The recipients of what is followed. */
export function KnownRecipients({ notification }: Pick<Follows, "notification">) {
  const { inbox, notify } = useTexts();
  return (
    <Panel isFlush note={notify.reaches(notification.recipients.length)} title={inbox.recipients.title}>
      <ul className={styles.known}>
        {notification.recipients.map(({ soc }) => (
          <li key={soc?.id}>
            <b>{soc?.code}</b> <span className={styles.second}>{soc?.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
