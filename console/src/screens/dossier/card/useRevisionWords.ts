import { useSession } from "../../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../../texts/TextsContext.js";
import { writeMoment } from "../../../time/write.js";
import type { Incident } from "../useDossier.js";

/** When a revision was received and who sent it, as far as that may be known. */
export function useRevisionWords(): (incident: Incident, revision: number) => string {
  const { dossier } = useTexts();
  const language = useLanguage();
  const { clock } = useSession().link;
  return ({ cardRevisions }, revision) => {
    const found = cardRevisions.find((one) => one.revision === revision);
    return found
      ? dossier.card.received(revision, writeMoment(Date.parse(found.receivedAt), clock.now(), language))
      : dossier.card.revision(revision);
  };
}
