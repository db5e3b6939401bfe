import { FormHead } from "../../forms/FormHead.js";
import { Written } from "../../forms/OtherTab.js";
import type { Draft, DraftState } from "../../drafts/draft.js";
import { SendingNote } from "../../forms/SendingNote.js";
import { changedIn, useFaults } from "../../forms/useFaults.js";
import { isUnderWay, useSubmit } from "../../forms/useSubmit.js";
import {
  type OwnerChannel,
  type OwnerDutyFragment,
  SendOwnerNotificationDocument,
} from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { DateTimeField } from "../../parts/DateTimeField.js";
import { TextArea, TextField } from "../../parts/TextFields.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Missing } from "./missing.js";
import { Sent } from "./Sent.js";
import styles from "./TellOwner.module.css";

/** The record that an owner was told, as it is being written. */
export interface OwnerDraft {
  readonly notifiedAt: string;
  readonly channel: OwnerChannel;
  readonly recipient: string;
  readonly note: string;
}

export const NOT_TOLD: OwnerDraft = { notifiedAt: "", channel: "TELEPHONE", recipient: "", note: "" };

const CHANNELS = ["TELEPHONE", "IN_PERSON", "MESSENGER", "EMAIL", "LETTER", "OTHER"] as const;

/** R9.2: records that the SOC told the owner of one object itself. */
export function OwnerForm({
  incident,
  duty,
  draft,
  state,
  now,
}: {
  /** Its number. */
  readonly incident: string;
  readonly duty: OwnerDutyFragment;
  readonly draft: Draft<OwnerDraft>;
  readonly state: DraftState<OwnerDraft>;
  readonly now: () => number;
}) {
  const { report, words } = useTexts();
  const { sending, send } = useSubmit(SendOwnerNotificationDocument, draft);
  const prefix = `owner.${duty.id.replaceAll(/[^\w-]/g, "")}`;
  const labels: Readonly<Record<string, string>> = {
    [`${prefix}.notifiedAt`]: report.owner.notifiedAt,
    [`${prefix}.channel`]: report.owner.channel,
    [`${prefix}.recipient`]: report.owner.recipient,
    [`${prefix}.note`]: report.owner.note,
  };
  const faults = useFaults(
    sending,
    (name) => labels[name] ?? null,
    (path) => `${prefix}.${path.join(".")}`,
  );
  const { value } = state;
  const set = (changes: Partial<OwnerDraft>): void => {
    const changed = changedIn(value, changes);
    if (changed.length === 0) return;
    draft.edit({ ...value, ...changes });
    faults.mended(changed.map((name) => `${prefix}.${name}`));
  };
  const field = (name: keyof OwnerDraft) => ({ name: `${prefix}.${name}`, faults: faults.at(`${prefix}.${name}`) });

  const submit = async (): Promise<void> => {
    const missing = new Missing(report.missing);
    const notifiedAt = missing.instant("notifiedAt", value.notifiedAt, null, now());
    missing.text("recipient", value.recipient);
    if (missing.faults.length > 0) return faults.found(missing.faults);
    const object = duty.objectCode
      ? { objectCode: duty.objectCode }
      : duty.objectDescription
        ? { objectDescription: duty.objectDescription }
        : {};
    await send({
      incidentId: incident,
      ...object,
      channel: value.channel,
      recipient: value.recipient,
      notifiedAt,
      ...(value.note.trim() === "" ? {} : { note: value.note }),
    });
  };

  if (sending.state === "ACCEPTED")
    return (
      <Sent
        isRepeated={sending.answer.isRepeated}
        receipt={sending.answer.receipt}
        title={report.owner.met}
        warnings={sending.answer.warnings}
      />
    );
  const isBusy = isUnderWay(sending);
  return (
    <div className={styles.form}>
      <FormHead draft={draft} faults={faults} state={state} />
      <Written isReadOnly={state.isReadOnly}>
        <DateTimeField
          {...field("notifiedAt")}
          isRequired
          label={report.owner.notifiedAt}
          now={now}
          onChange={(notifiedAt) => set({ notifiedAt })}
          value={value.notifiedAt}
        />
        <ChoiceGroup
          {...field("channel")}
          choices={CHANNELS.map((channel) => ({ value: channel, label: words.ownerChannels[channel] }))}
          label={report.owner.channel}
          onChange={(channel) => set({ channel })}
          value={value.channel}
        />
        <TextField
          {...field("recipient")}
          help={report.owner.recipientHelp}
          isRequired
          label={report.owner.recipient}
          onChange={(recipient) => set({ recipient })}
          value={value.recipient}
        />
        <TextArea
          {...field("note")}
          help={report.fields.optional}
          label={report.owner.note}
          onChange={(note) => set({ note })}
          rows={2}
          value={value.note}
        />
      </Written>
      <div className={styles.acts}>
        <Button isBusy={isBusy} isDisabled={state.isReadOnly} kind="primary" onPress={() => void submit()}>
          {report.owner.send}
        </Button>
        <SendingNote draft={draft} sending={sending} />
      </div>
    </div>
  );
}
