import type { Act } from "../../domain/facts.js";
import type { LocalDate } from "../../domain/instant.js";
import type { CountedIncident } from "../../domain/statistics.js";
import type { Connection } from "../../platform/database.js";
import { encoded, type KeptRow } from "./kept-sql.js";

/** Entries, or incidents of the walk, that are counted at a time. */
const BATCH = 500;

/** Changes what is counted of incidents that it does not name: those of its subject. */
const ON_OBJECTS: Act = "object.change";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** How far incidents are counted. */
export interface Progress {
  /** The last position of the journal that is in the counts; null: not begun. */
  readonly position: number | null;
  /** The last incident of those that were there before the counting began; null: all of them are counted. */
  readonly walkedTo: string | null;
}

const PROGRESS = `position, walked_to as "walkedTo"`;

/** Where incidents are read and kept (`CountedIncidentStore`). */
interface Incidents {
  fresh(ids: readonly string[]): Promise<CountedIncident[]>;
  kept(ids: readonly string[]): Promise<KeptRow[]>;
  keep(rows: readonly KeptRow[]): Promise<void>;
}

/** The kept counts of incidents, and how they are brought up to date. */
export class CountingStore {
  constructor(
    private readonly connection: Connection,
    private readonly incidents: Incidents,
  ) {}

  async progress(): Promise<Progress> {
    const [row] = await this.connection.query<Progress>(`select ${PROGRESS} from counting_progress`);
    if (!row) throw new Error("the counting of incidents has no place to begin");
    return row;
  }

  /**
   * Counts the next few: of the incidents that were there before, then of those that entries of the journal name. Each comparison
   * is between what is kept and what the dossier says now, so that nothing counts twice, however often it is repeated. Gives
   * whether there may be more, or null where another gateway counts. In a transaction of its own.
   */
  async countSome(): Promise<boolean | null> {
    const [was] = await this.connection.query<Progress>(
      `select ${PROGRESS} from counting_progress for update skip locked`,
    );
    if (!was) return null;
    const [bounds] = await this.connection.query<{ head: number; anchor: number }>(
      "select head, anchor from journal_bounds()",
    );
    if (!bounds) throw new Error("the journal has no anchor");
    const { head, anchor } = bounds;
    // What the journal no longer holds could only be found by looking at every incident again.
    if (was.position === null || was.position < anchor) return this.goOn({ position: head, walkedTo: NOBODY }, true);
    return was.walkedTo === null ? this.follow(was.position) : this.walk(was.position, was.walkedTo);
  }

  private async walk(position: number, from: string): Promise<boolean> {
    const rows = await this.connection.query<{ id: string }>(
      "select id from incident where id > $1 order by id limit $2",
      [from, BATCH],
    );
    const ids = rows.map(({ id }) => id);
    await this.count(ids);
    return this.goOn({ position, walkedTo: ids.length < BATCH ? null : (ids.at(-1) ?? null) }, true);
  }

  private async follow(position: number): Promise<boolean> {
    const entries = await this.connection.query<{
      position: number;
      incidentId: string | null;
      objectId: string | null;
    }>(
      `select position, incident_id as "incidentId",
         case when act = $3 then (body::jsonb ->> 'subject')::uuid end as "objectId" from journal
       where position > $1 order by position limit $2`,
      [position, BATCH, ON_OBJECTS],
    );
    const last = entries.at(-1);
    if (!last) return false;
    const ids = new Set(entries.flatMap(({ incidentId }) => incidentId ?? []));
    const objects = entries.flatMap(({ objectId }) => objectId ?? []);
    if (objects.length > 0)
      for (const { id } of await this.connection.query<{ id: string }>("select incidents_naming($1) as id", [objects]))
        ids.add(id);
    const all = [...ids];
    for (let place = 0; place < all.length; place += BATCH) await this.count(all.slice(place, place + BATCH));
    return this.goOn({ position: last.position, walkedTo: null }, entries.length === BATCH);
  }

  private async goOn({ position, walkedTo }: Progress, isMore: boolean): Promise<boolean> {
    await this.connection.query("update counting_progress set position = $1, walked_to = $2", [position, walkedTo]);
    return isMore;
  }

  private async count(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const before = new Map((await this.incidents.kept(ids)).map((row) => [row[0], row]));
    const changed = (await this.incidents.fresh(ids))
      .map(encoded)
      .filter((row) => JSON.stringify(row) !== JSON.stringify(before.get(row[0])));
    if (changed.length === 0) return;
    await this.incidents.keep(changed);
    await this.addToDays(
      changed.flatMap((row) => {
        const old = before.get(row[0]);
        return [...(old ? [{ row: old, change: -1 }] : []), { row, change: 1 }];
      }),
    );
  }

  private async addToDays(changes: readonly { readonly row: KeptRow; readonly change: number }[]): Promise<void> {
    const cells = new Map<string, { readonly cell: Cell; incidents: number }>();
    for (const { row, change } of changes) {
      const [, socId, day, type, level, isRetracted] = row;
      const cell: Cell = [day, socId, type, level, isRetracted];
      const name = cell.join(" ");
      const found = cells.get(name);
      if (found) found.incidents += change;
      else cells.set(name, { cell, incidents: change });
    }
    const moved = [...cells.values()].filter(({ incidents }) => incidents !== 0);
    if (moved.length === 0) return;
    const columns = [0, 1, 2, 3, 4].map((place) => moved.map(({ cell }) => cell[place]));
    const given = [...columns, moved.map(({ incidents }) => incidents)];
    await this.connection.query(
      `insert into counted_day as d (day, soc_id, type, level, is_retracted, incidents)
       select * from unnest($1::date[], $2::uuid[], $3::smallint[], $4::smallint[], $5::boolean[], $6::int[])
       on conflict (soc_id, day, type, level, is_retracted) do update set incidents = d.incidents + excluded.incidents`,
      given,
    );
  }
}

type Cell = readonly [day: LocalDate, socId: string, type: number, level: number, isRetracted: boolean];
