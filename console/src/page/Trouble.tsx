import type { ReactNode } from "react";
import styles from "./Trouble.module.css";

/** Why a page shows nothing, and what to do. */
export function Trouble({
  title,
  says,
  children,
}: {
  /** Where the page's title does not say it already. */
  readonly title?: string;
  readonly says: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.trouble}>
      {title && <h2>{title}</h2>}
      <p>{says}</p>
      {children}
    </div>
  );
}
