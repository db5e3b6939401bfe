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

/** What an operation is charged beside its values, so that a flood of small ones is one too; in values. */
const OVERHEAD = 50;
/** The same for a subscription, which may have to catch up. */
const FOLLOWING = 1_000;
/** What one that cannot be carried out is charged. */
const FAULT = 500;
/** What each act is charged beside its values, carried out or refused; and each error of an answer. */
const ACT = 200;
const ERROR = 50;
/** Errors that one answer tells at most. */
const ERRORS = 100;
/** Values of an answer that is written without asking who goes first. */
const PIECE = 5_000;
/** Operations of one document that are compiled. */
const COMPILED = 8;
/** Whose turn it is where nobody is known. */
const NOBODY: Spender = { id: "", party: { id: "" } };

/** A prepared document with what the caller sent beside it. */
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

/** What is refused for good; what cannot be had just now comes when it is asked for again. */
function isRefused({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal && !["UNAVAILABLE", "BUSY"].includes(originalError.code);
}

/** Fields of an operation's root, as often as they are asked for. */
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

/** What an operation, or what is made for it, costs: told in `extensions.cost`. */
export interface Cost {
  /** Values, by the estimate before it ran. */
  readonly estimated: number;
  /** Values of what was really found, those of objects that turned out to be null included; or rows loaded, if more. */
  readonly produced: number;
  readonly limit: number;
}

function refused(says: Saying, path: readonly string[]): GraphQLError {
  return new GraphQLError(says.key, { originalError: new Refusal("BAD_USER_INPUT", says, path) });
}

/** The variables that the operation declares; without a prototype, where a compiled operation would find a `$constructor`. */
function declaredOf({ document, operationName, variables }: Operation): Record<string, unknown> {
  const declared = Object.create(null) as Record<string, unknown>;
  for (const { variable } of operationOf(document, operationName)?.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (variables && Object.hasOwn(variables, name)) declared[name] = variables[name];
  }
  return declared;
}

/** Compiled operations have errors of a class of their own, which knows neither extensions nor where it stands. */
function asGraphqlTells({ data, errors }: ExecutionResult): ExecutionResult {
  if (!errors) return { data: data ?? null };
  const told = errors.map(({ message, originalError, path, locations }) => {
    const error = new GraphQLError(message, { originalError: originalError ?? null, path: path ?? null });
    return Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  });
  return { data: data ?? null, errors: told };
}

/** Whether something is to be answered under the name __proto__, which a compiled operation answers out of its turn. */
function hasAliasOfPrototype(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, { Field: ({ alias }) => void (isFound ||= alias?.value === "__proto__") });
  return isFound;
}

/** How an operation is carried out, given what its root fields are read off. */
type Carry = (root: unknown, context: RequestContext) => ExecutionResult | Promise<ExecutionResult>;

/** Executes prepared operations: the same over HTTP and over a socket. */
export class Execution {
  /** By document and operation's name. A document that is no longer kept leaves with what was compiled of it. */
  private readonly compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  /** Values of an answer beside those in lists. */
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

  /** What stands against executing an operation, or nothing. HTTP has one answer: it cannot follow. */
  async faults(
    operation: Operation,
    transport: "http" | "socket",
    { session, isLarge }: Pick<Caller, "session" | "isLarge">,
  ): Promise<readonly GraphQLError[]> {
    if (isLarge) await this.order.rightOfWay.give();
    const faults = this.faultsOf(operation, transport);
    if (faults.length === 0 || !session) return faults;
    try {
      // To be refused is not free: it has been read and judged.
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
   * A query or a mutation, once it is its party's turn; charged to whoever asks. Its estimate is taken at first, and RATE_LIMITED
   * answered where that is not left; in the end it is set right by what was produced. The snapshot that it read from ends with it.
   * Throws UNAUTHENTICATED where the caller's session was presumed and no longer holds: a question may begin on a presumption, a
   * change rests on none. A query whose caller has gone is not carried on, and answers nothing; a change was received, and is
   * brought to its end.
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
        // Nothing of it was done, but that it was looked at.
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

  /** What comes in one body is judged and kept by each act that is given it: all but the first are charged as if sent again. */
  private chargeInputs(spender: Spender, operation: Operation): void {
    const { variables } = operation;
    const again = this.roots(operation) - 1;
    if (again > 0) this.rates.take(spender, "body", again * valuesOfBytes(roughSize(variables, this.limits.bytes)));
  }

  /** The same as `enter`, and asks once more whether it may begin: what came at once with it may have used up what there was. */
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

  /** Waits until it may be carried out; gives what is called at its end. */
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
      // The answer does not wait for it.
      void context.end();
    }
  }

  private async answer(operation: Operation, context: RequestContext): Promise<ExecutionResult> {
    try {
      const result = await this.carryOut(operation, undefined, context);
      const confirmed = await context.confirmed();
      if (confirmed === context) return result;
      // Its session is given back first: no operation waits for a second one while it holds a first.
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

  /** Takes the time of an operation; what it gives is called with the answer. */
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

  /** A subscription: an error, or its frames. `returned` is called once when nobody wants more. */
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
    // A generator that waits for the next fact cannot hear `return`: whoever waits is woken first.
    frames.return = (value) => {
      returned();
      return leave(value);
    };
    return frames;
  }

  private async makeFrame(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const shared = await this.carryOut(operation, frame, frame.context);
    // What others asked of the same reading may have been too much for it.
    const result = shared.data === undefined ? await this.carryOutAlone(operation, frame) : shared;
    // A frame with a hole would be taken for the whole, and its fact for told: better none, and the feed resumed before it.
    const failure = result.errors?.find((error) => !isRefused(error));
    if (failure) throw failure.originalError ?? failure;
    return result;
  }

  private carryOutAlone(operation: Operation, frame: Frame): Promise<ExecutionResult> {
    const { gateway, caller, actor } = frame.context;
    const context = new RequestContext(gateway, caller, gateway.sharedReadings.alone(scopeOf(actor)));
    return this.carryOut(operation, { ...frame, context }, context);
  }

  /** What is answered within the limits, with its cost; errors alone where it would be beyond one of them. */
  private async carryOut(operation: Operation, root: unknown, context: RequestContext): Promise<ExecutionResult> {
    const { meter } = context;
    let result: ExecutionResult;
    try {
      meter.count(this.valuesOfRoot(operation));
      result = await Promise.race([this.carry(operation)(root, context), meter.over]);
      // A statement that would have loaded too much is known by the field that asked for it.
      const costly = result.errors?.find(({ originalError }) => isTooCostly(originalError));
      if (costly) throw costly.originalError;
      // Measuring and writing it are pieces by themselves.
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

  /** Interpreted the first time, compiled once it comes again: documents come again and again, or never. */
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
    // Once is no reason to compile; what cannot be compiled is interpreted each time.
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
