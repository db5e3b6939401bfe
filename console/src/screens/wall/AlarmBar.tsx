import { Link, useLocation } from "wouter";
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

/** What nobody has acknowledged yet. */
export function AlarmBar() {
  const texts = useTexts();
  const { wall, shell } = texts;
  const { alarms: kept } = useSession();
  const alarms = useStore(kept.waiting, (all) => all);
  const { hasSound } = usePreferences();
  const isBlocked = useStore(sounds.isBlocked, (is) => is);
  const [first] = alarms;
  if (!first) return null;
  const rest = alarms.length - 1;
  return (
    <section aria-label={wall.alarm.waiting(alarms.length)} className={styles.bar}>
      <Icon name={first.kind === "LAPSED" ? "overdue" : "level"} />
      <Link
        className={styles.says}
        href={first.kind === "LAPSED" ? hrefOf(first.duty) : incidentHref(first.incident.number)}
      >
        {saysOf(first, texts)}
      </Link>
      {rest > 0 && <span>{wall.alarm.more(rest)}</span>}
      <span className={styles.note}>{hasSound ? (isBlocked ? shell.sound.blocked : "") : wall.alarm.soundOff}</span>
      <Button isSmall onPress={() => kept.acknowledge()}>
        {wall.alarm.silence}
      </Button>
    </section>
  );
}

export function saysOf(alarm: Alarm, texts: ReturnType<typeof useTexts>): string {
  const { wall } = texts;
  if (alarm.kind !== "LAPSED") return wall.alarm.high(alarm.incident.number);
  const { rule } = alarm.duty;
  return wall.alarm.lapsed(`${dutyOf(rule, texts)} (${rule})`, numberOf(alarm.duty));
}
