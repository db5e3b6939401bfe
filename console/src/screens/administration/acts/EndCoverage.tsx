import { EndCoverageDocument } from "../../../operations/generated.js";
import { Facts } from "../../../parts/Facts.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { ActDialog } from "../ActDialog.js";
import { Moment, useFields, useMoments } from "../fields.js";
import type { Coverage, ProtectedObject } from "../../../shared/registers/registers.js";

/** Sets the end of a period of coverage. */
export function EndCoverage({
  object,
  coverage,
  onClose,
}: {
  readonly object: ProtectedObject;
  readonly coverage: Coverage;
  readonly onClose: () => void;
}) {
  const { administration } = useTexts();
  const { fields, objects } = administration;
  const moments = useMoments();
  const { values, field } = useFields({
    endsAt: coverage.endsAt === null ? "" : writeDateTime(Date.parse(coverage.endsAt)),
  });
  return (
    <ActDialog
      act={objects.endCoverage}
      document={EndCoverageDocument}
      input={() => {
        const faults = [...moments.missing(values), ...moments.faults(values)];
        return faults.length > 0 ? faults : { coverageId: coverage.id, endsAt: moments.read(values.endsAt) ?? "" };
      }}
      isDanger
      labels={{ endsAt: fields.endsAt }}
      onClose={onClose}
      title={`${objects.endCoverage}: ${object.code}`}
    >
      <Facts
        facts={[
          { name: fields.object, value: object.name },
          { name: fields.soc, value: coverage.soc?.name ?? objects.hidden },
          { name: fields.startsAt, value: writeDateTime(Date.parse(coverage.startsAt)) },
        ]}
      />
      <Moment {...field("endsAt")} isRequired label={fields.endsAt} />
    </ActDialog>
  );
}
