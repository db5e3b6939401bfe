import { factsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import {
  INCIDENT_FACT_KINDS,
  OBLIGATION_FACT_KINDS,
  type Act,
  type FactOrder,
  type IncidentFactKind,
  type ObligationFactKind,
} from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { pagingOf, type Page, type Window } from "../../platform/keyset.js";
import { Parameters } from "../../platform/sql.js";

/** A fact about an incident, as the journal has it. */
export interface FactRow {
  readonly incidentId: string;
  readonly position: number;
  readonly act: Act;
  readonly fact: IncidentFactKind | ObligationFactKind;
  readonly at: Instant;
  readonly actorId: string;
  readonly partyId: string;
  /** What the act made or changed: of a submission that itself, of a delivery's that delivery. */
  readonly subjectId: string | null;
  readonly obligationId: string | null;
  readonly objectIds: readonly string[];
}

/** Which facts of an incident are asked for. */
export interface FactQuestion {
  readonly incidentId: string;
  readonly order: FactOrder;
  readonly window: Window;
}

/** A page of an incident's facts, and the question that asks for it. */
export interface FactPage {
  readonly question: string;
  readonly page: Page<FactRow>;
}

/** A question as a loader's key, and back. */
export function keyOf({ incidentId, order, window: { first, after, last, before } }: FactQuestion): string {
  return JSON.stringify({ incidentId, order, window: { first, after, last, before } });
}
export function questionOf(key: string): FactQuestion {
  return JSON.parse(key) as FactQuestion;
}

const KINDS = [...INCIDENT_FACT_KINDS, ...OBLIGATION_FACT_KINDS];

/** The facts about incidents, seen through one scope. */
export class FactStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** The pages that these questions ask for, by keyset on the position: one statement for all that ask the same of their incidents. */
  async pages(questions: readonly FactQuestion[]): Promise<FactPage[]> {
    const alike = Map.groupBy(questions, (question) => keyOf({ ...question, incidentId: "" }));
    return (await Promise.all([...alike.values()].map((some) => this.pagesOf(some)))).flat();
  }

  private async pagesOf(questions: readonly FactQuestion[]): Promise<FactPage[]> {
    const [{ order, window } = { order: "NEWEST_FIRST" as const, window: {} }] = questions;
    const parameters = new Parameters();
    const incidents = parameters.add(questions.map(({ incidentId }) => incidentId));
    const { where, orderBy, limit, pageOf } = pagingOf<FactRow>(
      {
        list: "facts",
        columns: ["j.position"],
        types: ["bigint"],
        direction: order === "NEWEST_FIRST" ? "desc" : "asc",
        valuesOf: ({ position }) => [String(position)],
      },
      window,
      parameters,
    );
    const rows = await this.connection.query<FactRow>(
      `select i.id as "incidentId", j.position, j.act, j.fact, ${instantIn("j.at")} as at, j.actor_id as "actorId",
         j.party_id as "partyId", (j.body::jsonb ->> 'subject')::uuid as "subjectId", j.obligation_id as "obligationId",
         j.object_ids as "objectIds"
       from unnest(${incidents}::uuid[]) with ordinality as i (id, place) cross join lateral (
         select * from journal j
         where j.incident_id = i.id and j.fact = any (${parameters.add(KINDS)})
           and ${factsInScope(this.scope, parameters, "j")} and ${where}
         order by ${orderBy} limit ${limit}
       ) j order by i.place, ${orderBy}`,
      parameters.values,
    );
    const byIncident = Map.groupBy(rows, ({ incidentId }) => incidentId);
    return questions.map((question) => ({
      question: keyOf(question),
      page: pageOf(byIncident.get(question.incidentId) ?? []),
    }));
  }
}
