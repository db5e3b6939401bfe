import { useNow } from "../session/now.js";
import { Button } from "../parts/Button.js";
import { useTexts } from "../texts/TextsContext.js";
import type { Draft } from "../drafts/draft.js";
import styles from "./Form.module.css";
import type { Sending } from "./useSubmit.js";

/** How sending goes, beside the button that sends: under way, tried again, or failed and what to do. */
export function SendingNote({
  sending,
  draft,
}: {
  readonly sending: Sending<unknown>;
  readonly draft?: Pick<Draft<unknown>, "renew"> | undefined;
}) {
  const { shell } = useTexts();
  return (
    <div className={styles.note} role="status">
      {sending.state === "SENDING" && shell.sending.sending}
      {sending.state === "RETRYING" && <Retrying at={sending.at} />}
      {sending.state === "FAILED" && (
        <div className={styles.failed}>
          <p>
            <b>{sending.says || shell.errors.unreachable}</b>{" "}
            {sending.code === "CONFLICT"
              ? shell.sending.conflict
              : sending.mayBeRecorded
                ? shell.sending.maybe
                : shell.sending.failed}
          </p>
          {sending.code === "CONFLICT" && draft && (
            <Button isSmall onPress={draft.renew}>
              {shell.sending.newKey}
            </Button>
          )}
          {sending.requestId && <p>{shell.errors.requestId(sending.requestId)}</p>}
        </div>
      )}
    </div>
  );
}

function Retrying({ at }: { readonly at: number }) {
  const { shell } = useTexts();
  const left = Math.max(1, Math.ceil((at - useNow()) / 1_000));
  return <span aria-live="off">{shell.sending.retrying(left)}</span>;
}
