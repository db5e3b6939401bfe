import { useState } from "react";
import { useLocation } from "wouter";
import { Autocomplete, Input, Menu, MenuItem, SearchField } from "react-aria-components";
import { useStore } from "../../store.js";
import type { LiveState } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { hrefOfNumber, meantBy } from "../../shared/number-in.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type Command, commands } from "../../keyboard/commands.js";
import { Dialog } from "../../parts/Dialog.js";
import { holdsWords, wordsOf } from "../../parts/spelling.js";
import styles from "./dialogs.module.css";
import { KeyNames } from "../../keyboard/KeyNames.js";
import { closeDialog } from "./open-dialog.js";

/** How the ids of what opens a number begin: they are found already. */
const OPENS = "opens ";

const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;
const notificationsOf = ({ notifications }: LiveState): LiveState["notifications"] => notifications;

/** Whatever can be done on the page, by a few letters of its name; and whatever has a number, by that. */
export function Palette() {
  const { shell } = useTexts();
  const [, go] = useLocation();
  const [typed, type] = useState("");
  const incidents = useLive(incidentsOf);
  const notifications = useLive(notificationsOf);
  const all = useStore(commands, (held) => held);
  // Of two with one id the later one counts.
  const offered = [
    ...new Map(all.filter(({ isHidden }) => !isHidden).map((command) => [command.id, command])).values(),
  ];
  const known = [...incidents.values(), ...notifications.values()].map(({ number }) => number);
  const opened = meantBy(typed, known).map((number): Command => ({
    id: `${OPENS}${number}`,
    says: shell.keyboard.paletteOpens(number),
    group: "everywhere",
    run: () => go(hrefOfNumber(number)),
  }));
  const run = (command: Command): void => {
    closeDialog();
    // Once the dialog is gone: what it opens is to have the focus.
    setTimeout(command.run);
  };
  return (
    <Dialog title={shell.keyboard.palette} onClose={closeDialog}>
      <div className={styles.palette}>
        <Autocomplete
          filter={(says, sought, { key }) => String(key).startsWith(OPENS) || holdsWords(says, wordsOf(sought))}
          inputValue={typed}
          onInputChange={type}
        >
          <SearchField className={styles.search ?? ""} aria-label={shell.keyboard.palettePlaceholder} autoFocus>
            <Input placeholder={shell.keyboard.palettePlaceholder} />
          </SearchField>
          <Menu
            className={styles.options ?? ""}
            aria-label={shell.keyboard.palette}
            items={[...opened, ...offered]}
            renderEmptyState={() => shell.keyboard.paletteEmpty}
          >
            {(command) => (
              <MenuItem id={command.id} textValue={command.says} onAction={() => run(command)}>
                <span>{command.says}</span>
                {command.keys ? <KeyNames keys={command.keys} /> : null}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
