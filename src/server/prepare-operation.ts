import {
  getOperationAST,
  GraphQLError,
  Lexer,
  parse,
  Source,
  specifiedRules,
  TokenKind,
  typeFromAST,
  validate,
  isInputType,
  Kind,
  OperationTypeNode,
  type DefinitionNode,
  type DocumentNode,
  type SelectionSetNode,
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

/** Brackets inside one another, and fragments of a document: far more than anyone writes, far less than a stack holds. */
const NESTING = 200;
const FRAGMENTS = 200;

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** A variable that graphql would lose: its value would become the prototype of the others. */
const namesRule: ValidationRule = (context) => ({
  VariableDefinition({ variable }) {
    if (variable.name.value !== "__proto__") return;
    context.reportError(
      new GraphQLError("A variable cannot be called $__proto__: give it another name.", { nodes: variable }),
    );
  },
});

/** What stands between a request's text and its execution: the same over HTTP and over a socket. */
export class Preparation {
  /** Ours first: what is too large is not looked at any further. */
  private readonly rules: readonly ValidationRule[];
  private readonly prepared = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: OperationLimits,
  ) {
    this.rules = [limitsRule(limits), formRule, namesRule, ...specifiedRules];
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
    const errors = validate(this.schema, document, this.rules, { maxErrors: 100 });
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
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (!isInputType(type) || (value === undefined && definition.defaultValue)) return [];
        return judgeForm(type, value, [name]);
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

  /** What neither graphql nor whoever walks the document survives; null where there is nothing of the kind. */
  private unwalkable(text: string): GraphQLError | null {
    const nesting = this.nestingFault(text);
    if (nesting || !text.includes("subscription")) return nesting;
    try {
      const { definitions } = parse(text, { maxTokens: this.limits.tokens });
      // graphql's rule of one root field throws where a directive of it takes a variable, its subscribe where none is left.
      const isConditional = definitions.some(
        (one) =>
          one.kind === Kind.OPERATION_DEFINITION &&
          one.operation === OperationTypeNode.SUBSCRIPTION &&
          isConditionalRoot(one.selectionSet, definitions),
      );
      return isConditional
        ? new GraphQLError("A subscription's field is asked for always: leave out @skip and @include.")
        : null;
    } catch {
      return null;
    }
  }

  /** What would exhaust the stack of whoever walks the document: seen before it is parsed, which recurses as well. */
  private nestingFault(text: string): GraphQLError | null {
    const lexer = new Lexer(new Source(text));
    let depth = 0;
    let fragments = 0;
    try {
      for (let count = 0; count < this.limits.tokens; count += 1) {
        const { kind, value } = lexer.advance();
        if (kind === TokenKind.EOF) return null;
        if (OPENING.has(kind)) depth += 1;
        if (CLOSING.has(kind)) depth -= 1;
        if (depth === 0 && value === "fragment") fragments += 1;
        if (depth > NESTING || fragments > FRAGMENTS) return tooCostly("depth", this.limits.depth);
      }
    } catch {
      // What cannot be read is the parser's to name.
    }
    return null;
  }

  private parse(source: string): DocumentNode | GraphQLError {
    const fault = this.unwalkable(source);
    if (fault) return fault;
    try {
      return parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return isTooManyTokens(error) ? tooCostly("tokens", this.limits.tokens) : unreadable(error);
    }
  }
}

function isConditionalRoot(
  { selections }: SelectionSetNode,
  definitions: readonly DefinitionNode[],
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return selections.some((selection) => {
    if ((selection.directives ?? []).length > 0) return true;
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return isConditionalRoot(selection.selectionSet, definitions, seen);
    const name = selection.name.value;
    if (seen.has(name)) return false;
    const fragment = definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
    return (
      fragment?.kind === Kind.FRAGMENT_DEFINITION &&
      isConditionalRoot(fragment.selectionSet, definitions, new Set([...seen, name]))
    );
  });
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
