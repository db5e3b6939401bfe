import { Column, Entity, PrimaryColumn } from "typeorm";
import { coverageInScope, objectsInScope, ownershipsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { forbiddenCharacter } from "../../domain/text.js";
import type { Instant } from "../../domain/instant.js";
import type { PeriodInMilliseconds } from "../../domain/dossier.js";
import type { Capacity, ObjectKind, Sector } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN, instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import type { Ended } from "../../domain/party-rules.js";
import { likeInSql, MOST_LIKE, type Numbered } from "./codes-sql.js";
import { endedInSql, withSuccessors, type EndFilter } from "./ends-sql.js";

/** An e-government or critical object, or another that a SOC serves (R2.1, R2.2). */
@Entity({ name: "protected_object" })
export class ProtectedObjectRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", array: true }) kinds!: readonly ObjectKind[];
  @Column({ type: "text", array: true }) sectors!: readonly Sector[];
  @Column({ type: "uuid", name: "owner_id" }) ownerId!: string;
  /** Who holds it beside its owner, if anybody does. */
  @Column({ type: "uuid", name: "holder_id", nullable: true }) holderId!: string | null;
  @Column({ name: "registered_at", ...INSTANT_COLUMN }) registeredAt!: Instant;
  /** From when on it exists no more; null: it has no end. */
  @Column({ name: "ended_at", nullable: true, ...INSTANT_COLUMN }) endedAt!: Instant | null;
  @Column({ type: "uuid", name: "replaced_by", nullable: true }) replacedById!: string | null;
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

/** From when (included; null: always) to when (not included; null: open) something holds of an object. */
interface PeriodOfObject {
  readonly objectId: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** Of which kinds an object was. */
export interface KindPeriodRow extends PeriodOfObject {
  readonly kinds: readonly ObjectKind[];
}

/** Whose an object was, and as what. */
export interface OwnershipRow extends PeriodOfObject {
  readonly ownerId: string;
  readonly capacity: Capacity;
}

/** An object as somebody names it; `id` is null where none is registered. */
export interface NamedObjectRow {
  readonly id: string | null;
  readonly code: string | null;
  readonly isCovered: boolean;
  /** Whether what was described is the code or the name of a registered object. */
  readonly isRegisteredName: boolean;
  readonly protectedIn: readonly PeriodInMilliseconds[];
  readonly endedAt: Instant | null;
  /** The code of the object that replaces it. */
  readonly successor: string | null;
}

/** Which of what holds of an object from an instant on. */
interface DatedChanges {
  readonly kinds: boolean;
  readonly owner: boolean;
  readonly holder: boolean;
}

/** Where it is kept what an object is, or whose. */
interface Periods {
  readonly table: "object_kinds" | "ownership";
  readonly column: "kinds" | "owner_id";
  readonly capacity: Capacity | null;
}

const KINDS: Periods = { table: "object_kinds", column: "kinds", capacity: null };
const OWNERSHIP: Periods = { table: "ownership", column: "owner_id", capacity: "OWNER" };
const HOLDING: Periods = { ...OWNERSHIP, capacity: "HOLDER" };

const COLUMNS = columnsOf(ProtectedObjectRow, "o");
const PERIOD = `${instantIn("nullif(k.starts_at, '-infinity')")} as "from", ${instantIn("k.ends_at")} as "until"`;
/** What was registered in error has no time left. */
const HAS_TIME = `(k.ends_at is null or k.starts_at < k.ends_at)`;
const COVERAGE_COLUMNS = columnsOf(CoverageRow, "c");

/** How many periods of an object are shown: the latest. */
const SHOWN_PERIODS = 100;

export interface ProtectedObjectFilter extends EndFilter {
  readonly kinds?: readonly ObjectKind[];
  readonly sectors?: readonly Sector[];
}

/** Protected objects and their coverage, seen through one scope. */
export class ProtectedObjectStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<ProtectedObjectRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from protected_object o
       where o.id = any (${parameters.add(ids)}) and ${objectsInScope(this.scope, parameters, "o")}`,
      parameters.values,
    );
  }

  /** Those of these codes, in capitals, that one may see. */
  async numbered(codes: readonly string[]): Promise<Numbered[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select o.id, o.code as number from protected_object o
       where o.code = any (${parameters.add(codes)}) and ${objectsInScope(this.scope, parameters, "o")}`,
      parameters.values,
    );
  }

  /** Codes that one may see of objects that have no end, about as long as this one. */
  async codesLike(code: string): Promise<string[]> {
    const parameters = new Parameters();
    const rows = await this.connection.query<{ code: string }>(
      `select o.code from protected_object o
       where ${likeInSql(code, parameters, "o")} and ${objectsInScope(this.scope, parameters, "o")}
       order by o.code limit ${MOST_LIKE}`,
      parameters.values,
    );
    return rows.map((row) => row.code);
  }

  /** One page by code; the filters name values of which an object has at least one. */
  async page(filter: ProtectedObjectFilter, window: Window): Promise<Page<ProtectedObjectRow>> {
    const parameters = new Parameters();
    const conditions = [objectsInScope(this.scope, parameters, "o")];
    if (filter.kinds) conditions.push(`o.kinds && ${parameters.add(filter.kinds)}::text[]`);
    if (filter.sectors) conditions.push(`o.sectors && ${parameters.add(filter.sectors)}::text[]`);
    conditions.push(...endedInSql(filter, parameters, "o"));
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
      `select n.id, n.code, n.is_covered as "isCovered", n.is_registered_name as "isRegisteredName",
         n.protected_in as "protectedIn", n.ended_at as "endedAt", n.successor
       from objects_named($1, $2::timestamptz[], $3::uuid[], $4::text[], $5::text[]) n`,
      [
        socId,
        instants.map(timestamp),
        drafts.map(({ objectId }) => objectId),
        drafts.map(({ objectCode }) => storable(objectCode)),
        drafts.map(({ description }) => storable(description)),
      ],
    );
  }

  /**
   * The present owners and holders of these objects, whatever the scope: what is stated about an object belongs to them. With
   * them, for the objects for which R9.2 opens, those at the confirmation.
   */
  async ownersOf(
    objectIds: readonly string[],
    opening: { readonly objectIds: readonly string[]; readonly confirmedAt: Instant } | null = null,
  ): Promise<{ readonly ownerId: string; readonly objectIds: string[] }[]> {
    if (objectIds.length === 0) return [];
    return this.connection.query(
      `select owner_id as "ownerId", object_ids as "objectIds"
       from owners_of($1::uuid[], $2::uuid[], $3::timestamptz) order by owner_id`,
      [objectIds, opening?.objectIds ?? [], opening && timestamp(opening.confirmedAt)],
    );
  }

  /** Whose an object was at any of these moments, as owner or holder, whatever the scope. */
  async ownersAt(objectId: string, moments: readonly Instant[]): Promise<string[]> {
    const rows = await this.connection.query<{ ownerId: string }>(
      `select o as "ownerId" from owners_at($1, $2::timestamptz[]) o order by o`,
      [objectId, moments.map(timestamp)],
    );
    return rows.map(({ ownerId }) => ownerId);
  }

  /** L9: of which kinds these objects were, as far as one may see them; oldest first. */
  async kindPeriodsOf(objectIds: Keys): Promise<KindPeriodRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select k.object_id as "objectId", k.kinds, ${PERIOD} from (
         select k.*, row_number() over (partition by k.object_id order by k.ordinal desc) as place
         from object_kinds k join protected_object o on o.id = k.object_id
         where k.object_id = any (${parameters.add(objectIds)}) and ${objectsInScope(this.scope, parameters, "o")} and ${HAS_TIME}
       ) k where k.place <= ${SHOWN_PERIODS} order by k.object_id, k.ordinal`,
      parameters.values,
    );
  }

  /** Whose these objects were, as far as one may see that; oldest first. */
  async ownershipsOf(objectIds: Keys): Promise<OwnershipRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select k.object_id as "objectId", k.owner_id as "ownerId", k.capacity, ${PERIOD} from (
         select k.*, row_number() over (partition by k.object_id order by k.ordinal desc) as place
         from ownership k
         where k.object_id = any (${parameters.add(objectIds)}) and ${ownershipsInScope(this.scope, parameters, "k")} and ${HAS_TIME}
       ) k where k.place <= ${SHOWN_PERIODS} order by k.object_id, k.ordinal`,
      parameters.values,
    );
  }

  /**
   * What was said of these objects in these incidents becomes visible to whom R9.2 is owed for them; where it is owed to nobody, to
   * the owner at the confirmation. For the centre, and the SOC whose incidents they are.
   */
  async showToOwners(objectIds: readonly string[], incidentIds: readonly string[]): Promise<void> {
    if (objectIds.length === 0) return;
    await this.connection.query(`select show_to_owners($1::uuid[], $2::uuid[])`, [objectIds, incidentIds]);
  }

  /** Periods of coverage of these objects, oldest first. */
  async coverageOf(objectIds: Keys): Promise<CoverageRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COVERAGE_COLUMNS} from coverage c
       where c.object_id = any (${parameters.add(objectIds)}) and ${coverageInScope(this.scope, parameters, "c")}
       order by c.object_id, c.starts_at, c.id`,
      parameters.values,
    );
  }

  /** `from`: since when it is of its kinds and its owner's; null: always. */
  async add(row: ProtectedObjectRow, from: Instant | null): Promise<void> {
    const since = from === null ? "-infinity" : timestamp(from);
    await this.connection.insert(ProtectedObjectRow, row);
    await this.connection.query(
      `insert into object_kinds (object_id, ordinal, kinds, starts_at) values ($1, 1, $2, $3)`,
      [row.id, row.kinds, since],
    );
    await this.connection.query(
      `insert into ownership (object_id, ordinal, owner_id, capacity, starts_at)
       select $1, n.ordinal, n.owner_id, n.capacity, $2 from (values (1, $3::uuid, 'OWNER'), (2, $4, 'HOLDER'))
         as n (ordinal, owner_id, capacity) where n.owner_id is not null`,
      [row.id, since, row.ownerId, row.holderId],
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

  /**
   * Writes a locked object; the time of another owner or holder, or as other kinds (L9), begins at `from`, and what was registered
   * for that time before ends. `told`: which of them are told; gives which of them that changes.
   */
  async change(row: ProtectedObjectRow, told: DatedChanges, from: Instant): Promise<DatedChanges> {
    await this.connection.query(
      `update protected_object set name = $2, kinds = $3, sectors = $4, owner_id = $5, holder_id = $6 where id = $1`,
      [row.id, row.name, row.kinds, row.sectors, row.ownerId, row.holderId],
    );
    return {
      kinds: told.kinds && (await this.begin(KINDS, row.id, row.kinds, from)),
      owner: told.owner && (await this.begin(OWNERSHIP, row.id, row.ownerId, from)),
      holder: told.holder && (await this.begin(HOLDING, row.id, row.holderId, from)),
    };
  }

  /**
   * Makes `value` the object's from `from` on, or (null) nobody; false where it is already. Periods that begin later keep their
   * beginning, and no time.
   */
  private async begin(
    { table, column, capacity }: Periods,
    objectId: string,
    value: string | readonly string[] | null,
    from: Instant,
  ): Promise<boolean> {
    const parameters = [objectId, value, timestamp(from)];
    const ofObject = `k.object_id = $1 and ${capacity === null ? "true" : `k.capacity = '${capacity}'`}`;
    const already = await this.connection.query<object>(
      `select from ${table} k where ${ofObject} and k.ends_at is null and k.${column} = $2 and k.starts_at <= $3`,
      parameters,
    );
    if (already.length > 0) return false;
    const ended = await this.connection.query<object>(
      `update ${table} k set ends_at = greatest($2, k.starts_at)
       where ${ofObject} and (k.ends_at is null or k.ends_at > $2) returning k.ordinal`,
      [objectId, timestamp(from)],
    );
    if (value === null) return ended.length > 0;
    // Where it was the same until then, that goes on.
    await this.connection.query(
      `with same as (
         update ${table} k set ends_at = null
         where ${ofObject} and k.${column} = $2 and k.ends_at = $3 and k.starts_at < $3 returning 1)
       insert into ${table} (object_id, ordinal, ${column}, starts_at${capacity === null ? "" : ", capacity"})
       select $1, (select max(ordinal) + 1 from ${table} where object_id = $1), $2, $3${capacity === null ? "" : `, '${capacity}'`}
       where not exists (select from same)`,
      parameters,
    );
    return true;
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

  /** The same objects, each with the code of what replaces it. */
  async withSuccessors(rows: readonly ProtectedObjectRow[]): Promise<(ProtectedObjectRow & Ended)[]> {
    return withSuccessors(rows, (ids) => this.byIds(ids));
  }

  async end(id: string, endedAt: Instant, replacedById: string | null): Promise<void> {
    await this.connection.query(`update protected_object set ended_at = $2, replaced_by = $3 where id = $1`, [
      id,
      timestamp(endedAt),
      replacedById,
    ]);
  }

  /** The periods of coverage by a SOC, or of an object, that reach beyond an instant. */
  async coverageBeyond(
    of: { readonly socId: string } | { readonly objectId: string },
    at: Instant,
  ): Promise<CoverageRow[]> {
    const parameters = new Parameters();
    const whose =
      "socId" in of ? `c.soc_id = ${parameters.add(of.socId)}` : `c.object_id = ${parameters.add(of.objectId)}`;
    return this.connection.query(
      `select ${COVERAGE_COLUMNS} from coverage c where ${whose} and (c.ends_at is null or c.ends_at > ${parameters.add(timestamp(at))})
         and ${coverageInScope(this.scope, parameters, "c")} order by c.starts_at desc, c.id`,
      parameters.values,
    );
  }

  async addCoverage(row: CoverageRow): Promise<void> {
    await this.connection.insert(CoverageRow, row);
  }

  async endCoverage(ids: readonly string[], endsAt: Instant): Promise<void> {
    await this.connection.query(`update coverage set ends_at = $2 where id = any ($1)`, [ids, timestamp(endsAt)]);
  }
}

/** A text that PostgreSQL can hold; null for any other, under which nothing is registered. The rules say what is wrong with it. */
function storable(text: string | null): string | null {
  return text !== null && forbiddenCharacter(text) === null ? text : null;
}
