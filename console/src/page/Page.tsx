import { useEffect, useRef, type ReactNode } from "react";
import { useOverdueCount } from "../session/useLive.js";
import { useTexts } from "../texts/TextsContext.js";
import styles from "./Page.module.css";

interface Props {
  /** The screen's heading, and, with the count of what is overdue, the window's title. */
  readonly title: string;
  /** The heading is said, not shown: the screen is its own heading. */
  readonly isUntitled?: boolean;
  /** What stands beside the heading. */
  readonly acts?: ReactNode;
  /** The way here, above the heading. */
  readonly crumbs?: ReactNode;
  /** Under the heading: what it is, in a line or two. */
  readonly second?: ReactNode;
  readonly children?: ReactNode;
}

/** Every screen stands in one: it names the window and takes the focus when somebody comes to it. */
export function Page({ title, isUntitled = false, acts, crumbs, second, children }: Props) {
  const { shell } = useTexts();
  const overdue = useOverdueCount();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = shell.title(title, overdue);
  }, [shell, title, overdue]);
  useEffect(() => {
    // Whoever reads by ear hears where they have come to; what a screen focuses itself has the precedence.
    if (document.activeElement === document.body || document.activeElement?.closest("header")) heading.current?.focus();
  }, []);
  return (
    <div className={styles.page}>
      <div className={isUntitled ? "visually-hidden" : styles.top}>
        <div className={styles.titles}>
          {crumbs && <div className={styles.crumbs}>{crumbs}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {second}
        </div>
        {acts}
      </div>
      {children}
    </div>
  );
}
