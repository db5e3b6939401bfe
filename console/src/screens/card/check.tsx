import { useState } from "react";
import type { Faults } from "../../drafts/useFaults.js";
import { useFaults } from "../../drafts/useFaults.js";
import {
  type AmendIncidentCardInput,
  CheckAmendmentDocument,
  CheckCardDocument,
  type SubmitIncidentCardInput,
} from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import type { Fault } from "../../parts/Field.js";
import { useSession } from "../../session/SessionContext.js";
import { sentenceOf } from "../../session/session.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Card.module.css";

/** What the gateway says to a card without keeping it. */
export interface Check {
  readonly isLooking: boolean;
  /** What came of it last. */
  readonly says: "NOTHING" | "ACCEPTABLE" | "DOUBTFUL" | { readonly failed: string };
  readonly warnings: Faults;
  readonly warningsAt: (name: string) => readonly Fault[];
  readonly mended: (names: readonly string[]) => void;
  readonly look: (input: Inputs, submissionKey: string) => Promise<void>;
}

interface Inputs {
  readonly first: Omit<SubmitIncidentCardInput, "submissionKey">;
  /** Null: it is the first card. */
  readonly amended: Omit<AmendIncidentCardInput, "submissionKey"> | null;
}

const UNSENT = { state: "IDLE" } as const;

/** Asks the gateway what it would say: faults go to the form's own, warnings stand amber beside their fields. */
export function useCheck(
  faults: Faults,
  labelOf: (name: string) => string | null,
  nameOf: (path: readonly string[]) => string,
): Check {
  const session = useSession();
  const [isLooking, setLooking] = useState(false);
  const [says, say] = useState<Check["says"]>("NOTHING");
  const warnings = useFaults(UNSENT, labelOf, nameOf);
  return {
    isLooking,
    says,
    warnings,
    warningsAt: warnings.at,
    mended: (names) => {
      warnings.mended(names);
      say("NOTHING");
    },
    look: async ({ first, amended }, submissionKey) => {
      setLooking(true);
      try {
        const { client } = session.link;
        const found = amended
          ? (await client.ask(CheckAmendmentDocument, { input: { ...amended, submissionKey } }))
              .checkIncidentCardAmendment
          : (await client.ask(CheckCardDocument, { input: { ...first, submissionKey } })).checkIncidentCard;
        if (found.violations.length > 0) faults.found(found.violations, true);
        warnings.found(found.warnings);
        say(!found.isAcceptable ? "NOTHING" : found.warnings.length > 0 ? "DOUBTFUL" : "ACCEPTABLE");
      } catch (error) {
        session.refused(error);
        say({ failed: sentenceOf(error) });
      } finally {
        setLooking(false);
      }
    },
  };
}

/** What came of a check, above the form. */
export function CheckNote({ check: { says, warnings } }: { readonly check: Check }) {
  const { card } = useTexts();
  if (says === "NOTHING") return null;
  if (typeof says === "object") return <Banner kind="refused">{says.failed}</Banner>;
  if (says === "ACCEPTABLE") return <Banner kind="note">{card.check.acceptable}</Banner>;
  return (
    <section className={styles.meanwhile} role="status">
      <h2>{card.check.doubtful}</h2>
      <ul>
        {warnings.all.map(({ rule, message, field }) => (
          <li key={`${rule} ${field?.name ?? ""} ${message}`}>
            {field && <b>{field.label}: </b>}
            {message} <span className={styles.note}>{rule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
