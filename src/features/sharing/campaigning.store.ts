import { campaignNumber, isCampaign, shownToSocs, type CampaignMember } from "../../domain/campaigns.js";
import { dateInAlmaty, dayInAlmaty, type Instant, type LocalDate } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { awaitJudgement } from "../indicators/judged-sql.js";
import { campaignId, randomBytesOf } from "../../platform/hash.js";
import { timestamp } from "../../platform/sql.js";
import { sectorsIn, SECTORS_OF_INCIDENT, socsNow } from "./sectors-sql.js";

/** Entries, or incidents of the walk, that are looked at in one transaction. */
const BATCH = 200;
const RANDOM_CHARACTERS = 5;

interface Progress {
  readonly position: number;
  readonly walkedTo: string | null;
  readonly day: LocalDate | null;
}

/** What keeps up which incidents belong together (`ComponentStore`). */
interface Components {
  lookAt(
    ids: readonly string[],
    now: Instant,
  ): Promise<readonly { readonly component: string; readonly takesIn: readonly string[] }[]>;
}

/** The writer of campaigns, and of what SOCs are shown of them. */
export class CampaigningStore {
  constructor(
    private readonly connection: Connection,
    private readonly components: Components,
  ) {}

  /** Looks at the next few. Gives whether there may be more, or null where another gateway does it. In a transaction of its own. */
  async lookSome(now: Instant): Promise<boolean | null> {
    const [was] = await this.connection.query<Progress>(
      `select position, walked_to as "walkedTo", day from campaign_progress for update skip locked`,
    );
    if (!was) return null;
    return was.walkedTo === null ? this.follow(was, now) : this.walk(was, was.walkedTo, now);
  }

  /** What was there before. */
  private async walk(was: Progress, from: string, now: Instant): Promise<boolean> {
    const rows = await this.connection.query<{ readonly id: string }>(
      "select id from incident where id > $1 order by id limit $2",
      [from, BATCH],
    );
    const ids = rows.map(({ id }) => id);
    await this.keepUp(ids, now);
    return this.goOn({ ...was, walkedTo: ids.length < BATCH ? null : (ids.at(-1) ?? null) });
  }

  private async follow(was: Progress, now: Instant): Promise<boolean | null> {
    const entries = await this.connection.query<{ readonly position: number; readonly incidentId: string | null }>(
      `select position, incident_id as "incidentId" from journal where position > $1 order by position limit $2`,
      [was.position, BATCH],
    );
    const last = entries.at(-1);
    if (last) {
      const ids = [...new Set(entries.flatMap(({ incidentId }) => incidentId ?? []))];
      if (await awaitJudgement(this.connection, ids)) return null;
      await this.keepUp(ids, now);
      return this.goOn({ ...was, position: last.position });
    }
    const day = dateInAlmaty(now);
    if (was.day === day) return false;
    await this.show(day, now);
    return this.goOn({ ...was, day });
  }

  private async goOn({ position, walkedTo, day }: Progress): Promise<true> {
    await this.connection.query("update campaign_progress set position = $1, walked_to = $2, day = $3::date", [
      position,
      walkedTo,
      day,
    ]);
    return true;
  }

  private async keepUp(ids: readonly string[], now: Instant): Promise<void> {
    if (ids.length === 0) return;
    const changes = await this.components.lookAt(ids, now);
    if (changes.length === 0) return;
    const taken = changes.flatMap(({ component, takesIn }) => takesIn.map((id) => [id, component] as const));
    await this.connection.query(
      `update campaign c set component = null, is_one = false, merged_into = k.id
       from unnest($1::uuid[], $2::uuid[]) m (old, new) left join campaign k on k.component = m.new where c.component = m.old`,
      [taken.map(([old]) => old), taken.map(([, component]) => component)],
    );
    const sizes = await this.connection.query<{
      readonly component: string;
      readonly incidents: number;
      readonly socs: number;
      readonly isKnown: boolean;
    }>(
      `select x.component, count(k.incident_id)::int as incidents, count(distinct k.soc_id)::int as socs,
         exists (select from campaign c where c.component = x.component) as "isKnown"
       from unnest($1::uuid[]) x (component) left join incident_component k on k.component = x.component group by 1 order by 1`,
      [changes.map(({ component }) => component)],
    );
    for (const { component, incidents, socs, isKnown } of sizes) {
      const isOne = isCampaign(incidents, socs);
      if (isKnown)
        await this.connection.query(
          "update campaign set is_one = $2, component = case when $3 then component end where component = $1",
          [component, isOne, incidents > 0],
        );
      else if (isOne) await this.open(component, now);
    }
  }

