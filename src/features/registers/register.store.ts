import { incidentsInScope, obligationsInScope, ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import { endOfCorrection, endOfRetraction, type CorrectionRequest } from "../../domain/decisions.js";
import type { Instant } from "../../domain/instant.js";
import type { Entries, RegisterName } from "../../domain/registers.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { all, Parameters, timestamp } from "../../platform/sql.js";

/** What a register is taken of: what was recorded from `begins` until before `ends`, by one SOC or (null) all that one may see. */
export interface Within {
  readonly begins: Instant;
  readonly ends: Instant;
  readonly socId: string | null;
}

/** The place of an entry: when it was recorded, and its id. */
export interface EntryKey {
  readonly at: Instant;
  readonly id: string;
}

/** A part of a register, and after what place the next one begins; null: there is none. */
export interface RegisterPage<Name extends RegisterName = RegisterName> {
  readonly entries: readonly Entries[Name][];
  readonly next: EntryKey | null;
}

/**
 * Entries in a page. It is a constant of the statements, so that PostgreSQL plans for so many: for an unknown number it would read
 * whole tables. Of those with two long texts each there are fewer: a page is in memory whole.
 */
const PAGE = 1_000;
const PAGE_OF_TEXTS = 100;
/** Before every id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

/** One table that a register has entries from, in the order in which they were recorded. */
interface Source {
  readonly name: string;
  readonly from: string;
  readonly at: string;
  readonly id: string;
  readonly whose: Whose;
  readonly where?: string;
}

/** By what it is known whose an entry is: asked only of one SOC's. */
interface Whose {
  readonly soc: string;
  readonly seen: (scope: Scope, parameters: Parameters) => string;
  /**
   * Where the entry itself does not say it: the table that does. `EACH` entry of the period is looked at, which takes as long as there
   * are entries of all SOCs; where they are many, those of one are found from `ITS` incidents. PostgreSQL would join whole tables.
   */
  readonly through?: { readonly from: string; readonly on: string; readonly look: "EACH" | "ITS" };
}

interface Definition {
  readonly size: number;
  readonly sources: readonly Source[];
  /** Columns of the entries, and what they are joined from; `k` has the source, the id and the place of each. */
  readonly columns: string;
  readonly joins: string;
  /** Makes an entry of a row, where that is more than its columns. */
  readonly judge?: (row: never) => object;
}

type CorrectionFacts = CorrectionRequest & { readonly correctedAt: Instant | null };

function correctionEntry(row: CorrectionFacts): object {
  const { correctedAt, decidedAt, refusalReason, replacedAt, settledAt, withdrawnAt, ...entry } = row;
  const request = { decidedAt, refusalReason, replacedAt, settledAt, withdrawnAt };
  const { outcome, at } = endOfCorrection(request, correctedAt);
  return { ...entry, decidedAt: at, outcome };
}

function retractionEntry({ isGranted, ...entry }: { readonly isGranted: boolean | null }): object {
  return { ...entry, outcome: endOfRetraction(isGranted) };
}

const ofIncident: Whose = { soc: "i.soc_id", seen: (scope, parameters) => incidentsInScope(scope, parameters, "i") };

/** What was said of an incident `i`. */
function saidOf(alias: string, look: "EACH" | "ITS"): Whose {
  return { ...ofIncident, through: { from: "incident i", on: `i.id = ${alias}.incident_id`, look } };
}

const OWN_DUTY = `left join lateral (
  select o.discharged_at from obligation o where o.incident_id = i.id and o.kind =`;

/** By its index, however large the other table is said to be. */
function lookUp(column: string, table: string, id: string): string {
  return `(select one.${column} from ${table} one where one.id = ${id})`;
}

/** The objects that an incident names, in their order. */
const OBJECTS = `(select coalesce(array_agg(name order by n) filter (where name is not null), '{}') from (
  select n, coalesce(${lookUp("code", "protected_object", "(a ->> 'objectId')::uuid")}, a ->> 'description') as name
  from jsonb_array_elements(i.affected) with ordinality as e (a, n)) named)`;

const OWNERS = `nullif(concat_ws(' / ', ${lookUp("name", "party", "n.owner_id")}, ${lookUp("name", "party", "n.holder_id")}), '')`;

const DEFINITIONS: Readonly<Record<RegisterName, Definition>> = {
  incidents: {
    size: PAGE,
    sources: [
      {
        name: "INCIDENT",
        from: "incident i",
        at: "i.received_at",
        id: "i.id",
        whose: ofIncident,
      },
    ],
    columns: `i.number, s.code as soc, i.type, i.severity, ${instantIn("i.confirmed_at")} as "confirmedAt",
      ${instantIn("coalesce(told.discharged_at, i.received_at)")} as "notifiedAt",
      ${instantIn("coalesce(sent.discharged_at, c.received_at)")} as "cardAt", ${OBJECTS} as objects,
      ${instantIn("i.retracted_at")} as "retractedAt"`,
    joins: `join incident i on i.id = k.id join party s on s.id = i.soc_id
      left join incident_card c on c.incident_id = i.id and c.revision = 1
      ${OWN_DUTY} 'NOTIFY_CENTRE' and not o.is_void limit 1) told on true
      ${OWN_DUTY} 'SUBMIT_CARD' and o.rule = 'R9.3' and not o.is_void limit 1) sent on true`,
  },
  notifications: {
    size: PAGE,
    sources: [
      {
        name: "RECIPIENT",
        from: "notification_recipient r",
        at: "r.available_at",
        id: "r.id",
        whose: { soc: "r.soc_id", seen: (scope, parameters) => ownRowsInScope(scope, parameters, "r") },
      },
    ],
    columns: `n.number, coalesce(c.kind, 'INCIDENT') as topic, f.number as follows, s.code as recipient,
      ${instantIn("r.available_at")} as "availableAt", ${instantIn("r.acknowledged_at")} as "acknowledgedAt",
      ${instantIn("d.due_at")} as "dueAt", ${instantIn("d.discharged_at")} as "answeredAt"`,
    joins: `join notification_recipient r on r.id = k.id join notification n on n.id = r.notification_id
      join party s on s.id = r.soc_id left join concern c on c.id = n.concern_id left join notification f on f.id = n.follows_id
      left join lateral (
        select o.due_at, o.discharged_at from obligation o
        where o.notification_id = n.id and o.obligor_id = r.soc_id and o.incident_id is null and not o.is_void limit 1
      ) d on true`,
  },
  "owners-notified": {
    size: PAGE,
    sources: [
      {
        name: "SOC",
        from: "owner_notification n",
        at: "n.received_at",
        id: "n.id",
        whose: saidOf("n", "ITS"),
      },
      {
        name: "GATEWAY",
        from: "delivery n",
        at: "n.accepted_at",
        id: "n.id",
        whose: saidOf("n", "ITS"),
        where: "n.incident_id is not null and n.accepted_at is not null",
      },
      {
        name: "ACKNOWLEDGEMENT",
        from: "owner_acknowledgement n",
        at: "n.received_at",
        id: "n.id",
        whose: saidOf("n", "ITS"),
      },
    ],
    columns: `i.number as incident, s.code as soc, coalesce(${lookUp("code", "protected_object", "n.object_id")}, n.object_description) as object, ${OWNERS} as owner,
      n.way, ${instantIn("n.told_at")} as "toldAt", ${instantIn("k.at")} as "recordedAt", ${instantIn("d.due_at")} as "dueAt"`,
    joins: `cross join lateral (
        select t.incident_id, t.object_id, t.object_description, t.owner_id, t.holder_id, t.channel as way, t.notified_at as told_at
        from owner_notification t where k.source = 'SOC' and t.id = k.id
        union all
        select t.incident_id, t.object_id, null, t.party_id, null, 'GATEWAY', t.accepted_at
        from delivery t where k.source = 'GATEWAY' and t.id = k.id
        union all
        select t.incident_id, t.object_id, null, t.owner_id, null, 'ACKNOWLEDGEMENT', t.received_at
        from owner_acknowledgement t where k.source = 'ACKNOWLEDGEMENT' and t.id = k.id
      ) n join incident i on i.id = n.incident_id join party s on s.id = i.soc_id
      left join lateral (
        select o.due_at from obligation o
        where o.incident_id = i.id and o.kind = 'NOTIFY_OWNER' and not o.is_void
          and (o.object_id = n.object_id or o.object_description = n.object_description) limit 1
      ) d on true`,
  },
  waivers: {
    size: PAGE_OF_TEXTS,
    sources: [
      {
        name: "WAIVER",
        from: "waiver w",
        at: "w.waived_at",
        id: "w.obligation_id",
        whose: {
          soc: "o.obligor_id",
          seen: (scope, parameters) => obligationsInScope(scope, parameters, "o"),
          through: { from: "obligation o", on: "o.id = w.obligation_id", look: "EACH" },
        },
      },
    ],
    columns: `coalesce(i.number, n.number) as of, s.code as soc, o.kind as duty, o.rule,
      coalesce(${lookUp("code", "protected_object", "w.object_id")}, w.object_description) as object, ${instantIn("w.waived_at")} as "waivedAt", w.is_by_soc as "isBySoc", w.reason`,
    joins: `join waiver w on w.obligation_id = k.id and w.waived_at = k.at join obligation o on o.id = w.obligation_id
      join party s on s.id = o.obligor_id left join incident i on i.id = o.incident_id
      left join notification n on n.id = o.notification_id`,
  },
  corrections: {
    size: PAGE_OF_TEXTS,
    sources: [
      {
        name: "REQUEST",
        from: "correction_request q",
        at: "q.requested_at",
        id: "q.id",
        whose: saidOf("q", "EACH"),
      },
      {
        name: "CENTRE",
        from: "confirmation_correction c",
        at: "c.received_at",
        id: "c.id",
        whose: saidOf("c", "EACH"),
        where: `(select true from correction_request q
          where q.incident_id = c.incident_id and q.decided_at = c.received_at limit 1) is null`,
      },
    ],
    judge: correctionEntry,
    columns: `i.number as incident, s.code as soc, ${instantIn("q.requested_at")} as "askedAt",
      ${instantIn("q.confirmed_at")} as "askedFor", q.reason as grounds,
      ${instantIn("c.received_at")} as "correctedAt", ${instantIn("q.decided_at")} as "decidedAt", q.refusal_reason as "refusalReason",
      ${instantIn("q.replaced_at")} as "replacedAt", ${instantIn("q.settled_at")} as "settledAt", ${instantIn("q.withdrawn_at")} as "withdrawnAt",
      ${instantIn("c.previous")} as previous, ${instantIn("c.confirmed_at")} as "correctedTo",
      coalesce(c.reason, q.refusal_reason) as reason`,
    joins: `left join correction_request q on k.source = 'REQUEST' and q.id = k.id
      left join lateral (
        select t.* from confirmation_correction t where k.source = 'CENTRE' and t.id = k.id
        union all
        select t.* from confirmation_correction t
        where t.incident_id = q.incident_id and t.received_at = q.decided_at and q.refusal_reason is null
      ) c on true join incident i on i.id = coalesce(q.incident_id, c.incident_id) join party s on s.id = i.soc_id`,
  },
  retractions: {
    size: PAGE_OF_TEXTS,
    sources: [{ name: "REQUEST", from: "retraction r", at: "r.requested_at", id: "r.id", whose: saidOf("r", "EACH") }],
    judge: retractionEntry,
    columns: `i.number as incident, s.code as soc, ${instantIn("r.requested_at")} as "askedAt", r.grounds,
      ${instantIn("d.decided_at")} as "decidedAt", d.is_granted as "isGranted", d.reason`,
    joins: `join retraction r on r.id = k.id join incident i on i.id = r.incident_id join party s on s.id = i.soc_id
      left join retraction_decision d on d.retraction_id = r.id`,
  },
};

/** Registers over a period, seen through one scope: a SOC's are its own; an owner has none. */
export class RegisterStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** The SOC of a code, in capitals or not; null where there is none that one may see. */
  async soc(code: string): Promise<{ readonly id: string; readonly code: string } | null> {
    if (this.scope.sees === "OWNER") return null;
    const parameters = new Parameters();
    const [row] = await this.connection.query<{ readonly id: string; readonly code: string }>(
      `select s.soc_id as id, s.code from (select id as soc_id, code from party where kind = 'SOC') s
       where s.code = ${parameters.add(code.toUpperCase())} and ${ownRowsInScope(this.scope, parameters, "s")}`,
      parameters.values,
    );
    return row ?? null;
  }

  async count(name: RegisterName, within: Within): Promise<number> {
    if (this.scope.sees === "OWNER") return 0;
    const parameters = new Parameters();
    const { sources } = DEFINITIONS[name];
    const keys = sources.map((source) => this.keys(source, within, { at: within.begins, id: FIRST }, parameters));
    const [row] = await this.connection.query<{ readonly count: number }>(
      `select ${keys.map((sql) => `(select count(*) from (${sql}) k)`).join(" + ")} as count`,
      parameters.values,
    );
    return row?.count ?? 0;
  }

  /** The entries after a place (null: from the beginning), in the order in which they were recorded. */
  async page<Name extends RegisterName>(
    name: Name,
    within: Within,
    last: EntryKey | null,
  ): Promise<RegisterPage<Name>> {
    if (this.scope.sees === "OWNER") return { entries: [], next: null };
    const parameters = new Parameters();
    const { sources, size, columns, joins, judge } = DEFINITIONS[name];
    const beyond = last ?? { at: within.begins, id: FIRST };
    const first = `order by at, id limit ${size}`;
    const keys = sources.map((source) => `(${this.keys(source, within, beyond, parameters)} ${first})`);
    const rows = await this.connection.query<Entries[Name] & EntryKey>(
      `with k as materialized (${keys.length === 1 ? keys[0] : `select * from (${keys.join(" union all ")}) k ${first}`})
       select k.id, ${instantIn("k.at")} as at, ${columns} from k ${joins} order by k.at, k.id`,
      parameters.values,
    );
    const entries = judge ? (rows as never[]).map((row) => judge(row) as Entries[Name] & EntryKey) : rows;
    return { entries, next: entries.length < size ? null : (entries.at(-1) ?? null) };
  }

  private keys(
    { name, from, at, id, whose, where }: Source,
    { begins, ends, socId }: Within,
    beyond: EntryKey,
    parameters: Parameters,
  ): string {
    const end = parameters.add(timestamp(ends));
    const own = [
      `${at} >= ${parameters.add(timestamp(begins))} and ${at} < ${end}`,
      `(${at}, ${id}) > (${parameters.add(timestamp(beyond.at))}, ${parameters.add(beyond.id)}::uuid)`,
      ...(where === undefined ? [] : [where]),
    ];
    const of: string[] = [];
    if (socId !== null || this.scope.sees === "SOC") of.push(whose.seen(this.scope, parameters));
    if (socId !== null) of.push(`${whose.soc} = ${parameters.add(socId)}`);
    const columns = `'${name}' as source, ${id} as id, ${at} as at`;
    const { through } = whose;
    if (of.length === 0 || !through) return `select ${columns} from ${from} where ${all([...own, ...of])}`;
    if (through.look === "EACH")
      return `select ${columns} from ${from} where ${all(own)}
        and (select true from ${through.from} where ${all([through.on, ...of])})`;
    // Nothing was said of an incident before it was received.
    return `select said.* from ${through.from} cross join lateral (
      select ${columns} from ${from} where ${all([through.on, ...own])} offset 0) said
      where ${all([`i.received_at < ${end}`, ...of])}`;
  }
}
