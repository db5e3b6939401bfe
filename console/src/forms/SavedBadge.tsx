import { type DraftState, savedOf } from "../drafts/draft.js";
import { DraftBadge } from "../parts/DraftBadge.js";

/** Whether a draft is kept, since when, and the key under which it will be sent. */
export function SavedBadge({ state }: { readonly state: DraftState<unknown> }) {
  return <DraftBadge savedAt={state.savedAt} state={savedOf(state)} submissionKey={state.submissionKey} />;
}
