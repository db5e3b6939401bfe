import { useMemo, useRef } from "react";
import { useCommands } from "../../keyboard/commands.js";
import { useRowKeys } from "../../keyboard/useRowKeys.js";
import { Page } from "../../page/Page.js";
import { useNowFor, useShownNow } from "../../session/now.js";
import { useReading } from "../../session/reading.js";
import type { Incident, LiveState } from "../../live/state.js";
import { overdueAt } from "../../live/standing.js";
import { useLive, useObligations } from "../../session/useLive.js";
import { IncidentListDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { copyText } from "../../parts/Numbers.js";
import { pageArguments, Pages } from "../../parts/Pages.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useRows } from "../../parts/useRows.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useSteadyRows } from "../../shared/lists/steady-rows.js";
import { NewRows } from "../../shared/lists/NewRows.js";
import { FindNumber } from "./FindNumber.js";
import { IncidentFilters } from "./IncidentFilters.js";
import { IncidentTable } from "./IncidentTable.js";
import { filterOf, isFiltered, type IncidentsView, useIncidentsView, writeView } from "./incidents-view.js";
import { dutiesByIncident, fits, rowsOf } from "./rows.js";

const PAGE = 50;
const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;
const idOf = ({ id }: Incident): string => id;

/** The incidents that the person may see, newest first; what happens to them changes them here. */
export function Incidents() {
  const { incidents, shell } = useTexts();
  const [view, change] = useIncidentsView();
  const number = useRef<HTMLInputElement>(null);
  useCommands([
    { id: "search", says: incidents.find, group: "lists", keys: "Slash", run: () => number.current?.focus() },
    ...(isFiltered(view)
      ? [{ id: "all", says: shell.acts.clearFilter, group: "here" as const, run: () => change(NO_FILTER) }]
      : []),
  ]);
  return (
    <Page acts={<FindNumber ref={number} />} title={incidents.title}>
      <IncidentFilters change={change} view={view} />
      {/* Another list begins anew: nothing of the one before is list. */}
      <List change={change} key={writeView(view)} view={view} />
    </Page>
  );
}

const NO_FILTER: Partial<IncidentsView> = { soc: "", levels: [], type: "", question: "", due: "" };

function List({
  view,
  change,
}: {
  readonly view: IncidentsView;
  readonly change: (changes: Partial<IncidentsView>) => void;
}) {
  const { incidents, shell } = useTexts();
  const reading = useReading(IncidentListDocument, {
    filter: filterOf(view),
    ...pageArguments(view.page, PAGE),
  });
  const read = reading.state === "READY" ? reading.data.incidents : null;
  const { rows: current, duties } = useRowsNow(read?.nodes ?? NOTHING, read?.pageInfo.hasNextPage ?? false, view);
  const list = useSteadyRows(current, idOf);
  const rows = useRows(list.rows.map(({ row }) => row.id));
  const at = list.rows.find(({ row }) => row.id === rows.current)?.row;
  useRowKeys(rows);
  useCommands([
    { id: "show new", says: shell.keyboard.showNew, group: "lists", keys: "Period", run: list.show },
    ...(at
      ? [
          {
            id: "copy",
            says: shell.keyboard.copyNumber,
            group: "lists" as const,
            keys: "KeyC",
            run: () => void copyText(at.number),
          },
        ]
      : []),
  ]);
  if (reading.state === "LOADING") return <Loading rows={8} />;
  if (reading.state === "REFUSED")
    return <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />;
  return (
    <div {...list.handlers}>
      <Panel
        acts={
          isFiltered(view) && (
            <Button isSmall kind="quiet" onPress={() => change(NO_FILTER)}>
              {shell.acts.clearFilter}
            </Button>
          )
        }
        isFlush
        note={list.rows.length > 0 && incidents.note(list.rows.length)}
        title={isFiltered(view) ? incidents.filtered : incidents.all}
      >
        {list.waiting > 0 && <NewRows says={shell.states.newRows(list.waiting)} show={list.show} />}
        {list.rows.length === 0 ? (
          <Empty title={isFiltered(view) ? incidents.noneFits : incidents.none}>
            <p>{isFiltered(view) ? incidents.noneFitsWhy : incidents.noneWhy}</p>
          </Empty>
        ) : (
          <IncidentTable
            duties={duties}
            isNew={(id) => list.rows.some(({ row, isNew }) => row.id === id && isNew)}
            rows={list.rows.map(({ row }) => row)}
            walk={rows.row}
          />
        )}
        {read && (
          <Pages
            next={incidents.older}
            onTurn={(page) => change({ page })}
            page={read.pageInfo}
            previous={incidents.newer}
          />
        )}
      </Panel>
    </div>
  );
}

const NOTHING: readonly Incident[] = [];

/** The page of the list as it is now, and the open duties of its incidents. */
function useRowsNow(read: readonly Incident[], hasNext: boolean, view: IncidentsView) {
  const heard = useLive(incidentsOf);
  const obligations = useObligations();
  const shownNow = useShownNow();
  const duties = useMemo(() => dutiesByIncident(obligations), [obligations]);
  // What is overdue changes by itself; the number of these says when.
  const overdue = useNowFor(useMemo(() => (now: number) => overdueAt(obligations, now), [obligations]));
  const rows = useMemo(
    () =>
      rowsOf(read, heard, (incident) => fits(incident, duties.get(incident.id) ?? [], view, shownNow()), {
        isFirst: view.page.after === "" && view.page.before === "",
        hasNext,
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- `overdue` says when the time has moved on far enough
    [read, hasNext, heard, duties, view, shownNow, overdue],
  );
  return { rows, duties };
}
