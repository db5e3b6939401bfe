import { Column, Entity, PrimaryColumn } from "typeorm";
import { partiesInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { PartyKind } from "../../domain/parties.js";
import type { Locale } from "../../domain/wording/wording.js";
import { INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters } from "../../platform/sql.js";

/** The national centre, a SOC or an owner. */
@Entity({ name: "party" })
export class PartyRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) kind!: PartyKind;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** In which it is told; null: Kazakh. */
  @Column({ type: "text", nullable: true }) language!: Locale | null;
  @Column({ name: "registered_at", ...INSTANT_COLUMN }) registeredAt!: Instant;
}

const COLUMNS = `p.id, p.kind, p.code, p.name, p.email, p.language, p.registered_at as "registeredAt"`;

/** Parties, seen through one scope. */
export class PartyStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: readonly string[]): Promise<PartyRow[]> {
    const parameters = new Parameters();
    const rows = await this.connection.query<PartyRow>(
      `select ${COLUMNS} from party p
       where p.id = any (${parameters.add(ids)}) and (${partiesInScope(this.scope, parameters, "p")})`,
      parameters.values,
    );
    return rows.map((row) => this.seen(row));
  }

  /** One page of the parties of a kind, by code. */
  async page(kind: PartyKind, window: Window): Promise<Page<PartyRow>> {
    const parameters = new Parameters();
    const conditions = [`p.kind = ${parameters.add(kind)}`, partiesInScope(this.scope, parameters, "p")];
    return readPage<PartyRow>(
      {
        list: `parties of the kind ${kind}`,
        columns: ["p.code"],
        types: ["text"],
        direction: "asc",
        valuesOf: ({ code }) => [code],
      },
      window,
      parameters,
      async ({ where, orderBy, limit }) => {
        const rows = await this.connection.query<PartyRow>(
          `select ${COLUMNS} from party p where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
          parameters.values,
        );
        return rows.map((row) => this.seen(row));
      },
    );
  }

  /** Where a party is told, and in which language. */
  async changeContact(row: Pick<PartyRow, "id" | "email" | "language">): Promise<void> {
    await this.connection.query(`update party set email = $2, language = $3 where id = $1`, [
      row.id,
      row.email,
      row.language,
    ]);
  }

  /** Where a party's system is called from now on. */
  async putWebhook(partyId: string, url: string, secret: string): Promise<void> {
    await this.connection.query(
      `insert into webhook (party_id, url, secret) values ($1, $2, $3)
       on conflict (party_id) do update set url = excluded.url, secret = excluded.secret`,
      [partyId, url, secret],
    );
  }

  /** The parties' webhooks, for the national centre's eyes; the secrets stay where they are. */
  async webhooksOf(partyIds: readonly string[]): Promise<{ readonly partyId: string; readonly url: string }[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(`select w.party_id as "partyId", w.url from webhook w where w.party_id = any ($1)`, [
      partyIds,
    ]);
  }

  /** Throws what `violates(error, "party_code_key")` recognises where the code is taken. */
  async add(row: PartyRow): Promise<void> {
    await this.connection.insert(PartyRow, row);
  }

  /** A party as one may see it: where a SOC or the national centre is told, itself and the centre alone know. */
  private seen(row: PartyRow): PartyRow {
    const { scope } = this;
    const isOwn = scope.sees === "SOC" && scope.soc === row.id;
    return scope.sees === "EVERYTHING" || isOwn || row.kind === "OWNER" ? row : { ...row, email: null, language: null };
  }
}
