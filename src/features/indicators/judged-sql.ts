import type { Connection } from "../../platform/database.js";

/** Condition: no warning list says that the value `id` is no evidence. */
export const isEvidence = (id: string): string => `not exists (select from indicator_doubt d where d.value_id = ${id})`;

/** Whether some value that these incidents show for the first time is still to be judged by the warning lists. */
export async function awaitJudgement(connection: Connection, incidentIds: readonly string[]): Promise<boolean> {
  const [row] = await connection.query<{ readonly awaits: boolean }>(
    `select exists (
       select from judgement_due d join sighting g on g.value_id = d.value_id where g.source_id = any ($1::uuid[])
     ) as awaits`,
    [incidentIds],
  );
  return row?.awaits ?? false;
}
