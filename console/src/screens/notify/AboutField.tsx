import { useEffect, useEffectEvent, useState } from "react";
import type { Faults } from "../../forms/useFaults.js";
import { useReading } from "../../session/reading.js";
import { useLive } from "../../session/useLive.js";
import type { LiveState } from "../../live/state.js";
import { type Marking, NotifyChoicesDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { ComboBox } from "../../parts/ComboBox.js";
import type { Option } from "../../parts/combo-options.js";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { aboutOf, type NotifyDraft } from "./notify-form.js";
import styles from "./Notify.module.css";

const NUMBER = /^[A-Z\d][A-Z\d-]{3,63}$/;
const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;

/** What the notification is about: what the centre detected last, an incident of a SOC, or something new. */
export function AboutField({
  about,
  faults,
  onChange,
  onRecord,
}: {
  readonly about: NotifyDraft["about"];
  readonly faults: Faults;
  readonly onChange: (about: NotifyDraft["about"], marking: Marking | null) => void;
  readonly onRecord: () => void;
}) {
  const { form, notify } = useTexts();
  const incidents = useLive(incidentsOf);
  const reading = useReading(NotifyChoicesDocument, {});
  const [typed, setTyped] = useState("");
  const read = reading.state === "READY" ? reading.data : null;
  const detected = [
    ...(read?.threats.nodes.map((one) => ({ ...one, kind: "THREAT" as const })) ?? []),
    ...(read?.securityEvents.nodes.map((one) => ({ ...one, kind: "EVENT" as const })) ?? []),
    ...(read?.detectedIncidents.nodes.map((one) => ({ ...one, kind: "DETECTED" as const })) ?? []),
  ].toSorted((one, other) => Date.parse(other.receivedAt) - Date.parse(one.receivedAt));
  const own = detected.find(({ number }) => number === about?.number)?.marking ?? null;
  // Named from elsewhere: its marking is known once the list has been read.
  const take = useEffectEvent((marking: Marking) => onChange(about, marking));
  useEffect(() => {
    if (own) take(own);
  }, [own]);
  const options: Option[] = [
    ...detected.map(({ number, kind, summary }) => ({
      value: number,
      label: `${notify.kinds[kind]} · ${number}`,
      detail: summary.slice(0, 90),
    })),
    ...[...incidents.values()]
      .toReversed()
      .filter(({ retractedAt }) => retractedAt === null)
      .map(({ number, type }) => ({
        value: number,
        label: `${notify.kinds.INCIDENT} · ${number}`,
        detail: form.choices.IncidentType[type].label,
      })),
  ];
  for (const number of new Set([typed.trim().toUpperCase(), about?.number ?? ""]))
    if (NUMBER.test(number) && !options.some(({ value }) => value === number))
      options.push({ value: number, label: notify.byNumber(number) });
  return (
    <Panel
      acts={
        <Button icon="add" onPress={onRecord}>
          {notify.register}
        </Button>
      }
      title={notify.about}
    >
      <ComboBox
        faults={faults.at("about")}
        help={notify.aboutHelp}
        isLoading={reading.state === "LOADING"}
        isLabelHidden
        isRequired
        label={notify.about}
        name="about"
        onPick={(number) =>
          onChange(
            number === null ? null : aboutOf(number),
            detected.find((one) => one.number === number)?.marking ?? null,
          )
        }
        onType={setTyped}
        options={options}
        typed={typed}
        value={about?.number ?? null}
      />
      {reading.state === "REFUSED" && <p className={styles.second}>{reading.says}</p>}
    </Panel>
  );
}
