import { Link } from "wouter";
import { useMay } from "../../session/SessionContext.js";
import styles from "./Registers.module.css";

/** What something is called, with its code. */
export function Named({ of }: { readonly of: { readonly name: string; readonly code: string } }) {
  return (
    <span className={styles.lines}>
      <span>{of.name}</span>
      <span className={styles.code}>{of.code}</span>
    </span>
  );
}

/** A party by its name, which leads whoever keeps the register to its page. */
export function NamedParty({
  of,
  kind,
}: {
  readonly of: { readonly name: string; readonly code: string };
  readonly kind: "NationalCentre" | "Soc" | "Owner";
}) {
  const mayAdminister = useMay("administer");
  const page = { NationalCentre: null, Soc: "socs", Owner: "owners" }[kind];
  if (!mayAdminister || page === null) return <Named of={of} />;
  return (
    <span className={styles.lines}>
      <Link href={`/administration/${page}/${of.code}`}>{of.name}</Link>
      <span className={styles.code}>{of.code}</span>
    </span>
  );
}
