import type { ReactNode } from "react";
import { Banner } from "../parts/Banner.js";
import { Button } from "../parts/Button.js";
import { useTexts } from "../texts/TextsContext.js";
import type { Draft, DraftState } from "../drafts/draft.js";
import styles from "./Form.module.css";

/** Above a form whose draft another tab of this browser writes: says so, and brings it here. */
export function OtherTab({
  draft,
  state,
}: {
  readonly draft: Pick<Draft<unknown>, "takeOver">;
  readonly state: Pick<DraftState<unknown>, "isReadOnly">;
}) {
  const { shell } = useTexts();
  if (!state.isReadOnly) return null;
  return (
    <Banner
      act={
        <Button isSmall onPress={draft.takeOver}>
          {shell.drafts.takeOver}
        </Button>
      }
      kind="note"
    >
      {shell.drafts.otherTab}
    </Banner>
  );
}

/** The fields of a form: as long as another tab writes its draft, nothing can be typed here that would be lost. */
export function Written({ isReadOnly, children }: { readonly isReadOnly: boolean; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.written} disabled={isReadOnly}>
      {children}
    </fieldset>
  );
}
