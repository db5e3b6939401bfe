/** The pattern language of STIX 2.1 (section 9), as far as its comparisons: what replayed indicators are made of. */

/** A value of a pattern, and the object path that it is compared with: `["file", "hashes", "SHA-256"]`. */
export interface Comparison {
  readonly path: readonly string[];
  readonly operator: string;
  readonly value: string;
  readonly isNegated: boolean;
}

/** A pattern that does not follow STIX 2.1, section 9. */
export class PatternError extends Error {}

interface Token {
  readonly kind: "name" | "text" | "literal" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

const OPERATORS = new Set([
  "=",
  "==",
  "!=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "IN",
  "LIKE",
  "MATCHES",
  "ISSUBSET",
  "ISSUPERSET",
]);

/** The comparison expressions of a pattern, in its order; throws PatternError. */
export function readPattern(pattern: string): Comparison[] {
  const tokens = tokensOf(pattern);
  const comparisons: Comparison[] = [];
  let index = 0;
  const peek = (): Token => tokens[index] ?? { kind: "end", text: "", at: pattern.length };
  const take = (): Token => {
    const token = peek();
    index += 1;
    return token;
  };
  const fail = ({ text, at }: Token): never => {
    throw new PatternError(`the pattern cannot be read at character ${at}: ${text === "" ? "it ends" : text}`);
  };
  const takeSign = (sign: string): void => {
    const token = take();
    if (token.kind !== "sign" || token.text !== sign) fail(token);
  };
  const isNext = (...texts: string[]): boolean => peek().kind !== "text" && texts.includes(peek().text);

  /** `file:hashes.'SHA-256'`, `email-message:body_multipart[*].body_raw_ref.name`. */
  const takePath = (): string[] => {
    const type = take();
    if (type.kind !== "name") fail(type);
    const path = [type.text];
    takeSign(":");
    for (;;) {
      const step = take();
      if (step.kind !== "name" && step.kind !== "text") fail(step);
      path.push(step.text);
      while (isNext("[")) {
        take();
        const place = take();
        if (place.text !== "*" && !(place.kind === "literal" && /^-?\d+$/.test(place.text))) fail(place);
        takeSign("]");
      }
      if (!isNext(".")) return path;
      take();
    }
  };
  const takeConstant = (): string => {
    const token = take();
    const isConstant = token.kind === "text" || token.kind === "literal" || /^(true|false)$/i.test(token.text);
    return isConstant ? token.text : fail(token);
  };
  const takeConstants = (): string[] => {
    if (!isNext("(")) return [takeConstant()];
    take();
    if (isNext(")")) {
      take();
      return [];
    }
    const constants = [takeConstant()];
    while (isNext(",")) {
      take();
      constants.push(takeConstant());
    }
    takeSign(")");
    return constants;
  };
  const takeComparison = (): void => {
    if (isNext("(")) {
      take();
      takeComparisons();
      takeSign(")");
      return;
    }
    if (isNext("EXISTS", "NOT")) {
      const isNegated = take().text === "NOT";
      if (isNegated) takeSign("EXISTS");
      takePath();
      return;
    }
    const path = takePath();
    const isDenied = isNext("NOT");
    if (isDenied) take();
    const operator = take();
    if (operator.kind === "text" || !OPERATORS.has(operator.text)) fail(operator);
    const isNegated = isDenied !== ["!=", "<>"].includes(operator.text);
    const constants = operator.text === "IN" ? takeConstants() : [takeConstant()];
    for (const value of constants) comparisons.push({ path, operator: operator.text, value, isNegated });
  };
  const takeComparisons = (): void => {
    takeComparison();
    while (isNext("AND", "OR")) {
      take();
      takeComparison();
    }
  };

  let observations = 0;
  while (peek().kind !== "end") {
    // Between observations stand only AND, OR, FOLLOWEDBY, brackets and qualifiers of time, which compare nothing.
    if (!isNext("[")) {
      take();
      continue;
    }
    take();
    takeComparisons();
    takeSign("]");
    observations += 1;
  }
  return observations === 0 ? fail(peek()) : comparisons;
}

const SIGNS = ["!=", "<>", "<=", ">=", "==", "=", "<", ">", "[", "]", "(", ")", ":", ".", ",", "*"];

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const space = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/.exec(rest)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = textAt(pattern, at) ?? wordAt(rest, at);
    if (!token) throw new PatternError(`the pattern cannot be read at character ${at}: ${rest.slice(0, 1)}`);
    tokens.push(token.token);
    at += token.length;
  }
  return tokens;
}

/** A constant in quotes, `'…'`, and those of instants, bytes and bits: `t'…'`, `b'…'`, `h'…'`. */
function textAt(pattern: string, start: number): { readonly token: Token; readonly length: number } | null {
  const isPrefixed = /[tbh]/.test(pattern.charAt(start)) && pattern.charAt(start + 1) === "'";
  const open = isPrefixed ? start + 1 : start;
  if (pattern.charAt(open) !== "'") return null;
  let text = "";
  for (let at = open + 1; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "'") {
      const kind = isPrefixed ? "literal" : "text";
      return { token: { kind, text, at: start }, length: at + 1 - start };
    }
    if (character === "\\") at += 1;
    text += pattern.charAt(at);
  }
  throw new PatternError(`the pattern cannot be read at character ${start}: a quotation mark is missing`);
}

function wordAt(rest: string, at: number): { readonly token: Token; readonly length: number } | null {
  const name = /^[A-Za-z_][\w-]*/.exec(rest)?.[0];
  if (name !== undefined) {
    const kind = OPERATORS.has(name) || ["AND", "OR", "NOT", "EXISTS"].includes(name) ? "sign" : "name";
    return { token: { kind, text: name, at }, length: name.length };
  }
  const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)/.exec(rest)?.[0];
  if (number !== undefined) return { token: { kind: "literal", text: number, at }, length: number.length };
  const sign = SIGNS.find((one) => rest.startsWith(one));
  return sign === undefined ? null : { token: { kind: "sign", text: sign, at }, length: sign.length };
}
