import type { AcceptanceFragment, IncidentRowFragment, RejectionFragment } from "../schema/operations.generated.js";
import { Hindrance } from "../src/platform/program.js";

/** What keeps the demonstration from being played, in one sentence. */
export class DemoError extends Hindrance {}

/** The languages that the gateway answers in. */
export type Language = "kk" | "ru" | "en";

interface Numbered {
  readonly number: string;
}

/** An accepted submission, of whatever kind, with what it is about or has made. */
export type Accepted = AcceptanceFragment & {
  readonly incident?: IncidentRowFragment | null;
  readonly notification?: Numbered | null;
  readonly threat?: Numbered;
  readonly event?: Numbered;
  readonly detectedIncident?: Numbered;
};

/** What a submission is answered with. */
export type Answer = Accepted | RejectionFragment;
