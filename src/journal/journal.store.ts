import type { Act, FactKind } from "../domain/facts.js";
import { canonicalJson, type Json } from "../domain/canonical.js";
import { toIso, type Instant } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import { instantIn } from "../platform/columns.js";
import type { Connection } from "../platform/database.js";
import { newId } from "../platform/identity.js";

/** Who did what to what, when, from where. What an act's entry says for itself; who and when is added. */
export interface EntryDraft {
  /** The entry's id, where the act needs to know it before it is written. */
  readonly id?: string;
  readonly act: Act;
  /** What subscribers receive about it; absent for acts without a fact. */
  readonly fact?: FactKind;
  readonly incident?: string | null;
  readonly notification?: string | null;
  readonly obligation?: string | null;
  /** The SOC in whose scope it is; absent for what is the centre's alone. */
  readonly soc?: string | null;
  /** The objects that it is about. */
  readonly objects?: readonly string[];
  /** The owners of these objects at that time: the only owners that receive it. */
  readonly owners?: readonly string[];
  /** Internal id of what the act made or changed. */
  readonly subject?: string;
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash?: string;
  /** What was registered by it, for an act that keeps its content nowhere else as it was given. */
  readonly content?: Json;
  /** Why it was done, for an act that stores its reason nowhere else. */
  readonly reason?: string;
  /** Set where the act was refused: the rules that it broke and where. */
  readonly refused?: readonly { readonly rule: string; readonly path: readonly string[] }[];
  readonly at: Instant;
}

/** The way by which something is sent to the gateway. */
export type Door = "graphql" | "json" | "xml" | "folder";

/** The origin of an act. */
export interface Origin {
  readonly requestId: string;
  readonly address: string | null;
  /** Absent for what nobody sent: what is taken out, what the gateway does itself, and what is done at its database. */
  readonly door?: Door;
  /** Of a file in the reserve folder. */
  readonly file?: FileTimes;
}

/** When a file came, by its file system: by the file's ctime, which its sender cannot set, and what its sender can. */
export interface FileTimes {
  readonly arrivedAt: Instant;
  readonly mtime: Instant;
}

/** A sealed entry that is a fact: what the feed is made of. */
export interface SealedFact {
  readonly position: number;
  readonly fact: FactKind;
  /** What it is about: an incident, a notification and one of its recipients, or a duty. */
  readonly incidentId: string | null;
  readonly notificationId: string | null;
  readonly obligationId: string | null;
  readonly socId: string | null;
  readonly objectIds: readonly string[];
  readonly ownerIds: readonly string[];
  readonly at: Instant;
}

/** A sealed entry as the tail reads it. */
export interface SealedEntry extends Omit<SealedFact, "fact"> {
  readonly act: Act;
  readonly fact: FactKind | null;
}

const COLUMNS = `j.position, j.act, j.fact, j.incident_id as "incidentId", j.notification_id as "notificationId",
  j.obligation_id as "obligationId",
  j.soc_id as "socId", j.object_ids as "objectIds", j.owner_ids as "ownerIds",
  ${instantIn("j.at")} as "at"`;

/**
 * Writes an act's entries into the outbox of its transaction, in their order and in one statement; gives the id of the
 * first.
 */
export async function appendEntries(
  connection: Connection,
  actor: Actor,
  origin: Origin,
  entries: readonly EntryDraft[],
): Promise<string> {
  const rows = entries.map((entry) => {
    const id = entry.id ?? newId(entry.at);
    return { id, body: bodyOf(id, actor, origin, entry) };
  });
  const [first] = rows;
  if (!first) throw new Error("an act leaves at least one entry");
  await connection.query(
    // The bodies as JSON: in an array of text pg would escape each of their quotes.
    `insert into outbox (entry_id, body)
     select e.id, e.body from rows from (unnest($1::uuid[]), json_array_elements_text($2::json)) with ordinality
       as e (id, body, ordinal) order by e.ordinal`,
    [rows.map(({ id }) => id), JSON.stringify(rows.map(({ body }) => body))],
  );
  return first.id;
}

function bodyOf(id: string, actor: Actor, origin: Origin, entry: EntryDraft): string {
  return canonicalJson({
    id,
    at: toIso(entry.at),
    act: entry.act,
    actor: actor.id,
    party: actor.party.id,
    request: origin.requestId,
    address: origin.address,
    door: origin.door,
    arrivedAt: origin.file && toIso(origin.file.arrivedAt),
    mtime: origin.file && toIso(origin.file.mtime),
    fact: entry.fact,
    incident: entry.incident,
    notification: entry.notification,
    obligation: entry.obligation,
    soc: entry.soc,
    objects: entry.objects ? [...entry.objects] : undefined,
    owners: entry.owners ? [...entry.owners] : undefined,
    subject: entry.subject,
    contentHash: entry.contentHash,
    content: entry.content,
    reason: entry.reason,
    refused: entry.refused,
  });
}

/** Sealed entries after a position, oldest first. Unscoped: what a subscriber may see is decided at each delivery. */
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
