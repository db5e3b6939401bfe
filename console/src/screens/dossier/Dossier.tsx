import { Suspense, useState } from "react";
import { Link, useParams } from "wouter";
import { Page } from "../../page/Page.js";
import { part } from "../../page/part.js";
import { Banner } from "../../parts/Banner.js";
import { Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type ActName, useActs } from "./acts/acts.js";
import { ActRow } from "./acts/ActRow.js";
import { Chronicle } from "./Chronicle.js";
import { DossierTabs } from "./DossierTabs.js";
import { Head } from "./Head.js";
import { NoSuchIncident } from "../../shared/incidents/NoSuchIncident.js";
import { Questions } from "./Questions.js";
import { Related } from "./Related.js";
import { Terms } from "./Terms.js";
import { type Incident, useDossier } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** Fetched when the first act is opened: most who read a dossier open none. */
const ActDialogs = part(async () => (await import("./acts/ActDialogs.js")).ActDialogs);

/** One incident, as everybody but an owner reads it. */
export function Dossier() {
  const number = useParams<{ number: string }>().number.toUpperCase();
  return <Read key={number} number={number} />;
}

function Read({ number }: { readonly number: string }) {
  const reading = useDossier(number);
  if (reading.state === "READY")
    return reading.data.incident ? <Shown incident={reading.data.incident} /> : <NoSuchIncident />;
  return (
    <Page title={number}>
      {reading.state === "LOADING" ? (
        <Loading rows={9} />
      ) : (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      )}
    </Page>
  );
}

function Shown({ incident }: { readonly incident: Incident }) {
  const { dossier } = useTexts();
  const [open, setOpen] = useState<ActName | null>(null);
  const { acts, problem } = useActs(incident, setOpen);
  return (
    <Page
      acts={<ActRow acts={acts} />}
      crumbs={<Link href="/incidents">{dossier.crumbs}</Link>}
      second={<Head incident={incident} />}
      title={incident.number}
    >
      {problem !== null && <Banner kind="refused">{problem}</Banner>}
      <Terms incident={incident} />
      <Questions acts={acts} incident={incident} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <DossierTabs incident={incident} />
        </div>
        <aside className={styles.side}>
          <Related acts={acts} incident={incident} />
          <Chronicle number={incident.number} />
        </aside>
      </div>
      {open && (
        <Suspense fallback={null}>
          <ActDialogs incident={incident} onClose={() => setOpen(null)} open={open} />
        </Suspense>
      )}
    </Page>
  );
}
