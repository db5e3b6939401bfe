import { useLanguage } from "../texts/TextsContext.js";
import styles from "./Instant.module.css";
import { writeFull, writeMoment } from "../time/write.js";

/**
 * A moment by the clocks of Almaty, as short as `now` lets it be; in full where there is no `now`, and as its tip. Both are
 * milliseconds since 1970.
 */
export function Instant({ at, now }: { readonly at: number; readonly now?: number }) {
  const language = useLanguage();
  const full = writeFull(at, language);
  return (
    <time
      className={now === undefined ? "figures" : `figures ${styles.moment}`}
      dateTime={new Date(at).toISOString()}
      title={full}
    >
      {now === undefined ? full : writeMoment(at, now, language)}
    </time>
  );
}
