import { Button } from "../../parts/Button.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { ComboBox } from "../../parts/ComboBox.js";
import type { Option } from "../../parts/combo-options.js";
import { type Fault, FaultList, fieldId } from "../../parts/Field.js";
import { TextField } from "../../parts/TextFields.js";
import type { Faults } from "../../forms/useFaults.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type DescribedKind, described, type ObjectDraft, registered } from "./objects.js";
import styles from "./ObjectsField.module.css";
import { useMyObjects } from "./useMyObjects.js";

/** Codes of the register have a hyphen, words seldom: a word is not offered as a code. */
const CODE = /^[A-Z\d]{1,30}(-[A-Z\d]+)+$/i;

interface Props {
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly kazakh?: string | undefined;
  readonly help?: string | undefined;
  readonly objects: readonly ObjectDraft[];
  /** What stands in the field and is no object yet. */
  readonly typed: string;
  readonly faults: Faults;
  readonly warnings?: readonly Fault[] | undefined;
  readonly onChange: (objects: readonly ObjectDraft[]) => void;
  readonly onType: (typed: string) => void;
}

/** The affected objects: of the register by name or code, or described. */
export function ObjectsField({ objects, typed, onChange, onType, faults, warnings, ...words }: Props) {
  const { report } = useTexts();
  const { objects: known, isLoading } = useMyObjects();
  const named = new Set(objects.map(({ code }) => code));
  const options: Option[] = known
    .filter(({ code }) => !named.has(code))
    .map(({ code, name, owner }) => ({ value: code, label: name, detail: owner ? `${code} · ${owner.name}` : code }));
  const text = typed.trim();
  if (text !== "") {
    const code = text.toUpperCase();
    if (CODE.test(text) && !named.has(code) && !known.some((one) => one.code === code))
      options.push({ value: `code ${code}`, label: report.objects.byCode(code) });
    options.push({ value: `text ${text}`, label: report.objects.describe(text) });
  }

  const pick = (value: string | null): void => {
    if (value === null) return;
    const one = known.find(({ code }) => code === value);
    const picked = one
      ? registered(one.code, one.name)
      : value.startsWith("code ")
        ? registered(value.slice(5), "")
        : described(value.slice(5));
    onChange([...objects, picked]);
  };

  return (
    <div className={styles.objects}>
      <ComboBox
        {...words}
        faults={faults.at(words.name)}
        isLoading={isLoading}
        isRequired
        onPick={pick}
        onType={onType}
        options={options}
        typed={typed}
        value={null}
        warnings={warnings}
      />
      {objects.length > 0 && (
        <ol className={styles.list}>
          {objects.map((object, place) => (
            <Item
              faults={faults}
              key={object.code ?? `${place} described`}
              name={`${words.name}.${place}`}
              object={object}
              onChange={(changed) => onChange(objects.with(place, changed))}
              onRemove={() => onChange(objects.toSpliced(place, 1))}
              place={place}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

function Item({
  name,
  place,
  object,
  faults,
  onChange,
  onRemove,
}: {
  readonly name: string;
  readonly place: number;
  readonly object: ObjectDraft;
  readonly faults: Faults;
  readonly onChange: (object: ObjectDraft) => void;
  readonly onRemove: () => void;
}) {
  const { form, parts, report, shell } = useTexts();
  const called = object.code === null ? report.objects.item(place + 1) : object.name || object.code;
  const kinds = form.choices.ObjectKind;
  const choices: readonly { readonly value: DescribedKind; readonly label: string }[] = [
    { value: "UNKNOWN", label: report.objects.kindChoices.UNKNOWN },
    { value: "CRITICAL_INFRASTRUCTURE", label: kinds.CRITICAL_INFRASTRUCTURE.label },
    { value: "E_GOVERNMENT", label: kinds.E_GOVERNMENT.label },
    { value: "BOTH", label: report.objects.kindChoices.BOTH },
    { value: "NEITHER", label: report.objects.kindChoices.NEITHER },
  ];
  const own = object.code === null ? faults.at(name) : faults.within(name);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div>
          <b>{called}</b>
          {object.code !== null && object.name !== "" && <div className={styles.code}>{object.code}</div>}
        </div>
        <Button isSmall kind="quiet" onPress={onRemove}>
          {shell.acts.remove}
          <span className="visually-hidden"> {parts.remove(called)}</span>
        </Button>
      </div>
      {own.length > 0 && (
        <div data-fault="true" id={fieldId(name)} tabIndex={-1}>
          <FaultList faults={own} kind="fault" />
        </div>
      )}
      {object.code === null && (
        <>
          <TextField
            faults={faults.at(`${name}.description`)}
            isRequired
            label={report.objects.description}
            name={`${name}.description`}
            onChange={(description) => onChange({ ...object, description })}
            value={object.description}
          />
          <ChoiceGroup
            choices={choices}
            faults={faults.at(`${name}.kinds`)}
            help={report.objects.kindsHelp}
            label={report.objects.kinds}
            name={`${name}.kinds`}
            onChange={(kind) => onChange({ ...object, kind })}
            value={object.kind}
          />
          <TextField
            faults={faults.at(`${name}.ownerName`)}
            help={report.fields.optional}
            label={report.objects.ownerName}
            name={`${name}.ownerName`}
            onChange={(ownerName) => onChange({ ...object, ownerName })}
            value={object.ownerName}
          />
        </>
      )}
    </li>
  );
}
