import { useMemo } from "react";
import { useReading } from "../../session/reading.js";
import type { Incident, LiveState } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { AskedIncidentsDocument, type OpenQuestion, UnknownIncidentsDocument } from "../../operations/generated.js";
import { knownOf } from "../../screens/owner/known.js";
import { may, type Person } from "../../person/person.js";
import { usePerson } from "../../session/SessionContext.js";

/** Incidents that are looked at: of more, a number beside a section says enough. */
const MOST = 100;
const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;

/** What somebody must decide or mend, by who may: the centre's officer decides, the SOC's says it anew. */
export function questionsFor(person: Person): readonly OpenQuestion[] {
  if (may(person, "decide")) return ["CORRECTION_REQUESTED", "RETRACTION_REQUESTED", "DESCRIBED_BY_REGISTERED_NAME"];
  if (may(person, "report"))
    return ["OBJECT_OF_UNKNOWN_KIND", "CONFIRMED_BEFORE_IT_OCCURRED", "CONFIRMED_BEFORE_THE_TERMS"];
  return [];
}

/** How many incidents have one of these questions: those that were read, and as the feed has told of them since. */
export function askedCount(
  read: readonly { readonly id: string }[],
  heard: ReadonlyMap<string, Pick<Incident, "openQuestions">>,
  questions: readonly OpenQuestion[],
): number {
  const asked = new Set(read.map(({ id }) => id));
  for (const [id, { openQuestions }] of heard)
    if (openQuestions.some((question) => questions.includes(question))) asked.add(id);
    else asked.delete(id);
  return asked.size;
}

/** How many incidents wait for the person, other than by a term: for a decision, a correction, or an owner's word that it knows. */
export function useWaiting(): number {
  const person = usePerson();
  const questions = useMemo(() => questionsFor(person), [person]);
  const heard = useLive(incidentsOf);
  const asked = useReading(
    AskedIncidentsDocument,
    { questions, first: MOST },
    // Of what the page does not hold the feed says only that something happened.
    { isWanted: questions.length > 0, isAboutAll: true },
  );
  const unknown = useReading(
    UnknownIncidentsDocument,
    { first: MOST },
    { isWanted: person.party.__typename === "Owner" && may(person, "acknowledge"), isAboutAll: true },
  );
  const read = asked.state === "READY" ? asked.data.incidents.nodes : null;
  const waiting = useMemo(() => (read ? askedCount(read, heard, questions) : 0), [read, heard, questions]);
  if (unknown.state !== "READY") return waiting;
  return unknown.data.incidents.nodes.filter((one) => !one.retractedAt && knownOf(one) === null).length;
}
