import { useMemo } from "react";
import { type Reading, useReading } from "../../session/reading.js";
import { DossierDocument, type DossierQuery, type DossierStateFragment } from "../../operations/generated.js";
import { useSession } from "../../session/SessionContext.js";
import type { Session } from "../../session/session.js";

/** An incident with all that its page shows, the chronicle aside. */
export type Incident = NonNullable<DossierQuery["incident"]>;
export type Duty = DossierStateFragment["obligations"][number];

/** The dossier of an incident by its number; what happens to the incident reads it again. */
export function useDossier(number: string): Reading<DossierQuery> {
  return useReading(DossierDocument, { number }, { about: [number] });
}

/** Puts what an act was answered with on the page at once, here and on the lists. */
export function useApplyAnswer(): (state: DossierStateFragment) => void {
  const session = useSession();
  return useMemo(() => (state) => applyAnswer(session, state), [session]);
}

function applyAnswer({ live, readings }: Session, state: DossierStateFragment): void {
  const incident = state;
  live.applyAnswer({ incident });
  for (const obligation of state.obligations)
    live.applyAnswer({ obligation: { ...obligation, incident, notification: null } });
  readings.update(DossierDocument, { number: state.number }, ({ incident: before }) =>
    before ? { incident: { ...before, ...state, soc: before.soc, card: before.card } } : { incident: before },
  );
}
