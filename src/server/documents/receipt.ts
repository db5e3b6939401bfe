import type { SubmissionAct } from "../../domain/facts.js";
import { addressOf } from "../../domain/forms/addresses.js";
import type { ReceiptWarning, Receipt, Verdict } from "../../domain/forms/outgoing.js";
import { pointerOf } from "../../exchange/decoded.js";
import type { AcceptedAnswer, TriedAnswer } from "./answers.js";
import { documentPath } from "./submission.js";

/** A receipt as documents have it, of what a mutation answered. */
export function receiptOf(act: SubmissionAct, soc: string, answer: AcceptedAnswer): Receipt {
  const { isRepeated, receipt, incident, warnings } = answer;
  const revision = (answer.card ?? answer.analysis)?.revision;
  const location = locationOf(act, answer);
  const { id, submissionKey, ...sealed } = receipt;
  return {
    submissionKey,
    isRepeated,
    id,
    act,
    soc,
    ...(incident ? { number: incident.number } : {}),
    ...(revision === undefined ? {} : { revision }),
    ...(location === null ? {} : { location }),
    ...sealed,
    duties: (incident?.obligations ?? []).map(
      ({ rule, objectCode, objectDescription, startsAt, dueAt, dischargedAt }) => {
        const object = objectCode ?? objectDescription;
        const late = dischargedAt === null ? 0 : Date.parse(dischargedAt) - Date.parse(dueAt);
        return {
          rule,
          ...(object === null ? {} : { object }),
          startsAt,
          dueAt,
          ...(dischargedAt === null ? {} : { metAt: dischargedAt }),
          ...(late > 0 ? { lateMs: late } : {}),
        };
      },
    ),
    warnings: warnings.map((one) => warningOf(act, one)),
  };
}

function locationOf(act: SubmissionAct, { incident, card, analysis }: AcceptedAnswer): string | null {
  if (analysis) return addressOf(act === "threat.analyse" ? "threatAnalysis" : "eventAnalysis", { id: analysis.id });
  if (!incident) return null;
  const { number } = incident;
  if (act === "incident.report") return addressOf("report", { number });
  return card ? addressOf("cardRevision", { number, revision: String(card.revision) }) : null;
}

export function verdictOf(act: SubmissionAct, { warnings }: TriedAnswer): Verdict {
  return { act, warnings: warnings.map((one) => warningOf(act, one)) };
}

function warningOf(act: SubmissionAct, { rule, path, message }: TriedAnswer["warnings"][number]): ReceiptWarning {
  return { rule, pointer: pointerOf(documentPath(act, path.slice(1))), message };
}
