import type { ReactNode } from "react";
import { Button } from "../parts/Button.js";
import { KeyHint } from "../parts/KeyHint.js";
import { walkFaults } from "../parts/ViolationSummary.js";
import { useTexts } from "../texts/TextsContext.js";
import type { Draft } from "../drafts/draft.js";
import styles from "./Form.module.css";
import { SendingNote } from "./SendingNote.js";
import type { Faults } from "./useFaults.js";
import { isUnderWay, type Sending } from "./useSubmit.js";

/** What can be done with a form, at its foot: send it, keep it, go to what is wrong. */
export function FormFoot({
  faults,
  sending,
  draft,
  act,
  onSend,
  onLeave,
  isReadOnly,
  children,
}: {
  readonly faults: Faults;
  readonly sending: Sending<unknown>;
  readonly draft: Pick<Draft<unknown>, "renew">;
  /** What the button says. */
  readonly act: string;
  readonly onSend: () => void;
  /** Keeps the draft and leaves. */
  readonly onLeave: () => void;
  readonly isReadOnly: boolean;
  /** What else can be done. */
  readonly children?: ReactNode;
}) {
  const { report, shell } = useTexts();
  const { length } = faults.all;
  const isBusy = isUnderWay(sending);
  return (
    <div className={styles.foot}>
      <SendingNote draft={draft} sending={sending} />
      <Button onPress={onLeave}>{shell.drafts.closeAndKeep}</Button>
      {length > 0 && (
        <Button icon="down" onPress={() => walkFaults(1)}>
          {report.form.faults(length)}
          <span className="visually-hidden">: {report.form.firstFault}</span>
        </Button>
      )}
      {children}
      <Button isBusy={isBusy} isDisabled={isReadOnly} kind="primary" onPress={onSend}>
        {act}
      </Button>
      {length === 0 && (
        <span className={styles.keys}>
          <KeyHint keys={["Ctrl", "Enter"]} />
        </span>
      )}
    </div>
  );
}
