import { useState, type ReactNode } from "react";
import { useReading } from "../../../session/reading.js";
import { DossierDifferencesDocument } from "../../../operations/generated.js";
import { Button } from "../../../parts/Button.js";
import { Empty, Loading, Refused } from "../../../parts/States.js";
import { useLanguage, useTexts } from "../../../texts/TextsContext.js";
import { writeNumber } from "../../../time/numbers.js";
import type { Incident } from "../useDossier.js";
import { useRevisionWords } from "./useRevisionWords.js";
import { Added, Removed } from "./marks.js";
import {
  type Card,
  type FieldName,
  fieldNames,
  indicatorText,
  objectText,
  saidIn,
  valueIn,
} from "../../../shared/incidents/card-fields.js";
import { FieldLabel } from "./Fields.js";
import { changed, type Difference, SideList, Spans } from "./sides.js";
import styles from "./Card.module.css";

/** What one revision says otherwise than an earlier one, field by field: what went on the left, what came on the right. */
export function Differences({
  card,
  from,
  incident,
}: {
  readonly card: Card;
  readonly from: number;
  readonly incident: Incident;
}) {
  const texts = useTexts();
  const { dossier } = texts;
  const language = useLanguage();
  const when = useRevisionWords();
  const [isWhole, setWhole] = useState(false);
  const reading = useReading(DossierDifferencesDocument, { number: incident.number, from, to: card.revision });
  if (reading.state === "LOADING") return <Loading rows={5} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const differences = new Map((reading.data.incident?.cardDifferences ?? []).map((one) => [one.field, one]));
  const names = fieldNames(texts);
  const shown = isWhole ? names : names.filter((name) => differences.has(name));
  const before = when(incident, from);
  const after = when(incident, card.revision);
  return (
    <>
      <div className={styles.count}>
        <span>
          {dossier.card.changed(writeNumber(differences.size, language), writeNumber(names.length, language))}
        </span>
        <Button isSmall kind="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole ? dossier.card.hideUnchanged : dossier.card.showUnchanged}
        </Button>
      </div>
      {shown.length === 0 ? (
        <Empty title={dossier.card.same} />
      ) : (
        <table className={styles.differences}>
          <thead>
            <tr>
              <th scope="col">{dossier.card.fields}</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((name) => {
              const [left, right] = sidesOf(name, differences.get(name));
              return (
                <tr key={name}>
                  <th scope="row">
                    <FieldLabel name={name} />
                  </th>
                  <td>
                    <span aria-hidden="true" className={styles.side}>
                      {before}
                    </span>
                    {left}
                  </td>
                  <td>
                    <span aria-hidden="true" className={styles.side}>
                      {after}
                    </span>
                    {right}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );

  function sidesOf(name: FieldName, difference: Difference | undefined): readonly [ReactNode, ReactNode] {
    const now = saidIn(card, name, texts, language);
    if (!difference) {
      const same = <SideList texts={now} />;
      return [same, same];
    }
    switch (difference.__typename) {
      case "ValueDifference":
        return [
          <Removed key="r">{valueIn(difference.before, name, language)}</Removed>,
          <Added key="a">{valueIn(difference.after, name, language)}</Added>,
        ];
      case "TextDifference":
        return [
          <Spans key="r" spans={difference.spans} without="ADDED" />,
          <Spans key="a" spans={difference.spans} without="REMOVED" />,
        ];
      case "ChoicesDifference":
        return changed(
          now,
          difference.removed.map(({ label }) => label),
          difference.added.map(({ label }) => label),
        );
      case "IndicatorsDifference":
        return changed(
          now,
          difference.removed.map((one) => indicatorText(one, texts)),
          difference.added.map((one) => indicatorText(one, texts)),
        );
      case "AffectedObjectsDifference":
        return changed(
          now,
          difference.removed.map((one) => objectText(one, texts)),
          difference.added.map((one) => objectText(one, texts)),
        );
    }
  }
}
