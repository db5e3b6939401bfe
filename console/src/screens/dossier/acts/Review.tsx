import { ReviewSeverityDocument } from "../../../operations/generated.js";
import type { Level } from "../../../parts/Severity.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActForm } from "./ActForm.js";
import type { ActProps } from "./acts.js";

/** RA.1: a decision about the level. */
export function Review(act: ActProps) {
  const { review: says } = useTexts().dossier.acts;
  return (
    <ActForm
      {...act}
      document={ReviewSeverityDocument}
      fields={[
        { name: "severity", kind: "level", label: says.level },
        {
          name: "reason",
          kind: "text",
          label: says.reason,
          // Only a level that stays Undetermined needs one (L11).
          isOptional: ({ severity }) => severity !== "UNDETERMINED",
        },
      ]}
      input={({ severity, reason }) => ({
        incidentId: act.incident.number,
        severity: severity as Level,
        ...(reason.trim() === "" ? {} : { reason }),
      })}
      name="REVIEW"
      says={says}
    />
  );
}
