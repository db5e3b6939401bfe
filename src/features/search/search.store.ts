import type { SearchedKind, SearchedText } from "../../domain/search/parts.js";
import { SEARCHED_INDICATORS } from "../../domain/search/parts.js";
import type { Connection } from "../../platform/database.js";

/** Where a page goes on: after the row with these values. */
export interface SearchPlace {
  /** As PostgreSQL writes it; null where the newest stand first. */
  readonly rank: string | null;
  readonly at: string;
  readonly id: string;
}

export interface SearchQuestion {
  /** The text of a `tsquery`. */
  readonly asked: string;
  /** Rows; 0: only how many there are. */
  readonly most: number;
  readonly after: SearchPlace | null;
}

export interface HitRow extends SearchPlace {
  /** What holds the words: kinds and ids, each kind beside its id. */
  readonly kinds: readonly SearchedKind[];
  readonly ids: readonly string[];
}

export interface Hits {
  readonly rows: readonly HitRow[];
  /** Up to 10,000; 10,001: more. */
  readonly hits: number;
  readonly isByTime: boolean;
}

/** What a search keeps of one text. */
export interface SearchTextRow {
  readonly kind: SearchedKind;
  readonly id: string;
  readonly subjectId: string;
  readonly at: string;
  readonly words: string;
}

/** A text to take in. */
export interface TextToKeep {
  readonly id: string;
  readonly subjectId: string;
  readonly at: string;
  /** False for a revision that a later one has replaced. */
  readonly isCurrent: boolean;
  readonly texts: readonly SearchedText[];
  readonly socIds: readonly string[];
  readonly ownerIds: readonly string[];
}

export interface DueRow {
  readonly kind: SearchedKind;
  readonly id: string;
}

/** Of each kind: its texts, and whose they are; `$1` are the ids. */
const TEXTS: Readonly<Record<SearchedKind, string>> = {
  REPORT: `select r.incident_id as id, i.id as "subjectId", i.received_at::text as at, true as "isCurrent",
      jsonb_build_array(jsonb_build_object('part', 'SUMMARY', 'text', r.summary)) as texts,
      array[i.soc_id]::text[] as "socIds", r.owner_ids::text[] as "ownerIds"
    from incident_report r join incident i on i.id = r.incident_id where r.incident_id = any ($1)`,
  CARD: `select c.id, i.id as "subjectId", i.received_at::text as at,
      not exists (select from incident_card l where l.incident_id = c.incident_id and l.revision > c.revision) as "isCurrent",
      jsonb_build_array(jsonb_build_object('part', 'NATURE', 'text', c.nature), jsonb_build_object('part', 'MEASURES', 'text', c.measures),
        jsonb_build_object('part', 'NOTE', 'text', coalesce(c.note, ''))) || coalesce((
        select jsonb_agg(jsonb_build_object('part', 'INDICATOR', 'text', n.value) order by n.ordinal)
        from (select * from indicator n where n.card_id = c.id order by n.ordinal limit ${SEARCHED_INDICATORS}) n), '[]') as texts,
      array[i.soc_id]::text[] as "socIds", c.owner_ids::text[] as "ownerIds"
    from incident_card c join incident i on i.id = c.incident_id where c.id = any ($1)`,
  NOTIFICATION: `select n.id, n.id as "subjectId", n.sent_at::text as at, true as "isCurrent",
      jsonb_build_array(jsonb_build_object('part', 'SUMMARY', 'text', n.text)) as texts,
      array(select r.soc_id::text from notification_recipient r where r.notification_id = n.id) as "socIds", '{}'::text[] as "ownerIds"
    from notification n where n.id = any ($1)`,
  ANALYSIS: `select a.id, a.id as "subjectId", a.received_at::text as at, true as "isCurrent",
      jsonb_build_array(jsonb_build_object('part', 'ANALYSIS', 'text', concat_ws(E'\\n\\n', a.findings, a.measures, a.conclusions,
        a.recommendations))) as texts,
      array[a.soc_id]::text[] as "socIds", '{}'::text[] as "ownerIds"
    from analysis a where a.id = any ($1)`,
  OBJECT: `select o.id, o.id as "subjectId", o.registered_at::text as at, true as "isCurrent",
      jsonb_build_array(jsonb_build_object('part', 'OBJECT', 'text', o.name || E'\\n' || o.code)) as texts,
      array(select distinct c.soc_id::text from coverage c where c.object_id = o.id) as "socIds",
      array_remove(array[o.owner_id, o.holder_id]::text[], null) as "ownerIds"
    from protected_object o where o.id = any ($1)`,
};

/**
 * What is found by words. The scope is not an argument of its statements: the functions put that of the transaction's role into
 * each question themselves.
 */
export class SearchStore {
  constructor(private readonly connection: Connection) {}

  /** What fits a question within the scope: best first, or newest first where more than 10,000 things fit. */
  async hits({ asked, most, after }: SearchQuestion): Promise<Hits> {
    const rows = await this.connection.query<HitRow & { readonly hits: number; readonly isByTime: boolean }>(
      `select kinds, ids, subject_id as id, rank::text, at::text, hits, is_by_time as "isByTime"
       from search_texts($1::tsquery, $2, $3, $4::real, $5::timestamptz, $6)`,
      [
        asked,
        most,
        after === null ? null : after.rank === null,
        after?.rank ?? null,
        after?.at ?? null,
        after?.id ?? null,
      ],
    );
    const [{ hits, isByTime } = { hits: 0, isByTime: false }] = rows;
    // A single row without a subject says only how many there are.
    return { rows: rows.filter(({ id }: { readonly id: string | null }) => id !== null), hits, isByTime };
  }

  /** Words of the scope's own texts that are written like this one, the likest first. */
  similar(word: string, most: number): Promise<{ readonly word: string; readonly written: string }[]> {
    return this.connection.query("select word, written from similar_words($1, $2)", [word, most]);
  }

  /** Takes at most so many of what is due, oldest first; none while another gateway does. */
  async takeDue(most: number): Promise<DueRow[]> {
    const [lock] = await this.connection.query<{ readonly isMine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('dabyl search')) as "isMine"`,
    );
    if (lock?.isMine !== true) return [];
    return this.connection.query("select kind, id from take_search_due($1)", [most]);
  }

  textsOf(kind: SearchedKind, ids: readonly string[]): Promise<TextToKeep[]> {
    return this.connection.query(TEXTS[kind], [ids]);
  }

  async keep(rows: readonly SearchTextRow[]): Promise<void> {
    await this.connection.query(
      `insert into search_text (kind, id, subject_id, at, words)
       select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[]::tsvector[])
       on conflict (kind, id) do update set words = excluded.words`,
      [
        rows.map(({ kind }) => kind),
        rows.map(({ id }) => id),
        rows.map(({ subjectId }) => subjectId),
        rows.map(({ at }) => at),
        rows.map(({ words }) => words),
      ],
    );
  }

  /** What stood in earlier revisions of the cards of these incidents is found no more. */
  async drop(incidentIds: readonly string[], current: readonly string[]): Promise<void> {
    await this.connection.query("select drop_search_cards($1, $2)", [incidentIds, current]);
  }

  async keepWords(scopes: readonly string[], words: readonly string[], written: readonly string[]): Promise<void> {
    await this.connection.query(
      `insert into search_word (scope, word, written) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
      [scopes, words, written],
    );
  }
}
