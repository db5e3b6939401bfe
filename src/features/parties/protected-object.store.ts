import { Column, Entity, PrimaryColumn } from "typeorm";
import { coverageInScope, objectsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { PeriodInMilliseconds } from "../../domain/dossier.js";
import type { ObjectKind, Sector } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";

/** An e-government or critical object, or another that a SOC serves (R2.1, R2.2). */
@Entity({ name: "protected_object" })
export class ProtectedObjectRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", array: true }) kinds!: readonly ObjectKind[];
  @Column({ type: "text", array: true }) sectors!: readonly Sector[];
  @Column({ type: "uuid", name: "owner_id" }) ownerId!: string;
  @Column({ name: "registered_at", ...INSTANT_COLUMN }) registeredAt!: Instant;
}

/** Which SOC serves which object, from when to when; the end is not included, null is open. */
@Entity({ name: "coverage" })
export class CoverageRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "soc_id" }) socId!: string;
  @Column({ type: "uuid", name: "object_id" }) objectId!: string;
  @Column({ name: "starts_at", ...INSTANT_COLUMN }) startsAt!: Instant;
  @Column({ name: "ends_at", nullable: true, ...INSTANT_COLUMN }) endsAt!: Instant | null;
}

/** An object as somebody names it; `id` is null where none is registered. */
export interface NamedObjectRow {
  readonly id: string | null;
  readonly code: string | null;
  readonly ownerId: string | null;
  /** Now. */
  readonly isProtected: boolean;
  readonly isCovered: boolean;
  /** Whether what was described is the code or the name of a registered object. */
  readonly isRegisteredName: boolean;
  readonly protectedIn: readonly PeriodInMilliseconds[];
}

const COLUMNS = columnsOf(ProtectedObjectRow, "o");
const COVERAGE_COLUMNS = columnsOf(CoverageRow, "c");

export interface ProtectedObjectFilter {
  readonly kinds?: readonly ObjectKind[];
  readonly sectors?: readonly Sector[];
}

/** Protected objects and their coverage, seen through one scope. */
export class ProtectedObjectStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: readonly string[]): Promise<ProtectedObjectRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from protected_object o
       where o.id = any (${parameters.add(ids)}) and ${objectsInScope(this.scope, parameters, "o")}`,
      parameters.values,
    );
  }

  /** One page by code; the filters name values of which an object has at least one. */
  async page(filter: ProtectedObjectFilter, window: Window): Promise<Page<ProtectedObjectRow>> {
    const parameters = new Parameters();
    const conditions = [objectsInScope(this.scope, parameters, "o")];
    if (filter.kinds) conditions.push(`o.kinds && ${parameters.add(filter.kinds)}::text[]`);
    if (filter.sectors) conditions.push(`o.sectors && ${parameters.add(filter.sectors)}::text[]`);
    return readPage<ProtectedObjectRow>(
      {
        list: "protectedObjects",
        columns: ["o.code"],
        types: ["text"],
        direction: "asc",
        valuesOf: ({ code }) => [code],
      },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from protected_object o where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  /**
   * What is known of the objects that a draft names, in their order, whoever covers them (F7). `instants`: when the SOC's coverage
   * counts: at the occurrence, the confirmation or now.
   */
  async named(
    socId: string,
    drafts: readonly {
      readonly objectId: string | null;
      readonly objectCode: string | null;
      readonly description: string | null;
    }[],
    instants: readonly Instant[],
  ): Promise<NamedObjectRow[]> {
    return this.connection.query(
      `select n.id, n.code, n.owner_id as "ownerId", n.is_protected as "isProtected", n.is_covered as "isCovered",
         n.is_registered_name as "isRegisteredName", n.protected_in as "protectedIn"
       from objects_named($1, $2::timestamptz[], $3::uuid[], $4::text[], $5::text[]) n`,
      [
        socId,
        instants.map(timestamp),
        drafts.map(({ objectId }) => objectId),
        drafts.map(({ objectCode }) => objectCode),
        drafts.map(({ description }) => description),
      ],
    );
  }

  /** The present owners of these objects, whatever the scope: what is stated about an object belongs to its owner. */
  async ownersOf(objectIds: readonly string[]): Promise<{ readonly ownerId: string; readonly objectIds: string[] }[]> {
    if (objectIds.length === 0) return [];
    return this.connection.query(
      `select owner_id as "ownerId", object_ids as "objectIds" from owners_of($1::uuid[]) order by owner_id`,
      [objectIds],
    );
  }

  /** Periods of coverage of these objects, oldest first. */
  async coverageOf(objectIds: readonly string[]): Promise<CoverageRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COVERAGE_COLUMNS} from coverage c
       where c.object_id = any (${parameters.add(objectIds)}) and ${coverageInScope(this.scope, parameters, "c")}
       order by c.object_id, c.starts_at, c.id`,
      parameters.values,
    );
  }

  async add(row: ProtectedObjectRow): Promise<void> {
    await this.connection.insert(ProtectedObjectRow, row);
    await this.connection.query(
      `insert into object_kinds (object_id, ordinal, kinds, starts_at) values ($1, 1, $2, '-infinity')`,
      [row.id, row.kinds],
    );
    await this.connection.query(
      `insert into ownership (object_id, ordinal, owner_id, starts_at) values ($1, 1, $2, '-infinity')`,
      [row.id, row.ownerId],
    );
  }

  /** Locks an object until the transaction ends, so that its coverage has one writer at a time. */
  async lock(id: string): Promise<ProtectedObjectRow | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<ProtectedObjectRow>(
      `select ${COLUMNS} from protected_object o
       where o.id = ${parameters.add(id)} and ${objectsInScope(this.scope, parameters, "o")} for update`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Writes a locked object; the time of another owner, or as other kinds (L9), begins at `now`, and the one before ends. */
  async change(row: ProtectedObjectRow, now: Instant): Promise<void> {
    await this.connection.query(
      `update protected_object set name = $2, kinds = $3, sectors = $4, owner_id = $5 where id = $1`,
      [row.id, row.name, row.kinds, row.sectors, row.ownerId],
    );
    await this.begin("object_kinds", "kinds", row.id, row.kinds, now);
    await this.begin("ownership", "owner_id", row.id, row.ownerId, now);
  }

  /** If the object's value is another one from `now` on, the time of the present one ends and another begins. */
  private async begin(
    table: "object_kinds" | "ownership",
    column: "kinds" | "owner_id",
    objectId: string,
    value: string | readonly string[],
    now: Instant,
  ): Promise<void> {
    const ended = await this.connection.query<{ ordinal: number }>(
      `update ${table} set ends_at = greatest($3, starts_at) where object_id = $1 and ends_at is null and ${column} <> $2
       returning ordinal`,
      [objectId, value, timestamp(now)],
    );
    for (const { ordinal } of ended)
      await this.connection.query(
        `insert into ${table} (object_id, ordinal, ${column}, starts_at) values ($1, $2, $3, $4)`,
        [objectId, ordinal + 1, value, timestamp(now)],
      );
  }

  async coverageById(id: string): Promise<CoverageRow | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<CoverageRow>(
      `select ${COVERAGE_COLUMNS} from coverage c
       where c.id = ${parameters.add(id)} and ${coverageInScope(this.scope, parameters, "c")}`,
      parameters.values,
    );
    return row ?? null;
  }

  async addCoverage(row: CoverageRow): Promise<void> {
    await this.connection.insert(CoverageRow, row);
  }

  async endCoverage(id: string, endsAt: Instant): Promise<void> {
    await this.connection.query(`update coverage set ends_at = $2 where id = $1`, [id, timestamp(endsAt)]);
  }
}
