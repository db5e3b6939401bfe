import { classes } from "./classes.js";
import { describes, Field, type FieldWords } from "./Field.js";
import { Icon } from "./Icon.js";
import styles from "./Select.module.css";
import fields from "./TextFields.module.css";

/** One of some, by the browser's own list: on a telephone it is the whole screen, and letters find in it. */
export function Select<Value extends string>({
  value,
  choices,
  onChange,
  ...words
}: FieldWords & {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Field words={words}>
      <div className={classes(fields.box, styles.box, words.faults?.length && fields.invalid)}>
        <select
          {...describes(words)}
          className={styles.select}
          name={words.name}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
          value={value}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon className={styles.sign} name="expand" />
      </div>
    </Field>
  );
}
