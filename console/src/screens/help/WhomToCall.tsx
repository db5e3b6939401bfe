import { Facts } from "../../parts/Facts.js";
import { Panel } from "../../parts/Panel.js";
import { Phone } from "../../parts/Phone.js";
import { Loading } from "../../parts/States.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Help.module.css";
import { rowsOf, useObjects, useSocs } from "../../shared/registers/registers.js";
import { useCentrePhone } from "../../shared/registers/useCentrePhone.js";

interface Callable {
  readonly name: string;
  readonly phone: string | null;
}

// A code is never broken at its hyphens.
const named = ({ name, code, phone }: Callable & { readonly code: string }): Callable => ({
  name: `${name}, ${code.replaceAll("-", "\u2011")}`,
  phone,
});

/** The telephone numbers that the gateway knows and this person may see: the centre the SOCs', a SOC the centre's and its owners'. */
export function WhomToCall() {
  const { help } = useTexts();
  const { party } = usePerson();
  return (
    <Panel title={help.call.title}>
      {party.__typename === "NationalCentre" ? (
        <Socs />
      ) : party.__typename === "Soc" ? (
        <CentreAndOwners />
      ) : (
        <p>{help.call.owner}</p>
      )}
      <p className={styles.after}>{help.call.gateway}</p>
    </Panel>
  );
}

function Socs() {
  const register = useSocs();
  return register.state === "LOADING" ? <Loading rows={2} /> : <Numbers of={rowsOf(register).map(named)} />;
}

function CentreAndOwners() {
  const { report } = useTexts();
  const centre: Callable = { name: report.centrePhone, phone: useCentrePhone() };
  const register = useObjects();
  if (register.state === "LOADING") return <Loading rows={2} />;
  const owners = rowsOf(register).flatMap(({ owner, holder }) => [owner, holder].filter((one) => one !== null));
  const each = new Map(owners.map((owner) => [owner.code, owner])).values();
  return <Numbers of={[centre, ...[...each].map(named)]} />;
}

function Numbers({ of }: { readonly of: readonly Callable[] }) {
  const { help } = useTexts();
  const facts = of.flatMap(({ name, phone }) => (phone === null ? [] : [{ name, value: <Phone number={phone} /> }]));
  return facts.length === 0 ? <p>{help.call.noPhone}</p> : <Facts facts={facts} />;
}
