import { Autocomplete, Input, Menu, MenuItem, SearchField } from "react-aria-components";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type Command, commands } from "../../keyboard/commands.js";
import { Dialog } from "../../parts/Dialog.js";
import { holdsWords, wordsOf } from "../../parts/spelling.js";
import styles from "./dialogs.module.css";
import { KeyNames } from "../../keyboard/KeyNames.js";
import { closeDialog } from "./open-dialog.js";

/** Whatever can be done on the page, by a few letters of its name. */
export function Palette() {
  const { shell } = useTexts();
  const all = useStore(commands, (held) => held);
  // Of two with one id the later one counts.
  const offered = [
    ...new Map(all.filter(({ isHidden }) => !isHidden).map((command) => [command.id, command])).values(),
  ];
  const run = (command: Command): void => {
    closeDialog();
    // Once the dialog is gone: what it opens is to have the focus.
    setTimeout(command.run);
  };
  return (
    <Dialog title={shell.keyboard.palette} onClose={closeDialog}>
      <div className={styles.palette}>
        <Autocomplete filter={(says, typed) => holdsWords(says, wordsOf(typed))}>
          <SearchField className={styles.search ?? ""} aria-label={shell.keyboard.palettePlaceholder} autoFocus>
            <Input placeholder={shell.keyboard.palettePlaceholder} />
          </SearchField>
          <Menu
            className={styles.options ?? ""}
            aria-label={shell.keyboard.palette}
            items={offered}
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
