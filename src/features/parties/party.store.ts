import { Column, Entity, PrimaryColumn } from "typeorm";
import { partiesInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { PartyKind } from "../../domain/parties.js";
import type { Locale } from "../../domain/wording/wording.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import type { Ended } from "../../domain/party-rules.js";
import { likeInSql, MOST_LIKE, type Numbered } from "./codes-sql.js";
import { endedInSql, withSuccessors, type EndFilter } from "./ends-sql.js";

/** The national centre, a SOC or an owner. */
@Entity({ name: "party" })
export class PartyRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) kind!: PartyKind;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** Its duty officer's telephone number, as given; null: unknown. */
  @Column({ type: "text", nullable: true }) phone!: string | null;
  /** The language of its notifications; null: Kazakh. */
  @Column({ type: "text", nullable: true }) language!: Locale | null;
  @Column({ name: "registered_at", ...INSTANT_COLUMN }) registeredAt!: Instant;
  /** From when on it exists no more; null: it has no end. */
  @Column({ name: "ended_at", nullable: true, ...INSTANT_COLUMN }) endedAt!: Instant | null;
  @Column({ type: "uuid", name: "replaced_by", nullable: true }) replacedById!: string | null;
}

/** Where a party's system is called, or was: the address, and since when its server wants no calls any more. */
export interface WebhookOfParty {
  readonly partyId: string;
  readonly url: string;
  readonly goneAt: Instant | null;
}

const COLUMNS = columnsOf(PartyRow, "p");

/** Parties, seen through one scope. */
export class PartyStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<PartyRow[]> {
    const parameters = new Parameters();
    const rows = await this.connection.query<PartyRow>(
      `select ${COLUMNS} from party p
       where p.id = any (${parameters.add(ids)}) and (${partiesInScope(this.scope, parameters, "p")})`,
      parameters.values,
    );
    return rows.map((row) => this.seen(row));
  }

  /** Those of these codes, in capitals, and of these kinds, that one may see. */
  async numbered(codes: readonly string[], kinds: readonly PartyKind[]): Promise<Numbered[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select p.id, p.code as number from party p
       where p.code = any (${parameters.add(codes)}) and p.kind = any (${parameters.add(kinds)})
         and (${partiesInScope(this.scope, parameters, "p")})`,
      parameters.values,
    );
  }

  /** Codes that one may see of parties of these kinds that have no end, about as long as this one. */
  async codesLike(code: string, kinds: readonly PartyKind[]): Promise<string[]> {
    const parameters = new Parameters();
    const rows = await this.connection.query<{ code: string }>(
      `select p.code from party p
       where ${likeInSql(code, parameters, "p")} and p.kind = any (${parameters.add(kinds)})
         and (${partiesInScope(this.scope, parameters, "p")}) order by p.code limit ${MOST_LIKE}`,
      parameters.values,
    );
    return rows.map((row) => row.code);
  }

  /** One page of the parties of a kind, by code. */
  async page(kind: PartyKind, filter: EndFilter, window: Window): Promise<Page<PartyRow>> {
    const parameters = new Parameters();
    const conditions = [
      `p.kind = ${parameters.add(kind)}`,
      partiesInScope(this.scope, parameters, "p"),
      ...endedInSql(filter, parameters, "p"),
    ];
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

  /** Where a party is reached, and in which language; what is not named stays as it is. */
  async changeContact(
    id: string,
    changes: { readonly email?: string | null; readonly phone?: string | null; readonly language?: Locale | null },
  ): Promise<void> {
    const { email, phone, language } = changes;
    await this.connection.query(
      `update party set email = case when $2 then $3 else email end, phone = case when $4 then $5 else phone end,
         language = case when $6 then $7 else language end
       where id = $1`,
      [
        id,
        email !== undefined,
        email ?? null,
        phone !== undefined,
        phone ?? null,
        language !== undefined,
        language ?? null,
      ],
    );
  }

  /** Where a party's system is called from now on; nulls: nowhere. */
  async putWebhook(partyId: string, url: string | null, secret: string | null): Promise<void> {
    await this.connection.query(
      `insert into webhook (party_id, url, secret) values ($1, $2, $3)
       on conflict (party_id) do update set url = excluded.url, secret = excluded.secret, gone_at = null`,
      [partyId, url, secret],
    );
  }

  /** Ends the webhook with this secret; returns false if it had ended before. */
  async endWebhook(partyId: string, secret: string, at: Instant): Promise<boolean> {
    const ended = await this.connection.query(
      `update webhook set secret = null, gone_at = $3 where party_id = $1 and secret = $2 returning party_id`,
      [partyId, secret, timestamp(at)],
    );
    return ended.length > 0;
  }

  /** The parties' webhooks, for the national centre; without their secrets. */
  async webhooksOf(partyIds: Keys): Promise<WebhookOfParty[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    return this.connection.query(
      `select w.party_id as "partyId", w.url, w.gone_at as "goneAt" from webhook w
       where w.party_id = any ($1) and w.url is not null`,
      [partyIds],
    );
  }

  /** Locks a party until the transaction ends, so that its end and its new coverage do not overlook each other. */
  async lock(id: string): Promise<PartyRow | null> {
    const parameters = new Parameters();
    const [row] = await this.connection.query<PartyRow>(
      `select ${COLUMNS} from party p
       where p.id = ${parameters.add(id)} and (${partiesInScope(this.scope, parameters, "p")}) for no key update`,
      parameters.values,
    );
    return row ?? null;
  }

  /** The same parties, each with the code of what replaces it. */
  async withSuccessors(rows: readonly PartyRow[]): Promise<(PartyRow & Ended)[]> {
    return withSuccessors(rows, (ids) => this.byIds(ids));
  }

  async end(id: string, endedAt: Instant, replacedById: string | null): Promise<void> {
    await this.connection.query(`update party set ended_at = $2, replaced_by = $3 where id = $1`, [
      id,
      timestamp(endedAt),
      replacedById,
    ]);
  }

  /** Throws what `violates(error, "party_code_key")` recognises where the code is taken. */
  async add(row: PartyRow): Promise<void> {
    await this.connection.insert(PartyRow, row);
  }

  /**
   * A party as the scope may see it: the contact of a SOC or of the national centre is visible to itself and the centre only, an
   * owner's to SOCs as well. A SOC calls the centre where the gateway cannot be reached.
   */
  private seen(row: PartyRow): PartyRow {
    if (this.seesContactOf(row)) return row;
    const isCalled = row.kind === "NATIONAL_CENTRE" && this.scope.sees === "SOC";
    return { ...row, email: null, phone: isCalled ? row.phone : null, language: null };
  }

  private seesContactOf({ id, kind }: PartyRow): boolean {
    const { scope } = this;
    switch (scope.sees) {
      case "EVERYTHING":
        return true;
      case "SOC":
        return kind === "OWNER" || id === scope.soc;
      case "OWNER":
        return id === scope.owner;
    }
  }
}
