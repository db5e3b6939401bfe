import { useState } from "react";
import { Link } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import { useHolding } from "../../session/now.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { Button } from "../../parts/Button.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Facts } from "../../parts/Facts.js";
import { PageHead, Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Texts } from "../../texts/texts.js";
import { writeDateTime } from "../../time/write.js";
import { ChangeRoles } from "./acts/ChangeRoles.js";
import { IssueToken } from "./acts/IssueToken.js";
import { RevokeToken } from "./acts/RevokeToken.js";
import styles from "../../shared/registers/Registers.module.css";
import { NamedParty } from "../../shared/registers/Named.js";
import { Found } from "../../shared/registers/Found.js";
import { type Account, isInForce, rowsOf, type Token, useAccounts } from "../../shared/registers/registers.js";
import { rolesOf } from "./roles.js";

/** One account: its roles and its tokens. */
export function AccountPage({ id }: { readonly id: string }) {
  const register = useAccounts();
  return (
    <Found register={register} rows={rowsOf(register).filter((account) => account.id === id)}>
      {(account) => <Shown account={account} />}
    </Found>
  );
}

function Shown({ account }: { readonly account: Account }) {
  const texts = useTexts();
  const { administration } = texts;
  const { accounts, fields } = administration;
  const inForce = useHolding(account.tokens, isInForce);
  const me = usePerson();
  const [open, setOpen] = useState<"ROLES" | "ISSUE" | { readonly tokenId: string } | null>(null);
  useCommands([
    { id: "roles", says: accounts.changeRoles, group: "here", keys: "KeyE", run: () => setOpen("ROLES") },
    { id: "issue", says: accounts.issue, group: "here", keys: "KeyN", run: () => setOpen("ISSUE") },
  ]);
  const { readings } = useSession();
  const close = (): void => setOpen(null);
  const revoke = (token: Token): void => {
    // Whoever revokes it is to see when it was used last, and not when the page was opened.
    readings.invalidate("EVERYTHING");
    setOpen({ tokenId: token.id });
  };
  const revoked = typeof open === "object" && account.tokens.find(({ id }) => id === open?.tokenId);
  return (
    <>
      <PageHead
        crumbs={<Link href="/administration/accounts">{administration.sections.accounts}</Link>}
        level={2}
        second={account.id === me.id ? accounts.self : undefined}
        title={account.name}
      />
      <div className={styles.columns}>
        <Panel
          acts={
            <Button icon="edit" isSmall onPress={() => setOpen("ROLES")}>
              {accounts.changeRoles}
            </Button>
          }
          title={fields.account}
        >
          <Facts
            facts={[
              { name: fields.party, value: <NamedParty kind={account.party.__typename} of={account.party} /> },
              { name: fields.roles, value: rolesOf(account.roles, texts) },
            ]}
          />
        </Panel>
        <Panel
          acts={
            <Button icon="add" isSmall onPress={() => setOpen("ISSUE")}>
              {accounts.issue}
            </Button>
          }
          isFlush
          title={accounts.tokens}
        >
          {account.tokens.length === 0 ? (
            <Empty title={accounts.noTokens} />
          ) : (
            <DataTable
              columns={columnsOf(texts, inForce, revoke)}
              label={accounts.tokens}
              rowKey={({ id }) => id}
              rows={account.tokens.toReversed()}
            />
          )}
        </Panel>
      </div>
      {open === "ROLES" && <ChangeRoles account={account} onClose={close} />}
      {open === "ISSUE" && <IssueToken account={account} onClose={close} />}
      {revoked && <RevokeToken account={account} onClose={close} token={revoked} />}
    </>
  );
}

function columnsOf(
  { administration: { accounts } }: Texts,
  inForce: readonly Token[],
  revoke: (token: Token) => void,
): readonly [Column<Token>, ...Column<Token>[]] {
  const at = (time: string): string => writeDateTime(Date.parse(time));
  return [
    { key: "name", name: accounts.name, cell: ({ name }) => name ?? accounts.unnamed },
    { key: "issued", name: accounts.issued, cell: ({ issuedAt }) => at(issuedAt) },
    { key: "expires", name: accounts.expires, cell: ({ expiresAt }) => at(expiresAt) },
    {
      key: "used",
      name: accounts.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? accounts.neverUsed : at(lastUsedAt)),
    },
    {
      key: "state",
      name: accounts.state,
      cell: (token) =>
        token.revokedAt !== null
          ? accounts.states.revoked(at(token.revokedAt))
          : inForce.includes(token)
            ? accounts.states.inForce
            : accounts.states.expired,
    },
    {
      key: "acts",
      name: <span className="visually-hidden">{accounts.revoke}</span>,
      isPlain: true,
      cell: (token) =>
        inForce.includes(token) ? (
          <Button isSmall kind="quiet" onPress={() => revoke(token)}>
            {accounts.revoke}
          </Button>
        ) : null,
    },
  ];
}
