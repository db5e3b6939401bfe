import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import type { CardFormQuery } from "../../operations/generated.js";
import { TermBar } from "../../parts/TermBar.js";
import { useTexts } from "../../texts/TextsContext.js";
import { termOf } from "../../shared/duties/terms.js";
import styles from "./Card.module.css";

/** R9.3 and RA.1 of the incident, by the gateway's clock. */
export function Term({ incident }: { readonly incident: NonNullable<CardFormQuery["incident"]> }) {
  const { card } = useTexts();
  const now = useNow();
  const dueSoon = useLive((state) => state.dueSoon);
  const duties = incident.obligations.filter(({ rule, isVoid }) => !isVoid && (rule === "R9.3" || rule === "RA.1"));
  return (
    <div className={styles.box}>
      {duties.map((duty) => (
        <TermBar key={duty.id} now={now} term={termOf(duty, now, dueSoon.has(duty.id))} />
      ))}
      <p className={styles.note}>
        {duties.length === 0 ? card.noTerm : incident.cardRevisions.length > 0 ? card.amends : card.due}
      </p>
    </div>
  );
}
