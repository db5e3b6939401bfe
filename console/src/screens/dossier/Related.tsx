import { Link } from "wouter";
import type { RelatedIncidentFragment } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Severity } from "../../parts/Severity.js";
import { useTexts } from "../../texts/TextsContext.js";
import { typeOf } from "../../shared/incidents/words.js";
import { dotted } from "../../texts/one-line.js";
import { type OfferedAct, offered } from "./acts/acts.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** Incidents that this one repeats, that repeat it, or that are the same one at another SOC. */
export function Related({ incident, acts }: { readonly incident: Incident; readonly acts: readonly OfferedAct[] }) {
  const { dossier } = useTexts();
  const { earlierIncident, repeatedBy, sameAs } = incident;
  const unlink = offered(acts, "UNLINK_SAME");
  if (!earlierIncident && repeatedBy.length === 0 && sameAs.length === 0) return null;
  return (
    <Panel title={dossier.related.title}>
      <div className={styles.related}>
        {earlierIncident && <Group incidents={[earlierIncident]} title={dossier.related.earlier} />}
        <Group incidents={repeatedBy} title={dossier.related.repeatedBy} />
        <Group incidents={sameAs} title={dossier.related.same} />
        {sameAs.length > 0 && unlink && (
          <Button isSmall onPress={unlink.run}>
            {dossier.acts.unlinkSame.act}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function Group({
  title,
  incidents,
}: {
  readonly title: string;
  readonly incidents: readonly RelatedIncidentFragment[];
}) {
  const texts = useTexts();
  if (incidents.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {incidents.map(({ id, number, type, severity, soc }) => (
          <li key={id}>
            <Link href={`/incidents/${number}`}>
              <Number number={number} />
            </Link>{" "}
            <Severity compact level={severity ?? null} />
            <span className={styles.second}> {dotted(typeOf(type, texts), soc?.name ?? "")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
