import { failureOf, shownStateOf } from "../../live/delivery.js";
import type { FactTone } from "../../parts/FactRow.js";
import type { IconName } from "../../parts/icons.js";
import type { Level } from "../../parts/Severity.js";
import type { Language } from "../../texts/languages.js";
import type { Texts } from "../../texts/texts.js";
import { writeMoment } from "../../time/write.js";
import { dutyOf } from "../../shared/duties/words.js";
import { INCIDENT_ICONS } from "../../shared/incidents/icons.js";
import { levelOf } from "../../shared/incidents/words.js";
import type { Fact } from "./useFacts.js";

/** What a fact of the chronicle is called. */
export function titleOf({ kind, announcement, about }: Fact, { words, dossier }: Texts): string {
  if (announcement)
    return dossier.chronicle.announced(
      words.obligationFacts[announcement],
      about?.__typename === "Obligation" ? about.rule : "",
    );
  if (!kind) return "";
  const title = words.incidentFacts[kind];
  return about?.__typename === "IncidentCard" ? `${title}, ${dossier.chronicle.revision(about.revision)}` : title;
}

export function signOf({ kind, announcement }: Fact): readonly [IconName, FactTone] {
  if (announcement === "OVERDUE") return ["overdue", "late"];
  if (announcement === "DUE_SOON") return ["soon", "plain"];
  if (announcement === "NOT_OVERDUE") return ["met", "met"];
  return kind ? INCIDENT_ICONS[kind] : ["info", "plain"];
}

/** Whose owner it is about, and no other object of the incident; nothing, where it is about none, or is not to be seen. */
function objectOf(about: {
  readonly object: { readonly name: string } | null;
  readonly objectDescription?: string | null;
  readonly objectCode?: string | null;
}): string {
  return about.object?.name ?? about.objectDescription ?? about.objectCode ?? "";
}

/** What else a fact says, a line each; reasons and grounds as they were written. */
export function linesOf(
  { about, kind, objects }: Fact,
  texts: Texts,
  { language, now }: { readonly language: Language; readonly now: number },
): readonly string[] {
  const { words, dossier, form } = texts;
  const { quoted, moved } = dossier.chronicle;
  const level = (one: Level | null | undefined): string => levelOf(one, texts);
  const at = (when: string): string => writeMoment(Date.parse(when), now, language);
  const said = (text: string | null | undefined): string => (text ? quoted(text) : "");
  const lines = ((): readonly string[] => {
    switch (about?.__typename) {
      case undefined:
        return objects.map(({ name }) => name);
      case "IncidentReport":
        return [form.choices.IncidentType[about.type].label, level(about.reported)];
      case "IncidentCard":
        return [level(about.severity)];
      case "SeverityReview":
        return [
          about.from === about.to
            ? dossier.chronicle.levelStays(level(about.to))
            : dossier.chronicle.level(level(about.from), level(about.to)),
          said(about.grounds),
        ];
      case "OwnerNotification":
        return [
          dossier.chronicle.told(about.recipient, words.ownerChannels[about.channel], at(about.notifiedAt)),
          objectOf(about),
        ];
      case "OwnerAcknowledgement":
        return [about.owner?.name ?? "", objectOf(about)];
      case "Delivery": {
        const failure = failureOf(about.attempts.at(-1) ?? {});
        const state = words.deliveryStates[shownStateOf(about)];
        return [state, objectOf(about), failure ? words.deliveryFailures[failure] : ""];
      }
      case "Obligation":
        // An announcement that came before the waiver is about the same duty.
        return [
          dutyOf(about.rule, texts),
          objectOf(about),
          kind === "OBLIGATION_WAIVED" ? said(about.waivedReason) : "",
        ];
      case "CorrectionRequest":
        return [
          dossier.questions.asks(at(about.confirmedAt)),
          said(kind === "CORRECTION_REFUSED" ? about.refusalReason : about.reason),
        ];
      case "ConfirmationCorrection":
        return [moved(at(about.previous), at(about.confirmedAt)), said(about.why)];
      case "Retraction":
        return [said(kind === "RETRACTION_REQUESTED" ? about.grounds : about.decision)];
      case "ObjectLink":
        return [
          moved(about.description, about.code),
          said(kind === "OBJECT_UNLINKED" ? about.unlinkedReason : about.linkReason),
        ];
      case "SameIncidentDecision":
        return [
          dossier.chronicle.others(about.incidents.map(({ number }) => number).join(", ")),
          said(about.sameReason),
        ];
    }
  })();
  return lines.filter(Boolean);
}
