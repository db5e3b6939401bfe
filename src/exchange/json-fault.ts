import { skipSpace } from "./decoded.js";

/** A number or word of JSON; of strings, what needs no escape, and an escape. */
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- control characters are what it stops at
const PLAIN = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The offset from which a text is no JSON (RFC 8259): the first character that cannot stand there, of a number or word its first one;
 * the text's length where it ends too early. V8 says where for some faults only, and repeats parts of the text in what it says.
 */
export function offsetOfFault(text: string): number {
  return new Reading(text).fault();
}

class Reading {
  private at = 0;
  /** The brackets that are still to be closed, by what closes them. */
  private readonly open: ("}" | "]")[] = [];

  constructor(private readonly text: string) {}

  fault(): number {
    let expected: "VALUE" | "NAME" | "NEXT" = "VALUE";
    for (;;) {
      this.at = skipSpace(this.text, this.at);
      const character = this.text[this.at];
      if (expected === "NEXT") {
        const closing = this.open.at(-1);
        if (closing === undefined || (character !== closing && character !== ",")) return this.at;
        if (character === closing) this.open.pop();
        else expected = closing === "}" ? "NAME" : "VALUE";
        this.at += 1;
      } else if (expected === "NAME") {
        if (character !== '"' || !this.string()) return this.at;
        this.at = skipSpace(this.text, this.at);
        if (this.text[this.at] !== ":") return this.at;
        this.at += 1;
        expected = "VALUE";
      } else if (character === "{" || character === "[") {
        expected = this.enter(character);
      } else {
        if (!(character === '"' ? this.string() : this.passes(SCALAR))) return this.at;
        expected = "NEXT";
      }
    }
  }

  /** Goes into an object or a list, or past an empty one. */
  private enter(bracket: "{" | "["): "VALUE" | "NAME" | "NEXT" {
    const closing = bracket === "{" ? "}" : "]";
    this.at = skipSpace(this.text, this.at + 1);
    if (this.text[this.at] === closing) {
      this.at += 1;
      return "NEXT";
    }
    this.open.push(closing);
    return closing === "}" ? "NAME" : "VALUE";
  }

  /** Past a string; false where it has a fault, which is where it stops. */
  private string(): boolean {
    this.at += 1;
    do this.passes(PLAIN);
    while (this.passes(ESCAPE));
    if (this.text[this.at] !== '"') return false;
    this.at += 1;
    return true;
  }

  private passes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
