import { useCallback, useState } from "react";
import { Link } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import { useHolding } from "../../session/now.js";
import { Button } from "../../parts/Button.js";
import { DataTable } from "../../parts/DataTable.js";
import { PageHead, Panel } from "../../parts/Panel.js";
import { Empty, Loading } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { ChangeContact } from "./acts/ChangeContact.js";
import { EndDialog } from "./acts/EndDialog.js";
import { RegisterAccount } from "./acts/RegisterAccount.js";
import styles from "../../shared/registers/Registers.module.css";
import { ContactFacts, type Party } from "./ContactFacts.js";
import { Found } from "../../shared/registers/Found.js";
import { ObjectsTable } from "../../shared/registers/ObjectList.js";
import {
  coversAt,
  type ProtectedObject,
  type Register,
  rowsOf,
  type Soc,
  useAccounts,
  useObjects,
  useOwners,
  useSocs,
} from "../../shared/registers/registers.js";
import { rolesOf } from "./roles.js";
import { InForce } from "../../shared/registers/InForce.js";

/** A SOC or an owner: its contact, its accounts, its objects. */
export function PartyPage({ kind, code }: { readonly kind: "Soc" | "Owner"; readonly code: string }) {
  const socs = useSocs();
  const owners = useOwners();
  const register: Register<Party> = kind === "Soc" ? socs : owners;
  return (
    <Found register={register} rows={rowsOf(register).filter((party) => party.code === code.toUpperCase())}>
      {(party) => <Shown party={party} soc={rowsOf(socs).find(({ id }) => id === party.id) ?? null} />}
    </Found>
  );
}

function Shown({ party, soc }: { readonly party: Party; readonly soc: Soc | null }) {
  const { administration } = useTexts();
  const { parties } = administration;
  const kind = soc ? "socs" : "owners";
  return (
    <>
      <PageHead
        crumbs={<Link href={`/administration/${kind}`}>{administration.sections[kind]}</Link>}
        level={2}
        second={
          <>
            {party.code}
            {soc && (
              <>
                {" · "}
                <InForce of={soc} />
              </>
            )}
          </>
        }
        title={party.name}
      />
      <div className={styles.columns}>
        <Panel acts={<ContactActs party={party} soc={soc} />} title={parties.contact}>
          <ContactFacts party={party} />
        </Panel>
        <Accounts party={party} />
        <div className={styles.whole}>
          <Panel isFlush title={soc ? parties.covers : parties.owns}>
            <ItsObjects party={party} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** What can be done with a party itself. */
export function ContactActs({ party, soc = null }: { readonly party: Party; readonly soc?: Soc | null }) {
  const { administration } = useTexts();
  const { parties } = administration;
  const [open, setOpen] = useState<"CONTACT" | "END" | null>(null);
  const says = { end: soc?.endedAt ? administration.moveEnd : parties.endSoc };
  useCommands([
    {
      id: `contact ${party.code}`,
      says: `${parties.changeContact}: ${party.code}`,
      group: "here",
      run: () => setOpen("CONTACT"),
    },
    ...(soc
      ? [
          {
            id: `end ${soc.code}`,
            says: `${says.end}: ${soc.code}`,
            group: "here" as const,
            run: () => setOpen("END"),
          },
        ]
      : []),
  ]);
  return (
    <>
      <Button icon="edit" isSmall onPress={() => setOpen("CONTACT")}>
        {parties.changeContact}
      </Button>
      {soc && (
        <Button isSmall kind="quiet" onPress={() => setOpen("END")}>
          {says.end}
        </Button>
      )}
      {open === "CONTACT" && <ChangeContact onClose={() => setOpen(null)} party={party} />}
      {open === "END" && soc && <EndDialog of={soc} onClose={() => setOpen(null)} what="Soc" />}
    </>
  );
}

function Accounts({ party }: { readonly party: Party }) {
  const texts = useTexts();
  const { administration } = texts;
  const [isOpen, setOpen] = useState(false);
  const register = useAccounts();
  const its = rowsOf(register).filter((account) => account.party.id === party.id);
  return (
    <Panel
      acts={
        <Button icon="add" isSmall onPress={() => setOpen(true)}>
          {administration.accounts.register}
        </Button>
      }
      isFlush
      title={administration.parties.accounts}
    >
      {register.state === "LOADING" ? (
        <Loading rows={2} />
      ) : its.length === 0 ? (
        <Empty title={administration.parties.noAccounts} />
      ) : (
        <DataTable
          columns={[
            { key: "name", name: administration.fields.name, cell: ({ name }) => name },
            { key: "roles", name: administration.fields.roles, cell: (account) => rolesOf(account.roles, texts) },
          ]}
          href={({ id }) => `/administration/accounts/${id}`}
          label={administration.parties.accounts}
          rowKey={({ id }) => id}
          rows={its}
        />
      )}
      {isOpen && <RegisterAccount of={party} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function ItsObjects({ party }: { readonly party: Party }) {
  const { administration } = useTexts();
  const register = useObjects();
  const isSoc = party.__typename === "Soc";
  const rows = rowsOf(register);
  const its = useHolding(
    rows,
    useCallback(
      ({ coverage, owner, holder }: ProtectedObject, now: number) =>
        isSoc
          ? coverage.some((one) => one.soc?.code === party.code && coversAt(one, now))
          : [owner?.id, holder?.id].includes(party.id),
      [isSoc, party],
    ),
  );
  if (register.state === "LOADING") return <Loading rows={2} />;
  if (its.length === 0)
    return (
      <Empty title={isSoc ? administration.parties.coversNone : administration.parties.ownsNone}>
        {isSoc ? administration.parties.coversNoneWhy : administration.parties.ownsNoneWhy}{" "}
        <Link href="/administration/objects">{administration.sections.objects}</Link>
      </Empty>
    );
  return <ObjectsTable hrefOf={({ code }) => `/administration/objects/${code}`} rows={its} />;
}
