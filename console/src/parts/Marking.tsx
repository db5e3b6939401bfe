import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import styles from "./Marking.module.css";

/** The markings of TLP 2.0, from the strictest; their names are the same in each language. */
export const MARKINGS = {
  RED: "TLP:RED",
  AMBER_STRICT: "TLP:AMBER+STRICT",
  AMBER: "TLP:AMBER",
  GREEN: "TLP:GREEN",
  CLEAR: "TLP:CLEAR",
} as const;
export type MarkingName = keyof typeof MARKINGS;

/** A marking in the colours that TLP 2.0 prescribes, on black in both themes; what it allows is its tip. */
export function Marking({ marking }: { readonly marking: MarkingName }) {
  const { words } = useTexts();
  return (
    <span className={classes(styles.marking, styles[marking])} title={words.markings[marking]}>
      {MARKINGS[marking]}
    </span>
  );
}
