import { Column, Entity, PrimaryColumn, type ColumnOptions } from "typeorm";
import { incidentOf, partsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { PLAIN_FIELDS, type CardFields, type PlainKind } from "../../domain/card-form.js";
import type { AffectedObject, Indicator } from "../../domain/incident-card.js";
import type { Instant } from "../../domain/instant.js";
import { columnsOf, INSTANT_COLUMN } from "../../platform/columns.js";
import { together, type Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";
import { insertIndicators } from "./indicators-sql.js";

/** One revision of an incident's card: never overwritten (L6). The form's fields have a column each. */
@Entity({ name: "incident_card" })
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- its static block makes what the interface adds
export class CardRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "incident_id" }) incidentId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "int" }) revision!: number;
  @Column({ type: "jsonb", select: false }) affected!: readonly AffectedObject[];
  @Column({ type: "uuid", name: "object_ids", array: true }) objectIds!: readonly string[];
  /** The owners of these objects at that time. */
  @Column({ type: "uuid", name: "owner_ids", array: true }) ownerIds!: readonly string[];
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;

  static {
    for (const [name, { kind }] of PLAIN_FIELDS) Column(columnFor(name, kind))(CardRow.prototype, name);
  }
}
export interface CardRow extends Mutable<CardFields> {}

type Mutable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };

function columnFor(property: string, kind: PlainKind): ColumnOptions {
  const name = property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  switch (kind) {
    case "date":
      return { name, type: "date" };
    case "instant":
      return { name, ...INSTANT_COLUMN };
    case "choices":
      return { name, type: "text", array: true };
    case "choice":
    case "text":
    case "optional text":
      return { name, type: "text", nullable: kind === "optional text" };
  }
}

const COLUMNS = `${columnsOf(CardRow, "c")}, affected_seen(c.affected) as affected`;

export interface IndicatorOfCard extends Indicator {
  readonly cardId: string;
}

/** Card revisions and their indicators, seen through one scope. */
export class CardStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<CardRow[]> {
    return this.select("c.id", ids);
  }

  /** Every revision of these incidents, first revision first. */
  async ofIncidents(incidentIds: Keys): Promise<CardRow[]> {
    return this.select("c.incident_id", incidentIds);
  }

  async indicatorsOf(cardIds: Keys): Promise<IndicatorOfCard[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select n.card_id as "cardId", n.type, n.submitted, n.value
       from indicator n join incident_card c on c.id = n.card_id ${incidentOf(this.scope, "c")}
       where n.card_id = any (${parameters.add(cardIds)}) and ${partsInScope(this.scope, parameters, "c", "i")}
       order by n.card_id, n.ordinal`,
      parameters.values,
    );
  }

  async add(row: CardRow, indicators: readonly Indicator[]): Promise<void> {
    await together([
      this.connection.insert(CardRow, row),
      insertIndicators(this.connection, "indicator", row.id, indicators),
    ]);
  }

  private select(column: string, ids: Keys): Promise<CardRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${COLUMNS} from incident_card c ${incidentOf(this.scope, "c")}
       where ${column} = any (${parameters.add(ids)}) and ${partsInScope(this.scope, parameters, "c", "i")}
       order by c.incident_id, c.revision`,
      parameters.values,
    );
  }
}
