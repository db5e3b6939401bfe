import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Header.module.css";

const WORDS = {
  CONNECTING: "connecting",
  LIVE: "live",
  LOST: "lost",
  CATCHING_UP: "catchingUp",
  REFUSED: "refused",
} as const;

/** Whether the page hears: by shape, word and colour. */
export function LinkSign() {
  const { shell } = useTexts();
  const kind = useStore(useSession().link.state, (state) => state.kind);
  return (
    <span className={styles.link} data-link={kind}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
        {kind === "LIVE" ? (
          <circle cx="6" cy="6" r="4" />
        ) : kind === "LOST" || kind === "REFUSED" ? (
          <path d="M6 0l6 6-6 6-6-6z" />
        ) : (
          <path d="M6 2a4 4 0 1 0 4 4H6z" />
        )}
      </svg>
      {shell.link[WORDS[kind]]}
    </span>
  );
}
