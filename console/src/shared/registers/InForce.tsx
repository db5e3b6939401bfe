import { useCallback } from "react";
import { useNowFor } from "../../session/now.js";
import { useTexts } from "../../texts/TextsContext.js";
import { writeDateTime } from "../../time/write.js";
import styles from "./Registers.module.css";
import { hasEnded } from "./registers.js";

interface Ending {
  readonly endedAt: string | null;
  readonly replacedBy?: { readonly code: string } | null;
}

/** Whether it is in force, when it ends, and what has taken its place. */
export function InForce({ of: { endedAt, replacedBy } }: { readonly of: Ending }) {
  const { administration } = useTexts();
  const isOver = useNowFor(useCallback((now: number) => hasEnded(endedAt, now), [endedAt]));
  if (endedAt === null) return administration.inForce;
  const at = writeDateTime(Date.parse(endedAt));
  return (
    <span className={styles.ended}>
      {isOver ? administration.ended(at) : administration.ends(at)}
      {replacedBy ? ` · ${administration.replacedBy(replacedBy.code)}` : ""}
    </span>
  );
}
