import { useNow } from "../../session/now.js";
import type { Incident, Obligation } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { Clock } from "../../parts/Clock.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Icon } from "../../parts/Icon.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { Severity } from "../../parts/Severity.js";
import type { RowProps } from "../../parts/useRows.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { dutyOf } from "../../shared/duties/words.js";
import { objectOf, typeOf } from "../../shared/incidents/words.js";
import { dotted } from "../../texts/one-line.js";
import styles from "./Incidents.module.css";

/** Incidents as rows: what each is, what waits, and what ends next. */
export function IncidentTable({
  rows,
  duties,
  walk,
  isNew,
}: {
  readonly rows: readonly Incident[];
  /** The open duties by the incident, the nearest end first; an owner's are not followed. */
  readonly duties: ReadonlyMap<string, readonly Obligation[]>;
  readonly walk: (id: string) => RowProps;
  readonly isNew: (id: string) => boolean;
}) {
  const texts = useTexts();
  const { incidents, words } = texts;
  const { party } = usePerson();
  const number: Column<Incident> = {
    key: "number",
    name: incidents.columns.number,
    cell: (incident) => (
      <span className={styles.about}>
        <Number number={incident.number} />
        <span className={styles.second}>{dotted(typeOf(incident.type, texts), objectOf(incident))}</span>
      </span>
    ),
  };
  const soc: Column<Incident> = {
    key: "soc",
    name: words.soc,
    cell: (incident) => <span className={styles.code}>{incident.soc?.code}</span>,
  };
  const next: Column<Incident> = {
    key: "next",
    name: incidents.columns.next,
    cell: (incident) => <Next duty={duties.get(incident.id)?.[0]} incident={incident} />,
  };
  const waiting: Column<Incident> = {
    key: "questions",
    name: incidents.columns.questions,
    isPlain: true,
    cell: (incident) => <Waiting incident={incident} />,
  };
  return (
    <DataTable
      columns={[
        number,
        {
          key: "level",
          name: incidents.columns.level,
          cell: ({ severity }) => <Severity level={severity ?? null} />,
        },
        ...(party.__typename === "Soc" ? [] : [soc]),
        { key: "confirmed", name: incidents.columns.confirmed, cell: ({ confirmedAt }) => <At at={confirmedAt} /> },
        ...(party.__typename === "Owner" ? [] : [next, waiting]),
      ]}
      href={(incident) => `/incidents/${incident.number}`}
      isNew={(incident) => isNew(incident.id)}
      label={incidents.title}
      rowKey={({ id }) => id}
      rows={rows}
      walk={walk}
    />
  );
}

function At({ at }: { readonly at: string }) {
  return <Instant at={Date.parse(at)} now={useNow()} />;
}

/** The duty that ends next, by the second; what is retracted owes nothing. */
function Next({ duty, incident }: { readonly duty: Obligation | undefined; readonly incident: Incident }) {
  const texts = useTexts();
  const now = useNow();
  const isSoon = useLive(({ dueSoon }) => duty !== undefined && dueSoon.has(duty.id));
  if (incident.retractedAt) return <span className={styles.second}>{texts.incidents.retracted}</span>;
  if (!duty) return <span className={styles.second}>{texts.incidents.nothingOpen}</span>;
  return (
    <span className={styles.about}>
      <Clock dueAt={Date.parse(duty.dueAt)} isDueSoon={isSoon} now={now} withWord />
      <span className={styles.second}>{dutyOf(duty.rule, texts)}</span>
    </span>
  );
}

function Waiting({ incident }: { readonly incident: Incident }) {
  const { words, incidents } = useTexts();
  const { openQuestions, takenBy } = incident;
  return (
    <span className={styles.waiting}>
      {openQuestions.map((question) => (
        <span className={styles.question} key={question}>
          <Icon name="warning" size={14} />
          {words.openQuestions[question]}
        </span>
      ))}
      {takenBy && (
        <span className={styles.taken}>
          <Icon name="person" size={14} />
          {takenBy.isMine ? incidents.takenByYou : takenBy.by}
        </span>
      )}
    </span>
  );
}
