import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link, useLocation } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import { Button } from "../../parts/Button.js";
import { Icon } from "../../parts/Icon.js";
import { usePreferences } from "../../person/preferences.js";
import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Alarm } from "../../live/alarms.js";
import { hrefOf, incidentHref } from "../../shared/addresses.js";
import { dutyOf, numberOf } from "../../shared/duties/words.js";
import { sounds } from "./sounds.js";
import { useIsAlarmed } from "./useAlarms.js";
import { isWallAt } from "./wall-view.js";
import styles from "./AlarmBar.module.css";

/** What nobody has acknowledged yet, above every page of whoever is on duty. */
export function AlarmBarElsewhere() {
  const [path] = useLocation();
  const isAlarmed = useIsAlarmed();
  return isAlarmed && !isWallAt(path) ? (
    <div className={styles.elsewhere}>
      <AlarmBar />
    </div>
  ) : null;
}

/** Alarms that are drawn at a press, of however many. */
const DRAWN = 50;

/** What nobody has acknowledged yet: the first, and the others at a press. */
export function AlarmBar() {
  const texts = useTexts();
  const { wall, shell } = texts;
  const { alarms: kept } = useSession();
  const alarms = useStore(kept.waiting, (all) => all);
  const { hasSound } = usePreferences();
  const isBlocked = useStore(sounds.isBlocked, (is) => is);
  const [drawn, draw] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const [first, ...rest] = alarms;
  const left = rest.length - drawn;
  // By keys they go on with what has opened.
  const showMore = (): void => {
    flushSync(() => draw(drawn + DRAWN));
    list.current?.querySelectorAll("a")[drawn]?.focus();
  };
  useCommands(
    rest.length > drawn
      ? [{ id: "show alarms", says: wall.alarm.showAll(alarms.length), group: "here", run: showMore }]
      : [],
  );
  if (!first) return null;
  return (
    <section aria-label={wall.alarm.waiting(alarms.length)} className={styles.bar}>
      <AlarmLink alarm={first} />
      {rest.length > 0 && drawn === 0 && (
        <Button isExpanded={false} isSmall kind="quiet" onPress={showMore}>
          {wall.alarm.more(rest.length)}
        </Button>
      )}
      {drawn > 0 && (
        <Button isExpanded isSmall kind="quiet" onPress={() => draw(0)}>
          {wall.socs.fewer}
        </Button>
      )}
      <span className={styles.note}>{hasSound ? (isBlocked ? shell.sound.blocked : "") : wall.alarm.soundOff}</span>
      <Button isSmall onPress={() => kept.acknowledge()}>
        {wall.alarm.silence}
      </Button>
      {drawn > 0 && rest.length > 0 && (
        <ul className={styles.rest} ref={list}>
          {rest.slice(0, drawn).map((alarm) => (
            <li key={alarm.key}>
              <AlarmLink alarm={alarm} />
            </li>
          ))}
          {left > 0 && (
            <li>
              <Button isSmall kind="quiet" onPress={showMore}>
                {wall.alarm.more(left)}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** Leads to what an alarm is about. */
function AlarmLink({ alarm }: { readonly alarm: Alarm }) {
  const texts = useTexts();
  return (
    <>
      <Icon className={styles.icon} name={alarm.kind === "LAPSED" ? "overdue" : "level"} />
      <Link
        className={styles.says}
        href={alarm.kind === "LAPSED" ? hrefOf(alarm.duty) : incidentHref(alarm.incident.number)}
      >
        {saysOf(alarm, texts)}
      </Link>
    </>
  );
}

export function saysOf(alarm: Alarm, texts: ReturnType<typeof useTexts>): string {
  const { wall } = texts;
  if (alarm.kind !== "LAPSED") return wall.alarm.high(alarm.incident.number);
  const { rule } = alarm.duty;
  return wall.alarm.lapsed(`${dutyOf(rule, texts)} (${rule})`, numberOf(alarm.duty));
}
