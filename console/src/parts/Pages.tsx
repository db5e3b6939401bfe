import { Button } from "./Button.js";
import styles from "./Pages.module.css";

/** Where a page of a list begins or ends; both empty: it is the first. */
export interface PageAt {
  readonly after: string;
  readonly before: string;
}

export const FIRST_PAGE: PageAt = { after: "", before: "" };

/** What a connection of the gateway takes for a page of `size` rows. */
export function pageArguments({ after, before }: PageAt, size: number) {
  return before !== "" ? { last: size, before } : { first: size, after: after === "" ? null : after };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | null;
  readonly endCursor?: string | null;
}

/** The ways to the pages beside this one; nothing where there are none. */
export function Pages({
  page,
  next,
  previous,
  onTurn,
}: {
  readonly page: PageInfo;
  /** What the buttons say. */
  readonly next: string;
  readonly previous: string;
  readonly onTurn: (at: PageAt) => void;
}) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav className={styles.pages}>
      <Button
        icon="previous"
        isDisabled={!hasPreviousPage}
        onPress={() => onTurn({ after: "", before: startCursor ?? "" })}
      >
        {previous}
      </Button>
      <Button icon="next" isDisabled={!hasNextPage} onPress={() => onTurn({ after: endCursor ?? "", before: "" })}>
        {next}
      </Button>
    </nav>
  );
}
