import {
  GraphQLError,
  specifiedRules,
  typeFromAST,
  validate,
  ValuesOfCorrectTypeRule,
  visit,
  isInputType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import type { OperationLimits } from "../platform/config.js";
import type { Rates, Spender } from "../platform/rates.js";
import { formError, formRule, judgeForm } from "./form.js";
import { parseBounded } from "./graphql-parser.js";
import { hashOf, KeptDocuments } from "./kept-documents.js";
import { operationOf, type Operation } from "./operation.js";
import { costOf } from "./operation-cost.js";
import { limitsRule, tooLarge, widthFault } from "./operation-limits.js";

/** A variable that graphql would lose: its value would become the prototype of the other variables. */
const namesRule: ValidationRule = (context) => ({
  VariableDefinition({ variable }) {
    if (variable.name.value !== "__proto__") return;
    context.reportError(
      new GraphQLError("A variable cannot be called $__proto__: give it another name.", { nodes: variable }),
    );
  },
});

/** Everything between a request's text and its execution: the same over HTTP and over a socket. */
export class Preparation {
  /** Ours come first: a document that is too large is not validated any further. */
  private readonly rules: readonly ValidationRule[];
  private readonly prepared: KeptDocuments;
  private readonly estimates = new WeakMap<OperationDefinitionNode, Estimate>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
    private readonly rates: Rates,
  ) {
    this.prepared = new KeptDocuments(limits.tokens);
    const ofGraphql = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);
    this.rules = [limitsRule(limits), formRule, namesRule, ...ofGraphql];
  }

  /**
   * Parses and validates a document, or returns every reason why it must not run. An unknown document is charged to the caller
   * before it is parsed, one value per character; documents with mutations are charged to a budget of their own.
   */
  document(source: string, spender: Spender | null): DocumentNode | readonly GraphQLError[] {
    const hash = hashOf(source);
    const known = this.prepared.get(hash);
    if (known) return known;
    // Charged even if it fails: sent again, it would be parsed again.
    const overdrawn = spender && this.charge(source, spender);
    if (overdrawn) return [overdrawn];
    const document = parseBounded(source, this.limits);
    if (document instanceof GraphQLError) return [document];
    const fault = widthFault(document, this.limits);
    if (fault) return [fault];
    const errors = validate(this.schema, document, this.rules, { maxErrors: 100 });
    if (errors.length > 0) return errors;
    this.prepared.add(hash, source, document);
    return document;
  }

  /** A recently prepared document, by the SHA-256 of its source. */
  preparedBefore(hash: string): DocumentNode | null {
    return this.prepared.peek(hash);
  }

  /**
   * Without the word "mutation" a document has no mutation. One that has the word but no mutation is charged to its sender's
   * budget for acts all the same.
   */
  private charge(source: string, spender: Spender): GraphQLError | null {
    const mayAct = /\bmutation\b/.test(source);
    try {
      this.rates.take(spender, mayAct ? "document of an act" : "reading", source.length);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return new GraphQLError(error.code, { originalError: error });
    }
  }

  /** Faults of form in an operation's variables. */
  variableFaults(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly GraphQLError[] {
    return (operation.variableDefinitions ?? [])
      .flatMap((definition) => {
        const type = typeFromAST(this.schema, definition.type);
        const name = definition.variable.name.value;
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (!isInputType(type) || (value === undefined && definition.defaultValue)) return [];
        return judgeForm(type, value, [name]);
      })
      .slice(0, 100)
      .map((fault) => formError(fault));
  }

  /** Reports an operation whose answer could grow too large, by estimate. */
  costFaults(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly GraphQLError[] {
    const estimated = this.estimate(document, operation, variables);
    return estimated > this.limits.cost ? [tooLarge("cost", this.limits.cost, { estimated })] : [];
  }

  /** Estimated values of the answer (`operation-cost.ts`); 0 if the request names no operation. */
  estimateOf({ document, operationName, variables }: Operation): number {
    const operation = operationOf(document, operationName);
    return operation ? this.estimate(document, operation, variables ?? {}) : 0;
  }

  private estimate(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number {
    const known = this.estimates.get(operation);
    const pages = known?.pages ?? pageVariables(document);
    const sizes = JSON.stringify(pages.map((name) => (Object.hasOwn(variables, name) ? variables[name] : undefined)));
    if (known?.sizes === sizes) return known.values;
    const values = costOf(this.schema, document, operation, variables);
    this.estimates.set(operation, { pages, sizes, values });
    return values;
  }
}

/** An estimate, with the variables that it depends on. */
interface Estimate {
  readonly pages: readonly string[];
  readonly sizes: string;
  readonly values: number;
}

/** Variables that set a page size. */
function pageVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if ((name.value === "first" || name.value === "last") && value.kind === Kind.VARIABLE)
        names.add(value.name.value);
    },
  });
  return [...names];
}
