import type { SaxesTagNS } from "saxes";
import { unknownMember } from "../domain/forms/read-form.js";
import type { XmlFault } from "../domain/wording/document-sentences.js";
import { say, type Saying } from "../domain/wording/wording.js";
import { skipSpace, Unreadable, type Place } from "./decoded.js";
import { readItem, type Cut, type Item, type Pieces } from "./items.js";
import { xmlElement } from "./markup.js";
import { inTurns } from "./read-document.js";
import { ATTRIBUTE, ATTRIBUTES, hasVersion, isUtf8, NAMESPACE, SCHEMA_INSTANCE, XMLNS } from "./xml-names.js";
import { XmlParser } from "./xml-parser.js";

/** Levels up to which an item is cut out, to be refused by itself; deeper ones end the reading. */
const DEEPEST_CUT = 256;

/** Whether the root element of what begins so is `batch`; null while that is not to be seen. */
export function beginsBatch(head: string): boolean | null {
  const before = /^\uFEFF?(?:\s+|<\?xml\s[^>]*\?>|<!--(?:(?!-->)[^])*-->)*/.exec(head)?.[0] ?? "";
  const root = /^<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)(?=[\s/>])/.exec(head.slice(before.length));
  if (root) return root[1] === "batch";
  return /^(?:$|<(?:$|[?!]|[^\s<>/!?]+$))/.test(head.slice(before.length)) ? null : false;
}

/**
 * Cuts `<batch version="1.0">` into its documents, each at most `limit` bytes, without keeping the whole. A document that is
 * well-formed is an item whatever it holds. Throws `Unreadable` where reading has to end: where the XML is not well-formed, something
 * else than documents stands between them, or one is too large.
 */
export async function* itemsOf(pieces: Pieces, limit: number): AsyncGenerator<Cut> {
  const cutter = new Cutter(limit);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new Unreadable(say("documentNotUtf8", {}), cutter.place);
    }
  };
  try {
    for await (const piece of pieces) yield* cutter.write(decode(piece));
    yield* cutter.close(decode());
  } catch (error) {
    throw error instanceof BrokenItem ? ((await faultIn(error.item)) ?? error.otherwise) : error;
  }
}

/** The XML of an item is not well-formed: the fault stands where reading the item by itself meets it. */
class BrokenItem extends Error {
  constructor(
    readonly item: Item,
    readonly otherwise: Unreadable,
  ) {
    super("an item of a batch is not well-formed");
  }
}

async function faultIn(item: Item): Promise<Unreadable | null> {
  try {
    await inTurns(readItem(item, "xml", null));
  } catch (error) {
    if (error instanceof Unreadable && error.says.key === "xmlUnfit") return error;
  }
  return null;
}

/** A document as it was cut out: its text, its start tag, and where it began. */
interface OpenItem {
  readonly text: string;
  readonly tag: SaxesTagNS;
  readonly at: Place;
}

class Cutter {
  private readonly parser = new XmlParser();
  /** What has not been passed yet, and where it begins: its offset in all that was sent, and its place. */
  private text = "";
  private offset = 0;
  private at: Place = { line: 1, column: 1 };
  /** The offset behind the last piece of markup between items. */
  private behind = 0;
  private depth = 0;
  /** What the batch declares for the elements in it: prefixes of namespaces. */
  private declared: Readonly<Record<string, string>> = {};
  /** The start tag of the item that is open. */
  private tag: SaxesTagNS | null = null;
  /** Items that have not been given yet. */
  private whole: OpenItem[] = [];

  constructor(private readonly limit: number) {
    const { parser } = this;
    const passed = (): void => {
      if (this.depth <= 1) this.behind = parser.position;
    };
    parser.on("xmldecl", ({ encoding }) => {
      if (!isUtf8(encoding)) this.fail("ENCODING", 415);
      passed();
    });
    parser.on("doctype", () => this.fail("DOCTYPE"));
    // In an item it is a fault of that alone.
    parser.on("processinginstruction", () => this.depth <= 1 && this.fail("INSTRUCTION"));
    // Saxes tells of a comment before its last character.
    parser.on("comment", () => {
      if (this.depth <= 1) this.behind = parser.position + 1;
    });
    parser.on("cdata", () => this.depth === 1 && this.fault(say("textBetween", {})));
    parser.on("error", () => this.notWellFormed());
    parser.on("opentag", (tag) => {
      this.depth += 1;
      if (this.depth === 1) this.enterRoot(tag);
      else if (this.depth === 2) this.enterItem(tag);
      else if (this.depth > DEEPEST_CUT)
        this.fault(say("documentTooFine", { bound: "depth", limit: DEEPEST_CUT }), this.place, 413);
    });
    parser.on("closetag", () => {
      this.depth -= 1;
      if (this.depth === 1) this.leaveItem();
      passed();
    });
    this.listenBetween();
  }

  /** Where what is being read began: the item that is open, or what is behind the last one. */
  get place(): Place {
    this.pass(this.behind);
    this.pass(this.offset + skipSpace(this.text, 0));
    return this.at;
  }

