import { useNow } from "../../link/now.js";
import { useLive } from "../../live/useLive.js";
import { standingAt } from "../../live/standing.js";
import type { CardFormQuery } from "../../operations/generated.js";
import { TermBar } from "../../parts/TermBar.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Card.module.css";

/** R9.3 and RA.1 of the incident, by the gateway's clock. */
export function Term({ incident }: { readonly incident: NonNullable<CardFormQuery["incident"]> }) {
  const { card } = useTexts();
  const now = useNow();
  const dueSoon = useLive((state) => state.dueSoon);
  const duties = incident.obligations.filter(({ rule, isVoid }) => !isVoid && (rule === "R9.3" || rule === "RA.1"));
  return (
    <div className={styles.box}>
      {duties.map((duty) => {
        const standing = standingAt(duty, now);
        return (
          <TermBar
            key={duty.id}
            now={now}
            term={{
              rule: duty.rule as "R9.3" | "RA.1",
              standing: standing === "RUNNING" && dueSoon.has(duty.id) ? "DUE_SOON" : standing,
              startsAt: Date.parse(duty.startsAt),
              dueAt: Date.parse(duty.dueAt),
              metAt: duty.dischargedAt ? Date.parse(duty.dischargedAt) : null,
            }}
          />
        );
      })}
      <p className={styles.note}>
        {duties.length === 0 ? card.noTerm : incident.cardRevisions.length > 0 ? card.amends : card.due}
      </p>
    </div>
  );
}
