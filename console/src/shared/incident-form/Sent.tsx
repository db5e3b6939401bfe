import { useEffect, useRef } from "react";
import { FaultList } from "../../parts/Field.js";
import { Receipt } from "../../parts/Receipt.js";
import type { AcceptedFragment } from "../../operations/generated.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Sent.module.css";

/** That something was accepted: its receipt, and what is doubtful about it. */
export function Sent({
  title,
  receipt,
  warnings,
  isRepeated,
}: {
  readonly title: string;
  readonly receipt: AcceptedFragment["receipt"];
  readonly warnings: AcceptedFragment["warnings"];
  readonly isRepeated: boolean;
}) {
  const { shell } = useTexts();
  const sent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus has gone with the form: whoever uses the keyboard goes on from here.
    if (document.activeElement === document.body) sent.current?.focus();
  }, []);
  return (
    <div className={styles.sent} ref={sent} tabIndex={-1}>
      {isRepeated && <p>{shell.sending.repeated}</p>}
      {warnings.length > 0 && (
        <section className={styles.warnings}>
          <h3>{shell.sending.warnings}</h3>
          <FaultList faults={warnings} kind="warning" />
        </section>
      )}
      <Receipt receipt={receipt} title={title} />
    </div>
  );
}
