import type { ReactNode } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { Button } from "./Button.js";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import styles from "./States.module.css";

/** What stands where there is nothing yet: what would be here, and why it is not. */
export function Empty({
  title,
  children,
  act,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {act}
    </div>
  );
}

/** Rows to come. They show only after 300 ms: what is quicker than that would flicker. */
export function Loading({ rows = 5 }: { readonly rows?: number }) {
  const { shell } = useTexts();
  return (
    <div className={styles.loading}>
      <p className="visually-hidden" role="status">
        {shell.states.loading}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        <div aria-hidden="true" className={styles.skeleton} key={row} />
      ))}
    </div>
  );
}

/** What could not be read: the gateway's own sentence, and what can be done. */
export function Refused({
  message,
  requestId,
  onRetry,
}: {
  /** Empty: it does not answer. */
  readonly message: string;
  readonly requestId?: string | null | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { shell } = useTexts();
  return (
    <div className={classes(styles.state, styles.refused)} role="alert">
      <p className={styles.title}>
        <Icon name="fault" /> {shell.errors.title}
      </p>
      <div className={styles.words}>
        <p>{message || shell.errors.unreachable}</p>
        {requestId && <p>{shell.errors.requestId(requestId)}</p>}
      </div>
      {onRetry && <Button onPress={onRetry}>{shell.errors.tryAgain}</Button>}
    </div>
  );
}
