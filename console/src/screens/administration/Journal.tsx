import { useMemo, useState } from "react";
import { Link } from "wouter";
import { usePages } from "../../session/usePages.js";
import { type AuditFilter, JournalDocument, type JournalQuery } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Number } from "../../parts/Numbers.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import type { Texts } from "../../texts/texts.js";
import { writeNumber } from "../../time/numbers.js";
import { writeDateTime } from "../../time/write.js";
import { incidentHref, notificationHref } from "../../shared/addresses.js";
import registers from "../../shared/registers/Registers.module.css";
import styles from "./Administration.module.css";
import { NOTHING_PICKED, type Pick, Picked } from "./fields.js";
import { optionsOf, rowsOf, useOwners, useSocs } from "../../shared/registers/registers.js";

type Entry = JournalQuery["auditEntries"]["nodes"][number];

/** Rows that are read at once. */
const OF_PAGE = 50;

/** Who did what and when, latest first, as the journal has it. */
export function Journal() {
  const texts = useTexts();
  const { administration, shell } = texts;
  const { journal } = administration;
  const language = useLanguage();
  const [act, setAct] = useState<Pick>(NOTHING_PICKED);
  const [party, setParty] = useState<Pick>(NOTHING_PICKED);
  const parties = optionsOf([...rowsOf(useSocs()), ...rowsOf(useOwners())]);
  const acts = useMemo(
    () => Object.entries(administration.acts).map(([value, label]) => ({ value, label, detail: value })),
    [administration],
  );
  const entries = useEntries({ act: act.value, party: party.value });
  return (
    <Panel isFlush second={journal.why} title={administration.sections.journal}>
      <div className={styles.filters}>
        <Picked
          label={journal.act}
          name="act"
          onPick={setAct}
          options={acts}
          pick={act}
          placeholder={journal.allActs}
        />
        <Picked
          label={journal.party}
          name="party"
          onPick={setParty}
          options={parties}
          pick={party}
          placeholder={journal.allParties}
        />
      </div>
      {entries.state === "LOADING" ? (
        <Loading />
      ) : entries.state === "REFUSED" ? (
        <Refused message={entries.says} onRetry={entries.tryAgain} requestId={entries.requestId} />
      ) : entries.data.rows.length === 0 ? (
        <Empty title={journal.empty}>{journal.emptyWhy}</Empty>
      ) : (
        <DataTable
          columns={columnsOf(texts, (position) => writeNumber(position, language))}
          label={administration.sections.journal}
          rowKey={({ position }) => String(position)}
          rows={entries.data.rows}
        />
      )}
      {entries.state === "READY" && (entries.data.more || entries.data.isMoreComing) && (
        <p className={registers.more}>
          <Button isBusy={entries.data.isMoreComing} onPress={entries.data.more ?? undefined}>
            {shell.states.showMore}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function useEntries(filter: AuditFilter) {
  return usePages(["journal", filter], async (client, after, signal) => {
    const { auditEntries } = await client.ask(JournalDocument, { first: OF_PAGE, after, filter }, { signal });
    return auditEntries;
  });
}

function columnsOf(
  { administration }: Texts,
  write: (position: number) => string,
): readonly [Column<Entry>, ...Column<Entry>[]] {
  const { journal, acts } = administration;
  const actOf = (act: string): string => (act in acts ? acts[act as keyof typeof acts] : act);
  return [
    { key: "position", name: journal.position, isNumber: true, cell: ({ position }) => write(position) },
    { key: "at", name: journal.at, cell: ({ at }) => <span className="figures">{writeDateTime(Date.parse(at))}</span> },
    {
      key: "act",
      name: journal.act,
      cell: ({ act, refused }) => (
        <span className={registers.lines}>
          {refused && (
            <span className={styles.refused}>
              {journal.refused}: {[...new Set(refused.map(({ rule }) => rule))].join(", ")}
            </span>
          )}
          {/* It is called by what is done: where nothing was, that is said first and the name is struck. */}
          {refused ? <s>{actOf(act)}</s> : <span>{actOf(act)}</span>}
        </span>
      ),
    },
    {
      key: "who",
      name: journal.who,
      cell: ({ actor, party }) => (actor ? `${actor.name}${party ? `, ${party.code}` : ""}` : journal.gateway),
    },
    {
      key: "about",
      name: journal.about,
      cell: ({ incident, subject }) =>
        incident ? (
          <Link href={incidentHref(incident.number)}>
            <Number number={incident.number} />
          </Link>
        ) : (
          subject && <Subject subject={subject} />
        ),
    },
    {
      key: "from",
      name: journal.from,
      cell: ({ door, address }) =>
        [door ? journal.doors[door] : null, address].filter((part) => part !== null).join(", "),
    },
  ];
}

/** What an administrator made or changed, or what was sent about, with the way to it where it has a page. */
function Subject({ subject }: { readonly subject: NonNullable<Entry["subject"]> }) {
  switch (subject.__typename) {
    case "Soc":
      return <Link href={`/administration/socs/${subject.code}`}>{subject.code}</Link>;
    case "Owner":
      return <Link href={`/administration/owners/${subject.code}`}>{subject.code}</Link>;
    case "NationalCentre":
      return <Link href="/administration/socs">{subject.code}</Link>;
    case "ProtectedObject":
      return <Link href={`/administration/objects/${subject.code}`}>{subject.code}</Link>;
    case "Actor":
      return (
        <Link href={`/administration/accounts/${encodeURIComponent(subject.id)}`}>
          {subject.name}, {subject.party.code}
        </Link>
      );
    case "Notification":
      return (
        <Link href={notificationHref(subject.number)}>
          <Number number={subject.number} />
        </Link>
      );
    case "Threat":
    case "SecurityEvent":
    case "DetectedIncident":
      return <Number number={subject.number} />;
  }
}
