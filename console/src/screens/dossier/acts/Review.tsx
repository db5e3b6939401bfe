import { useDraft } from "../../../forms/useDraft.js";
import { useSubmit } from "../../../forms/useSubmit.js";
import { ReviewSeverityDocument } from "../../../operations/generated.js";
import { LEVELS } from "../../../parts/Severity.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { useTook } from "../useDossier.js";
import { ActForm, type Values } from "./ActForm.js";
import type { ActProps } from "./acts.js";

const NOTHING: Values = {};

/** RA.1: a decision about the level. */
export function Review({ incident, onClose }: ActProps) {
  const { review } = useTexts().dossier.acts;
  const [draft, state] = useDraft<Values>("act REVIEW", incident.number, NOTHING);
  const { sending, send } = useSubmit(ReviewSeverityDocument, draft);
  const took = useTook();
  return (
    <ActForm
      act={review.act}
      draft={draft}
      fields={[
        { name: "severity", kind: "level", label: review.level },
        // Only a level that stays Undetermined needs one (L11).
        { name: "reason", kind: "text", label: review.reason, isOptional: state.value["severity"] !== "UNDETERMINED" },
      ]}
      incident={incident}
      onClose={onClose}
      onSend={async ({ severity: chosen, reason = "" }) => {
        const severity = LEVELS.find((level) => level === chosen);
        if (!severity) return;
        const answer = await send({
          incidentId: incident.number,
          severity,
          ...(reason.trim() === "" ? {} : { reason }),
        });
        if (answer) took(answer.incident);
      }}
      says={review.says}
      sending={sending}
      state={state}
      title={review.title}
    />
  );
}
