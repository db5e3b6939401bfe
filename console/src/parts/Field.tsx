import type { ReactNode } from "react";
import { useLanguage } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import styles from "./Field.module.css";
import { Icon } from "./Icon.js";

/** A broken rule at a field, or what is doubtful about it; the sentence is the gateway's, in the person's language. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
}

/** What each field says of itself. */
export interface FieldWords {
  /** Where the field is in the form, as the gateway's `path` has it, joined by points: `affectedObjects.0.objectId`. */
  readonly name: string;
  readonly label: string;
  /** The label is said, not shown: what stands above says the same. */
  readonly isLabelHidden?: boolean | undefined;
  /** The form's own Kazakh words; shown under the label in the other languages. */
  readonly kazakh?: string | undefined;
  readonly help?: ReactNode;
  /** Said to readers; what may be left out says so in its label. */
  readonly isRequired?: boolean | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly warnings?: readonly Fault[] | undefined;
}

/** The id of the control of a field, to which a summary links. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

const part = (name: string, of: "label" | "help" | "faults" | "warnings"): string => `${fieldId(name)}-${of}`;

/** What a control must carry so that label, help and messages are read with it. */
export function describes({ name, help, isRequired, faults = [], warnings = [] }: FieldWords) {
  const described = classes(
    faults.length > 0 && part(name, "faults"),
    warnings.length > 0 && part(name, "warnings"),
    Boolean(help) && part(name, "help"),
  );
  return {
    id: fieldId(name),
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": faults.length > 0 ? true : undefined,
    "aria-required": isRequired ? true : undefined,
  } as const;
}

/** Label, control, help and messages of one control. */
export function Field({ words, children }: { readonly words: FieldWords; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label
        className={words.isLabelHidden ? "visually-hidden" : styles.label}
        htmlFor={fieldId(words.name)}
        id={part(words.name, "label")}
      >
        {words.label}
      </label>
      <Kazakh words={words} />
      {children}
      <Messages words={words} />
    </div>
  );
}

/** The same for a group of controls, whose label is a legend. */
export function FieldGroup({
  words,
  takes,
  children,
}: {
  readonly words: FieldWords;
  /** One of its controls, or any number of them. */
  readonly takes: "one" | "any";
  readonly children: ReactNode;
}) {
  const { "aria-invalid": invalid, "aria-required": required, ...described } = describes(words);
  return (
    <fieldset
      {...described}
      {...(takes === "one" ? { role: "radiogroup", "aria-invalid": invalid, "aria-required": required } : {})}
      className={styles.field}
      data-fault={invalid}
      tabIndex={-1}
    >
      <legend className={words.isLabelHidden ? "visually-hidden" : styles.label}>
        {words.label}
        <Kazakh words={words} />
      </legend>
      {children}
      <Messages words={words} />
    </fieldset>
  );
}

function Kazakh({ words: { kazakh } }: { readonly words: FieldWords }) {
  const language = useLanguage();
  if (kazakh === undefined || language === "kk") return null;
  return (
    <span className={styles.kazakh} lang="kk">
      {kazakh}
    </span>
  );
}

function Messages({ words: { name, help, faults, warnings } }: { readonly words: FieldWords }) {
  return (
    <>
      {faults && faults.length > 0 && <FaultList faults={faults} id={part(name, "faults")} kind="fault" />}
      {warnings && warnings.length > 0 && <FaultList faults={warnings} id={part(name, "warnings")} kind="warning" />}
      {Boolean(help) && (
        <div className={styles.help} id={part(name, "help")}>
          {help}
        </div>
      )}
    </>
  );
}

/** Messages with the rules that they are about. */
export function FaultList({
  faults,
  kind,
  id,
}: {
  readonly faults: readonly Fault[];
  readonly kind: "fault" | "warning";
  readonly id?: string;
}) {
  return (
    <ul className={classes(styles.faults, styles[kind])} id={id}>
      {faults.map(({ rule, message }) => (
        <li key={`${rule} ${message}`}>
          <Icon name={kind} />
          <span>
            {message} <span className={styles.rule}>{rule}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
