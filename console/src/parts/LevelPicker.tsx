import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import { fieldId, FieldGroup, type FieldWords } from "./Field.js";
import styles from "./LevelPicker.module.css";
import { LEVELS, Severity, type Level } from "./Severity.js";

/** The level with the criteria of annex 3's table, in short; its full words belong into `help`. */
export function LevelPicker({
  value,
  onChange,
  onBlur,
  levels = LEVELS,
  ...words
}: FieldWords & {
  readonly value: Level | null;
  readonly onChange: (level: Level) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly levels?: readonly Level[] | undefined;
}) {
  const { parts } = useTexts();
  return (
    <FieldGroup takes="one" words={words}>
      <div className={styles.levels}>
        {levels.map((level) => (
          <label className={classes(styles.level, level === value && styles.chosen)} key={level}>
            <input
              aria-describedby={`${fieldId(words.name)}-${level}`}
              checked={level === value}
              className="visually-hidden"
              name={fieldId(words.name)}
              onBlur={onBlur}
              onChange={() => onChange(level)}
              type="radio"
              value={level}
            />
            <Severity level={level} />
            <span className={styles.criterion} id={`${fieldId(words.name)}-${level}`}>
              {parts.criteria[level]}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
