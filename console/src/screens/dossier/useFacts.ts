import { type Reading, useReading } from "../../session/reading.js";
import { DossierFactsDocument, type DossierFactsQuery } from "../../operations/generated.js";

export type Fact = NonNullable<DossierFactsQuery["incident"]>["facts"]["nodes"][number];

const PAGE = 50;

/** A page of an incident's chronicle, newest first; what happens to the incident reads it again. */
export function useFacts(number: string, after: string | null): Reading<DossierFactsQuery> {
  return useReading(DossierFactsDocument, { number, first: PAGE, after }, { about: [number] });
}
