import { request } from "node:http";
import { PrepareExportDocument } from "../../schema/operations.generated.js";
import type { ExportFormat } from "../../src/domain/exports.js";
import { toIso } from "../../src/domain/instant.js";
import type { Role } from "../../src/domain/parties.js";
import { accepted, unique, type Person } from "./person.js";

/** The same person, who may also export. */
export async function exporting(person: Person, role: Role = "SOC_OPERATOR"): Promise<Person> {
  await person.world.giveRoles(person, [role, "EXPORTER"]);
  return person;
}

/** Puts incidents of a SOC into the database, all recorded now, which describe what they harmed so. */
export async function hasIncidents({ world, partyId }: Person, count: number, description: string): Promise<void> {
  await world.database.asOwner(
    `insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
     select gen_random_uuid(), $1::text || '-' || n, $1::uuid, jsonb_build_array(jsonb_build_object(
       'objectId', null, 'objectCode', null, 'description', $2::text, 'kinds', null, 'ownerName', null)),
       'OTHER', $3::timestamptz, $3::timestamptz, 0
     from generate_series(1, $4::int) n`,
    [partyId, description, toIso(world.clock.now()), count],
  );
}

export async function preparesExport(
  person: Person,
  document: string,
  format: ExportFormat = "CSV",
  variables?: string,
  submissionKey = unique("key"),
) {
  const input = { submissionKey, document, format, ...(variables === undefined ? {} : { variables }) };
  return (await person.gets(PrepareExportDocument, { input })).prepareExport;
}

/** The address of an export that is accepted. */
export async function addressOf(
  person: Person,
  document: string,
  format: ExportFormat = "CSV",
  variables?: string,
  submissionKey = unique("key"),
): Promise<string> {
  const { url } = accepted(await preparesExport(person, document, format, variables, submissionKey)).export;
  if (url === null || url === undefined) throw new Error("an export has no address");
  return person.world.url + url;
}

export interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** Whether the body came to its end. */
  readonly isWhole: boolean;
}

/** Fetches an address; `onData` is called with each part and may be waited for. */
export function fetches(
  address: string,
  { method = "GET", onData }: { readonly method?: string; readonly onData?: (part: Buffer) => Promise<void> } = {},
): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      const done = (): void => {
        const bytes = Buffer.concat(parts);
        const { statusCode = 0, headers, complete } = answer;
        resolve({ status: statusCode, headers, bytes, text: bytes.toString(), isWhole: complete });
      };
      answer.on("error", () => undefined);
      answer.on("close", done);
      void (async () => {
        try {
          for await (const part of answer) {
            parts.push(part as Buffer);
            await onData?.(part as Buffer);
          }
        } catch {
          // It broke off: `complete` says so.
        }
      })();
    });
    asked.on("error", reject);
    asked.end();
  });
}
