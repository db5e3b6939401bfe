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
