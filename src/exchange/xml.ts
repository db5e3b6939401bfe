import type { SaxesTagNS } from "saxes";
import { DOCUMENT_KINDS, DOCUMENTS, GIVEN_OUT, type DocumentKind } from "../domain/forms/documents.js";
import { codeName, type RecordShape, type Shape } from "../domain/forms/form.js";
import { MOST_FAULTS, unknownKind, unknownMember } from "../domain/forms/read-form.js";
import type { XmlFault } from "../domain/wording/document-sentences.js";
import { say, type Saying } from "../domain/wording/wording.js";
import {
  DEEPEST,
  Lines,
  MOST_ELEMENTS,
  pointerOf,
  skipSpace,
  trimmed,
  Unreadable,
  type Decoded,
  type DocumentFault,
} from "./decoded.js";
import { ATTRIBUTE, ATTRIBUTES, hasVersion, isUtf8, NAMESPACE, SCHEMA_INSTANCE, XINCLUDE, XMLNS } from "./xml-names.js";
import { XmlParser } from "./xml-parser.js";

/** Characters that are read in one piece: some milliseconds. */
const PIECE = 16_384;

/** An element that is open. */
interface Open {
  readonly shape: Shape;
  readonly path: readonly string[];
  readonly pointer: string;
  /** What is held by a record or list so far. */
  readonly held: Record<string, unknown> | unknown[] | null;
  text: string;
  /** The place of the last member in the record's order. */
  last: number;
}

/**
 * Reads a document in XML: no document type, no instructions, no entities but XML's own, no inclusions, nothing from `xsi`; only
 * elements of our namespace, in their order. What a document holds is read by its form, so that it comes out as JSON would have it.
 * `kind` null: whatever the root element names. Yields between pieces of the work. Throws `Unreadable`.
 */
export function* decodeXml(text: string, kind: DocumentKind | null): Generator<void, Decoded> {
  const reading = new XmlReading(text, kind);
  yield* reading.read();
  return reading.result();
}

class XmlReading {
  private readonly parser = new XmlParser();
  /** What has been read of a text, a comment or a section of CDATA that began in an earlier piece. */
  private earlier: string[] = [];
  private readonly lines: Lines;
  private readonly faults: DocumentFault[] = [];
  /** The offset of each path that stands in the text. */
  private readonly places = new Map<string, number>();
  private readonly open: Open[] = [];
  private kind: DocumentKind | null = null;
  private value: Record<string, unknown> = {};
  /** The offset of the start tag that was read last, and the one behind the last piece of markup or text. */
  private started = 0;
  private behind = 0;
  private elements = 0;
  /** Of the start tag that is being read: most have none. */
  private attributes = 0;
  private depth = 0;
  /** The depth at which an unknown element began; what is in it is passed over. */
  private unknownFrom = Infinity;

  constructor(
    private readonly text: string,
    private readonly expected: DocumentKind | null,
  ) {
    this.lines = new Lines(text);
    const { parser } = this;
    parser.on("xmldecl", ({ encoding }) => {
      if (this.earlier.length > 0) this.fail("NOT_WELL_FORMED", text.indexOf("<?xml"));
      if (!isUtf8(encoding)) this.fail("ENCODING", text.indexOf("encoding"), 415);
      this.behind = parser.position;
    });
    parser.on("comment", () => {
      this.earlier = [];
      this.behind = parser.position + 1;
    });
    parser.on("doctype", () => this.fail("DOCTYPE", this.begun()));
    parser.on("processinginstruction", () => this.fail("INSTRUCTION", this.begun()));
    parser.on("error", ({ message }) => {
      const isUnbound = message.includes("unbound namespace prefix");
      const why = message.includes("undefined entity") ? "ENTITY" : isUnbound ? "NAMESPACE" : "NOT_WELL_FORMED";
      this.fail(why, this.offsetOf(message));
    });
    parser.on("opentagstart", () => {
      this.started = this.begun();
      if ((this.elements += 1) > MOST_ELEMENTS) this.tooFine("elements", MOST_ELEMENTS);
      if ((this.depth += 1) > DEEPEST) this.tooFine("depth", DEEPEST);
    });
    parser.on("attribute", ({ value }) => {
      this.attributes += 1;
      if (this.attributes > ATTRIBUTES) this.tooFine("attributes", ATTRIBUTES);
      if (value.length > ATTRIBUTE || this.earlier.length > 0) this.tooFine("attribute", ATTRIBUTE);
    });
    parser.on("opentag", (tag) => {
      this.behind = parser.position;
      this.enter(tag);
      this.attributes = 0;
    });
    // The `<` behind a text has been read, unless the document ends there.
    parser.on("text", (piece) => this.take(this.whole(piece), parser.position - 1));
    parser.on("cdata", (piece) => this.take(this.whole(piece), parser.position));
    parser.on("closetag", () => {
      this.behind = parser.position;
      this.leave();
    });
  }

