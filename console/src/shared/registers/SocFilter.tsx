import { useState } from "react";
import { useReading } from "../../session/reading.js";
import { SocsDocument } from "../../operations/generated.js";
import { ComboBox } from "../../parts/ComboBox.js";

/** Narrows a list to one SOC, by its code; empty: all. */
export function SocFilter({
  soc,
  label,
  placeholder,
  onPick,
}: {
  readonly soc: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onPick: (soc: string) => void;
}) {
  const [typed, type] = useState("");
  const reading = useReading(SocsDocument, { first: 100 });
  const socs = reading.state === "READY" ? reading.data.socs.nodes : [];
  return (
    <ComboBox
      isLoading={reading.state === "LOADING"}
      label={label}
      name="soc"
      onPick={(value) => onPick(value ?? "")}
      onType={type}
      options={socs.map(({ code, name }) => ({ value: code.toUpperCase(), label: code, detail: name }))}
      placeholder={placeholder}
      typed={typed}
      value={soc === "" ? null : soc}
    />
  );
}
