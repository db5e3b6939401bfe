import { Link } from "wouter";
import { useNow } from "../../session/now.js";
import { Facts } from "../../parts/Facts.js";
import { Instant } from "../../parts/Instant.js";
import { Panel } from "../../parts/Panel.js";
import { Receipt } from "../../parts/Receipt.js";
import type { SentReceiptFragment } from "../../operations/generated.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Given.module.css";
import type { Analysis, Part } from "./thread.js";

/** What a SOC has answered: every revision, the latest on top, and by a card. */
export function Given({
  part,
  title,
  isReceiptShown = false,
}: {
  readonly part: Part;
  readonly title: string;
  readonly isReceiptShown?: boolean;
}) {
  return (
    <Panel isFlush title={title}>
      <AnswersOf isReceiptShown={isReceiptShown} part={part} />
    </Panel>
  );
}

export function AnswersOf({ part, isReceiptShown }: { readonly part: Part; readonly isReceiptShown: boolean }) {
  const { inbox, words } = useTexts();
  const now = useNow();
  const analyses = part.analyses.toSorted((one, other) => other.revision - one.revision);
  const cards = part.answers.flatMap(({ rule, current }) =>
    current?.answer.__typename === "Incident" ? [{ rule, at: current.at, number: current.answer.number }] : [],
  );
  const otherwise = part.answers.flatMap(({ current }) =>
    current?.answer.__typename === "ReceivedOtherwise" ? [current.at] : [],
  );
  return (
    <ul className={styles.answers}>
      {cards.map(({ number, at, rule }) => (
        <li key={`${rule} ${number}`}>
          <p className={styles.head}>
            <Link href={`/incidents/${number}`}>{inbox.answer.byCard(number)}</Link>
            <span className={styles.second}>
              {rule} · <Instant at={Date.parse(at)} now={now} />
            </span>
          </p>
        </li>
      ))}
      {otherwise.map((at) => (
        <li key={at}>
          <p className={styles.head}>
            <b>{words.means.RECEIVED_OTHERWISE}</b>
            <span className={styles.second}>
              <Instant at={Date.parse(at)} now={now} />
            </span>
          </p>
        </li>
      ))}
      {analyses.map((analysis, place) => (
        <li key={analysis.id}>
          <details open={place === 0}>
            <summary className={styles.head}>
              <b>{inbox.answer.revision(analysis.revision)}</b>
              <span className={styles.second}>
                <Instant at={Date.parse(analysis.receivedAt)} now={now} />
                {analysis.submittedBy && ` · ${inbox.answer.by(analysis.submittedBy.name)}`}
              </span>
            </summary>
            <AnalysisFacts analysis={analysis} />
            {isReceiptShown && place === 0 && <Proof receipt={analysis.receipt} />}
          </details>
        </li>
      ))}
      {part.notConfirmed && (
        <li>
          <p className={styles.head}>
            <b>{inbox.answer.denied}</b>
            <span className={styles.second}>
              <Instant at={Date.parse(part.notConfirmed.receivedAt)} now={now} />
              {part.notConfirmed.submittedBy && ` · ${inbox.answer.by(part.notConfirmed.submittedBy.name)}`}
            </span>
          </p>
          <p className={styles.text}>{part.notConfirmed.grounds}</p>
          {isReceiptShown && <Proof receipt={part.notConfirmed.receipt} />}
        </li>
      )}
    </ul>
  );
}

function Proof({ receipt }: { readonly receipt: SentReceiptFragment | null }) {
  const { inbox } = useTexts();
  if (!receipt) return null;
  return <Receipt receipt={receipt} title={inbox.answer.receipt} />;
}

function AnalysisFacts({ analysis }: { readonly analysis: Analysis }) {
  const { form, inbox } = useTexts();
  const labels = form.documents.threatAnalysis.members.analysis.members;
  const text = (value: string) => <span className={styles.text}>{value}</span>;
  return (
    <Facts
      facts={[
        { name: labels.findings.label, value: text(analysis.findings) },
        { name: labels.conclusions.label, value: text(analysis.conclusions) },
        { name: labels.measures.label, value: text(analysis.measures) },
        ...(analysis.recommendations === null
          ? []
          : [{ name: labels.recommendations.label, value: text(analysis.recommendations) }]),
        ...(analysis.indicators.length === 0
          ? []
          : [
              {
                name: labels.indicators.label,
                value: <code>{analysis.indicators.map(({ value }) => value).join(" ")}</code>,
              },
            ]),
        ...(analysis.affectedObjects.length === 0
          ? []
          : [
              {
                name: labels.objectIds.label,
                value: analysis.affectedObjects.map(({ code, name }) => `${code}, ${name}`).join("; "),
              },
            ]),
        ...(analysis.incident
          ? [
              {
                name: inbox.answer.incident,
                value: <Link href={`/incidents/${analysis.incident.number}`}>{analysis.incident.number}</Link>,
              },
            ]
          : []),
      ]}
    />
  );
}
