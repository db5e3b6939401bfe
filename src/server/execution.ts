import {
  createSourceEventStream,
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { scopeOf } from "../domain/access.js";
import { Refusal, tooCostly } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";
import type { AnswerLimits } from "../platform/meter.js";
import type { Purpose, Rates, Spender } from "../platform/rates.js";
import type { Metrics } from "../platform/metrics.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import type { Turnstile } from "../platform/turnstile.js";
import type { FeedTurns } from "../operation/feed-turns.js";
import { RequestContext, type Caller } from "../operation/request-context.js";
import { isLargerThan, roughSize } from "./answer-size.js";
import { valuesOfBytes } from "./bodies.js";
import { Frames, UNHEARD, type Frame } from "./frames.js";
import { valuesWithin } from "./operation-cost.js";
import { operationOf, type Preparation } from "./prepare-operation.js";

/** What each operation is charged on top of its values, so that a flood of small ones has a price; in values. */
const OVERHEAD = 50;
/** The same for a subscription, which may have to catch up. */
const FOLLOWING = 1_000;
/** What an invalid operation is charged. */
const FAULT = 500;
/** What each act is charged on top of its values, executed or refused; also each error of an answer. */
const ACT = 200;
const ERROR = 50;
/** The most errors in one answer. */
const ERRORS = 100;
/** Values up to which an answer is written without giving way to others. */
const PIECE = 5_000;
/** Compiled operations of one document. */
const COMPILED = 8;
/** The spender for operations without a session. */
const NOBODY: Spender = { id: "", party: { id: "" } };

/** A prepared document with the rest of the request. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The request names none of the document's operations, or does not choose among several. */
function unnamed(document: DocumentNode): GraphQLError {
  const names = document.definitions
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name ? [one.name.value] : []))
    .slice(0, 20)
    .join(", ");
  return refused(say("operationUnnamed", { names }), ["operationName"]);
}

/** Whether an error is a permanent refusal; what is only unavailable now may succeed on a retry. */
function isRefused({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal && !["UNAVAILABLE", "BUSY"].includes(originalError.code);
}

/** Fields of an operation's root, counted as often as they are requested. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): number {
  return selections.reduce((count, one) => {
    if (one.kind === Kind.FIELD) return count + 1;
    if (one.kind === Kind.INLINE_FRAGMENT) return count + rootFields(document, one.selectionSet);
    const spread = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === one.name.value,
    );
    return count + (spread?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, spread.selectionSet) : 0);
  }, 0);
}

function isTooCostly(cause: unknown): cause is Refusal {
  return cause instanceof Refusal && cause.code === "QUERY_TOO_COSTLY";
}

function refusing(cause: unknown): ExecutionResult {
  if (!(cause instanceof Refusal)) throw cause;
  return { errors: [new GraphQLError(cause.code, { originalError: cause })] };
}

/** What an operation or a frame costs, reported in `extensions.cost`. */
export interface Cost {
  /** Values, estimated before it ran. */
  readonly estimated: number;
  /** Values actually produced, including those of objects that turned out to be null; or rows loaded, if that is more. */
  readonly produced: number;
  readonly limit: number;
}

function refused(says: Saying, path: readonly string[]): GraphQLError {
  return new GraphQLError(says.key, { originalError: new Refusal("BAD_USER_INPUT", says, path) });
}

/** The variables that the operation declares, without a prototype, in which a compiled operation would find a `$constructor`. */
function declaredOf({ document, operationName, variables }: Operation): Record<string, unknown> {
  const declared = Object.create(null) as Record<string, unknown>;
  for (const { variable } of operationOf(document, operationName)?.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (variables && Object.hasOwn(variables, name)) declared[name] = variables[name];
  }
  return declared;
}

/** Compiled operations throw their own error class, which has neither extensions nor locations. */
function asGraphqlTells({ data, errors }: ExecutionResult): ExecutionResult {
  if (!errors) return { data: data ?? null };
  const told = errors.map(({ message, originalError, path, locations }) => {
    const error = new GraphQLError(message, { originalError: originalError ?? null, path: path ?? null });
    return Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  });
  return { data: data ?? null, errors: told };
}

/** Whether the document has an alias __proto__, which a compiled operation returns out of order. */
function hasAliasOfPrototype(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, { Field: ({ alias }) => void (isFound ||= alias?.value === "__proto__") });
  return isFound;
}

/** Executes an operation, given its root value. */
type Carry = (root: unknown, context: RequestContext) => ExecutionResult | Promise<ExecutionResult>;

/** Executes prepared operations: the same over HTTP and over a socket. */
export class Execution {
  /** By document, then by operation name. When a document is dropped, what was compiled from it goes too. */
  private readonly compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  /** Values of an answer outside its lists. */
  private readonly rootValues = new WeakMap<OperationDefinitionNode, number>();

