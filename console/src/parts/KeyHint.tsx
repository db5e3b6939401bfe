import { withinSentence } from "../texts/within-sentence.js";
import styles from "./KeyHint.module.css";

/** Keys and what they do: `J` `K` row. The keys are names on key caps, the same in each language. */
export function KeyHint({ keys, children }: { readonly keys: readonly string[]; readonly children?: string }) {
  return (
    <span className={styles.hint}>
      {keys.map((key) => (
        <kbd className={styles.key} key={key}>
          {key}
        </kbd>
      ))}
      {children !== undefined && <span>{children}</span>}
    </span>
  );
}

/** The foot of a list: the keys that work in it, as one sentence without capitals. */
export function KeyHints({
  hints,
}: {
  readonly hints: readonly { readonly keys: readonly string[]; readonly does: string }[];
}) {
  return (
    <div aria-hidden="true" className={styles.hints}>
      {hints.map(({ keys, does }) => (
        <KeyHint key={does} keys={keys}>
          {withinSentence(does)}
        </KeyHint>
      ))}
    </div>
  );
}
