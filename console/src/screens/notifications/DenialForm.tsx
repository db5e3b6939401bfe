import { FormFoot } from "../../forms/FormFoot.js";
import { Written } from "../../forms/OtherTab.js";
import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useDraft } from "../../forms/useDraft.js";
import { useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import { SendNotConfirmedDocument } from "../../operations/generated.js";
import { TextArea } from "../../parts/TextFields.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { Missing } from "../../shared/incident-form/missing.js";
import type { SentAnswer } from "./Answer.js";
import styles from "./Answer.module.css";

const NO_GROUNDS = { grounds: "" };

/** R9.5, R9.6: that nothing was confirmed, with the grounds. */
export function DenialForm({
  number,
  onAccepted,
}: {
  readonly number: string;
  readonly onAccepted: (answer: SentAnswer) => void;
}) {
  const { form, inbox, report } = useTexts();
  const kazakh = useKazakh().documents.notConfirmed.members.grounds.label;
  const { label } = form.documents.notConfirmed.members.grounds;
  const session = useSession();
  const [draft, state] = useDraft("denial", number, NO_GROUNDS);
  const { sending, send } = useSubmit(SendNotConfirmedDocument, draft);
  const faults = useFaults(sending, (name) => (name === "grounds" ? label : null));
  const submit = async (): Promise<void> => {
    const { grounds } = draft.state.get().value;
    const missing = new Missing(report.missing);
    missing.text("grounds", grounds);
    if (missing.faults.length > 0) return faults.found(missing.faults);
    const answer = await send({ grounds, notificationIds: [number] });
    if (!answer) return;
    session.live.applyAnswer({ notification: answer.notification });
    onAccepted({ ...answer, says: inbox.answer.denied });
  };
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });
  if (!state.isOpen) return null;
  return (
    <div className={styles.form}>
      <FormHead draft={draft} faults={faults} state={state} />
      <Written isReadOnly={state.isReadOnly}>
        <TextArea
          faults={faults.at("grounds")}
          isRequired
          kazakh={kazakh}
          label={label}
          name="grounds"
          onChange={(grounds) => {
            draft.edit({ grounds });
            faults.mended(["grounds"]);
          }}
          value={state.value.grounds}
        />
      </Written>
      <div className={styles.badge}>
        <SavedBadge state={state} />
      </div>
      <FormFoot
        act={inbox.answer.sendDenial}
        draft={draft}
        faults={faults}
        isReadOnly={state.isReadOnly}
        onLeave={() => void draft.save().then(() => history.back())}
        onSend={() => void submit()}
        sending={sending}
      />
    </div>
  );
}
