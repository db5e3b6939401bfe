import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { Page } from "../../page/Page.js";
import { useReading } from "../../session/reading.js";
import { TimelinessOfPeriodDocument } from "../../operations/generated.js";
import { useCommands } from "../../keyboard/commands.js";
import { Banner } from "../../parts/Banner.js";
import { Button } from "../../parts/Button.js";
import { save } from "../../parts/save.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeFull, writeMoment } from "../../time/write.js";
import { Counts } from "./Counts.js";
import { timelinessAsCsv } from "./csv.js";
import { Lateness } from "./Lateness.js";
import { Months } from "./Months.js";
import { PeriodChoice } from "./PeriodChoice.js";
import { isPeriod, moved, type Period, periodAt } from "./shares.js";
import { Shares } from "./Shares.js";
import styles from "./Timeliness.module.css";

export type Span = "month" | "year" | "other";

/** How terms are met: shares, counts, lateness and months; a table always, a picture beside it. Read once, "as at". */
export function Timeliness() {
  const { shell, timeliness } = useTexts();
  const language = useLanguage();
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const { clock } = useSession().link;
  const isCentre = usePerson().party.__typename === "NationalCentre";
  // The day on which the page was opened: at midnight nothing jumps.
  const [opened] = useState(() => clock.now());
  const [from, before] = [search.get("from"), search.get("before")];
  const asked = from !== null && before !== null && isPeriod({ from, before }) ? { from, before } : null;
  const span: Span = asked ? "other" : search.get("span") === "month" ? "month" : "year";
  const period: Period = asked ?? periodAt(opened, span === "month" ? 1 : 12);
  const reading = useReading(TimelinessOfPeriodDocument, { period });
  const rows = reading.state === "READY" ? reading.data.timeliness : [];
  const download = (): void => {
    const file = new Blob([timelinessAsCsv(rows, period, timeliness)], { type: "text/csv" });
    save(file, `timeliness-${period.from}-${moved(period.before, -1)}.csv`);
  };
  useCommands(rows.length > 0 ? [{ id: "csv", says: timeliness.csv.act, group: "here", run: download }] : []);
  return (
    <Page title={timeliness.title}>
      <PeriodChoice
        onChoose={(next) =>
          go(
            next === "month" || next === "year"
              ? `/timeliness?span=${next}`
              : `/timeliness?from=${next.from}&before=${next.before}`,
          )
        }
        period={period}
        span={span}
      />
      {reading.state === "LOADING" && <Loading rows={6} />}
      {reading.state === "REFUSED" && (
        <Refused message={reading.says} onRetry={reading.tryAgain} requestId={reading.requestId} />
      )}
      {reading.state === "READY" && (
        <>
          {reading.isStale && (
            <Banner kind="stale">{shell.states.stale(writeMoment(reading.at, clock.now(), language))}</Banner>
          )}
          {rows.length === 0 ? (
            <Empty title={timeliness.nothing}>{timeliness.nothingWhy}</Empty>
          ) : (
            <>
              <Shares isCentre={isCentre} rows={rows} />
              <div className={styles.beside}>
                <Months isCentre={isCentre} rows={rows} />
                <Lateness isCentre={isCentre} rows={rows} />
              </div>
              <Counts isCentre={isCentre} rows={rows} />
            </>
          )}
          <p className={styles.foot}>
            {rows.length > 0 && (
              <Button icon="download" onPress={download}>
                {timeliness.csv.act}
              </Button>
            )}
            <span className={styles.second}>
              {timeliness.asAt(writeFull(Date.parse(reading.data.serverTime), language))}
            </span>
          </p>
        </>
      )}
    </Page>
  );
}
