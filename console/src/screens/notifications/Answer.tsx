import { useState } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { isOpen } from "../../live/standing.js";
import type { SentReceiptFragment, SentWarningFragment } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { Panel } from "../../parts/Panel.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Sent } from "../../shared/incident-form/Sent.js";
import { AnalysisForm } from "./AnalysisForm.js";
import styles from "./Answer.module.css";
import { ByCard } from "./ByCard.js";
import { DenialForm } from "./DenialForm.js";
import { Given } from "./Given.js";
import type { Notification, Part } from "./thread.js";

export type Way = "ANALYSIS" | "DENIAL" | "CARD";

/** How each subject is answered, as what was confirmed decides (L17); what answers nothing of a threat is not offered for one. */
export const WAYS: Readonly<Record<Notification["subject"], readonly [Way, ...Way[]]>> = {
  THREAT: ["ANALYSIS"],
  EVENT: ["ANALYSIS", "CARD", "DENIAL"],
  INCIDENT: ["CARD", "ANALYSIS", "DENIAL"],
};

/** That an answer was accepted. */
export interface SentAnswer {
  readonly receipt: SentReceiptFragment;
  readonly warnings: readonly SentWarningFragment[];
  readonly isRepeated: boolean;
  readonly says: string | null;
}

const FORM = "answer-form";

/** What the SOC has answered, and the forms for an answer: `R`. */
export function Answer({ notification, part }: { readonly notification: Notification; readonly part: Part }) {
  const { inbox } = useTexts();
  const mayAnswer = useMay("answer");
  const { subject, number, follows } = notification;
  const ways = WAYS[subject];
  const isGiven = part.analyses.length > 0 || part.notConfirmed !== null || part.obligation?.dischargedAt != null;
  const isOwed = part.obligation !== null && isOpen(part.obligation);
  const [isAsked, setAsked] = useState(false);
  const [way, setWay] = useState<Way>(part.analyses.length > 0 ? "ANALYSIS" : ways[0]);
  const [sent, setSent] = useState<SentAnswer | null>(null);
  const isWritten = mayAnswer && (isAsked || (isOwed && !isGiven && !sent));
  const begin = (): void => {
    setAsked(true);
    setSent(null);
    // Once the form is there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const form = document.getElementById(FORM);
        form?.scrollIntoView({ block: "start" });
        form?.querySelector<HTMLElement>("textarea, input, button")?.focus({ preventScroll: true });
      }),
    );
  };
  const mayBegin = mayAnswer && follows === null && notification.withdrawal === null && part.obligation !== null;
  useCommands(mayBegin ? [{ id: "answer", says: inbox.answer.title, group: "here", keys: "KeyR", run: begin }] : []);
  if (follows) return null;
  const accepted = (answer: SentAnswer): void => {
    setSent(answer);
    setAsked(false);
  };
  const analyses = part.analyses.toSorted((one, other) => other.revision - one.revision);
  return (
    <>
      {sent && (
        <Panel title={inbox.answer.sent}>
          <div className={styles.sent}>
            {sent.says !== null && <p>{sent.says}</p>}
            <Sent
              isRepeated={sent.isRepeated}
              receipt={sent.receipt}
              title={inbox.answer.receipt}
              warnings={sent.warnings}
            />
          </div>
        </Panel>
      )}
      {isGiven && <Given isReceiptShown={sent === null} part={part} title={inbox.answer.given} />}
      {(isWritten || mayBegin) && (
        <section aria-label={inbox.answer.title} id={FORM}>
          {isWritten ? (
            <Panel title={inbox.answer.title}>
              <div className={styles.answer}>
                {ways.length > 1 && (
                  <ChoiceGroup
                    choices={ways.map((value) => ({ value, ...wordsOf(value, subject, inbox.answer) }))}
                    label={inbox.answer.how}
                    name="answer.way"
                    onChange={setWay}
                    value={way}
                  />
                )}
                {way === "ANALYSIS" && (
                  <AnalysisForm
                    key={analyses[0]?.revision ?? 0}
                    last={analyses[0] ?? null}
                    notification={notification}
                    onAccepted={accepted}
                  />
                )}
                {way === "DENIAL" && <DenialForm number={number} onAccepted={accepted} />}
                {way === "CARD" && <ByCard number={number} />}
              </div>
            </Panel>
          ) : (
            <Button icon="edit" onPress={begin}>
              {analyses.length > 0 ? inbox.answer.correct : inbox.answer.otherwise}
            </Button>
          )}
        </section>
      )}
      {!mayAnswer && isOwed && <p className={styles.second}>{inbox.answer.readOnly}</p>}
    </>
  );
}

function wordsOf(way: Way, subject: Notification["subject"], answer: ReturnType<typeof useTexts>["inbox"]["answer"]) {
  switch (way) {
    case "ANALYSIS":
      return { label: answer.analysis, help: subject === "INCIDENT" ? answer.onlyEvent : answer.analysisHelp };
    case "DENIAL":
      return { label: answer.denial, help: answer.denialHelp };
    case "CARD":
      return { label: answer.card, help: answer.cardHelp };
  }
}
