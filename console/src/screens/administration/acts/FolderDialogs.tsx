import { useState } from "react";
import { BindReserveFolderDocument, UnbindReserveFolderDocument } from "../../../operations/generated.js";
import { ChoiceGroup } from "../../../parts/ChoiceGroup.js";
import { Loading } from "../../../parts/States.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import type { Party } from "../ContactFacts.js";
import { useFieldFaults } from "../faults.js";
import { type Account, rowsOf, useAccounts } from "../../../shared/registers/registers.js";
import { rolesOf } from "../roles.js";

/** As whom files of a party's reserve folder act from now on. */
export function BindFolder({ party, onClose }: { readonly party: Party; readonly onClose: () => void }) {
  const { administration, parts } = useTexts();
  const { folders, fields } = administration;
  const register = useAccounts();
  const its = rowsOf(register).filter((account) => account.party.id === party.id);
  const [actor, setActor] = useState<string | null>(party.reserveActor?.id ?? null);
  return (
    <ActDialog
      act={folders.bind}
      document={BindReserveFolderDocument}
      input={() =>
        actor === null ? [{ rule: "F1", path: ["actorId"], message: parts.choiceMissing }] : { actorId: actor }
      }
      labels={{ actorId: fields.account }}
      onClose={onClose}
      title={folders.bindTitle(party.code)}
    >
      <p>{folders.bindWhy}</p>
      {register.state === "LOADING" ? (
        <Loading rows={2} />
      ) : its.length === 0 ? (
        <p>{folders.noAccounts}</p>
      ) : (
        <Accounts accounts={its} onChange={setActor} value={actor} />
      )}
    </ActDialog>
  );
}

function Accounts({
  accounts,
  value,
  onChange,
}: {
  readonly accounts: readonly Account[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const texts = useTexts();
  const { faults, changes } = useFieldFaults("actorId");
  return (
    <ChoiceGroup
      choices={accounts.map(({ id, name, roles }) => ({ value: id, label: name, help: rolesOf(roles, texts) }))}
      faults={faults}
      isColumn
      isRequired
      label={texts.administration.fields.account}
      name="actorId"
      onChange={changes(onChange)}
      value={value}
    />
  );
}

/** Lets the files of a party's reserve folder wait. */
export function UnbindFolder({ party, onClose }: { readonly party: Party; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { folders } = administration;
  return (
    <ActDialog
      act={folders.unbind}
      document={UnbindReserveFolderDocument}
      input={() => ({ partyId: party.code })}
      isDanger
      labels={{}}
      onClose={onClose}
      title={folders.unbindTitle(party.code)}
    >
      <p>{folders.unbindWhy}</p>
    </ActDialog>
  );
}
