import { RevokeTokenDocument } from "../../../operations/generated.js";
import { Facts } from "../../../parts/Facts.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { ActDialog } from "../ActDialog.js";
import type { Account, Token } from "../../../shared/registers/registers.js";

/** Revokes a token, after saying whose it is. */
export function RevokeToken({
  account,
  token,
  onClose,
}: {
  readonly account: Account;
  readonly token: Token;
  readonly onClose: () => void;
}) {
  const { administration } = useTexts();
  const { accounts, fields } = administration;
  return (
    <ActDialog
      act={accounts.revoke}
      document={RevokeTokenDocument}
      input={() => ({ tokenId: token.id })}
      isDanger
      labels={{}}
      onClose={onClose}
      title={accounts.revokeTitle}
    >
      <Facts
        facts={[
          { name: fields.account, value: `${account.name}, ${account.party.code}` },
          { name: accounts.name, value: token.name ?? accounts.unnamed },
          { name: accounts.issued, value: writeDateTime(Date.parse(token.issuedAt)) },
          { name: accounts.expires, value: writeDateTime(Date.parse(token.expiresAt)) },
          {
            name: accounts.lastUsed,
            value: token.lastUsedAt === null ? accounts.neverUsed : writeDateTime(Date.parse(token.lastUsedAt)),
          },
        ]}
      />
      <p>{accounts.revokeWhy}</p>
    </ActDialog>
  );
}
