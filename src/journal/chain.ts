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
  /** Whether its columns are those that its body names. */
  readonly isRead: boolean;
  readonly contentHash: Buffer | null;
  readonly content: string | null;
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
         (j.act, j.fact, j.incident_id, j.soc_id, j.notification_id, j.obligation_id) is not distinct from
           (c.act, c.fact, c.incident_id, c.soc_id, c.notification_id, c.obligation_id) as "isRead"
       from journal j cross join lateral entry_columns(j.body) c left join submission s on s.entry_id = j.entry_id
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
  if (!link.isRead) return "its columns do not say what its body says";
  if (link.content === null) return null;
  const said = (JSON.parse(link.body) as { contentHash?: string }).contentHash;
  const found = sha256(link.content).toString("hex");
  if (found !== said || link.contentHash?.toString("hex") !== said)
    return "the submission that it acknowledges no longer has the content that was accepted";
  return null;
}
