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
  ValuesOfCorrectTypeRule,
  visit,
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
import { Refusal } from "../domain/refusal.js";
import type { OperationLimits } from "../platform/config.js";
import type { Rates, Spender } from "../platform/rates.js";
import { formError, formRule, judgeForm } from "./form.js";
import { hashOf, KeptDocuments } from "./kept-documents.js";
import { costOf } from "./operation-cost.js";
import { limitsRule, tooLarge, widthFault } from "./operation-limits.js";

/** Nested brackets, and definitions in a document: far more than anyone writes, far fewer than the stack holds. */
const NESTING = 200;
const DEFINITIONS = 200;
/** Characters of a name, which graphql repeats with each fault; and comments, each of which is kept as a token. */
const NAME = 128;
const COMMENTS = 1_000;

const DEFINING = new Set<string | undefined>(["fragment", "query", "mutation", "subscription"]);
const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

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
    const document = this.parse(source);
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

  /** Estimated values of the answer (`operation-cost.ts`). */
  estimate(
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

  /** Nesting that would exhaust the stack of code that walks the document; checked before parsing, which recurses too. */
  private nestingFault(text: string): GraphQLError | null {
    const lexer = new Lexer(new Source(text));
    lexer._maxComments = COMMENTS;
    let depth = 0;
    let definitions = 0;
    try {
      for (let count = 0; count < this.limits.tokens; count += 1) {
        const { kind, value } = lexer.advance();
        if (kind === TokenKind.EOF) return null;
        if (kind === TokenKind.NAME && value.length > NAME) return nameTooLong();
        if (OPENING.has(kind)) depth += 1;
        if (CLOSING.has(kind)) depth -= 1;
        if (depth === 0 && DEFINING.has(value)) definitions += 1;
        if (depth > NESTING) return tooLarge("depth", this.limits.depth);
        if (definitions > DEFINITIONS) return tooLarge("definitions", DEFINITIONS);
      }
    } catch {
      // Syntax errors are left to the parser.
    }
    return null;
  }

  private parse(source: string): DocumentNode | GraphQLError {
    const fault = this.nestingFault(source);
    if (fault) return fault;
    try {
      const document = parse(source, { maxTokens: this.limits.tokens, maxComments: COMMENTS });
      return hasConditionalRoot(document)
        ? new GraphQLError("A subscription's field is asked for always: leave out @skip and @include.")
        : document;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return isTooManyTokens(error) ? tooLarge("tokens", this.limits.tokens) : unreadable(error);
    }
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

/**
 * graphql's rule of a single root field throws if that field's directive takes a variable; its subscribe throws if no field is
 * left.
 */
function hasConditionalRoot({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditionalRoot(one.selectionSet, definitions),
  );
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

/** The code that Apollo uses for the same fault over HTTP. */
function unreadable({ message, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code: "GRAPHQL_PARSE_FAILED" },
  });
}

function nameTooLong(): GraphQLError {
  return new GraphQLError(`A name in the document has more than ${NAME} characters: give it a shorter one.`, {
    extensions: { code: "GRAPHQL_PARSE_FAILED" },
  });
}

/** graphql identifies this fault only by its message. */
export function isTooManyTokens(error: GraphQLError): boolean {
  return /Document contains more tha[nt] \d+ tokens/.test(error.message);
}

/** The operation that a request names; null if there is none of that name, or several and no name. */
export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode | null {
  return getOperationAST(document, operationName) ?? null;
}
