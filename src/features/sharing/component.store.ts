import {
  groupsOf,
  JOINED_WITHIN,
  joinedTo,
  MOST_INCIDENTS,
  NEWEST,
  successionOf,
  type Before,
} from "../../domain/campaigns.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { isEvidence } from "../indicators/judged-sql.js";
import { newId } from "../../platform/identity.js";
import { timestamp } from "../../platform/sql.js";

/** A component whose incidents have changed: its id, and those that have gone into it. */
export interface Regrouped {
  readonly component: string;
  readonly takesIn: readonly string[];
}

/** An incident's values as its standing card has them. */
interface Standing {
  readonly id: string;
  readonly socId: string;
  readonly seenAt: Instant;
  readonly valueIds: readonly string[];
}
/** What an incident shows now and did not, or showed and does not. */
type Change = Pick<Standing, "id" | "seenAt" | "valueIds">;

interface Kept {
  readonly id: string;
  readonly seenAt: Instant;
  readonly component: string;
  readonly valueIds: readonly string[];
}

const KEPT = `incident_id as id, seen_at as "seenAt", component, value_ids as "valueIds"`;
const WITHIN = `interval '${JOINED_WITHIN} milliseconds'`;
/** When it was seen, as the index `sighting_of_value_newest` has it. */
const seen = (row: string): string => `(${row}.seen_at at time zone 'UTC')`;
/** Values that may join: not what a warning list names, and not what the centre marked for few. */
const JOINS = `${isEvidence("s.value_id")} and not exists (
    select from notification_indicator m join notification n on n.id = m.notification_id
    where indicator_digest(m.type, m.value) = s.value_id and n.marking in ('AMBER_STRICT', 'RED'))
  and not exists (
    select from concern_indicator m join concern c on c.id = m.concern_id
    where indicator_digest(m.type, m.value) = s.value_id and c.marking in ('AMBER_STRICT', 'RED'))`;

/**
 * Which incidents belong together, kept up as cards come, are amended and retracted. An incident is joined to earlier ones alone, so
 * that what there is follows from the standing cards, in whatever order they are looked at. Nothing is kept by pairs: of what has
 * changed, and of whatever it was together with, all of it is joined anew.
 */
export class ComponentStore {
  constructor(private readonly connection: Connection) {}

  /** Looks at these incidents. Gives the components that have changed. */
  async lookAt(ids: readonly string[], now: Instant): Promise<readonly Regrouped[]> {
    const [standing, kept] = [await this.standing(ids), await this.kept(ids)];
    const changes = changesOf(ids, standing, kept);
    if (changes.length === 0) return [];
    const later = await this.laterWith(changes);
    const touched = [...new Set([...changes.map(({ id }) => id), ...later])];
    const members = await this.companionsOf(touched);
    const all = [...new Set([...touched, ...members.map(({ id }) => id)])].toSorted();
    const found = await this.standing(all);
    const pairs = await this.pairsOf(found.map(({ id }) => id));
    return this.regroup(found, pairs, all, now);
  }

  private standing(ids: readonly string[]): Promise<Standing[]> {
    return this.connection.query(
      `select g.source_id as id, g.soc_id as "socId", g.seen_at as "seenAt", array_agg(g.value_id order by g.value_id) as "valueIds"
       from sighting g where g.source_id = any ($1::uuid[]) and g.is_card
       group by 1, 2, 3 having count(*) > 1 order by g.seen_at, g.source_id`,
      [ids],
    );
  }

  private kept(ids: readonly string[]): Promise<Kept[]> {
    return this.connection.query(`select ${KEPT} from incident_component where incident_id = any ($1::uuid[])`, [ids]);
  }

  /**
   * Incidents that were looked at and come after one that has or had a value of these: a value may be on too many now, or no more, and
   * others may be the newest. Those further away than `MOST_INCIDENTS` do not see the difference.
   */
  private async laterWith(changes: readonly Change[]) {
    const pairs = changes.flatMap(({ id, seenAt, valueIds }) => valueIds.map((valueId) => ({ id, seenAt, valueId })));
    const rows = await this.connection.query<{ readonly id: string }>(
      `select distinct l.source_id as id from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) c (id, seen_at, value_id)
         cross join lateral (
           select g.source_id from sighting g where g.value_id = c.value_id and g.is_card
             and (${seen("g")}, g.source_id) > (${seen("c")}, c.id) and ${seen("g")} < ${seen("c")} + ${WITHIN}
           order by ${seen("g")}, g.source_id limit ${MOST_INCIDENTS + 1}
         ) l join incident_component k on k.incident_id = l.source_id`,
      [pairs.map(({ id }) => id), pairs.map(({ seenAt }) => timestamp(seenAt)), pairs.map(({ valueId }) => valueId)],
    );
    return rows.map(({ id }) => id);
  }

  /** All that are in a component with one of these. */
  private companionsOf(ids: readonly string[]): Promise<Kept[]> {
    return this.connection.query(
      `select ${KEPT} from incident_component where component in (select component from incident_component where incident_id = any ($1::uuid[]))`,
      [ids],
    );
  }