  *read(): Generator<void, void> {
    const { text, parser } = this;
    // Saxes would pass over it; the document's own byte-order mark has been taken off.
    if (text.startsWith("\uFEFF")) this.fail("NOT_WELL_FORMED", 0);
    for (let from = 0; from < text.length; from += PIECE) {
      if (from > 0) yield;
      parser.write(text.slice(from, from + PIECE));
      // An attribute may not be so long.
      const held = parser.takeHeld(ATTRIBUTE);
      if (held !== "") this.earlier.push(held);
    }
    parser.close();
  }

  result(): Decoded {
    const { faults, lines, places } = this;
    return {
      kind: this.kind as DocumentKind,
      value: this.value,
      faults,
      placeOf(path) {
        for (let length = path.length; length >= 0; length -= 1) {
          const place = places.get(pointerOf(path.slice(0, length)));
          if (place !== undefined) return lines.at(place);
        }
        return null;
      },
    };
  }

  private enter(tag: SaxesTagNS): void {
    if (this.depth > this.unknownFrom) return;
    this.judgeNames(tag);
    const parent = this.open.at(-1);
    if (!parent) return this.enterRoot(tag);
    const entered = parent.shape.is === "record" ? this.member(parent, parent.shape, tag) : this.item(parent, tag);
    if (!entered) {
      this.unknownFrom = this.depth;
      return;
    }
    const { shape, path } = entered;
    // Names of the form have nothing to escape.
    const pointer = `${parent.pointer}/${path.at(-1)}`;
    this.places.set(pointer, this.started);
    const held = shape.is === "record" ? {} : shape.is === "list" ? [] : null;
    this.open.push({ shape, path, pointer, held, text: "", last: -1 });
    if (this.attributes > 0 || (shape.is === "choice" && shape.codes))
      this.takeAttributes(shape, tag, path, held, parent);
  }

  private enterRoot(tag: SaxesTagNS): void {
    const known = this.expected === null ? DOCUMENT_KINDS : [this.expected];
    const kind = known.find((one) => one === tag.local);
    if (!kind) throw new Unreadable(unknownKind(tag.local, known), this.lines.at(this.started));
    if (!hasVersion(tag)) this.fail("VERSION", this.started);
    this.kind = kind;
    this.places.set("", this.started);
    this.open.push({ shape: DOCUMENTS[kind].shape, path: [], pointer: "", held: this.value, text: "", last: -1 });
    this.unknownAttributes(tag, ["version", ...GIVEN_OUT], []);
  }

  /** Our names, nobody else's. */
  private judgeNames(tag: SaxesTagNS): void {
    if (tag.uri === XINCLUDE) this.fail("INCLUSION", this.started);
    if (this.attributes > 0)
      for (const { uri } of Object.values(tag.attributes)) {
        if (uri === SCHEMA_INSTANCE) this.fail("SCHEMA_INSTANCE", this.started);
        if (uri === XINCLUDE) this.fail("INCLUSION", this.started);
      }
    if (tag.uri !== NAMESPACE) this.fail("NAMESPACE", this.started);
  }

  /** A member of a record: known, once, in its order. */
  private member(
    parent: Open,
    { members, content }: RecordShape,
    { local }: SaxesTagNS,
  ): Pick<Open, "shape" | "path"> | null {
    const names = Object.keys(members);
    const path = [...parent.path, local];
    const held = parent.held as Record<string, unknown>;
    const index = content === undefined ? names.indexOf(local) : -1;
    if (index < 0) {
      const known = content === undefined ? names : [];
      const open = (): string[] =>
        known.filter((name) => !Object.hasOwn(held, name) && !this.places.has(pointerOf([...parent.path, name])));
      return this.fault(path, () => unknownMember(local, open(), known));
    }
    if (Object.hasOwn(held, local)) return this.fault(path, () => say("memberRepeated", { name: local }));
    const before = names[parent.last] ?? "";
    if (index < parent.last) this.fault(path, () => say("memberOrder", { name: local, before }));
    parent.last = Math.max(parent.last, index);
    return { shape: members[local]?.shape as Shape, path };
  }

  private item(parent: Open, { local }: SaxesTagNS): Pick<Open, "shape" | "path"> | null {
    const { shape } = parent;
    if (shape.is !== "list") return this.fault([...parent.path, local], () => unknownMember(local, [], []));
    const items = parent.held as unknown[];
    const path = [...parent.path, String(parent.last + 1)];
    if (local !== shape.item) return this.fault(path, () => unknownMember(local, [shape.item], [shape.item]));
    parent.last = items.length;
    return { shape: shape.of, path };
  }

