import type { IndicatorType } from "../../domain/indicator.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { timestamp } from "../../platform/sql.js";

/** The advisory lock that whoever judges new values shares, and whoever takes in a list holds alone: no value is between them. */
export const JUDGING = 5_800_001;

/** A value that a SOC sighted for the first time. */
export interface DueRow {
  readonly position: number;
  readonly valueId: string;
  readonly type: IndicatorType;
  readonly value: string;
  /** Not judged yet: no SOC that sighted it before has been told. */
  readonly isFresh: boolean;
}

/** A regular expression of a list, as `Patterns` takes it. */
export interface PatternRow {
  readonly key: string;
  readonly listId: string;
  readonly list: string;
  readonly pattern: string;
  readonly types: readonly IndicatorType[];
}

/** A value that fits a regular expression. */
export interface Fit {
  readonly valueId: string;
  readonly key: string;
  readonly listId: string;
}

/** Regular expressions of lists `l`, with their entries `e`. */
export const PATTERN_ROWS = `select e.key, e.list_id as "listId", l.name as list, e.pattern, l.types
  from warning_list l join warning_entry e on e.list_id = l.id and e.pattern is not null where l.kind = 'regex'`;

/** What is due to be judged by the warning lists; for whoever sees everything. */
export class JudgementStore {
  constructor(private readonly connection: Connection) {}

  /** Whether the lists stay as they are until this transaction ends: while one is taken in, they do not. Waits for nobody. */
  async holdsLists(): Promise<boolean> {
    const [row] = await this.connection.query<{ holds: boolean }>(
      "select pg_try_advisory_xact_lock_shared($1) as holds",
      [JUDGING],
    );
    return row?.holds ?? false;
  }

  /** The oldest of what is due. */
  async due(most: number): Promise<DueRow[]> {
    return this.connection.query(
      `select d.position, d.value_id as "valueId", v.type, v.value, not exists (
         select from indicator_soc s where s.value_id = d.value_id
           and not exists (select from judgement_due o where o.value_id = s.value_id and o.soc_id = s.soc_id)) as "isFresh"
       from (select * from judgement_due order by position limit $1) d join indicator_value v on v.id = d.value_id
       order by d.position`,
      [most],
    );
  }

  /** The regular expressions by which new values are judged. */
  async patterns(): Promise<PatternRow[]> {
    return this.connection.query(`${PATTERN_ROWS} and e.given_up_at is null order by e.list_id, e.key`);
  }

  /** Judges the fresh ones by everything else than regular expressions, whose fits are given, and takes all out of what is due. */
  async judge(due: readonly DueRow[], fits: readonly Fit[]): Promise<void> {
    const fresh = new Set(due.filter(({ isFresh }) => isFresh).map(({ valueId }) => valueId));
    await this.connection.query("select judge_values($1, $2, $3, $4, $5)", [
      [...fresh],
      due.map(({ position }) => position),
      fits.map(({ valueId }) => valueId),
      fits.map(({ key }) => key),
      fits.map(({ listId }) => listId),
    ]);
  }

  async giveUp({ key, listId }: PatternRow, now: Instant): Promise<void> {
    await this.connection.query("select give_up_warning($1, $2, $3)", [key, listId, timestamp(now)]);
  }
}
