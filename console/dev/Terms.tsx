import { Clock } from "../src/parts/Clock.js";
import { Horizon } from "../src/parts/Horizon.js";
import { Panel } from "../src/parts/Panel.js";
import { Standing, type ShownStanding } from "../src/parts/Standing.js";
import { TermBar } from "../src/parts/TermBar.js";
import { useTexts } from "../src/texts/TextsContext.js";
import { DAY, HOUR, MINUTE, SECOND } from "../src/time/almaty.js";
import styles from "./PartsPage.module.css";
import { bucketsOf, NOW, TERMS } from "./world.js";

const STANDINGS: readonly ShownStanding[] = ["RUNNING", "DUE_SOON", "OVERDUE", "MET", "MET_LATE", "WAIVED"];
const LEFT = [-(41 * MINUTE), -(3 * HOUR), 161 * SECOND, 31 * HOUR + 5 * MINUTE, 12 * DAY];

/** Duties: how they stand, their clocks, bars and horizon. */
export function Terms() {
  const texts = useTexts();
  return (
    <>
      <Horizon buckets={bucketsOf(texts)} onPick={() => undefined} />
      <Panel note="Standing, Clock" title="Standings">
        <div className={styles.row}>
          {STANDINGS.map((standing) => (
            <Standing key={standing} standing={standing} />
          ))}
        </div>
        <div className={styles.row}>
          <Standing length={492 * SECOND} size="large" standing="MET" />
          <Standing length={380 * SECOND} size="large" standing="MET_LATE" />
          <Standing length={19 * HOUR} standing="MET" />
        </div>
        <div className={styles.row}>
          {LEFT.map((left) => (
            <Clock dueAt={NOW + left} isDueSoon={left < HOUR} key={left} now={NOW} />
          ))}
        </div>
        <div className={styles.row}>
          {LEFT.map((left) => (
            <Clock dueAt={NOW + left} isDueSoon={left < HOUR} key={left} now={NOW} size="large" withWord />
          ))}
        </div>
        <Clock dueAt={NOW + 71 * HOUR + 47 * MINUTE} now={NOW} size="huge" />
      </Panel>
      <Panel note="TermBar" title="Bars of terms">
        <div className={styles.terms}>
          {TERMS.map((term) => (
            <TermBar
              key={`${term.rule} ${term.standing}`}
              note={term.standing === "MET_LATE" ? texts.words.ownerChannels.TELEPHONE : undefined}
              now={NOW}
              term={term}
            />
          ))}
        </div>
      </Panel>
    </>
  );
}
