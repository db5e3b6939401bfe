import { useState } from "react";
import { useDraft } from "../../../forms/useDraft.js";
import { useSubmit } from "../../../forms/useSubmit.js";
import { RecordReceivedOtherwiseDocument, WithdrawReceivedOtherwiseDocument } from "../../../operations/generated.js";
import { useLanguage, useTexts } from "../../../texts/TextsContext.js";
import { writeFull } from "../../../time/write.js";
import { dutyOf } from "../../../shared/duties/words.js";
import { dotted } from "../../../texts/one-line.js";
import { useTook } from "../useDossier.js";
import { ActForm, type Values } from "./ActForm.js";
import type { ActProps } from "./acts.js";
import { receivable } from "./acts.js";

const NOTHING: Values = {};
const WAYS = ["TELEPHONE", "LETTER", "EMAIL", "MESSENGER", "IN_PERSON", "OTHER"] as const;

/** L22: the national centre records that a duty was met by another way than through the gateway. */
export function ReceivedOtherwise({ incident, onClose }: ActProps) {
  const texts = useTexts();
  const { words } = texts;
  const { otherwise: says } = texts.dossier.acts;
  const [duties] = useState(() => receivable(incident));
  const [draft, state] = useDraft<Values>("act RECEIVED_OTHERWISE", incident.number, NOTHING);
  const { sending, send } = useSubmit(RecordReceivedOtherwiseDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[
        {
          name: "obligationId",
          kind: "choice",
          label: says.duty,
          choices: duties.map(({ id, rule }) => ({ value: id, label: dotted(dutyOf(rule, texts), rule) })),
        },
        {
          name: "channel",
          kind: "choice",
          label: says.way,
          choices: WAYS.map((way) => ({ value: way, label: words.ownerChannels[way] })),
        },
        { name: "receivedAt", kind: "instant", label: says.at },
        { name: "receivedBy", kind: "line", label: says.by, help: says.byHelp },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      incident={incident}
      onClose={onClose}
      onSend={async ({ obligationId = "", channel: chosen, receivedAt = "", receivedBy = "", reason = "" }) => {
        const channel = WAYS.find((way) => way === chosen);
        if (!channel) return;
        const answer = await send({ obligationId, channel, receivedAt, receivedBy, reason });
        if (answer?.obligation.incident) took(answer.obligation.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** L22: a record of that which was made in error. */
export function WithdrawOtherwise({ incident, onClose }: ActProps) {
  const texts = useTexts();
  const { words } = texts;
  const language = useLanguage();
  const { withdrawOtherwise: says } = texts.dossier.acts;
  const [records] = useState(() =>
    incident.obligations.flatMap(({ rule, receivedOtherwise }) =>
      receivedOtherwise.filter(({ withdrawnAt }) => !withdrawnAt).map((record) => ({ ...record, rule })),
    ),
  );
  const [draft, state] = useDraft<Values>("act WITHDRAW_OTHERWISE", incident.number, NOTHING);
  const { sending, send } = useSubmit(WithdrawReceivedOtherwiseDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[
        {
          name: "receivedOtherwiseId",
          kind: "choice",
          label: says.which,
          choices: records.map(({ id, rule, channel, receivedAt, receivedBy }) => ({
            value: id,
            label: dotted(rule, words.ownerChannels[channel], writeFull(Date.parse(receivedAt), language), receivedBy),
          })),
        },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ receivedOtherwiseId = "", reason = "" }) => {
        const answer = await send({ receivedOtherwiseId, reason });
        if (answer?.obligation.incident) took(answer.obligation.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}
