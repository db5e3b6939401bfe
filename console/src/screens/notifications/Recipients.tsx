import { Link } from "wouter";
import { useNow } from "../../session/now.js";
import { isOpen } from "../../live/standing.js";
import { useLive } from "../../session/useLive.js";
import { ButtonLink } from "../../parts/Button.js";
import { Clock } from "../../parts/Clock.js";
import { DataTable } from "../../parts/DataTable.js";
import { Icon } from "../../parts/Icon.js";
import { Instant } from "../../parts/Instant.js";
import { Panel } from "../../parts/Panel.js";
import { Receipt } from "../../parts/Receipt.js";
import { Standing } from "../../parts/Standing.js";
import { Empty } from "../../parts/States.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { AnswersOf } from "./Given.js";
import styles from "./Recipients.module.css";
import { lengthOf } from "../../shared/duties/terms.js";
import type { Notification, Part } from "./thread.js";
import { reasonInShort } from "../../shared/notifications/reasons.js";

/** For the centre: whom it reached and why, who has acknowledged and answered, and what they answered. */
export function Recipients({ notification }: { readonly notification: Notification }) {
  const texts = useTexts();
  const { inbox } = texts;
  const mayNotify = useMay("notify");
  const { recipients, number, follows, withdrawal, isWithdrawal, receipt } = notification;
  const answered = recipients.filter(
    ({ analyses, notConfirmed, answers }) =>
      analyses.length > 0 || notConfirmed !== null || answers.some(({ current }) => current !== null),
  );
  return (
    <>
      {mayNotify && !isWithdrawal && withdrawal === null && (
        <div className={styles.acts}>
          {follows === null && (
            <ButtonLink href={`/notify?supplements=${number}`} icon="add">
              {inbox.recipients.supplement}
            </ButtonLink>
          )}
          <ButtonLink href={`/notify?withdraws=${number}`} icon="withdrawn">
            {inbox.recipients.withdraw}
          </ButtonLink>
        </div>
      )}
      {withdrawal && (
        <p className={styles.withdrawn}>
          <Icon name="withdrawn" />
          <span>
            {inbox.withdrawn}: <Link href={`/notifications/${withdrawal.number}`}>{withdrawal.number}</Link>.{" "}
            {withdrawal.text}
          </span>
        </p>
      )}
      <Panel isFlush note={inbox.recipients.note(recipients.length)} title={inbox.recipients.title}>
        <DataTable
          columns={[
            {
              key: "soc",
              name: texts.words.soc,
              cell: ({ soc }) => (
                <span className={styles.soc}>
                  <b>{soc?.code}</b> <span className={styles.second}>{soc?.name}</span>
                </span>
              ),
            },
            {
              key: "why",
              name: inbox.recipients.why,
              cell: ({ reasons }) => (
                <span className={styles.second}>
                  {reasons.map((reason) => reasonInShort(reason, texts)).join("; ")}
                </span>
              ),
            },
            { key: "receipt", name: inbox.recipients.receipt, cell: (part) => <Acknowledged part={part} /> },
            { key: "answer", name: inbox.recipients.answer, cell: (part) => <Answered part={part} /> },
          ]}
          label={inbox.recipients.title}
          rowKey={({ soc, availableAt }) => soc?.id ?? availableAt}
          rows={recipients}
        />
      </Panel>
      {follows === null && (
        <Panel isFlush title={inbox.recipients.answers}>
          {answered.length === 0 ? (
            <Empty title={inbox.recipients.noAnswers}>{inbox.recipients.noAnswersWhy}</Empty>
          ) : (
            answered.map((part) => (
              <section key={part.soc?.id}>
                <h3 className={styles.whose}>{part.soc?.code}</h3>
                <AnswersOf isReceiptShown={false} part={part} />
              </section>
            ))
          )}
        </Panel>
      )}
      {receipt && (
        <details className={styles.receipt}>
          <summary>{inbox.recipients.itsReceipt}</summary>
          <Receipt receipt={receipt} title={inbox.recipients.itsReceipt} />
        </details>
      )}
    </>
  );
}

function Acknowledged({ part }: { readonly part: Part }) {
  const { inbox } = useTexts();
  const now = useNow();
  if (part.acknowledgedAt === null) return <span className={styles.second}>{inbox.recipients.notAcknowledged}</span>;
  return (
    <span className={styles.done}>
      <Icon name="met" /> <Instant at={Date.parse(part.acknowledgedAt)} now={now} />
    </span>
  );
}

function Answered({ part: { obligation } }: { readonly part: Part }) {
  const { inbox } = useTexts();
  const now = useNow();
  const dueSoon = useLive((state) => state.dueSoon);
  const live = useLive((state) => state.obligations);
  if (!obligation) return <span className={styles.second}>{inbox.sameTerm}</span>;
  const duty = live.get(obligation.id) ?? obligation;
  if (isOpen(duty)) return <Clock dueAt={Date.parse(duty.dueAt)} isDueSoon={dueSoon.has(duty.id)} now={now} />;
  return <Standing length={lengthOf(duty)} standing={duty.standing} />;
}
