import { judgeDossierCount, judgeSameIncident, judgeUnlinking } from "../../domain/incident-rules.js";
import type { Instant } from "../../domain/instant.js";
import type { Limits } from "../../domain/limits.js";
import { referenceContent, type Reference } from "../../domain/references.js";
import { notFound } from "../../domain/refusal.js";
import { judgeText, spoiledTexts } from "../../domain/text.js";
import { distinctChanged } from "../../domain/timeliness.js";
import type { Violation } from "../../domain/verdict.js";
import { together } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import type { Work } from "../../operation/unit-of-work.js";
import { incidentMeant } from "../submissions/references.js";
import type { About, Decision, Outcome, Sender, Submissions } from "../submissions/submissions.js";
import type { IncidentRow } from "./incident.store.js";
import { aboutObject } from "./dossier.js";

type Linked = Awaited<ReturnType<Work["incidents"]["sameAs"]>>;

/** What the centre says of dossiers. */
interface Saying {
  readonly fact: "LINKED_AS_SAME" | "UNLINKED_AS_SAME";
  readonly reason: string;
  readonly judge: (incidents: readonly Placed[], linked: Linked) => Violation[];
  /** The incidents whose figures may change. */
  readonly concerned: (incidentIds: readonly string[], linked: Linked) => readonly string[];
  readonly keep: (incidentIds: readonly string[]) => Promise<void>;
}

/** The centre says that dossiers, mostly of several SOCs, are of one incident, and takes that back. */
export class SameIncidentService {
  constructor(
    private readonly submissions: Submissions,
    private readonly limits: Limits,
  ) {}

  /** The centre says that dossiers, mostly of several SOCs, are of one incident. Each keeps its duties. */
  link(sender: Sender, submissionKey: string, named: readonly Reference[], reason: string): Promise<Outcome> {
    const content = { incidents: named.map(referenceContent), reason };
    return this.submissions.submit(sender, { act: "incident.link", submissionKey, content }, (work, now) =>
      this.decide(work, now, sender, named, {
        reason,
        fact: "LINKED_AS_SAME",
        judge: judgeSameIncident,
        concerned: (incidentIds) => incidentIds,
        keep: (incidentIds) => work.sameIncidents.link(incidentIds, newId(now)),
      }),
    );
  }

  /** The centre takes back that dossiers are of one incident: each that is named stands alone again, retracted or not. */
  unlink(sender: Sender, submissionKey: string, named: readonly Reference[], reason: string): Promise<Outcome> {
    const content = { incidents: named.map(referenceContent), reason };
    return this.submissions.submit(sender, { act: "incident.unlink", submissionKey, content }, (work, now) =>
      this.decide(work, now, sender, named, {
        reason,
        fact: "UNLINKED_AS_SAME",
        judge: (incidents, linked) =>
          judgeUnlinking(
            incidents.map(({ id, place }) => ({ isLinked: linked.some(({ sameAs }) => sameAs === id), place })),
          ),
        concerned: (incidentIds, linked) => [...new Set([...incidentIds, ...linked.map(({ id }) => id)])],
        keep: (incidentIds) => work.sameIncidents.unlink(incidentIds),
      }),
    );
  }

  private async decide(
    work: Work,
    now: Instant,
    sender: Sender,
    named: readonly Reference[],
    { fact, reason, judge, concerned, keep }: Saying,
  ): Promise<Decision> {
    const tooMany = judgeDossierCount(named.length);
    if (tooMany.length > 0) return { violations: tooMany };
    const incidents = await lockedIncidents(work, sender.actor.party.id, named);
    const incidentIds = incidents.map(({ id }) => id);
    const linked = await work.incidents.sameAs(incidentIds);
    const violations = [...judge(incidents, linked), ...judgeText(reason, ["reason"], this.limits.text)];
    const [first, ...rest] = incidents;
    if (violations.length > 0 || !first) return { violations };
    const duties = await work.obligations.ofIncidents(concerned(incidentIds, linked));
    const isLinked = fact === "LINKED_AS_SAME";
    return {
      plan: {
        entries: [aboutSame(fact, first), ...rest.map((one) => aboutSame(fact, one))],
        incidentId: first.id,
        warnings: [...distinctChanged(duties, now), ...spoiledTexts({ reason }, [])],
        async keep(submissionId) {
          const decision = { incidentIds, isLinked, reason, decidedAt: now, submissionId };
          await together([keep(incidentIds), work.sameIncidents.addDecision(decision)]);
        },
      },
    };
  }
}

/** An incident that is named, and where in the list it is named first. */
type Placed = IncidentRow & { readonly place: number };

/** These incidents, locked, each once, however it is named; throws NOT_FOUND for the first that is not in scope. */
async function lockedIncidents(work: Work, partyId: string, named: readonly Reference[]): Promise<Placed[]> {
  const ids: (string | null)[] = [];
  for (const reference of named) ids.push(await incidentMeant(work, partyId, reference));
  const locked = new Map((await work.incidents.lockAll(ids.flatMap((id) => id ?? []))).map((one) => [one.id, one]));
  const places = ids.map((id, index) => ({ id, place: named[index]?.place ?? index }));
  return places.flatMap(({ id, place }, index) => {
    const incident = locked.get(id ?? "");
    if (!incident) throw notFound(["incidentIds", String(place)]);
    return ids.indexOf(id) === index ? { ...incident, place } : [];
  });
}

/** Which other SOC has a dossier of an incident is not its owners' concern. */
function aboutSame(fact: "LINKED_AS_SAME" | "UNLINKED_AS_SAME", incident: IncidentRow): About {
  return { fact, ...aboutObject(incident, { objectId: null, ownerIds: [] }) };
}
