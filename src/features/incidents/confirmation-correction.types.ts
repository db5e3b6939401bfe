import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { Instant } from "../../domain/instant.js";
import { DateTime } from "../../graph/scalars.js";
import {
  resultType,
  SubmissionAccepted,
  SubmissionInput,
  INCIDENT_REFERENCE,
} from "../submissions/submission.types.js";
import { Incident } from "./incident.types.js";

@InputType({ description: "L4: a request to correct a confirmation that your SOC declared by mistake." })
export class RequestConfirmationCorrectionInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => DateTime, { description: "When it was confirmed; neither in the future nor before it occurred (L3)." })
  confirmedAt!: Instant;
  @Field(() => String, { description: "How the mistake came about (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "L4: the refusal to correct a confirmation." })
export class RefuseConfirmationCorrectionInput extends SubmissionInput {
  @Field(() => ID, {
    description: `The incident; its SOC has requested a correction that is not decided yet. ${INCIDENT_REFERENCE}`,
  })
  incidentId!: string;
  @Field(() => String, { description: "The reason (F1 to F3)." })
  reason!: string;
}

@InputType({ description: "L4: a SOC's request to correct a confirmation that it takes back." })
export class WithdrawCorrectionRequestInput extends SubmissionInput {
  @Field(() => ID, {
    description: `The incident; your SOC has requested a correction that is not decided yet. ${INCIDENT_REFERENCE}`,
  })
  incidentId!: string;
}

@InputType({ description: "L4: the confirmation time from which the incident's terms are to run." })
export class CorrectConfirmationInput extends SubmissionInput {
  @Field(() => ID, { description: `The incident. ${INCIDENT_REFERENCE}` })
  incidentId!: string;
  @Field(() => DateTime, { description: "When it was confirmed; neither in the future nor before it occurred (L3)." })
  confirmedAt!: Instant;
  @Field(() => String, { description: "The reason (F1 to F3)." })
  reason!: string;
}

@ObjectType({ implements: SubmissionAccepted, description: "A correction of the confirmation was requested." })
export class CorrectionRequested extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident; its terms keep running." })
  incident!: Incident;
}

export const RequestConfirmationCorrectionResult = resultType(
  "RequestConfirmationCorrectionResult",
  CorrectionRequested,
);
@ObjectType({ implements: SubmissionAccepted, description: "A correction of the confirmation was refused." })
export class CorrectionRefused extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident; its terms keep running." })
  incident!: Incident;
}

export const RefuseConfirmationCorrectionResult = resultType("RefuseConfirmationCorrectionResult", CorrectionRefused);

@ObjectType({ implements: SubmissionAccepted, description: "A request to correct the confirmation was taken back." })
export class CorrectionWithdrawn extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident; its terms keep running." })
  incident!: Incident;
}

export const WithdrawCorrectionRequestResult = resultType("WithdrawCorrectionRequestResult", CorrectionWithdrawn);

@ObjectType({ implements: SubmissionAccepted, description: "A confirmation was corrected." })
export class ConfirmationCorrected extends SubmissionAccepted {
  @Field(() => Incident, { description: "The incident, with its terms as they run now." })
  incident!: Incident;
}

export const CorrectConfirmationResult = resultType("CorrectConfirmationResult", ConfirmationCorrected);
