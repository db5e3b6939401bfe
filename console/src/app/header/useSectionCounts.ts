import { useMemo } from "react";
import { useObligations, useOverdueCount } from "../../session/useLive.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { SectionName } from "../../page/sections.js";

/** What stands beside a section: how much there is for somebody to do. */
export interface SectionCount {
  readonly count: number;
  /** What it counts, for who does not see it. */
  readonly says: string;
}

export function useSectionCounts(): Readonly<Partial<Record<SectionName, SectionCount>>> {
  const { shell } = useTexts();
  const obligations = useObligations();
  const overdue = useOverdueCount();
  const unanswered = useMemo(
    () =>
      new Set(
        obligations.flatMap(({ kind, notification }) =>
          kind === "ANSWER_NOTIFICATION" ? (notification?.id ?? []) : [],
        ),
      ).size,
    [obligations],
  );
  const late = { count: overdue, says: shell.sections.overdue(overdue) };
  return {
    wall: late,
    shift: late,
    notifications: { count: unanswered, says: shell.sections.unanswered(unanswered) },
  };
}