  /** A record with content has its other members as attributes; a choice with numbers its number, as `code`. */
  private takeAttributes(
    shape: Shape,
    tag: SaxesTagNS,
    path: readonly string[],
    held: Open["held"],
    parent: Open,
  ): void {
    if (shape.is === "record" && shape.content !== undefined) {
      const names = Object.keys(shape.members).filter((name) => name !== shape.content);
      for (const name of names) {
        const value = tag.attributes[name]?.value;
        const inner = shape.members[name]?.shape;
        if (value !== undefined && inner) (held as Record<string, unknown>)[name] = valueOf(inner, null, value);
      }
      return this.unknownAttributes(tag, names, path);
    }
    if (shape.is === "choice" && shape.codes) {
      const code = tag.attributes["code"]?.value;
      const name = codeName(path.at(-1) ?? "");
      if (code !== undefined) (parent.held as Record<string, unknown>)[name] = numberIn(trimmed(code));
      this.places.set(pointerOf([...path.slice(0, -1), name]), this.started);
      return this.unknownAttributes(tag, ["code"], path);
    }
    this.unknownAttributes(tag, [], path);
  }

  private unknownAttributes(tag: SaxesTagNS, known: readonly string[], path: readonly string[]): void {
    for (const [name, { uri }] of Object.entries(tag.attributes)) {
      if (uri === XMLNS || known.includes(name)) continue;
      this.fault([...path, `@${name}`], () => unknownMember(name, known, known));
    }
  }

  /** A text with what was read of it in earlier pieces. */
  private whole(last: string): string {
    if (this.earlier.length === 0) return last;
    const text = this.earlier.join("") + last;
    this.earlier = [];
    return text;
  }

  /** Takes a text that ends before the offset `end`. */
  private take(piece: string, end: number): void {
    const begun = this.begun();
    this.behind = end;
    const top = this.open.at(-1);
    if (this.depth >= this.unknownFrom) return;
    if (top && (top.held === null || (top.shape.is === "record" && top.shape.content !== undefined))) {
      top.text += piece;
      return;
    }
    if (skipSpace(piece, 0) === piece.length) return;
    if (!top) this.fail("NOT_WELL_FORMED", begun);
    this.fault(top.path, () => say("textBetween", {}), begun);
  }

  private leave(): void {
    const depth = this.depth;
    this.depth -= 1;
    if (depth >= this.unknownFrom) {
      if (depth === this.unknownFrom) this.unknownFrom = Infinity;
      return;
    }
    const closed = this.open.pop();
    const parent = this.open.at(-1);
    if (!closed || !parent) return;
    const value = valueOf(closed.shape, closed.held, closed.text);
    if (parent.shape.is === "list") (parent.held as unknown[])[Number(closed.path.at(-1))] = value;
    else (parent.held as Record<string, unknown>)[closed.path.at(-1) ?? ""] = value;
  }

  /** Where what is being read began: the next piece of markup or text behind the last one. */
  private begun(): number {
    return skipSpace(this.text, this.behind);
  }

  /** Where the fault is of which Saxes tells. */
  private offsetOf(message: string): number {
    const read = Math.max(0, this.parser.position - 1);
    if (/unclosed tag|unexpected end|must contain a root/.test(message))
      return this.bareAmpersand() ?? this.text.length;
    if (message.includes("entity")) return this.text.lastIndexOf("&", read);
    if (/close tag|unmatched closing/.test(message)) return this.text.lastIndexOf("</", read);
    if (/attribute:|prefix|namespace|malformed name|only one root/.test(message)) return this.started;
    if (/declaration|instruction|syntax|outside of root/.test(message)) return this.begun();
    return read;
  }

  /** A `&` in a text with no `;` behind it has taken in all that follows. */
  private bareAmpersand(): number | null {
    const found = this.text.indexOf("&", Math.max(this.behind, this.text.lastIndexOf(";") + 1));
    return found < 0 || this.text.slice(this.behind, found).includes("<") ? null : found;
  }

  /** `says` is asked only for faults that are named. */
  private fault(path: readonly string[], says: () => Saying, offset = this.started): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, place: this.lines.at(offset), says: says() });
    return null;
  }

  private tooFine(bound: "depth" | "elements" | "attributes" | "attribute", limit: number): never {
    throw new Unreadable(say("documentTooFine", { bound, limit }), this.lines.at(this.started), 413);
  }

  private fail(why: XmlFault, offset: number, status: 400 | 415 = 400): never {
    throw new Unreadable(say("xmlUnfit", { why }), this.lines.at(offset), status);
  }
}

/** What a closed element holds, as JSON would have it. White space counts in texts only. */
function valueOf(shape: Shape, held: Open["held"], text: string): unknown {
  switch (shape.is) {
    case "list":
      return held;
    case "record":
      if (shape.content !== undefined) (held as Record<string, unknown>)[shape.content] = text;
      return held;
    case "text":
    case "code":
    case "id":
    case "reference":
      return text;
    case "count":
      return numberIn(trimmed(text));
    case "instant":
    case "date":
    case "choice":
      return trimmed(text);
  }
}

/** A whole number, or the text that is none. */
function numberIn(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
