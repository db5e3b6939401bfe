import type { ExecutionResult } from "graphql";
import { RequestContext, type Gateway, type KnownCaller } from "../../operation/request-context.js";
import type { Execution } from "../execution.js";
import type { Operation } from "../operation.js";
import type { Preparation } from "../prepare-operation.js";

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

  /** The data of the answer; throws what is refused. */
  async data(text: string, variables: Operation["variables"], caller: KnownCaller): Promise<ExecutionResult["data"]> {
    const { data, errors } = await this.ask(text, variables, caller);
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return data;
  }
}
