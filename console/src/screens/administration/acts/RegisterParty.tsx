import { useLocation } from "wouter";
import { RegisterOwnerDocument, RegisterSocDocument } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import { Line, useFields } from "../fields.js";

/** Registers a SOC or an owner, and leads to it. */
export function RegisterParty({ kind, onClose }: { readonly kind: "Soc" | "Owner"; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { fields, parties } = administration;
  const { values, field } = useFields({ code: "", name: "", email: "" });
  const [, go] = useLocation();
  const labels = { code: fields.code, name: fields.name, email: fields.email };
  const named = { code: values.code.trim(), name: values.name };
  const form = (
    <>
      <Line {...field("code")} help={fields.codeHelp} isCode isRequired label={fields.code} />
      <Line {...field("name")} isRequired label={fields.name} />
      {kind === "Owner" && (
        <Line {...field("email")} help={fields.emailHelp} label={administration.optional(fields.email)} type="email" />
      )}
    </>
  );
  if (kind === "Soc")
    return (
      <ActDialog
        act={parties.registerSoc}
        document={RegisterSocDocument}
        input={() => named}
        labels={labels}
        onClose={onClose}
        onDone={({ soc }) => go(`/administration/socs/${soc.code}`)}
        title={parties.registerSoc}
      >
        {form}
      </ActDialog>
    );
  return (
    <ActDialog
      act={parties.registerOwner}
      document={RegisterOwnerDocument}
      input={() => ({ ...named, email: values.email.trim() || null })}
      labels={labels}
      onClose={onClose}
      onDone={({ owner }) => go(`/administration/owners/${owner.code}`)}
      title={parties.registerOwner}
    >
      {form}
    </ActDialog>
  );
}
