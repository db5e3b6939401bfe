import { useState } from "react";
import { useNow } from "../../session/now.js";
import { Button } from "../../parts/Button.js";
import { ChronicleRow } from "../../parts/FactRow.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeNumber } from "../../time/numbers.js";
import { dotted } from "../../texts/one-line.js";
import { linesOf, signOf, titleOf } from "./chronicle-words.js";
import { type Fact, useFacts } from "./useFacts.js";
import styles from "./Dossier.module.css";

/** Every fact about the incident that its reader is told, newest first, with who did it and where it lies in the journal. */
export function Chronicle({ number }: { readonly number: string }) {
  const { dossier } = useTexts();
  return (
    <Panel note={dossier.chronicle.note} title={dossier.chronicle.title}>
      <ol className={styles.chronicle}>
        <Part after={null} number={number} />
      </ol>
    </Panel>
  );
}

function Part({ number, after }: { readonly number: string; readonly after: string | null }) {
  const { dossier } = useTexts();
  const [isMore, showMore] = useState(false);
  const reading = useFacts(number, after);
  if (reading.state !== "READY")
    return (
      <li>
        {reading.state === "LOADING" ? (
          <Loading rows={4} />
        ) : (
          <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
        )}
      </li>
    );
  const { nodes = [], pageInfo } = reading.data.incident?.facts ?? {};
  return (
    <>
      {nodes.length === 0 && after === null && (
        <li>
          <Empty title={dossier.chronicle.empty} />
        </li>
      )}
      {nodes.map((fact) => (
        <Row fact={fact} key={`${fact.position} ${fact.kind ?? fact.announcement ?? ""}`} />
      ))}
      {pageInfo?.hasNextPage &&
        (isMore ? (
          <Part after={pageInfo.endCursor ?? null} number={number} />
        ) : (
          <li>
            <Button isSmall kind="quiet" onPress={() => showMore(true)}>
              {dossier.chronicle.more}
            </Button>
          </li>
        ))}
    </>
  );
}

function Row({ fact }: { readonly fact: Fact }) {
  const texts = useTexts();
  const { dossier } = texts;
  const language = useLanguage();
  const now = useNow();
  const [icon, tone] = signOf(fact);
  const { actor, party, position } = fact;
  return (
    <ChronicleRow at={Date.parse(fact.at)} icon={icon} now={now} title={titleOf(fact, texts)} tone={tone}>
      {linesOf(fact, texts, { language, now }).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {dotted(
          party ? (actor ? `${actor.name}, ${party.code}` : party.name) : dossier.chronicle.gateway,
          dossier.chronicle.entry(writeNumber(position, language)),
        )}
      </p>
    </ChronicleRow>
  );
}
