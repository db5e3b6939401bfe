import { useTexts } from "../texts/TextsContext.js";
import { writeClock } from "../time/write.js";
import { Facts } from "./Facts.js";
import { Icon } from "./Icon.js";
import styles from "./DraftBadge.module.css";
import { ends } from "./Numbers.js";

export type ShownDraft = "SAVED" | "SAVING" | "NOT_SAVED";

/** Whether what is being written is kept on this device, since when, and under which key it will be sent. */
export function DraftBadge({
  state,
  savedAt,
  submissionKey,
}: {
  readonly state: ShownDraft;
  /** Milliseconds since 1970; null where nothing was kept yet. */
  readonly savedAt: number | null;
  readonly submissionKey: string;
}) {
  const { shell } = useTexts();
  const said = { SAVED: shell.drafts.saved, SAVING: shell.drafts.saving, NOT_SAVED: shell.drafts.notSaved }[state];
  return (
    <section className={styles.draft} data-state={state}>
      <h3>
        <Icon name={state === "SAVED" ? "met" : state === "SAVING" ? "catching" : "warning"} />
        {shell.drafts.onThisDevice}
      </h3>
      <Facts
        facts={[
          ...(savedAt === null && state === "SAVED"
            ? []
            : [{ name: said, value: savedAt === null ? "" : writeClock(savedAt) }]),
          { name: shell.drafts.key, value: <code title={submissionKey}>{ends(submissionKey)}</code> },
          { name: shell.drafts.repeat, value: shell.drafts.repeatSafe },
        ]}
      />
    </section>
  );
}
