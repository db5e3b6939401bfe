import { useLocation } from "wouter";
import { useCommands } from "../../../keyboard/commands.js";
import type { Keys } from "../../../keyboard/keys.js";
import { standingAt } from "../../../live/standing.js";
import type { IconName } from "../../../parts/icons.js";
import { copyText } from "../../../parts/Numbers.js";
import { useMay, useSession } from "../../../session/SessionContext.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { useTaking } from "../../../shared/incidents/useTaking.js";
import { nextOf, requestOf, retractionOf } from "../pending.js";
import { type Duty, type Incident, useApplyAnswer } from "../useDossier.js";

/** What may be done with an incident. */
export type ActName =
  | "TAKE"
  | "RELEASE"
  | "CORRECT"
  | "REFUSE_CORRECTION"
  | "NOTIFY"
  | "DECIDE_RETRACTION"
  | "RECEIVED_OTHERWISE"
  | "WITHDRAW_OTHERWISE"
  | "LINK_OBJECT"
  | "UNLINK_OBJECT"
  | "LINK_SAME"
  | "UNLINK_SAME"
  | "CARD"
  | "OWNER_TOLD"
  | "REVIEW"
  | "REQUEST_CORRECTION"
  | "WITHDRAW_CORRECTION"
  | "REQUEST_RETRACTION"
  | "WAIVE"
  | "PRINT"
  | "COPY";

/** What the dialog of each act is given. */
export interface ActProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

export interface OfferedAct {
  readonly name: ActName;
  readonly says: string;
  readonly run: () => void;
  /** Of one that is done on a page of its own. */
  readonly path?: string;
  readonly icon?: IconName;
  /** It has a button of its own; the others are behind one. */
  readonly isMain?: boolean;
  /** It is what the incident asks of the person first. */
  readonly isNext?: boolean;
  readonly keys?: Keys;
}

export function offered(acts: readonly OfferedAct[], name: ActName): OfferedAct | undefined {
  return acts.find((act) => act.name === name);
}

