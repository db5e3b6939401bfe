import { useState } from "react";
import { StartCoverageDocument } from "../../../operations/generated.js";
import { useSession } from "../../../session/SessionContext.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { ActDialog } from "../ActDialog.js";
import { codeOf, Moment, NOTHING_PICKED, Picked, useFields, useMoments } from "../fields.js";
import { optionsOf, type ProtectedObject, rowsOf, useSocs } from "../../../shared/registers/registers.js";

/** Records that a SOC covers an object, from when to when. */
export function StartCoverage({ object, onClose }: { readonly object: ProtectedObject; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { fields, objects } = administration;
  const { clock } = useSession().link;
  const moments = useMoments();
  const { values, field } = useFields({ startsAt: writeDateTime(clock.now()), endsAt: "" });
  const [soc, setSoc] = useState(NOTHING_PICKED);
  const register = useSocs();
  return (
    <ActDialog
      act={objects.startCoverage}
      document={StartCoverageDocument}
      input={() => {
        const faults = [...moments.missing({ startsAt: values.startsAt }), ...moments.faults(values)];
        if (faults.length > 0) return faults;
        return {
          objectId: object.code,
          socId: codeOf(soc),
          startsAt: moments.read(values.startsAt) ?? "",
          endsAt: moments.read(values.endsAt),
        };
      }}
      labels={{ socId: fields.soc, objectId: fields.object, startsAt: fields.startsAt, endsAt: fields.endsAt }}
      onClose={onClose}
      result={({ liveNotificationCount }) =>
        liveNotificationCount === 0 ? null : <p>{objects.liveNotifications(liveNotificationCount)}</p>
      }
      title={`${objects.startCoverage}: ${object.code}`}
    >
      <Picked
        isLoading={register.state === "LOADING"}
        isRequired
        label={fields.soc}
        name="socId"
        onPick={setSoc}
        options={optionsOf(rowsOf(register))}
        pick={soc}
      />
      <Moment {...field("startsAt")} isRequired label={fields.startsAt} />
      <Moment {...field("endsAt")} label={administration.optional(fields.endsAt)} />
    </ActDialog>
  );
}
