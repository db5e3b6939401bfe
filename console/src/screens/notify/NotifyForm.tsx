import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { FormFoot } from "../../forms/FormFoot.js";
import { Written } from "../../forms/OtherTab.js";
import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useDraft } from "../../forms/useDraft.js";
import { useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import { type NotificationFollowedQuery, SendNotificationDocument } from "../../operations/generated.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { ConfirmAct } from "../../parts/ConfirmAct.js";
import { MARKINGS, type MarkingName } from "../../parts/Marking.js";
import { Panel } from "../../parts/Panel.js";
import { TextArea } from "../../parts/TextFields.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Indicators } from "../../shared/indicators/Indicators.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { AboutField } from "./AboutField.js";
import { aboutOf, fieldOf, NO_NOTIFICATION, type NotifyDraft, notifyInput, previewInput } from "./notify-form.js";
import type { Accepted } from "./Notify.js";
import styles from "./Notify.module.css";
import { KnownRecipients } from "./KnownRecipients.js";
import { Preview } from "./Preview.js";
import { RecipientFields } from "./RecipientFields.js";

export interface Follows {
  readonly notification: NonNullable<NotificationFollowedQuery["notification"]>;
  readonly isWithdrawal: boolean;
}

/** The form of a notification, or of one that follows another: then its recipients are known. */
export function NotifyForm({
  follows,
  named,
  onAccepted,
}: {
  readonly follows: Follows | null;
  /** The number of what it is about, where that is known beforehand. */
  readonly named: string | null;
  readonly onAccepted: (accepted: Accepted) => void;
}) {
  const { notify, report, words } = useTexts();
  const kazakh = useKazakh().documents.threatAnalysis.members.analysis.members.indicators.label;
  const session = useSession();
  const [, go] = useLocation();
  const subject = follows ? `${follows.isWithdrawal ? "withdraws" : "supplements"} ${follows.notification.number}` : "";
  const [draft, state] = useDraft("notification", subject, NO_NOTIFICATION);
  const { sending, send } = useSubmit(SendNotificationDocument, draft);
  const [isAsked, ask] = useState(false);
  const { value } = state;
  const labels: Readonly<Record<string, string>> = {
    about: notify.about,
    to: notify.to,
    "to.socs": notify.socs,
    "to.objects": notify.objects,
    "to.sectors": notify.sectors,
    "to.sharingIndicators": notify.sharing,
    text: follows?.isWithdrawal ? notify.withdrawText : notify.text,
    marking: notify.marking,
  };
  const faults = useFaults(
    sending,
    (name) => labels[name] ?? (name.startsWith("indicators") ? notify.indicators : null),
    fieldOf,
  );
  const set = (changes: Partial<NotifyDraft>, ...names: readonly string[]): void => {
    draft.edit({ ...draft.state.get().value, ...changes });
    faults.mended(names);
  };
  useEffect(() => {
    if (!state.isOpen) return;
    const written = draft.state.get().value;
    if (named !== null && written.about?.number !== named) draft.edit({ ...written, about: aboutOf(named) });
    // What follows is as wide as what it follows, unless somebody says otherwise.
    if (follows && written.marking === null) draft.edit({ ...written, marking: follows.notification.marking });
  }, [draft, state.isOpen, named, follows]);

  const input = () => {
    const number = follows?.notification.number ?? "";
    const what = follows ? (follows.isWithdrawal ? { withdraws: number } : { supplements: number }) : null;
    return notifyInput(draft.state.get().value, what, { ...notify.missing, text: report.missing.text });
  };
  const submit = async (isSure = false): Promise<void> => {
    const { input: given, faults: missing } = input();
    const unpicked = faults.unpicked(report.missing.unpicked);
    if (!given || unpicked.length > 0) return faults.found([...missing, ...unpicked]);
    if (follows?.isWithdrawal && !isSure) return ask(true);
    ask(false);
    const answer = await send(given);
    if (!answer) return;
    session.live.applyAnswer({ notification: answer.notification });
    onAccepted({
      ...answer,
      number: answer.notification.number,
      title: `${follows ? (follows.isWithdrawal ? notify.sentWithdrawal : notify.sentSupplement) : notify.sent}: ${answer.notification.number}`,
      receiptTitle: notify.receipt,
      next: { says: notify.open, path: `/notifications/${answer.notification.number}` },
    });
  };
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });
  if (!state.isOpen) return null;
  return (
    <div className={styles.both}>
      <div className={styles.written}>
        <FormHead draft={draft} faults={faults} state={state} />
        <Written isReadOnly={state.isReadOnly}>
          {follows ? (
            <Panel title={follows.notification.number}>
              <p className={styles.quoted}>{follows.notification.text}</p>
              <p className={styles.second}>
                {notify.followsHelp} {follows.isWithdrawal ? notify.withdrawAsk : notify.supplementHelp}
              </p>
            </Panel>
          ) : (
            <>
              <AboutField
                about={value.about}
                faults={faults}
                onChange={(about, marking) =>
                  set({ about, ...(marking && value.marking === null ? { marking } : {}) }, "about")
                }
                onRecord={() => void draft.save().then(() => go("/notify?record"))}
              />
              <RecipientFields draft={value} faults={faults} onChange={set} />
            </>
          )}
          <Panel title={notify.says}>
            <div className={styles.fields}>
              <TextArea
                faults={faults.at("text")}
                help={follows?.isWithdrawal ? undefined : notify.textHelp}
                isRequired
                label={labels["text"] ?? ""}
                name="text"
                onChange={(text) => set({ text }, "text")}
                rows={4}
                value={value.text}
              />
              <ChoiceGroup
                choices={(Object.keys(MARKINGS) as MarkingName[]).map((marking) => ({
                  value: marking,
                  label: MARKINGS[marking],
                  help: words.markings[marking],
                }))}
                faults={faults.at("marking")}
                help={notify.markingHelp}
                isColumn
                label={notify.marking}
                name="marking"
                onChange={(marking) => set({ marking }, "marking")}
                value={value.marking}
              />
              {!follows?.isWithdrawal && (
                <Indicators
                  faults={faults}
                  indicators={value.indicators}
                  kazakh={kazakh}
                  label={notify.indicators}
                  name="indicators"
                  onChange={(indicators) => set({ indicators }, "indicators")}
                />
              )}
            </div>
          </Panel>
        </Written>
        <FormFoot
          act={follows ? (follows.isWithdrawal ? notify.withdraw : notify.sendSupplement) : notify.send}
          draft={draft}
          faults={faults}
          isReadOnly={state.isReadOnly}
          onLeave={() => void draft.save().then(() => go("/notifications"))}
          onSend={() => void submit()}
          sending={sending}
        />
      </div>
      <aside className={styles.aside}>
        {follows ? <KnownRecipients notification={follows.notification} /> : <Preview input={previewInput(value)} />}
        <div className={styles.draft}>
          <SavedBadge state={state} />
        </div>
      </aside>
      {isAsked && follows && (
        <ConfirmAct
          act={notify.withdraw}
          number={follows.notification.number}
          onClose={() => ask(false)}
          onConfirm={() => void submit(true)}
          title={notify.withdrawTitle(follows.notification.number)}
        >
          <p>{notify.withdrawAsk}</p>
        </ConfirmAct>
      )}
    </div>
  );
}
