import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import type { Texts } from "../../texts/texts.js";
import { type FieldName, saidIn } from "../../shared/incidents/card-fields.js";
import { kindsOf } from "../../shared/incidents/object-kinds.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import type { PrintedRevision } from "./PrintedCard.js";
import styles from "./Print.module.css";

type Choices = keyof Texts["form"]["choices"];

/** Fields that are chosen: all that could be stands there, with boxes. */
const BOXES: Readonly<Partial<Record<FieldName, Choices>>> = {
  severity: "Severity",
  type: "IncidentType",
  scale: "IncidentScale",
  recurrence: "Recurrence",
  sign: "IncidentSign",
  contours: "NetworkContour",
  consequences: "Consequence",
};

/** What one field says, as the form takes it. */
export function Cell({ card, name }: { readonly card: PrintedRevision; readonly name: FieldName }) {
  const texts = useTexts();
  const language = useLanguage();
  const choices = BOXES[name];
  if (choices) return <Boxes chosen={[card[name]].flat() as readonly string[]} choices={choices} />;
  if (name === "indicators")
    return (
      <ol className={styles.indicators}>
        {card.indicators.map(({ type, value, submitted }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may be the same
          <li key={place}>
            <code>{submitted}</code> · {texts.form.choices.IndicatorType[type].label}
            {value !== submitted && (
              <>
                {" "}
                → <code>{value}</code>
              </>
            )}
          </li>
        ))}
      </ol>
    );
  const said = saidIn(card, name, texts, language);
  if (said.length === 0) return "—";
  return said.map((text, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- two may say the same
    <p className={styles.said} key={place}>
      {text}
      {name === "affectedObjects" && <Kinds card={card} place={place} />}
    </p>
  ));
}

function Kinds({ card, place }: { readonly card: PrintedRevision; readonly place: number }) {
  const { words, dossier } = useTexts();
  const kinds = card.objects[place]?.object?.kinds;
  return kinds && kinds.length > 0 ? ` · ${kindsOf(kinds, words, dossier)}` : null;
}

/** The line of annex 3's table of levels that the chosen one is in; of an undetermined one also what the note beneath asks for. */
function Criteria({ level }: { readonly level: string }) {
  const kazakh = useKazakh();
  const levels: Readonly<Record<string, { readonly criteria: string }>> = kazakh.choices.Severity;
  return (
    <span className={styles.criteria} lang="kk">
      {levels[level]?.criteria}
      {level === "UNDETERMINED" && `. ${kazakh.reviewNote}`}
    </span>
  );
}

function Boxes({ chosen, choices }: { readonly chosen: readonly string[]; readonly choices: Choices }) {
  const { dossier, form } = useTexts();
  const language = useLanguage();
  const kazakh = useKazakh();
  const own: Readonly<Record<string, { readonly label: string }>> = form.choices[choices];
  const inKazakh: Readonly<Record<string, { readonly label: string }>> = kazakh.choices[choices];
  return (
    <ul className={styles.boxes}>
      {Object.entries(own).map(([value, { label }]) => {
        const isChosen = chosen.includes(value);
        return (
          <li className={isChosen ? styles.chosen : undefined} key={value}>
            <span aria-hidden="true" className={styles.box}>
              {isChosen ? "☑" : "☐"}
            </span>
            <span>
              <span className="visually-hidden">{isChosen ? dossier.print.yes : dossier.print.no}: </span>
              <span lang="kk">{inKazakh[value]?.label}</span>
              {language !== "kk" && <span className={styles.own}>{label}</span>}
              {isChosen && choices === "Severity" && <Criteria level={value} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
