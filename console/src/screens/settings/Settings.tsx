import { useEffect, useState } from "react";
import { Link } from "wouter";
import { Page } from "../../page/Page.js";
import { prefer, type Theme, usePreferences } from "../../person/preferences.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { Button } from "../../parts/Button.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { Panel } from "../../parts/Panel.js";
import { LANGUAGE_NAMES, LANGUAGES } from "../../texts/languages.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Settings.module.css";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const WALL_PARTS = ["horizon", "list", "feed"] as const;

/** What a person chooses for this browser. */
export function Settings() {
  const { settings, shell } = useTexts();
  const { language, theme, hasLetterKeys, hasSound, keepsDrafts } = usePreferences();
  const { party } = usePerson();
  const { drafts } = useSession();
  return (
    <Page title={settings.title}>
      <p className={styles.why}>{settings.why}</p>
      <div className={styles.columns}>
        <Panel title={shell.language}>
          <ChoiceGroup
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value].name }))}
            isLabelHidden
            label={settings.language}
            name="language"
            onChange={(chosen) => prefer({ language: chosen })}
            value={language}
          />
        </Panel>
        <Panel title={settings.theme}>
          <ChoiceGroup
            choices={THEMES.map((value) => ({ value, label: shell.theme[value] }))}
            isLabelHidden
            label={shell.theme.label}
            name="theme"
            onChange={(chosen) => prefer({ theme: chosen })}
            value={theme}
          />
        </Panel>
        <Panel title={settings.keys}>
          <Switch
            help={shell.keyboard.singleLettersHelp}
            isOn={hasLetterKeys}
            label={shell.keyboard.singleLetters}
            onChange={(isOn) => prefer({ hasLetterKeys: isOn })}
          />
        </Panel>
        {party.__typename === "NationalCentre" && (
          <>
            <Panel title={settings.sound}>
              <Switch
                help={shell.sound.blocked}
                isOn={hasSound}
                label={settings.soundOn}
                onChange={(isOn) => prefer({ hasSound: isOn })}
              />
            </Panel>
            <Panel title={settings.wall}>
              <p>{settings.wallWhy}</p>
              <ul className={styles.links}>
                <li>
                  <Link href="/wall?wall=1">{settings.wallOpen}</Link>
                </li>
                {WALL_PARTS.map((part) => (
                  <li key={part}>
                    <Link href={`/wall?wall=1&part=${part}`}>{settings.wallParts[part]}</Link>
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
        <Panel title={settings.drafts}>
          {drafts.isAllowed ? (
            <Switch
              help={settings.draftsWhy}
              isOn={keepsDrafts}
              label={settings.draftsOn}
              onChange={(isOn) => prefer({ keepsDrafts: isOn })}
            />
          ) : (
            <p>{settings.draftsForbidden}</p>
          )}
          <KeptDrafts />
        </Panel>
      </div>
    </Page>
  );
}

function Switch({
  label,
  help,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className={styles.switch}>
      <input checked={isOn} onChange={({ target }) => onChange(target.checked)} type="checkbox" />
      <span>
        {label}
        <small>{help}</small>
      </span>
    </label>
  );
}

/** What lies in this browser, and a way to be rid of it. */
function KeptDrafts() {
  const { settings, shell } = useTexts();
  const { drafts } = useSession();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const kept = await drafts.all().catch(() => []);
      if (isWanted) setCount(kept.length);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [drafts]);
  const discard = async (): Promise<void> => {
    await drafts.removeAll();
    setCount(0);
  };
  if (count === null) return null;
  return (
    <div className={styles.kept} role="status">
      {count === 0 ? (
        <p>{settings.draftsNone}</p>
      ) : (
        <>
          <p>{shell.drafts.onSignOut(count)}</p>
          <Button kind="danger" onPress={() => void discard()}>
            {settings.draftsDiscard}
          </Button>
        </>
      )}
    </div>
  );
}
