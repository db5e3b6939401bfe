import { useState } from "react";
import { useLocation } from "wouter";
import { useReading } from "../../../session/reading.js";
import { CentreDocument, RegisterActorDocument, type Role } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import type { Party } from "../ContactFacts.js";
import { codeOf, Line, NOTHING_PICKED, Picked, Roles, useFields } from "../fields.js";
import { optionsOf, rowsOf, useOwners, useSocs } from "../../../shared/registers/registers.js";

/** Registers an account, of a party that is given or picked, and leads to it: a token comes next. */
export function RegisterAccount({
  of,
  onClose,
}: {
  readonly of: Pick<Party, "code" | "__typename"> | null;
  readonly onClose: () => void;
}) {
  const { administration } = useTexts();
  const { fields, accounts } = administration;
  const { values, field } = useFields({ name: "" });
  const [picked, setPicked] = useState(NOTHING_PICKED);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [, go] = useLocation();
  const centre = useReading(CentreDocument, {});
  const parties: readonly Party[] = [
    ...(centre.state === "READY" ? [centre.data.me.party] : []),
    ...rowsOf(useSocs()),
    ...rowsOf(useOwners()),
  ];
  const party = of ?? parties.find(({ code }) => code === codeOf(picked).toUpperCase()) ?? null;
  return (
    <ActDialog
      act={accounts.register}
      document={RegisterActorDocument}
      input={() => ({ name: values.name, partyId: of?.code ?? codeOf(picked), roles: [...roles] })}
      labels={{ name: fields.name, partyId: fields.party, roles: fields.roles }}
      onClose={onClose}
      onDone={({ actor }) => go(`/administration/accounts/${actor.id}`)}
      title={of ? `${accounts.register}: ${of.code}` : accounts.register}
    >
      {of === null && (
        <Picked
          isRequired
          label={fields.party}
          name="partyId"
          onPick={(pick) => {
            setPicked(pick);
            setRoles([]);
          }}
          options={optionsOf(parties)}
          pick={picked}
        />
      )}
      <Line {...field("name")} isRequired label={fields.name} />
      <Roles of={party?.__typename ?? null} onChange={setRoles} value={roles} />
    </ActDialog>
  );
}
