import type { Scope } from "../../domain/access.js";
import type { Act, FactKind } from "../../domain/facts.js";
import { toIso, type Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";

/** An entry of the journal without what was said: who did what to what, when, from where, and whether it was refused. */
export interface AuditRow {
  readonly position: number;
  readonly hash: Buffer;
  readonly act: Act;
  readonly fact: FactKind | null;
  readonly at: Instant;
  readonly actorId: string;
  readonly partyId: string;
  readonly incidentId: string | null;
  readonly notificationId: string | null;
  /** Of what the act made or changed; of a token its account, of coverage its object, of a submission what it is about. */
  readonly subjectId: string | null;
  readonly contentHash: string | null;
  readonly requestId: string;
  readonly address: string | null;
  readonly door: "graphql" | "json" | "xml" | "folder" | null;
  readonly refused: readonly { readonly rule: string; readonly path: readonly string[] }[] | null;
}

/** Which entries are listed; internal ids. All conditions hold. */
export interface AuditFilter {
  readonly actorId?: string;
  readonly partyId?: string;
  readonly incidentId?: string;
  readonly act?: Act;
  readonly from?: Instant;
  readonly before?: Instant;
}

const SUBJECT = `case
  when j.act in ('token.issue', 'token.revoke') then (select t.actor_id from token t where t.id = b.subject)
  when j.act in ('coverage.start', 'coverage.end') then (select c.object_id from coverage c where c.id = b.subject)
  when j.act in ('threat.register', 'event.register', 'detected-incident.register')
    then (select s.subject_id from submission s where s.id = b.subject)
  else b.subject end`;

/** The journal as a list, for the national centre; other scopes see nothing of it. */
export class AuditStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** One page by keyset on (at, position), latest first. */
  async page(filter: AuditFilter, window: Window): Promise<Page<AuditRow>> {
    const parameters = new Parameters();
    const { actorId, partyId, incidentId, act, from, before } = filter;
    const isOfAll = [actorId, partyId, incidentId, act].every((condition) => condition === undefined);
    const conditions = [
      this.scope.sees === "EVERYTHING" ? "true" : "false",
      // The predicate of the index by time, which is the wrong one under any of the conditions that follow.
      ...(isOfAll ? ["j.position > 0"] : []),
      ...(actorId === undefined ? [] : [`j.actor_id = ${parameters.add(actorId)}`]),
      ...(partyId === undefined ? [] : [`j.party_id = ${parameters.add(partyId)}`]),
      ...(incidentId === undefined ? [] : [`j.incident_id = ${parameters.add(incidentId)}`]),
      ...(act === undefined ? [] : [`j.act = ${parameters.add(act)}`]),
      ...(from === undefined ? [] : [`j.at >= ${parameters.add(timestamp(from))}`]),
      ...(before === undefined ? [] : [`j.at < ${parameters.add(timestamp(before))}`]),
    ];
    return readPage<AuditRow>(
      {
        list: "auditEntries",
        columns: ["j.at", "j.position"],
        types: ["timestamptz", "bigint"],
        direction: "desc",
        valuesOf: ({ at, position }) => [toIso(at), String(position)],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        // Bodies are opened once the page is known.
        this.connection.query(
          `select j.position, j.hash, j.act, j.fact, ${instantIn("j.at")} as at, j.actor_id as "actorId", j.party_id as "partyId",
             j.incident_id as "incidentId", j.notification_id as "notificationId", ${SUBJECT} as "subjectId", b."contentHash", b.request as "requestId", b.address, b.door, b.refused
           from (select * from journal j where ${all([...conditions, where])} order by ${orderBy} limit ${limit}) j
             cross join lateral jsonb_to_record(j.body::jsonb)
               as b (request text, address text, door text, refused jsonb, subject uuid, "contentHash" text)
           order by ${orderBy}`,
          parameters.values,
        ),
    );
  }
}
