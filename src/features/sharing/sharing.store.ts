import { dateInAlmaty, type Instant, type LocalDate } from "../../domain/instant.js";
import {
  couldHaveSeen,
  judgeSpread,
  MOST_COUNTED,
  NEW_VALUES_A_DAY,
  windowStart,
  type SpreadFacts,
} from "../../domain/sharing.js";
import type { Connection } from "../../platform/database.js";
import { awaitJudgement, isEvidence } from "../indicators/judged-sql.js";
import { NOBODY } from "../../platform/identity.js";
import { timestamp } from "../../platform/sql.js";
import { MARKED } from "./marked-sql.js";
import { sectorsIn, SECTORS_OF_INCIDENT, socsNow } from "./sectors-sql.js";

/** Entries, or values, that are looked at in one transaction. */
const BATCH = 500;
/** The newest incidents of a SOC by which it is judged who else could have seen a value. */
const LOOKED_AT = 20;

interface Progress {
  readonly position: number;
  readonly day: LocalDate | null;
  /** The last SOC whose answers are renewed; null: all are. */
  readonly renewedTo: string | null;
}

/** A value of a SOC that waits for an answer. */
interface Asked {
  readonly socId: string;
  readonly valueId: string;
  /** Whether the SOC was told of it before. */
  readonly isKnown: boolean;
}

/** For which day, and from when on sightings count. */
interface Today {
  readonly now: Date;
  readonly day: LocalDate;
  readonly since: Date;
}

/** What one is told from; the sectors of each incident in one text. */
type Facts = Pick<Asked, "valueId"> &
  Pick<SpreadFacts, "others" | "markings" | "told"> & { readonly sectors: readonly string[] };

/** What a warning list names is not told of. */
const IS_EVIDENCE = isEvidence("x.value_id");

/**
 * The writer of what SOCs are told of others. Each SOC has one answer for each value, made when its first card with it is sealed, and
 * again at the beginning of each day for all of them; between the two nothing changes it, whatever others or itself do.
 */
export class SharingStore {
  constructor(private readonly connection: Connection) {}

  /** Answers the next few. Gives whether there may be more, or null where another gateway does it, or values are still to be judged by the warning lists. In a transaction of its own. */
  async answerSome(now: Instant): Promise<boolean | null> {
    const [was] = await this.connection.query<Progress>(
      `select position, day, renewed_to as "renewedTo" from sharing_progress for update skip locked`,
    );
    if (!was) return null;
    const today = { now: timestamp(now), day: dateInAlmaty(now), since: timestamp(windowStart(now)) };
    if (was.day !== today.day) return this.goOn({ ...was, day: today.day, renewedTo: NOBODY });
    return was.renewedTo === null ? this.follow(was, today) : this.renew(was, was.renewedTo, today);
  }

  /** What cards of sealed entries show and the SOC was not told of today. */
  private async follow(was: Progress, today: Today): Promise<boolean | null> {
    const entries = await this.connection.query<{ readonly position: number; readonly incidentId: string | null }>(
      `select position, incident_id as "incidentId" from journal where position > $1 order by position limit $2`,
      [was.position, BATCH],
    );
    const last = entries.at(-1);
    if (!last) return false;
    const incidentIds = [...new Set(entries.flatMap(({ incidentId }) => incidentId ?? []))];
    if (incidentIds.length > 0) {
      if (await awaitJudgement(this.connection, incidentIds)) return null;
      const asked = await this.connection.query<Asked>(
        `select x.soc_id as "socId", x.value_id as "valueId", max(s.day) is not null as "isKnown"
         from sighting x left join shared_value s on s.soc_id = x.soc_id and s.value_id = x.value_id
         where x.source_id = any ($1::uuid[]) and x.is_card and x.seen_at >= $2 and ${IS_EVIDENCE} and (s.day is null or s.day < $3::date)
         group by x.soc_id, x.value_id order by x.soc_id, min(x.seen_at), x.value_id`,
        [incidentIds, today.since, today.day],
      );
      for (const [socId, values] of Map.groupBy(asked, (one) => one.socId)) await this.answer(socId, values, today);
    }
    await this.goOn({ ...was, position: last.position });
    return entries.length === BATCH;
  }

