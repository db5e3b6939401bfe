import { useCallback, useRef } from "react";
import { Link } from "wouter";
import { useEachSecond, useNowFor, useShownNow } from "../../session/now.js";
import type { Obligation } from "../../live/state.js";
import { Clock } from "../../parts/Clock.js";
import { classes } from "../../parts/classes.js";
import { Icon } from "../../parts/Icon.js";
import { Number } from "../../parts/Numbers.js";
import { runningAs } from "../../parts/running.js";
import { Severity } from "../../parts/Severity.js";
import type { RowProps } from "../../parts/useRows.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeCountdown } from "../../time/durations.js";
import { hrefOf } from "../../shared/addresses.js";
import { dutyOf, numberOf } from "../../shared/duties/words.js";
import { concerned, typeOf } from "../../shared/incidents/words.js";
import { dotted } from "../../texts/one-line.js";
import styles from "./AttentionRow.module.css";

/** One open duty: what it is about, what is owed, and what is left of its term. Enter opens the dossier. */
export function AttentionRow({
  obligation,
  isAnnounced,
  isGone,
  isNew,
  reason,
  row,
}: {
  readonly obligation: Obligation;
  readonly isAnnounced: boolean;
  readonly isGone: boolean;
  readonly isNew: boolean;
  /** Why it is not met yet, where that is known. */
  readonly reason: { readonly says: string; readonly isLate: boolean } | null;
  readonly row: RowProps;
}) {
  const texts = useTexts();
  const { words, wall } = texts;
  const { incident, notification, rule, obligor } = obligation;
  return (
    <li className={classes(styles.row, isGone && styles.gone, isNew && styles.new)}>
      <Link {...row} className={styles.link} href={hrefOf(obligation)}>
        <span className={styles.about}>
          <Number number={numberOf(obligation)} />
          <span className={styles.second}>
            {incident ? dotted(typeOf(incident.type, texts), concerned(obligation, incident)) : (obligor?.code ?? "")}
          </span>
        </span>
        <span className={styles.level}>
          {incident ? (
            <>
              <Severity level={incident.severity ?? null} />
              {incident.takenBy && (
                <span className={styles.second} title={wall.taken(incident.takenBy.by)}>
                  {wall.taken(incident.takenBy.by)}
                </span>
              )}
            </>
          ) : (
            <span className={styles.subject}>
              <Icon name="mail" />
              {notification && words.subjects[notification.subject]}
            </span>
          )}
        </span>
        <span className={styles.duty}>
          <span>{dutyOf(rule, texts)}</span>
          <span className={classes(styles.second, reason?.isLate && styles.late)}>
            {reason?.says ??
              (rule in words.duties ? `${rule} · ${words.duties[rule as keyof typeof words.duties].term}` : rule)}
          </span>
        </span>
        <span className={styles.clock}>
          {isGone ? (
            <span className={styles.second}>{wall.attention.gone}</span>
          ) : (
            <Counting isAnnounced={isAnnounced} obligation={obligation} />
          )}
        </span>
      </Link>
    </li>
  );
}

/** Drawn anew when the standing changes; in between its digits alone are written, each second. */
function Counting({ obligation, isAnnounced }: { readonly obligation: Obligation; readonly isAnnounced: boolean }) {
  const language = useLanguage();
  const place = useRef<HTMLSpanElement>(null);
  const dueAt = Date.parse(obligation.dueAt);
  const drawn = useNowFor(useCallback((now: number) => runningAs(dueAt, now, isAnnounced), [dueAt, isAnnounced]));
  const shownNow = useShownNow();
  useEachSecond(
    useCallback(
      (now: number) => {
        const digits = place.current?.querySelector(".figures")?.firstChild;
        const written = writeCountdown(dueAt - now, language);
        if (digits && digits.nodeValue !== written) digits.nodeValue = written;
      },
      [dueAt, language],
    ),
  );
  return (
    <span ref={place}>
      <Clock dueAt={dueAt} isDueSoon={drawn === "DUE_SOON"} now={shownNow()} size="large" withWord />
    </span>
  );
}
