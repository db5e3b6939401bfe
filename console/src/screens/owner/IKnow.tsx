import { SendingNote } from "../../forms/SendingNote.js";
import { isUnderWay, useSubmit } from "../../forms/useSubmit.js";
import {
  AcknowledgeIncidentDocument,
  OwnedIncidentPageDocument,
  type OwnedIncidentFragment,
} from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { FaultList } from "../../parts/Field.js";
import { Icon } from "../../parts/Icon.js";
import { useMay, useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeFull } from "../../time/write.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import { useCommands } from "../../keyboard/commands.js";
import { knownOf } from "./known.js";
import styles from "./Owner.module.css";

/** The owner's own word that it knows (R9.2, L8): the button until then, afterwards since when. */
export function IKnow({ incident }: { readonly incident: OwnedIncidentFragment }) {
  const { owner } = useTexts();
  const language = useLanguage();
  const mayAcknowledge = useMay("acknowledge");
  const { readings } = useSession();
  const { sending, send } = useSubmit(AcknowledgeIncidentDocument);
  const known = knownOf(incident);
  const isBusy = isUnderWay(sending);
  const isOffered = known === null && mayAcknowledge && !incident.retractedAt;
  const acknowledge = async (): Promise<void> => {
    const answer = await send({ incidentNumber: incident.number });
    const state = answer?.incident;
    if (!state) return;
    readings.update(OwnedIncidentPageDocument, { number: incident.number }, ({ incident: before }) => ({
      incident: before && { ...before, ...state, card: before.card },
    }));
  };
  useCommands(
    isOffered ? [{ id: "know", says: owner.know.act, group: "here", keys: "KeyA", run: () => void acknowledge() }] : [],
  );
  if (known !== null || sending.state === "ACCEPTED")
    return (
      <section aria-live="polite" className={styles.known}>
        <p className={styles.knownLine}>
          <Icon name="met" size={20} />
          <b>
            {known === null ? owner.know.met : owner.know.knownSince(writeFull(Date.parse(known.receivedAt), language))}
          </b>
        </p>
        {sending.state === "ACCEPTED" ? (
          <Sent
            isRepeated={sending.answer.isRepeated}
            receipt={sending.answer.receipt}
            title={owner.know.met}
            warnings={sending.answer.warnings}
          />
        ) : (
          known?.submittedBy && <p className={styles.second}>{owner.know.by(known.submittedBy.name)}</p>
        )}
      </section>
    );
  if (!isOffered) return null;
  return (
    <section className={styles.know}>
      <p>{owner.know.says}</p>
      <Button isBusy={isBusy} kind="primary" onPress={() => void acknowledge()}>
        {owner.know.act}
      </Button>
      {sending.state === "REJECTED" && (
        <div role="alert">
          <FaultList faults={sending.violations} kind="fault" />
        </div>
      )}
      <SendingNote sending={sending} />
    </section>
  );
}
