import type { ExecutionResult } from "graphql";
import { RequestContext, type Gateway, type KnownCaller } from "../../operation/request-context.js";
import type { Execution } from "../execution.js";
import type { Operation } from "../operation.js";
import type { Preparation } from "../prepare-operation.js";

const INCIDENT = "number soc { code }";
const REVISIONS = `query ($number: String!) { incident(number: $number) { ${INCIDENT} cardRevisions { id revision } } }`;

/** A card with what was asked of it, and whose it is. */
export interface AskedCard<Card> {
  readonly number: string;
  readonly soc: { readonly code: string };
  readonly card: Card;
}

/** Asks the graph as the caller: within its scope, at its cost, in its turn. What documents are read and written by is asked so. */
export class Asking {
  constructor(
    private readonly parts: {
      readonly gateway: Gateway;
      readonly preparation: Preparation;
      readonly execution: Execution;
    },
  ) {}

  /** The answer to a text of ours, which is charged to nobody but by what it asks for. */
  async ask(text: string, variables: Operation["variables"], caller: KnownCaller): Promise<ExecutionResult> {
    const { gateway, preparation, execution } = this.parts;
    const document = preparation.document(text, null);
    if (!("kind" in document)) throw document[0] ?? new Error("an operation of ours is not valid");
    const operation = { document, variables };
    const faults = await execution.faults(operation, "http", caller);
    if (faults.length > 0) return { errors: faults };
    return execution.run(operation, new RequestContext(gateway, caller));
  }

  /**
   * These fields of an incident's card: of a revision, or (null) the last. Null where there is none. No other revision is read: each may
   * have thousands of indicators.
   */
  async card<Card>(
    fields: string,
    number: string,
    revision: number | null,
    caller: KnownCaller,
  ): Promise<AskedCard<Card> | null> {
    if (revision === null) {
      const text = `query ($number: String!) { incident(number: $number) { ${INCIDENT} card { ${fields} } } }`;
      const { incident } = (await this.data(text, { number }, caller)) as {
        readonly incident: AskedCard<Card | null> | null;
      };
      return incident?.card ? { ...incident, card: incident.card } : null;
    }
    const { incident } = (await this.data(REVISIONS, { number }, caller)) as {
      readonly incident:
        | (Omit<AskedCard<Card>, "card"> & {
            readonly cardRevisions: readonly { readonly id: string; readonly revision: number }[];
          })
        | null;
    };
    const id = incident?.cardRevisions.find((one) => one.revision === revision)?.id;
    if (!incident || id === undefined) return null;
    const text = `query ($id: ID!) { node(id: $id) { ... on IncidentCard { ${fields} } } }`;
    const { node } = (await this.data(text, { id }, caller)) as { readonly node: Card | null };
    return node && { number: incident.number, soc: incident.soc, card: node };
  }

  /** The data of the answer; throws what is refused. */
  async data(text: string, variables: Operation["variables"], caller: KnownCaller): Promise<ExecutionResult["data"]> {
    const { data, errors } = await this.ask(text, variables, caller);
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return data;
  }
}
