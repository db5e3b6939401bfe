import { useState } from "react";
import {
  type OwnerChannel,
  RecordReceivedOtherwiseDocument,
  WithdrawReceivedOtherwiseDocument,
} from "../../../operations/generated.js";
import { dutyOf } from "../../../shared/duties/words.js";
import { dotted } from "../../../texts/one-line.js";
import { useLanguage, useTexts } from "../../../texts/TextsContext.js";
import { writeFull } from "../../../time/write.js";
import { ActForm } from "./ActForm.js";
import { type ActProps, receivable } from "./acts.js";

const WAYS = ["TELEPHONE", "LETTER", "EMAIL", "MESSENGER", "IN_PERSON", "OTHER"] as const;

/** L22: the national centre records that a duty was met by another way than through the gateway. */
export function ReceivedOtherwise(act: ActProps) {
  const texts = useTexts();
  const { words } = texts;
  const { otherwise: says } = texts.dossier.acts;
  const [duties] = useState(() => receivable(act.incident));
  return (
    <ActForm
      {...act}
      document={RecordReceivedOtherwiseDocument}
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
      input={({ channel, ...values }) => ({ ...values, channel: channel as OwnerChannel })}
      name="RECEIVED_OTHERWISE"
      says={says}
    />
  );
}

/** L22: a record of that which was made in error. */
export function WithdrawOtherwise(act: ActProps) {
  const texts = useTexts();
  const { words } = texts;
  const language = useLanguage();
  const { withdrawOtherwise: says } = texts.dossier.acts;
  const [records] = useState(() =>
    act.incident.obligations.flatMap(({ rule, receivedOtherwise }) =>
      receivedOtherwise.filter(({ withdrawnAt }) => !withdrawnAt).map((record) => ({ ...record, rule })),
    ),
  );
  return (
    <ActForm
      {...act}
      document={WithdrawReceivedOtherwiseDocument}
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
      input={(values) => values}
      isDanger
      name="WITHDRAW_OTHERWISE"
      says={says}
    />
  );
}
