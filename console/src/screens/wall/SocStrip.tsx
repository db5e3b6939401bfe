import { useMemo, useState } from "react";
import { useNowFor, useShownNow } from "../../session/now.js";
import type { LiveState } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { useReading } from "../../session/reading.js";
import { SocsDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { classes } from "../../parts/classes.js";
import { Icon } from "../../parts/Icon.js";
import { STANDING_ICONS, standingClass, type ShownStanding } from "../../parts/Standing.js";
import type { Language } from "../../texts/languages.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeClock, writeDate, writeDay, writeMinute } from "../../time/write.js";
import { heardIn } from "./heard-from.js";
import { countsAt, countsBySoc, type SocCounts } from "./timeline.js";
import { useTimeline } from "./useTimeline.js";
import type { WallView } from "./wall-view.js";
import styles from "./SocStrip.module.css";

const MOST = 100;
/** Tiles that are shown at once. */
const SHOWN = 8;
const NO_SOCS: readonly string[] = [];
const NO_DUTIES: SocCounts = { overdue: 0, soon: 0, running: 0 };
const factsOf = ({ facts }: LiveState): LiveState["facts"] => facts;
const announcedIn = ({ dueSoon }: LiveState): LiveState["dueSoon"] => dueSoon;

/** The SOCs with how their duties stand, the latest first; pressing one shows its duties and facts alone. */
export function SocStrip({
  view,
  change,
}: {
  readonly view: WallView;
  readonly change: (changes: Partial<WallView>) => void;
}) {
  const { wall } = useTexts();
  const language = useLanguage();
  const [isWhole, showWhole] = useState(false);
  const reading = useReading(SocsDocument, { first: MOST });
  const counts = useCounts();
  const facts = useLive(factsOf);
  const heard = useMemo(() => heardIn(facts), [facts]);
  const today = useNowFor(writeDate);
  const socs = useMemo(() => {
    if (reading.state !== "READY") return [];
    const current = reading.data.socs.nodes.filter(({ endedAt, code }) => !endedAt || counts.has(code));
    const urgency = (code: string): number => {
      const { overdue, soon } = counts.get(code) ?? NO_DUTIES;
      return overdue * 1_000 + soon;
    };
    return current.toSorted((a, b) => urgency(b.code) - urgency(a.code) || (a.code < b.code ? -1 : 1));
  }, [reading, counts]);
  if (socs.length === 0) return null;
  const shown = isWhole ? socs : socs.slice(0, SHOWN);
  return (
    <div className={styles.strip}>
      <ul aria-label={wall.socs.title} className={styles.tiles}>
        {shown.map(({ id, code, name, lastHeardAt }) => {
          const isChosen = view.socs.includes(code.toUpperCase());
          const { overdue, soon, running } = counts.get(code) ?? NO_DUTIES;
          const last = Math.max(heard.get(code) ?? 0, lastHeardAt ? Date.parse(lastHeardAt) : 0);
          return (
            <li key={id}>
              <button
                aria-pressed={isChosen}
                className={classes(styles.tile, isChosen && styles.chosen)}
                onClick={() =>
                  change({
                    socs: isChosen
                      ? view.socs.filter((one) => one !== code.toUpperCase())
                      : [...view.socs, code.toUpperCase()],
                  })
                }
                title={name}
                type="button"
              >
                <b>{code}</b>
                <span className={styles.counts}>
                  <Count count={overdue} says={wall.socs.overdue(overdue)} standing="OVERDUE" />
                  <Count count={soon} says={wall.socs.soon(soon)} standing="DUE_SOON" />
                  <Count count={running} says={wall.socs.running(running)} standing="RUNNING" />
                </span>
                <span className={styles.heard}>
                  {last === 0 ? wall.socs.notHeard : wall.socs.heard(writeHeard(last, today, language))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {socs.length > SHOWN && (
        <Button isSmall kind="quiet" onPress={() => showWhole(!isWhole)}>
          {isWhole ? wall.socs.fewer : wall.socs.more(socs.length - SHOWN)}
        </Button>
      )}
    </div>
  );
}

/** Of all SOCs, whichever are shown above: beside the one that is looked at, the others' terms run on. */
function useCounts(): ReadonlyMap<string, SocCounts> {
  const timeline = useTimeline(NO_SOCS);
  const shownNow = useShownNow();
  const announced = useLive(announcedIn);
  const moved = useNowFor(useMemo(() => (now: number) => countsAt(timeline, now), [timeline]));
  return useMemo(
    () => countsBySoc(timeline, shownNow(), announced),
    // oxlint-disable-next-line react/exhaustive-deps -- `moved` says when the time has moved on far enough
    [timeline, shownNow, announced, moved],
  );
}

/** The time alone where it was today. */
function writeHeard(at: number, today: string, language: Language): string {
  return writeDate(at) === today ? writeClock(at) : `${writeDay(at, language)}, ${writeMinute(at)}`;
}

function Count({
  count,
  says,
  standing,
}: {
  readonly count: number;
  readonly says: string;
  readonly standing: ShownStanding;
}) {
  return (
    <span className={classes(styles.count, count > 0 ? standingClass(standing) : styles.none)} title={says}>
      <Icon name={STANDING_ICONS[standing]} />
      <span aria-hidden className="figures">
        {count}
      </span>
      <span className="visually-hidden">{says}</span>
    </span>
  );
}
