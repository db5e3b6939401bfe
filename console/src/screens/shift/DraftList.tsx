import { useState } from "react";
import { useNow } from "../../session/now.js";
import type { KeptDraft } from "../../drafts/drafts.js";
import { Button, buttonClass } from "../../parts/Button.js";
import { ConfirmAct } from "../../parts/ConfirmAct.js";
import { Instant } from "../../parts/Instant.js";
import { Panel } from "../../parts/Panel.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Shift.module.css";

/** Where a draft goes on. */
function placeOf({ form, subject }: KeptDraft): string | null {
  switch (form) {
    case "report":
      return subject === "" ? "/report" : `/report?answers=${subject}`;
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
  onOpen,
  onDiscard,
}: {
  readonly kept: readonly KeptDraft[] | null;
  readonly onOpen: (path: string) => void;
  readonly onDiscard: (draft: KeptDraft) => void;
}) {
  const { report, shell } = useTexts();
  const now = useNow();
  const [asked, ask] = useState<KeptDraft | null>(null);
  const nameOf = ({ form, subject }: KeptDraft): string => {
    const { draftOf } = report.shift;
    if (form === "report") return subject === "" ? draftOf.report : `${draftOf.report}, ${subject}`;
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
                    <a
                      aria-label={`${shell.acts.open}: ${nameOf(draft)}`}
                      className={buttonClass("ordinary", true)}
                      href={place}
                      onClick={(event) => {
                        event.preventDefault();
                        onOpen(place);
                      }}
                    >
                      {shell.acts.open}
                    </a>
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
