import { useEffect, useState } from "react";
import { useSession } from "../session/SessionContext.js";
import { useStore } from "../store.js";
import { Draft, type DraftState } from "../drafts/draft.js";

/**
 * The draft of a form about a subject (an incident's number, empty for a new one): `[draft, state]`. Show the form once
 * `state.isOpen`, give `draft.edit` each change, and the draft itself to `useSubmit`.
 */
export function useDraft<Value>(
  form: string,
  subject: string,
  empty: Value,
): readonly [Draft<Value>, DraftState<Value>] {
  const { drafts } = useSession();
  const make = (): { draft: Draft<Value>; of: string } => ({
    draft: new Draft(drafts, form, subject, empty),
    of: drafts.idOf(form, subject),
  });
  const [held, hold] = useState(make);
  if (held.of !== drafts.idOf(form, subject)) hold(make);
  const { draft } = held;
  useEffect(() => {
    void draft.open();
    const save = (): void => void draft.save();
    addEventListener("pagehide", save);
    return () => {
      removeEventListener("pagehide", save);
      draft.close();
    };
  }, [draft]);
  return [draft, useStore(draft.state, (state) => state)];
}
