import type { ReactNode } from "react";
import { useNow } from "../../session/now.js";
import type { OpenQuestion } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { Icon } from "../../parts/Icon.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { type ActName, type OfferedAct, offered } from "./acts/acts.js";
import { requestOf, retractionOf } from "./pending.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** What clears up each question, as far as the person may. */
const CLEARED_BY: Readonly<Record<OpenQuestion, readonly ActName[]>> = {
  CORRECTION_REQUESTED: ["CORRECT", "REFUSE_CORRECTION", "WITHDRAW_CORRECTION"],
  RETRACTION_REQUESTED: ["DECIDE_RETRACTION"],
  DESCRIBED_BY_REGISTERED_NAME: ["LINK_OBJECT"],
  OBJECT_OF_UNKNOWN_KIND: ["CARD"],
  CONFIRMED_BEFORE_IT_OCCURRED: ["CORRECT", "REQUEST_CORRECTION", "CARD"],
  CONFIRMED_BEFORE_THE_TERMS: ["CORRECT", "REQUEST_CORRECTION"],
};

/** What of the incident waits for somebody, what was asked and why, and what can be done about it. */
export function Questions({ incident, acts }: { readonly incident: Incident; readonly acts: readonly OfferedAct[] }) {
  const { dossier, words } = useTexts();
  const language = useLanguage();
  const now = useNow();
  if (incident.openQuestions.length === 0) return null;
  const at = (when: string): string => writeMoment(Date.parse(when), now, language);
  const { questions } = dossier;
  const request = requestOf(incident);
  const retraction = retractionOf(incident);
  const saidOf = (question: OpenQuestion): ReactNode => {
    switch (question) {
      case "CORRECTION_REQUESTED":
        return (
          request && (
            <>
              <p>
                <b>{questions.asks(at(request.confirmedAt))}</b> · {questions.asked(at(request.requestedAt))}
              </p>
              <p>{dossier.chronicle.quoted(request.reason)}</p>
            </>
          )
        );
      case "RETRACTION_REQUESTED":
        return (
          retraction && (
            <>
              {retraction.requestedAt && <p>{questions.asked(at(retraction.requestedAt))}</p>}
              {retraction.grounds && <p>{dossier.chronicle.quoted(retraction.grounds)}</p>}
            </>
          )
        );
      case "CONFIRMED_BEFORE_IT_OCCURRED":
      case "CONFIRMED_BEFORE_THE_TERMS":
      case "DESCRIBED_BY_REGISTERED_NAME":
      case "OBJECT_OF_UNKNOWN_KIND":
        return <p>{questions[question]}</p>;
    }
  };
  return (
    <section aria-label={questions.title} className={styles.questions}>
      {incident.openQuestions.map((question) => (
        <div className={styles.question} key={question}>
          <Icon name="warning" size={18} />
          <div className={styles.asked}>
            <h2>{words.openQuestions[question]}</h2>
            {saidOf(question)}
          </div>
          <div className={styles.answers}>
            {CLEARED_BY[question].map((name) => {
              const act = offered(acts, name);
              return (
                act && (
                  <Button isSmall key={name} onPress={act.run}>
                    {act.says}
                  </Button>
                )
              );
            })}
          </div>
        </div>
      ))}
    </section>
  );
}
