import { useId, type ReactNode } from "react";
import { classes } from "./classes.js";
import styles from "./Panel.module.css";

/** A part of a page on a ground of its own, with its heading. */
export function Panel({
  title,
  note,
  second,
  acts,
  isFlush = false,
  children,
}: {
  readonly title: ReactNode;
  /** Beside the title: how many, in which order. */
  readonly note?: ReactNode;
  /** Under the title, such as the form's own Kazakh words. */
  readonly second?: ReactNode;
  readonly acts?: ReactNode;
  /** Its content reaches to the edges: lists and tables. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.panel}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId}>{title}</h2>
          {note && <span className={styles.note}>{note}</span>}
          {second && <div className={styles.second}>{second}</div>}
        </div>
        {acts && <div className={styles.acts}>{acts}</div>}
      </header>
      <div className={classes(!isFlush && styles.content)}>{children}</div>
    </section>
  );
}

/** The head of a page: where it is, its one heading, what stands under it, what can be done. */
export function PageHead({
  crumbs,
  title,
  second,
  acts,
  level = 1,
}: {
  readonly crumbs?: ReactNode;
  readonly title: ReactNode;
  readonly second?: ReactNode;
  readonly acts?: ReactNode;
  /** 2 where it is the head of something within a page that has a heading of its own. */
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <header className={styles.page}>
      <div className={styles.pageTitles}>
        {crumbs && <div className={styles.crumbs}>{crumbs}</div>}
        <Heading tabIndex={-1}>{title}</Heading>
        {second && <div className={styles.second}>{second}</div>}
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </header>
  );
}
