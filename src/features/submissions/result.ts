import type { ClassType } from "type-graphql";
import type { Reading } from "../../operation/reading.js";
import type { RequestContext } from "../../operation/request-context.js";
import type { SubmissionAccepted } from "./submission.types.js";
import type { Accepted, Outcome } from "./submissions.js";

/** Where each field that a result has beside those of all comes from; read when it is asked for, after the act. */
type FieldsOf<Result extends SubmissionAccepted> = {
  readonly [Field in Exclude<keyof Result, keyof SubmissionAccepted>]: (
    accepted: Accepted,
    reading: Reading,
  ) => unknown;
};

/** What a mutation returns: the result that was accepted, or the rejection. */
export function resultOf<Result extends SubmissionAccepted>(
  type: ClassType<Result>,
  outcome: Outcome,
  context: RequestContext,
  fields: FieldsOf<Result>,
): object {
  if (!outcome.isAccepted) return { __typename: "SubmissionRejected", ...outcome };
  const result = {
    __typename: type.name,
    warnings: outcome.warnings,
    isRepeated: outcome.isRepeated,
    get receipt() {
      return context.reading.receipt.load(outcome.submissionId);
    },
  };
  for (const [name, load] of Object.entries<FieldsOf<Result>[keyof FieldsOf<Result>]>(fields))
    Object.defineProperty(result, name, { enumerable: true, get: () => load(outcome, context.reading) });
  return result;
}

/** The incident that a submission was about, or that it opened. */
export function incidentOf({ incidentId }: Accepted, reading: Reading): unknown {
  return incidentId === null ? null : reading.incident.load(incidentId);
}

/** The notification that it was about. */
export function notificationOf({ notificationId }: Accepted, reading: Reading): unknown {
  return notificationId === null ? null : reading.notification.load(notificationId);
}

/** What else it made or changed, by its id. */
export function subjectOf({ subjectId }: Accepted, loader: { load(id: string): unknown }): unknown {
  return subjectId === null ? null : loader.load(subjectId);
}
