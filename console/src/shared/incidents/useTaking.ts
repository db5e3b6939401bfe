import { useState } from "react";
import { newKey } from "../../link/new-key.js";
import { saysOf } from "../../link/says.js";
import type { Incident } from "../../live/state.js";
import { ReleaseIncidentDocument, TakeIncidentDocument } from "../../operations/generated.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useSession } from "../../session/SessionContext.js";

/** Takes incidents in hand and releases them. Neither changes a duty, so nothing is asked; what went wrong is said. */
export function useTaking() {
  const session = useSession();
  const { shell } = useTexts();
  const { client } = session.link;
  const [problem, setProblem] = useState<string | null>(null);
  /** Gives the incident as it is then; null where it did not work. */
  const carryOut = async (act: () => Promise<{ readonly incident: Incident }>): Promise<Incident | null> => {
    setProblem(null);
    try {
      const { incident } = await act();
      session.live.applyAnswer({ incident });
      return incident;
    } catch (error) {
      session.refused(error);
      setProblem(saysOf(error) || shell.errors.unreachable);
      return null;
    }
  };
  return {
    problem,
    take: ({ id }: Pick<Incident, "id">) =>
      carryOut(() => client.submit(TakeIncidentDocument, { incidentId: id, submissionKey: newKey() })),
    release: ({ id }: Pick<Incident, "id">) =>
      carryOut(() => client.submit(ReleaseIncidentDocument, { incidentId: id, submissionKey: newKey() })),
  };
}
