import type { Act, IncidentFactKind } from "../domain/facts.js";
import { canonicalJson } from "../domain/canonical.js";
import { toIso, type Instant } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import type { Connection } from "../platform/database.js";
import { newId } from "../platform/identity.js";

/** Who did what to what, when, from where. What an act's entry says for itself; who and when is added. */
export interface EntryDraft {
  /** The entry's id, where the act needs to know it before it is written. */
  readonly id?: string;
  readonly act: Act;
  /** What subscribers hear of it; absent for acts that are nobody's news. */
  readonly fact?: IncidentFactKind;
  readonly incident?: string;
  readonly soc?: string;
  readonly object?: string | null;
  /** Inner id of what the act made or changed. */
  readonly subject?: string;
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash?: string;
  /** Set where the act was refused: the rules that it broke and where. */
  readonly refused?: readonly { readonly rule: string; readonly path: readonly string[] }[];
  readonly at: Instant;
}

/** From where an act came. */
export interface Origin {
  readonly requestId: string;
  readonly address: string | null;
}

/** A sealed entry that is a fact: what the feed is made of. */
export interface SealedFact {
  readonly position: number;
  readonly fact: IncidentFactKind;
  readonly incidentId: string;
  readonly socId: string;
  readonly objectId: string | null;
  readonly at: Instant;
}

/** A sealed entry as the tail reads it. */
export interface SealedEntry extends Omit<SealedFact, "fact" | "incidentId" | "socId"> {
  readonly act: Act;
  readonly fact: IncidentFactKind | null;
  readonly incidentId: string | null;
  readonly socId: string | null;
}

const COLUMNS = `j.position, j.act, j.fact, j.incident_id as "incidentId", j.soc_id as "socId", j.object_id as "objectId",
  (j.body::jsonb ->> 'at')::timestamptz as "at"`;

/** Writes one act's entry into the outbox of its transaction; gives the entry's id. */
export async function appendEntry(
  connection: Connection,
  actor: Actor,
  origin: Origin,
  entry: EntryDraft,
): Promise<string> {
  const id = entry.id ?? newId(entry.at);
  const body = canonicalJson({
    id,
    at: toIso(entry.at),
    act: entry.act,
    actor: actor.id,
    party: actor.party.id,
    request: origin.requestId,
    address: origin.address,
    fact: entry.fact,
    incident: entry.incident,
    soc: entry.soc,
    object: entry.object,
    subject: entry.subject,
    contentHash: entry.contentHash,
    refused: entry.refused,
  });
  await connection.query(`insert into outbox (entry_id, body) values ($1, $2)`, [id, body]);
  return id;
}

/** Sealed entries after a position, oldest first. Unscoped: what a subscriber may see is asked at each delivery. */
export async function entriesAfter(connection: Connection, position: number, limit: number): Promise<SealedEntry[]> {
  return connection.query(`select ${COLUMNS} from journal j where j.position > $1 order by j.position limit $2`, [
    position,
    limit,
  ]);
}

/** The last position, and the last one that is no longer kept (0 where everything is). */
export async function journalBounds(
  connection: Connection,
): Promise<{ readonly head: number; readonly anchor: number }> {
  const [row] = await connection.query<{ head: number; anchor: number }>(`select head, anchor from journal_bounds()`);
  if (!row) throw new Error("the journal has no anchor");
  return row;
}
