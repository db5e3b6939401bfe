import { useState } from "react";
import { useKeyboard } from "../src/keyboard/useKeyboard.js";
import { Segmented } from "../src/parts/Tabs.js";
import { PageHead } from "../src/parts/Panel.js";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../src/texts/languages.js";
import { useLanguage, useTexts } from "../src/texts/TextsContext.js";
import { Fields } from "./Fields.js";
import { Lists } from "./Lists.js";
import { Overlays } from "./Overlays.js";
import styles from "./PartsPage.module.css";
import { Signs } from "./Signs.js";
import { Terms } from "./Terms.js";

const THEMES = ["system", "light", "dark"] as const;

/** Every part in every state. */
export function PartsPage({ dialog }: { readonly dialog: string | null }) {
  const { shell } = useTexts();
  const language = useLanguage();
  useKeyboard();
  const [theme, setTheme] = useState<(typeof THEMES)[number]>(
    THEMES.find((one) => one === document.documentElement.dataset["theme"]) ?? "system",
  );
  const go = (asked: { readonly language?: Language; readonly theme?: string }): void => {
    location.search = new URLSearchParams({ language, theme, ...asked }).toString();
  };
  return (
    <main className={styles.page}>
      <PageHead
        acts={
          <>
            <Segmented
              choices={LANGUAGES.map((key) => ({ key, label: LANGUAGE_NAMES[key].short }))}
              chosen={language}
              label={shell.language}
              onChoose={(chosen) => go({ language: chosen })}
            />
            <Segmented
              choices={THEMES.map((key) => ({ key, label: shell.theme[key] }))}
              chosen={theme}
              label={shell.theme.label}
              onChoose={(chosen) => {
                setTheme(chosen);
                if (chosen === "system") delete document.documentElement.dataset["theme"];
                else document.documentElement.dataset["theme"] = chosen;
              }}
            />
          </>
        }
        title="Parts"
      />
      <Signs />
      <Terms />
      <Lists />
      <Fields />
      <Overlays dialog={dialog} />
    </main>
  );
}
