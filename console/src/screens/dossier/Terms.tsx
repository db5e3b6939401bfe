import { useNow } from "../../link/now.js";
import { standingAt } from "../../live/standing.js";
import type { LiveState } from "../../live/state.js";
import { useLive } from "../../live/useLive.js";
import { TermBar } from "../../parts/TermBar.js";
import { useTexts } from "../../texts/TextsContext.js";
import { dotted } from "../wall/facts.js";
import type { Duty, Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

const announcedIn = ({ dueSoon }: LiveState): LiveState["dueSoon"] => dueSoon;

/** Every duty of the incident on its own scale, by the gateway's clock. */
export function Terms({ incident }: { readonly incident: Incident }) {
  const texts = useTexts();
  const { dossier, words } = texts;
  const now = useNow();
  const announced = useLive(announcedIn);
  const duties = incident.obligations.filter(({ isVoid }) => !isVoid);
  const noteOf = (duty: Duty): string =>
    dotted(
      duty.object?.name ?? duty.objectCode ?? duty.objectDescription ?? "",
      duty.metBy ? dossier.metBy(words.means[duty.metBy]) : "",
      duty.waivedReason && duty.waivedBy ? dossier.waivedWhy(words.waivedBy[duty.waivedBy], duty.waivedReason) : "",
    );
  return (
    <section aria-label={dossier.terms} className={styles.terms}>
      {duties.length === 0 && <p className={styles.none}>{dossier.noTerms}</p>}
      {duties.map((duty) => {
        const standing = standingAt(duty, now);
        return (
          <TermBar
            key={duty.id}
            note={noteOf(duty) || undefined}
            now={now}
            term={{
              rule: duty.rule as keyof typeof words.duties,
              standing: standing === "RUNNING" && announced.has(duty.id) ? "DUE_SOON" : standing,
              startsAt: Date.parse(duty.startsAt),
              dueAt: Date.parse(duty.dueAt),
              metAt: duty.dischargedAt ? Date.parse(duty.dischargedAt) : null,
            }}
          />
        );
      })}
    </section>
  );
}
