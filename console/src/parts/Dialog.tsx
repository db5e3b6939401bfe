import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { Button, IconButton } from "./Button.js";
import styles from "./Dialog.module.css";
import { walkFaults } from "./ViolationSummary.js";

/**
 * A dialog over the page, by the browser's own: what is beneath cannot be reached, Esc closes it, the focus goes back to where
 * it was. It stands as long as it is rendered.
 */
export function Dialog({
  title,
  children,
  acts,
  onClose,
  onSubmit,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
  /** Left out where it cannot be closed without acting. */
  readonly onClose?: (() => void) | undefined;
  /** Makes it a form: Enter in a field, or its button of type `submit`. */
  readonly onSubmit?: (() => void) | undefined;
}) {
  const { shell } = useTexts();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    // The browser would take the button that closes it.
    dialog.querySelector<HTMLElement>("input, textarea, select, footer button")?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const Body = onSubmit ? "form" : "div";
  return (
    <dialog
      aria-labelledby={titleId}
      className={styles.dialog}
      // A second Esc would close it whatever `onCancel` says.
      closedby={onClose ? "closerequest" : "none"}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        if (!onSubmit || event.nativeEvent.isComposing) return;
        const isSend = event.code === "Enter" && (event.ctrlKey || event.metaKey);
        if (!isSend && event.code !== "F8") return;
        event.preventDefault();
        if (isSend) onSubmit();
        else walkFaults(event.shiftKey ? -1 : 1);
      }}
      ref={ref}
    >
      <Body
        className={styles.body}
        noValidate={onSubmit ? true : undefined}
        onSubmit={
          onSubmit &&
          ((event) => {
            event.preventDefault();
            onSubmit();
          })
        }
      >
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {onClose && <IconButton icon="close" label={shell.acts.close} onPress={onClose} />}
        </header>
        <div className={styles.content}>{children}</div>
        {acts && <footer className={styles.acts}>{acts}</footer>}
      </Body>
    </dialog>
  );
}

/** What came of an act, in the place of its dialog. */
export function DoneDialog({
  title,
  children,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const { shell } = useTexts();
  return (
    <Dialog
      acts={
        <Button kind="primary" onPress={onClose}>
          {shell.acts.close}
        </Button>
      }
      onClose={onClose}
      title={title}
    >
      {children}
    </Dialog>
  );
}
