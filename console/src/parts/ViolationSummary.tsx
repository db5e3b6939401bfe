import { useEffect, useId, useRef, type MouseEvent } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { fieldId, type Fault } from "./Field.js";
import { Icon } from "./Icon.js";
import styles from "./ViolationSummary.module.css";

/** A broken rule, and the field that it is about; null where the form has no field of that path. */
export interface SummedFault extends Fault {
  readonly field: { readonly name: string; readonly label: string } | null;
}

/**
 * All broken rules above the form; each entry leads to its field. It takes the focus when it comes: whoever shows it gives it another
 * `key` for each refusal, so that a second one is heard too.
 */
export function ViolationSummary({
  faults,
  isUnsent = false,
}: {
  readonly faults: readonly SummedFault[];
  /** The form found them itself: the gateway was not asked. */
  readonly isUnsent?: boolean;
}) {
  const { shell } = useTexts();
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section aria-labelledby={titleId} className={styles.summary} ref={ref} tabIndex={-1}>
      <h2 id={titleId}>
        <Icon name="fault" />
        {isUnsent ? shell.sending.incomplete(faults.length) : shell.sending.rejected(faults.length)}
      </h2>
      <ul>
        {faults.map(({ rule, message, field }) => (
          <li key={`${rule} ${field?.name ?? ""} ${message}`}>
            {field ? (
              <a href={`#${fieldId(field.name)}`} onClick={(event) => lead(event, field.name)}>
                {field.label}: {message}
              </a>
            ) : (
              message
            )}{" "}
            <span className={styles.rule}>{rule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lead(event: MouseEvent, name: string): void {
  const field = document.getElementById(fieldId(name));
  if (!field) return;
  event.preventDefault();
  show(field);
}

/** Moves the focus to the next field with a fault, or with -1 to the one before; round at the end. */
export function walkFaults(step: 1 | -1): void {
  const faulty = [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-fault="true"]')];
  const at = faulty.findIndex((field) => field.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : faulty.length - 1) : (at + step + faulty.length) % faulty.length;
  const field = faulty[next];
  if (field) show(field);
}

function show(field: HTMLElement): void {
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}
