import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { Warning } from "../../domain/verdict.js";
import { INSTANT_COLUMN } from "../../platform/columns.js";
import { violates, type Connection } from "../../platform/database.js";
import { Parameters } from "../../platform/sql.js";

/** An accepted submission: it binds its key for its party, and what it held can be shown word for word. */
@Entity({ name: "submission" })
export class SubmissionRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "party_id" }) partyId!: string;
  @Column({ type: "uuid", name: "actor_id" }) actorId!: string;
  @Column({ type: "text" }) key!: string;
  @Column({ type: "text" }) act!: SubmissionAct;
  /** Canonical content (RFC 8785). */
  @Column({ type: "text" }) content!: string;
  @Column({ type: "bytea", name: "content_hash" }) contentHash!: Buffer;
  @Column({ type: "uuid", name: "incident_id" }) incidentId!: string;
  @Column({ type: "uuid", name: "card_id", nullable: true }) cardId!: string | null;
  @Column({ type: "uuid", name: "entry_id" }) entryId!: string;
  @Column({ type: "jsonb" }) warnings!: readonly Warning[];
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** A receipt's facts: a submission without its content, and its place in the journal. */
export interface ReceiptRecord extends Omit<SubmissionRow, "content" | "partyId" | "actorId"> {
  readonly position: number;
  readonly entryHash: Buffer;
}

/** Two at once used the same key; this one came second. Its transaction is undone and asked again. */
export class KeyTaken extends Error {}

/** Accepted submissions of one party. */
export class SubmissionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byKey(partyId: string, key: string): Promise<Omit<SubmissionRow, "content"> | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<SubmissionRow>(
      `select s.id, s.party_id as "partyId", s.actor_id as "actorId", s.key, s.act, s.content_hash as "contentHash",
         s.incident_id as "incidentId", s.card_id as "cardId", s.entry_id as "entryId", s.warnings,
         s.received_at as "receivedAt"
       from submission s
       where s.party_id = ${parameters.add(partyId)} and s.key = ${parameters.add(key)}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** Receipts of sealed submissions; only those of incidents in scope. */
  async receipts(ids: readonly string[]): Promise<ReceiptRecord[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select s.id, s.key, s.act, s.content_hash as "contentHash", s.incident_id as "incidentId", s.card_id as "cardId",
         s.entry_id as "entryId", s.warnings, s.received_at as "receivedAt", j.position, j.hash as "entryHash"
       from submission s join incident i on i.id = s.incident_id join journal j on j.entry_id = s.entry_id
       where s.id = any (${parameters.add(ids)}) and ${incidentsInScope(this.scope, parameters, "i")}`,
      parameters.values,
    );
  }

  /** Throws KeyTaken where another transaction has bound the key in the meantime. */
  async add(row: SubmissionRow): Promise<void> {
    try {
      await this.connection.insert(SubmissionRow, row);
    } catch (error) {
      if (violates(error, "submission_party_id_key_key")) throw new KeyTaken();
      throw error;
    }
  }
}
