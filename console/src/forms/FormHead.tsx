import type { ReactNode } from "react";
import type { Draft, DraftState } from "../drafts/draft.js";
import { Banner } from "../parts/Banner.js";
import { ViolationSummary } from "../parts/ViolationSummary.js";
import { useTexts } from "../texts/TextsContext.js";
import { OtherTab } from "./OtherTab.js";
import type { Faults } from "./useFaults.js";

/** Above the fields of every form with a draft: whether it is written elsewhere or kept nowhere, and what is wrong with it. */
export function FormHead({
  draft,
  state,
  faults,
  children,
}: {
  readonly draft: Pick<Draft<unknown>, "takeOver">;
  readonly state: Pick<DraftState<unknown>, "isReadOnly" | "isUnkept">;
  readonly faults: Faults;
  /** What else is to be known before writing. */
  readonly children?: ReactNode;
}) {
  const { shell } = useTexts();
  return (
    <>
      <OtherTab draft={draft} state={state} />
      {state.isUnkept && <Banner kind="stale">{shell.errors.noStorage}</Banner>}
      {children}
      {faults.all.length > 0 && (
        <ViolationSummary faults={faults.all} isUnsent={faults.isUnsent} key={faults.attempt} />
      )}
    </>
  );
}
