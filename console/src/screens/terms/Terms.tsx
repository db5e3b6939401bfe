import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { Page } from "../../page/Page.js";
import { useNow } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import { standingAt } from "../../live/standing.js";
import { useLive } from "../../session/useLive.js";
import { TermsDocument, type TermsQuery } from "../../operations/generated.js";
import { classes } from "../../parts/classes.js";
import { ChoicesGroup } from "../../parts/ChoiceGroup.js";
import { Clock } from "../../parts/Clock.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Instant } from "../../parts/Instant.js";
import { Number } from "../../parts/Numbers.js";
import { pageArguments, Pages } from "../../parts/Pages.js";
import { Panel } from "../../parts/Panel.js";
import { Severity } from "../../parts/Severity.js";
import { Standing } from "../../parts/Standing.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { Segmented } from "../../parts/Tabs.js";
import { useRows } from "../../parts/useRows.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { lengthOf } from "../../shared/duties/terms.js";
import { SocFilter } from "../../shared/registers/SocFilter.js";
import { hrefOf } from "../../shared/addresses.js";
import { numberOf } from "../../shared/duties/words.js";
import { dutyOf } from "../../shared/duties/words.js";
import { concerned, typeOf } from "../../shared/incidents/words.js";
import { dotted } from "../../texts/one-line.js";
import { RULES, SHOWN_TERMS, type TermsView, askedFor, useTermsView } from "./terms-view.js";
import styles from "./Terms.module.css";

type Row = TermsQuery["obligations"]["nodes"][number];

const PAGE = 50;

/** All duties that the person may see, by standing, rule and SOC; the next end first. */
export function Terms() {
  const { terms, words } = useTexts();
  const [view, change] = useTermsView();
  const isCentre = usePerson().party.__typename === "NationalCentre";
  return (
    <Page title={terms.title}>
      <div className={styles.filters}>
        <Segmented
          choices={SHOWN_TERMS.map((key) => ({ key, label: terms.choices[key] }))}
          chosen={view.shown}
          label={terms.shown}
          onChoose={(shown) => change({ shown })}
        />
        <ChoicesGroup
          choices={RULES.map((rule) => ({ value: rule, label: rule, help: words.duties[rule].short }))}
          label={terms.rules}
          name="rules"
          onChange={(rules) => change({ rules })}
          value={view.rules}
        />
        {isCentre && (
          <SocFilter label={terms.soc} onPick={(soc) => change({ soc })} placeholder={terms.allSocs} soc={view.soc} />
        )}
      </div>
      <List change={change} view={view} />
    </Page>
  );
}

function List({ view, change }: { readonly view: TermsView; readonly change: (changes: Partial<TermsView>) => void }) {
  const texts = useTexts();
  const { terms } = texts;
  const isCentre = usePerson().party.__typename === "NationalCentre";
  const announced = useLive(({ dueSoon }) => dueSoon);
  const reading = useReading(
    TermsDocument,
    { ...askedFor(view), ...pageArguments(view.page, PAGE) },
    { isAboutAll: true },
  );
  const nodes = reading.state === "READY" ? reading.data.obligations.nodes : [];
  const rows = useRows(nodes.map(({ id }) => id));
  useRowKeys(rows);
  if (reading.state === "LOADING") return <Loading rows={8} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  const socColumn: Column<Row> = {
    key: "soc",
    name: terms.columns.soc,
    cell: ({ obligor }) => <span className={styles.code}>{obligor?.code}</span>,
  };
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    {
      key: "number",
      name: terms.columns.number,
      cell: (row) => (
        <span className={styles.about}>
          <Number number={numberOf(row)} />
          <span className={styles.second}>
            {row.incident
              ? dotted(typeOf(row.incident.type, texts), concerned(row, row.incident))
              : row.notification && texts.words.subjects[row.notification.subject]}
          </span>
        </span>
      ),
    },
    {
      key: "level",
      name: "",
      isPlain: true,
      cell: ({ incident }) => incident && <Severity level={incident.severity ?? null} />,
    },
    {
      key: "duty",
      name: terms.columns.duty,
      cell: ({ rule }) => (
        <span className={classes(styles.about, styles.duty)}>
          <span>{dutyOf(rule, texts)}</span>
          <span className={styles.second}>{rule}</span>
        </span>
      ),
    },
    ...(isCentre ? [socColumn] : []),
    { key: "due", name: terms.columns.due, cell: ({ dueAt }) => <Due at={Date.parse(dueAt)} /> },
    {
      key: "standing",
      name: terms.columns.standing,
      cell: (row) => <Now isAnnounced={announced.has(row.id)} row={row} />,
    },
  ];
  return (
    <Panel isFlush note={nodes.length > 0 && terms.note(nodes.length)} title={terms.choices[view.shown]}>
      {nodes.length === 0 ? (
        <Empty title={terms.emptyTitle}>
          <p>{terms.empty}</p>
        </Empty>
      ) : (
        <DataTable
          columns={columns}
          href={hrefOf}
          label={terms.title}
          rowKey={({ id }) => id}
          rows={nodes}
          walk={rows.row}
        />
      )}
      <Pages
        next={terms.next}
        onTurn={(page) => change({ page })}
        page={reading.data.obligations.pageInfo}
        previous={terms.previous}
      />
    </Panel>
  );
}

function Due({ at }: { readonly at: number }) {
  return <Instant at={at} now={useNow()} />;
}

/** How a duty stands at this second: an open one by its clock, another by how it ended. */
function Now({ row, isAnnounced }: { readonly row: Row; readonly isAnnounced: boolean }) {
  const now = useNow();
  const standing = standingAt(row, now);
  if (standing === "RUNNING" || standing === "OVERDUE")
    return <Clock dueAt={Date.parse(row.dueAt)} isDueSoon={isAnnounced} now={now} withWord />;
  return <Standing length={lengthOf(row)} standing={standing} />;
}
