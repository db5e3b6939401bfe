import {
  CorrectConfirmationDocument,
  RefuseCorrectionDocument,
  RequestCorrectionDocument,
  WithdrawCorrectionDocument,
} from "../../../operations/generated.js";
import type { Texts } from "../../../texts/texts.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { requestOf } from "../pending.js";
import { ActForm } from "./ActForm.js";
import type { ActProps } from "./acts.js";

/** L4: the national centre corrects the confirmation; where the SOC has asked for one, with the time that it asks for. */
export function CorrectConfirmation(props: ActProps) {
  const { correct: says } = useTexts().dossier.acts;
  return <Confirmed {...props} document={CorrectConfirmationDocument} name="CORRECT" says={says} />;
}

/** L4: the SOC asks the national centre to correct a confirmation that it declared by mistake. */
export function RequestCorrection(props: ActProps) {
  const { requestCorrection: says } = useTexts().dossier.acts;
  return <Confirmed {...props} document={RequestCorrectionDocument} name="REQUEST_CORRECTION" says={says} />;
}

function Confirmed({
  says,
  ...act
}: ActProps & {
  readonly name: "CORRECT" | "REQUEST_CORRECTION";
  readonly document: typeof CorrectConfirmationDocument | typeof RequestCorrectionDocument;
  readonly says: Texts["dossier"]["acts"]["correct"];
}) {
  const { incident } = act;
  const asked = requestOf(incident)?.confirmedAt ?? incident.confirmedAt;
  return (
    <ActForm
      {...act}
      begin={{ confirmedAt: writeDateTime(Date.parse(asked)) }}
      fields={[
        { name: "confirmedAt", kind: "instant", label: says.at, known: asked },
        { name: "reason", kind: "text", label: says.reason },
      ]}
      input={({ confirmedAt, reason }) => ({ incidentId: incident.number, confirmedAt, reason })}
      says={says}
    />
  );
}

/** L4: the national centre refuses to. */
export function RefuseCorrection(act: ActProps) {
  const { refuseCorrection: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={RefuseCorrectionDocument}
      fields={[{ name: "reason", kind: "text", label: says.reason }]}
      input={({ reason }) => ({ incidentId: act.incident.number, reason })}
      isDanger
      name="REFUSE_CORRECTION"
      says={says}
    />
  );
}

/** L4: the SOC takes its request back. */
export function WithdrawCorrection(act: ActProps) {
  const { withdrawCorrection: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={WithdrawCorrectionDocument}
      fields={[]}
      input={() => ({ incidentId: act.incident.number })}
      isDanger
      name="WITHDRAW_CORRECTION"
      says={says}
    />
  );
}
