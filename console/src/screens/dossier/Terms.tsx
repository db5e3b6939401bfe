import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import { TermBar } from "../../parts/TermBar.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { termOf } from "../../shared/duties/terms.js";
import { dotted } from "../../texts/one-line.js";
import type { Duty, Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** Every duty of the incident on its own scale, by the gateway's clock. */
export function Terms({ incident }: { readonly incident: Incident }) {
  const texts = useTexts();
  const { dossier, words } = texts;
  const language = useLanguage();
  const now = useNow();
  const announced = useLive(({ dueSoon }) => dueSoon);
  const duties = incident.obligations.filter(({ isVoid }) => !isVoid);
  const noteOf = (duty: Duty): string =>
    dotted(
      duty.object?.name ?? duty.objectCode ?? duty.objectDescription ?? "",
      duty.metBy === "RECEIVED_OTHERWISE"
        ? dotted(words.means.RECEIVED_OTHERWISE, wayOf(duty))
        : duty.metBy
          ? dossier.metBy(words.means[duty.metBy])
          : "",
      duty.waivedReason && duty.waivedBy ? dossier.waivedWhy(words.waivedBy[duty.waivedBy], duty.waivedReason) : "",
    );
  // A card that came by another way is recorded once, on one of the duties that it meets.
  const records = incident.obligations.flatMap(({ receivedOtherwise }) => receivedOtherwise);
  const wayOf = (duty: Duty): string => {
    const record = [...duty.receivedOtherwise, ...records].find(({ withdrawnAt }) => !withdrawnAt);
    if (!record) return "";
    const { channel, receivedAt, receivedBy, reason } = record;
    return dotted(
      words.ownerChannels[channel],
      writeMoment(Date.parse(receivedAt), now, language),
      dossier.receivedBy(receivedBy),
      dossier.chronicle.quoted(reason),
    );
  };
  return (
    <section aria-label={dossier.terms} className={styles.terms}>
      {duties.length === 0 && <p className={styles.none}>{dossier.noTerms}</p>}
      {duties.map((duty) => (
        <TermBar
          key={duty.id}
          note={noteOf(duty) || undefined}
          now={now}
          term={termOf(duty, now, announced.has(duty.id))}
        />
      ))}
    </section>
  );
}
