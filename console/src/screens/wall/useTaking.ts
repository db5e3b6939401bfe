import { useState } from "react";
import { GatewayError } from "../../../../client/index.js";
import { newKey } from "../../drafts/draft.js";
import type { Incident } from "../../live/state.js";
import { ReleaseIncidentDocument, TakeIncidentDocument } from "../../operations/generated.js";
import { useSession } from "../../session/SessionContext.js";

/** Takes incidents in hand and releases them. Neither changes a duty, so nothing is asked; what went wrong is said. */
export function useTaking() {
  const session = useSession();
  const { client } = session.link;
  const [problem, setProblem] = useState<string | null>(null);
  const carryOut = async (act: () => Promise<{ readonly incident: Incident }>): Promise<void> => {
    setProblem(null);
    try {
      session.live.took({ incident: (await act()).incident });
    } catch (error) {
      session.refused(error);
      setProblem(error instanceof GatewayError ? error.message : String(error));
    }
  };
  return {
    problem,
    take: ({ id }: Incident) =>
      carryOut(() => client.submit(TakeIncidentDocument, { incidentId: id, submissionKey: newKey() })),
    release: ({ id }: Incident) =>
      carryOut(() => client.submit(ReleaseIncidentDocument, { incidentId: id, submissionKey: newKey() })),
  };
}
