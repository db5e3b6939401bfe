/** Condition: no warning list says that the value `id` is no evidence. */
export const isEvidence = (id: string): string => `not exists (select from indicator_doubt d where d.value_id = ${id})`;

/** Condition: some value that these incidents, an array of ids, show for the first time is still to be judged by the warning lists. */
export const awaitsJudgement = (ids: string): string =>
  `exists (select from judgement_due d join sighting g on g.value_id = d.value_id where g.source_id = any (${ids}::uuid[]))`;
