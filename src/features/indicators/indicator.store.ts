import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { IndicatorOrder, IndicatorType } from "../../domain/indicator.js";
import { rangeUnder } from "../../domain/indicator/place.js";
import { toIso, type Instant } from "../../domain/instant.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { pagingOf, readPage, type Keyset, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, timestamp, type Keys } from "../../platform/sql.js";
import { EXPLOITED, isDoubtful, liesUnder, liesWithin } from "./sighted-sql.js";

/** A value in its normal form, with what the reader's scope has of it. */
export interface IndicatorRow {
  /** Its digest. */
  readonly id: string;
  readonly type: IndicatorType;
  readonly value: string;
  /** As `Place` has them. */
  readonly host: string | null;
  readonly address: string | null;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
  /** At least 1: what nobody sighted is nothing. */
  readonly sightings: number;
}

/** What a list of indicators is narrowed by. */
export interface IndicatorFilter {
  readonly types?: readonly IndicatorType[];
  readonly seenFrom?: Instant;
  readonly seenBefore?: Instant;
  readonly atLeastSightings?: number;
  /** A host as `Place` has it. */
  readonly under?: string;
  /** An address or a network in normal form. */
  readonly within?: string;
  readonly doubtful?: boolean;
  readonly knownExploited?: boolean;
}

/** What is asked for what lies under a name or within a network. */
export interface UnderQuestion {
  readonly id: string;
  /** As `Place` has them; null: nothing lies under it. */
  readonly host: string | null;
  readonly address: string | null;
}

/** Which page of a value's incidents is asked for. */
export interface SightedQuestion {
  readonly valueId: string;
  readonly window: Window;
}

/** An incident in which a value was sighted. */
export interface SightedRow {
  readonly valueId: string;
  readonly incidentId: string;
  readonly seenAt: Instant;
}

/** A page of a value's incidents, and the question that asks for it. */
export interface SightedPage {
  readonly question: string;
  readonly page: Page<SightedRow>;
}

/** Values under one that are named. */
export const MOST_UNDER = 100;

const COLUMNS = `v.id, v.type, v.value, v.host, host(v.address) || case when v.type = 'CIDR' then '/' || masklen(v.address) else '' end
  as address, ${instantIn("s.first_seen")} as "firstSeen", ${instantIn("s.last_seen")} as "lastSeen", s.sightings`;
const SUMS = "min(x.first_seen) as first_seen, max(x.last_seen) as last_seen, sum(x.sightings)::int as sightings";
const SUMS_SHOWN = "min(x.seen_at) as first_seen, max(x.seen_at) as last_seen, count(*)::int as sightings";

/** Questions as loaders' keys, and back. */
export function keyOf(question: UnderQuestion | SightedQuestion): string {
  return JSON.stringify(question);
}

/**
 * Indicators, seen through one scope: what a SOC reads of a value is from its own rows alone, and an owner sees those of the cards that
 * it sees. Every condition is one that row-level security lets an index answer (`test/generated/sightings.test.ts`).
 */
