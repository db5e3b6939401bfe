import { useEffect, useRef } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { SendingNote } from "../../forms/SendingNote.js";
import { isUnderWay, useSubmit } from "../../forms/useSubmit.js";
import { useNow } from "../../session/now.js";
import { AcknowledgeReceiptDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { FaultList } from "../../parts/Field.js";
import { useMay, useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import styles from "./Acknowledge.module.css";

/** That the SOC has received it: `A`. It changes no term. */
export function Acknowledge({
  number,
  acknowledgedAt,
  isSmall = false,
}: {
  readonly number: string;
  readonly acknowledgedAt: string | null;
  /** One of several on the page: it has no key, and says what it is about. */
  readonly isSmall?: boolean;
}) {
  const { inbox, parts } = useTexts();
  const language = useLanguage();
  const now = useNow();
  const session = useSession();
  const mayAcknowledge = useMay("acknowledge");
  const { sending, send } = useSubmit(AcknowledgeReceiptDocument);
  const isOpen = acknowledgedAt === null && mayAcknowledge && sending.state !== "ACCEPTED";
  const acknowledge = async (): Promise<void> => {
    const answer = await send({ notificationId: number });
    if (answer?.notification) session.live.applyAnswer({ notification: answer.notification });
  };
  const receipt = useRef<HTMLElement>(null);
  const isAccepted = sending.state === "ACCEPTED";
  useEffect(() => {
    // The button has gone, and the focus with it.
    if (isAccepted && document.activeElement === document.body) receipt.current?.focus();
  }, [isAccepted]);
  useCommands(
    isOpen && !isSmall
      ? [{ id: "acknowledge", says: inbox.acknowledge, group: "here", keys: "KeyA", run: () => void acknowledge() }]
      : [],
  );
  return (
    <div className={styles.acknowledge}>
      {acknowledgedAt !== null && (
        <span className={styles.second}>
          {inbox.acknowledgedAt(writeMoment(Date.parse(acknowledgedAt), now, language))}
        </span>
      )}
      {isOpen && (
        <Button icon="met" isBusy={isUnderWay(sending)} isSmall={isSmall} onPress={() => void acknowledge()}>
          {isSmall ? inbox.itsReceipt : inbox.acknowledge}
        </Button>
      )}
      <SendingNote sending={sending} />
      {sending.state === "REJECTED" && <FaultList faults={sending.violations} kind="fault" />}
      {sending.state === "ACCEPTED" && (
        <details className={styles.receipt}>
          <summary ref={receipt}>{parts.receipt.title}</summary>
          <Sent
            isRepeated={sending.answer.isRepeated}
            receipt={sending.answer.receipt}
            title={inbox.acknowledged}
            warnings={sending.answer.warnings}
          />
        </details>
      )}
    </div>
  );
}
