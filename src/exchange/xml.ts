import { SaxesParser, type SaxesTagNS } from "saxes";
import { DOCUMENT_KINDS, DOCUMENTS, GIVEN_OUT, type DocumentKind } from "../domain/forms/documents.js";
import { codeName, type RecordShape, type Shape } from "../domain/forms/form.js";
import { unknownKind, unknownMember } from "../domain/forms/read-form.js";
import type { XmlFault } from "../domain/wording/document-sentences.js";
import { say, type Saying } from "../domain/wording/wording.js";
import {
  DEEPEST,
  MOST_FAULTS,
  pointerOf,
  Unreadable,
  type Decoded,
  type DocumentFault,
  type Place,
} from "./decoded.js";

export const NAMESPACE = "urn:dabyl:exchange:1";
export const VERSION = "1.0";
const SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
const XINCLUDE = "http://www.w3.org/2001/XInclude";
const XMLNS = "http://www.w3.org/2000/xmlns/";

const ELEMENTS = 100_000;
const ATTRIBUTES = 64;
const ATTRIBUTE = 4_096;

/** An element that is open. */
interface Open {
  readonly shape: Shape;
  readonly path: readonly string[];
  /** What is held by a record or list so far. */
  readonly held: Record<string, unknown> | unknown[] | null;
  text: string;
  /** The place of the last member in the record's order. */
  last: number;
}

/**
 * Reads a document in XML: no document type, no instructions, no entities but XML's own, no inclusions, nothing from `xsi`; only
 * elements of our namespace, in their order. What a document holds is read by its form, so that it comes out as JSON would have it.
 * `kind` null: whatever the root element names. Throws `Unreadable`.
 */
export function decodeXml(text: string, kind: DocumentKind | null): Decoded {
  const reading = new XmlReading(kind);
  reading.read(text);
  return reading.result();
}

class XmlReading {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly faults: DocumentFault[] = [];
  private readonly places = new Map<string, Place>();
  private readonly open: Open[] = [];
  private kind: DocumentKind | null = null;
  private value: Record<string, unknown> = {};
  private started: Place = { line: 1, column: 1 };
  private elements = 0;
  private depth = 0;
  /** The depth at which an unknown element began; what is in it is passed over. */
  private unknownFrom = Infinity;

