import { useState } from "react";
import { ChangeActorRolesDocument } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import { Roles } from "../fields.js";
import type { Account } from "../../../shared/registers/registers.js";

/** What an account may do from now on. */
export function ChangeRoles({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { accounts, fields } = administration;
  const [roles, setRoles] = useState(account.roles);
  return (
    <ActDialog
      act={accounts.changeRoles}
      document={ChangeActorRolesDocument}
      input={() => ({ actorId: account.id, roles: [...roles] })}
      labels={{ roles: fields.roles }}
      onClose={onClose}
      title={`${accounts.changeRoles}: ${account.name}`}
    >
      <p>{accounts.changeRolesWhy}</p>
      <Roles of={account.party.__typename} onChange={setRoles} value={roles} />
    </ActDialog>
  );
}
