import { Link } from "wouter";
import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import type { Duty } from "../../live/state.js";
import { Clock } from "../../parts/Clock.js";
import { classes } from "../../parts/classes.js";
import { Icon } from "../../parts/Icon.js";
import { Number } from "../../parts/Numbers.js";
import { Standing } from "../../parts/Standing.js";
import type { RowProps } from "../../parts/useRows.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { BoxRow } from "./box.js";
import styles from "./BoxEntry.module.css";
import { lengthOf } from "../../shared/duties/terms.js";

/** One notification of the list: whether it was acknowledged, its number, what is left, and what it says. */
export function BoxEntry({
  row,
  href,
  walk,
  isChosen,
  isCentre,
  isGone,
  isNew,
}: {
  readonly row: BoxRow;
  readonly href: string;
  readonly walk: RowProps;
  readonly isChosen: boolean;
  readonly isCentre: boolean;
  readonly isGone: boolean;
  readonly isNew: boolean;
}) {
  const { inbox, words } = useTexts();
  const { number, subject, text, follows, isWithdrawal, recipients } = row.notification;
  const isDotted = !isCentre && row.isUnacknowledged;
  const all = recipients.length;
  return (
    <li className={classes(styles.entry, isChosen && styles.chosen, isGone && styles.gone, isNew && styles.new)}>
      <Link {...walk} aria-current={isChosen ? "true" : undefined} className={styles.link} href={href}>
        {isDotted && <Icon className={styles.dot} name="live" size={14} />}
        <span className={styles.number}>
          <Number number={number} />
        </span>
        <span className={styles.term}>
          <Term row={row} />
        </span>
        <span className={styles.text}>
          <b>
            {follows
              ? isWithdrawal
                ? inbox.withdrawalOf(follows.number)
                : inbox.supplementTo(follows.number)
              : words.subjects[subject]}
            .
          </b>{" "}
          {text}
        </span>
        <span className={styles.foot}>
          {isDotted && <span>{inbox.unacknowledged}</span>}
          {isCentre && (
            <>
              <span>{inbox.acknowledgedOf(row.acknowledged, all)}</span>
              {follows === null && <span>{inbox.answeredOf(row.answered, all)}</span>}
            </>
          )}
        </span>
      </Link>
    </li>
  );
}

function Term({ row: { duty, past, notification } }: { readonly row: BoxRow }) {
  const { inbox } = useTexts();
  if (duty) return <Counting duty={duty} />;
  if (notification.withdrawal) return <Said icon="withdrawn" says={inbox.withdrawn} />;
  if (past)
    return past.standing === "WAIVED" ? (
      <Standing standing="WAIVED" />
    ) : (
      <Standing length={lengthOf(past)} standing={past.standing} />
    );
  if (notification.isWithdrawal) return <Said icon="withdrawn" says={inbox.withdraws} />;
  return <Said icon="clock" says={inbox.sameTerm} />;
}

function Said({ icon, says }: { readonly icon: "withdrawn" | "clock"; readonly says: string }) {
  return (
    <span className={styles.said}>
      <Icon name={icon} />
      {says}
    </span>
  );
}

/** What is drawn each second, and nothing else. */
function Counting({ duty }: { readonly duty: Duty }) {
  const now = useNow();
  const isDueSoon = useLive(({ dueSoon }) => dueSoon).has(duty.id);
  return <Clock dueAt={Date.parse(duty.dueAt)} isDueSoon={isDueSoon} now={now} />;
}