  /** To which earlier incidents each of these is joined. */
  private async pairsOf(ids: readonly string[]): Promise<(readonly [string, string])[]> {
    const rows = await this.connection.query<Before & { readonly id: string }>(
      `select s.source_id as id, b.count, b.newest from sighting s cross join lateral (
         select count(*)::int as count, coalesce((array_agg(l.source_id order by l.seen_at desc, l.source_id desc))[:${NEWEST}], '{}')
           as newest
         from (select g.source_id, g.seen_at from sighting g where g.value_id = s.value_id and g.is_card
             and (${seen("g")}, g.source_id) < (${seen("s")}, s.source_id) and ${seen("g")} > ${seen("s")} - ${WITHIN}
           order by ${seen("g")} desc, g.source_id desc limit ${MOST_INCIDENTS}) l
       ) b
       where s.source_id = any ($1::uuid[]) and s.is_card and b.count > 0 and ${JOINS}`,
      [ids],
    );
    return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, values]) =>
      joinedTo(values).map((other) => [id, other] as const),
    );
  }

  private async regroup(
    standing: readonly Standing[],
    pairs: readonly (readonly [string, string])[],
    all: readonly string[],
    now: Instant,
  ): Promise<readonly Regrouped[]> {
    const looked = new Set(standing.map(({ id }) => id));
    // What is joined from outside comes with all that it is together with, and without its pairs being asked again.
    const outside = await this.kept([...new Set(pairs.map(([, other]) => other).filter((id) => !looked.has(id)))]);
    const componentOf = new Map(outside.map(({ id, component }) => [id, component]));
    const nodeOf = (id: string): string | null => (looked.has(id) ? id : (componentOf.get(id) ?? null));
    const nodes = [...standing.map(({ id }) => id), ...new Set(componentOf.values())];
    const edges = pairs.flatMap(([one, other]) => {
      const to = nodeOf(other);
      return to === null ? [] : [[one, to] as const];
    });
    const groups = groupsOf(nodes, edges);
    const placeOf = new Map(groups.flatMap((group, place) => group.map((node) => [node, place] as const)));
    const before = Map.groupBy(await this.kept(all), ({ component }) => component);
    const names = [...new Set([...before.keys(), ...componentOf.values()])];
    const since = await this.campaignsSince(names);
    const sizes = await this.sizesOf([...new Set(componentOf.values())]);
    const former = names.map((id) => {
      const whole = placeOf.get(id);
      const places =
        whole === undefined
          ? (before.get(id) ?? []).flatMap((member) => placeOf.get(member.id) ?? [])
          : Array.from({ length: sizes.get(id) ?? 1 }, () => whole);
      return { id, places, campaignSince: since.get(id) ?? null };
    });
    const successions = successionOf(groups.length, former).map(({ keeps, takesIn }) => ({
      component: keeps ?? newId(now),
      takesIn,
    }));
    await this.keep(standing, (id) => successions[placeOf.get(id) ?? -1]?.component ?? "", all);
    const moved = successions.flatMap(({ component, takesIn }) => takesIn.map((id) => [id, component] as const));
    await this.connection.query(
      `update incident_component k set component = m.new from unnest($1::uuid[], $2::uuid[]) m (old, new) where k.component = m.old`,
      [moved.map(([old]) => old), moved.map(([, component]) => component)],
    );
    // Of what has no member any more nothing goes on.
    const gone = former.filter(({ places }) => places.length === 0).map(({ id }) => ({ component: id, takesIn: [] }));
    return [...successions, ...gone];
  }

  private async keep(standing: readonly Standing[], componentOf: (id: string) => string, all: readonly string[]) {
    const stands = new Set(standing.map(({ id }) => id));
    await this.connection.query("select forget_joined($1::uuid[])", [all.filter((id) => !stands.has(id))]);
    await this.connection.query(
      `insert into incident_component (incident_id, soc_id, seen_at, component, value_ids)
       select g.id, g.soc_id, g.seen_at, g.component,
         array(select s.value_id from sighting s where s.source_id = g.id and s.is_card order by s.value_id)
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[]) g (id, soc_id, seen_at, component)
       on conflict (incident_id) do update set component = excluded.component, value_ids = excluded.value_ids`,
      [
        standing.map(({ id }) => id),
        standing.map(({ socId }) => socId),
        standing.map(({ seenAt }) => timestamp(seenAt)),
        standing.map(({ id }) => componentOf(id)),
      ],
    );
  }

  private async campaignsSince(components: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.connection.query<{ readonly component: string; readonly at: Instant }>(
      "select component, opened_at as at from campaign where component = any ($1::uuid[])",
      [components],
    );
    return new Map(rows.map(({ component, at }) => [component, at]));
  }

  private async sizesOf(components: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.connection.query<{ readonly component: string; readonly size: number }>(
      "select component, count(*)::int as size from incident_component where component = any ($1::uuid[]) group by 1",
      [components],
    );
    return new Map(rows.map(({ component, size }) => [component, size]));
  }
}

/** Which of these incidents are not what they were, and the values that each has or had and not both. */
function changesOf(ids: readonly string[], standing: readonly Standing[], kept: readonly Kept[]): readonly Change[] {
  const [are, were] = [new Map(standing.map((one) => [one.id, one])), new Map(kept.map((one) => [one.id, one]))];
  return ids.flatMap((id) => {
    const [now, before] = [new Set(are.get(id)?.valueIds), new Set(were.get(id)?.valueIds)];
    const valueIds = [...new Set([...now, ...before])].filter((value) => now.has(value) !== before.has(value));
    const one = are.get(id) ?? were.get(id);
    return one === undefined || valueIds.length === 0 ? [] : [{ id, seenAt: one.seenAt, valueIds }];
  });
}
