import { prefer, usePreferences } from "../../person/preferences.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { commands } from "../../keyboard/commands.js";
import { Dialog } from "../../parts/Dialog.js";
import styles from "./dialogs.module.css";
import { KeyNames } from "../../keyboard/KeyNames.js";
import { closeDialog } from "./open-dialog.js";

const GROUPS = ["here", "lists", "forms", "everywhere"] as const;

/** Every key that does something on the page beneath. */
export function Keys() {
  const { shell } = useTexts();
  const { hasLetterKeys } = usePreferences();
  const all = useStore(commands, (held) => held);
  return (
    <Dialog title={shell.keyboard.title} onClose={closeDialog}>
      <div className={styles.groups}>
        {GROUPS.map((group) => {
          const its = all.filter((command) => command.group === group && command.keys);
          return its.length === 0 ? null : (
            <section key={group}>
              <h3>{shell.keyboard[group]}</h3>
              <ul>
                {its.map(({ id, says, keys = "" }) => (
                  <li key={id}>
                    <span>{says}</span>
                    <KeyNames keys={keys} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={hasLetterKeys}
          onChange={({ target }) => prefer({ hasLetterKeys: target.checked })}
        />
        {shell.keyboard.singleLetters}
      </label>
    </Dialog>
  );
}
