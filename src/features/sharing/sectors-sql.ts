import type { Connection } from "../../platform/database.js";

/** The sectors of the registered objects of an incident `i`, in one text; empty where none is known. */
export const SECTORS_OF_INCIDENT = `(select coalesce(string_agg(distinct v, ' '), '') from protected_object p, unnest(p.sectors) v
  where p.id = any (i.object_ids))`;

/** The sectors in such a text. */
export function sectorsIn(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** The SOCs that there are, and which of them cover objects of a sector, at this time. */
export async function socsNow(connection: Connection, now: Date) {
  const rows = await connection.query<{ readonly sector: string | null; readonly ids: readonly string[] }>(
    `select null as sector, array_agg(p.id) as ids from party p where p.kind = 'SOC' and p.ended_at is null
     union all
     select s.sector, array_agg(distinct c.soc_id) from coverage c join protected_object o on o.id = c.object_id
       join party p on p.id = c.soc_id cross join unnest(o.sectors) s (sector)
     where c.starts_at <= $1 and (c.ends_at is null or c.ends_at > $1) and p.ended_at is null group by s.sector`,
    [now],
  );
  const bySector = new Map(
    rows.flatMap(({ sector, ids }) => (sector === null ? [] : [[sector, new Set(ids)] as const])),
  );
  return { all: new Set(rows.find(({ sector }) => sector === null)?.ids ?? []), bySector };
}
