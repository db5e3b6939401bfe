import { useEffect, useRef, useState } from "react";
import type { GatewayClient } from "../../../../client/index.js";
import type { Faults } from "../../forms/useFaults.js";
import { useFaults } from "../../forms/useFaults.js";
import type { CheckedFragment } from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import type { Fault } from "../../parts/Field.js";
import { useSession } from "../../session/SessionContext.js";
import { saysOf } from "../../link/says.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Check.module.css";

/** What the gateway says to a report or a card without keeping it. */
export interface Check {
  readonly isLooking: boolean;
  /** What came of it last. */
  readonly says: "NOTHING" | "ACCEPTABLE" | "DOUBTFUL" | { readonly failed: string };
  readonly warnings: Faults;
  readonly warningsAt: (name: string) => readonly Fault[];
  readonly mended: (names: readonly string[]) => void;
  /** How often it was asked. */
  readonly attempt: number;
  /** Asks the one question that fits what is written. */
  readonly look: (ask: (client: GatewayClient) => Promise<CheckedFragment>) => Promise<void>;
}

const UNSENT = { state: "IDLE" } as const;

/** Asks the gateway what it would say: faults go to the form's own, warnings stand amber beside their fields. */
export function useCheck(
  faults: Faults,
  labelOf: (name: string) => string | null,
  nameOf?: (path: readonly string[]) => string,
): Check {
  const session = useSession();
  const [isLooking, setLooking] = useState(false);
  const [says, say] = useState<Check["says"]>("NOTHING");
  const [attempt, count] = useState(0);
  const warnings = useFaults(UNSENT, labelOf, nameOf);
  return {
    isLooking,
    says,
    attempt,
    warnings,
    warningsAt: warnings.at,
    mended: (names) => {
      warnings.mended(names);
      say("NOTHING");
    },
    look: async (ask) => {
      setLooking(true);
      try {
        const found = await ask(session.link.client);
        if (found.violations.length > 0) faults.found(found.violations, true);
        warnings.found(found.warnings);
        count((before) => before + 1);
        say(!found.isAcceptable ? "NOTHING" : found.warnings.length > 0 ? "DOUBTFUL" : "ACCEPTABLE");
      } catch (error) {
        session.refused(error);
        count((before) => before + 1);
        say({ failed: saysOf(error) });
      } finally {
        setLooking(false);
      }
    },
  };
}

/** What came of a check, above the form. */
export function CheckNote({ check }: { readonly check: Check }) {
  return check.says === "NOTHING" ? null : <Told check={check} key={check.attempt} />;
}

/** It comes into sight each time: whoever asked is at the form's foot. */
function Told({ check }: { readonly check: Check }) {
  const ref = useRef<HTMLDivElement>(null);
  // Nothing is given back: newer browsers answer scrolling with a promise, which is no way to clean up.
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div className={styles.note} ref={ref}>
      <Said check={check} />
    </div>
  );
}

function Said({ check: { says, warnings } }: { readonly check: Check }) {
  const { report, shell } = useTexts();
  if (says === "NOTHING") return null;
  if (typeof says === "object") return <Banner kind="refused">{says.failed || shell.errors.unreachable}</Banner>;
  if (says === "ACCEPTABLE") return <Banner kind="note">{report.check.acceptable}</Banner>;
  return (
    <section className={styles.doubtful} role="status">
      <h2>{report.check.doubtful}</h2>
      <ul>
        {warnings.all.map(({ rule, message, field }) => (
          <li key={`${rule} ${field?.name ?? ""} ${message}`}>
            {field && <b>{field.label}: </b>}
            {message} <span className={styles.rule}>{rule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