  /** The next answers of the next SOC that are of an earlier day, and values that had to wait. */
  private async renew(was: Progress, renewedTo: string, today: Today): Promise<boolean> {
    const [soc] = await this.connection.query<{ readonly id: string }>(
      "select id from party where kind = 'SOC' and id > $1 order by id limit 1",
      [renewedTo],
    );
    if (!soc) return this.goOn({ ...was, renewedTo: null });
    const old = await this.connection.query<Asked>(
      `select x.soc_id as "socId", x.value_id as "valueId", true as "isKnown" from shared_value s
         join indicator_soc x on x.value_id = s.value_id and x.soc_id = s.soc_id
       where s.soc_id = $1 and s.day < $3::date and x.last_seen >= $2 and ${IS_EVIDENCE} order by s.value_id limit $4`,
      [soc.id, today.since, today.day, BATCH],
    );
    const left = Math.min(BATCH - old.length, await this.left(soc.id, today));
    const waiting =
      left <= 0
        ? []
        : await this.connection.query<Asked>(
            `select x.soc_id as "socId", x.value_id as "valueId", false as "isKnown" from indicator_soc x
             where x.soc_id = $1 and x.last_seen >= $2 and ${IS_EVIDENCE}
               and not exists (select from shared_value s where s.soc_id = x.soc_id and s.value_id = x.value_id)
               and exists (select from sighting g where g.value_id = x.value_id and g.soc_id = x.soc_id and g.is_card and g.seen_at >= $2)
             order by x.first_seen, x.value_id limit $3`,
            [soc.id, today.since, left],
          );
    if (old.length + waiting.length > 0) {
      await this.answer(soc.id, [...old, ...waiting], today);
      return true;
    }
    // What the SOC has not any more, or not in the window.
    await this.connection.query("select forget_shared($1, $2::date)", [soc.id, today.day]);
    return this.goOn({ ...was, renewedTo: soc.id });
  }

  private async goOn({ position, day, renewedTo }: Progress): Promise<true> {
    await this.connection.query("update sharing_progress set position = $1, day = $2::date, renewed_to = $3", [
      position,
      day,
      renewedTo,
    ]);
    return true;
  }

  /** New values of which the SOC may still be told on this day. */
  private async left(socId: string, { day }: Today): Promise<number> {
    const [row] = await this.connection.query<{ readonly answered: number }>(
      "select answered from shared_allowance where soc_id = $1 and day = $2::date",
      [socId, day],
    );
    return NEW_VALUES_A_DAY - (row?.answered ?? 0);
  }

  private async answer(socId: string, asked: readonly Asked[], today: Today): Promise<void> {
    const known = asked.filter(({ isKnown }) => isKnown);
    const fresh = asked.filter(({ isKnown }) => !isKnown).slice(0, Math.max(0, await this.left(socId, today)));
    const answered = [...known, ...fresh].map(({ valueId }) => valueId);
    const socs = await socsNow(this.connection, today.now);
    for (let place = 0; place < answered.length; place += BATCH) {
      const facts = await this.factsOf(socId, answered.slice(place, place + BATCH), today);
      const told = facts.map((fact) =>
        judgeSpread({ ...fact, couldHave: couldHaveSeen(socId, fact.sectors.map(sectorsIn), socs) }),
      );
      await this.connection.query(
        `insert into shared_value as s (soc_id, value_id, day, from_socs, to_socs, marking)
         select $1, g.* from unnest($3::uuid[], array_fill($2::date, array[cardinality($3::uuid[])]), $4::smallint[], $5::smallint[],
           $6::text[]) g
         on conflict (soc_id, value_id) do update set day = excluded.day, from_socs = excluded.from_socs, to_socs = excluded.to_socs,
           marking = excluded.marking`,
        [
          socId,
          today.day,
          facts.map(({ valueId }) => valueId),
          told.map(({ otherSocs }) => otherSocs.from),
          told.map(({ otherSocs }) => otherSocs.to),
          told.map(({ marking }) => marking),
        ],
      );
    }
    if (fresh.length > 0)
      await this.connection.query(
        `insert into shared_allowance as a (soc_id, day, answered) values ($1, $2::date, $3)
         on conflict (soc_id, day) do update set answered = a.answered + excluded.answered`,
        [socId, today.day, fresh.length],
      );
  }

  private factsOf(socId: string, valueIds: readonly string[], { since }: Today): Promise<Facts[]> {
    return this.connection.query<Facts>(
      `select x.value_id as "valueId",
         (select count(*)::int from (select from indicator_soc o where o.value_id = x.value_id and o.soc_id <> $1 and o.last_seen >= $3
            limit ${MOST_COUNTED}) o) as others,
         array(select distinct m.marking from (${MARKED}) m) as markings,
         array(select distinct m.marking from (${MARKED}) m where exists (
           select from notification_recipient r where r.notification_id = m.notification_id and r.soc_id = $1)) as told,
         array(select ${SECTORS_OF_INCIDENT} from sighting g join incident i on i.id = g.source_id
               where g.value_id = x.value_id and g.soc_id = $1 and g.is_card and g.seen_at >= $3
               order by g.seen_at desc, g.source_id desc limit ${LOOKED_AT}) as sectors
       from unnest($2::uuid[]) x (value_id)`,
      [socId, valueIds, since],
    );
  }
}
