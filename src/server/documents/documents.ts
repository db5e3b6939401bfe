import type { Gateway } from "../../operation/request-context.js";
import type { Bodies } from "../bodies.js";
import type { ErrorDesk } from "../errors.js";
import type { Execution } from "../execution.js";
import type { Preparation } from "../prepare-operation.js";
import { GraphClient } from "./graph-client.js";
import { Refusals } from "./refusals.js";
import { Submitter } from "./submitter.js";

interface Parts {
  readonly gateway: Gateway;
  readonly preparation: Preparation;
  readonly execution: Execution;
  readonly bodies: Bodies;
  readonly errors: ErrorDesk;
}

/** R13.2: what takes documents in and gives them out, whichever door they come through. It knows neither HTTP nor files. */
export class Documents {
  readonly gateway: Gateway;
  readonly execution: Execution;
  readonly bodies: Bodies;
  readonly graph: GraphClient;
  readonly refusals: Refusals;
  readonly submitter: Submitter;

  constructor(
    parts: Parts,
    readonly limits: {
      /** Bytes of a document. */
      readonly bytes: number;
      /** Documents of a batch. */
      readonly items: number;
    },
  ) {
    this.gateway = parts.gateway;
    this.execution = parts.execution;
    this.bodies = parts.bodies;
    this.graph = new GraphClient(parts);
    this.refusals = new Refusals(parts.errors);
    this.submitter = new Submitter(parts, this.graph, this.refusals);
  }
}
