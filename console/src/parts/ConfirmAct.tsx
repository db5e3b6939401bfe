import { useState, type ReactNode } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { Button } from "./Button.js";
import styles from "./ConfirmAct.module.css";
import { Dialog } from "./Dialog.js";
import { Number } from "./Numbers.js";
import { Severity, type Level } from "./Severity.js";
import { TextArea } from "./TextFields.js";
import type { Fault } from "./Field.js";

/** Asks once more before what cannot be taken back, repeats what it is about, and takes the reason that the gateway asks for. */
export function ConfirmAct({
  title,
  act,
  number,
  level,
  children,
  reason,
  isBusy = false,
  faults,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  /** What the button says: the act itself, never "OK". */
  readonly act: string;
  readonly number?: string | undefined;
  readonly level?: Level | null | undefined;
  /** What follows from it. */
  readonly children?: ReactNode;
  /** The label of the reason, where one is asked for. */
  readonly reason?: string | undefined;
  readonly isBusy?: boolean;
  readonly faults?: readonly Fault[];
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { parts, shell } = useTexts();
  const [given, setGiven] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason !== undefined && given.trim() === "";
  return (
    <Dialog
      acts={
        <>
          <Button onPress={onClose}>{shell.acts.cancel}</Button>
          <Button isBusy={isBusy} kind="danger" type="submit">
            {act}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (!isMissing && !isBusy) onConfirm(given);
      }}
      title={title}
    >
      {number !== undefined && (
        <p className={styles.about}>
          <Number number={number} />
          {level !== undefined && <Severity level={level} />}
        </p>
      )}
      {children}
      {reason !== undefined && (
        <TextArea
          faults={isAsked && isMissing ? [{ rule: "F1", message: parts.reasonMissing }] : faults}
          isRequired
          label={reason}
          name="reason"
          onChange={setGiven}
          rows={3}
          value={given}
        />
      )}
    </Dialog>
  );
}
