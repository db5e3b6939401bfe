import { Column, Entity, PrimaryColumn } from "typeorm";
import { detectionObjectsInScope, detectionsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { IncidentType, Indicator } from "../../domain/incident-card.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { DetectionKind, Marking } from "../../domain/notification.js";
import type { Sector } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, type Keys } from "../../platform/sql.js";
import { insertIndicators } from "../incidents/indicators-sql.js";

/** What the centre detected: a threat, a security event or an incident (R12.1). */
@Entity({ name: "concern" })
export class DetectionRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) kind!: DetectionKind;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "text" }) summary!: string;
  @Column({ name: "observed_at", ...INSTANT_COLUMN }) observedAt!: Instant;
  @Column({ type: "text" }) source!: string;
  @Column({ type: "text" }) marking!: Marking;
  @Column({ type: "text", array: true }) types!: readonly IncidentType[];
  @Column({ type: "text", array: true }) sectors!: readonly Sector[];
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

const COLUMNS = columnsOf(DetectionRow, "c");

/** The list of each kind: what its cursors are good for. */
const LISTS: Readonly<Record<DetectionKind, string>> = {
  THREAT: "threats",
  EVENT: "securityEvents",
  DETECTED_INCIDENT: "detectedIncidents",
};

export interface IndicatorOfDetection extends Indicator {
  readonly detectionId: string;
}

/** Detections, seen through one scope. */
export class DetectionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<DetectionRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from concern c
       where c.id = any (${parameters.add(ids)}) and ${detectionsInScope(this.scope, parameters, "c.id")}`,
      parameters.values,
    );
  }

  /** Those of these numbers, in capitals, and of this kind, that one may see. */
  async numbered(numbers: readonly string[], kind: DetectionKind): Promise<Pick<DetectionRow, "id" | "number">[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id, c.number from concern c
       where c.number = any (${parameters.add(numbers)}) and c.kind = ${parameters.add(kind)}
         and ${detectionsInScope(this.scope, parameters, "c.id")}`,
      parameters.values,
    );
  }

  /** One page of a kind by keyset on (received_at, id), newest first. */
  async page(kind: DetectionKind, window: Window): Promise<Page<DetectionRow>> {
    const parameters = new Parameters();
    const conditions = [`c.kind = ${parameters.add(kind)}`, detectionsInScope(this.scope, parameters, "c.id")];
    return readPage<DetectionRow>(
      {
        list: LISTS[kind],
        columns: ["c.received_at", "c.id"],
        types: ["timestamptz", "uuid"],
        direction: "desc",
        valuesOf: ({ receivedAt, id }) => [toIso(receivedAt), id],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from concern c where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  async indicatorsOf(detectionIds: Keys): Promise<IndicatorOfDetection[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select n.concern_id as "detectionId", n.type, n.submitted, n.value from concern_indicator n
       where n.concern_id = any (${parameters.add(detectionIds)}) and ${detectionsInScope(this.scope, parameters, "n.concern_id")}
       order by n.concern_id, n.ordinal`,
      parameters.values,
    );
  }

  /** The objects that they name: for a SOC those that it covered when it was notified. */
  async objectsOf(detectionIds: Keys): Promise<{ readonly detectionId: string; readonly objectId: string }[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select n.concern_id as "detectionId", n.object_id as "objectId" from concern_object n
         join protected_object o on o.id = n.object_id
       where n.concern_id = any (${parameters.add(detectionIds)}) and ${detectionsInScope(this.scope, parameters, "n.concern_id")}
         and ${detectionObjectsInScope(this.scope, parameters, "n")}
       order by n.concern_id, o.code`,
      parameters.values,
    );
  }

  async add(row: DetectionRow, indicators: readonly Indicator[], objectIds: readonly string[]): Promise<void> {
    await together([
      this.connection.insert(DetectionRow, row),
      insertIndicators(this.connection, "concern_indicator", row.id, indicators),
      this.connection.query(
        `insert into concern_object (concern_id, object_id) select $1, n.id from unnest($2::uuid[]) as n (id)`,
        [row.id, objectIds],
      ),
    ]);
  }

  /** The next number of a kind in a year: THREAT-2026-0001. Concurrent callers wait. */
  async nextNumber(kind: string, year: number): Promise<string> {
    const [row] = await this.connection.query<{ last: number }>(
      `insert into centre_numbering (kind, year, last) values ($1, $2, 1)
       on conflict (kind, year) do update set last = centre_numbering.last + 1 returning last`,
      [kind, year],
    );
    if (!row) throw new Error("an insert returned no row");
    return `${kind}-${year}-${String(row.last).padStart(4, "0")}`;
  }
}
