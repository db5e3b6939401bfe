import { type Dispatch, type SetStateAction, useMemo, useState } from "react";
import { ChoicesGroup } from "../../parts/ChoiceGroup.js";
import type { Option } from "../../parts/combo-options.js";
import { ComboBox } from "../../parts/ComboBox.js";
import { DateTimeField } from "../../parts/DateTimeField.js";
import { TextArea, TextField } from "../../parts/TextFields.js";
import type { Violation } from "../../forms/useSubmit.js";
import type { Role } from "../../operations/generated.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { parseDateTime } from "../../time/parse.js";
import { useFieldFaults } from "./faults.js";

interface NamedField {
  /** As the gateway's path has it. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isRequired?: boolean | undefined;
}

interface Text extends NamedField {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line, with what was refused of it. */
export function Line({
  isCode,
  type,
  ...field
}: Text & { readonly isCode?: boolean; readonly type?: "email" | "tel" }) {
  const { faults, changes } = useFieldFaults(field.name);
  return <TextField {...field} faults={faults} isCode={isCode} onChange={changes(field.onChange)} type={type} />;
}

/** A reason, with what was refused of it. */
export function Reason(field: Text) {
  const { faults, changes } = useFieldFaults(field.name);
  return <TextArea {...field} faults={faults} onChange={changes(field.onChange)} rows={3} />;
}

/** A date and time, with what was refused of it. */
export function Moment(field: Text & { readonly isToCome?: boolean }) {
  const { clock } = useSession().link;
  const { faults, changes } = useFieldFaults(field.name);
  const onChange = changes(field.onChange);
  return <DateTimeField {...field} faults={faults} meant="ANY" now={() => clock.now()} onChange={onChange} />;
}

/** What is being picked: the code of an option, or what was typed, which the gateway takes for a code too. */
export interface Pick {
  readonly value: string | null;
  readonly typed: string;
}

export const NOTHING_PICKED: Pick = { value: null, typed: "" };

export const codeOf = ({ value, typed }: Pick): string => value ?? typed.trim();

/** One party, object or account, by its name or its code. */
export function Picked({
  options,
  pick,
  onPick,
  isLoading = false,
  placeholder,
  ...field
}: NamedField & {
  readonly options: readonly Option[];
  readonly pick: Pick;
  readonly onPick: Dispatch<SetStateAction<Pick>>;
  readonly isLoading?: boolean;
  readonly placeholder?: string;
}) {
  const { administration } = useTexts();
  const { faults, changes } = useFieldFaults(field.name);
  return (
    <ComboBox
      {...field}
      faults={faults}
      isLoading={isLoading}
      onPick={changes((value) => onPick((before) => ({ ...before, value })))}
      onType={changes((typed) => onPick((before) => ({ ...before, typed })))}
      options={options}
      placeholder={placeholder ?? administration.typeCode}
      typed={pick.typed}
      value={pick.value}
    />
  );
}

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  NationalCentre: ["CENTRE_OPERATOR", "CENTRE_ANALYST", "CENTRE_ADMINISTRATOR", "EXPORTER"],
  Soc: ["SOC_OPERATOR", "SOC_READER", "EXPORTER"],
  Owner: ["OWNER", "EXPORTER"],
};
const EVERY_ROLE: readonly Role[] = [...new Set(Object.values(ROLES).flat())];

/** The roles that accounts of a kind of party may have; all, while it is not known. */
export function Roles({
  of,
  value,
  onChange,
}: {
  readonly of: string | null;
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}) {
  const { administration, words } = useTexts();
  const { faults, changes } = useFieldFaults("roles");
  const roles = (of === null ? null : ROLES[of]) ?? EVERY_ROLE;
  return (
    <ChoicesGroup
      choices={roles.map((role) => ({ value: role, label: words.roles[role] }))}
      faults={faults}
      help={administration.fields.rolesHelp}
      isColumn
      label={administration.fields.roles}
      name="roles"
      onChange={changes(onChange)}
      value={value}
    />
  );
}

/** Values of fields for text, by name, and how to change one. */
export function useFields<Name extends string>(begin: Readonly<Record<Name, string>>) {
  const [values, setValues] = useState(begin);
  const field = (name: Name) => ({
    name,
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
  });
  return { values, field };
}

/** Reads what was typed into fields for times: the instant as the gateway takes it, null where nothing was typed, or what is wrong. */
export function useMoments() {
  const { parts } = useTexts();
  const { clock } = useSession().link;
  return useMemo(
    () => ({
      read: (typed: string): string | null => {
        const at = typed.trim() === "" ? null : parseDateTime(typed, clock.now(), "ANY");
        return at === null ? null : new Date(at).toISOString();
      },
      /** Of fields that hold something that is no time. */
      faults: (fields: Readonly<Record<string, string>>): readonly Violation[] =>
        Object.entries(fields)
          .filter(([, typed]) => typed.trim() !== "" && parseDateTime(typed, clock.now(), "ANY") === null)
          .map(([name]) => ({ rule: "F2", path: [name], message: parts.dateTimeUnread })),
      /** Of fields that must hold a time and hold nothing. */
      missing: (fields: Readonly<Record<string, string>>): readonly Violation[] =>
        Object.entries(fields)
          .filter(([, typed]) => typed.trim() === "")
          .map(([name]) => ({ rule: "F1", path: [name], message: parts.dateTimeUnread })),
    }),
    [parts, clock],
  );
}
