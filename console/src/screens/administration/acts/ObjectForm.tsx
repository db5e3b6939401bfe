import { type Dispatch, type SetStateAction, useState } from "react";
import { useLocation } from "wouter";
import {
  ChangeObjectDocument,
  type ObjectKind,
  RegisterObjectDocument,
  type Sector,
} from "../../../operations/generated.js";
import { ChoicesGroup } from "../../../parts/ChoiceGroup.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import { useFieldFaults } from "../faults.js";
import { codeOf, Line, Moment, Picked, type Pick, Reason, useFields, useMoments } from "../fields.js";
import { optionsOf, type ProtectedObject, rowsOf, useOwners } from "../../../shared/registers/registers.js";
import { Warnings } from "../Warnings.js";

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

/** Registers an object; or changes one, of which only what is changed is sent. */
export function ObjectForm({ of, onClose }: { readonly of: ProtectedObject | null; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { fields, objects } = administration;
  const moments = useMoments();
  const { values, field } = useFields({ code: "", name: of?.name ?? "", from: "", reason: "" });
  const [kinds, setKinds] = useState<readonly ObjectKind[]>(of?.kinds ?? []);
  const [sectors, setSectors] = useState<readonly Sector[]>(of?.sectors ?? []);
  const [owner, setOwner] = useState<Pick>({ value: of?.owner?.code ?? null, typed: "" });
  const [holder, setHolder] = useState<Pick>({ value: of?.holder?.code ?? null, typed: "" });
  const [, go] = useLocation();
  const labels = {
    code: fields.code,
    name: fields.name,
    kinds: fields.kinds,
    sectors: fields.sectors,
    ownerId: fields.owner,
    holderId: fields.holder,
    from: of ? fields.changedSince : fields.since,
    reason: fields.reason,
  };
  const form = (
    <>
      {of === null && <Line {...field("code")} help={fields.codeHelp} isCode isRequired label={fields.code} />}
      <Line {...field("name")} isRequired label={fields.name} />
      <Owners onPick={setOwner} pick={owner} which="owner" />
      <Owners onPick={setHolder} pick={holder} which="holder" />
      <Kinds onChange={setKinds} value={kinds} />
      <Sectors onChange={setSectors} value={sectors} />
      <Moment
        {...field("from")}
        help={of ? fields.changedSinceHelp : fields.sinceHelp}
        label={administration.optional(labels.from)}
      />
      {of && <Reason {...field("reason")} help={fields.reasonHelp} label={administration.optional(fields.reason)} />}
    </>
  );
  const wrong = () => {
    const faults = moments.faults({ from: values.from });
    return faults.length > 0 ? faults : null;
  };
  if (of === null)
    return (
      <ActDialog
        act={objects.register}
        document={RegisterObjectDocument}
        input={() =>
          wrong() ?? {
            code: values.code.trim(),
            name: values.name,
            kinds: [...kinds],
            sectors: [...sectors],
            ownerId: codeOf(owner),
            holderId: codeOf(holder) || null,
            from: moments.read(values.from),
          }
        }
        labels={labels}
        onClose={onClose}
        onDone={({ object }) => go(`/administration/objects/${object.code}`)}
        title={objects.register}
      >
        {form}
      </ActDialog>
    );
  return (
    <ActDialog
      act={objects.change}
      document={ChangeObjectDocument}
      input={() =>
        wrong() ?? {
          objectId: of.code,
          ...(values.name === of.name ? {} : { name: values.name }),
          ...(same(kinds, of.kinds) ? {} : { kinds: [...kinds] }),
          ...(same(sectors, of.sectors) ? {} : { sectors: [...sectors] }),
          ...(codeOf(owner) === (of.owner?.code ?? "") ? {} : { ownerId: codeOf(owner) }),
          ...(codeOf(holder) === (of.holder?.code ?? "") ? {} : { holderId: codeOf(holder) || null }),
          ...(values.from.trim() === "" ? {} : { from: moments.read(values.from) }),
          ...(values.reason.trim() === "" ? {} : { reason: values.reason }),
        }
      }
      labels={labels}
      onClose={onClose}
      result={({ obligationCount, warnings }) =>
        obligationCount === 0 && warnings.length === 0 ? null : (
          <>
            {obligationCount > 0 && <p>{objects.duties(obligationCount)}</p>}
            {warnings.length > 0 && <Warnings warnings={warnings} />}
          </>
        )
      }
      title={`${objects.change}: ${of.code}`}
    >
      {form}
    </ActDialog>
  );
}

function Owners({
  which,
  pick,
  onPick,
}: {
  readonly which: "owner" | "holder";
  readonly pick: Pick;
  readonly onPick: Dispatch<SetStateAction<Pick>>;
}) {
  const { administration } = useTexts();
  const { fields } = administration;
  const register = useOwners();
  const isOwner = which === "owner";
  return (
    <Picked
      help={isOwner ? undefined : fields.holderHelp}
      isLoading={register.state === "LOADING"}
      isRequired={isOwner}
      label={isOwner ? fields.owner : administration.optional(fields.holder)}
      name={isOwner ? "ownerId" : "holderId"}
      onPick={onPick}
      options={optionsOf(rowsOf(register))}
      pick={pick}
    />
  );
}

function Kinds({
  value,
  onChange,
}: {
  readonly value: readonly ObjectKind[];
  readonly onChange: (kinds: readonly ObjectKind[]) => void;
}) {
  const { administration, form } = useTexts();
  const { faults, changes } = useFieldFaults("kinds");
  return (
    <ChoicesGroup
      choices={entries(form.choices.ObjectKind)}
      faults={faults}
      help={administration.fields.kindsHelp}
      isColumn
      label={administration.fields.kinds}
      name="kinds"
      onChange={changes(onChange)}
      value={value}
    />
  );
}

function Sectors({
  value,
  onChange,
}: {
  readonly value: readonly Sector[];
  readonly onChange: (sectors: readonly Sector[]) => void;
}) {
  const { administration, form } = useTexts();
  const { faults, changes } = useFieldFaults("sectors");
  return (
    <ChoicesGroup
      choices={entries(form.choices.Sector)}
      faults={faults}
      label={administration.fields.sectors}
      name="sectors"
      onChange={changes(onChange)}
      value={value}
    />
  );
}

const entries = <Value extends string>(choices: Readonly<Record<Value, { readonly label: string }>>) =>
  (Object.keys(choices) as Value[]).map((value) => ({ value, label: choices[value].label }));
