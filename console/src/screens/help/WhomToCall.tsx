import { Facts } from "../../parts/Facts.js";
import { Panel } from "../../parts/Panel.js";
import { Phone } from "../../parts/Phone.js";
import { Loading } from "../../parts/States.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Help.module.css";
import { rowsOf, useObjects, useSocs } from "../administration/registers.js";
import { useCentrePhone } from "../report/useCentrePhone.js";

interface Callable {
  readonly code: string | null;
  readonly name: string;
  readonly phone: string | null;
}

/** The telephone numbers that the gateway knows and this person may see: the centre the SOCs', a SOC the centre's and its owners'. */
export function WhomToCall() {
  const { help } = useTexts();
  const { party } = usePerson();
  return (
    <Panel title={help.call.title}>
      {party.__typename === "NationalCentre" ? <Socs /> : <OwnersOfMyObjects />}
      <p className={styles.after}>{help.call.gateway}</p>
    </Panel>
  );
}

function Socs() {
  const register = useSocs();
  return register.state === "LOADING" ? <Loading rows={2} /> : <Numbers of={rowsOf(register)} />;
}

function OwnersOfMyObjects() {
  const { words } = useTexts();
  const register = useObjects();
  const centrePhone = useCentrePhone();
  if (register.state === "LOADING") return <Loading rows={2} />;
  const owners = rowsOf(register).flatMap(({ owner, holder }) => [owner, holder].filter((one) => one !== null));
  const centre: Callable = { code: null, name: words.roles.CENTRE_OPERATOR, phone: centrePhone };
  return <Numbers of={[centre, ...new Map(owners.map((owner) => [owner.code, owner])).values()]} />;
}

function Numbers({ of }: { readonly of: readonly Callable[] }) {
  const { help } = useTexts();
  const facts = of.flatMap(({ code, name, phone }) =>
    phone === null ? [] : [{ name: nameOf({ code, name }), value: <Phone number={phone} /> }],
  );
  return facts.length === 0 ? <p>{help.call.noPhone}</p> : <Facts facts={facts} />;
}

/** A code is never broken at its hyphens. */
const nameOf = ({ code, name }: Pick<Callable, "code" | "name">): string =>
  code === null ? name : `${name}, ${code.replaceAll("-", "\u2011")}`;
