import { useRef } from "react";
import { Link } from "wouter";
import { prefer, type Theme, usePreferences } from "../../person/preferences.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { openDialog } from "../dialogs/open-dialog.js";
import type { Section } from "../../page/sections.js";
import styles from "./Header.module.css";
import { LanguageSwitch } from "./LanguageSwitch.js";
import { SoundSwitch } from "./SoundSwitch.js";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

interface Props {
  /** Sections that the bar of a telephone has no room for. */
  readonly beyondBar: readonly Section[];
  readonly current: Section | undefined;
}

/** What belongs to the person: appearance, settings, help, and the way out; on a telephone whatever else the header has. */
export function PersonMenu({ beyondBar, current }: Props) {
  const { shell } = useTexts();
  const session = useSession();
  const { name, party } = usePerson();
  const { theme } = usePreferences();
  const menu = useRef<HTMLDivElement>(null);
  const close = (): void => menu.current?.hidePopover();
  const andClose = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <button type="button" className={styles.person} popoverTarget="person-menu" title={shell.person.menu(name)}>
        <span>{name}</span>
        <small>{party.code}</small>
      </button>
      <div id="person-menu" popover="auto" ref={menu} className={styles.menu}>
        <p className={styles.who}>
          <b>{name}</b>
          <span>{party.name}</span>
        </p>
        <nav className={styles.narrow} aria-label={shell.more}>
          {beyondBar.map((section) => (
            <Link
              key={section.id}
              href={section.path}
              onClick={close}
              aria-current={section === current ? "page" : undefined}
            >
              {shell.sections[section.id]}
            </Link>
          ))}
        </nav>
        <div className={styles.narrowRow}>
          <LanguageSwitch />
          <SoundSwitch />
        </div>
        <div className={styles.row}>
          <div className={styles.segments} role="group" aria-label={shell.theme.label}>
            {THEMES.map((each) => (
              <button key={each} type="button" aria-pressed={each === theme} onClick={() => prefer({ theme: each })}>
                {shell.theme[each]}
              </button>
            ))}
          </div>
        </div>
        <Link href="/settings" onClick={close}>
          {shell.sections.settings}
        </Link>
        <Link href="/help" onClick={close}>
          {shell.sections.help}
        </Link>
        <button type="button" onClick={andClose(() => openDialog("KEYS"))}>
          {shell.keyboard.title}
        </button>
        <button type="button" onClick={andClose(session.lock)}>
          {shell.person.lock}
        </button>
        <button type="button" onClick={andClose(() => openDialog("SIGN_OUT"))}>
          {shell.person.signOut}
        </button>
        <button type="button" onClick={andClose(() => openDialog("END_TOKEN"))}>
          {shell.person.endToken}
        </button>
      </div>
    </>
  );
}
