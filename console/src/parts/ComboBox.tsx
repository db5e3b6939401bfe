import { useState, type KeyboardEvent, type Ref } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import { activeIn, matching, type Option } from "./combo-options.js";
import styles from "./ComboBox.module.css";
import { describes, Field, fieldId, type FieldWords } from "./Field.js";
import { Icon } from "./Icon.js";
import fields from "./TextFields.module.css";

/** Options that are drawn at once; typing finds the others. */
const SHOWN = 50;

/**
 * One of many, found by typing any part of its name or code (APG: combobox with a list). What is typed and not picked stays in the
 * field and is told to `onType`, who may look for more.
 */
export function ComboBox({
  options,
  value,
  onPick,
  typed,
  onType,
  isLoading = false,
  ref,
  placeholder,
  ...words
}: FieldWords & {
  readonly options: readonly Option[];
  /** The value of the option that is picked; null where none is. */
  readonly value: string | null;
  readonly onPick: (value: string | null) => void;
  /** What stands in the field while nothing is picked. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly isLoading?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly placeholder?: string | undefined;
}) {
  const { parts, shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const picked = options.find((option) => option.value === value);
  const found = picked ? options : matching(options, typed);
  const shown = found.slice(0, SHOWN);
  const [walked, walkTo] = useState<string | null>(null);
  // What is still to come may be what is meant.
  const active = activeIn(shown, picked || isLoading ? "" : typed, walked);
  const listId = `${fieldId(words.name)}-list`;
  const optionId = (place: number): string => `${listId}-${place}`;

  const close = (): void => {
    walkTo(null);
    setOpen(false);
  };
  const pick = (option: Option | undefined): void => {
    if (!option) return;
    onPick(option.value);
    onType("");
    close();
  };
  const move = (to: number): void => {
    setOpen(true);
    const place = (to + shown.length) % shown.length;
    walkTo(shown[place]?.value ?? null);
    document.getElementById(optionId(place))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is being composed takes its keys itself.
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
        move(isOpen ? active + 1 : 0);
        break;
      case "ArrowUp":
        move(isOpen && active > 0 ? active - 1 : shown.length - 1);
        break;
      case "Enter":
        if (!isOpen || event.ctrlKey || event.metaKey) return;
        // What is picked already stays, and the list is done with.
        if (picked && !shown[active]) close();
        pick(shown[active]);
        break;
      case "Escape":
        if (!isOpen) return;
        close();
        // The layer that it closes is the list, not the dialog around it.
        event.stopPropagation();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <Field words={words}>
      <div className={styles.combo}>
        <div className={classes(fields.box, words.faults?.length && fields.invalid)}>
          <input
            {...describes(words)}
            aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
            aria-autocomplete="list"
            aria-controls={listId}
            aria-expanded={isOpen}
            autoComplete="off"
            className={fields.input}
            onBlur={close}
            onChange={(event) => {
              if (value !== null) onPick(null);
              onType(event.target.value);
              walkTo(null);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            placeholder={placeholder ?? parts.typeToFind}
            ref={ref}
            role="combobox"
            spellCheck={false}
            value={picked ? picked.label : typed}
          />
          <span className={fields.after}>
            <Icon name="expand" />
          </span>
        </div>
        <div
          aria-label={words.label}
          className={classes(styles.list, !isOpen && styles.closed)}
          id={listId}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          role="listbox"
          tabIndex={-1}
        >
          {isOpen &&
            shown.map((option, place) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
              <div
                aria-selected={option.value === value}
                className={classes(styles.option, place === active && styles.active)}
                id={optionId(place)}
                key={option.value}
                onClick={() => pick(option)}
                role="option"
                tabIndex={-1}
              >
                <span>{option.label}</span>
                {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
              </div>
            ))}
        </div>
        <div
          className={classes(isOpen && (isLoading || shown.length === 0) ? styles.nothing : "visually-hidden")}
          role="status"
        >
          {isOpen && (isLoading ? shell.states.loading : parts.found(found.length))}
        </div>
      </div>
    </Field>
  );
}

/** What was picked of a ComboBox that takes several, each with a button that takes it away again. */
export function Picks({
  label,
  picks,
  onRemove,
}: {
  readonly label: string;
  readonly picks: readonly Option[];
  readonly onRemove: (value: string) => void;
}) {
  const { parts } = useTexts();
  return (
    <ul aria-label={label} className={styles.picks}>
      {picks.map(({ value, label: name }) => (
        <li key={value}>
          {name}
          <button aria-label={parts.remove(name)} onClick={() => onRemove(value)} type="button">
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
