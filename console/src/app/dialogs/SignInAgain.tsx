import { useStore } from "../../store.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useEntrance } from "../../sign-in/EntranceContext.js";
import { usePerson, useSession } from "../../session/SessionContext.js";
import { TokenForm } from "../../sign-in/TokenForm.js";
import { Button } from "../../parts/Button.js";
import { Dialog } from "../../parts/Dialog.js";

/** Asks for a new token over the page, which stays as it is. */
export function SignInAgain({ says }: { readonly says: string }) {
  const { shell } = useTexts();
  const session = useSession();
  const entrance = useEntrance();
  const { name } = usePerson();
  const isRefused = useStore(session.link.state, ({ kind }) => kind === "REFUSED");
  return (
    <Dialog
      acts={<Button onPress={() => void entrance.signOut()}>{shell.person.signOut}</Button>}
      title={shell.signIn.again}
      onClose={isRefused ? undefined : session.askLater}
    >
      <p>{isRefused ? shell.signIn.ended : shell.lock.idle}</p>
      <TokenForm
        signIn={(secret) => entrance.signInAgain(session, secret)}
        problem={says ? { kind: "REFUSED", says } : null}
        person={name}
      />
    </Dialog>
  );
}
