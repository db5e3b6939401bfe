import { useState } from "react";
import { useNow } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import { NotificationThreadDocument } from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import { Button } from "../../parts/Button.js";
import { Instant } from "../../parts/Instant.js";
import { Marking } from "../../parts/Marking.js";
import { Facts } from "../../parts/Facts.js";
import { Copyable } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { usePerson } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { Acknowledge } from "./Acknowledge.js";
import { Answer } from "./Answer.js";
import { Followers } from "./Followers.js";
import { Indicators } from "./Indicators.js";
import { Recipients } from "./Recipients.js";
import { Term } from "./Term.js";
import styles from "./Thread.module.css";
import { detectedOf, type Notification } from "./thread.js";
import { Why } from "./Why.js";

/** A notification with what it asks for, and what came of it. */
export function Thread({ number, onBack }: { readonly number: string; readonly onBack: () => void }) {
  const { inbox, shell } = useTexts();
  const language = useLanguage();
  const now = useNow();
  const [others, setOthers] = useState<readonly string[]>([]);
  const reading = useReading(NotificationThreadDocument, { number }, { about: [number, ...others] });
  if (reading.state === "LOADING") return <Loading rows={6} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const { notification } = reading.data;
  if (!notification)
    return (
      <Empty act={<Button onPress={onBack}>{inbox.back}</Button>} title={inbox.unknown}>
        {inbox.unknownWhy}
      </Empty>
    );
  const numbers = [...notification.followedBy, ...(notification.follows ? [notification.follows] : [])].map(
    (one) => one.number,
  );
  if (numbers.join() !== others.join()) setOthers(numbers);
  return (
    <>
      {reading.isStale && <Banner kind="stale">{shell.states.stale(writeMoment(reading.at, now, language))}</Banner>}
      <Shown notification={notification} onBack={onBack} />
    </>
  );
}

function Shown({ notification, onBack }: { readonly notification: Notification; readonly onBack: () => void }) {
  const { inbox, words } = useTexts();
  const language = useLanguage();
  const now = useNow();
  const isCentre = usePerson().party.__typename === "NationalCentre";
  const [part] = notification.recipients;
  const detected = detectedOf(notification);
  const about = detected?.number ?? notification.incident?.number;
  return (
    <>
      <div className={styles.back}>
        <Button icon="previous" isSmall kind="quiet" onPress={onBack}>
          {inbox.back}
        </Button>
      </div>
      <header className={styles.head}>
        <p className={styles.crumbs}>
          {words.subjects[notification.subject]}
          {about !== undefined && ` · ${about}`}
        </p>
        <div className={styles.title}>
          <h2>
            <Copyable text={notification.number} />
          </h2>
          <Marking marking={notification.marking} />
          {!isCentre && part && (
            <div className={styles.acknowledge}>
              <Acknowledge acknowledgedAt={part.acknowledgedAt} key={notification.id} number={notification.number} />
            </div>
          )}
        </div>
        <p className={styles.sent}>
          {inbox.sent(
            writeMoment(Date.parse(notification.sentAt), now, language),
            notification.submittedBy?.name ?? null,
          )}
        </p>
      </header>
      <p className={styles.text}>{notification.text}</p>
      {notification.incidentRetractedAt !== null && (
        <Banner kind="note">
          {inbox.incidentRetracted(writeMoment(Date.parse(notification.incidentRetractedAt), now, language))}
        </Banner>
      )}
      {!isCentre && part && <Term notification={notification} part={part} />}
      {isCentre && <Recipients notification={notification} />}
      {!isCentre && part && <Why part={part} />}
      {detected && (
        <Panel note={detected.number} title={inbox.told}>
          <p className={styles.told}>{detected.summary}</p>
          <Facts
            facts={[
              { name: inbox.observedAt, value: <Instant at={Date.parse(detected.observedAt)} now={now} /> },
              { name: inbox.source, value: detected.source },
            ]}
          />
        </Panel>
      )}
      <Indicators isCentre={isCentre} notification={notification} />
      <Followers isCentre={isCentre} notification={notification} />
      {!isCentre && part && <Answer notification={notification} part={part} />}
    </>
  );
}
