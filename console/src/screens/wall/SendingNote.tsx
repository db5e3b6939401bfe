import { useNow } from "../../link/now.js";
import type { Sending } from "../../drafts/useSubmit.js";
import { useTexts } from "../../texts/TextsContext.js";

/** How a submission stands that is neither accepted nor judged yet. */
export function SendingNote({ sending }: { readonly sending: Sending<unknown> }) {
  const { shell } = useTexts();
  switch (sending.state) {
    case "RETRYING":
      return <Retrying at={sending.at} />;
    case "FAILED":
      return (
        <div role="alert">
          <p>{sending.says}</p>
          <p>{sending.mayBeRecorded ? shell.sending.maybe : shell.sending.failed}</p>
          {sending.requestId && <p>{shell.errors.requestId(sending.requestId)}</p>}
        </div>
      );
    case "ACCEPTED":
    case "IDLE":
    case "REJECTED":
    case "SENDING":
      return null;
  }
}

function Retrying({ at }: { readonly at: number }) {
  const { shell } = useTexts();
  const now = useNow();
  return <p role="status">{shell.sending.retrying(Math.max(0, Math.ceil((at - now) / 1_000)))}</p>;
}
