import { useCallback, useEffect, useState } from "react";
import type { KeptDraft } from "../../drafts/drafts.js";
import { useSession } from "../../session/SessionContext.js";

/** What this person has begun on this device; null until it is known. Read anew when the page is looked at again. */
export function useDrafts(): {
  readonly kept: readonly KeptDraft[] | null;
  readonly discard: (draft: KeptDraft) => void;
} {
  const { drafts } = useSession();
  const [kept, setKept] = useState<readonly KeptDraft[] | null>(null);
  const read = useCallback(() => {
    drafts.all().then(setKept, () => setKept([]));
  }, [drafts]);
  useEffect(() => {
    read();
    addEventListener("focus", read);
    return () => removeEventListener("focus", read);
  }, [read]);
  return {
    kept,
    discard: ({ form, subject }) => void drafts.remove(form, subject).finally(read),
  };
}
