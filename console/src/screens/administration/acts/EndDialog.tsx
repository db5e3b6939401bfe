import { useState } from "react";
import { EndObjectDocument, EndSocDocument } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { ActDialog, warningsIn } from "../ActDialog.js";
import { codeOf, Moment, NOTHING_PICKED, Picked, Reason, useFields, useMoments } from "../fields.js";
import { optionsOf, rowsOf, useObjects, useSocs } from "../../../shared/registers/registers.js";

interface Ending {
  readonly code: string;
  readonly name: string;
  readonly endedAt: string | null;
  readonly replacedBy: { readonly code: string } | null;
}

/** Sets the end of a SOC or an object, or moves it, with what replaces it. What is still owed is said in the answer. */
export function EndDialog({
  what,
  of,
  onClose,
}: {
  readonly what: "Soc" | "ProtectedObject";
  readonly of: Ending;
  readonly onClose: () => void;
}) {
  const { administration } = useTexts();
  const { fields, parties, objects } = administration;
  const moments = useMoments();
  const { values, field } = useFields({
    endsAt: of.endedAt === null ? "" : writeDateTime(Date.parse(of.endedAt)),
    reason: "",
  });
  const [successor, setSuccessor] = useState({ ...NOTHING_PICKED, value: of.replacedBy?.code ?? null });
  const register = { Soc: useSocs(), ProtectedObject: useObjects() }[what];
  const others = optionsOf(rowsOf<{ code: string; name: string }>(register)).filter(({ value }) => value !== of.code);
  const wrong = () => {
    const faults = [...moments.missing({ endsAt: values.endsAt }), ...moments.faults({ endsAt: values.endsAt })];
    return faults.length > 0 ? faults : null;
  };
  const input = () => ({
    endsAt: moments.read(values.endsAt) ?? "",
    reason: values.reason,
    replacedById: codeOf(successor) || null,
  });
  const successorLabel = what === "Soc" ? fields.successorSoc : fields.successor;
  const labels = { endsAt: fields.endsAt, reason: fields.reason, replacedById: successorLabel };
  const titleOf = (act: string): string => `${of.endedAt === null ? act : administration.moveEnd}: ${of.code}`;
  const form = (
    <>
      <p>{what === "Soc" ? parties.endSocWhy : objects.endWhy}</p>
      <Moment {...field("endsAt")} isRequired label={fields.endsAt} />
      <Picked
        label={administration.optional(successorLabel)}
        name="replacedById"
        onPick={setSuccessor}
        options={others}
        pick={successor}
      />
      <Reason {...field("reason")} isRequired label={fields.reason} />
    </>
  );
  if (what === "Soc")
    return (
      <ActDialog
        act={of.endedAt === null ? parties.endSoc : administration.moveEnd}
        document={EndSocDocument}
        input={() => wrong() ?? { ...input(), socId: of.code }}
        isDanger
        labels={labels}
        onClose={onClose}
        result={({ warnings }) => warningsIn(warnings)}
        title={titleOf(parties.endSoc)}
      >
        {form}
      </ActDialog>
    );
  return (
    <ActDialog
      act={of.endedAt === null ? objects.end : administration.moveEnd}
      document={EndObjectDocument}
      input={() => wrong() ?? { ...input(), objectId: of.code }}
      isDanger
      labels={labels}
      onClose={onClose}
      result={({ warnings }) => warningsIn(warnings)}
      title={titleOf(objects.end)}
    >
      {form}
    </ActDialog>
  );
}
