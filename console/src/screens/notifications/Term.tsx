import { useNow } from "../../session/now.js";
import { useLive } from "../../session/useLive.js";
import { Panel } from "../../parts/Panel.js";
import { TermBar } from "../../parts/TermBar.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeMoment } from "../../time/write.js";
import { termOf } from "../../shared/duties/terms.js";
import type { Notification, Part } from "./thread.js";

/** What the notification asks a SOC for, and by when; of a supplement and a withdrawal, that they ask for nothing. */
export function Term({ notification, part }: { readonly notification: Notification; readonly part: Part }) {
  const { inbox } = useTexts();
  const language = useLanguage();
  const now = useNow();
  const dueSoon = useLive((state) => state.dueSoon);
  const { follows, isWithdrawal, withdrawal, subject } = notification;
  const { obligation } = part;
  if (follows)
    return (
      <Panel title={isWithdrawal ? inbox.withdrawalOf(follows.number) : inbox.supplementTo(follows.number)}>
        <p>
          {isWithdrawal
            ? inbox.withdrawalAsksNothing(follows.number)
            : `${inbox.supplementAsksNothing(follows.number)} ${inbox.restartsNothing}`}
        </p>
      </Panel>
    );
  return (
    <Panel title={inbox.asks[subject]}>
      {obligation && (
        <TermBar
          note={`${inbox.availableAt(writeMoment(Date.parse(part.availableAt), now, language))} · ${inbox.termStays}`}
          now={now}
          term={termOf(obligation, now, dueSoon.has(obligation.id))}
        />
      )}
      {withdrawal && <p>{inbox.waivedByWithdrawal}</p>}
      {obligation?.waivedReason != null && <p>{inbox.waivedBecause(obligation.waivedReason)}</p>}
    </Panel>
  );
}