export class IndicatorStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<IndicatorRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `${this.shown(parameters)} select ${COLUMNS} from indicator_value v cross join lateral (${this.sums(parameters)}) s
       where v.id = any (${parameters.add(ids)}) and s.sightings > 0`,
      parameters.values,
    );
  }

  /** One page, by keyset. */
  async page(filter: IndicatorFilter, order: IndicatorOrder, window: Window): Promise<Page<IndicatorRow>> {
    const parameters = new Parameters();
    const shown = this.shown(parameters);
    const from = this.from(filter, order, parameters);
    const conditions = ["s.sightings > 0", ...this.conditionsOf(filter, parameters)];
    return readPage(keysetOf(order), window, parameters, ({ where, orderBy, limit }) =>
      this.connection.query<IndicatorRow>(
        `${shown} select ${COLUMNS} from ${from} where ${all([...conditions, where])} order by ${orderBy} limit ${limit}`,
        parameters.values,
      ),
    );
  }

  /** What lies under each of these names or within each of these networks, itself left out, last seen first; at most `MOST_UNDER`. */
  async under(keys: readonly string[]): Promise<(IndicatorRow & { readonly question: string })[]> {
    const questions = keys.map((key) => JSON.parse(key) as UnderQuestion);
    const parameters = new Parameters();
    const shown = this.shown(parameters);
    const ranges = questions.map(({ host }) => (host === null ? null : rangeUnder(host)));
    // What is computed of an array's rows must be computed before it is compared: row-level security waits for everything else.
    const asked = `(select u.*, set_masklen(broadcast(u.address), case family(u.address) when 4 then 32 else 128 end) as last
      from unnest(${parameters.add(keys)}::text[], ${parameters.add(questions.map(({ id }) => id))}::uuid[],
        ${parameters.add(ranges.map((range) => range?.from ?? null))}::text[],
        ${parameters.add(ranges.map((range) => range?.before ?? null))}::text[],
        ${parameters.add(questions.map(({ address }) => address))}::inet[]) u (question, id, host, before, address) offset 0)`;
    const within = ["v.host >= q.host and v.host < q.before", "v.address >= q.address and v.address <= q.last"];
    const found = within.map(
      (
        condition,
      ) => `select v.*, s.first_seen, s.last_seen, s.sightings from indicator_value v cross join lateral (${this.sums(parameters)}) s
        where ${condition} and v.id <> q.id and s.sightings > 0`,
    );
    return this.connection.query(
      `${shown} select q.question, u.* from ${asked} q cross join lateral (
         select ${COLUMNS} from (${found.join(" union all ")}) v cross join lateral (select v.first_seen, v.last_seen, v.sightings) s
         order by v.last_seen desc, v.id desc limit ${MOST_UNDER}
       ) u`,
      parameters.values,
    );
  }

  /** The pages of incidents that these questions ask for, newest first: one statement for all that ask the same of their values. */
  async incidents(keys: readonly string[]): Promise<SightedPage[]> {
    const questions = keys.map((key) => JSON.parse(key) as SightedQuestion);
    const alike = Map.groupBy(questions, ({ window }) => keyOf({ valueId: "", window }));
    return (await Promise.all([...alike.values()].map((some) => this.pagesOf(some)))).flat();
  }

  private async pagesOf(questions: readonly SightedQuestion[]): Promise<SightedPage[]> {
    const parameters = new Parameters();
    const shown = this.shown(parameters);
    const { where, orderBy, limit, pageOf } = pagingOf<SightedRow>(
      {
        list: "indicatorIncidents",
        columns: ["g.seen_at", "g.source_id"],
        types: ["timestamptz", "uuid"],
        direction: "desc",
        valuesOf: ({ seenAt, incidentId }) => [toIso(seenAt), incidentId],
      },
      questions[0]?.window ?? {},
      parameters,
    );
    const values = parameters.add(questions.map(({ valueId }) => valueId));
    // SOC by SOC, or a SOC would walk over everybody's sightings of a value that is everywhere.
    const sighted =
      this.scope.sees === "OWNER"
        ? `select g.seen_at, g.source_id from (select x.value_id, x.seen_at, x.incident_id as source_id from shown x) g
           where g.value_id = q.id and ${where}`
        : `select n.* from indicator_soc x cross join lateral (
             select g.seen_at, g.source_id from sighting g
             where g.value_id = x.value_id and g.soc_id = x.soc_id and g.is_card and ${where} order by ${orderBy} limit ${limit}
           ) n where x.value_id = q.id and ${ownRowsInScope(this.scope, parameters, "x")}`;
    const rows = await this.connection.query<SightedRow>(
      `${shown} select q.id as "valueId", g.source_id as "incidentId", ${instantIn("g.seen_at")} as "seenAt"
       from unnest(${values}::uuid[]) q (id) cross join lateral (
         select g.* from (${sighted}) g order by ${orderBy} limit ${limit}
       ) g order by q.id, ${orderBy}`,
      parameters.values,
    );
    const byValue = Map.groupBy(rows, ({ valueId }) => valueId);
    return questions.map((question) => ({
      question: keyOf(question),
      page: pageOf(byValue.get(question.valueId) ?? []),
    }));
  }

  /** What an owner is shown, for statements of its scope; nothing for others. */
  private shown(parameters: Parameters): string {
    return this.scope.sees === "OWNER"
      ? `with shown as materialized (select k.id as value_id, k.incident_id, k.seen_at
         from indicators_shown_to(${parameters.add(this.scope.owner)}) k)`
      : "";
  }

  /** First, last and number of sightings of the value `v` that are in scope. */
  private sums(parameters: Parameters): string {
    return this.scope.sees === "OWNER"
      ? `select v.id as value_id, v.type, ${SUMS_SHOWN} from shown x where x.value_id = v.id`
      : `select v.id as value_id, v.type, ${SUMS} from indicator_soc x where x.value_id = v.id and ${ownRowsInScope(this.scope, parameters, "x")}`;
  }

  /** The values `v` of a list with their sums `s`, from what has fewest rows or the list's order. */
  private from(filter: IndicatorFilter, order: IndicatorOrder, parameters: Parameters): string {
    const joined = (sums: string): string => `(${sums}) s join indicator_value v on v.id = s.value_id`;
    const { sees } = this.scope;
    if (sees === "OWNER") return joined(`select x.value_id, ${SUMS_SHOWN} from shown x group by x.value_id`);
    if (filter.under !== undefined || filter.within !== undefined)
      return `indicator_value v cross join lateral (${this.sums(parameters)}) s`;
    const own = ownRowsInScope(this.scope, parameters, "x");
    if (sees === "SOC")
      return joined(
        `select x.value_id, x.type, x.first_seen, x.last_seen, x.sightings from indicator_soc x where ${own}`,
      );
    if (order === "MOST_SIGHTINGS")
      return joined(`select x.value_id, x.type, ${SUMS} from indicator_soc x where ${own} group by x.value_id, x.type`);
    // Of each value the row of the SOC that sighted it last.
    return joined(`select l.value_id, l.type, o.first_seen, l.last_seen, o.sightings from indicator_soc l cross join lateral (
        select ${SUMS} from indicator_soc x where x.value_id = l.value_id and ${own}
      ) o
      where l.soc_id = (select n.soc_id from indicator_soc n where n.value_id = l.value_id order by n.last_seen desc, n.soc_id limit 1)`);
  }

  private conditionsOf(filter: IndicatorFilter, parameters: Parameters): string[] {
    const { types, seenFrom, seenBefore, atLeastSightings, under, within, doubtful, knownExploited } = filter;
    const conditions: string[] = [];
    const at = (instant: Instant): string => parameters.add(timestamp(instant));
    const typed = this.scope.sees === "OWNER" ? "v" : "s";
    if (types) conditions.push(`${typed}.type = any (${parameters.add(types)}::text[])`);
    if (seenFrom !== undefined) conditions.push(`s.last_seen >= ${at(seenFrom)}`);
    if (seenBefore !== undefined) conditions.push(`s.first_seen < ${at(seenBefore)}`);
    if (seenFrom !== undefined && seenBefore !== undefined) {
      const sighting =
        this.scope.sees === "OWNER"
          ? "shown g where g.value_id = v.id"
          : `sighting g where g.value_id = v.id and ${ownRowsInScope(this.scope, parameters, "g")}`;
      conditions.push(
        `exists (select from ${sighting} and g.seen_at >= ${at(seenFrom)} and g.seen_at < ${at(seenBefore)})`,
      );
    }
    if (atLeastSightings !== undefined) conditions.push(`s.sightings >= ${parameters.add(atLeastSightings)}::int`);
    if (under !== undefined) conditions.push(liesUnder(parameters, under, "v"));
    if (within !== undefined) conditions.push(liesWithin(parameters, within, "v"));
    if (doubtful !== undefined)
      conditions.push(`${doubtful ? "" : "not "}${isDoubtful(this.scope, parameters, "v.id")}`);
    if (knownExploited !== undefined) conditions.push(`v.id ${knownExploited ? "" : "not "}in (${EXPLOITED})`);
    return conditions;
  }
}

function keysetOf(order: IndicatorOrder): Keyset<IndicatorRow> {
  const direction = "desc";
  switch (order) {
    case "LAST_SEEN":
      return {
        list: "indicators LAST_SEEN",
        columns: ["s.last_seen", "s.value_id"],
        types: ["timestamptz", "uuid"],
        direction,
        valuesOf: ({ lastSeen, id }) => [toIso(lastSeen), id],
      };
    case "MOST_SIGHTINGS":
      return {
        list: "indicators MOST_SIGHTINGS",
        columns: ["s.sightings", "s.value_id"],
        types: ["bigint", "uuid"],
        direction,
        valuesOf: ({ sightings, id }) => [String(sightings), id],
      };
  }
}
