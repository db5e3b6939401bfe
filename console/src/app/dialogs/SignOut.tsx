import { useEffect, useState } from "react";
import { useEntrance } from "../../sign-in/EntranceContext.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Button } from "../../parts/Button.js";
import { Dialog } from "../../parts/Dialog.js";
import styles from "./dialogs.module.css";
import { closeDialog } from "./open-dialog.js";

/**
 * Signs out; where something was begun and not sent, it asks first what is to become of it. Where the token ends with it, that is said
 * and confirmed.
 */
export function SignOut({ endsToken }: { readonly endsToken: boolean }) {
  const { shell } = useTexts();
  const session = useSession();
  const { drafts } = session;
  const entrance = useEntrance();
  /** Null: not known yet. */
  const [begun, setBegun] = useState<number | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const tell = (count: number): void => {
      if (!isWanted) return;
      setBegun(count);
      if (count > 0 || endsToken) return;
      closeDialog();
      void entrance.signOut();
    };
    drafts.all().then(
      ({ length }) => tell(length),
      () => tell(0),
    );
    return () => {
      isWanted = false;
    };
  }, [drafts, entrance, endsToken]);

  const leave = async (keepsDrafts: boolean): Promise<void> => {
    if (isLeaving) return;
    setLeaving(true);
    const says = endsToken ? await session.endToken() : null;
    setProblem(says);
    setLeaving(false);
    if (says !== null) return;
    if (!keepsDrafts) await drafts.removeAll();
    closeDialog();
    await entrance.signOut();
  };
  if (begun === null || (begun === 0 && !endsToken)) return null;
  return (
    <Dialog
      acts={
        <>
          {begun > 0 && (
            <Button isBusy={isLeaving} kind="danger" onPress={() => void leave(false)}>
              {shell.drafts.discardAll}
            </Button>
          )}
          <Button isBusy={isLeaving} kind="primary" onPress={() => void leave(true)}>
            {begun > 0 ? shell.drafts.keepAll : shell.person.endToken}
          </Button>
        </>
      }
      onClose={closeDialog}
      title={endsToken ? shell.person.endToken : shell.person.signOut}
    >
      {endsToken && <p>{shell.person.endTokenWhy}</p>}
      {begun > 0 && <p>{shell.drafts.onSignOut(begun)}</p>}
      <p role="alert" className={styles.problem}>
        {problem === null ? null : shell.person.endTokenFailed(problem || shell.errors.unreachable)}
      </p>
    </Dialog>
  );
}
