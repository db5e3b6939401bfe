import { Facts } from "../../../parts/Facts.js";
import { Instant } from "../../../parts/Instant.js";
import { Severity } from "../../../parts/Severity.js";
import { useTexts } from "../../../texts/TextsContext.js";
import type { Incident } from "../useDossier.js";
import { objectText } from "../../../shared/incidents/card-fields.js";
import styles from "./Card.module.css";

/** What the SOC reported first (R9.1): what is known while there is no card. */
export function Reported({ incident }: { readonly incident: Incident }) {
  const texts = useTexts();
  const { dossier, form, incidents } = texts;
  const { report } = incident;
  if (!report) return <p className={styles.when}>{dossier.card.noReport}</p>;
  const objects = report.affectedObjects.map((object) => objectText(object, texts));
  return (
    <section className={styles.report}>
      <h3>{dossier.card.summary}</h3>
      <p className={styles.said}>{report.summary}</p>
      <Facts
        facts={[
          { name: dossier.card.reportedAt, value: <Instant at={Date.parse(report.receivedAt)} /> },
          { name: incidents.columns.confirmed, value: <Instant at={Date.parse(report.confirmedAt)} /> },
          { name: incidents.filters.type, value: form.choices.IncidentType[report.type].label },
          { name: incidents.filters.level, value: <Severity level={report.severity ?? null} /> },
          {
            name: form.documents.incidentCard.members.card.members.affectedObjects.label,
            value: objects.join(", "),
          },
        ]}
      />
    </section>
  );
}
