import { DecideRetractionDocument, RequestRetractionDocument } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { retractionOf } from "../pending.js";
import { ActForm } from "./ActForm.js";
import type { ActProps } from "./acts.js";

/** L18: the SOC asks to retract an incident that it reported in error. */
export function RequestRetraction(act: ActProps) {
  const { requestRetraction: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={RequestRetractionDocument}
      fields={[{ name: "grounds", kind: "text", label: says.grounds }]}
      input={({ grounds }) => ({ incidentId: act.incident.number, grounds })}
      isDanger
      name="REQUEST_RETRACTION"
      says={says}
    />
  );
}

/** L18: the national centre grants it or refuses it; granted, it cannot be taken back. */
export function DecideRetraction(act: ActProps) {
  const { dossier } = useTexts();
  const { decideRetraction: says } = dossier.acts;
  const grounds = retractionOf(act.incident)?.grounds;
  return (
    <ActForm
      {...act}
      document={DecideRetractionDocument}
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
      input={({ isGranted, reason }) => ({
        incidentId: act.incident.number,
        isGranted: isGranted === "true",
        reason,
      })}
      isDanger
      name="DECIDE_RETRACTION"
      says={says}
    >
      {grounds && <p>{dossier.chronicle.quoted(grounds)}</p>}
    </ActForm>
  );
}
