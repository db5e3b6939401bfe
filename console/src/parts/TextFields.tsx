import { type KeyboardEvent, type ReactNode, type Ref, useMemo } from "react";
import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeNumber } from "../time/numbers.js";
import { classes } from "./classes.js";
import { describes, Field, type FieldWords } from "./Field.js";
import styles from "./TextFields.module.css";
import { useTooMuch } from "./useTooMuch.js";

/** What a field for text takes; `onBlur` is told when the field is left. */
export interface TextControl {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  onBlur,
  onKeyDown,
  ref,
  type = "text",
  inputMode,
  isCode = false,
  isNarrow = false,
  placeholder,
  autoComplete = "off",
  after,
  ...words
}: FieldWords &
  TextControl & {
    readonly ref?: Ref<HTMLInputElement> | undefined;
    readonly type?: "text" | "password" | "email" | "tel" | "search" | undefined;
    readonly inputMode?: "numeric" | "text" | undefined;
    /** Of what is compared letter by letter. */
    readonly isCode?: boolean | undefined;
    /** As wide as a date. */
    readonly isNarrow?: boolean | undefined;
    readonly placeholder?: string | undefined;
    readonly autoComplete?: string | undefined;
    readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
    /** What stands in the field behind the text: a unit, a button. */
    readonly after?: ReactNode;
  }) {
  const tooMuch = useTooMuch();
  return (
    <Field words={words}>
      <div className={classes(styles.box, isNarrow && styles.narrow, words.faults?.length && styles.invalid)}>
        <input
          {...describes(words)}
          {...tooMuch.handlers}
          autoCapitalize="off"
          autoComplete={autoComplete}
          className={classes(styles.input, isCode && styles.code)}
          inputMode={inputMode}
          name={words.name}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={placeholder}
          ref={ref}
          spellCheck={isCode ? false : undefined}
          type={type}
          value={value}
        />
        {after !== undefined && <span className={styles.after}>{after}</span>}
      </div>
      <TooMuch length={tooMuch.refused} />
    </Field>
  );
}

/** Many lines; `limit` is how many characters the gateway takes, counted as it counts: code points. */
export function TextArea({
  value,
  onChange,
  onBlur,
  ref,
  rows = 4,
  limit,
  isCode = false,
  ...words
}: FieldWords &
  TextControl & {
    readonly ref?: Ref<HTMLTextAreaElement> | undefined;
    readonly rows?: number | undefined;
    readonly limit?: number | undefined;
    readonly isCode?: boolean | undefined;
  }) {
  const tooMuch = useTooMuch();
  return (
    <Field
      words={
        limit === undefined ? words : { ...words, help: <Counted help={words.help} limit={limit} value={value} /> }
      }
    >
      <textarea
        {...describes(limit === undefined ? words : { ...words, help: true })}
        {...tooMuch.handlers}
        className={classes(styles.box, styles.area, isCode && styles.code, words.faults?.length && styles.invalid)}
        name={words.name}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
        ref={ref}
        rows={rows}
        style={{ minBlockSize: `${rows * 1.45 + 1.1}em` }}
        spellCheck={isCode ? false : undefined}
        value={value}
      />
      <TooMuch length={tooMuch.refused} />
    </Field>
  );
}

/** What was kept out of the field, and why. */
function TooMuch({ length }: { readonly length: number | null }) {
  const { parts } = useTexts();
  const language = useLanguage();
  if (length === null) return null;
  return (
    <span className={styles.over} role="alert">
      {parts.tooMuch(writeNumber(length, language))}
    </span>
  );
}

function Counted({ value, limit, help }: { readonly value: string; readonly limit: number; readonly help: ReactNode }) {
  const { parts } = useTexts();
  const language = useLanguage();
  const length = useMemo(() => codePoints(value), [value]);
  return (
    <span className={styles.counted}>
      {Boolean(help) && <span>{help}</span>}
      <span className={classes(length > limit && styles.over)}>
        {parts.characters(writeNumber(length, language), writeNumber(limit, language))}
      </span>
    </span>
  );
}

/** As `[...text].length`, without making a list of what may be megabytes. */
function codePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count -= 1;
  return count;
}
