/**
 * graphql's parser and lexer, bounded. The parser recurses until the stack is full, so our own run of the lexer comes first. Two
 * things of graphql are relied on that it does not promise: the lexer's field `_maxComments`, which only the parser is meant to
 * set, and the wording of "too many tokens", a fault that has no code.
 *
 * A version without the field does not compile. Another wording shows in `test/generated/operations` ("tokens"), missing bounds in
 * `test/rules/operation-limits`.
 */
import {
  GraphQLError,
  Kind,
  Lexer,
  OperationTypeNode,
  parse,
  Source,
  TokenKind,
  type DefinitionNode,
  type DocumentNode,
  type SelectionSetNode,
} from "graphql";
import type { OperationLimits } from "../platform/config.js";
import { tooLarge } from "./operation-limits.js";

/** Nested brackets, and definitions in a document: far more than anyone writes, far fewer than the stack holds. */
const NESTING = 200;
const DEFINITIONS = 200;
/** Characters of a name, which graphql repeats with each fault; and comments, each of which is kept as a token. */
const NAME = 128;
const COMMENTS = 1_000;

const DEFINING = new Set<string | undefined>(["fragment", "query", "mutation", "subscription"]);
const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** A document, or why it is none; it has been neither validated nor measured. */
export function parseBounded(source: string, limits: OperationLimits): DocumentNode | GraphQLError {
  const fault = nestingFault(source, limits);
  if (fault) return fault;
  try {
    const document = parse(source, { maxTokens: limits.tokens, maxComments: COMMENTS });
    return hasConditionalRoot(document)
      ? new GraphQLError("A subscription's field is asked for always: leave out @skip and @include.")
      : document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return isTooManyTokens(error) ? tooLarge("tokens", limits.tokens) : unreadable(error);
  }
}

/** Nesting that would exhaust the stack of code that walks the document; checked before parsing, which recurses too. */
function nestingFault(text: string, limits: OperationLimits): GraphQLError | null {
  const lexer = new Lexer(new Source(text));
  lexer._maxComments = COMMENTS;
  let depth = 0;
  let definitions = 0;
  try {
    for (let count = 0; count < limits.tokens; count += 1) {
      const { kind, value } = lexer.advance();
      if (kind === TokenKind.EOF) return null;
      if (kind === TokenKind.NAME && value.length > NAME) return nameTooLong();
      if (OPENING.has(kind)) depth += 1;
      if (CLOSING.has(kind)) depth -= 1;
      if (depth === 0 && DEFINING.has(value)) definitions += 1;
      if (depth > NESTING) return tooLarge("depth", limits.depth);
      if (definitions > DEFINITIONS) return tooLarge("definitions", DEFINITIONS);
    }
  } catch {
    // Syntax errors are left to the parser.
  }
  return null;
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