  *write(piece: string): Generator<Item> {
    this.text += piece;
    try {
      this.parser.write(piece);
    } finally {
      // What came before a fault stands.
      yield* this.taken();
    }
    this.drop();
    if (this.depth <= 1) this.pass(Math.min(this.behind, this.offset + this.text.length));
    if (this.depth <= 1) this.pass(this.offset + skipSpace(this.text, 0));
    this.behind = Math.max(this.behind, this.offset);
    if (this.text.length > this.limit) this.tooLarge();
  }

  *close(piece: string): Generator<Item> {
    yield* this.write(piece);
    this.parser.close();
  }

  /** What stands in an item is read once it is whole, and white space between them may go on without end: nothing of them is kept here. */
  private drop(): void {
    if (this.depth > 1 || isBlank(this.parser.held)) this.parser.takeHeld(ATTRIBUTE);
  }

  private *taken(): Generator<Item> {
    const { whole } = this;
    this.whole = [];
    // One at a time: what the batch declares may be much longer than an item.
    for (const item of whole) yield this.itemOf(item);
  }

  /** What the batch declares stands in each of its documents as if that had declared it. */
  private itemOf({ text, tag, at }: OpenItem): Item {
    const missing = Object.entries(this.declared).filter(([prefix]) => !Object.hasOwn(tag.ns, prefix));
    const names = missing.map(([prefix, uri]) => [prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri] as const);
    const added = xmlElement("", Object.fromEntries(names)).slice(1, -2);
    const behind = 1 + tag.name.length;
    const bytes = Buffer.from(text.slice(0, behind) + added + text.slice(behind));
    return { bytes, at, added: { behind, characters: added.length } };
  }

  private enterRoot(tag: SaxesTagNS): void {
    const attributes = Object.values(tag.attributes);
    if (attributes.length > ATTRIBUTES)
      this.fault(say("documentTooFine", { bound: "attributes", limit: ATTRIBUTES }), this.place, 413);
    if (attributes.some(({ value }) => value.length > ATTRIBUTE))
      this.fault(say("documentTooFine", { bound: "attribute", limit: ATTRIBUTE }), this.place, 413);
    if (tag.uri !== NAMESPACE) this.fail("NAMESPACE");
    if (!hasVersion(tag)) this.fail("VERSION");
    for (const [name, { uri }] of Object.entries(tag.attributes)) {
      if (uri === SCHEMA_INSTANCE) this.fail("SCHEMA_INSTANCE");
      if (uri !== XMLNS && name !== "version") this.fault(unknownMember(name, ["version"], ["version"]));
    }
    this.declared = tag.ns;
    this.behind = this.parser.position;
  }

  private enterItem(tag: SaxesTagNS): void {
    this.pass(this.behind);
    this.pass(this.offset + skipSpace(this.text, 0));
    this.tag = tag;
    // Nothing listens to what stands in an item: it is read once it is whole.
    this.parser.off("text");
  }

  private leaveItem(): void {
    const { tag, at } = this;
    if (!tag) return;
    this.tag = null;
    const end = this.parser.position - this.offset;
    const text = this.text.slice(0, end);
    if (Buffer.byteLength(text) > this.limit) this.tooLarge();
    this.whole.push({ text, tag, at });
    this.behind = this.parser.position;
    this.pass(this.behind);
    this.listenBetween();
  }

  private listenBetween(): void {
    this.parser.on("text", (text) => {
      if (this.depth === 1 && !isBlank(text)) this.fault(say("textBetween", {}));
      // The `<` behind it has been read.
      if (this.depth === 1) this.behind = this.parser.position - 1;
    });
  }

  /** Goes on to an offset: what is before it is kept no longer. */
  private pass(offset: number): void {
    let passed = this.text.slice(0, Math.max(offset - this.offset, 0));
    // The line feed behind it may not have come yet: together they end one line.
    if (passed.endsWith("\r")) passed = passed.slice(0, -1);
    if (passed === "") return;
    const lines = passed.split(/\r\n|\r|\n/);
    const last = lines.at(-1) ?? "";
    this.at = {
      line: this.at.line + lines.length - 1,
      column: (lines.length === 1 ? this.at.column : 1) + last.length,
    };
    this.text = this.text.slice(passed.length);
    this.offset += passed.length;
  }

  private notWellFormed(): never {
    const fault = (): Unreadable => new Unreadable(say("xmlUnfit", { why: "NOT_WELL_FORMED" }), this.place);
    if (!this.tag) throw fault();
    const item = this.itemOf({ text: this.text, tag: this.tag, at: this.at });
    throw new BrokenItem(item, fault());
  }

  private tooLarge(): never {
    return this.fault(say("bodyTooLarge", { limit: this.limit }), this.place, 413);
  }

  private fail(why: XmlFault, status: 400 | 415 = 400): never {
    return this.fault(say("xmlUnfit", { why }), this.place, status);
  }

  private fault(says: Saying, place: Place = this.place, status: 400 | 413 | 415 = 400): never {
    throw new Unreadable(says, place, status);
  }
}

function isBlank(text: string): boolean {
  return skipSpace(text, 0) === text.length;
}
