import { judgeDossierCount, judgeSameIncident, judgeUnlinking } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { distinctChanged } from "../../domain/timeliness.js";
import type { Violation } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import type { About, Decision, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { IncidentRow } from "./incident.store.js";
import { aboutObject } from "./dossier.js";

type Linked = Awaited<ReturnType<Work["incidents"]["sameAs"]>>;

/** What the centre says of dossiers. */
interface Saying {
  readonly fact: "LINKED_AS_SAME" | "UNLINKED_AS_SAME";
  readonly incidentIds: readonly string[];
  readonly reason: string;
  readonly judge: (incidents: readonly IncidentRow[], linked: Linked) => Violation[];
  /** The incidents whose figures may change. */
  readonly concerned: (linked: Linked) => readonly string[];
  readonly keep: () => Promise<void>;
}

/** The centre says that dossiers, mostly of several SOCs, are of one incident, and takes that back. */
export class SameIncidentService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
  ) {}

  /** The centre says that dossiers, mostly of several SOCs, are of one incident. Each keeps its duties. */
  link(sender: Sender, submissionKey: string, incidentIds: readonly string[], reason: string): Promise<Outcome> {
    const attempt = { act: "incident.link", submissionKey, content: { incidents: [...incidentIds], reason } } as const;
    return this.submissions.submit(sender, attempt, (work, now) =>
      this.decide(work, now, {
        incidentIds,
        reason,
        fact: "LINKED_AS_SAME",
        judge: judgeSameIncident,
        concerned: () => incidentIds,
        keep: () => work.sameIncidents.link(incidentIds, newId(now)),
      }),
    );
  }

  /** The centre takes back that dossiers are of one incident: each that is named stands alone again, retracted or not. */
  unlink(sender: Sender, submissionKey: string, incidentIds: readonly string[], reason: string): Promise<Outcome> {
    const content = { incidents: [...incidentIds], reason };
    return this.submissions.submit(sender, { act: "incident.unlink", submissionKey, content }, (work, now) =>
      this.decide(work, now, {
        incidentIds,
        reason,
        fact: "UNLINKED_AS_SAME",
        judge: (_, linked) => judgeUnlinking(incidentIds.map((id) => linked.some(({ sameAs }) => sameAs === id))),
        concerned: (linked) => [...new Set([...incidentIds, ...linked.map(({ id }) => id)])],
        keep: () => work.sameIncidents.unlink(incidentIds),
      }),
    );
  }

  private async decide(
    work: Work,
    now: Instant,
    { fact, incidentIds, reason, judge, concerned, keep }: Saying,
  ): Promise<Decision> {
    const tooMany = judgeDossierCount(incidentIds.length);
    if (tooMany.length > 0) return { violations: tooMany };
    const incidents = await lockedIncidents(work, incidentIds);
    const linked = await work.incidents.sameAs(incidentIds);
    const violations = [...judge(incidents, linked), ...judgeText(reason, ["reason"], this.limits.text)];
    const [first, ...rest] = incidents;
    if (violations.length > 0 || !first) return { violations };
    const duties = await work.obligations.ofIncidents(concerned(linked));
    const isLinked = fact === "LINKED_AS_SAME";
    return {
      plan: {
        entries: [aboutSame(fact, first), ...rest.map((one) => aboutSame(fact, one))],
        incidentId: first.id,
        warnings: [...distinctChanged(duties, now), ...spoiledTexts({ reason }, [])],
        async keep(submissionId) {
          const decision = { incidentIds, isLinked, reason, decidedAt: now, submissionId };
          await together([keep(), work.sameIncidents.addDecision(decision)]);
        },
      },
    };
  }
}

/** These incidents, locked; throws NOT_FOUND for the first that is not in scope. */
async function lockedIncidents(work: Work, incidentIds: readonly string[]): Promise<IncidentRow[]> {
  const locked = await work.incidents.lockAll(incidentIds);
  return incidentIds.map((id, index) => {
    const incident = locked.find((one) => one.id === id);
    if (!incident) throw notFound(["incidentIds", String(index)]);
    return incident;
  });
}

/** Which other SOC has a dossier of an incident is not its owners' concern. */
function aboutSame(fact: "LINKED_AS_SAME" | "UNLINKED_AS_SAME", incident: IncidentRow): About {
  return { fact, ...aboutObject(incident, { objectId: null, ownerIds: [] }) };
}
