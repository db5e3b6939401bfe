import { prefer, usePreferences } from "../../person/preferences.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Header.module.css";

/** Whether the page sounds; what it sounds for is the wall's own. */
export function SoundSwitch() {
  const { shell } = useTexts();
  const { hasSound } = usePreferences();
  return (
    <button
      type="button"
      className={styles.icon}
      aria-pressed={hasSound}
      aria-label={hasSound ? shell.sound.turnOff : shell.sound.turnOn}
      title={hasSound ? shell.sound.on : shell.sound.off}
      onClick={() => prefer({ hasSound: !hasSound })}
    >
      <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
        <path d="M4 9.5v5h3.5L12 18V6L7.5 9.5z" fill="currentColor" strokeLinejoin="round" />
        <path
          d={hasSound ? "M15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" : "M16 9.5l5 5M21 9.5l-5 5"}
          strokeLinecap="round"
        />
      </svg>
    </button>
  );
}
