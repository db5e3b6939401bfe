import { useState } from "react";
import { Link } from "wouter";
import { Page } from "../../page/Page.js";
import { useNow } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import { OwnedIncidentsDocument, type OwnedIncidentFragment } from "../../operations/generated.js";
import { Icon } from "../../parts/Icon.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { FIRST_PAGE, pageArguments, Pages } from "../../parts/Pages.js";
import { Panel } from "../../parts/Panel.js";
import { Severity } from "../../parts/Severity.js";
import { Loading, Refused } from "../../parts/States.js";
import { classes } from "../../parts/classes.js";
import { useTexts } from "../../texts/TextsContext.js";
import { objectOf, typeOf } from "../../shared/incidents/words.js";
import { knownOf } from "./known.js";
import styles from "./Owner.module.css";

const PAGE = 20;

/** Where an owner begins: what was reported about its objects, what it has not yet said that it knows on top. */
export function MyObjects() {
  const { owner } = useTexts();
  const [page, turn] = useState(FIRST_PAGE);
  const reading = useReading(OwnedIncidentsDocument, pageArguments(page, PAGE), { isAboutAll: true });
  return (
    <Page title={owner.title}>
      <div className={styles.page}>
        {reading.state === "LOADING" && <Loading rows={4} />}
        {reading.state === "REFUSED" && (
          <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
        )}
        {reading.state === "READY" && (
          <>
            <Incidents incidents={reading.data.incidents.nodes} />
            <Pages next={owner.older} onTurn={turn} page={reading.data.incidents.pageInfo} previous={owner.newer} />
          </>
        )}
      </div>
    </Page>
  );
}

function Incidents({ incidents }: { readonly incidents: readonly OwnedIncidentFragment[] }) {
  const { owner } = useTexts();
  if (incidents.length === 0)
    return (
      <Panel title={owner.none}>
        <p>{owner.noneWhy}</p>
      </Panel>
    );
  const standing = incidents.filter(({ retractedAt }) => !retractedAt);
  const fresh = standing.filter((one) => knownOf(one) === null);
  const known = standing.filter((one) => knownOf(one) !== null);
  // Whether the owner knew of it is nothing that its title may say.
  const retracted = incidents.filter(({ retractedAt }) => retractedAt);
  return (
    <>
      <p className={classes(styles.count, fresh.length > 0 && styles.isNew)} role="status">
        <Icon name={fresh.length > 0 ? "warning" : "met"} size={20} />
        <b>{fresh.length > 0 ? owner.newCount(fresh.length) : owner.allKnown}</b>
      </p>
      {fresh.length > 0 && <List incidents={fresh} title={owner.new} />}
      {known.length > 0 && <List incidents={known} title={owner.known} />}
      {retracted.length > 0 && <List incidents={retracted} title={owner.retracted} />}
    </>
  );
}

function List({ title, incidents }: { readonly title: string; readonly incidents: readonly OwnedIncidentFragment[] }) {
  const texts = useTexts();
  const now = useNow();
  return (
    <Panel isFlush title={title}>
      <ul>
        {incidents.map((incident) => (
          <li className={styles.item} key={incident.id}>
            <Link className={styles.link} href={`/incidents/${incident.number}`}>
              <b>{objectOf(incident)}</b>
              <span className={styles.line}>
                <Severity level={incident.severity ?? null} />
                <span>{typeOf(incident.type, texts)}</span>
              </span>
              <span className={styles.second}>
                <Number number={incident.number} /> · <Instant at={Date.parse(incident.confirmedAt)} now={now} />
                {incident.retractedAt && ` · ${texts.incidents.retracted}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
