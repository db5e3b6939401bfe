import { useEffect, useState } from "react";
import { useEntrance } from "../../session/EntranceContext.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { FrameDialog } from "./FrameDialog.js";
import styles from "./FrameDialog.module.css";
import { closeDialog } from "./open-dialog.js";

/** Signs out; where something was begun and not sent, it asks first what is to become of it. */
export function SignOut() {
  const { shell } = useTexts();
  const { drafts } = useSession();
  const entrance = useEntrance();
  const [begun, setBegun] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const tell = (count: number): void => {
      if (!isWanted) return;
      setBegun(count);
      if (count > 0) return;
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
  }, [drafts, entrance]);

  const leave = async (keepsDrafts: boolean): Promise<void> => {
    if (!keepsDrafts) await drafts.removeAll();
    closeDialog();
    await entrance.signOut();
  };
  return begun === 0 ? null : (
    <FrameDialog title={shell.person.signOut} close={closeDialog}>
      <p>{shell.drafts.onSignOut(begun)}</p>
      <div className={styles.acts}>
        <button type="button" onClick={() => void leave(false)}>
          {shell.drafts.discardAll}
        </button>
        <button type="button" data-is="MAIN" onClick={() => void leave(true)}>
          {shell.drafts.keepAll}
        </button>
      </div>
    </FrameDialog>
  );
}
