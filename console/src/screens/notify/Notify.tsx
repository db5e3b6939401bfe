import { useState } from "react";
import { useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useReading } from "../../session/reading.js";
import {
  NotificationFollowedDocument,
  type SentReceiptFragment,
  type SentWarningFragment,
} from "../../operations/generated.js";
import { ButtonLink } from "../../parts/Button.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import styles from "./Notify.module.css";
import { NotifyForm } from "./NotifyForm.js";
import { RecordForm } from "./RecordForm.js";

/** What was accepted, for its receipt. */
export interface Accepted {
  readonly title: string;
  readonly number: string;
  readonly receiptTitle: string;
  readonly receipt: SentReceiptFragment;
  readonly warnings: readonly SentWarningFragment[];
  readonly isRepeated: boolean;
  /** Where it leads. */
  readonly next: { readonly says: string; readonly path: string };
}

/** R12.1: the centre notifies SOCs, supplements or withdraws a notification, or records what it detected. */
export function Notify() {
  const { notify } = useTexts();
  const search = new URLSearchParams(useSearch());
  const supplements = search.get("supplements");
  const withdraws = search.get("withdraws");
  const isRecording = search.has("record");
  const followed = supplements ?? withdraws;
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const title = isRecording
    ? notify.record.title
    : supplements !== null
      ? notify.supplementTitle(supplements)
      : withdraws !== null
        ? notify.withdrawTitle(withdraws)
        : notify.title;
  if (accepted)
    return (
      <Page title={accepted.title}>
        <div className={styles.written}>
          <Panel title={accepted.number}>
            <div className={styles.fields}>
              <Sent
                isRepeated={accepted.isRepeated}
                receipt={accepted.receipt}
                title={accepted.receiptTitle}
                warnings={accepted.warnings}
              />
              <div className={styles.acts}>
                <ButtonLink href={accepted.next.path} kind="primary" onFollow={() => setAccepted(null)}>
                  {accepted.next.says}
                </ButtonLink>
                <ButtonLink href="/notify" onFollow={() => setAccepted(null)}>
                  {notify.another}
                </ButtonLink>
              </div>
            </div>
          </Panel>
        </div>
      </Page>
    );
  return (
    <Page title={title}>
      {isRecording ? (
        <RecordForm onAccepted={setAccepted} />
      ) : followed === null ? (
        <NotifyForm
          follows={null}
          key={search.get("about") ?? ""}
          named={search.get("about")}
          onAccepted={setAccepted}
        />
      ) : (
        <Following isWithdrawal={withdraws !== null} key={title} number={followed} onAccepted={setAccepted} />
      )}
    </Page>
  );
}

function Following({
  number,
  isWithdrawal,
  onAccepted,
}: {
  readonly number: string;
  readonly isWithdrawal: boolean;
  readonly onAccepted: (accepted: Accepted) => void;
}) {
  const { notify } = useTexts();
  const reading = useReading(NotificationFollowedDocument, { number }, { about: [number] });
  if (reading.state === "LOADING") return <Loading rows={4} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const { notification } = reading.data;
  if (!notification) return <Empty title={notify.unknown} />;
  if (notification.withdrawal) return <Empty title={notify.isWithdrawn} />;
  return <NotifyForm follows={{ notification, isWithdrawal }} named={null} onAccepted={onAccepted} />;
}
