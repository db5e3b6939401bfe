import type { Obligation } from "../../live/state.js";
import { WaiveObligationDocument } from "../../operations/generated.js";
import { ConfirmAct } from "../../parts/ConfirmAct.js";
import { DoneDialog } from "../../parts/Dialog.js";
import { Receipt } from "../../parts/Receipt.js";
import { SendingNote } from "../../forms/SendingNote.js";
import { isUnderWay, useSubmit } from "../../forms/useSubmit.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { numberOf } from "./words.js";
import { dutyOf } from "./words.js";
import { concerned } from "../incidents/words.js";

/** Waives one duty, with the reason that stays on record; then shows the receipt. */
export function WaiveDialog({
  obligation,
  onClose,
}: {
  readonly obligation: Obligation;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { wall } = texts;
  const session = useSession();
  const { sending, send } = useSubmit(WaiveObligationDocument);
  const waive = async (reason: string): Promise<void> => {
    const answer = await send({ obligationId: obligation.id, reason });
    if (answer) session.live.applyAnswer({ obligation: answer.obligation });
  };
  if (sending.state === "ACCEPTED") {
    const { receipt } = sending.answer;
    return (
      <DoneDialog onClose={onClose} title={wall.acts.waived}>
        <Receipt receipt={receipt} />
      </DoneDialog>
    );
  }
  return (
    <ConfirmAct
      act={wall.acts.waive}
      faults={sending.state === "REJECTED" ? sending.violations : []}
      isBusy={isUnderWay(sending)}
      level={obligation.incident ? (obligation.incident.severity ?? null) : undefined}
      number={numberOf(obligation)}
      onClose={onClose}
      onConfirm={(reason) => void waive(reason)}
      reason={wall.acts.waiveReason}
      title={`${wall.acts.waive}: ${dutyOf(obligation.rule, texts)}`}
    >
      {obligation.incident && <p>{concerned(obligation, obligation.incident)}</p>}
      <p>{wall.acts.waiveAsk}</p>
      <SendingNote sending={sending} />
    </ConfirmAct>
  );
}
