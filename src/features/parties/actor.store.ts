import { Column, Entity, PrimaryColumn } from "typeorm";
import { actorsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Role } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** A person or system account of a party. */
@Entity({ name: "actor" })
export class ActorRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "party_id" }) partyId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", array: true }) roles!: readonly Role[];
  @Column({ name: "registered_at", ...INSTANT_COLUMN }) registeredAt!: Instant;
}

/** A bearer token, of which only the hash is kept. */
@Entity({ name: "token" })
export class TokenRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "actor_id" }) actorId!: string;
  @Column({ type: "bytea", select: false }) hash!: Buffer;
  /** What it is for; null where nobody said. */
  @Column({ type: "text", nullable: true }) name!: string | null;
  @Column({ name: "issued_at", ...INSTANT_COLUMN }) issuedAt!: Instant;
  @Column({ name: "expires_at", ...INSTANT_COLUMN }) expiresAt!: Instant;
  @Column({ name: "revoked_at", nullable: true, ...INSTANT_COLUMN }) revokedAt!: Instant | null;
  /** As `TokenUses` keeps it, which is not at each use. */
  @Column({ name: "last_used_at", nullable: true, ...INSTANT_COLUMN }) lastUsedAt!: Instant | null;
}

/** What may be shown of a token: everything but its hash. */
export type TokenRecord = Omit<TokenRow, "hash">;

const COLUMNS = columnsOf(ActorRow, "a");
const TOKEN_COLUMNS = columnsOf(TokenRow, "t");

/** Actors and their tokens, for the national centre; a party sees who its own actors are, and nothing else. */
export class ActorStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byId(id: string): Promise<ActorRow | null> {
    const [row] = await this.connection.query<ActorRow>(
      `select ${COLUMNS} from actor a where a.id = $1 and ${this.seen()}`,
      [id],
    );
    return row ?? null;
  }

  /** Actors whom one may know by name: those of one's own party, and for the national centre all. */
  async byIds(ids: Keys): Promise<ActorRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from actor a
       where a.id = any (${parameters.add(ids)}) and ${actorsInScope(this.scope, parameters, "a")}`,
      parameters.values,
    );
  }

  /** The same, of who sent these submissions. */
  async ofSubmissions(submissionIds: Keys): Promise<(ActorRow & { readonly submissionId: string })[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS}, s.id as "submissionId" from submission s join actor a on a.id = s.actor_id
       where s.id = any (${parameters.add(submissionIds)}) and ${actorsInScope(this.scope, parameters, "a")}`,
      parameters.values,
    );
  }

  async page(window: Window): Promise<Page<ActorRow>> {
    const parameters = new Parameters();
    return readPage<ActorRow>(
      { list: "actors", columns: ["a.id"], types: ["uuid"], direction: "asc", valuesOf: ({ id }) => [id] },
      window,
      parameters,
      ({ where, orderBy, limit }) =>
        this.connection.query(
          `select ${COLUMNS} from actor a where ${all([this.seen(), where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        ),
    );
  }

  async tokensOf(actorIds: Keys): Promise<TokenRecord[]> {
    return this.connection.query(
      `select ${TOKEN_COLUMNS} from token t where t.actor_id = any ($1) and ${this.seen()} order by t.actor_id, t.issued_at, t.id`,
      [actorIds],
    );
  }

  async tokenById(id: string): Promise<TokenRecord | null> {
    const [row] = await this.connection.query<TokenRecord>(
      `select ${TOKEN_COLUMNS} from token t where t.id = $1 and ${this.seen()}`,
      [id],
    );
    return row ?? null;
  }

  /** The token of this hash. */
  async tokenOf(hash: Buffer): Promise<TokenRecord | null> {
    const [row] = await this.connection.query<TokenRecord>(
      `select ${TOKEN_COLUMNS} from token t where t.hash = $1 and ${this.seen()}`,
      [hash],
    );
    return row ?? null;
  }

  async add(row: ActorRow): Promise<void> {
    await this.connection.insert(ActorRow, row);
  }

  async changeRoles(id: string, roles: readonly Role[]): Promise<void> {
    await this.connection.query(`update actor set roles = $2 where id = $1`, [id, roles]);
  }

  async addToken(row: TokenRow): Promise<void> {
    await this.connection.insert(TokenRow, row);
  }

  /** The first revocation counts. */
  async revokeToken(id: string, at: Instant): Promise<void> {
    await this.connection.query(`update token set revoked_at = $2 where id = $1 and revoked_at is null`, [
      id,
      timestamp(at),
    ]);
  }

  /** As whom the files in a party's reserve folder act; null: they wait. */
  async bindFolder(partyId: string, actorId: string | null): Promise<void> {
    await this.connection.query(`update party set reserve_actor_id = $2 where id = $1`, [partyId, actorId]);
  }

  /** The actors of the parties' reserve folders. */
  async ofFolders(partyIds: Keys): Promise<ActorRow[]> {
    return this.connection.query(
      `select ${COLUMNS} from party p join actor a on a.id = p.reserve_actor_id
       where p.id = any ($1) and ${this.seen()}`,
      [partyIds],
    );
  }

  private seen(): string {
    return this.scope.sees === "EVERYTHING" ? "true" : "false";
  }
}