  constructor(private readonly expected: DocumentKind | null) {
    const { parser } = this;
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding !== undefined && encoding.toLowerCase() !== "utf-8") this.fail("ENCODING", this.here(), 415);
    });
    parser.on("doctype", () => this.fail("DOCTYPE"));
    parser.on("processinginstruction", () => this.fail("INSTRUCTION"));
    parser.on("error", ({ message }) => {
      const isUnbound = message.includes("unbound namespace prefix");
      this.fail(message.includes("undefined entity") ? "ENTITY" : isUnbound ? "NAMESPACE" : "NOT_WELL_FORMED");
    });
    parser.on("opentagstart", ({ name }) => {
      // The name and the character behind it have been read.
      this.started = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
      if ((this.elements += 1) > ELEMENTS) this.tooFine("elements", ELEMENTS);
      if ((this.depth += 1) > DEEPEST) this.tooFine("depth", DEEPEST);
    });
    let attributes = 0;
    parser.on("attribute", ({ value }) => {
      attributes += 1;
      if (attributes > ATTRIBUTES) this.tooFine("attributes", ATTRIBUTES);
      if (value.length > ATTRIBUTE) this.tooFine("attribute", ATTRIBUTE);
    });
    parser.on("opentag", (tag) => {
      attributes = 0;
      this.enter(tag);
    });
    parser.on("text", (piece) => this.take(piece));
    parser.on("cdata", (piece) => this.take(piece));
    parser.on("closetag", () => this.leave());
  }

  read(text: string): void {
    this.parser.write(text).close();
  }

  result(): Decoded {
    const { faults, places } = this;
    return {
      kind: this.kind as DocumentKind,
      value: this.value,
      faults,
      placeOf(path) {
        for (let length = path.length; length >= 0; length -= 1) {
          const place = places.get(pointerOf(path.slice(0, length)));
          if (place) return place;
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
    this.places.set(pointerOf(path), this.started);
    const held = shape.is === "record" ? {} : shape.is === "list" ? [] : null;
    this.open.push({ shape, path, held, text: "", last: -1 });
    this.attributes(shape, tag, path, held, parent);
  }

  private enterRoot(tag: SaxesTagNS): void {
    const known = this.expected === null ? DOCUMENT_KINDS : [this.expected];
    const kind = known.find((one) => one === tag.local);
    if (!kind) throw new Unreadable(unknownKind(tag.local, known), this.started);
    if (tag.attributes["version"]?.value !== VERSION) this.fail("VERSION", this.started);
    this.kind = kind;
    this.places.set("", this.started);
    this.open.push({ shape: DOCUMENTS[kind].shape, path: [], held: this.value, text: "", last: -1 });
    this.unknownAttributes(tag, ["version", ...GIVEN_OUT], []);
  }

  /** Our names, nobody else's. */
  private judgeNames(tag: SaxesTagNS): void {
    if (tag.uri === XINCLUDE) this.fail("INCLUSION", this.started);
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
      const open = known.filter(
        (name) => !Object.hasOwn(held, name) && !this.places.has(pointerOf([...parent.path, name])),
      );
      return this.fault(path, unknownMember(local, open, known));
    }
    if (this.places.has(pointerOf(path))) return this.fault(path, say("memberRepeated", { name: local }));
    if (index < parent.last) this.fault(path, say("memberOrder", { name: local, before: names[parent.last] ?? "" }));
    parent.last = Math.max(parent.last, index);
    return { shape: members[local]?.shape as Shape, path };
  }

  private item(parent: Open, { local }: SaxesTagNS): Pick<Open, "shape" | "path"> | null {
    const { shape } = parent;
    if (shape.is !== "list") return this.fault([...parent.path, local], unknownMember(local, [], []));
    const items = parent.held as unknown[];
    const path = [...parent.path, String(parent.last + 1)];
    if (local !== shape.item) return this.fault(path, unknownMember(local, [shape.item], [shape.item]));
    parent.last = items.length;
    return { shape: shape.of, path };
  }

  /** A record with content has its other members as attributes; a choice with numbers its number, as `code`. */
  private attributes(shape: Shape, tag: SaxesTagNS, path: readonly string[], held: Open["held"], parent: Open): void {
    if (shape.is === "record" && shape.content !== undefined) {
      const names = Object.keys(shape.members).filter((name) => name !== shape.content);
      for (const name of names) {
        const value = tag.attributes[name]?.value;
        if (value !== undefined) (held as Record<string, unknown>)[name] = value;
      }
      return this.unknownAttributes(tag, names, path);
    }
    if (shape.is === "choice" && shape.codes) {
      const code = tag.attributes["code"]?.value;
      const name = codeName(path.at(-1) ?? "");
      if (code !== undefined) (parent.held as Record<string, unknown>)[name] = numberIn(code);
      this.places.set(pointerOf([...path.slice(0, -1), name]), this.started);
      return this.unknownAttributes(tag, ["code"], path);
    }
    this.unknownAttributes(tag, [], path);
  }

  private unknownAttributes(tag: SaxesTagNS, known: readonly string[], path: readonly string[]): void {
    for (const [name, { uri }] of Object.entries(tag.attributes)) {
      if (uri === XMLNS || known.includes(name)) continue;
      this.fault([...path, `@${name}`], unknownMember(name, known, known), this.started);
    }
  }

  private take(piece: string): void {
    const top = this.open.at(-1);
    if (!top || this.depth >= this.unknownFrom) return;
    const isHeld = top.held === null || (top.shape.is === "record" && top.shape.content !== undefined);
    if (isHeld) top.text += piece;
    else if (piece.trim() !== "")
      this.fault(top.path, say("valueUnfit", { expected: top.shape.is === "list" ? "LIST" : "RECORD" }), this.here());
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
    const value = valueOf(closed);
    if (parent.shape.is === "list") (parent.held as unknown[])[Number(closed.path.at(-1))] = value;
    else (parent.held as Record<string, unknown>)[closed.path.at(-1) ?? ""] = value;
  }

  private here(): Place {
    return { line: this.parser.line, column: this.parser.columnIndex + 1 };
  }

  private fault(path: readonly string[], says: Saying, place: Place = this.started): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, place, says });
    return null;
  }

  private tooFine(bound: "depth" | "elements" | "attributes" | "attribute", limit: number): never {
    throw new Unreadable(say("documentTooFine", { bound, limit }), this.here(), 413);
  }

  private fail(why: XmlFault, place: Place = this.here(), status: 400 | 415 = 400): never {
    throw new Unreadable(say("xmlUnfit", { why }), place, status);
  }
}

/** What a closed element holds, as JSON would have it. White space counts in texts only. */
function valueOf({ shape, held, text }: Open): unknown {
  switch (shape.is) {
    case "list":
      return held;
    case "record":
      if (shape.content !== undefined) (held as Record<string, unknown>)[shape.content] = text;
      return held;
    case "text":
      return text;
    case "count":
      return numberIn(text.trim());
    case "instant":
    case "date":
    case "choice":
    case "reference":
      return text.trim();
  }
}

/** A whole number, or the text that is none. */
function numberIn(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
