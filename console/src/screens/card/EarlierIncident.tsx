import { useRef } from "react";
import { ComboBox } from "../../parts/ComboBox.js";
import { useLive } from "../../session/useLive.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { CardKit } from "./kit.js";

/** The number of the incident that it repeats: of those that are known, or typed. */
export function EarlierIncident({ kit: { draft, field, set } }: { readonly kit: CardKit }) {
  const { card, form } = useTexts();
  const incidents = useLive((state) => state.incidents);
  const options = [...incidents.values()].toReversed().map(({ number, type }) => ({
    value: number,
    label: number,
    detail: form.choices.IncidentType[type].label,
  }));
  const number = draft.earlierIncidentNumber;
  const isPicked = options.some(({ value }) => value === number);
  const wasPicked = useRef(false);
  return (
    <ComboBox
      {...field("earlierIncidentNumber")}
      help={card.earlierHelp}
      onPick={(picked) => {
        wasPicked.current = picked !== null;
        if (picked !== null) set({ earlierIncidentNumber: picked });
      }}
      onType={(typed) => {
        // A pick empties what was typed: the number that was picked stays.
        if (!wasPicked.current) set({ earlierIncidentNumber: typed });
        wasPicked.current = false;
      }}
      options={options}
      typed={isPicked ? "" : number}
      value={isPicked ? number : null}
    />
  );
}
