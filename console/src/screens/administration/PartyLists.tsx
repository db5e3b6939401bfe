import { useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { useReading } from "../../session/reading.js";
import { CentreDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import type { Column } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { RegisterParty } from "./acts/RegisterParty.js";
import { ContactFacts } from "./ContactFacts.js";
import { ContactActs } from "./PartyPage.js";
import { RegisterList } from "../../shared/registers/RegisterList.js";
import { type Owner, type Soc, useOwners, useSocs } from "../../shared/registers/registers.js";
import { InForce } from "../../shared/registers/InForce.js";
import { Named } from "../../shared/registers/Named.js";
import styles from "./Administration.module.css";

const codeOf = ({ code }: { readonly code: string }): string => code;
const textOf = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`;

/** The SOCs, and the centre itself above them. */
export function SocList() {
  const texts = useTexts();
  const { administration } = texts;
  const [isOpen, setOpen] = useState(false);
  useCommands([
    { id: "register", says: administration.parties.registerSoc, group: "here", keys: "KeyN", run: () => setOpen(true) },
  ]);
  const columns: readonly [Column<Soc>, ...Column<Soc>[]] = [
    { key: "name", name: administration.fields.name, cell: (soc) => <Named of={soc} /> },
    ...contactColumns<Soc>(texts),
    { key: "standing", name: administration.accounts.state, cell: (soc) => <InForce of={soc} /> },
  ];
  return (
    <>
      <Centre />
      <RegisterList
        acts={
          <Button icon="add" kind="primary" onPress={() => setOpen(true)}>
            {administration.parties.registerSoc}
          </Button>
        }
        columns={columns}
        empty={{ title: administration.parties.socsEmpty, why: administration.parties.socsEmptyWhy }}
        href={({ code }) => `/administration/socs/${code}`}
        keyOf={codeOf}
        register={useSocs()}
        textOf={textOf}
        title={administration.sections.socs}
      />
      {isOpen && <RegisterParty kind="Soc" onClose={() => setOpen(false)} />}
    </>
  );
}

export function OwnerList() {
  const texts = useTexts();
  const { administration } = texts;
  const [isOpen, setOpen] = useState(false);
  useCommands([
    {
      id: "register",
      says: administration.parties.registerOwner,
      group: "here",
      keys: "KeyN",
      run: () => setOpen(true),
    },
  ]);
  const columns: readonly [Column<Owner>, ...Column<Owner>[]] = [
    { key: "name", name: administration.fields.name, cell: (owner) => <Named of={owner} /> },
    ...contactColumns<Owner>(texts),
  ];
  return (
    <>
      <RegisterList
        acts={
          <Button icon="add" kind="primary" onPress={() => setOpen(true)}>
            {administration.parties.registerOwner}
          </Button>
        }
        columns={columns}
        empty={{ title: administration.parties.ownersEmpty, why: administration.parties.ownersEmptyWhy }}
        href={({ code }) => `/administration/owners/${code}`}
        keyOf={codeOf}
        register={useOwners()}
        textOf={textOf}
        title={administration.sections.owners}
      />
      {isOpen && <RegisterParty kind="Owner" onClose={() => setOpen(false)} />}
    </>
  );
}

function contactColumns<Row extends Owner | Soc>({ administration }: ReturnType<typeof useTexts>): Column<Row>[] {
  return [
    { key: "email", name: administration.fields.email, cell: ({ email }) => email ?? <None /> },
    { key: "phone", name: administration.fields.phone, cell: ({ phone }) => phone ?? <None /> },
  ];
}

function None() {
  return <span className={styles.second}>{useTexts().administration.none}</span>;
}

/** The centre itself: it is in no list, and has a contact too. */
function Centre() {
  const reading = useReading(CentreDocument, {});
  if (reading.state !== "READY") return null;
  const { party } = reading.data.me;
  return (
    <Panel acts={<ContactActs party={party} />} note={party.code} title={party.name}>
      <ContactFacts party={party} />
    </Panel>
  );
}
