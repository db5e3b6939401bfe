import type { AcceptedOf, GatewayClient } from "../client/index.js";
import { ProtectedObjectsDocument, type IncidentFactKind } from "../schema/operations.generated.js";
import { Account, type Keyed, type Submission } from "./account.js";
import type { Centre } from "./centre.js";
import { DemoError, type Accepted, type Answer } from "./answers.js";
import { LiveScreen, type Expected } from "./live-screen.js";
import type { Screen } from "./screen.js";

/** A SOC's duty officer. */
export class Soc extends Account {
  /** Where it receives the centre's notifications. */
  readonly live: LiveScreen;

  private constructor(
    code: string,
    client: GatewayClient,
    screen: Screen,
    private readonly objects: ReadonlyMap<string, string>,
    private readonly centre: Centre,
  ) {
    super(code, client, screen);
    this.live = new LiveScreen(
      code,
      client,
      ({ kind }) => kind === "NOTIFIED",
      (arrival) => screen.arrival(arrival),
    );
  }

  /** The officer of the SOC `code`, who knows its protected objects. */
  static async of(code: string, client: GatewayClient, screen: Screen, centre: Centre): Promise<Soc> {
    const { protectedObjects } = await client.ask(ProtectedObjectsDocument, { first: 100 });
    const objects = new Map(protectedObjects.nodes.map((object) => [object.code, object.id]));
    return new Soc(code, client, screen, objects, centre);
  }

  /** The id of one of its objects. */
  object(code: string): { readonly objectId: string } {
    const objectId = this.objects.get(code);
    if (objectId === undefined) throw new DemoError(`${this.code} covers no object ${code} any more.`);
    return { objectId };
  }

  /**
   * Sends what the rules accept, and waits until the centre has received it: as a fact of the incident that the answer is
   * about, or as a fact of a notification to this SOC.
   */
  async sends<Input extends Keyed, Given extends Answer>(
    what: string,
    text: string,
    document: Submission<Input, Given>,
    input: Input,
    ...receivedAs: readonly (IncidentFactKind | Expected)[]
  ): Promise<AcceptedOf<Given>> {
    const accepted = await this.submits(what, text, document, input);
    for (const fact of receivedAs)
      await this.centre.live.receives(
        typeof fact === "string" ? { number: numberOf(accepted), kind: fact } : { soc: this.code, ...fact },
      );
    return accepted;
  }
}

function numberOf({ incident }: Accepted): string {
  if (!incident) throw new DemoError("The gateway answered without the incident.");
  return incident.number;
}
