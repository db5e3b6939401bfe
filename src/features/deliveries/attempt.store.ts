import { Column, Entity, PrimaryColumn } from "typeorm";
import { deliveriesInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** One attempt, and its proof. */
@Entity({ name: "delivery_attempt" })
export class AttemptRow {
  @PrimaryColumn({ type: "uuid", name: "delivery_id" }) deliveryId!: string;
  @PrimaryColumn({ type: "int" }) ordinal!: number;
  @Column({ name: "started_at", ...INSTANT_COLUMN }) startedAt!: Instant;
  /** Null where the gateway ended before it knew. */
  @Column({ name: "ended_at", nullable: true, ...INSTANT_COLUMN }) endedAt!: Instant | null;
  @Column({ type: "boolean", name: "is_accepted", nullable: true }) isAccepted!: boolean | null;
  @Column({ type: "text", nullable: true }) proof!: string | null;
  @Column({ type: "boolean", name: "is_repeat" }) isRepeat!: boolean;
}

const COLUMNS = columnsOf(AttemptRow, "a");

/** Attempts to deliver, seen through one scope. */
export class AttemptStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async ofDeliveries(deliveryIds: Keys): Promise<AttemptRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from delivery_attempt a join delivery d on d.id = a.delivery_id
       where a.delivery_id = any (${parameters.add(deliveryIds)}) and ${deliveriesInScope(this.scope, parameters, "d")}
       order by a.delivery_id, a.ordinal`,
      parameters.values,
    );
  }

  /** Records that an attempt begins, behind the lock of its delivery; it repeats where the end of an earlier one is not known. */
  async begin(deliveryId: string, now: Instant): Promise<AttemptRow> {
    const [row] = await this.connection.query<AttemptRow>(
      `insert into delivery_attempt as a (delivery_id, ordinal, started_at, is_repeat)
       select $1, 1 + count(*), $2, coalesce(bool_or(b.ended_at is null or b.is_accepted), false)
       from delivery_attempt b where b.delivery_id = $1
       returning ${COLUMNS}`,
      [deliveryId, timestamp(now)],
    );
    if (!row) throw new Error("an insert returned no row");
    return row;
  }

  async end(
    attempt: Pick<AttemptRow, "deliveryId" | "ordinal">,
    isAccepted: boolean,
    proof: string,
    at: Instant,
  ): Promise<void> {
    await this.connection.query(
      `update delivery_attempt set ended_at = $3, is_accepted = $4, proof = $5 where delivery_id = $1 and ordinal = $2`,
      [attempt.deliveryId, attempt.ordinal, timestamp(at), isAccepted, proof],
    );
  }
}
