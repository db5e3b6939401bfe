import type { Faults } from "../../forms/useFaults.js";
import type { Fault } from "../../parts/Field.js";
import type { CardDraft, FieldName } from "./card-form.js";

/** What each section of the form works with. */
export interface CardKit {
  readonly draft: CardDraft;
  readonly faults: Faults;
  /** The gateway's clock, milliseconds. */
  readonly now: () => number;
  readonly set: (changes: Partial<CardDraft>) => void;
  /** What a field is called, and what is wrong with it. */
  readonly field: (name: FieldName) => {
    readonly name: FieldName;
    readonly label: string;
    readonly kazakh: string;
    readonly faults: readonly Fault[];
    readonly warnings: readonly Fault[];
  };
}
