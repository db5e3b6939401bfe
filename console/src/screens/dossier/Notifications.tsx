import { Link } from "wouter";
import { useNow } from "../../session/now.js";
import type { DossierNotificationFragment } from "../../operations/generated.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** The centre's notifications that led to the incident, and those about it. */
export function Notifications({ incident }: { readonly incident: Incident }) {
  const { dossier } = useTexts();
  const { notifications, notificationsAbout } = incident;
  if (notifications.length + notificationsAbout.length === 0)
    return (
      <Empty title={dossier.notifications.none}>
        <p>{dossier.notifications.noneWhy}</p>
      </Empty>
    );
  return (
    <>
      <Group notifications={notifications} title={dossier.notifications.led} />
      <Group notifications={notificationsAbout} title={dossier.notifications.about} />
    </>
  );
}

function Group({
  title,
  notifications,
}: {
  readonly title: string;
  readonly notifications: readonly DossierNotificationFragment[];
}) {
  const { dossier, words } = useTexts();
  const now = useNow();
  if (notifications.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {notifications.map(({ id, number, subject, sentAt, text, isWithdrawal, withdrawal }) => (
          <li className={styles.entry} key={id}>
            <p>
              <Link href={`/notifications/${number}`}>
                <Number number={number} />
              </Link>{" "}
              <span className={styles.second}>
                {words.subjects[subject]} · <Instant at={Date.parse(sentAt)} now={now} />
                {isWithdrawal && ` · ${dossier.notifications.withdraws}`}
                {withdrawal && ` · ${dossier.notifications.withdrawn}`}
              </span>
            </p>
            <p className={styles.excerpt}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
