import type { ActName, ActProps } from "./acts.js";
import { CorrectConfirmation, RefuseCorrection, RequestCorrection, WithdrawCorrection } from "./Confirmation.js";
import { LinkObject, LinkSame, UnlinkObject, UnlinkSame } from "./Links.js";
import { ReceivedOtherwise, WithdrawOtherwise } from "./Otherwise.js";
import { OwnersTold } from "./OwnersTold.js";
import { DecideRetraction, RequestRetraction } from "./Retraction.js";
import { Review } from "./Review.js";
import { Waive } from "./Waive.js";

/** The dialog of the act that is open; it stands until it is closed, whatever becomes of the incident meanwhile. */
export function ActDialogs({ open, ...act }: ActProps & { readonly open: ActName | null }) {
  switch (open) {
    case "CORRECT":
      return <CorrectConfirmation {...act} />;
    case "REFUSE_CORRECTION":
      return <RefuseCorrection {...act} />;
    case "REQUEST_CORRECTION":
      return <RequestCorrection {...act} />;
    case "WITHDRAW_CORRECTION":
      return <WithdrawCorrection {...act} />;
    case "REVIEW":
      return <Review {...act} />;
    case "REQUEST_RETRACTION":
      return <RequestRetraction {...act} />;
    case "DECIDE_RETRACTION":
      return <DecideRetraction {...act} />;
    case "RECEIVED_OTHERWISE":
      return <ReceivedOtherwise {...act} />;
    case "WITHDRAW_OTHERWISE":
      return <WithdrawOtherwise {...act} />;
    case "LINK_OBJECT":
      return <LinkObject {...act} />;
    case "UNLINK_OBJECT":
      return <UnlinkObject {...act} />;
    case "LINK_SAME":
      return <LinkSame {...act} />;
    case "UNLINK_SAME":
      return <UnlinkSame {...act} />;
    case "OWNER_TOLD":
      return <OwnersTold {...act} />;
    case "WAIVE":
      return <Waive {...act} />;
    case null:
    case "CARD":
    case "COPY":
    case "NOTIFY":
    case "PRINT":
    case "RELEASE":
    case "TAKE":
      // Done at once, or on a page of their own.
      return null;
  }
}
