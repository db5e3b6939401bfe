import { useDraft } from "../../../forms/useDraft.js";
import { useSubmit } from "../../../forms/useSubmit.js";
import { DecideRetractionDocument, RequestRetractionDocument } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { retractionOf } from "../pending.js";
import { useTook } from "../useDossier.js";
import { ActForm, type Values } from "./ActForm.js";
import type { ActProps } from "./acts.js";

const NOTHING: Values = {};

/** L18: the SOC asks to retract an incident that it reported in error. */
export function RequestRetraction({ incident, onClose }: ActProps) {
  const { requestRetraction: says } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act REQUEST_RETRACTION", incident.number, NOTHING);
  const { sending, send } = useSubmit(RequestRetractionDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[{ name: "grounds", kind: "text", label: says.grounds }]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ grounds = "" }) => {
        const answer = await send({ incidentId: incident.number, grounds });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    />
  );
}

/** L18: the national centre grants it or refuses it; granted, it cannot be taken back. */
export function DecideRetraction({ incident, onClose }: ActProps) {
  const { dossier } = useTexts();
  const { decideRetraction: says } = dossier.acts;
  const [draft, state] = useDraft<Values>("act DECIDE_RETRACTION", incident.number, NOTHING);
  const { sending, send } = useSubmit(DecideRetractionDocument, draft);
  const took = useTook();
  const grounds = retractionOf(incident)?.grounds;
  return (
    <ActForm
      act={says.act}
      draft={draft}
      fields={[
        {
          name: "isGranted",
          kind: "choice",
          label: says.decision,
          choices: [
            { value: "true", label: says.granted },
            { value: "false", label: says.refused },
          ],
        },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      incident={incident}
      isDanger
      onClose={onClose}
      onSend={async ({ isGranted, reason = "" }) => {
        const answer = await send({ incidentId: incident.number, isGranted: isGranted === "true", reason });
        if (answer) took(answer.incident);
      }}
      says={says.says}
      sending={sending}
      state={state}
      title={says.title}
    >
      {grounds && <p>{dossier.chronicle.quoted(grounds)}</p>}
    </ActForm>
  );
}