  private readonly frames: Frames;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly preparation: Preparation,
    private readonly order: {
      readonly turnstiles: Readonly<Record<"acts" | "readings", Turnstile>>;
      readonly feedTurns: FeedTurns;
      readonly rightOfWay: RightOfWay;
    },
    private readonly rates: Rates,
    private readonly limits: AnswerLimits,
    private readonly metrics: Metrics,
  ) {
    const make = (operation: Operation, frame: Frame) => this.makeFrame(operation, frame);
    this.frames = new Frames(make, order.feedTurns);
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
      // A refusal is not free: the document has been read and checked.
      this.rates.take(session.actor, "fault", FAULT);
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
    const isChange = this.isChange(operation);
    const { session, signal } = context.caller;
    const spender = session?.actor ?? null;
    const purpose = isChange ? "act" : "reading";
    const estimated = this.estimate(operation);
    const overhead = isChange ? ACT * this.roots(operation) : OVERHEAD;
    const answered = this.observe(operation, purpose);
    try {
      if (spender) this.rates.take(spender, purpose, estimated + overhead);
      const leave = await this.begin(isChange, operation, context.caller).catch((error: unknown) => {
        // Only looking at it is charged.
        if (spender) this.rates.charge(spender, purpose, OVERHEAD - overhead - estimated);
        throw error;
      });
      try {
        const result = isChange ? await this.change(operation, context) : await this.answer(operation, context);
        const settled = this.settled(result, estimated, spender, purpose);
        answered(settled);
        return signal.aborted && !isChange ? UNHEARD : settled;
      } finally {
        leave();
      }
    } catch (error) {
      if (signal.aborted && !isChange) {
        const { produced } = context.meter;
        if (spender && produced > estimated) this.rates.charge(spender, purpose, produced - estimated);
        return UNHEARD;
      }
      if (error instanceof Refusal && error.code === "UNAUTHENTICATED") throw error;
      const refusal = refusing(error);
      answered(refusal);
      return refusal;
    }
  }

  /** Each act checks and keeps the whole body's input, so every act but the first is charged as if it had been sent again. */
  private chargeInputs(spender: Spender, operation: Operation): void {
    const { variables } = operation;
    const again = this.roots(operation) - 1;
    if (again > 0) this.rates.take(spender, "body", again * valuesOfBytes(roughSize(variables, this.limits.bytes)));
  }

  /** Like `enter`, but checks the budget once more: operations that came at the same time may have used it up. */
  private async begin(isChange: boolean, operation: Operation, caller: Caller): Promise<() => void> {
    const leave = await this.enter(isChange, operation, caller);
    try {
      caller.onTurn?.();
      if (caller.session && !isChange) this.rates.expectLeft(caller.session.actor, "reading");
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
    { session, isLarge, signal }: Caller,
  ): Promise<() => void> {
    const { turnstiles, rightOfWay } = this.order;
    const spender = session?.actor;
    const holder = spender ?? NOBODY;
    if (spender && isChange) this.chargeInputs(spender, operation);
    if (!isChange) {
      const leave = await turnstiles.readings.enter(holder, signal);
      await rightOfWay.giveIfBusy();
      return leave;
    }
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

  private async change(operation: Operation, presuming: RequestContext): Promise<ExecutionResult> {
    const context = await presuming.confirmed("ACT");
    try {
      return await this.carryOut(operation, undefined, context);
    } finally {
      // The answer need not wait for this.
      void context.end();
    }
  }

  private async answer(operation: Operation, context: RequestContext): Promise<ExecutionResult> {
    try {
      const result = await this.carryOut(operation, undefined, context);
      const confirmed = await context.confirmed();
      if (confirmed === context) return result;
      // First give its session back: no operation waits for a second session while it holds one.
      await context.end();
      return await this.answer(operation, confirmed);
    } finally {
      void context.end();
    }
  }

  private settled(
    result: ExecutionResult,
    estimated: number,
    spender: Spender | null,
    purpose: Purpose,
  ): ExecutionResult {
    if (!spender) return result;
    const cost = result.extensions?.["cost"] as Cost;
    const ofErrors = (result.errors?.length ?? 0) * ERROR;
    this.rates.charge(spender, purpose, cost.produced + ofErrors - estimated);
    return { ...result, extensions: { cost: { ...cost, remaining: this.rates.left(spender, purpose) } } };
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

  private roots({ document, operationName }: Operation): number {
    const operation = operationOf(document, operationName);
    return operation ? rootFields(document, operation.selectionSet) : 0;
  }

  private isChange({ document, operationName }: Operation): boolean {
    return operationOf(document, operationName)?.operation === OperationTypeNode.MUTATION;
  }

  private estimate({ document, operationName, variables }: Operation): number {
    const operation = operationOf(document, operationName);
    return operation ? this.preparation.estimate(document, operation, variables ?? {}) : 0;
  }

  /** A subscription: an error, or its frames. `returned` is called once when the subscriber stops. */
  async follow(
    operation: Operation,
    context: RequestContext,
    returned: () => void,
  ): Promise<ExecutionResult | AsyncGenerator<ExecutionResult, void, void>> {
    try {
      this.rates.take(context.actor, "reading", this.estimate(operation) + FOLLOWING);
    } catch (cause) {
      return refusing(cause);
    }
    const source = await createSourceEventStream(this.argumentsOf(operation, context));
    if (!(Symbol.asyncIterator in source)) return source;
    const frames = this.frames.follow(source as AsyncIterable<Frame>, operation);
    const leave = frames.return.bind(frames);
    // A generator waiting for the next fact does not react to `return`, so wake it first.
    frames.return = (value) => {
      returned();
      return leave(value);
    };
    return frames;
  }

  private async makeFrame(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const shared = await this.carryOut(operation, frame, frame.context);
    // Other subscribers' questions may have used up the shared reading's limit.
    const result = shared.data === undefined ? await this.carryOutAlone(operation, frame) : shared;
    // A client would take a frame with gaps for complete, and its fact for delivered. Better no frame: the client resumes before
    // it.
    const failure = result.errors?.find((error) => !isRefused(error));
    if (failure) throw failure.originalError ?? failure;
    return result;
  }

  private carryOutAlone(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const { gateway, caller, actor } = frame.context;
    const context = new RequestContext(gateway, caller, gateway.sharedReadings.alone(scopeOf(actor)));
    return this.carryOut(operation, { ...frame, context }, context);
  }

  /** An answer within the limits, with its cost; errors only, if a limit is exceeded. */
  private async carryOut(operation: Operation, root: unknown, context: RequestContext): Promise<ExecutionResult> {
    const { meter } = context;
    let result: ExecutionResult;
    try {
      meter.count(this.valuesOfRoot(operation));
      result = await Promise.race([this.carry(operation)(root, context), meter.over]);
      // A statement that would have loaded too much shows up as the error of the field that ran it.
      const costly = result.errors?.find(({ originalError }) => isTooCostly(originalError));
      if (costly) throw costly.originalError;
      // Measuring and writing it takes noticeable time of its own.
      if (meter.produced > PIECE) await this.order.rightOfWay.give();
      meter.write(roughSize(result.data, this.limits.bytes));
      if (isLargerThan(result.data, this.limits.bytes)) throw tooCostly("bytes", this.limits.bytes);
    } catch (cause) {
      if (!isTooCostly(cause)) throw cause;
      result = refusing(cause);
    }
    const cost: Cost = { estimated: this.estimate(operation), produced: meter.produced, limit: this.limits.cost };
    return {
      ...result,
      ...(result.errors ? { errors: result.errors.slice(0, ERRORS) } : {}),
      extensions: { cost },
    };
  }

  private valuesOfRoot({ document, operationName }: Operation): number {
    const operation = operationOf(document, operationName);
    const root = operation && this.schema.getRootType(operation.operation);
    if (!root) return 0;
    const known = this.rootValues.get(operation);
    if (known !== undefined) return known;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
    const values = valuesWithin(operation.selectionSet, root, this.schema, fragments);
    this.rootValues.set(operation, values);
    return values;
  }

  /** Interpreted the first time, compiled when it comes again: documents come either repeatedly or never again. */
  private carry(operation: Operation): Carry {
    const compiled = this.compiledOf(operation);
    if (!compiled) return (rootValue, context) => execute({ ...this.argumentsOf(operation, context), rootValue });
    return async (root, context) => {
      return asGraphqlTells(await compiled.query(root, context, declaredOf(operation)));
    };
  }

  private compiledOf({ document, operationName }: Operation): CompiledQuery | null {
    const name = operationName ?? "";
    const known = this.compiled.get(document) ?? new Map<string, CompiledQuery | null>();
    this.compiled.set(document, known);
    const compiled = known.get(name);
    if (compiled) return compiled;
    // Compiling does not pay for a single use; what cannot be compiled is interpreted every time.
    const isFirst = compiled === undefined || known.size > COMPILED;
    const made =
      isFirst || hasAliasOfPrototype(document) ? null : compileQuery(this.schema, document, operationName ?? undefined);
    const kept = made && isCompiledQuery(made) ? made : null;
    known.set(name, kept);
    return kept;
  }

  private argumentsOf({ document, operationName, variables }: Operation, contextValue: RequestContext) {
    return {
      schema: this.schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue,
    };
  }
}
