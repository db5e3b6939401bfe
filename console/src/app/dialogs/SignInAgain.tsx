import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useEntrance } from "../../session/EntranceContext.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { TokenForm } from "../../session/TokenForm.js";
import { FrameDialog } from "./FrameDialog.js";
import styles from "./FrameDialog.module.css";

/** Asks for a new token over the page, which stays as it is. */
export function SignInAgain({ says }: { readonly says: string }) {
  const { shell } = useTexts();
  const session = useSession();
  const entrance = useEntrance();
  const { name } = usePerson();
  const isRefused = useStore(session.link.state, ({ kind }) => kind === "REFUSED");
  return (
    <FrameDialog title={shell.signIn.again} {...(isRefused ? {} : { close: session.askLater })}>
      <p>{isRefused ? shell.signIn.ended : shell.lock.idle}</p>
      <TokenForm
        signIn={(secret) => entrance.signInAgain(session, secret)}
        problem={says ? { kind: "REFUSED", says } : null}
        person={name}
      />
      <div className={styles.acts}>
        <button type="button" onClick={() => void entrance.signOut()}>
          {shell.person.signOut}
        </button>
      </div>
    </FrameDialog>
  );
}
