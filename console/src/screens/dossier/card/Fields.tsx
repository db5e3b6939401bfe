import { Fragment } from "react";
import { useLanguage, useTexts } from "../../../texts/TextsContext.js";
import { useKazakh } from "../../../shared/incident-form/kazakh.js";
import type { Incident } from "../useDossier.js";
import { useRevisionWords } from "./useRevisionWords.js";
import { type Card, type FieldName, fieldNames, saidIn } from "../../../shared/incidents/card-fields.js";
import styles from "./Card.module.css";

/** Things of one field that are shown; the rest is counted (indicators have a tab of their own). */
const SHOWN = 20;

/** One revision of the card, in annex 3's order and words. */
export function Fields({ card, incident }: { readonly card: Card; readonly incident: Incident }) {
  const texts = useTexts();
  const { dossier } = texts;
  const language = useLanguage();
  const when = useRevisionWords();
  const sender = incident.cardRevisions.find(({ revision }) => revision === card.revision)?.submittedBy;
  return (
    <>
      <p className={styles.when}>
        {when(incident, card.revision)}
        {sender && ` · ${dossier.card.by(sender.name)}`}
      </p>
      <dl className={styles.fields}>
        {fieldNames(texts).map((name) => {
          const said = saidIn(card, name, texts, language);
          return (
            <Fragment key={name}>
              <dt>
                <FieldLabel name={name} />
              </dt>
              <dd>
                {said.length === 0 && <span className={styles.empty}>{dossier.card.empty}</span>}
                {said.slice(0, SHOWN).map((text, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two may say the same
                  <p className={styles.said} key={place}>
                    {text}
                  </p>
                ))}
                {said.length > SHOWN && <p className={styles.empty}>{dossier.card.more(said.length - SHOWN)}</p>}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </>
  );
}

/** The form's name for a field, with the Kazakh one under it. */
export function FieldLabel({ name }: { readonly name: FieldName }) {
  const { form } = useTexts();
  const language = useLanguage();
  const kazakh = useKazakh();
  return (
    <>
      <span className={styles.label}>{form.documents.incidentCard.members.card.members[name].label}</span>
      {language !== "kk" && (
        <span className={styles.kazakh} lang="kk">
          {kazakh.documents.incidentCard.members.card.members[name].label}
        </span>
      )}
    </>
  );
}
