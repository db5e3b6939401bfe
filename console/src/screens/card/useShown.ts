import { useTexts } from "../../texts/TextsContext.js";
import type { CardFields, FieldName } from "./card-form.js";
import { typeOf } from "../../shared/indicators/indicators.js";

/** How a field is shown where it cannot be written. */
export function useShown(): (card: CardFields, name: FieldName) => string {
  const { card: texts, form } = useTexts();
  const { choices } = form;
  return (card, name) => {
    const says = ((): string => {
      switch (name) {
        case "severity":
          return card.severity ? choices.Severity[card.severity].label : "";
        case "type":
          return card.type ? choices.IncidentType[card.type].label : "";
        case "scale":
          return card.scale ? choices.IncidentScale[card.scale].label : "";
        case "recurrence":
          return card.recurrence ? choices.Recurrence[card.recurrence].label : "";
        case "sign":
          return card.sign ? choices.IncidentSign[card.sign].label : "";
        case "contours":
          return card.contours.map((one) => choices.NetworkContour[one].label).join(", ");
        case "consequences":
          return card.consequences.map((one) => choices.Consequence[one].label).join(", ");
        case "indicators":
          return card.indicators.map((one) => `${choices.IndicatorType[typeOf(one)].label}: ${one.value}`).join("\n");
        case "affectedObjects":
          return card.affectedObjects
            .map(({ code, name: called, description }) => (code ? `${called} (${code})` : description))
            .join("\n");
        case "registeredOn":
        case "occurredAt":
        case "confirmedAt":
        case "earlierIncidentNumber":
        case "nature":
        case "measures":
        case "note":
          return card[name];
      }
    })();
    return says === "" ? texts.meanwhile.empty : says;
  };
}
