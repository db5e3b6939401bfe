import { Link, useParams, useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useReading } from "../../session/reading.js";
import {
  PrintedRevisionDocument,
  PrintedRevisionsDocument,
  type PrintedRevisionQuery,
} from "../../operations/generated.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { incidentHref } from "../../shared/addresses.js";
import { NoSuchIncident } from "../../shared/incidents/NoSuchIncident.js";
import { Sheet } from "./Sheet.js";
import styles from "./Print.module.css";

export type PrintedRevision = Extract<NonNullable<PrintedRevisionQuery["node"]>, { revision: number }>;

/** A revision of the card as annex 3 lays it out, for a printer; without `?revision=` the last one. */
export function PrintedCard() {
  const number = useParams<{ number: string }>().number.toUpperCase();
  const asked = new URLSearchParams(useSearch()).get("revision") ?? "";
  const { dossier } = useTexts();
  const reading = useReading(PrintedRevisionsDocument, { number }, { about: [number] });
  const incident = reading.state === "READY" ? reading.data.incident : null;
  const revisions = incident?.cardRevisions ?? [];
  const found = asked === "" ? revisions.at(-1) : revisions.find(({ revision }) => String(revision) === asked);
  const card = useReading(PrintedRevisionDocument, { id: found?.id ?? "" }, { isWanted: found !== undefined });
  return (
    <main className={styles.room}>
      {reading.state === "LOADING" || (found && card.state === "LOADING") ? (
        <Loading rows={12} />
      ) : reading.state === "REFUSED" ? (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      ) : !incident ? (
        <NoSuchIncident />
      ) : !found ? (
        <Page crumbs={<Link href={incidentHref(incident.number)}>{dossier.print.back}</Link>} title={incident.number}>
          <Empty title={asked === "" ? dossier.print.noCard : dossier.print.noRevision(Number(asked))}>
            <p>{dossier.print.noCardWhy}</p>
            <a href={`/incidents/${incident.number}`}>{dossier.print.back}</a>
          </Empty>
        </Page>
      ) : card.state === "REFUSED" ? (
        <Refused message={card.says} onRetry={card.tryAgain} requestId={card.requestId} />
      ) : card.state === "READY" && card.data.node && "revision" in card.data.node ? (
        <Sheet card={card.data.node as PrintedRevision} number={incident.number} soc={incident.soc} />
      ) : null}
    </main>
  );
}
