import { toIso } from "../../src/domain/instant.js";
import type { RegisterName } from "../../src/domain/registers.js";
import type { Person } from "./person.js";

export interface TakenRegister {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
  /** What is refused, as JSON. */
  readonly problem: {
    readonly code?: string;
    readonly title?: string;
    readonly violations?: readonly { readonly parameter?: string; readonly message: string }[];
  };
}

/** March 2026, in which most tests happen. */
export const MARCH = { from: "2026-03-01", until: "2026-03-31" };

/** Takes a register out as this person, in a language. */
export async function takesRegister(
  person: Person,
  file: `${RegisterName}.${"csv" | "html" | "pdf"}`,
  query: Readonly<Record<string, string>> | string = MARCH,
  language = "en",
): Promise<TakenRegister> {
  const address = `${person.world.url}/exchange/registers/${file}?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${person.token}`, "accept-language": language },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = bytes.toString();
  const isJson = answer.headers.get("content-type")?.includes("json") === true;
  return {
    status: answer.status,
    headers: answer.headers,
    bytes,
    text,
    problem: isJson ? (JSON.parse(text) as TakenRegister["problem"]) : {},
  };
}

/** Puts incidents of a SOC into the database, all recorded now, which describe what they harmed so. */
export async function makesIncidents({ world, partyId }: Person, count: number, description: string): Promise<void> {
  await world.database.asOwner(
    `insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
     select gen_random_uuid(), $1::text || '-' || n, $1::uuid, jsonb_build_array(jsonb_build_object('description', $2::text)),
       'OTHER', $3::timestamptz, $3::timestamptz, 0
     from generate_series(1, $4::int) n`,
    [partyId, description, toIso(world.clock.now()), count],
  );
}

/** The rows of a register as CSV, its heads first. */
export async function rowsOf(
  person: Person,
  name: RegisterName,
  query: Readonly<Record<string, string>> = MARCH,
  language = "en",
): Promise<string[][]> {
  const { status, text } = await takesRegister(person, `${name}.csv`, query, language);
  if (status !== 200) throw new Error(`refused: ${text}`);
  return readCsv(text);
}

/** What RFC 4180 reads, and nothing more lenient: throws for anything else, for rows of another width, and without a mark for UTF-8. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith("\uFEFF")) throw new Error("there is no byte-order mark");
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 1;
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (place < text.length) {
    cell.lastIndex = place;
    const found = cell.exec(text);
    if (!found) throw new Error(`this is not RFC 4180: ${text.slice(place, place + 80)}`);
    const [whole, quoted, plain = "", end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
    place += whole.length;
  }
  if (row.length > 0 || rows.some(({ length }) => length !== rows[0]?.length)) throw new Error("rows differ in width");
  return rows;
}