  private async open(component: string, now: Instant): Promise<void> {
    const year = Number(dateInAlmaty(now).slice(0, 4));
    for (;;) {
      const number = campaignNumber(year, randomBytesOf(RANDOM_CHARACTERS));
      const added = await this.connection.query(
        `insert into campaign (id, number, opened_at, component, is_one) values ($1, $2, $3, $4, true)
         on conflict (number) do nothing returning id`,
        [campaignId(number), number, timestamp(now), component],
      );
      if (added.length > 0) return;
    }
  }

  /** Once a day, for all SOCs at once: so that no SOC learns by looking when another one sent something. */
  private async show(day: LocalDate, now: Instant): Promise<void> {
    const rows = await this.connection.query<
      Omit<CampaignMember, "sectors"> & { readonly campaignId: string; readonly sectors: string }
    >(
      `select c.id as "campaignId", k.incident_id as "incidentId", k.soc_id as "socId", ${SECTORS_OF_INCIDENT} as sectors
       from campaign c join incident_component k on k.component = c.component join incident i on i.id = k.incident_id
       where c.is_one order by c.id, k.incident_id`,
    );
    const socs = await socsNow(this.connection, timestamp(now));
    const members = rows.map((row) => ({ ...row, sectors: sectorsIn(row.sectors) }));
    const shown = [...Map.groupBy(members, ({ campaignId: id }) => id)].flatMap(([id, all]) =>
      shownToSocs(all, socs).map((one) => ({ id, ...one })),
    );
    await this.connection.query(
      `insert into campaign_shown as s (soc_id, campaign_id, number, name, since, day, from_socs, to_socs, from_incidents, to_incidents)
       select g.soc_id, g.campaign_id, c.number, c.name, $8, $1::date, g.from_socs, g.to_socs, g.from_incidents, g.to_incidents
       from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::smallint[], $6::smallint[], $7::smallint[])
         g (soc_id, campaign_id, from_socs, to_socs, from_incidents, to_incidents) join campaign c on c.id = g.campaign_id
       on conflict (soc_id, campaign_id) do update set name = excluded.name, day = excluded.day, from_socs = excluded.from_socs,
         to_socs = excluded.to_socs, from_incidents = excluded.from_incidents, to_incidents = excluded.to_incidents`,
      [
        day,
        shown.map(({ socId }) => socId),
        shown.map(({ id }) => id),
        shown.map(({ otherSocs }) => otherSocs.from),
        shown.map(({ otherSocs }) => otherSocs.to),
        shown.map(({ otherIncidents }) => otherIncidents.from),
        shown.map(({ otherIncidents }) => otherIncidents.to),
        timestamp(dayInAlmaty(day)),
      ],
    );
    await this.connection.query("select forget_shown($1::date)", [day]);
    const incidents = shown.flatMap(({ socId, id, incidentIds }) =>
      incidentIds.map((one) => [socId, id, one] as const),
    );
    await this.connection.query(
      `insert into campaign_shown_incident (soc_id, campaign_id, incident_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])`,
      [incidents.map(([soc]) => soc), incidents.map(([, id]) => id), incidents.map(([, , incident]) => incident)],
    );
  }
}