/** The acts that the incident and the person's role leave open, by key and from the palette too. */
export function useActs(
  incident: Incident,
  open: (act: ActName) => void,
): { readonly acts: readonly OfferedAct[]; readonly problem: string | null } {
  const { dossier } = useTexts();
  const { acts: says } = dossier;
  const session = useSession();
  const [, go] = useLocation();
  const { take, release, problem } = useTaking();
  const applyAnswer = useApplyAnswer();
  const [mayDecide, mayReport, mayTake, mayNotify] = [
    useMay("decide"),
    useMay("report"),
    useMay("take"),
    useMay("notify"),
  ];
  const { number, takenBy, card } = incident;
  const isStanding = !incident.retractedAt;
  const request = requestOf(incident);
  const retraction = retractionOf(incident);
  const described = incident.objects.some(({ description, code }) => description && !code);
  const tellable = incident.obligations.some(({ rule, isVoid }) => rule === "R9.2" && !isVoid);
  const waivable = waivableOf(incident, mayDecide, session.link.clock.now());
  const next = mayReport && isStanding ? nextOf(incident, session.link.clock.now()) : null;
  const otherwise = incident.obligations.flatMap(({ receivedOtherwise }) => receivedOtherwise);
  const opens = (name: ActName, text: string, more: Partial<OfferedAct> = {}): OfferedAct => ({
    name,
    says: text,
    run: () => open(name),
    ...more,
  });
  const leads = (name: ActName, text: string, path: string, more: Partial<OfferedAct> = {}): OfferedAct => ({
    name,
    says: text,
    path,
    run: () => go(path),
    ...more,
  });
  // The answer says who has it: it is on the page before the frame comes.
  const taking = (act: typeof take) => () =>
    void act(incident).then((state) => state && applyAnswer({ ...incident, takenBy: state.takenBy }));
  const all: readonly (OfferedAct | false)[] = [
    mayTake &&
      isStanding &&
      (takenBy?.isMine
        ? { name: "RELEASE", says: says.release, run: taking(release), icon: "person", isMain: true, keys: "KeyA" }
        : { name: "TAKE", says: says.take, run: taking(take), icon: "person", isMain: true, keys: "KeyA" }),
    mayDecide && isStanding && opens("CORRECT", says.correct.title, { icon: "edit", isMain: true }),
    mayDecide && isStanding && request !== undefined && opens("REFUSE_CORRECTION", says.refuseCorrection.title),
    mayDecide && isStanding && retraction !== undefined && opens("DECIDE_RETRACTION", says.decideRetraction.title),
    mayNotify && leads("NOTIFY", says.notify, `/notify?about=${number}`, { icon: "mail", isMain: true }),
    mayReport &&
      isStanding &&
      leads("CARD", card ? says.amend : says.card, `/incidents/${number}/card`, { icon: "card", isMain: true }),
    mayReport &&
      isStanding &&
      tellable &&
      opens("OWNER_TOLD", says.ownerTold, { icon: "phone", isMain: true, keys: "KeyO" }),
    mayReport && isStanding && opens("REVIEW", says.review.title),
    mayReport && isStanding && opens("REQUEST_CORRECTION", says.requestCorrection.title),
    mayReport && isStanding && request !== undefined && opens("WITHDRAW_CORRECTION", says.withdrawCorrection.title),
    mayReport && isStanding && retraction === undefined && opens("REQUEST_RETRACTION", says.requestRetraction.title),
    (mayDecide || mayReport) && waivable.length > 0 && opens("WAIVE", says.waive, { keys: "KeyW" }),
    mayDecide && isStanding && receivable(incident).length > 0 && opens("RECEIVED_OTHERWISE", says.otherwise.title),
    mayDecide &&
      otherwise.some(({ withdrawnAt }) => !withdrawnAt) &&
      opens("WITHDRAW_OTHERWISE", says.withdrawOtherwise.title),
    mayDecide && isStanding && described && opens("LINK_OBJECT", says.linkObject.title),
    mayDecide &&
      isStanding &&
      incident.objectLinks.some(({ unlinkedAt }) => !unlinkedAt) &&
      opens("UNLINK_OBJECT", says.unlinkObject.title),
    mayDecide && opens("LINK_SAME", says.linkSame.title),
    mayDecide && incident.sameAs.length > 0 && opens("UNLINK_SAME", says.unlinkSame.title),
    card !== null &&
      card !== undefined &&
      leads("PRINT", says.print, `/print/incidents/${number}`, { icon: "print", isMain: true }),
    { name: "COPY", says: says.copyNumber, run: () => void copyText(number), keys: "KeyC" },
  ];
  const acts = all.filter((act) => act !== false).map((act) => ({ ...act, isNext: act.name === next }));
  useCommands(
    acts.map(({ name, says: text, run, keys }) => ({
      id: `act ${name}`,
      says: text,
      group: "here" as const,
      run,
      ...(keys ? { keys } : {}),
    })),
  );
  return { acts, problem };
}

/**
 * Open duties that the person may waive: the centre any, a SOC what a correction of its own left over (F25): toward the owner of an
 * object that its card names no more, or calls neither critical nor of e-government.
 */
export function waivableOf(incident: Incident, isCentre: boolean, now: number): readonly Duty[] {
  const open = incident.obligations.filter((duty) => ["RUNNING", "OVERDUE"].includes(standingAt(duty, now)));
  if (isCentre) return open;
  const named = incident.objects.filter(({ code, kinds }) => code !== null || kinds?.length !== 0);
  return open.filter(
    ({ rule, objectCode, objectDescription }) =>
      rule === "R9.2" &&
      !named.some(({ code, description }) => (objectCode ? code === objectCode : description === objectDescription)),
  );
}

/** Duties that something which came by another way may meet (L22): all but those to owners, whom the centre does not receive for. */
export function receivable({ obligations }: Incident): readonly Duty[] {
  return obligations.filter(({ rule, isVoid }) => rule !== "R9.2" && !isVoid);
}
