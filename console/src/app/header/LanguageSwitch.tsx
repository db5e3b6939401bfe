import { prefer, usePreferences } from "../../person/preferences.js";
import { LANGUAGE_NAMES, LANGUAGES } from "../../texts/languages.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Header.module.css";

/** The three languages, each by its own name. */
export function LanguageSwitch() {
  const { shell } = useTexts();
  const { language: chosen } = usePreferences();
  return (
    <div className={styles.segments} role="group" aria-label={shell.language}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          title={LANGUAGE_NAMES[language].name}
          onClick={() => prefer({ language })}
        >
          {LANGUAGE_NAMES[language].short}
        </button>
      ))}
    </div>
  );
}
