import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ProtectedObjectsDocument, type IncidentFactKind } from "../../schema/operations.generated.js";
import type { Centre } from "./centre.js";
import { DemoError, type Accepted, type Answer, type GatewayClient } from "./client.js";
import type { Screen } from "./screen.js";

type Submission<Input> = TypedDocumentNode<Readonly<Record<string, Answer>>, { input: Input }>;

/** A SOC's duty officer. */
export class Soc {
  private constructor(
    readonly code: string,
    private readonly client: GatewayClient,
    private readonly objects: ReadonlyMap<string, string>,
    private readonly screen: Screen,
    private readonly centre: Centre,
  ) {}

  /** The officer of the SOC `code`, who knows its protected objects. */
  static async of(code: string, client: GatewayClient, screen: Screen, centre: Centre): Promise<Soc> {
    const { protectedObjects } = await client.ask(ProtectedObjectsDocument, { first: 100 });
    const objects = new Map(protectedObjects.nodes.map((object) => [object.code, object.id]));
    return new Soc(code, client, objects, screen, centre);
  }

  /** The id of one of its objects. */
  object(code: string): { readonly objectId: string } {
    const objectId = this.objects.get(code);
    if (objectId === undefined) throw new DemoError(`${this.code} covers no object ${code} any more.`);
    return { objectId };
  }

  /** Sends what the rules accept, and waits until the centre has heard it. */
  async sends<Input>(
    what: string,
    text: string,
    document: Submission<Input>,
    input: Input,
    heardAs: IncidentFactKind,
  ): Promise<Accepted> {
    this.screen.sends(this, what, text);
    const answer = await this.answer(document, input);
    if (answer.__typename === "SubmissionRejected") {
      this.screen.rejected(answer);
      throw new DemoError(`${this.code} was refused what the rules should accept.`);
    }
    this.screen.accepted(answer);
    await this.centre.hears(answer.incident.number, heardAs);
    return answer;
  }

  /** Sends again under the same key what was accepted before. */
  async sendsAgain<Input>(what: string, document: Submission<Input>, input: Input, before: Accepted): Promise<void> {
    this.screen.sends(this, what, "");
    const answer = await this.answer(document, input);
    if (answer.__typename === "SubmissionRejected" || answer.receipt.entryHash !== before.receipt.entryHash)
      throw new DemoError(`${this.code} got another receipt for the same key.`);
    this.screen.sameReceipt(answer);
  }

  /** Sends what breaks rules. */
  async isRefused<Input>(what: string, text: string, document: Submission<Input>, input: Input): Promise<void> {
    this.screen.sends(this, what, text);
    const answer = await this.answer(document, input);
    if (answer.__typename !== "SubmissionRejected")
      throw new DemoError(`${this.code} was granted what the rules should refuse.`);
    this.screen.rejected(answer);
  }

  /** The language that its answers come in. */
  get language(): string {
    return this.client.language;
  }

  private async answer<Input>(document: Submission<Input>, input: Input): Promise<Answer> {
    const [answer] = Object.values(await this.client.ask(document, { input }));
    if (!answer) throw new DemoError("The gateway answered nothing.");
    return answer;
  }
}
