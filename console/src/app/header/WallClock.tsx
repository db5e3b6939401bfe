import { useNow } from "../../session/now.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeClock, writeDay } from "../../time/write.js";
import styles from "./Header.module.css";

/** The time in Almaty by the gateway's clock. It is looked at, not announced. */
export function WallClock() {
  const { shell } = useTexts();
  const language = useLanguage();
  const now = useNow();
  return (
    <span className={styles.clock}>
      <time className="figures">{writeClock(now)}</time>
      <small>
        {writeDay(now, language)}, {shell.clock.zone}
      </small>
    </span>
  );
}
