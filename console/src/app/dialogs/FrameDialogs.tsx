import { Suspense, useEffect } from "react";
import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { part } from "../../page/part.js";
import { opened } from "./open-dialog.js";

const fetched = {
  keys: async () => (await import("./Keys.js")).Keys,
  palette: async () => (await import("./Palette.js")).Palette,
  receipt: async () => (await import("./FindReceipt.js")).FindReceipt,
  signOut: async () => (await import("./SignOut.js")).SignOut,
  signInAgain: async () => (await import("./SignInAgain.js")).SignInAgain,
};
const Keys = part(fetched.keys);
const Palette = part(fetched.palette);
const FindReceipt = part(fetched.receipt);
const SignOut = part(fetched.signOut);
const SignInAgain = part(fetched.signInAgain);

/** Whatever stands over the page. What is beneath stays as it is, also where a dialog fails. */
export function FrameDialogs() {
  const dialog = useStore(opened, (all) => all);
  const asksAgain = useStore(useSession().state, (state) => state.asksAgain);
  // They are wanted just when the gateway is away, or is a newer one that has these files no more: nobody could sign out then.
  useEffect(() => void Promise.allSettled(Object.values(fetched).map((fetch) => fetch())), []);
  return (
    <>
      <ErrorBoundary key={dialog}>
        <Suspense>
          {dialog === "KEYS" ? <Keys /> : null}
          {dialog === "PALETTE" ? <Palette /> : null}
          {dialog === "RECEIPT" ? <FindReceipt /> : null}
          {dialog === "SIGN_OUT" || dialog === "END_TOKEN" ? <SignOut endsToken={dialog === "END_TOKEN"} /> : null}
        </Suspense>
      </ErrorBoundary>
      {asksAgain ? (
        <ErrorBoundary>
          <Suspense>
            <SignInAgain says={asksAgain.says} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  );
}
