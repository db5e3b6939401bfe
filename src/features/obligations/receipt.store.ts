import { Column, Entity, PrimaryColumn } from "typeorm";
import { obligationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN, instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** L22: what met a duty by another way than through the gateway. */
@Entity({ name: "received_otherwise" })
export class ReceivedOtherwiseRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "obligation_id" }) obligationId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  /** The incident of which it says something: that of the duty, or the one whose card answers the notification that asks for it. */
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ type: "text" }) channel!: OwnerChannel;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
  @Column({ type: "text", name: "received_by" }) receivedBy!: string;
  @Column({ type: "text" }) reason!: string;
  @Column({ name: "recorded_at", ...INSTANT_COLUMN }) recordedAt!: Instant;
  /** The name of the actor at that time. */
  @Column({ type: "text", name: "recorded_by" }) recordedBy!: string;
}

/** L22: that such a record was made in error, and counts for nothing since; null where it was not taken back. */
export interface ReceiptWithdrawal {
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
  readonly withdrawalSubmissionId: string | null;
}

const RECEIPTS = `select ${columnsOf(ReceivedOtherwiseRow, "w")}, ${instantIn("x.withdrawn_at")} as "withdrawnAt", x.withdrawn_by as "withdrawnBy",
    x.reason as "withdrawnReason", x.submission_id as "withdrawalSubmissionId"
  from received_otherwise w join obligation o on o.id = w.obligation_id
    left join receipt_withdrawal x on x.received_otherwise_id = w.id`;

/** Receipts by another way than through the gateway, seen through one scope. */
export class ReceiptStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** L22, oldest first. */
  async of(obligationIds: Keys): Promise<(ReceivedOtherwiseRow & ReceiptWithdrawal)[]> {
    return this.select("w.obligation_id", obligationIds);
  }

  async byIds(ids: Keys): Promise<(ReceivedOtherwiseRow & ReceiptWithdrawal)[]> {
    return this.select("w.id", ids);
  }

  private async select(column: string, ids: Keys): Promise<(ReceivedOtherwiseRow & ReceiptWithdrawal)[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `${RECEIPTS} where ${column} = any (${parameters.add(ids)}) and ${obligationsInScope(this.scope, parameters, "o")}
       order by w.obligation_id, w.recorded_at, w.id`,
      parameters.values,
    );
  }

  async byId(id: string): Promise<(ReceivedOtherwiseRow & ReceiptWithdrawal) | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<ReceivedOtherwiseRow & ReceiptWithdrawal>(
      `${RECEIPTS} where w.id = ${parameters.add(id)} and ${obligationsInScope(this.scope, parameters, "o")}`,
      parameters.values,
    );
    return row ?? null;
  }

  async withdraw(row: {
    readonly receiptId: string;
    readonly submissionId: string;
    readonly reason: string;
    readonly withdrawnBy: string;
    readonly withdrawnAt: Instant;
  }): Promise<void> {
    await this.connection.query(
      `insert into receipt_withdrawal (received_otherwise_id, submission_id, reason, withdrawn_by, withdrawn_at)
       values ($1, $2, $3, $4, $5)`,
      [row.receiptId, row.submissionId, row.reason, row.withdrawnBy, timestamp(row.withdrawnAt)],
    );
  }

  async add(row: ReceivedOtherwiseRow): Promise<void> {
    await this.connection.insert(ReceivedOtherwiseRow, row);
  }
}
