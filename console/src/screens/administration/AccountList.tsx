import { useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { useHolding } from "../../session/now.js";
import { Button } from "../../parts/Button.js";
import { useTexts } from "../../texts/TextsContext.js";
import { RegisterAccount } from "./acts/RegisterAccount.js";
import { Named } from "../../shared/registers/Named.js";
import { RegisterList } from "../../shared/registers/RegisterList.js";
import { type Account, isInForce, useAccounts } from "../../shared/registers/registers.js";
import { rolesOf } from "./roles.js";

const idOf = ({ id }: Account): string => id;
const textOf = ({ name, party }: Account): string => `${name} ${party.code} ${party.name}`;

function TokensInForce({ of: { tokens } }: { readonly of: Account }) {
  return useTexts().administration.accounts.tokensInForce(useHolding(tokens, isInForce).length);
}

/** Everybody who may sign in, by party. */
export function AccountList() {
  const texts = useTexts();
  const { administration } = texts;
  const [isOpen, setOpen] = useState(false);
  useCommands([
    { id: "register", says: administration.accounts.register, group: "here", keys: "KeyN", run: () => setOpen(true) },
  ]);
  return (
    <>
      <RegisterList
        acts={
          <Button icon="add" kind="primary" onPress={() => setOpen(true)}>
            {administration.accounts.register}
          </Button>
        }
        columns={[
          { key: "name", name: administration.fields.name, cell: ({ name }) => name },
          { key: "party", name: administration.fields.party, cell: ({ party }) => <Named of={party} /> },
          { key: "roles", name: administration.fields.roles, cell: ({ roles }) => rolesOf(roles, texts) },
          {
            key: "tokens",
            name: administration.accounts.tokens,
            cell: (account) => <TokensInForce of={account} />,
          },
        ]}
        empty={{ title: administration.accounts.empty, why: administration.accounts.emptyWhy }}
        href={({ id }) => `/administration/accounts/${id}`}
        keyOf={idOf}
        register={useAccounts()}
        textOf={textOf}
        title={administration.sections.accounts}
      />
      {isOpen && <RegisterAccount of={null} onClose={() => setOpen(false)} />}
    </>
  );
}
