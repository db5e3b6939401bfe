import { isDeepStrictEqual } from "node:util";
import { instantIn } from "../platform/columns.js";
import type { Connection } from "../platform/database.js";
import { sha256 } from "../platform/hash.js";

/** What a walk along the chain found. */
export type Walk =
  | { readonly isWhole: true; readonly entries: number; readonly head: number; readonly hash: string }
  | { readonly isWhole: false; readonly position: number; readonly fault: string };

interface Link {
  readonly position: number;
  readonly body: string;
  readonly hash: Buffer;
  readonly columns: readonly (string | null)[];
  readonly at: number | null;
  readonly objects: readonly string[];
  readonly owners: readonly string[];
  readonly contentHash: Buffer | null;
  readonly content: string | null;
}

/** What an entry's body names that its columns repeat. Older ones name one object and one owner, or none at all. */
interface Body {
  readonly act?: string;
  readonly at?: string;
  readonly actor?: string;
  readonly party?: string;
  readonly fact?: string;
  readonly incident?: string;
  readonly soc?: string;
  readonly notification?: string;
  readonly obligation?: string;
  readonly objects?: readonly string[];
  readonly owners?: readonly string[];
  readonly object?: string;
  readonly owner?: string;
  readonly contentHash?: string;
}

/** Links that one statement reads. */
const BATCH = 2_000;

/**
 * hash = SHA-256(previous hash, position as 8 bytes big-endian, body in UTF-8). The same is computed by seal_journal; this
 * is for the caller to check.
 */
export function linkHash(previous: Buffer, position: number, body: string): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(position));
  return sha256(Buffer.concat([previous, place, Buffer.from(body)]));
}

/**
 * Walks the chain from the anchor before its first kept entry and names the first broken link: a gap, a hash that does
 * not follow, columns that are not what the body says, an accepted submission whose content is no longer what its entry says.
 */
export async function walkChain(connection: Connection): Promise<Walk> {
  const [anchor] = await connection.query<{ position: number; hash: Buffer }>(
    `select position, hash from journal_anchor`,
  );
  if (!anchor) return { isWhole: false, position: 0, fault: "the anchor before the first entry is missing" };
  let { position, hash } = anchor;
  let entries = 0;
  for (;;) {
    const links = await connection.query<Link>(
      `select j.position, j.body, j.hash, s.content_hash as "contentHash", s.content,
         array[j.act, j.fact, j.incident_id::text, j.soc_id::text, j.notification_id::text, j.obligation_id::text,
           j.actor_id::text, j.party_id::text] as columns, ${instantIn("j.at")} as at,
         j.object_ids::text[] as objects, j.owner_ids::text[] as owners
       from journal j left join submission s on s.entry_id = j.entry_id
       where j.position > $1 order by j.position limit ${BATCH}`,
      [position],
    );
    for (const link of links) {
      const fault = faultOf(link, position, hash);
      if (fault !== null) return { isWhole: false, position: link.position, fault };
      ({ position, hash } = link);
      entries += 1;
    }
    if (links.length < BATCH) return { isWhole: true, entries, head: position, hash: hash.toString("hex") };
  }
}

function faultOf(link: Link, position: number, hash: Buffer): string | null {
  if (link.position !== position + 1) return `the entry before it, ${link.position - 1}, is missing`;
  if (!linkHash(hash, link.position, link.body).equals(link.hash))
    return "its hash does not follow from the entry before it";
  const body = read(link.body);
  if (body === null) return "its body is no entry";
  if (!repeats(link, body)) return "its columns do not say what its body says";
  if (link.content === null) return null;
  const said = body.contentHash;
  const found = sha256(link.content).toString("hex");
  if (found !== said || link.contentHash?.toString("hex") !== said)
    return "the submission that it acknowledges no longer has the content that was accepted";
  return null;
}

function read(body: string): Body | null {
  try {
    return JSON.parse(body) as Body | null;
  } catch {
    return null;
  }
}

/** Whether the columns, which readers and the fence go by, are those that the body names. */
function repeats({ columns, ...link }: Link, body: Body): boolean {
  const { act, fact, incident, soc, notification, obligation, actor, party } = body;
  const named = [act, fact, incident, soc, notification, obligation, actor, party];
  const objects = body.objects ?? [body.object ?? []].flat();
  const owners = body.owners ?? [body.owner ?? []].flat();
  return (
    named.every((value, index) => (value ?? null) === columns[index]) &&
    (body.at === undefined ? null : Date.parse(body.at)) === link.at &&
    isDeepStrictEqual(objects, link.objects) &&
    isDeepStrictEqual(owners, link.owners)
  );
}
