import type { OpenQuestion } from "../../domain/open-questions.js";

/** L9: an incident `i` describes an object by what is the code or the name of a registered one. */
export const DESCRIBES_REGISTERED = `exists (select from jsonb_array_elements(i.affected) a
    where a ->> 'objectId' is null and is_registered_name(a ->> 'description'))`;

/** L4: a row of the table correction_request that the national centre has still to decide. */
export const PENDING_REQUEST =
  "decided_at is null and replaced_at is null and settled_at is null and withdrawn_at is null";

/** The same judgement as `openQuestionsOf`, as a condition on a row `i` of the table incident. A test holds the two together. */
const HOLDS: Readonly<Record<OpenQuestion, string>> = {
  CONFIRMED_BEFORE_IT_OCCURRED: "i.confirmed_at < i.occurred_at",
  CONFIRMED_BEFORE_THE_TERMS: "i.is_before_terms",
  OBJECT_OF_UNKNOWN_KIND: `exists (select from jsonb_array_elements(i.affected) a
    where a ->> 'objectId' is null and a ->> 'kinds' is null)`,
  DESCRIBED_BY_REGISTERED_NAME: DESCRIBES_REGISTERED,
  CORRECTION_REQUESTED: `exists (select from correction_request c
    where c.incident_id = i.id and ${PENDING_REQUEST})`,
  RETRACTION_REQUESTED: "exists (select from retraction r where r.incident_id = i.id and r.decided_at is null)",
};

/** Incidents with one of these questions; none for an empty list. */
export function withOpenQuestion(questions: readonly OpenQuestion[]): string {
  const any = questions.map((question) => `(${HOLDS[question]})`).join(" or ");
  return `i.retracted_at is null and (${any || "false"})`;
}
