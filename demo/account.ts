import { type AcceptedOf, type GatewayClient, Rejected } from "../client/index.js";
import type { RejectionFragment, TypedDocumentString } from "../schema/operations.generated.js";
import { DemoError, type Answer } from "./answers.js";
import type { Screen } from "./screen.js";

/** Milliseconds for which a submission is repeated: whoever watches would take a longer silence for the end. */
const PATIENCE = 10_000;

/** The input of a submission. */
export interface Keyed {
  readonly submissionKey: string;
}

/** A mutation that is answered with an acceptance or a rejection. */
export type Submission<Input extends Keyed, Given extends Answer> = TypedDocumentString<
  Readonly<Record<string, Given>>,
  { input: Input }
>;

/** Somebody with an account at the gateway, whose submissions and their answers are seen on the terminal. */
export class Account {
  constructor(
    readonly code: string,
    protected readonly client: GatewayClient,
    protected readonly screen: Screen,
  ) {}

  /** The language that its answers come in. */
  get language(): string {
    const { language = "en" } = this.client.settings;
    return typeof language === "string" ? language : language();
  }

  /** Sends what the rules accept. */
  async submits<Input extends Keyed, Given extends Answer>(
    what: string,
    text: string,
    document: Submission<Input, Given>,
    input: Input,
  ): Promise<AcceptedOf<Given>> {
    this.screen.sends(this, what, text);
    const answer = await this.answer(document, input);
    if (isRejection(answer)) {
      this.screen.rejected(answer);
      throw new DemoError(`${this.code} was refused what the rules should accept.`);
    }
    this.screen.accepted(answer);
    return answer as AcceptedOf<Given>;
  }

  /** Sends again under the same key what was accepted before. */
  async sendsAgain<Input extends Keyed, Given extends Answer>(
    what: string,
    document: Submission<Input, Given>,
    input: Input,
    before: AcceptedOf<Given>,
  ): Promise<void> {
    this.screen.sends(this, what, "");
    const answer = await this.answer(document, input);
    if (isRejection(answer) || isRejection(before) || answer.receipt.entryHash !== before.receipt.entryHash)
      throw new DemoError(`${this.code} got another receipt for the same key.`);
    this.screen.sameReceipt(answer);
  }

  /** Sends what breaks rules. */
  async isRefused<Input extends Keyed>(
    what: string,
    text: string,
    document: Submission<Input, Answer>,
    input: Input,
  ): Promise<void> {
    this.screen.sends(this, what, text);
    const answer = await this.answer(document, input);
    if (!isRejection(answer)) throw new DemoError(`${this.code} was granted what the rules should refuse.`);
    this.screen.rejected(answer);
  }

  private async answer<Input extends Keyed>(document: Submission<Input, Answer>, input: Input): Promise<Answer> {
    try {
      return await this.client.submit(document, input, { patience: PATIENCE });
    } catch (error) {
      if (error instanceof Rejected) return error.rejection;
      throw error;
    }
  }
}

function isRejection(answer: Answer): answer is RejectionFragment {
  return answer.__typename === "SubmissionRejected";
}
