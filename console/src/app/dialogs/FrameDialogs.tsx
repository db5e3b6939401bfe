import { lazy, Suspense } from "react";
import { useSession } from "../../session/SessionContext.js";
import { useStore } from "../../store.js";
import { opened } from "./open-dialog.js";

const Keys = lazy(async () => ({ default: (await import("./Keys.js")).Keys }));
const Palette = lazy(async () => ({ default: (await import("./Palette.js")).Palette }));
const FindReceipt = lazy(async () => ({ default: (await import("./FindReceipt.js")).FindReceipt }));
const SignOut = lazy(async () => ({ default: (await import("./SignOut.js")).SignOut }));
const SignInAgain = lazy(async () => ({ default: (await import("./SignInAgain.js")).SignInAgain }));

/** Whatever stands over the page. What is beneath stays as it is. */
export function FrameDialogs() {
  const dialog = useStore(opened, (all) => all);
  const asksAgain = useStore(useSession().state, (state) => state.asksAgain);
  return (
    <Suspense>
      {dialog === "KEYS" ? <Keys /> : null}
      {dialog === "PALETTE" ? <Palette /> : null}
      {dialog === "RECEIPT" ? <FindReceipt /> : null}
      {dialog === "SIGN_OUT" || dialog === "END_TOKEN" ? <SignOut endsToken={dialog === "END_TOKEN"} /> : null}
      {asksAgain ? <SignInAgain says={asksAgain.says} /> : null}
    </Suspense>
  );
}
