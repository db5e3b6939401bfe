import { useMemo } from "react";
import type { LiveState } from "../../live/state.js";
import { waitingCount } from "../../screens/notifications/box.js";
import { useLive, useOverdueCount } from "../../session/useLive.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { SectionName } from "../../page/sections.js";
import { may } from "../../person/person.js";
import { usePerson } from "../../session/SessionContext.js";
import { useReading } from "../../session/reading.js";
import { OwnersGivenUpDocument } from "../../operations/generated.js";
import { useWaiting } from "./useWaiting.js";

/** What stands beside a section: how much there is for somebody to do. */
export interface SectionCount {
  readonly count: number;
  /** What it counts, for who does not see it. */
  readonly says: string;
  /** Whether a term has passed, or somebody waits. */
  readonly is: "LATE" | "WAITING";
}

/** Mails to owners that are looked at: of more, a number says enough. */
const MOST = 100;
const notificationsOf = ({ notifications }: LiveState): LiveState["notifications"] => notifications;
const obligationsOf = ({ obligations }: LiveState): LiveState["obligations"] => obligations;

export function useSectionCounts(): Readonly<Partial<Record<SectionName, SectionCount>>> {
  const { shell } = useTexts();
  const person = usePerson();
  const waiting = useWaiting();
  const notifications = useLive(notificationsOf);
  const obligations = useLive(obligationsOf);
  const overdue = useOverdueCount();
  const isCentre = person.party.__typename === "NationalCentre";
  const unanswered = useMemo(
    () => waitingCount({ notifications, obligations }, isCentre),
    [notifications, obligations, isCentre],
  );
  const mayRetry = may(person, "retryDelivery");
  const givenUp = useReading(OwnersGivenUpDocument, { first: MOST }, { isWanted: mayRetry, isAboutAll: true });
  const undelivered = givenUp.state === "READY" ? givenUp.data.deliveries.nodes.length : 0;
  const late = { count: overdue, says: shell.sections.overdue(overdue), is: "LATE" } as const;
  const says = may(person, "decide") ? shell.sections.toDecide : shell.sections.toMend;
  return {
    wall: late,
    shift: late,
    incidents: { count: person.party.__typename === "Owner" ? 0 : waiting, says: says(waiting), is: "WAITING" },
    myObjects: { count: waiting, says: shell.sections.unknown(waiting), is: "WAITING" },
    deliveries: { count: undelivered, says: shell.sections.givenUp(undelivered), is: "WAITING" },
    notifications: {
      count: unanswered,
      says: (isCentre ? shell.sections.unanswered : shell.sections.toAnswer)(unanswered),
      is: "WAITING",
    },
  };
}
