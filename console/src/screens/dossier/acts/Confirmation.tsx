import { useDraft } from "../../../forms/useDraft.js";
import { useSubmit } from "../../../forms/useSubmit.js";
import {
  CorrectConfirmationDocument,
  RefuseCorrectionDocument,
  RequestCorrectionDocument,
  WithdrawCorrectionDocument,
} from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { requestOf } from "../pending.js";
import { useTook } from "../useDossier.js";
import { ActForm, type Values } from "./ActForm.js";
import type { ActProps } from "./acts.js";

const NOTHING: Values = {};

/** L4: the national centre corrects the confirmation; where the SOC has asked for one, with the time that it asks for. */
export function CorrectConfirmation({ incident, onClose }: ActProps) {
  const { correct } = useTexts().dossier.acts;
  const asked = requestOf(incident)?.confirmedAt ?? incident.confirmedAt;
  const [draft, state] = useDraft<Values>("act CORRECT", incident.number, {
    confirmedAt: writeDateTime(Date.parse(asked)),
    reason: "",
  });
  const { sending, send } = useSubmit(CorrectConfirmationDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={correct.act}
      draft={draft}
      fields={[
        { name: "confirmedAt", kind: "instant", label: correct.at, known: asked },
        { name: "reason", kind: "text", label: correct.reason },
      ]}
      incident={incident}
      onClose={onClose}
      onSend={async ({ confirmedAt = "", reason = "" }) => {
        const answer = await send({ incidentId: incident.number, confirmedAt, reason });
        if (answer) took(answer.incident);
      }}
      says={correct.says}
      sending={sending}
      state={state}
      title={correct.title}
    />
  );
}

/** L4: the SOC asks the national centre to correct a confirmation that it declared by mistake. */
export function RequestCorrection({ incident, onClose }: ActProps) {
  const { requestCorrection: says } = useTexts().dossier.acts;
  const asked = requestOf(incident)?.confirmedAt ?? incident.confirmedAt;
  const [draft, state] = useDraft<Values>("act REQUEST_CORRECTION", incident.number, {
    confirmedAt: writeDateTime(Date.parse(asked)),
    reason: "",
  });
  const { sending, send } = useSubmit(RequestCorrectionDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[
        { name: "confirmedAt", kind: "instant", label: says.at, known: asked },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      incident={incident}
      onClose={onClose}
      onSend={async ({ confirmedAt = "", reason = "" }) => {
        const answer = await send({ incidentId: incident.number, confirmedAt, reason });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** L4: the national centre refuses to. */
export function RefuseCorrection({ incident, onClose }: ActProps) {
  const { refuseCorrection: says } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act REFUSE_CORRECTION", incident.number, NOTHING);
  const { sending, send } = useSubmit(RefuseCorrectionDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[{ name: "reason", kind: "text", label: says.reason }]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ reason = "" }) => {
        const answer = await send({ incidentId: incident.number, reason });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** L4: the SOC takes its request back. */
export function WithdrawCorrection({ incident, onClose }: ActProps) {
  const { withdrawCorrection: says } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act WITHDRAW_CORRECTION", incident.number, NOTHING);
  const { sending, send } = useSubmit(WithdrawCorrectionDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async () => {
        const answer = await send({ incidentId: incident.number });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}
