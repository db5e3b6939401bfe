import { useState } from "react";
import { useNow } from "../../session/now.js";
import type { KeptDraft } from "../../drafts/drafts.js";
import { Button, ButtonLink } from "../../parts/Button.js";
import { ConfirmAct } from "../../parts/ConfirmAct.js";
import { Instant } from "../../parts/Instant.js";
import { Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { ReportDraft } from "../../shared/incident-form/report-form.js";
import { isUnsolicited, reportPath } from "../../shared/incident-form/report-places.js";
import styles from "./Shift.module.css";

/** Where a draft goes on. */
function placeOf({ form, subject }: KeptDraft): string | null {
  switch (form) {
    case "report":
      return reportPath(subject);
    case "card":
      return `/incidents/${subject || "new"}/card`;
    case "analysis":
    case "denial":
      return `/notifications/${subject}`;
    default:
      return null;
  }
}

/** What was begun and not sent. */
export function DraftList({
  kept,
  onDiscard,
}: {
  readonly kept: readonly KeptDraft[] | null;
  readonly onDiscard: (draft: KeptDraft) => void;
}) {
  const { report, shell } = useTexts();
  const now = useNow();
  const [asked, ask] = useState<KeptDraft | null>(null);
  const nameOf = ({ form, subject, value }: KeptDraft): string => {
    const { draftOf } = report.shift;
    if (form === "report")
      return isUnsolicited(subject)
        ? [draftOf.report, (value as ReportDraft).confirmedAt].filter(Boolean).join(", ")
        : `${draftOf.report}, ${subject}`;
    if (form === "card") return draftOf.card(subject);
    if (form === "owner") return draftOf.owner(subject.split("/")[0] ?? "");
    if (form === "analysis" || form === "denial") return draftOf.answer(subject);
    return `${draftOf.other} ${subject}`;
  };
  return (
    <Panel isFlush title={report.shift.drafts}>
      {kept?.length === 0 && <Empty title={report.shift.noDrafts}>{report.shift.noDraftsWhy}</Empty>}
      {kept && kept.length > 0 && (
        <ul>
          {kept.map((draft) => {
            const place = placeOf(draft);
            return (
              <li className={styles.draft} key={draft.id}>
                <span className={styles.what}>
                  <span>{nameOf(draft)}</span>
                  <span className={styles.second}>
                    {shell.drafts.saved} <Instant at={draft.savedAt} now={now} />
                  </span>
                </span>
                <span className={styles.acts}>
                  {place && (
                    <ButtonLink href={place} isSmall label={`${shell.acts.open}: ${nameOf(draft)}`}>
                      {shell.acts.open}
                    </ButtonLink>
                  )}
                  <Button isSmall kind="quiet" onPress={() => ask(draft)}>
                    {shell.acts.remove}
                    <span className="visually-hidden"> {nameOf(draft)}</span>
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {asked && (
        <ConfirmAct
          act={shell.drafts.discard}
          onClose={() => ask(null)}
          onConfirm={() => {
            onDiscard(asked);
            ask(null);
          }}
          title={nameOf(asked)}
        >
          <p>{shell.drafts.discardAsk}</p>
        </ConfirmAct>
      )}
    </Panel>
  );
}
