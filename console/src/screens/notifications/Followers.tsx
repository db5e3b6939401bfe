import { Link } from "wouter";
import { useNow } from "../../session/now.js";
import { ChronicleRow } from "../../parts/FactRow.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Acknowledge } from "./Acknowledge.js";
import styles from "./Followers.module.css";
import type { Follower, Notification } from "./thread.js";

/** Supplements and the withdrawal in the thread, and of one of these what it follows. */
export function Followers({
  notification,
  isCentre,
}: {
  readonly notification: Notification;
  readonly isCentre: boolean;
}) {
  const { inbox } = useTexts();
  const { follows, followedBy } = notification;
  return (
    <>
      {follows && (
        <Panel isFlush title={inbox.follows}>
          <ol className={styles.list}>
            <Entry isAsked={false} isCentre={isCentre} one={follows} />
          </ol>
        </Panel>
      )}
      {followedBy.length > 0 && (
        <Panel isFlush note={inbox.threadNote} title={inbox.thread}>
          <ol className={styles.list}>
            {followedBy.map((one) => (
              <Entry isAsked isCentre={isCentre} key={one.id} one={one} />
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

function Entry({
  one,
  isCentre,
  isAsked,
}: {
  readonly one: Follower;
  readonly isCentre: boolean;
  readonly isAsked: boolean;
}) {
  const { inbox, words } = useTexts();
  const now = useNow();
  const { recipients, follows, isWithdrawal, withdrawal } = one;
  const what = follows ? (isWithdrawal ? inbox.withdrawal : inbox.supplement) : words.notification;
  const acknowledged = recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  return (
    <ChronicleRow
      at={Date.parse(one.sentAt)}
      icon={isWithdrawal ? "withdrawn" : follows ? "add" : "mail"}
      now={now}
      title={
        <>
          <span className={styles.what}>{what}</span>{" "}
          <Link href={`/notifications/${one.number}`}>
            <Number number={one.number} />
          </Link>
          {withdrawal && <span className={styles.second}> · {inbox.withdrawn}</span>}
        </>
      }
    >
      <p className={styles.text}>{one.text}</p>
      {isAsked && follows && (
        <p className={styles.second}>
          {isWithdrawal ? inbox.withdrawalAsksNothing(follows.number) : inbox.restartsNothing}
        </p>
      )}
      {isCentre ? (
        <p className={styles.second}>{inbox.acknowledgedOf(acknowledged, recipients.length)}</p>
      ) : (
        isAsked && <Acknowledge acknowledgedAt={recipients[0]?.acknowledgedAt ?? null} isSmall number={one.number} />
      )}
    </ChronicleRow>
  );
}
