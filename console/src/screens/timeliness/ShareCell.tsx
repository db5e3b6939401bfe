import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeShare } from "../../time/numbers.js";
import { type Counts, shareOf } from "./shares.js";
import styles from "./ShareCell.module.css";

/** A share in time: the figure, a bar whose hatched end is late, and of how many. */
export function ShareCell({ counts }: { readonly counts: Counts | null }) {
  const { timeliness } = useTexts();
  const language = useLanguage();
  if (counts === null) return <span className={styles.of}>{timeliness.noDuty}</span>;
  const share = shareOf(counts);
  if (share === null)
    return (
      <span className={styles.of}>
        {timeliness.notJudged}, {timeliness.running(counts.running)}
      </span>
    );
  return (
    <span className={styles.cell}>
      <span className={styles.share}>{writeShare(share, language)}</span>
      <svg aria-hidden="true" className={styles.bar} preserveAspectRatio="none" viewBox="0 0 100 10">
        <rect className={styles.met} height="10" width={share * 100} x="0" y="0" />
        {Array.from({ length: Math.ceil((1 - share) * 20) }, (_, stripe) => {
          const at = share * 100 + stripe * 5;
          return <rect className={styles.late} height="10" key={at} width={Math.min(3, 100 - at)} x={at} y="0" />;
        })}
      </svg>
      <span className={styles.of}>
        {counts.late === 0 ? timeliness.allOf(counts.met) : timeliness.lateOf(counts.late, counts.met + counts.late)}
      </span>
    </span>
  );
}
