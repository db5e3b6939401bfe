import {
  createSourceEventStream,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";
import type { AnswerLimits } from "../platform/meter.js";
import type { Purpose, Rates, Spender } from "../platform/rates.js";
import type { Metrics } from "../platform/metrics.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import type { Turnstile } from "../platform/turnstile.js";
import { Following } from "../operation/feed-frames.js";
import type { FeedTurns } from "../operation/feed-turns.js";
import type { Caller, RequestContext } from "../operation/request-context.js";
import { BoundedExecution, refusing, type Cost } from "./bounded-execution.js";
import { Charges } from "./charges.js";
import { Frames, UNHEARD } from "./frames.js";
import { argumentsOf, isMutation, operationOf, type Operation } from "./operation.js";
import type { Preparation } from "./prepare-operation.js";
import type { Outlet } from "./room-messages.js";
import { Rooms } from "./rooms.js";

/** Whose turn a part is read in. */
interface Reader {
  readonly session: { readonly actor: Spender };
  readonly signal: AbortSignal;
}

/** The spender for operations without a session. */
const NOBODY: Spender = { id: "", party: { id: "" } };

/** Executes prepared operations: the same over HTTP and over a socket. */
export class Execution {
  readonly charges: Charges;
  private readonly bounded: BoundedExecution;
  private readonly rooms: Rooms;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly preparation: Preparation,
    private readonly order: {
      readonly turnstiles: Readonly<Record<"acts" | "readings", Turnstile>>;
      readonly feedTurns: FeedTurns;
      readonly rightOfWay: RightOfWay;
    },
    rates: Rates,
    limits: AnswerLimits,
    private readonly metrics: Metrics,
  ) {
    this.charges = new Charges(rates, preparation, limits);
    this.bounded = new BoundedExecution(schema, preparation, order.rightOfWay, limits);
    this.rooms = new Rooms(new Frames(this.bounded, order.feedTurns), order.feedTurns);
  }

  /** Reads a part of what is given out in parts, when its party's turn comes. */
  async read<T>({ session, signal }: Reader, ask: () => Promise<T>): Promise<T> {
    const leave = await this.enterReading(session.actor, signal);
    try {
      return await ask();
    } finally {
      leave();
    }
  }

  /** Why an operation must not be executed; empty if it may. HTTP cannot carry a subscription. */
  async faults(
    operation: Operation,
    transport: "http" | "socket",
    { session, isLarge }: Pick<Caller, "session" | "isLarge">,
  ): Promise<readonly GraphQLError[]> {
    if (isLarge) await this.order.rightOfWay.give();
    const faults = this.faultsOf(operation, transport);
    if (faults.length === 0 || !session) return faults;
    try {
      this.charges.takeFault(session.actor);
      return faults;
    } catch (cause) {
      return refusing(cause).errors ?? [];
    }
  }

  private faultsOf(
    { document, operationName, variables }: Operation,
    transport: "http" | "socket",
  ): readonly GraphQLError[] {
    const operation = operationOf(document, operationName);
    if (!operation) return [unnamed(document)];
    if (transport === "http" && operation.operation === OperationTypeNode.SUBSCRIPTION)
      return [refused(say("subscriptionOverHttp", {}), [])];
    const faults = this.preparation.variableFaults(operation, variables ?? {});
    return faults.length > 0 ? faults : this.preparation.costFaults(document, operation, variables ?? {});
  }

  /**
   * Runs a query or a mutation when its party's turn comes, and charges the caller. The estimate is charged first (RATE_LIMITED
   * if that much is not left) and corrected in the end to what was produced. The snapshot that it read from ends with it. Throws
   * UNAUTHENTICATED if the caller's session was presumed and no longer holds: a query may start on a presumed session, a mutation
   * never does. A query whose caller has gone is abandoned; a mutation, once received, is completed.
   */
  async run(operation: Operation, context: RequestContext): Promise<ExecutionResult> {
    const isChange = isMutation(operation);
    const { session, signal } = context.caller;
    const charge = this.charges.of(operation, session?.actor ?? null);
    const answered = this.observe(operation, charge.purpose);
    try {
      charge.take();
      const leave = await this.begin(isChange, operation, context.caller).catch((error: unknown) => {
        charge.giveBack();
        throw error;
      });
      try {
        const result = isChange ? await this.change(operation, context) : await this.answer(operation, context);
        const settled = charge.settle(result);
        answered(settled);
        return signal.aborted && !isChange ? UNHEARD : settled;
      } finally {
        leave();
      }
    } catch (error) {
      if (signal.aborted && !isChange) {
        charge.abandon(context.meter.produced);
        return UNHEARD;
      }
      if (error instanceof Refusal && error.code === "UNAUTHENTICATED") throw error;
      const refusal = refusing(error);
      answered(refusal);
      return refusal;
    }
  }

  /** Like `enter`, but checks the budget once more: operations that came at the same time may have used it up. */
  private async begin(isChange: boolean, operation: Operation, caller: Caller): Promise<() => void> {
    const leave = await this.enter(isChange, operation, caller);
    try {
      caller.onTurn?.();
      if (caller.session && !isChange) this.charges.expectLeft(caller.session.actor);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Waits for the operation's turn; call the returned function when it ends. */
  private async enter(
    isChange: boolean,
    operation: Operation,
    { session, isLarge, signal, inBatch }: Caller,
  ): Promise<() => void> {
    if (inBatch) return () => undefined;
    const { turnstiles, rightOfWay } = this.order;
    const spender = session?.actor;
    const holder = spender ?? NOBODY;
    if (spender && isChange) this.charges.takeInputs(spender, operation);
    if (!isChange) return this.enterReading(holder, signal);
    const end = isLarge ? () => undefined : rightOfWay.begin();
    try {
      const leave = await turnstiles.acts.enter(holder);
      if (isLarge) await rightOfWay.give();
      return () => {
        end();
        leave();
      };
    } catch (error) {
      end();
      throw error;
    }
  }

  private async enterReading(holder: Spender, signal: AbortSignal): Promise<() => void> {
    const { turnstiles, rightOfWay } = this.order;
    const leave = await turnstiles.readings.enter(holder, signal);
    await rightOfWay.giveIfBusy();
    return leave;
  }

  private async change(operation: Operation, presuming: RequestContext): Promise<ExecutionResult> {
    const context = await presuming.confirmed("ACT");
    try {
      return await this.bounded.carryOut(operation, undefined, context);
    } finally {
      // The answer need not wait for this.
      void context.end();
    }
  }

  private async answer(operation: Operation, context: RequestContext): Promise<ExecutionResult> {
    try {
      const result = await this.bounded.carryOut(operation, undefined, context);
      const confirmed = await context.confirmed();
      if (confirmed === context) return result;
      // First give its session back: no operation waits for a second session while it holds one.
      await context.end();
      return await this.answer(operation, confirmed);
    } finally {
      void context.end();
    }
  }

  /** Starts timing an operation; call the returned function with its answer. */
  private observe({ document, operationName }: Operation, purpose: Purpose): (answer: ExecutionResult) => void {
    const begun = performance.now();
    const [root] = operationOf(document, operationName)?.selectionSet.selections ?? [];
    const field = root?.kind === Kind.FIELD ? root.name.value : "a fragment";
    return ({ errors, extensions }) => {
      const cause = errors?.[0] && (errors[0].originalError ?? errors[0]);
      const outcome = cause === undefined ? "OK" : cause instanceof Refusal ? cause.code : "INTERNAL_SERVER_ERROR";
      this.metrics.operations.inc({ field, outcome });
      this.metrics.seconds.observe({ purpose }, (performance.now() - begun) / 1_000);
      this.metrics.cost.inc({ purpose }, (extensions?.["cost"] as Cost | undefined)?.produced ?? 0);
    };
  }

  /** A subscription: an error, or what sends its frames until its caller's signal, and throws what ends it before. */
  async follow(
    operation: Operation,
    context: RequestContext,
  ): Promise<ExecutionResult | ((outlet: Outlet) => Promise<void>)> {
    try {
      this.charges.takeSubscription(context.actor, operation);
    } catch (cause) {
      return refusing(cause);
    }
    const following = await createSourceEventStream(argumentsOf(this.schema, operation, context));
    if (!(following instanceof Following)) return following as ExecutionResult;
    return (outlet) => this.rooms.follow(following, operation, outlet);
  }
}

/** The request names none of the document's operations, or does not choose among several. */
function unnamed(document: DocumentNode): GraphQLError {
  const names = document.definitions
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name ? [one.name.value] : []))
    .slice(0, 20)
    .join(", ");
  return refused(say("operationUnnamed", { names }), ["operationName"]);
}

function refused(says: Saying, path: readonly string[]): GraphQLError {
  return new GraphQLError(says.key, { originalError: new Refusal("BAD_USER_INPUT", says, path) });
}
