import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { CampaignState } from "../../domain/campaigns.js";
import { toIso, type Instant } from "../../domain/instant.js";
import type { CountBand } from "../../domain/sharing.js";
import { instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { readPage, type Keyset, type Page, type Window } from "../../platform/keyset.js";
import { all, Parameters, type Keys } from "../../platform/sql.js";
import { campaignMembers } from "./members-sql.js";

/** A campaign, with what the reader's scope has of it. */
export interface CampaignRow {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly state: CampaignState;
  readonly openedAt: Instant;
  readonly lastCardAt: Instant;
  readonly incidentCount: CountBand;
  readonly socCount: CountBand;
}

/** A campaign of an incident. */
export interface CampaignOfIncident {
  readonly incidentId: string;
  readonly campaignId: string;
}

type Columns = Omit<CampaignRow, "incidentCount" | "socCount"> & {
  readonly fromIncidents: number;
  readonly toIncidents: number | null;
  readonly fromSocs: number;
  readonly toSocs: number | null;
};

const KEYSET: Keyset<CampaignRow> = {
  list: "campaigns",
  columns: ["c.opened_at", "c.id"],
  types: ["timestamptz", "uuid"],
  direction: "desc",
  valuesOf: ({ openedAt, id }) => [toIso(openedAt), id],
};

const COLUMNS = `c.id, c.number, c.name, c.state, ${instantIn("c.opened_at")} as "openedAt", ${instantIn("c.last_card_at")} as "lastCardAt",
  c.from_incidents as "fromIncidents", c.to_incidents as "toIncidents", c.from_socs as "fromSocs", c.to_socs as "toSocs"`;

/** As the national centre has them: exact, as they are now. */
const AS_THEY_ARE = `select c.id, c.number, c.name, c.opened_at, coalesce(m.last_card_at, c.opened_at) as last_card_at,
    case when c.merged_into is not null then 'MERGED' when c.is_one then 'OPEN' else 'CLOSED' end as state,
    m.incidents as from_incidents, m.incidents as to_incidents, m.socs as from_socs, m.socs as to_socs
  from campaign c cross join lateral (
    select count(*)::int as incidents, count(distinct k.soc_id)::int as socs, max(k.seen_at) as last_card_at
    from incident_component k where k.component = c.component
  ) m`;

/**
 * Campaigns, seen through one scope. A SOC's are those that it was shown at the beginning of the day, with its own incidents and the
 * bands of others; when it was opened and its last card are the day of that and the SOC's own card.
 */
export class CampaignStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async byIds(ids: Keys): Promise<CampaignRow[]> {
    const parameters = new Parameters();
    return this.read(parameters, `c.id = any (${parameters.add(ids)})`);
  }

  async byNumber(number: string): Promise<CampaignRow | null> {
    const parameters = new Parameters();
    return (await this.read(parameters, `c.number = ${parameters.add(number.trim().toUpperCase())}`))[0] ?? null;
  }

  /** One page, by keyset, the last opened first. */
  async page(states: readonly CampaignState[] | null, window: Window): Promise<Page<CampaignRow>> {
    const parameters = new Parameters();
    const conditions = states === null ? [] : [`c.state = any (${parameters.add(states)}::text[])`];
    return readPage(KEYSET, window, parameters, ({ where, orderBy, limit }) =>
      this.read(parameters, all([...conditions, where]), `order by ${orderBy} limit ${limit}`),
    );
  }

  /** The campaigns of these incidents. */
  async ofIncidents(incidentIds: Keys): Promise<CampaignOfIncident[]> {
    const parameters = new Parameters();
    const ids = parameters.add(incidentIds);
    return this.connection.query(
      `select m.incident_id as "incidentId", m.campaign_id as "campaignId" from (${campaignMembers(this.scope, parameters)}) m
       where m.incident_id = any (${ids})`,
      parameters.values,
    );
  }

  /** A campaign's SOCs in the order of their codes; for the national centre alone. */
  async socsOf(campaignIds: Keys): Promise<{ readonly campaignId: string; readonly socId: string }[]> {
    if (this.scope.sees !== "EVERYTHING") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select c.id as "campaignId", p.id as "socId" from campaign c join incident_component k on k.component = c.component
         join party p on p.id = k.soc_id
       where c.id = any (${parameters.add(campaignIds)}) group by c.id, p.id order by c.id, p.code`,
      parameters.values,
    );
  }

  /**
   * The values that a campaign has in common: for the national centre those that two of its incidents or more show, for a SOC those of
   * its own incidents in it of which it was told that others have them.
   */
  async values(campaignId: string, window: Window): Promise<Page<{ readonly id: string }>> {
    const parameters = new Parameters();
    const id = parameters.add(campaignId);
    const shown = `sighting g join (${campaignMembers(this.scope, parameters)}) m on m.incident_id = g.source_id
      where m.campaign_id = ${id} and g.is_card and ${ownRowsInScope(this.scope, parameters, "g")}`;
    const values =
      this.scope.sees === "EVERYTHING"
        ? `select g.value_id from ${shown} group by g.value_id having count(*) > 1`
        : `select distinct g.value_id from ${shown} and exists (
             select from shared_value s where s.value_id = g.value_id and s.soc_id = g.soc_id and s.from_socs > 0)`;
    const keyset: Keyset<{ readonly id: string }> = {
      list: "campaignIndicators",
      columns: ["v.value_id"],
      types: ["uuid"],
      direction: "asc",
      valuesOf: (row) => [row.id],
    };
    return readPage(keyset, window, parameters, ({ where, orderBy, limit }) =>
      this.connection.query(
        `select v.value_id as id from (${values}) v where ${where} order by ${orderBy} limit ${limit}`,
        parameters.values,
      ),
    );
  }

  private async read(parameters: Parameters, condition: string, rest = ""): Promise<CampaignRow[]> {
    const rows = await this.connection.query<Columns>(
      `select ${COLUMNS} from (${this.campaigns(parameters)}) c where ${condition} ${rest}`,
      parameters.values,
    );
    return rows.map(({ fromIncidents, toIncidents, fromSocs, toSocs, ...row }) => ({
      ...row,
      incidentCount: { from: fromIncidents, to: toIncidents },
      socCount: { from: fromSocs, to: toSocs },
    }));
  }

  private campaigns(parameters: Parameters): string {
    if (this.scope.sees === "EVERYTHING") return AS_THEY_ARE;
    // Of others it has the bands; its own it knows.
    return `select s.campaign_id as id, s.number, s.name, 'OPEN' as state, s.since as opened_at,
        m.last_card_at, m.own + s.from_incidents as from_incidents, m.own + s.to_incidents as to_incidents, 1 + s.from_socs as from_socs,
        1 + s.to_socs as to_socs
      from campaign_shown s cross join lateral (
        select count(*)::int as own, max(i.received_at) as last_card_at from campaign_shown_incident x join incident i on i.id = x.incident_id
        where x.campaign_id = s.campaign_id and x.soc_id = s.soc_id
      ) m where ${ownRowsInScope(this.scope, parameters, "s")}`;
  }
}
