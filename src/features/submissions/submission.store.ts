import { Column, Entity, PrimaryColumn } from "typeorm";
import { submissionsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { SubmissionAct } from "../../domain/facts.js";
import type { Instant } from "../../domain/instant.js";
import type { Warning } from "../../domain/verdict.js";
import { INSTANT_COLUMN, instantIn } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";

/** An accepted submission: it binds its key for its party, and its exact content is stored. */
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
  @Column({ type: "uuid", name: "incident_id", nullable: true }) incidentId!: string | null;
  @Column({ type: "uuid", name: "card_id", nullable: true }) cardId!: string | null;
  @Column({ type: "uuid", name: "notification_id", nullable: true }) notificationId!: string | null;
  /** The threat, event or analysis that it made. */
  @Column({ type: "uuid", name: "subject_id", nullable: true }) subjectId!: string | null;
  @Column({ type: "uuid", name: "entry_id" }) entryId!: string;
  @Column({ type: "jsonb" }) warnings!: readonly Warning[];
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** The contents of a receipt: a submission without its content, and its position in the journal. */
export interface ReceiptRecord extends Pick<SubmissionRow, "id" | "key" | "act" | "contentHash" | "receivedAt"> {
  readonly position: number;
  readonly entryHash: Buffer;
}

/** What a submission was about or made, and what was doubtful of it. */
export type OutcomeRecord = Pick<SubmissionRow, "id" | "incidentId" | "cardId" | "subjectId" | "warnings">;

/** When a party was last heard. */
export interface LastHeard {
  readonly id: string;
  readonly at: Instant;
}

/** Accepted submissions of one party. */
export class SubmissionStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * Locks a key of a party until the transaction ends, and returns what the key is bound to. A second submission with it waits
   * here, before it looks at anything else, and finds what the first one left. Keys that share a hash only wait for each other.
   */
  async hold(partyId: string, key: string): Promise<Omit<SubmissionRow, "content"> | null> {
    // Two statements that go out together: the second one's snapshot is taken once the lock is held.
    const locked = this.connection.query(`select pg_advisory_xact_lock(hashtext($1), hashtext($2))`, [partyId, key]);
    const found = this.under(partyId, key);
    await together([locked, found]);
    return found;
  }

  /** What a key of a party is bound to; whoever uses it at the moment is not waited for. */
  async under(partyId: string, key: string): Promise<Omit<SubmissionRow, "content"> | null> {
    const [found] = await this.connection.query<SubmissionRow>(
      `select s.id, s.party_id as "partyId", s.actor_id as "actorId", s.key, s.act, s.content_hash as "contentHash",
         s.incident_id as "incidentId", s.card_id as "cardId", s.notification_id as "notificationId",
         s.subject_id as "subjectId", s.entry_id as "entryId", s.warnings, s.received_at as "receivedAt"
       from submission s where s.party_id = $1 and s.key = $2`,
      [partyId, key],
    );
    return found ?? null;
  }

  /** The incident that a party's submission under this key opened or was about; null where it has none, or sent nothing under it. */
  async incidentUnder(partyId: string, key: string): Promise<string | null> {
    const [row] = await this.connection.query<Pick<SubmissionRow, "incidentId">>(
      `select s.incident_id as "incidentId" from submission s where s.party_id = $1 and s.key = $2`,
      [partyId, key],
    );
    return row?.incidentId ?? null;
  }

  /** Receipts of sealed submissions: one's own, and for the national centre everybody's. */
  async receipts(ids: Keys): Promise<ReceiptRecord[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select s.id, s.key, s.act, s.content_hash as "contentHash", s.received_at as "receivedAt", p.position,
         p.hash as "entryHash"
       from submission s cross join lateral place_of_entry(s.entry_id) p
       where s.id = any (${parameters.add(ids)}) and ${submissionsInScope(this.scope, parameters, "s")}`,
      parameters.values,
    );
  }

  /** The receipt of what a party sent under a key; null where nothing was accepted under it, or it is not sealed yet. */
  async receiptUnder(partyId: string, key: string): Promise<ReceiptRecord | null> {
    const found = await this.connection.query<Pick<SubmissionRow, "id">>(
      `select s.id from submission s where s.party_id = $1 and s.key = $2`,
      [partyId, key],
    );
    return (await this.receipts(found.map(({ id }) => id)))[0] ?? null;
  }

  /** What became of submissions. */
  async outcomes(ids: Keys): Promise<OutcomeRecord[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select s.id, s.incident_id as "incidentId", s.card_id as "cardId", s.subject_id as "subjectId", s.warnings
       from submission s
       where s.id = any (${parameters.add(ids)}) and ${submissionsInScope(this.scope, parameters, "s")}`,
      parameters.values,
    );
  }

  /** Canonical contents, as they were received. */
  async contents(ids: Keys): Promise<Pick<SubmissionRow, "id" | "content">[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select s.id, s.content from submission s
       where s.id = any (${parameters.add(ids)}) and ${submissionsInScope(this.scope, parameters, "s")}`,
      parameters.values,
    );
  }

  /** When each of these parties was last heard: its last submission; of a party of which one sees none, no row. */
  async lastHeard(partyIds: Keys): Promise<LastHeard[]> {
    const parameters = new Parameters();
    const ids = parameters.add(partyIds);
    return this.connection.query(
      `select p.id, l.at from unnest(${ids}::uuid[]) as p (id) cross join lateral (
         select ${instantIn("s.received_at")} as at from submission s
         where s.party_id = p.id and ${submissionsInScope(this.scope, parameters, "s")} order by s.received_at desc limit 1
       ) l`,
      parameters.values,
    );
  }

  /** The key has to be locked. */
  async add(row: SubmissionRow): Promise<void> {
    await this.connection.insert(SubmissionRow, row);
  }
}
