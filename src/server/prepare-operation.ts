import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  isInputType,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import type { OperationLimits } from "../platform/config.js";
import { formError, formRule, judgeForm } from "./form.js";
import { costOf } from "./operation-cost.js";
import { limitsRule, tooCostly } from "./operation-limits.js";

/** Prepared documents that are kept, the least recently used one leaving first. */
const KEPT = 500;

/** What stands between a request's text and its execution: the same over HTTP and over a socket. */
export class Preparation {
  /** Rules of ours, beside graphql's own. Cheapest first: what is too large is not looked at any further. */
  readonly ownRules: readonly ValidationRule[];
  private readonly prepared = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
  ) {
    this.ownRules = [limitsRule(limits), formRule];
  }

  /** The document of a text, or every reason why it is none that may run. */
  document(source: string): DocumentNode | readonly GraphQLError[] {
    const known = this.prepared.get(source);
    if (known) {
      this.prepared.delete(source);
      this.prepared.set(source, known);
      return known;
    }
    const document = this.parse(source);
    if (document instanceof GraphQLError) return [document];
    const errors = validate(this.schema, document, [...this.ownRules, ...specifiedRules], { maxErrors: 100 });
    if (errors.length > 0) return errors;
    this.prepared.set(source, document);
    const oldest = this.prepared.keys().next();
    if (this.prepared.size > KEPT && !oldest.done) this.prepared.delete(oldest.value);
    return document;
  }

  /** Faults of form in the variables of an operation. */
  variableFaults(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly GraphQLError[] {
    return (operation.variableDefinitions ?? [])
      .flatMap((definition) => {
        const type = typeFromAST(this.schema, definition.type);
        const name = definition.variable.name.value;
        if (!isInputType(type) || (variables[name] === undefined && definition.defaultValue)) return [];
        return judgeForm(type, variables[name], [name]);
      })
      .slice(0, 100)
      .map((fault) => formError(fault));
  }

  /** An operation whose answer could grow too large, by estimate. */
  costFaults(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly GraphQLError[] {
    const cost = costOf(this.schema, document, operation, variables);
    return cost > this.limits.cost ? [tooCostly("cost", this.limits.cost)] : [];
  }

  private parse(source: string): DocumentNode | GraphQLError {
    try {
      return parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return isTooManyTokens(error) ? tooCostly("tokens", this.limits.tokens) : unreadable(error);
    }
  }
}

/** The code that Apollo gives to the same fault over HTTP. */
function unreadable({ message, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code: "GRAPHQL_PARSE_FAILED" },
  });
}

/** graphql tells this fault by its sentence only. */
export function isTooManyTokens(error: GraphQLError): boolean {
  return /Document contains more tha[nt] \d+ tokens/.test(error.message);
}

/** The operation that a request names; null where there is none of that name, or several and no name. */
export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode | null {
  return getOperationAST(document, operationName) ?? null;
}
