import { GraphQLError, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { Refusal, tooCostly } from "../domain/refusal.js";
import type { RequestContext } from "../operation/request-context.js";
import type { AnswerLimits } from "../platform/meter.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import { isLargerThan, roughSize } from "./answer-size.js";
import { CompiledOperations } from "./graphql-jit.js";
import { fragmentsOf, operationOf, type Operation } from "./operation.js";
import { valuesWithin } from "./operation-cost.js";
import type { Preparation } from "./prepare-operation.js";

/** The most errors in one answer. */
const ERRORS = 100;
/** Values up to which an answer is written without giving way to others. */
const PIECE = 5_000;

/** What an operation or a frame costs, reported in `extensions.cost`. */
export interface Cost {
  /** Values, estimated before it ran. */
  readonly estimated: number;
  /** Values actually produced, including those of objects that turned out to be null; or rows loaded, if that is more. */
  readonly produced: number;
  readonly limit: number;
}

/** Executes operations within the limits of an answer. */
export class BoundedExecution {
  private readonly operations: CompiledOperations;
  /** Values of an answer outside its lists. */
  private readonly rootValues = new WeakMap<OperationDefinitionNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly preparation: Preparation,
    private readonly rightOfWay: RightOfWay,
    private readonly limits: AnswerLimits,
  ) {
    this.operations = new CompiledOperations(schema);
  }

  /** An answer with its cost; errors only, if a limit is exceeded. */
  async carryOut(operation: Operation, root: unknown, context: RequestContext): Promise<ExecutionResult> {
    const { meter } = context;
    let result: ExecutionResult;
    try {
      meter.count(this.valuesOfRoot(operation));
      result = await Promise.race([this.operations.executorOf(operation)(root, context), meter.over]);
      // A statement that would have loaded too much shows up as the error of the field that ran it.
      const costly = result.errors?.find(({ originalError }) => isTooCostly(originalError));
      if (costly) throw costly.originalError;
      // Measuring and writing it takes noticeable time of its own.
      if (meter.produced > PIECE) await this.rightOfWay.give();
      meter.write(roughSize(result.data, this.limits.bytes));
      if (isLargerThan(result.data, this.limits.bytes)) throw tooCostly("bytes", this.limits.bytes);
    } catch (cause) {
      if (!isTooCostly(cause)) throw cause;
      result = refusing(cause);
    }
    const estimated = this.preparation.estimateOf(operation);
    const cost: Cost = { estimated, produced: meter.produced, limit: this.limits.cost };
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
    const values = valuesWithin(operation.selectionSet, root, this.schema, fragmentsOf(document));
    this.rootValues.set(operation, values);
    return values;
  }
}

function isTooCostly(cause: unknown): cause is Refusal {
  return cause instanceof Refusal && cause.code === "QUERY_TOO_COSTLY";
}

/** An answer that is a refusal; anything else is thrown again. */
export function refusing(cause: unknown): ExecutionResult {
  if (!(cause instanceof Refusal)) throw cause;
  return { errors: [new GraphQLError(cause.code, { originalError: cause })] };
}
