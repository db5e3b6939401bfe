import { classes } from "./classes.js";
import styles from "./ChoiceGroup.module.css";
import { fieldId, FieldGroup, type FieldWords } from "./Field.js";
import { useLanguage } from "../texts/TextsContext.js";

/** One thing to choose; `kazakh` is what the form itself calls it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly kazakh?: string | undefined;
  readonly help?: string | undefined;
}

interface Shown<Value extends string> {
  readonly choices: readonly Choice<Value>[];
  /** One below another, where their words are long. */
  readonly isColumn?: boolean | undefined;
}

/** One of a few, all of which are seen. */
export function ChoiceGroup<Value extends string>({
  choices,
  isColumn,
  value,
  onChange,
  onBlur,
  ...words
}: FieldWords &
  Shown<Value> & {
    readonly value: Value | null;
    readonly onChange: (value: Value) => void;
    readonly onBlur?: (() => void) | undefined;
  }) {
  return (
    <FieldGroup takes="one" words={words}>
      <div className={classes(styles.choices, isColumn && styles.column)}>
        {choices.map((choice) => (
          <Chip
            choice={choice}
            isChosen={value === choice.value}
            isInvalid={(words.faults?.length ?? 0) > 0}
            key={choice.value}
            name={words.name}
            onBlur={onBlur}
            onChange={() => onChange(choice.value)}
            type="radio"
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of a few. */
export function ChoicesGroup<Value extends string>({
  choices,
  isColumn,
  value,
  onChange,
  onBlur,
  ...words
}: FieldWords &
  Shown<Value> & {
    readonly value: readonly Value[];
    readonly onChange: (value: readonly Value[]) => void;
    readonly onBlur?: (() => void) | undefined;
  }) {
  return (
    <FieldGroup takes="any" words={words}>
      <div className={classes(styles.choices, isColumn && styles.column)}>
        {choices.map((choice) => (
          <Chip
            choice={choice}
            isChosen={value.includes(choice.value)}
            isInvalid={(words.faults?.length ?? 0) > 0}
            key={choice.value}
            name={words.name}
            onBlur={onBlur}
            onChange={(isChosen) =>
              onChange(
                // In the order of the form, in whichever they were chosen.
                choices
                  .map((one) => one.value)
                  .filter((one) => (one === choice.value ? isChosen : value.includes(one))),
              )
            }
            type="checkbox"
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function Chip<Value extends string>({
  choice,
  type,
  name,
  isChosen,
  isInvalid,
  onChange,
  onBlur,
}: {
  readonly choice: Choice<Value>;
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly isChosen: boolean;
  readonly isInvalid: boolean;
  readonly onChange: (isChosen: boolean) => void;
  readonly onBlur: (() => void) | undefined;
}) {
  const language = useLanguage();
  return (
    <label className={classes(styles.chip, isChosen && styles.chosen, isInvalid && isChosen && styles.invalid)}>
      <input
        checked={isChosen}
        // Radios of two forms on one page are two groups.
        name={fieldId(name)}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.checked)}
        type={type}
        value={choice.value}
      />
      <span>
        {choice.label}
        {choice.kazakh !== undefined && language !== "kk" && (
          <span className={styles.kazakh} lang="kk">
            {choice.kazakh}
          </span>
        )}
        {choice.help !== undefined && <span className={styles.help}>{choice.help}</span>}
      </span>
    </label>
  );
}
