import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant, LocalDate } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, type Keys } from "../../platform/sql.js";
import { notPending } from "./sighted-sql.js";

/** A list's word that a sighting of a value is no evidence. */
export interface DoubtRow {
  readonly valueId: string;
  /** The list's name. */
  readonly list: string;
  readonly says: string;
  readonly since: Instant;
}

/** A CVE that the catalogue names. */
export interface ExploitedRow {
  /** The digest of the value. */
  readonly id: string;
  readonly cve: string;
  readonly name: string;
  readonly added: LocalDate;
  readonly due: LocalDate | null;
  readonly ransomware: boolean;
}

/** What public lists say of values. They are the same for everybody; whether a value was sighted is not. */
export class EvidenceStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Doubts about these values, as far as the scope sees a sighting of them; the oldest first. */
  async doubtsAbout(ids: Keys): Promise<DoubtRow[]> {
    const parameters = new Parameters();
    const conditions = [
      `d.value_id = any (${parameters.add(ids)})`,
      this.sighted("d.value_id", parameters),
      notPending(this.scope, parameters, "d.value_id"),
    ];
    return this.connection.query(
      `select d.value_id as "valueId", l.name as list, l.says, ${instantIn("d.since")} as since
       from indicator_doubt d join warning_list l on l.id = d.list_id where ${all(conditions)} order by d.since, l.name`,
      parameters.values,
    );
  }

  /** What the catalogue says of these values now: nothing of what was withdrawn from it. */
  async exploited(ids: Keys): Promise<ExploitedRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select k.value_id as id, k.cve, k.name, k.added, k.due, k.ransomware from known_exploited k
       where k.value_id = any (${parameters.add(ids)}) and k.withdrawn_on is null`,
      parameters.values,
    );
  }

  private sighted(id: string, parameters: Parameters): string {
    switch (this.scope.sees) {
      case "EVERYTHING":
        return "true";
      case "SOC":
        return `exists (select from indicator_soc o where o.value_id = ${id} and ${ownRowsInScope(this.scope, parameters, "o")})`;
      case "OWNER":
        return `${id} in (select k.id from indicators_shown_to(${parameters.add(this.scope.owner)}) k)`;
    }
  }
}
