import styles from "./Header.module.css";

/** The name with its sign: what is heard from a centre. */
export function Logo() {
  return (
    <span className={styles.logo}>
      <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
        <circle cx="12" cy="12" r="4" fill="currentColor" stroke="none" />
        <path d="M5.6 4.5a10.6 10.6 0 0 0 0 15M18.4 4.5a10.6 10.6 0 0 1 0 15" strokeLinecap="round" />
      </svg>
      <b>Dabyl</b>
    </span>
  );
}
