import { useNow } from "../../session/now.js";
import { Clock } from "../../parts/Clock.js";
import { useTexts } from "../../texts/TextsContext.js";
import { parseDateTime } from "../../time/parse.js";
import { MINUTE } from "../../time/almaty.js";
import { writeClock } from "../../time/write.js";
import styles from "./ConfirmationClock.module.css";
import { R91 } from "./moments.js";

/** The 15 minutes of R9.1. They stand on the SOC's own screen alone: the gateway learns of an incident by the act that meets them. */
export function ConfirmationClock({ confirmedAt }: { readonly confirmedAt: string }) {
  const { report, words } = useTexts();
  const now = useNow();
  const at = parseDateTime(confirmedAt, now);
  const isAhead = at !== null && at > now + MINUTE;
  return (
    <section className={styles.clock}>
      <div>
        <b>{report.clock}</b>
        <div className={styles.second}>
          {at === null
            ? report.clockUnknown
            : isAhead
              ? report.clockFuture
              : `${report.law15} · ${words.dueBy(writeClock(at + R91))}`}
        </div>
      </div>
      {at !== null && !isAhead && <Clock dueAt={at + R91} isDueSoon now={now} size="large" withWord />}
    </section>
  );
}
